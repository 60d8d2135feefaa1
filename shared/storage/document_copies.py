"""What an agent knows, copied to another one."""

from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from shared.domain.versions import Made
from shared.kernel.ids import uuid7

# Pages of a place come by themselves once the place is read.
_IDS = """
SELECT id FROM documents
WHERE site_id = %(from_site)s AND agent = %(from_agent)s AND url IS DISTINCT FROM name
  AND state NOT IN ('removing', 'removed', 'deleted')
ORDER BY name
"""
_COPY = """
INSERT INTO documents (id, site_id, agent, name, title, text, text_version, content_hash, url,
                       kind, how, author_id, author, is_shared)
SELECT %(new_id)s, %(site_id)s, %(agent)s, name, title, text, (text_version = version)::int,
       content_hash, url, kind, %(how)s, %(author_id)s, %(author)s, is_shared
FROM documents WHERE id = %(id)s
ON CONFLICT (site_id, agent, name) DO NOTHING
RETURNING id
"""
_COPY_FILE = """
INSERT INTO document_originals (document_id, content, charset)
SELECT %(new_id)s, content, charset FROM document_originals WHERE document_id = %(id)s
"""
_SOURCES = """
SELECT url, page_limit FROM web_sources
WHERE site_id = %(from_site)s AND agent = %(from_agent)s
"""
_COPY_SOURCE = """
INSERT INTO web_sources (id, site_id, agent, url, page_limit)
VALUES (%(new_id)s, %(site_id)s, %(agent)s, %(url)s, %(page_limit)s)
ON CONFLICT DO NOTHING
"""


async def copy_knowledge(
    connection: AsyncConnection[Any],
    source: tuple[UUID, str],
    target: tuple[UUID, str],
    author_id: UUID,
    author: str,
) -> int:
    """Copy documents and web sources of one agent to another; returns how many documents.

    ``source`` and ``target`` are site and slug. Part of the caller's transaction.
    """
    values: dict[str, Any] = {
        "from_site": source[0],
        "from_agent": source[1],
        "site_id": target[0],
        "agent": target[1],
        "how": Made.COPY,
        "author_id": author_id,
        "author": author,
    }
    copied = 0
    for (document_id,) in await (await connection.execute(_IDS, values)).fetchall():
        one = values | {"id": document_id, "new_id": uuid7()}
        if await (await connection.execute(_COPY, one)).fetchone() is not None:
            await connection.execute(_COPY_FILE, one)
            copied += 1
    for url, page_limit in await (await connection.execute(_SOURCES, values)).fetchall():
        place = {"new_id": uuid7(), "url": url, "page_limit": page_limit}
        await connection.execute(_COPY_SOURCE, values | place)
    return copied
