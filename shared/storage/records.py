"""Messages and the state of conversations, written to PostgreSQL in batches.

Everything here may happen twice and in any order: messages are inserted once by their unique
keys, positions only grow, and of several mirrors of a state the newest one holds.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.types.json import Jsonb

from shared.contracts.queues import FeedbackRecord, MessageRecord
from shared.domain.words import Sender
from shared.storage.attachments import SEND
from shared.storage.happenings import (
    Known,
    of_conversation_rating,
    of_message_rating,
    of_messages,
)
from shared.storage.outbox import Happened, listening, tell_blocking

# Locked in one order, so that two batches that share conversations cannot deadlock.
_LOCK = """
SELECT id, site_id, visitor_id, last_seq FROM conversations
WHERE id = ANY(%(ids)s) ORDER BY id FOR UPDATE
"""

_INSERT = """
INSERT INTO messages (id, conversation_id, seq, sender, agent, operator_id, operator_name, text,
                      citations, choices, outcome, handoff_reason, close_reason, close_comment,
                      client_message_id, in_reply_to, provenance, attachments, request_id, at)
SELECT id, conversation_id, seq, sender, agent, operator_id, operator_name, text, citations,
       ARRAY(SELECT jsonb_array_elements_text(choices)), outcome, handoff_reason,
       close_reason, close_comment, client_message_id, in_reply_to, provenance::jsonb,
       coalesce(attachments, '[]'), request_id, at
FROM jsonb_to_recordset(%(rows)s) AS row (
    id uuid, conversation_id uuid, seq bigint, sender text, agent text, operator_id uuid,
    operator_name text, text text, citations jsonb, choices jsonb, outcome text,
    handoff_reason text, close_reason text, close_comment text, client_message_id text,
    in_reply_to uuid, provenance text, attachments jsonb, request_id text, at timestamptz)
ORDER BY conversation_id, seq
ON CONFLICT DO NOTHING
RETURNING id
"""

_MIRROR = """
WITH input AS (
    SELECT * FROM jsonb_to_recordset(%(rows)s) AS row (
        conversation_id uuid, seq bigint, sender text, preview text, at timestamptz,
        status text, epoch bigint, change bigint, operator_id_now uuid, assignee_id uuid,
        team_id uuid, assigned_at timestamptz, assigned_by_rule boolean, last_seq bigint,
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
    assignee_id = CASE WHEN newest.change > c.change
                       THEN newest.assignee_id ELSE c.assignee_id END,
    team_id = CASE WHEN newest.change > c.change THEN newest.team_id ELSE c.team_id END,
    assigned_at = CASE WHEN newest.change > c.change
                       THEN newest.assigned_at ELSE c.assigned_at END,
    assigned_by_rule = CASE WHEN newest.change > c.change
                            THEN newest.assigned_by_rule ELSE c.assigned_by_rule END,
    -- Mirrors come in any order; what follows from messages is read from the stored ones.
    waiting_since = CASE
        WHEN CASE WHEN newest.change > c.change THEN newest.status ELSE c.status END = 'waiting'
        THEN (SELECT m.at FROM messages m
              WHERE m.conversation_id = c.id AND m.outcome = 'handed_off'
              ORDER BY m.seq DESC LIMIT 1) END,
    (close_reason, close_comment) = (
        SELECT m.close_reason, m.close_comment FROM messages m
        WHERE m.conversation_id = c.id AND m.outcome = 'closed'
          AND CASE WHEN newest.change > c.change THEN newest.status ELSE c.status END = 'closed'
        ORDER BY m.seq DESC LIMIT 1),
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

_SCORED = """
SELECT score IS DISTINCT FROM %(score)s::int OR score_comment IS DISTINCT FROM %(comment)s
FROM conversations WHERE id = %(conversation_id)s
"""

_ERASED = "SELECT id FROM erased_conversations WHERE id = ANY(%(ids)s)"


def write_messages(
    connection: Connection[Any],
    records: Sequence[MessageRecord],
    requests: Mapping[UUID, str] = MappingProxyType({}),
) -> set[UUID]:
    """Store a batch in one transaction.

    Args:
        connection: to PostgreSQL.
        records: the messages.
        requests: by the messages' ids, which request wrote each, where that is known.

    Returns:
        Conversations that do not exist (erased meanwhile); their messages were not stored.
    """
    ids = list({record.message.conversation_id for record in records})
    with connection.transaction():
        known = _lock(connection, ids)
        kept = [record for record in records if record.message.conversation_id in known]
        if kept:
            rows = [_row(record, requests.get(record.message.id)) for record in kept]
            parameters = {"rows": Jsonb(rows)}
            stored = {row[0] for row in connection.execute(_INSERT, parameters)}
            connection.execute(_MIRROR, parameters)
            if files := _files(rows):
                connection.execute(SEND, {"files": Jsonb(files)})
            # What is told outside is written with what it tells: both or neither.
            if listening(connection, {one.site_id for one in known.values()}):
                tell_blocking(connection, of_messages(kept, known, stored))
    return set(ids) - known.keys()


def erased_among(connection: Connection[Any], conversations: Iterable[UUID]) -> set[UUID]:
    """Return which of ``conversations`` were erased: what still comes of them is dropped."""
    rows = connection.execute(_ERASED, {"ids": list(conversations)}).fetchall()
    return {row[0] for row in rows}


def write_feedback(connection: Connection[Any], records: Sequence[FeedbackRecord]) -> None:
    """Store ratings, scores and read marks in one transaction."""
    with connection.transaction():
        known = _lock(connection, list({record.conversation_id for record in records}))
        happened: list[Happened | None] = []
        for record in sorted(records, key=lambda record: record.conversation_id):
            conversation = known.get(record.conversation_id)
            if conversation is None:
                continue
            values = record.model_dump()
            if record.rating:
                is_new = connection.execute(_RATE, values).rowcount
                connection.execute(_RATED, values)
                if is_new:
                    happened.append(of_message_rating(record, conversation))
                continue
            # Delivered twice, a score is the same score.
            row = connection.execute(_SCORED, values).fetchone()
            connection.execute(_FEEDBACK, values)
            if row and row[0]:
                happened.append(of_conversation_rating(record, conversation))
        tell_blocking(connection, [one for one in happened if one is not None])


def _lock(connection: Connection[Any], ids: list[UUID]) -> dict[UUID, Known]:
    return {row[0]: Known(*row[1:]) for row in connection.execute(_LOCK, {"ids": ids})}


def _row(record: MessageRecord, request_id: str | None) -> dict[str, Any]:
    message, state = record.message, record.state
    row = message.model_dump(mode="json")
    row |= state.model_dump(mode="json", exclude={"operator_id"})
    row["operator_id_now"] = state.operator_id and str(state.operator_id)
    row["operator_id"] = record.operator_id and str(record.operator_id)
    row["in_reply_to"] = record.in_reply_to and str(record.in_reply_to)
    row["provenance"] = record.provenance
    row["request_id"] = request_id
    row["handoff_reason"] = record.handoff_reason
    row["close_reason"] = record.close_reason
    row["close_comment"] = record.close_comment
    row["preview"] = message.line
    row["agent"] = message.agent if message.sender is Sender.AGENT else None
    return row


def _files(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"id": file["id"], "message_id": row["id"], "conversation_id": row["conversation_id"]}
        for row in rows
        for file in row["attachments"]
    ]
