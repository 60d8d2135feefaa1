"""Visitors, found by what people know of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

_BY_NAME = "AND v.name ILIKE %(name)s"
# Theirs, or that of a conversation of theirs.
_BY_ID = """
AND (v.id = %(id)s OR v.id = (SELECT c.visitor_id FROM conversations c WHERE c.id = %(id)s))
"""
_FIND = """
WITH found AS (
    SELECT v.* FROM visitors v
    WHERE v.site_id = ANY(%(sites)s)
      AND (%(before)s::uuid IS NULL OR v.id < %(before)s)
      {condition}
      AND EXISTS (SELECT FROM conversations c WHERE c.visitor_id = v.id AND c.last_seq > 0)
    ORDER BY v.id DESC LIMIT %(limit)s
)
SELECT f.id, f.site_id, s.name AS site_name, f.name, f.created_at, spoken.last_at,
       spoken.conversations, spoken.messages
FROM found f JOIN sites s ON s.id = f.site_id
CROSS JOIN LATERAL (
    SELECT max(c.updated_at) AS last_at, count(*) AS conversations,
           coalesce(sum((SELECT count(*) FROM messages m WHERE m.conversation_id = c.id)), 0)::int
               AS messages
    FROM conversations c WHERE c.visitor_id = f.id) spoken
ORDER BY f.id DESC
"""


@dataclass(frozen=True, slots=True)
class VisitorRow:
    """A visitor with how much there is of them."""

    id: UUID
    site_id: UUID
    site_name: str
    name: str
    created_at: datetime
    last_at: datetime | None
    conversations: int
    messages: int


async def find_visitors(
    connection: AsyncConnection[Any],
    sites: Collection[UUID],
    text: str | None,
    before: UUID | None,
    limit: int,
) -> list[VisitorRow]:
    """Return visitors who said something, by a part of their name, their id or a conversation's.

    Newest first.
    """
    cursor = connection.cursor(row_factory=class_row(VisitorRow))
    found_id = None if text is None else _as_id(text)
    condition = "" if text is None else _BY_NAME if found_id is None else _BY_ID
    await cursor.execute(
        _FIND.format(condition=condition),
        {
            "sites": list(sites),
            "name": None if text is None else f"%{_escaped(text)}%",
            "id": found_id,
            "before": before,
            "limit": limit,
        },
    )
    return await cursor.fetchall()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text.strip())
    except ValueError:
        return None
