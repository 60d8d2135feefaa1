"""Documents that are pages of a place on the web: stored, and removed when they vanish there."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection

from shared.domain.versions import KEPT_VERSIONS
from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.storage.removals import remove_document, remove_document_blocking
from shared.storage.web_sources import WebSource

_HOLD_SOURCE = "SELECT FROM web_sources WHERE id = %(source_id)s FOR KEY SHARE"
_BELONGS = """
INSERT INTO web_pages (source_id, document_id)
SELECT %(source_id)s, id FROM documents
WHERE site_id = %(site_id)s AND agent = %(agent)s AND name = %(name)s
ON CONFLICT DO NOTHING
"""
# A document without its address was brought by hand under the page's name since.
_ADDRESSES = """
SELECT d.name FROM web_pages w JOIN documents d ON d.id = w.document_id
WHERE w.source_id = %(source_id)s AND d.url = d.name
  AND d.state NOT IN ('removing', 'removed', 'deleted')
"""
# The row is held: two places that lose a page at once must see each other's loss.
_PAGE = """
SELECT d.id FROM documents d JOIN web_pages w ON w.document_id = d.id
WHERE w.source_id = %(source_id)s AND d.name = %(name)s AND d.url = d.name
FOR UPDATE OF d
"""
_PART = """
DELETE FROM web_pages
WHERE document_id = %(document_id)s AND (source_id = %(source_id)s OR %(is_gone)s)
"""
_ELSEWHERE = "SELECT count(*) FROM web_pages WHERE document_id = %(document_id)s"


# A page that only one place has goes with it; the rows of what belongs go with the place's.
_SOURCE_PAGES = """
SELECT d.id FROM documents d JOIN web_pages w ON w.document_id = d.id
WHERE w.source_id = %(source_id)s AND d.url = d.name
  AND d.state NOT IN ('removing', 'removed', 'deleted')
  AND NOT EXISTS (SELECT FROM web_pages o
                  WHERE o.document_id = d.id AND o.source_id <> %(source_id)s)
FOR UPDATE OF d
"""
_DROP_SOURCE = """
DELETE FROM web_sources WHERE id = %(source_id)s AND site_id = ANY(%(sites)s)
RETURNING site_id, agent, url
"""
_HELD_SOURCE = """
SELECT FROM web_sources WHERE id = %(source_id)s AND site_id = ANY(%(sites)s) FOR UPDATE
"""


class SourceGone(LookupError):
    """The place was removed while it was read."""


@dataclass(frozen=True, slots=True)
class RemovedSource:
    """A place that is gone, and how many pages go with it."""

    site_id: UUID
    agent: str
    url: str
    pages: int


def put_page(
    connection: Connection[Any], source: WebSource, page: NewDocument, keep: int = KEPT_VERSIONS
) -> None:
    """Store a page of a place; a changed one is due for indexing.

    Raises:
        SourceGone: somebody has removed the place.
    """
    values = {
        "source_id": source.id,
        "site_id": source.site_id,
        "agent": page.agent,
        "name": page.name,
    }
    with connection.transaction():
        if connection.execute(_HOLD_SOURCE, values).fetchone() is None:
            raise SourceGone(str(source.id))
        put_document_blocking(connection, source.site_id, page, keep)
        connection.execute(_BELONGS, values)


def page_addresses(connection: Connection[Any], source_id: UUID) -> set[str]:
    """Return the addresses of a place's pages that are in the knowledge."""
    rows = connection.execute(_ADDRESSES, {"source_id": source_id})
    return {row[0] for row in rows}


def remove_page(
    connection: Connection[Any], source: WebSource, address: str, *, is_gone: bool
) -> bool:
    """Have a page removed that ``source`` no longer has; return whether it goes.

    A page that another place still has stays, unless it ``is_gone`` from the web itself.
    """
    with connection.transaction():
        values = {"source_id": source.id, "name": address}
        row = connection.execute(_PAGE, values).fetchone()
        if row is None:
            return False
        values = {"source_id": source.id, "document_id": row[0], "is_gone": is_gone}
        connection.execute(_PART, values)
        left = connection.execute(_ELSEWHERE, values).fetchone()
        if left is None or left[0]:
            return False
        return remove_document_blocking(connection, row[0], [source.site_id])


async def remove_source(
    connection: AsyncConnection[Any], source_id: UUID, sites: Collection[UUID]
) -> RemovedSource | None:
    """Remove a place of one of ``sites``, with the pages that no other place has.

    Part of the caller's transaction. Returns nothing when there is no such place.
    """
    values = {"source_id": source_id, "sites": list(sites)}
    # Held: whoever reads it stores no page meanwhile.
    if await (await connection.execute(_HELD_SOURCE, values)).fetchone() is None:
        return None
    pages = await (await connection.execute(_SOURCE_PAGES, values)).fetchall()
    for (document_id,) in pages:
        await remove_document(connection, document_id, sites)
    row = await (await connection.execute(_DROP_SOURCE, values)).fetchone()
    return None if row is None else RemovedSource(row[0], row[1], row[2], len(pages))
