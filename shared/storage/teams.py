"""Teams, their members, and the rules of assignment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.errors import UniqueViolation
from psycopg.rows import class_row

from shared.kernel.errors import Conflict, ErrorCode

_TEAM = """
SELECT t.id, t.site_id, t.name, t.automatic, coalesce(array_agg(o.id ORDER BY lower(o.name), o.id)
       FILTER (WHERE o.id IS NOT NULL), '{}') AS members,
       coalesce(array_agg(o.name ORDER BY lower(o.name), o.id)
       FILTER (WHERE o.id IS NOT NULL), '{}') AS names
FROM teams t
LEFT JOIN team_members m ON m.team_id = t.id
LEFT JOIN operator_sites w ON w.operator_id = m.operator_id AND w.site_id = t.site_id
LEFT JOIN operators o ON o.id = w.operator_id AND o.disabled_at IS NULL
"""
_GROUPED = "GROUP BY t.id ORDER BY lower(t.name), t.id"
_OF_SITES = _TEAM + "WHERE t.site_id = ANY(%(sites)s)" + _GROUPED
_ONE = _TEAM + "WHERE t.id = %(team_id)s AND t.site_id = ANY(%(sites)s)" + _GROUPED
_LOCK = "SELECT id FROM teams WHERE id = %(team_id)s AND site_id = ANY(%(sites)s) FOR UPDATE"
_INSERT = """
INSERT INTO teams (id, site_id, name, automatic)
VALUES (%(id)s, %(site_id)s, %(name)s, %(automatic)s)
"""
_UPDATE = "UPDATE teams SET name = %(name)s, automatic = %(automatic)s WHERE id = %(id)s"
_DELETE = "DELETE FROM teams WHERE id = %(id)s"
_LEAVE = "DELETE FROM team_members WHERE team_id = %(id)s"
_JOIN = """
INSERT INTO team_members (team_id, operator_id)
SELECT %(id)s, o.id FROM operators o JOIN operator_sites w ON w.operator_id = o.id
WHERE w.site_id = %(site_id)s AND o.id = ANY(%(members)s) AND o.disabled_at IS NULL
"""
_SITES = """
SELECT s.id, s.name, coalesce(r.automatic, false) AS automatic,
       coalesce(r.take_seconds, 120) AS take_seconds
FROM sites s LEFT JOIN assignment_rules r ON r.site_id = s.id
WHERE s.id = ANY(%(sites)s) AND s.disabled_at IS NULL ORDER BY lower(s.name), s.id
"""
_RULES = """
INSERT INTO assignment_rules (site_id, automatic, take_seconds)
VALUES (%(id)s, %(automatic)s, %(take_seconds)s)
ON CONFLICT (site_id) DO UPDATE SET
    automatic = EXCLUDED.automatic, take_seconds = EXCLUDED.take_seconds
"""


@dataclass(frozen=True, slots=True)
class Team:
    """A team with those of its members who still work for the site."""

    id: UUID
    site_id: UUID
    name: str
    automatic: bool
    members: list[UUID]
    names: list[str]


@dataclass(frozen=True, slots=True)
class SiteRules:
    """A site and how it assigns."""

    id: UUID
    name: str
    automatic: bool
    take_seconds: int


async def list_teams(connection: AsyncConnection[Any], sites: Collection[UUID]) -> list[Team]:
    """Return the teams of some sites, by name."""
    cursor = connection.cursor(row_factory=class_row(Team))
    await cursor.execute(_OF_SITES, {"sites": list(sites)})
    return await cursor.fetchall()


async def team_for_change(
    connection: AsyncConnection[Any], team_id: UUID, sites: Collection[UUID]
) -> Team | None:
    """Return a team of one of ``sites``, locked until the transaction ends."""
    values = {"team_id": team_id, "sites": list(sites)}
    await connection.execute(_LOCK, values)
    cursor = connection.cursor(row_factory=class_row(Team))
    await cursor.execute(_ONE, values)
    return await cursor.fetchone()


async def add_team(
    connection: AsyncConnection[Any],
    *,
    team_id: UUID,
    site_id: UUID,
    name: str,
    automatic: bool,
    members: Sequence[UUID],
) -> None:
    """Make a team.

    Raises:
        Conflict: the site has one of this name.
        LookupError: a member does not work for the site.
    """
    values = {"id": team_id, "site_id": site_id, "name": name, "automatic": automatic}
    try:
        await connection.execute(_INSERT, values)
    except UniqueViolation as error:
        raise Conflict(ErrorCode.TEAM_NAME_TAKEN) from error
    await _set_members(connection, team_id, site_id, members)


async def change_team(
    connection: AsyncConnection[Any], team: Team, members: Sequence[UUID] | None
) -> None:
    """Keep a team's name and rule, and its members unless they are None.

    Raises:
        Conflict: the site has another one of this name.
        LookupError: a member does not work for the site.
    """
    values = {"id": team.id, "name": team.name, "automatic": team.automatic}
    try:
        await connection.execute(_UPDATE, values)
    except UniqueViolation as error:
        raise Conflict(ErrorCode.TEAM_NAME_TAKEN) from error
    if members is not None:
        await _set_members(connection, team.id, team.site_id, members)


async def delete_team(connection: AsyncConnection[Any], team_id: UUID) -> None:
    """Delete a team; conversations that wait for it wait for everybody."""
    await connection.execute(_DELETE, {"id": team_id})


async def site_rules(connection: AsyncConnection[Any], sites: Collection[UUID]) -> list[SiteRules]:
    """Return some sites with their rules, by name."""
    cursor = connection.cursor(row_factory=class_row(SiteRules))
    await cursor.execute(_SITES, {"sites": list(sites)})
    return await cursor.fetchall()


async def set_rules(connection: AsyncConnection[Any], rules: SiteRules) -> None:
    """Keep a site's rules."""
    await connection.execute(
        _RULES,
        {"id": rules.id, "automatic": rules.automatic, "take_seconds": rules.take_seconds},
    )


async def _set_members(
    connection: AsyncConnection[Any], team_id: UUID, site_id: UUID, members: Sequence[UUID]
) -> None:
    wanted = set(members)
    await connection.execute(_LEAVE, {"id": team_id})
    cursor = await connection.execute(
        _JOIN, {"id": team_id, "site_id": site_id, "members": list(wanted)}
    )
    if cursor.rowcount != len(wanted):
        raise LookupError("a member does not work for the site")
