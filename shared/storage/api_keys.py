"""Keys of the API and the sites that they open.

A key does no more than its maker may do now (docs/adr/0021): it opens those of its sites that they
still enter, and nothing at all once they are disabled or gone.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

from shared.domain.words import Locale, Role

_INSERT = """
INSERT INTO api_keys (id, name, prefix, key_hash, scopes, created_by, expires_at)
VALUES (%(id)s, %(name)s, %(prefix)s, %(key_hash)s, %(scopes)s, %(created_by)s, %(expires_at)s)
"""
_INSERT_SITES = """
INSERT INTO api_key_sites (key_id, site_id) SELECT %(id)s, unnest(%(sites)s::uuid[])
"""
# Those of a key's sites that its maker ``o`` enters now.
_OPEN = """
array(SELECT s.site_id FROM api_key_sites s
      JOIN entered_sites m ON m.site_id = s.site_id AND m.operator_id = o.id
      WHERE s.key_id = k.id AND o.disabled_at IS NULL)
"""
_SELECT = f"""
SELECT k.id, k.name, k.prefix, k.scopes, k.created_at, k.expires_at, k.last_used_at, k.revoked_at,
       o.name AS created_by, o.role,
       array(SELECT s.site_id FROM api_key_sites s WHERE s.key_id = k.id ORDER BY 1) AS sites,
       {_OPEN} AS open_sites
FROM api_keys k LEFT JOIN operators o ON o.id = k.created_by
WHERE EXISTS (SELECT FROM api_key_sites s WHERE s.key_id = k.id AND s.site_id = ANY(%(sites)s))
"""  # noqa: S608 (ours)
_WITHDRAW = """
DELETE FROM api_key_sites WHERE key_id = %(id)s AND site_id = ANY(%(sites)s)
"""
_REVOKE = """
UPDATE api_keys SET revoked_at = now() WHERE id = %(id)s AND revoked_at IS NULL
"""
# Used at most once a minute is near enough, and a write a request would be too much.
_USE = f"""
WITH used AS (
    UPDATE api_keys SET last_used_at = now()
    WHERE key_hash = %(key_hash)s AND revoked_at IS NULL
      AND (expires_at IS NULL OR expires_at > now())
      AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
)
SELECT k.id, k.name, k.scopes, coalesce(o.locale, 'ru') AS locale, o.id AS created_by, o.role,
       {_OPEN} AS sites
FROM api_keys k LEFT JOIN operators o ON o.id = k.created_by
WHERE k.key_hash = %(key_hash)s AND k.revoked_at IS NULL
  AND (k.expires_at IS NULL OR k.expires_at > now())
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class NewApiKey:
    """A key as it is stored."""

    id: UUID
    name: str
    prefix: str
    key_hash: bytes
    scopes: list[str]
    sites: list[UUID]
    created_by: UUID
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class ApiKeyRow:
    """A key as administrators see it."""

    id: UUID
    name: str
    prefix: str
    scopes: list[str]
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    revoked_at: datetime | None
    created_by: str | None
    role: Role | None
    """Its maker's, now."""
    sites: list[UUID]
    open_sites: list[UUID]
    """Those of ``sites`` that its maker enters now."""


@dataclass(frozen=True, slots=True)
class KnownKey:
    """A key that was neither revoked nor has expired, and the ``sites`` it opens now."""

    id: UUID
    name: str
    scopes: list[str]
    locale: Locale
    created_by: UUID | None
    role: Role | None
    """Its maker's, now."""
    sites: list[UUID]

    def __post_init__(self) -> None:
        """Turn text from the database into members of the closed sets."""
        object.__setattr__(self, "locale", Locale(self.locale))
        object.__setattr__(self, "role", self.role and Role(self.role))


async def insert_key(connection: AsyncConnection[Any], key: NewApiKey) -> None:
    """Store a key with its sites, in the caller's transaction."""
    await connection.execute(
        _INSERT,
        {
            "id": key.id,
            "name": key.name,
            "prefix": key.prefix,
            "key_hash": key.key_hash,
            "scopes": key.scopes,
            "created_by": key.created_by,
            "expires_at": key.expires_at,
        },
    )
    await connection.execute(_INSERT_SITES, {"id": key.id, "sites": key.sites})


async def list_keys(
    connection: AsyncConnection[Any], sites: Collection[UUID], most: int
) -> list[ApiKeyRow]:
    """Return keys that open any of ``sites``, those in use first, then the newest."""
    cursor = connection.cursor(row_factory=class_row(ApiKeyRow))
    ordered = _SELECT + "ORDER BY k.revoked_at IS NOT NULL, k.id DESC LIMIT %(most)s"
    await cursor.execute(ordered, {"sites": list(sites), "most": most})
    return await cursor.fetchall()


async def key_for_change(
    connection: AsyncConnection[Any], key_id: UUID, sites: Collection[UUID]
) -> ApiKeyRow | None:
    """Return a key that opens any of ``sites``, locked."""
    cursor = connection.cursor(row_factory=class_row(ApiKeyRow))
    one = _SELECT + "AND k.id = %(id)s FOR UPDATE OF k"
    await cursor.execute(one, {"sites": list(sites), "id": key_id})
    return await cursor.fetchone()


async def revoke_key(connection: AsyncConnection[Any], key_id: UUID) -> None:
    """Let a key open nothing any more."""
    await connection.execute(_REVOKE, {"id": key_id})


async def withdraw_key(
    connection: AsyncConnection[Any], key_id: UUID, sites: Collection[UUID]
) -> None:
    """Let a key open some of its sites no more."""
    await connection.execute(_WITHDRAW, {"id": key_id, "sites": list(sites)})


async def use_key(connection: AsyncConnection[Any], key_hash: bytes) -> KnownKey | None:
    """Return the key with this hash, if it is good now, and note that it was used."""
    cursor = connection.cursor(row_factory=class_row(KnownKey))
    await cursor.execute(_USE, {"key_hash": key_hash})
    return await cursor.fetchone()
