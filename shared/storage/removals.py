"""Documents on their way out: of the index first, then of the table.

The index is told with an empty last batch of a version that never was: whatever older versions
left there goes. It is told twice, some minutes apart, for a batch of passages that was taken
before may still be written after.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

# Any text that is put under its name from now on is another one.
_REMOVE = """
WITH gone AS (
    UPDATE documents SET state = 'removing', version = version + 1, text = '', content_hash = '',
        error = NULL, notes = '[]', updated_at = now() - interval '1 hour'
    WHERE id = %(id)s AND site_id = ANY(%(sites)s)
      AND state NOT IN ('removing', 'removed', 'deleted')
    RETURNING id
), originals AS (
    DELETE FROM document_originals o USING gone g WHERE o.document_id = g.id
)
SELECT id FROM gone
"""
# The same of what a person deletes, who may want it back: its text stays, or its file.
_DELETE = """
UPDATE documents SET state = 'removing', version = version + 1, content_hash = '', error = NULL,
    notes = '[]', updated_at = now() - interval '1 hour', deleted_at = now(),
    deleted_by = %(by)s,
    text_version = CASE WHEN text_version = version THEN version + 1 ELSE text_version END
WHERE id = %(id)s AND site_id = ANY(%(sites)s)
  AND state NOT IN ('removing', 'removed', 'deleted')
RETURNING site_id, agent, name
"""
_TAKE = """
UPDATE documents d SET updated_at = now()
FROM (
    SELECT id FROM documents
    WHERE (state = 'removing' AND updated_at < now() - interval '30 seconds')
       OR (state = 'removed' AND updated_at < now() - interval '5 minutes')
    ORDER BY updated_at LIMIT %(most)s FOR UPDATE SKIP LOCKED
) due
WHERE d.id = due.id
RETURNING d.id, d.site_id, d.name, d.version
"""
_AGAIN = """
DELETE FROM documents
WHERE id = %(id)s AND version = %(version)s AND state = 'removed' AND deleted_at IS NULL
"""
_AGAIN_KEPT = """
UPDATE documents SET state = 'deleted', updated_at = now()
WHERE id = %(id)s AND version = %(version)s AND state = 'removed' AND deleted_at IS NOT NULL
"""
_ONCE = """
UPDATE documents SET state = 'removed', updated_at = now()
WHERE id = %(id)s AND version = %(version)s AND state = 'removing'
"""


@dataclass(frozen=True, slots=True)
class Removal:
    """A document that the index is to forget."""

    id: UUID
    site_id: UUID
    name: str
    version: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a person has deleted."""

    site_id: UUID
    agent: str
    name: str


async def delete_document(
    connection: AsyncConnection[Any], document_id: UUID, sites: Collection[UUID], by: str
) -> Deleted | None:
    """Have a document of one of ``sites`` leave the index, and keep it for a while.

    Returns nothing when there is none.
    """
    values = {"id": document_id, "sites": list(sites), "by": by}
    cursor = connection.cursor(row_factory=class_row(Deleted))
    await cursor.execute(_DELETE, values)
    return await cursor.fetchone()


async def remove_document(
    connection: AsyncConnection[Any], document_id: UUID, sites: Collection[UUID]
) -> bool:
    """Have a document of one of ``sites`` go for good; false when there is none."""
    values = {"id": document_id, "sites": list(sites)}
    return (await (await connection.execute(_REMOVE, values)).fetchone()) is not None


def remove_document_blocking(
    connection: Connection[Any], document_id: UUID, sites: Collection[UUID]
) -> bool:
    """Do the same with a blocking connection."""
    values = {"id": document_id, "sites": list(sites)}
    return connection.execute(_REMOVE, values).fetchone() is not None


def take_removals(connection: Connection[Any], most: int = 100) -> list[Removal]:
    """Return what the index is to be told now; another worker gets it only after a while."""
    cursor = connection.cursor(row_factory=class_row(Removal))
    return cursor.execute(_TAKE, {"most": most}).fetchall()


def settle_removal(connection: Connection[Any], document_id: UUID, version: int) -> bool:
    """Note that the index has forgotten; false when the document is none that is removed."""
    values = {"id": document_id, "version": version}
    if any(connection.execute(query, values).rowcount for query in (_AGAIN, _AGAIN_KEPT)):
        return True
    return connection.execute(_ONCE, values).rowcount == 1
