"""Documents that people deleted: kept for a while, given back, or forgotten for good."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

from shared.domain.versions import Made
from shared.storage.removals import Deleted

_LIST = """
SELECT id, agent, name, title, url, octet_length(text) AS size, deleted_at, deleted_by
FROM documents WHERE site_id = %(site_id)s AND deleted_at IS NOT NULL
ORDER BY deleted_at DESC, id LIMIT %(limit)s
"""
# A file that was not read when it was deleted is read now.
_RESTORE = """
UPDATE documents d SET state = 'pending', version = version + 1, updated_at = now(),
    text_version = CASE
        WHEN EXISTS (SELECT FROM document_originals o WHERE o.document_id = d.id) THEN text_version
        ELSE version + 1 END,
    content_hash = encode(sha256(convert_to(text, 'UTF8')), 'hex'),
    how = %(how)s, author_id = %(author_id)s, author = %(author)s, changed_at = now(),
    deleted_at = NULL, deleted_by = ''
WHERE id = %(id)s AND site_id = ANY(%(sites)s) AND deleted_at IS NOT NULL
RETURNING site_id, agent, name
"""
# What is still on its way out of the index goes when it is out.
_FORGET = """
WITH gone AS (
    DELETE FROM documents
    WHERE id = %(id)s AND site_id = ANY(%(sites)s) AND state = 'deleted'
    RETURNING site_id, agent, name
), going AS (
    UPDATE documents SET deleted_at = NULL, deleted_by = '', text = ''
    WHERE id = %(id)s AND site_id = ANY(%(sites)s) AND deleted_at IS NOT NULL
      AND state IN ('removing', 'removed')
    RETURNING site_id, agent, name
)
SELECT * FROM gone UNION ALL SELECT * FROM going
"""
_PURGE = "DELETE FROM documents WHERE state = 'deleted' AND deleted_at < now() - %(kept)s"


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """A deleted document as it is listed."""

    id: UUID
    agent: str
    name: str
    title: str
    url: str | None
    size: int
    deleted_at: datetime
    deleted_by: str


async def list_deleted(
    connection: AsyncConnection[Any], site_id: UUID, limit: int
) -> list[DeletedRow]:
    """Return what was deleted of a site and can come back, the newest first."""
    cursor = connection.cursor(row_factory=class_row(DeletedRow))
    await cursor.execute(_LIST, {"site_id": site_id, "limit": limit})
    return await cursor.fetchall()


async def restore_document(
    connection: AsyncConnection[Any],
    document_id: UUID,
    sites: Collection[UUID],
    author_id: UUID,
    author: str,
) -> Deleted | None:
    """Have a deleted document indexed again; nothing when there is none."""
    values = {
        "id": document_id,
        "sites": list(sites),
        "how": Made.RESTORE,
        "author_id": author_id,
        "author": author,
    }
    return await _one(connection, _RESTORE, values)


async def forget_document(
    connection: AsyncConnection[Any], document_id: UUID, sites: Collection[UUID]
) -> Deleted | None:
    """Forget a deleted document for good; nothing when there is none."""
    return await _one(connection, _FORGET, {"id": document_id, "sites": list(sites)})


def purge_deleted(connection: Connection[Any], kept: timedelta) -> int:
    """Forget what was deleted longer ago than ``kept``; returns how many documents went."""
    return connection.execute(_PURGE, {"kept": kept}).rowcount


async def _one(
    connection: AsyncConnection[Any], query: str, values: dict[str, Any]
) -> Deleted | None:
    cursor = connection.cursor(row_factory=class_row(Deleted))
    await cursor.execute(query, values)
    return await cursor.fetchone()
