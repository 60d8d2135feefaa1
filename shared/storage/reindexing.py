"""Documents sent to the index again, as they are, and how far they have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

# What waits waits already; what is under way is taken up anew, should its worker be gone. One
# that could not be read has no text, and would fail for the same reason.
_AGAIN = """
UPDATE documents SET state = 'pending', error = NULL, updated_at = now()
WHERE (%(sites)s::uuid[] IS NULL OR site_id = ANY(%(sites)s))
  AND state IN ('ready', 'failed', 'indexing')
  AND (%(agent)s::text IS NULL OR agent = %(agent)s)
  AND (text_version = version
       OR EXISTS (SELECT FROM document_originals o WHERE o.document_id = documents.id))
RETURNING site_id
"""
_UNDER_WAY = """
SELECT id FROM documents
WHERE site_id = ANY(%(sites)s) AND state IN ('pending', 'indexing')
  AND (%(agent)s::text IS NULL OR agent = %(agent)s)
"""
_NOT_FOUND_YET = """
SELECT id, state = 'failed' AS has_failed, agent || '/' || name AS name,
       coalesce(error, '') AS error
FROM documents
WHERE id = ANY(%(ids)s) AND state IN ('pending', 'indexing', 'failed') ORDER BY agent, name
"""


@dataclass(frozen=True, slots=True)
class NotFoundYet:
    """A document that cannot be found yet; one that has failed never will, and ``error`` is why."""

    id: UUID
    has_failed: bool
    name: str
    error: str


async def index_again(
    connection: AsyncConnection[Any],
    sites: Sequence[UUID] | None = None,
    agent: str | None = None,
) -> dict[UUID, int]:
    """Make documents due for the index, all of them or those named; returns how many a site."""
    values = {"sites": None if sites is None else list(sites), "agent": agent}
    cursor = await connection.execute(_AGAIN, values)
    counts: dict[UUID, int] = {}
    for (site_id,) in await cursor.fetchall():
        counts[site_id] = counts.get(site_id, 0) + 1
    return counts


async def under_way(
    connection: AsyncConnection[Any], sites: Sequence[UUID], agent: str | None
) -> list[UUID]:
    """Return the documents that are due for the index, or being taken into it."""
    cursor = await connection.execute(_UNDER_WAY, {"sites": list(sites), "agent": agent})
    return [row[0] for row in await cursor.fetchall()]


async def not_found_yet(connection: AsyncConnection[Any], ids: Sequence[UUID]) -> list[NotFoundYet]:
    """Return which of some documents cannot be found, by agent and name."""
    cursor = connection.cursor(row_factory=class_row(NotFoundYet))
    await cursor.execute(_NOT_FOUND_YET, {"ids": list(ids)})
    return await cursor.fetchall()
