"""What lies beside an answer: its provenance, and what of the knowledge it names is still there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

# A turn is what the visitor wrote since anybody else did.
_ANSWER = """
SELECT m.agent, m.outcome, m.handoff_reason, m.citations, m.provenance, m.request_id, m.at,
       ARRAY(SELECT v.text FROM messages v
             WHERE v.conversation_id = q.conversation_id AND v.sender = 'visitor'
               AND v.seq <= q.seq AND v.seq > coalesce(
                   (SELECT max(o.seq) FROM messages o
                    WHERE o.conversation_id = q.conversation_id AND o.sender <> 'visitor'
                      AND o.seq < q.seq), 0)
             ORDER BY v.seq, v.id) AS asked
FROM messages m
LEFT JOIN messages q ON q.id = m.in_reply_to AND q.conversation_id = m.conversation_id
WHERE m.id = %(message_id)s AND m.conversation_id = %(conversation_id)s
  AND (m.provenance IS NOT NULL OR m.sender = 'agent' OR m.outcome = 'handed_off')
"""
# The id of a passage is that of its words: what has changed since has another one.
_PASSAGES = """
SELECT p.id, p.document_id, d.agent, p.title, p.text, d.url
FROM passages p JOIN documents d ON d.id = p.document_id
WHERE p.id = ANY(%(ids)s) AND d.site_id = %(site_id)s
  AND d.state NOT IN ('removing', 'removed', 'deleted')
"""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """An answer; ``citations`` and ``provenance`` are JSON as some version wrote it.

    Nothing was written beside what failed and what nobody answered in time.
    """

    agent: str | None
    outcome: str | None
    handoff_reason: str | None
    citations: object
    provenance: object
    request_id: str | None
    at: datetime
    asked: list[str]


@dataclass(frozen=True, slots=True)
class KnownPassage:
    """A passage that is in the knowledge."""

    id: UUID
    document_id: UUID
    agent: str
    title: str
    text: str
    url: str | None


async def find_answer(
    connection: AsyncConnection[Any], conversation_id: UUID, message_id: UUID
) -> AnswerRow | None:
    """Return what an agent answered in a conversation, or a hand-off, if there is such one."""
    cursor = connection.cursor(row_factory=class_row(AnswerRow))
    await cursor.execute(_ANSWER, {"conversation_id": conversation_id, "message_id": message_id})
    return await cursor.fetchone()


async def known_passages(
    connection: AsyncConnection[Any], site_id: UUID, ids: Sequence[UUID]
) -> dict[UUID, KnownPassage]:
    """Return those of some passages that are still in a site's knowledge."""
    cursor = connection.cursor(row_factory=class_row(KnownPassage))
    await cursor.execute(_PASSAGES, {"ids": list(ids), "site_id": site_id})
    return {row.id: row for row in await cursor.fetchall()}
