"""What was asked for about visitors' data, and how far it has come."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

_COLUMNS = """
id, site_id, visitor_id, kind, state, requested_by, created_at, finished_at, counts, expires_at,
coalesce(octet_length(archive), 0) AS size
"""
_INSERT = """
INSERT INTO visitor_requests (id, site_id, visitor_id, kind, requested_by)
VALUES (%(id)s, %(site_id)s, %(visitor_id)s, %(kind)s, %(requested_by)s)
ON CONFLICT (visitor_id, kind) WHERE state = 'pending' DO NOTHING
"""
_NEWEST = f"""
SELECT {_COLUMNS} FROM visitor_requests
WHERE visitor_id = %(visitor_id)s AND kind = %(kind)s AND site_id = ANY(%(sites)s)
ORDER BY created_at DESC LIMIT 1
"""  # noqa: S608 (columns of ours)
_ONE = f"""
SELECT {_COLUMNS} FROM visitor_requests WHERE id = %(id)s AND site_id = ANY(%(sites)s)
"""  # noqa: S608
_LIST = f"""
SELECT {_COLUMNS} FROM visitor_requests WHERE site_id = ANY(%(sites)s)
  AND (%(before)s::uuid IS NULL OR id < %(before)s)
ORDER BY id DESC LIMIT %(limit)s
"""  # noqa: S608
_ARCHIVE = """
SELECT archive FROM visitor_requests
WHERE id = %(id)s AND site_id = ANY(%(sites)s) AND kind = 'export' AND expires_at > now()
"""
_SITE_OF = (
    "SELECT site_id, name FROM visitors WHERE id = %(visitor_id)s AND site_id = ANY(%(sites)s)"
)
_DUE = """
SELECT id FROM visitor_requests
WHERE state = 'pending' AND (leased_until IS NULL OR leased_until < now())
ORDER BY created_at LIMIT %(most)s
"""
_CLAIM = """
UPDATE visitor_requests SET leased_until = now() + %(lease)s, tries = tries + 1
WHERE id = %(id)s AND state = 'pending' AND (leased_until IS NULL OR leased_until < now())
RETURNING id, site_id, visitor_id, kind, requested_by, tries, conversations, counts
"""
_KEEP = """
UPDATE visitor_requests SET conversations = %(conversations)s, counts = %(counts)s
WHERE id = %(id)s
"""
_FINISH = """
UPDATE visitor_requests SET state = %(state)s, finished_at = now(), leased_until = NULL,
    conversations = '{}', archive = %(archive)s,
    counts = CASE WHEN %(counts)s::jsonb IS NULL THEN counts ELSE %(counts)s END,
    expires_at = CASE WHEN %(archive)s::bytea IS NOT NULL THEN now() + %(lives)s END
WHERE id = %(id)s AND state = 'pending'
"""
_DROP_ARCHIVES_OF = """
UPDATE visitor_requests SET archive = NULL, expires_at = NULL, leased_until = NULL,
    state = CASE WHEN state = 'pending' THEN 'failed' ELSE state END,
    finished_at = coalesce(finished_at, now())
WHERE visitor_id = %(visitor_id)s AND kind = 'export'
"""
_DROP_ARCHIVES = """
UPDATE visitor_requests SET archive = NULL
WHERE archive IS NOT NULL AND expires_at <= now()
"""


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A request as administrators see it."""

    id: UUID
    site_id: UUID
    visitor_id: UUID
    kind: str
    state: str
    requested_by: str
    created_at: datetime
    finished_at: datetime | None
    counts: dict[str, int]
    expires_at: datetime | None
    size: int


@dataclass(frozen=True, slots=True)
class ClaimedRequest:
    """A request that this worker alone fulfils for a while."""

    id: UUID
    site_id: UUID
    visitor_id: UUID
    kind: str
    requested_by: str
    tries: int
    conversations: list[UUID]
    counts: dict[str, int]


async def site_of_visitor(
    connection: AsyncConnection[Any], visitor_id: UUID, sites: Collection[UUID]
) -> tuple[UUID, str] | None:
    """Return a visitor's site, if it is one of ``sites``, and what the visitor is called."""
    values = {"visitor_id": visitor_id, "sites": list(sites)}
    row = await (await connection.execute(_SITE_OF, values)).fetchone()
    return None if row is None else (row[0], row[1])


