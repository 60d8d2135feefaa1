"""Filters of the inbox that operators keep under a name."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

_COLUMNS = """
SELECT v.id, v.owner_id, o.name AS owner_name, v.site_id, v.name, v.filters
FROM inbox_views v JOIN operators o ON o.id = v.owner_id
"""
_SEEN = """
WHERE v.owner_id = %(operator_id)s AND (v.site_id IS NULL OR v.site_id = ANY(%(sites)s))
   OR v.site_id = ANY(%(sites)s)
"""
_ALL = _COLUMNS + _SEEN + "ORDER BY lower(v.name), v.id"
_ONE = _COLUMNS + "WHERE v.id = %(id)s FOR UPDATE OF v"
_COUNT = "SELECT count(*) FROM inbox_views WHERE owner_id = %(operator_id)s"
_ADD = """
INSERT INTO inbox_views (id, owner_id, site_id, name, filters)
VALUES (%(id)s, %(owner_id)s, %(site_id)s, %(name)s, %(filters)s)
"""
_CHANGE = """
UPDATE inbox_views SET site_id = %(site_id)s, name = %(name)s, filters = %(filters)s
WHERE id = %(id)s
"""
_DELETE = "DELETE FROM inbox_views WHERE id = %(id)s"


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A view as stored; with a site it is shared with that site's people."""

    id: UUID
    owner_id: UUID
    owner_name: str
    site_id: UUID | None
    name: str
    filters: dict[str, Any]


async def list_views(
    connection: AsyncConnection[Any], operator_id: UUID, sites: Collection[UUID]
) -> list[ViewRow]:
    """Return an operator's own views and those shared with their sites, by name."""
    cursor = connection.cursor(row_factory=class_row(ViewRow))
    await cursor.execute(_ALL, {"operator_id": operator_id, "sites": list(sites)})
    return await cursor.fetchall()


async def view_for_change(connection: AsyncConnection[Any], view_id: UUID) -> ViewRow | None:
    """Return a view, held until the transaction ends."""
    cursor = connection.cursor(row_factory=class_row(ViewRow))
    await cursor.execute(_ONE, {"id": view_id})
    return await cursor.fetchone()


async def count_views(connection: AsyncConnection[Any], operator_id: UUID) -> int:
    """Return how many views an operator has made."""
    cursor = await connection.execute(_COUNT, {"operator_id": operator_id})
    row = await cursor.fetchone()
    return int(row[0]) if row else 0


async def add_view(connection: AsyncConnection[Any], view: ViewRow) -> None:
    """Store a new view."""
    await connection.execute(_ADD, _values(view))


async def change_view(connection: AsyncConnection[Any], view: ViewRow) -> None:
    """Store another name, other filters or other sharing."""
    await connection.execute(_CHANGE, _values(view))


async def delete_view(connection: AsyncConnection[Any], view_id: UUID) -> None:
    """Delete a view."""
    await connection.execute(_DELETE, {"id": view_id})


def _values(view: ViewRow) -> dict[str, Any]:
    return {
        "id": view.id,
        "owner_id": view.owner_id,
        "site_id": view.site_id,
        "name": view.name,
        "filters": Jsonb(view.filters),
    }
