"""Turns in PostgreSQL: what a visitor wrote that one message answered."""

from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

from shared.contracts.queues import TurnMessage

# An agent's message names the last one of its turn; an operator's follows it. The turn is what the
# visitor wrote up to there since anybody else did.
_TURN = """
WITH answer AS (
    SELECT m.conversation_id, m.seq, q.seq AS asked_seq
    FROM messages m
    LEFT JOIN messages q ON q.id = m.in_reply_to AND q.conversation_id = m.conversation_id
    WHERE m.id = %(message_id)s AND m.conversation_id = %(conversation_id)s
      AND m.sender <> 'visitor'
), last AS (
    SELECT a.conversation_id, coalesce(a.asked_seq, (
        SELECT max(v.seq) FROM messages v
        WHERE v.conversation_id = a.conversation_id AND v.sender = 'visitor' AND v.seq < a.seq
    )) AS seq
    FROM answer a
)
SELECT v.id, v.seq, v.text FROM last l
JOIN messages v ON v.conversation_id = l.conversation_id
WHERE v.sender = 'visitor' AND v.seq <= l.seq AND v.seq > coalesce((
    SELECT max(o.seq) FROM messages o
    WHERE o.conversation_id = l.conversation_id AND o.sender <> 'visitor' AND o.seq < l.seq), 0)
ORDER BY v.seq, v.id LIMIT 10
"""


async def turn_before(
    connection: AsyncConnection[Any], conversation_id: UUID, message_id: UUID
) -> list[TurnMessage]:
    """Return the visitor's messages that a message answered, oldest first; none if none did."""
    cursor = connection.cursor(row_factory=class_row(TurnMessage))
    await cursor.execute(_TURN, {"conversation_id": conversation_id, "message_id": message_id})
    return await cursor.fetchall()
