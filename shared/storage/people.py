"""Operators, their sign-ins and the rotation of refresh tokens."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

from shared.domain.devices import MOST, NOWHERE, Device
from shared.domain.words import Locale, Role

_OPERATOR = """
SELECT id, email, name, role, locale, password_hash,
       ARRAY(SELECT site_id FROM entered_sites WHERE operator_id = id) AS sites,
       ARRAY(SELECT site_id FROM operator_sites WHERE operator_id = id) AS memberships,
       totp_at IS NOT NULL AS has_two_factor,
       EXISTS (SELECT FROM operator_sites m JOIN sites s ON s.id = m.site_id
               WHERE m.operator_id = operators.id AND s.two_factor_required) AS needs_two_factor
FROM operators WHERE disabled_at IS NULL AND {condition}
"""
_IN_SESSION = """
id = %(value)s AND EXISTS (
    SELECT FROM operator_sessions s
    WHERE s.id = %(session_id)s AND s.operator_id = operators.id
      AND s.revoked_at IS NULL AND s.expires_at > now())
"""
_NEW_SESSION = """
INSERT INTO operator_sessions (id, operator_id, expires_at, user_agent, address)
VALUES (%(session_id)s, %(operator_id)s, %(expires_at)s, %(user_agent)s, %(address)s)
"""
_ADD_REFRESH = """
INSERT INTO refresh_tokens (token_hash, session_id) VALUES (%(token_hash)s, %(session_id)s)
"""
_FIND_REFRESH = """
SELECT t.session_id, t.used_at, s.operator_id, s.expires_at, s.revoked_at
FROM refresh_tokens t JOIN operator_sessions s ON s.id = t.session_id
WHERE t.token_hash = %(token_hash)s FOR UPDATE
"""
_USE_REFRESH = "UPDATE refresh_tokens SET used_at = now() WHERE token_hash = %(token_hash)s"
_SEEN = """
UPDATE operator_sessions SET used_at = now(), user_agent = %(user_agent)s, address = %(address)s
WHERE id = %(session_id)s
"""
_REVOKE = """
UPDATE operator_sessions SET revoked_at = coalesce(revoked_at, now()) WHERE id = %(session_id)s
"""
_DELETE_EXPIRED = "DELETE FROM operator_sessions WHERE expires_at < %(now)s"


@dataclass(frozen=True, slots=True)
class Operator:
    """An operator as stored. ``sites`` are those of their ``memberships`` that they may enter.

    A site that requires a second factor holds out who has none, and no other site of theirs does.
    """

    id: UUID
    email: str
    name: str
    role: Role
    locale: Locale
    password_hash: str
    sites: list[UUID]
    memberships: list[UUID]
    has_two_factor: bool
    needs_two_factor: bool

    @property
    def is_held_out(self) -> bool:
        """Whether every site of theirs wants a second factor that they do not have."""
        return self.needs_two_factor and not self.sites

    @property
    def held_sites(self) -> list[UUID]:
        """Those of their sites that they may not enter without a second factor."""
        return [site_id for site_id in self.memberships if site_id not in self.sites]

    def __post_init__(self) -> None:
        """Turn text from the database into members of the closed sets."""
        object.__setattr__(self, "role", Role(self.role))
        object.__setattr__(self, "locale", Locale(self.locale))


@dataclass(frozen=True, slots=True)
class Rotation:
    """What a refresh token was worth."""

    session_id: UUID
    operator_id: UUID
    is_valid: bool
    was_reused: bool


async def operator_by_email(connection: AsyncConnection[Any], email: str) -> Operator | None:
    """Return an active operator by e-mail, whatever its case."""
    return await _operator(connection, "lower(email) = lower(%(value)s)", email)


async def operator_by_id(connection: AsyncConnection[Any], operator_id: UUID) -> Operator | None:
    """Return an active operator by id."""
    return await _operator(connection, "id = %(value)s", operator_id)


async def operator_of_session(
    connection: AsyncConnection[Any], operator_id: UUID, session_id: UUID
) -> Operator | None:
    """Return an active operator whose sign-in has neither ended nor been revoked."""
    cursor = connection.cursor(row_factory=class_row(Operator))
    values = {"value": operator_id, "session_id": session_id}
    await cursor.execute(_OPERATOR.format(condition=_IN_SESSION), values)
    return await cursor.fetchone()


async def start_session(
    connection: AsyncConnection[Any],
    *,
    session_id: UUID,
    operator_id: UUID,
    expires_at: datetime,
    token_hash: bytes,
    device: Device = NOWHERE,
) -> None:
    """Begin a sign-in with its first refresh token."""
    values = {
        "user_agent": device.user_agent[:MOST],
        "address": device.address,
        "session_id": session_id,
        "operator_id": operator_id,
        "expires_at": expires_at,
        "token_hash": token_hash,
    }
    async with connection.transaction():
        await connection.execute(_NEW_SESSION, values)
        await connection.execute(_ADD_REFRESH, values)


async def rotate(
    connection: AsyncConnection[Any],
    *,
    old_hash: bytes,
    new_hash: bytes,
    now: datetime,
    device: Device = NOWHERE,
) -> Rotation | None:
    """Trade a refresh token for a new one, once; a second time ends the whole family.

    A token that was used before is in two hands: the rightful one and a thief's. Nobody can
    tell which is which, so the session ends for both (OAuth 2.0 BCP, RFC 9700 section 4.14).
    """
    async with connection.transaction():
        cursor = await connection.execute(_FIND_REFRESH, {"token_hash": old_hash})
        row = await cursor.fetchone()
        if row is None:
            return None
        session_id, used_at, operator_id, expires_at, revoked_at = row
        if used_at is not None:
            await connection.execute(_REVOKE, {"session_id": session_id})
            return Rotation(session_id, operator_id, is_valid=False, was_reused=True)
        if revoked_at is not None or expires_at <= now:
            return Rotation(session_id, operator_id, is_valid=False, was_reused=False)
        await connection.execute(_USE_REFRESH, {"token_hash": old_hash})
        await connection.execute(_ADD_REFRESH, {"token_hash": new_hash, "session_id": session_id})
        seen = {"user_agent": device.user_agent[:MOST], "address": device.address}
        await connection.execute(_SEEN, seen | {"session_id": session_id})
        return Rotation(session_id, operator_id, is_valid=True, was_reused=False)


async def end_session(connection: AsyncConnection[Any], session_id: UUID) -> None:
    """Revoke a sign-in; its refresh tokens are worth nothing any more."""
    await connection.execute(_REVOKE, {"session_id": session_id})


async def _operator(
    connection: AsyncConnection[Any], condition: str, value: str | UUID
) -> Operator | None:
    cursor = connection.cursor(row_factory=class_row(Operator))
    await cursor.execute(_OPERATOR.format(condition=condition), {"value": value})
    return await cursor.fetchone()


def delete_expired_sessions(connection: Connection[Any], now: datetime) -> int:
    """Delete sign-ins that ended; returns how many."""
    return connection.execute(_DELETE_EXPIRED, {"now": now}).rowcount
