"""What stands beside a conversation: its visitor, its ratings, what was said before a hand-off."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row, dict_row

from shared.contracts.context import ClosingInfo, EarlierConversation
from shared.contracts.wire import RatingInfo, ScoreInfo

_CONTEXT = """
SELECT s.name AS site_name, c.read_seq, c.score, c.score_comment, to_jsonb(c)->'page' AS page,
       to_jsonb(c)->'contact' AS contact, to_jsonb(v) AS visitor, v.id AS visitor_id, v.name,
       v.locale, v.created_at
FROM conversations c
JOIN sites s ON s.id = c.site_id
JOIN visitors v ON v.id = c.visitor_id
WHERE c.id = %(conversation_id)s
"""
_RATINGS = """
SELECT r.message_id, r.rating, r.comment FROM ratings r JOIN messages m ON m.id = r.message_id
WHERE m.conversation_id = %(conversation_id)s ORDER BY m.seq DESC LIMIT 200
"""
_RATINGS_AMONG = """
SELECT r.message_id, r.rating, r.comment FROM ratings r JOIN messages m ON m.id = r.message_id
WHERE m.conversation_id = %(conversation_id)s AND r.message_id = ANY(%(messages)s)
ORDER BY m.seq, m.id
"""
_SCORE = """
SELECT score, score_comment AS comment FROM conversations
WHERE id = %(conversation_id)s AND score IS NOT NULL
"""
_CLOSINGS = """
SELECT id AS message_id, close_reason AS reason, close_comment AS comment, operator_name, at
FROM messages
WHERE conversation_id = %(conversation_id)s AND close_reason IS NOT NULL
ORDER BY seq DESC LIMIT 50
"""
# A visitor whom the site has signed is one person, whatever browser they come from.
_EARLIER = """
SELECT c.id, c.status, c.created_at, c.updated_at, c.close_reason, c.score,
       (SELECT left(m.text, 200) FROM messages m
        WHERE m.conversation_id = c.id AND m.sender = 'visitor' ORDER BY m.seq LIMIT 1) AS question
FROM conversations here
JOIN visitors v ON v.id = here.visitor_id
JOIN conversations c ON c.site_id = here.site_id AND c.id <> here.id AND c.last_seq > 0
     AND {same}
WHERE here.id = %(conversation_id)s
  AND (%(before_at)s::timestamptz IS NULL
       OR (c.updated_at, c.id) < (%(before_at)s, %(before_id)s))
ORDER BY c.updated_at DESC, c.id DESC LIMIT %(limit)s
"""
_SAME_VISITOR = "c.visitor_id = v.id"
_SAME_PERSON = """c.visitor_id IN (
    SELECT w.id FROM visitors w
    WHERE w.id = v.id OR (w.site_id = v.site_id AND w.external_id = v.external_id))"""
_SAID = """
SELECT m.id, m.seq, m.sender, m.agent, m.text, m.citations, m.choices, m.outcome,
       m.handoff_reason, m.in_reply_to, m.at, r.rating, m.provenance IS NOT NULL AS explained,
       CASE WHEN m.outcome = 'handed_off' THEN m.provenance END AS provenance
FROM messages m LEFT JOIN ratings r ON r.message_id = m.id
WHERE m.conversation_id = %(conversation_id)s
ORDER BY m.seq DESC, m.id DESC LIMIT %(limit)s
"""
_STATE = """
SELECT status, waiting_since, agent FROM conversations WHERE id = %(conversation_id)s
"""

Place = tuple[datetime, UUID]


@dataclass(frozen=True, slots=True)
class ContextRow:
    """A conversation with its visitor, whose whole row is ``visitor``.

    ``page`` and ``contact`` are as they were told.
    """

    site_name: str
    read_seq: int
    score: int | None
    score_comment: str | None
    page: object
    contact: object
    visitor: dict[str, Any]
    visitor_id: UUID
    name: str
    locale: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SaidRow:
    """A message as a hand-off is told from it; JSON as some version wrote it."""

    id: UUID
    seq: int
    sender: str
    agent: str | None
    text: str
    citations: object
    choices: list[str]
    outcome: str | None
    handoff_reason: str | None
    in_reply_to: UUID | None
    at: datetime
    rating: str | None
    explained: bool
    provenance: object


async def context_row(connection: AsyncConnection[Any], conversation_id: UUID) -> ContextRow | None:
    """Return a conversation with its visitor."""
    cursor = connection.cursor(row_factory=class_row(ContextRow))
    await cursor.execute(_CONTEXT, {"conversation_id": conversation_id})
    return await cursor.fetchone()


async def ratings_of(connection: AsyncConnection[Any], conversation_id: UUID) -> list[RatingInfo]:
    """Return the thumbs for the newest answers of a conversation."""
    cursor = connection.cursor(row_factory=class_row(RatingInfo))
    await cursor.execute(_RATINGS, {"conversation_id": conversation_id})
    return await cursor.fetchall()


async def ratings_among(
    connection: AsyncConnection[Any], conversation_id: UUID, messages: Collection[UUID]
) -> tuple[RatingInfo, ...]:
    """Return the thumbs for these messages of a conversation."""
    cursor = connection.cursor(row_factory=class_row(RatingInfo))
    values = {"conversation_id": conversation_id, "messages": list(messages)}
    await cursor.execute(_RATINGS_AMONG, values)
    return tuple(await cursor.fetchall())


async def score_of(connection: AsyncConnection[Any], conversation_id: UUID) -> ScoreInfo | None:
    """Return what the visitor thinks of a conversation as a whole, if they said."""
    cursor = connection.cursor(row_factory=class_row(ScoreInfo))
    await cursor.execute(_SCORE, {"conversation_id": conversation_id})
    return await cursor.fetchone()


async def closings_of(connection: AsyncConnection[Any], conversation_id: UUID) -> list[ClosingInfo]:
    """Return why a conversation was closed, each time, the newest first."""
    cursor = connection.cursor(row_factory=class_row(ClosingInfo))
    await cursor.execute(_CLOSINGS, {"conversation_id": conversation_id})
    return await cursor.fetchall()


async def earlier_conversations(
    connection: AsyncConnection[Any],
    conversation_id: UUID,
    before: Place | None,
    limit: int,
    *,
    by_identity: bool,
) -> list[EarlierConversation]:
    """Return other conversations of the visitor; with ``by_identity`` of the signed person."""
    cursor = connection.cursor(row_factory=class_row(EarlierConversation))
    same = _SAME_PERSON if by_identity else _SAME_VISITOR
    values = {
        "conversation_id": conversation_id,
        "before_at": before and before[0],
        "before_id": before and before[1],
        "limit": limit,
    }
    await cursor.execute(_EARLIER.format(same=same), values)
    return await cursor.fetchall()


async def said_in(
    connection: AsyncConnection[Any], conversation_id: UUID, limit: int
) -> list[SaidRow]:
    """Return the newest messages of a conversation, oldest first."""
    cursor = connection.cursor(row_factory=class_row(SaidRow))
    await cursor.execute(_SAID, {"conversation_id": conversation_id, "limit": limit})
    return list(reversed(await cursor.fetchall()))


async def floor_of(
    connection: AsyncConnection[Any], conversation_id: UUID
) -> dict[str, Any] | None:
    """Return ``status``, ``waiting_since`` and ``agent`` of a conversation."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_STATE, {"conversation_id": conversation_id})
    return await cursor.fetchone()
