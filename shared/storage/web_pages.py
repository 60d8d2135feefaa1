"""Documents that are pages of a place on the web: stored, and removed when they vanish there."""

from typing import Any
from uuid import UUID

from psycopg import Connection

from shared.storage.documents import NewDocument, put_document_blocking
from shared.storage.removals import remove_document_blocking
from shared.storage.web_sources import WebSource

_BELONGS = """
INSERT INTO web_pages (source_id, document_id)
SELECT %(source_id)s, id FROM documents
WHERE site_id = %(site_id)s AND agent = %(agent)s AND name = %(name)s
ON CONFLICT DO NOTHING
"""
# A document without its address was brought by hand under the page's name since.
_ADDRESSES = """
SELECT d.name FROM web_pages w JOIN documents d ON d.id = w.document_id
WHERE w.source_id = %(source_id)s AND d.url = d.name AND d.state NOT IN ('removing', 'removed')
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


def put_page(connection: Connection[Any], source: WebSource, page: NewDocument) -> None:
    """Store a page of a place; a changed one is due for indexing."""
    values = {
        "source_id": source.id,
        "site_id": source.site_id,
        "agent": page.agent,
        "name": page.name,
    }
    with connection.transaction():
        put_document_blocking(connection, source.site_id, page)
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
