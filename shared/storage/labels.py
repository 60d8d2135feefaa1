"""Labels of sites, and on which conversations they are."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.errors import UniqueViolation
from psycopg.rows import class_row

from shared.kernel.errors import Conflict, ErrorCode

_COLUMNS = "SELECT id, site_id, name, colour FROM labels"
_ALL = """
SELECT l.id, l.site_id, l.name, l.colour,
       (SELECT count(*) FROM conversation_labels c WHERE c.label_id = l.id) AS conversations
FROM labels l WHERE l.site_id = ANY(%(sites)s) ORDER BY lower(l.name), l.id
"""
_ONE = _COLUMNS + " WHERE id = %(id)s AND site_id = ANY(%(sites)s) FOR UPDATE"
_COUNT = "SELECT count(*) FROM labels WHERE site_id = %(site_id)s"
_ADD = """
INSERT INTO labels (id, site_id, name, colour) VALUES (%(id)s, %(site_id)s, %(name)s, %(colour)s)
"""
_CHANGE = "UPDATE labels SET name = %(name)s, colour = %(colour)s WHERE id = %(id)s"
_DELETE = "DELETE FROM labels WHERE id = %(id)s"
_PUT_ON = """
INSERT INTO conversation_labels (conversation_id, label_id)
SELECT c.id, l.id FROM conversations c JOIN labels l ON l.site_id = c.site_id
WHERE c.id = %(conversation_id)s AND l.id = %(label_id)s
ON CONFLICT DO NOTHING
"""
_TAKE_OFF = """
DELETE FROM conversation_labels
WHERE conversation_id = %(conversation_id)s AND label_id = %(label_id)s
"""
_LABELS_OF = """
SELECT label_id FROM conversation_labels WHERE conversation_id = %(conversation_id)s
ORDER BY label_id
"""
_EXISTS = "SELECT EXISTS (SELECT FROM labels WHERE id = %(id)s AND site_id = %(site_id)s)"
# Two who label one conversation tell of it one after the other, each with all that is stored.
_LOCK = "SELECT FROM conversations WHERE id = %(conversation_id)s FOR NO KEY UPDATE"


@dataclass(frozen=True, slots=True)
class LabelRow:
    """A label as stored; ``conversations`` is counted for lists alone."""

    id: UUID
    site_id: UUID
    name: str
    colour: str
    conversations: int = 0


async def list_labels(connection: AsyncConnection[Any], sites: Collection[UUID]) -> list[LabelRow]:
    """Return the labels of ``sites`` by name."""
    cursor = connection.cursor(row_factory=class_row(LabelRow))
    await cursor.execute(_ALL, {"sites": list(sites)})
    return await cursor.fetchall()


async def label_for_change(
    connection: AsyncConnection[Any], label_id: UUID, sites: Collection[UUID]
) -> LabelRow | None:
    """Return a label of one of ``sites``, held until the transaction ends."""
    cursor = connection.cursor(row_factory=class_row(LabelRow))
    await cursor.execute(_ONE, {"id": label_id, "sites": list(sites)})
    return await cursor.fetchone()


async def count_labels(connection: AsyncConnection[Any], site_id: UUID) -> int:
    """Return how many labels a site has."""
    cursor = await connection.execute(_COUNT, {"site_id": site_id})
    row = await cursor.fetchone()
    return int(row[0]) if row else 0


async def add_label(connection: AsyncConnection[Any], label: LabelRow) -> None:
    """Store a new label.

    Raises:
        Conflict: the site has one of this name.
    """
    await _write(connection, _ADD, label)


async def change_label(connection: AsyncConnection[Any], label: LabelRow) -> None:
    """Store another name and colour.

    Raises:
        Conflict: the site has another one of this name.
    """
    await _write(connection, _CHANGE, label)


async def delete_label(connection: AsyncConnection[Any], label_id: UUID) -> None:
    """Delete a label, and take it off every conversation."""
    await connection.execute(_DELETE, {"id": label_id})


async def has_label(connection: AsyncConnection[Any], site_id: UUID, label_id: UUID) -> bool:
    """Whether the site has this label."""
    cursor = await connection.execute(_EXISTS, {"id": label_id, "site_id": site_id})
    row = await cursor.fetchone()
    return bool(row and row[0])


async def set_label(
    connection: AsyncConnection[Any], conversation_id: UUID, label_id: UUID, *, on: bool
) -> list[UUID]:
    """Put a label of its own site on a conversation or take it off; returns all that are on it."""
    values = {"conversation_id": conversation_id, "label_id": label_id}
    await connection.execute(_LOCK, values)
    await connection.execute(_PUT_ON if on else _TAKE_OFF, values)
    cursor = await connection.execute(_LABELS_OF, values)
    return [row[0] for row in await cursor.fetchall()]


async def _write(connection: AsyncConnection[Any], statement: str, label: LabelRow) -> None:
    values = {
        "id": label.id,
        "site_id": label.site_id,
        "name": label.name,
        "colour": label.colour,
    }
    try:
        async with connection.transaction():
            await connection.execute(statement, values)
    except UniqueViolation as error:
        raise Conflict(ErrorCode.NAME_TAKEN) from error
