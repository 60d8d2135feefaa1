"""Messages and the state of conversations, written to PostgreSQL in batches.

Everything here may happen twice and in any order: messages are inserted once by their unique
keys, positions only grow, and of several mirrors of a state the newest one holds.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb

from shared.contracts.queues import FeedbackRecord, MessageRecord
from shared.domain.words import Sender
from shared.kernel.text import preview

# Locked in one order, so that two batches that share conversations cannot deadlock.
_LOCK = """
SELECT id FROM conversations WHERE id = ANY(%(ids)s) ORDER BY id FOR UPDATE
"""

_INSERT = """
INSERT INTO messages (id, conversation_id, seq, sender, agent, operator_id, operator_name, text,
                      citations, choices, outcome, handoff_reason, client_message_id, in_reply_to,
                      provenance, at)
SELECT id, conversation_id, seq, sender, agent, operator_id, operator_name, text, citations,
       ARRAY(SELECT jsonb_array_elements_text(choices)), outcome, handoff_reason,
       client_message_id, in_reply_to, provenance::jsonb, at
FROM jsonb_to_recordset(%(rows)s) AS row (
    id uuid, conversation_id uuid, seq bigint, sender text, agent text, operator_id uuid,
    operator_name text, text text, citations jsonb, choices jsonb, outcome text,
    handoff_reason text, client_message_id text, in_reply_to uuid, provenance text, at timestamptz)
ORDER BY conversation_id, seq
ON CONFLICT DO NOTHING
"""

_MIRROR = """
WITH input AS (
    SELECT * FROM jsonb_to_recordset(%(rows)s) AS row (
        conversation_id uuid, seq bigint, sender text, preview text, at timestamptz,
        status text, epoch bigint, change bigint, operator_id_now uuid, last_seq bigint,
        visitor_seq bigint, answered_seq bigint)
), newest AS (
    SELECT DISTINCT ON (conversation_id) * FROM input ORDER BY conversation_id, change DESC
), last AS (
    -- Sentences of the system must not hide what was said.
    SELECT DISTINCT ON (conversation_id) conversation_id, seq, sender, preview, at
    FROM input WHERE sender <> 'system' ORDER BY conversation_id, seq DESC
), grown AS (
    SELECT conversation_id, max(last_seq) AS last_seq, max(visitor_seq) AS visitor_seq,
           max(answered_seq) AS answered_seq, max(at) AS at
    FROM input GROUP BY conversation_id
)
UPDATE conversations AS c SET
    status = CASE WHEN newest.change > c.change THEN newest.status ELSE c.status END,
    epoch = greatest(c.epoch, newest.epoch),
    operator_id = CASE WHEN newest.change > c.change
                       THEN newest.operator_id_now ELSE c.operator_id END,
    -- Mirrors come in any order; what follows from messages is read from the stored ones.
    waiting_since = CASE
        WHEN CASE WHEN newest.change > c.change THEN newest.status ELSE c.status END = 'waiting'
        THEN (SELECT m.at FROM messages m
              WHERE m.conversation_id = c.id AND m.outcome = 'handed_off'
              ORDER BY m.seq DESC LIMIT 1) END,
    change = greatest(c.change, newest.change),
    -- The wait counts from the first message of an unanswered turn; what was said to people, before
    -- the floor moved, is none.
    visitor_at = (SELECT min(m.at) FROM messages m
                  WHERE m.conversation_id = c.id AND m.sender = 'visitor'
                    AND m.seq > greatest(c.answered_seq, grown.answered_seq,
                        (SELECT max(f.seq) FROM messages f
                         WHERE f.conversation_id = c.id AND f.sender = 'system'))),
    visitor_seq = greatest(c.visitor_seq, grown.visitor_seq),
    answered_seq = greatest(c.answered_seq, grown.answered_seq),
    agent = (SELECT m.agent FROM messages m
             WHERE m.conversation_id = c.id AND m.agent IS NOT NULL
             ORDER BY m.seq DESC LIMIT 1),
    last_sender = CASE WHEN last.seq >= c.spoken_seq THEN last.sender ELSE c.last_sender END,
    last_text = CASE WHEN last.seq >= c.spoken_seq THEN last.preview ELSE c.last_text END,
    last_at = CASE WHEN last.seq >= c.spoken_seq THEN last.at ELSE c.last_at END,
    spoken_seq = greatest(c.spoken_seq, last.seq),
    last_seq = greatest(c.last_seq, grown.last_seq),
    updated_at = greatest(c.updated_at, grown.at),
    episodes_due = true
FROM newest JOIN grown USING (conversation_id) LEFT JOIN last USING (conversation_id)
WHERE c.id = newest.conversation_id
"""

_RATE = """
INSERT INTO ratings (message_id, rating, comment, at)
SELECT id, %(rating)s, %(comment)s, %(at)s FROM messages
WHERE id = %(message_id)s AND conversation_id = %(conversation_id)s AND sender = 'agent'
ON CONFLICT (message_id) DO UPDATE SET rating = EXCLUDED.rating, comment = EXCLUDED.comment,
    at = EXCLUDED.at WHERE ratings.at < EXCLUDED.at
"""

_RATED = "UPDATE conversations SET episodes_due = true WHERE id = %(conversation_id)s"
_FEEDBACK = """
UPDATE conversations SET
    episodes_due = episodes_due OR %(score)s::int IS NOT NULL,
    read_seq = greatest(read_seq, coalesce(%(read_seq)s, 0)),
    score = coalesce(%(score)s, score),
    score_comment = CASE WHEN %(score)s::int IS NULL THEN score_comment ELSE %(comment)s END
WHERE id = %(conversation_id)s
"""


def write_messages(connection: Connection[Any], records: Sequence[MessageRecord]) -> set[UUID]:
    """Store a batch in one transaction.

    Returns:
        Conversations that do not exist (erased meanwhile); their messages were not stored.
    """
    ids = list({record.message.conversation_id for record in records})
    with connection.transaction():
        known = {row[0] for row in connection.execute(_LOCK, {"ids": ids})}
        rows = [_row(record) for record in records if record.message.conversation_id in known]
        if rows:
            parameters = {"rows": Jsonb(rows)}
            connection.execute(_INSERT, parameters)
            connection.execute(_MIRROR, parameters)
    return set(ids) - known


def write_feedback(connection: Connection[Any], records: Sequence[FeedbackRecord]) -> None:
    """Store ratings, scores and read marks in one transaction."""
    with connection.transaction():
        for record in sorted(records, key=lambda record: record.conversation_id):
            values = record.model_dump()
            if record.rating:
                connection.execute(_RATE, values)
                connection.execute(_RATED, values)
            else:
                connection.execute(_FEEDBACK, values)


def _row(record: MessageRecord) -> dict[str, Any]:
    message, state = record.message, record.state
    row = message.model_dump(mode="json")
    row |= state.model_dump(mode="json", exclude={"operator_id"})
    row["operator_id_now"] = state.operator_id and str(state.operator_id)
    row["operator_id"] = record.operator_id and str(record.operator_id)
    row["in_reply_to"] = record.in_reply_to and str(record.in_reply_to)
    row["provenance"] = record.provenance
    row["handoff_reason"] = record.handoff_reason
    row["preview"] = preview(message.text)
    row["agent"] = message.agent if message.sender is Sender.AGENT else None
    return row
