"""Documents sent to the index again, as they are, and how far they have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

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
_WAITING = """
SELECT count(*) FROM documents
WHERE site_id = ANY(%(sites)s) AND state IN ('pending', 'indexing')
"""
_FAILED = """
SELECT agent || '/' || name, coalesce(error, '') FROM documents
WHERE site_id = ANY(%(sites)s) AND state = 'failed' ORDER BY agent, name
"""


@dataclass(frozen=True, slots=True)
class OnTheirWay:
    """How many documents cannot be found yet, and which never will, with why."""

    waiting: int
    failed: tuple[tuple[str, str], ...]


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


async def on_their_way(connection: AsyncConnection[Any], sites: Sequence[UUID]) -> OnTheirWay:
    """Return how far the documents of ``sites`` are."""
    values = {"sites": list(sites)}
    waiting = await (await connection.execute(_WAITING, values)).fetchone()
    failed = await (await connection.execute(_FAILED, values)).fetchall()
    return OnTheirWay(int(waiting[0]) if waiting else 0, tuple((row[0], row[1]) for row in failed))
