"""Places on the web whose pages become documents, and how far their reading has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.kernel.ids import uuid7

_COLUMNS = "id, agent, url, page_limit, state, pages, error, notes, removed, updated_at"
# Asked for again, a place is read again from its beginning; one that is being read goes on.
_PUT = f"""
INSERT INTO web_sources (id, site_id, agent, url, page_limit)
VALUES (%(id)s, %(site_id)s, %(agent)s, %(url)s, %(page_limit)s)
ON CONFLICT (site_id, agent, url) DO UPDATE SET
    page_limit = EXCLUDED.page_limit, updated_at = now(),
    state = CASE WHEN web_sources.state IN ('ready', 'failed') THEN 'pending'
                 ELSE web_sources.state END,
    frontier = CASE WHEN web_sources.state IN ('ready', 'failed') THEN '{{}}'
                    ELSE web_sources.frontier END
RETURNING {_COLUMNS}
"""  # noqa: S608 (made of constants)
_LIST = f"SELECT {_COLUMNS} FROM web_sources WHERE site_id = %(site_id)s ORDER BY agent, url"  # noqa: S608
# A step takes less than a minute; one that takes three was lost with its worker.
_IS_DUE = """
(state = 'pending' OR (state = 'reading' AND updated_at < now() - interval '3 minutes'))
"""
_DUE = f"""
SELECT id FROM web_sources WHERE {_IS_DUE}
ORDER BY updated_at
LIMIT greatest(0, %(at_once)s - (SELECT count(*) FROM web_sources
    WHERE state = 'reading' AND updated_at >= now() - interval '3 minutes'))
"""  # noqa: S608
_CLAIM = f"""
UPDATE web_sources SET state = 'reading', updated_at = now() WHERE id = %(id)s AND {_IS_DUE}
RETURNING id, site_id, agent, url, page_limit, frontier
"""  # noqa: S608
_SETTLE = """
UPDATE web_sources SET state = %(state)s, frontier = %(frontier)s, pages = %(pages)s,
    error = %(error)s, notes = %(notes)s, removed = %(removed)s, updated_at = now()
WHERE id = %(id)s AND state = 'reading'
"""


@dataclass(frozen=True, slots=True)
class WebSourceRow:
    """A place as it is listed."""

    id: UUID
    agent: str
    url: str
    page_limit: int
    state: Literal["pending", "reading", "ready", "failed"]
    pages: int
    error: str | None
    notes: list[tuple[str, str]]
    removed: list[str]
    """Addresses of pages that the last reading has removed."""
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class WebSource:
    """A place that is about to be read on."""

    id: UUID
    site_id: UUID
    agent: str
    url: str
    page_limit: int
    frontier: dict[str, Any]


async def put_web_source(
    connection: AsyncConnection[Any], site_id: UUID, agent: str, url: str, page_limit: int
) -> WebSourceRow:
    """Have a place read."""
    values = {
        "id": uuid7(),
        "site_id": site_id,
        "agent": agent,
        "url": url,
        "page_limit": page_limit,
    }
    cursor = connection.cursor(row_factory=class_row(WebSourceRow))
    row = await (await cursor.execute(_PUT, values)).fetchone()
    if row is None:
        raise LookupError("the place was removed meanwhile")
    return row


async def list_web_sources(connection: AsyncConnection[Any], site_id: UUID) -> list[WebSourceRow]:
    """Return the places of a site."""
    cursor = connection.cursor(row_factory=class_row(WebSourceRow))
    await cursor.execute(_LIST, {"site_id": site_id})
    return await cursor.fetchall()


def due_web_sources(connection: Connection[Any], at_once: int = 2) -> list[UUID]:
    """Return places that may be read on now; at most ``at_once`` are at a time."""
    return [row[0] for row in connection.execute(_DUE, {"at_once": at_once})]


def claim_web_source(connection: Connection[Any], source_id: UUID) -> WebSource | None:
    """Mark a place as being read and return it; nothing when another worker has it."""
    cursor = connection.cursor(row_factory=class_row(WebSource))
    return cursor.execute(_CLAIM, {"id": source_id}).fetchone()


def settle_web_source(
    connection: Connection[Any],
    source: WebSource,
    state: Literal["pending", "ready", "failed"],
    *,
    frontier: dict[str, Any],
    pages: int,
    notes: Sequence[tuple[str, str]],
    removed: Sequence[str] = (),
    error: str | None = None,
) -> None:
    """Keep how far the reading has come."""
    connection.execute(
        _SETTLE,
        {
            "id": source.id,
            "state": state,
            "frontier": Jsonb(frontier),
            "pages": pages,
            "error": error,
            "notes": Jsonb(list(notes)),
            "removed": Jsonb(list(removed)),
        },
    )
