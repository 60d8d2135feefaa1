"""Sites as administrators see and change them, disabled ones included."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

_COLUMNS = """
SELECT id, site_key, name, locale, origins, wildcards, greeting, look, hours, messages_per_minute,
       answers_per_minute, sockets_per_visitor, text_limit, uploads, identity_required,
       identity_salts, identity_keys, previous_key, previous_key_until, seen_at, seen_origin,
       created_at, disabled_at
FROM sites
"""
_LIST = _COLUMNS + "WHERE id = ANY(%(sites)s) ORDER BY created_at, id LIMIT 1000"
_ALL = _COLUMNS + "WHERE deleted_at IS NULL ORDER BY created_at, id"
_BY_KEY = _COLUMNS + "WHERE site_key = %(site_key)s AND deleted_at IS NULL"
# Also of a site that is being deleted, and of one whose key was changed: its pages may have it yet.
_IS_TAKEN = """
SELECT EXISTS (SELECT FROM sites WHERE site_key = %(site_key)s OR previous_key = %(site_key)s)
"""
_ONE = _COLUMNS + "WHERE id = %(site_id)s"
# Not FOR UPDATE: each new visitor, conversation and letter to a webhook holds its site's key, and
# would wait for as long as an import lasts.
_HOLD = " FOR NO KEY UPDATE"
_INSERT = """
INSERT INTO sites (id, site_key, name, locale, origins)
VALUES (%(id)s, %(site_key)s, %(name)s, %(locale)s, %(origins)s)
"""
_MEMBERS = """
INSERT INTO operator_sites (operator_id, site_id) SELECT unnest(%(operators)s::uuid[]), %(id)s
"""
_COPY_AGENTS = """
INSERT INTO agents
SELECT (jsonb_populate_record(a, jsonb_build_object('site_id', %(id)s::text))).*
FROM agents a WHERE a.site_id = %(source)s
"""
_UPDATE = """
UPDATE sites SET site_key = %(site_key)s, name = %(name)s, locale = %(locale)s,
    origins = %(origins)s, wildcards = %(wildcards)s, greeting = %(greeting)s, look = %(look)s,
    hours = %(hours)s, messages_per_minute = %(messages_per_minute)s,
    answers_per_minute = %(answers_per_minute)s, sockets_per_visitor = %(sockets_per_visitor)s,
    text_limit = %(text_limit)s, uploads = %(uploads)s, identity_required = %(identity_required)s,
    identity_salts = %(identity_salts)s, identity_keys = %(identity_keys)s,
    previous_key = %(previous_key)s, previous_key_until = %(previous_key_until)s,
    disabled_at = %(disabled_at)s
WHERE id = %(id)s
"""
_SEEN = """
UPDATE sites SET seen_at = %(now)s, seen_origin = %(origin)s
WHERE id = %(site_id)s AND (seen_at IS NULL OR seen_at < %(now)s - interval '1 minute'
    OR seen_origin IS DISTINCT FROM %(origin)s)
"""


@dataclass(frozen=True, slots=True)
class SiteRow:
    """A row of ``sites``, as it is kept."""

    id: UUID
    site_key: str
    name: str
    locale: str
    origins: list[str]
    wildcards: bool
    greeting: dict[str, str]
    look: dict[str, Any]
    hours: dict[str, Any] | None
    messages_per_minute: int | None
    answers_per_minute: int | None
    sockets_per_visitor: int | None
    text_limit: int | None
    uploads: bool
    identity_required: bool
    identity_salts: list[dict[str, Any]]
    identity_keys: list[dict[str, Any]]
    previous_key: str | None
    previous_key_until: datetime | None
    seen_at: datetime | None
    seen_origin: str | None
    created_at: datetime
    disabled_at: datetime | None


async def list_sites(connection: AsyncConnection[Any], sites: Collection[UUID]) -> list[SiteRow]:
    """Return these sites, the oldest first; a thousand at most."""
    cursor = connection.cursor(row_factory=class_row(SiteRow))
    await cursor.execute(_LIST, {"sites": list(sites)})
    return await cursor.fetchall()


async def all_sites(connection: AsyncConnection[Any]) -> list[SiteRow]:
    """Return every site of the installation, the oldest first; those being deleted are not."""
    cursor = connection.cursor(row_factory=class_row(SiteRow))
    await cursor.execute(_ALL)
    return await cursor.fetchall()


async def site_row_by_key(connection: AsyncConnection[Any], site_key: str) -> SiteRow | None:
    """Return the site that has this key now, switched off or on."""
    cursor = connection.cursor(row_factory=class_row(SiteRow))
    await cursor.execute(_BY_KEY, {"site_key": site_key})
    return await cursor.fetchone()


async def is_key_taken(connection: AsyncConnection[Any], site_key: str) -> bool:
    """Whether a key leads, or has led, to some site."""
    row = await (await connection.execute(_IS_TAKEN, {"site_key": site_key})).fetchone()
    return bool(row and row[0])


async def site_row(
    connection: AsyncConnection[Any], site_id: UUID, *, for_change: bool = False
) -> SiteRow | None:
    """Return a site; ``for_change`` keeps others from changing it until the commit.

    Visitors, conversations and whatever else is new of the site come in meanwhile.
    """
    cursor = connection.cursor(row_factory=class_row(SiteRow))
    await cursor.execute(_ONE + (_HOLD if for_change else ""), {"site_id": site_id})
    return await cursor.fetchone()


async def insert_site(
    connection: AsyncConnection[Any],
    *,
    site_id: UUID,
    site_key: str,
    name: str,
    locale: str,
    origins: list[str],
    operators: Collection[UUID],
    agents_from: UUID | None = None,
) -> None:
    """Make a site, of which ``operators`` are the first."""
    values = {
        "id": site_id,
        "site_key": site_key,
        "name": name,
        "locale": locale,
        "origins": origins,
        "operators": list(operators),
        "source": agents_from,
    }
    await connection.execute(_INSERT, values)
    await connection.execute(_MEMBERS, values)
    if agents_from is not None:
        await connection.execute(_COPY_AGENTS, values)


async def update_site(connection: AsyncConnection[Any], row: SiteRow) -> None:
    """Keep a row as it now is; what was seen of the site is not of it."""
    values = {name: getattr(row, name) for name in SiteRow.__slots__}
    for name in ("greeting", "look", "hours", "identity_salts", "identity_keys"):
        values[name] = None if values[name] is None else Jsonb(values[name])
    await connection.execute(_UPDATE, values)


async def note_seen(
    connection: AsyncConnection[Any], site_id: UUID, origin: str, now: datetime
) -> None:
    """Keep that a page asked for the site; once a minute is enough."""
    await connection.execute(_SEEN, {"site_id": site_id, "origin": origin, "now": now})
