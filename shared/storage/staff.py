"""Operators as their administrators see and change them.

Changes run one at a time (``one_at_a_time``): only so can a transaction look whether a site keeps
an administrator and be right about it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row, dict_row

from shared.domain.words import Locale, Role

# «ott» and «people» in ASCII: a number that nothing else here locks.
_LOCK = "SELECT pg_advisory_xact_lock(7304309820534480748)"
_PERSON = """
SELECT o.id, o.email, o.name, o.role, o.locale, o.password_hash, o.created_at, o.disabled_at,
       o.totp_at AS two_factor_at,
       ARRAY(SELECT site_id FROM operator_sites m WHERE m.operator_id = o.id) AS sites,
       (SELECT max(used_at) FROM operator_sessions s WHERE s.operator_id = o.id) AS seen_at
FROM operators o
WHERE {condition}
"""
_OURS = """
EXISTS (SELECT FROM operator_sites m WHERE m.operator_id = o.id AND m.site_id = ANY(%(sites)s))
"""
_FOUND = """
AND (position(lower(%(text)s) IN lower(o.name)) > 0
     OR position(lower(%(text)s) IN lower(o.email)) > 0)
"""
_AFTER = """
AND (lower(o.name), o.id) > (SELECT lower(name), id FROM operators WHERE id = %(after)s)
"""
_ORDER = "ORDER BY lower(o.name), o.id LIMIT %(limit)s"
_CHANGE = """
UPDATE operators SET
    name = %(name)s, role = %(role)s,
    disabled_at = CASE WHEN %(is_disabled)s THEN coalesce(disabled_at, now()) END
WHERE id = %(operator_id)s
"""
_CHANGE_OWN = """
UPDATE operators SET name = %(name)s, locale = %(locale)s WHERE id = %(operator_id)s
"""
_LEAVE = (
    "DELETE FROM operator_sites WHERE operator_id = %(operator_id)s AND site_id = ANY(%(sites)s)"
)
_JOIN = """
INSERT INTO operator_sites (operator_id, site_id)
SELECT %(operator_id)s, unnest(%(sites)s::uuid[]) ON CONFLICT DO NOTHING
"""
_ADMINISTRATORS = "o.role = 'admin' ORDER BY o.disabled_at NULLS FIRST, lower(o.email)"
# Whoever was made with a link has no password until they choose one, and the link may expire.
_COUNT_ADMINISTRATORS = """
SELECT count(*) FROM operators
WHERE role = 'admin' AND disabled_at IS NULL AND password_hash <> ''
"""
_WITHOUT_ADMIN = """
SELECT s.id FROM sites s WHERE s.id = ANY(%(sites)s) AND NOT EXISTS (
    SELECT FROM operator_sites m JOIN operators o ON o.id = m.operator_id
    WHERE m.site_id = s.id AND o.role = 'admin' AND o.disabled_at IS NULL
      AND o.password_hash <> '')
"""
_NEW = """
INSERT INTO operators (id, email, name, role, locale, password_hash, password_at)
VALUES (%(id)s, %(email)s, %(name)s, %(role)s, %(locale)s, coalesce(%(password_hash)s, ''),
        CASE WHEN %(password_hash)s::text IS NOT NULL THEN now() END)
"""
_NEW_HASH = """
UPDATE operators SET password_hash = %(password_hash)s, password_at = now()
WHERE id = %(operator_id)s
"""
_CHOSEN_AT = "SELECT password_at FROM operators WHERE id = %(operator_id)s"
_RULES = """
SELECT s.id AS site_id, s.name AS site_name, s.two_factor_required AS required,
       count(o.id) AS people, count(o.totp_at) AS enabled
FROM sites s
LEFT JOIN operator_sites m ON m.site_id = s.id
LEFT JOIN operators o ON o.id = m.operator_id AND o.disabled_at IS NULL
WHERE s.id = ANY(%(sites)s) GROUP BY s.id ORDER BY s.name, s.id
"""
_SET_RULE = "UPDATE sites SET two_factor_required = %(required)s WHERE id = %(site_id)s"
_LACKING = """
SELECT o.id FROM operators o JOIN operator_sites m ON m.operator_id = o.id
WHERE m.site_id = %(site_id)s AND o.totp_at IS NULL AND o.disabled_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Person:
    """An operator with all that administrators may see, and their password's hash."""

    id: UUID
    email: str
    name: str
    role: Role
    locale: Locale
    password_hash: str
    created_at: datetime
    disabled_at: datetime | None
    two_factor_at: datetime | None
    sites: list[UUID]
    seen_at: datetime | None

    def __post_init__(self) -> None:
        """Turn text from the database into members of the closed sets."""
        object.__setattr__(self, "role", Role(self.role))
        object.__setattr__(self, "locale", Locale(self.locale))

    @property
    def has_password(self) -> bool:
        """False of whoever was made with a link and has chosen none yet: they cannot sign in."""
        return self.password_hash != ""


async def one_at_a_time(connection: AsyncConnection[Any]) -> None:
    """Wait until no other transaction changes people; lasts until this one ends."""
    await connection.execute(_LOCK)


