"""Agents as administrators see and change them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

_INFO = """
SELECT a.site_id, s.site_key, s.name AS site_name, a.slug, a.name, a.wrong_share, a.enabled
FROM agents a JOIN sites s ON s.id = a.site_id
WHERE a.site_id = ANY(%(sites)s) AND s.disabled_at IS NULL
"""
_ANSWERING = "AND a.enabled "
_SITES = """
SELECT id, site_key, name FROM sites WHERE id = ANY(%(sites)s) AND disabled_at IS NULL
ORDER BY created_at, id
"""
_ORDER = "ORDER BY s.created_at, s.id, a.position, a.slug"
_ONE = "AND a.slug = %(slug)s"
_HOLD = " FOR UPDATE OF a"
_SET = """
UPDATE agents SET wrong_share = %(wrong_share)s
WHERE site_id = %(site_id)s AND slug = %(slug)s
"""


@dataclass(frozen=True, slots=True)
class AgentRow:
    """An agent and its policy."""

    site_id: UUID
    site_key: str
    site_name: str
    slug: str
    name: dict[str, str]
    wrong_share: float | None
    enabled: bool


async def list_agents(
    connection: AsyncConnection[Any], sites: Collection[UUID], *, also_off: bool = False
) -> list[AgentRow]:
    """Return the agents of some sites that answer, in the order of their widgets.

    With ``also_off`` those that are switched off as well.
    """
    cursor = connection.cursor(row_factory=class_row(AgentRow))
    query = _INFO + ("" if also_off else _ANSWERING) + _ORDER
    await cursor.execute(query, {"sites": list(sites)})
    return await cursor.fetchall()


async def agent_sites(
    connection: AsyncConnection[Any], sites: Collection[UUID]
) -> list[tuple[UUID, str, str]]:
    """Return id, key and name of those of ``sites`` that are not switched off."""
    cursor = await connection.execute(_SITES, {"sites": list(sites)})
    return [(row[0], row[1], row[2]) for row in await cursor.fetchall()]


async def agent_for_change(
    connection: AsyncConnection[Any], site_id: UUID, slug: str
) -> AgentRow | None:
    """Return an agent and hold it until the transaction ends; nothing when there is none."""
    cursor = connection.cursor(row_factory=class_row(AgentRow))
    await cursor.execute(_INFO + _ONE + _HOLD, {"sites": [site_id], "slug": slug})
    return await cursor.fetchone()


async def set_wrong_share(
    connection: AsyncConnection[Any], site_id: UUID, slug: str, wrong_share: float | None
) -> None:
    """Keep the policy of an agent that is held."""
    values = {"site_id": site_id, "slug": slug, "wrong_share": wrong_share}
    await connection.execute(_SET, values)