async def ask(
    connection: AsyncConnection[Any],
    *,
    request_id: UUID,
    site_id: UUID,
    visitor_id: UUID,
    kind: str,
    requested_by: str,
) -> bool:
    """Note a request, unless the same one is under way; whether it is new."""
    values = {
        "id": request_id,
        "site_id": site_id,
        "visitor_id": visitor_id,
        "kind": kind,
        "requested_by": requested_by,
    }
    return bool((await connection.execute(_INSERT, values)).rowcount)


async def newest_request(
    connection: AsyncConnection[Any], visitor_id: UUID, kind: str, sites: Collection[UUID]
) -> RequestRow | None:
    """Return the newest request of a kind about a visitor."""
    values = {"visitor_id": visitor_id, "kind": kind, "sites": list(sites)}
    return await _one(connection, _NEWEST, values)


async def request_by_id(
    connection: AsyncConnection[Any], request_id: UUID, sites: Collection[UUID]
) -> RequestRow | None:
    """Return a request about a visitor of one of ``sites``."""
    return await _one(connection, _ONE, {"id": request_id, "sites": list(sites)})


async def list_requests(
    connection: AsyncConnection[Any], sites: Collection[UUID], before: UUID | None, limit: int
) -> list[RequestRow]:
    """Return requests, newest first."""
    cursor = connection.cursor(row_factory=class_row(RequestRow))
    await cursor.execute(_LIST, {"sites": list(sites), "before": before, "limit": limit})
    return await cursor.fetchall()


async def archive_of(
    connection: AsyncConnection[Any], request_id: UUID, sites: Collection[UUID]
) -> bytes | None:
    """Return the archive that an export made, while it is kept."""
    values = {"id": request_id, "sites": list(sites)}
    row = await (await connection.execute(_ARCHIVE, values)).fetchone()
    return None if row is None or row[0] is None else bytes(row[0])


def due_requests(connection: Connection[Any], most: int = 20) -> list[UUID]:
    """Return requests that nobody works on, the oldest first."""
    return [row[0] for row in connection.execute(_DUE, {"most": most}).fetchall()]


def claim_request(
    connection: Connection[Any], request_id: UUID, lease: timedelta
) -> ClaimedRequest | None:
    """Take a request for a while; nothing when another worker has it, or it is done."""
    cursor = connection.cursor(row_factory=class_row(ClaimedRequest))
    return cursor.execute(_CLAIM, {"id": request_id, "lease": lease}).fetchone()


def keep_progress(
    connection: Connection[Any],
    request_id: UUID,
    conversations: Collection[UUID],
    counts: dict[str, int],
) -> None:
    """Note what is still to be removed elsewhere, in the transaction that deletes the rows."""
    values = {"id": request_id, "conversations": list(conversations), "counts": Jsonb(counts)}
    connection.execute(_KEEP, values)


def finish_request(
    connection: Connection[Any],
    request_id: UUID,
    state: str,
    *,
    archive: bytes | None = None,
    lives: timedelta = timedelta(0),
    counts: dict[str, int] | None = None,
) -> None:
    """Settle a request; an archive is kept as long as it ``lives``."""
    values = {
        "id": request_id,
        "state": state,
        "archive": archive,
        "lives": lives,
        "counts": None if counts is None else Jsonb(counts),
    }
    connection.execute(_FINISH, values)


def drop_archives_of(connection: Connection[Any], visitor_id: UUID) -> None:
    """Delete what was exported of a visitor, and end exports that are under way."""
    connection.execute(_DROP_ARCHIVES_OF, {"visitor_id": visitor_id})


def drop_old_archives(connection: Connection[Any]) -> int:
    """Delete archives whose time is over; returns how many."""
    return connection.execute(_DROP_ARCHIVES).rowcount


async def _one(
    connection: AsyncConnection[Any], query: str, values: dict[str, Any]
) -> RequestRow | None:
    cursor = connection.cursor(row_factory=class_row(RequestRow))
    await cursor.execute(query, values)
    return await cursor.fetchone()
