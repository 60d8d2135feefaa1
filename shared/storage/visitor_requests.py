"""What was asked for about visitors' data, and how far it has come."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import IO, Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.storage.everything import PIECE

_COLUMNS = """
id, site_id, visitor_id, kind, state, requested_by, created_at, finished_at, counts, expires_at,
size
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
_PIECE = """
SELECT p.content FROM archive_pieces p JOIN visitor_requests r ON r.id = p.request_id
WHERE p.request_id = %(id)s AND p.n = %(n)s AND r.expires_at > now()
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
_RENEW = """
UPDATE visitor_requests SET leased_until = now() + %(lease)s
WHERE id = %(id)s AND state = 'pending' AND tries = %(tries)s
"""
_KEEP = """
UPDATE visitor_requests SET conversations = %(conversations)s, counts = %(counts)s
WHERE id = %(id)s
"""
_FINISH = """
UPDATE visitor_requests SET state = %(state)s, finished_at = now(), leased_until = NULL,
    conversations = '{}',
    counts = CASE WHEN %(counts)s::jsonb IS NULL THEN counts ELSE %(counts)s END
WHERE id = %(id)s AND state = 'pending' AND tries = %(tries)s
"""
_ADD_PIECE = "INSERT INTO archive_pieces VALUES (%(id)s, %(n)s, %(content)s)"
_SET_SIZE = """
UPDATE visitor_requests SET size = %(size)s, expires_at = now() + %(lives)s WHERE id = %(id)s
"""
_END_EXPORTS_OF = """
UPDATE visitor_requests SET size = 0, expires_at = NULL, leased_until = NULL,
    state = CASE WHEN state = 'pending' THEN 'failed' ELSE state END,
    finished_at = coalesce(finished_at, now())
WHERE visitor_id = %(visitor_id)s AND kind = 'export'
"""
_DROP_PIECES_OF = """
DELETE FROM archive_pieces WHERE request_id IN (
    SELECT id FROM visitor_requests WHERE visitor_id = %(visitor_id)s AND kind = 'export')
"""
_DROP_ARCHIVES = """
WITH dropped AS (
    UPDATE visitor_requests SET size = 0 WHERE size > 0 AND expires_at <= now() RETURNING id)
DELETE FROM archive_pieces WHERE request_id IN (SELECT id FROM dropped)
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


async def archive_piece(connection: AsyncConnection[Any], request_id: UUID, n: int) -> bytes | None:
    """Return a piece of the archive that an export made, from 0; nothing after the last.

    Nothing at all once it is no longer kept. Whether a request is the caller's business is not
    asked here.
    """
    cursor = connection.cursor(binary=True)
    await cursor.execute(_PIECE, {"id": request_id, "n": n})
    row = await cursor.fetchone()
    return None if row is None else row[0]


def due_requests(connection: Connection[Any], most: int = 20) -> list[UUID]:
    """Return requests that nobody works on, the oldest first."""
    return [row[0] for row in connection.execute(_DUE, {"most": most}).fetchall()]


def claim_request(
    connection: Connection[Any], request_id: UUID, lease: timedelta
) -> ClaimedRequest | None:
    """Take a request for a while; nothing when another worker has it, or it is done."""
    cursor = connection.cursor(row_factory=class_row(ClaimedRequest))
    return cursor.execute(_CLAIM, {"id": request_id, "lease": lease}).fetchone()


def renew_request(connection: Connection[Any], request: ClaimedRequest, lease: timedelta) -> bool:
    """Keep a request for a while longer; false when it is another worker's, or done."""
    values = {"id": request.id, "tries": request.tries, "lease": lease}
    return connection.execute(_RENEW, values).rowcount == 1


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
    request: ClaimedRequest,
    state: str,
    counts: dict[str, int] | None = None,
) -> bool:
    """Settle a request; false when another worker has it meanwhile, or it was settled."""
    values = {
        "id": request.id,
        "tries": request.tries,
        "state": state,
        "counts": None if counts is None else Jsonb(counts),
    }
    return connection.execute(_FINISH, values).rowcount == 1


def keep_archive(
    connection: Connection[Any],
    request: ClaimedRequest,
    archive: IO[bytes],
    counts: dict[str, int],
    lives: timedelta,
) -> bool:
    """Settle an export by its archive, which is read to its end and kept as long as it ``lives``.

    In a transaction of its own. Nothing is kept when the request is another worker's meanwhile,
    or was settled.
    """
    with connection.transaction():
        if not finish_request(connection, request, "done", counts):
            return False
        size = 0
        for n, piece in enumerate(iter(partial(archive.read, PIECE), b"")):
            connection.execute(_ADD_PIECE, {"id": request.id, "n": n, "content": piece})
            size += len(piece)
        connection.execute(_SET_SIZE, {"id": request.id, "size": size, "lives": lives})
    return True


def drop_archives_of(connection: Connection[Any], visitor_id: UUID) -> None:
    """Delete what was exported of a visitor, and end exports that are under way."""
    values = {"visitor_id": visitor_id}
    # One that is just being kept is waited for; only the next statement sees its pieces.
    connection.execute(_END_EXPORTS_OF, values)
    connection.execute(_DROP_PIECES_OF, values)


def drop_old_archives(connection: Connection[Any]) -> int:
    """Delete archives whose time is over; returns of how many pieces."""
    return connection.execute(_DROP_ARCHIVES).rowcount


async def _one(
    connection: AsyncConnection[Any], query: str, values: dict[str, Any]
) -> RequestRow | None:
    cursor = connection.cursor(row_factory=class_row(RequestRow))
    await cursor.execute(query, values)
    return await cursor.fetchone()