async def list_people(
    connection: AsyncConnection[Any],
    sites: Sequence[UUID],
    *,
    text: str | None,
    after: UUID | None,
    limit: int,
) -> list[Person]:
    """Return operators of any of ``sites`` by name, those whose name or e-mail holds ``text``."""
    condition = _OURS + (_FOUND if text else "") + (_AFTER if after else "") + _ORDER
    cursor = connection.cursor(row_factory=class_row(Person))
    values = {"sites": list(sites), "text": text, "after": after, "limit": limit}
    await cursor.execute(_PERSON.format(condition=condition), values)
    return await cursor.fetchall()


async def person_by_id(connection: AsyncConnection[Any], operator_id: UUID) -> Person | None:
    """Return an operator, also a disabled one."""
    return await _person(connection, "o.id = %(value)s", operator_id)


async def person_by_email(connection: AsyncConnection[Any], email: str) -> Person | None:
    """Return an operator by e-mail, whatever its case; also a disabled one."""
    return await _person(connection, "lower(o.email) = lower(%(value)s)", email)


async def list_administrators(connection: AsyncConnection[Any]) -> list[Person]:
    """Return all administrators of the installation, disabled ones last."""
    cursor = connection.cursor(row_factory=class_row(Person))
    await cursor.execute(_PERSON.format(condition=_ADMINISTRATORS))
    return await cursor.fetchall()


async def count_administrators(connection: AsyncConnection[Any]) -> int:
    """Count those who can sign in: neither disabled nor without a password."""
    row = await (await connection.execute(_COUNT_ADMINISTRATORS)).fetchone()
    return int(row[0]) if row else 0


def count_administrators_blocking(connection: Connection[Any]) -> int:
    """Do the same, for whoever has no event loop."""
    row = connection.execute(_COUNT_ADMINISTRATORS).fetchone()
    return int(row[0]) if row else 0


async def change_person(
    connection: AsyncConnection[Any],
    operator_id: UUID,
    *,
    name: str,
    role: Role,
    is_disabled: bool,
) -> None:
    """Write what an operator is."""
    await connection.execute(
        _CHANGE,
        {
            "operator_id": operator_id,
            "name": name,
            "role": role,
            "is_disabled": is_disabled,
        },
    )


async def change_own(
    connection: AsyncConnection[Any], operator_id: UUID, name: str, locale: Locale
) -> None:
    """Write what operators change of themselves, and nothing that others change meanwhile."""
    values = {"operator_id": operator_id, "name": name, "locale": locale}
    await connection.execute(_CHANGE_OWN, values)


async def leave_sites(
    connection: AsyncConnection[Any], operator_id: UUID, sites: Sequence[UUID]
) -> None:
    """Take sites away from an operator."""
    await connection.execute(_LEAVE, {"operator_id": operator_id, "sites": list(sites)})


async def join_sites(
    connection: AsyncConnection[Any], operator_id: UUID, sites: Sequence[UUID]
) -> None:
    """Give an operator sites; those they have stay."""
    await connection.execute(_JOIN, {"operator_id": operator_id, "sites": list(sites)})


async def sites_without_admin(
    connection: AsyncConnection[Any], sites: Sequence[UUID]
) -> list[UUID]:
    """Return those of ``sites`` for which no administrator works who can sign in."""
    cursor = await connection.execute(_WITHOUT_ADMIN, {"sites": list(sites)})
    return [row[0] for row in await cursor.fetchall()]


async def add_operator(
    connection: AsyncConnection[Any],
    *,
    operator_id: UUID,
    email: str,
    name: str,
    role: Role,
    locale: Locale,
    password_hash: str | None,
) -> None:
    """Make an operator, of no site yet; without a password they are to choose one by a link."""
    await connection.execute(
        _NEW,
        {
            "id": operator_id,
            "email": email,
            "name": name,
            "role": role,
            "locale": locale,
            "password_hash": password_hash,
        },
    )


async def set_password(
    connection: AsyncConnection[Any], operator_id: UUID, password_hash: str
) -> None:
    """Give an operator another password."""
    values = {"operator_id": operator_id, "password_hash": password_hash}
    await connection.execute(_NEW_HASH, values)


async def password_set_at(connection: AsyncConnection[Any], operator_id: UUID) -> datetime | None:
    """Return when an operator chose their password; None: it was given to them."""
    cursor = await connection.execute(_CHOSEN_AT, {"operator_id": operator_id})
    row = await cursor.fetchone()
    return row[0] if row else None


async def two_factor_rules(
    connection: AsyncConnection[Any], sites: Sequence[UUID]
) -> list[dict[str, Any]]:
    """Return for each of ``sites`` whether it wants a second factor, and how many have one."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_RULES, {"sites": list(sites)})
    return await cursor.fetchall()


async def set_two_factor_rule(
    connection: AsyncConnection[Any], site_id: UUID, *, required: bool
) -> list[UUID]:
    """Write a site's rule; returns the operators who lack a second factor."""
    values = {"site_id": site_id, "required": required}
    await connection.execute(_SET_RULE, values)
    cursor = await connection.execute(_LACKING, values)
    return [row[0] for row in await cursor.fetchall()]


async def _person(
    connection: AsyncConnection[Any], condition: str, value: UUID | str
) -> Person | None:
    cursor = connection.cursor(row_factory=class_row(Person))
    await cursor.execute(_PERSON.format(condition=condition), {"value": value})
    return await cursor.fetchone()
