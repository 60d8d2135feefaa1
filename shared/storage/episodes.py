"""Episodes: a visitor's matters, one after the other, as analytics counts them.

A conversation lasts for years; what is counted is one visit with one matter. An episode begins
with a visitor's message that is the conversation's first, that follows a close, or that comes
after a day of silence; it lasts until the next begins (docs/adr/0018).

They are derived from messages alone, so they can be made anew at any time and as often as one
likes.
"""

from typing import Any

from psycopg import Connection

SILENCE_HOURS = 24
"""After so many hours without a word the next one of the visitor is another matter."""

_TAKE = """
SELECT id FROM conversations WHERE episodes_due
ORDER BY id LIMIT %(most)s FOR UPDATE SKIP LOCKED
"""
_FORGET = "DELETE FROM episodes WHERE conversation_id = ANY(%(ids)s)"
_DONE = "UPDATE conversations SET episodes_due = false WHERE id = ANY(%(ids)s)"
_MAKE = """
WITH line AS (
    SELECT m.*,
           m.sender = 'visitor' AND (
               lag(m.at) OVER w IS NULL
               OR lag(m.outcome) OVER w = 'closed' AND lag(m.sender) OVER w = 'system'
               OR m.at - lag(m.at) OVER w > make_interval(hours => %(silence)s)
           ) AS begins
    FROM messages m WHERE m.conversation_id = ANY(%(ids)s)
    WINDOW w AS (PARTITION BY m.conversation_id ORDER BY m.seq, m.id)
), counted AS (
    SELECT *, sum(begins::int) OVER (PARTITION BY conversation_id ORDER BY seq, id) AS ordinal
    FROM line
), episode AS (
    -- What was said before a visitor said anything belongs to nobody's matter.
    SELECT *, min(at) FILTER (WHERE outcome = 'handed_off') OVER e AS off_at
    FROM counted WHERE ordinal > 0 WINDOW e AS (PARTITION BY conversation_id, ordinal)
)
INSERT INTO episodes (
    conversation_id, ordinal, site_id, visitor_id, started_at, last_at, closed_at, last_sender,
    agent, agents, operator_id, visitor_messages, answers, operator_messages, first_answer_ms,
    handed_off_at, handoff_reason, first_human_ms, ups, downs, score, unanswered_id)
SELECT e.conversation_id, e.ordinal, c.site_id, c.visitor_id, min(e.at), max(e.at),
    max(e.at) FILTER (WHERE e.sender = 'system' AND e.outcome = 'closed'),
    (array_agg(e.sender ORDER BY e.seq DESC, e.id DESC) FILTER (WHERE e.sender <> 'system'))[1],
    (array_agg(e.agent ORDER BY e.seq DESC, e.id DESC) FILTER (WHERE e.agent IS NOT NULL))[1],
    coalesce(array_agg(DISTINCT e.agent) FILTER (WHERE e.agent IS NOT NULL), '{}'),
    (array_agg(e.operator_id ORDER BY e.seq DESC, e.id DESC)
        FILTER (WHERE e.operator_id IS NOT NULL))[1],
    count(*) FILTER (WHERE e.sender = 'visitor'),
    count(*) FILTER (WHERE e.sender = 'agent' AND e.outcome IN ('answered', 'quoted')),
    count(*) FILTER (WHERE e.sender = 'operator'),
    (extract(epoch FROM min(e.at) FILTER (WHERE e.sender IN ('agent', 'operator'))
        - min(e.at)) * 1000)::bigint,
    min(e.off_at),
    (array_agg(e.handoff_reason ORDER BY e.seq, e.id)
        FILTER (WHERE e.handoff_reason IS NOT NULL))[1],
    (extract(epoch FROM min(e.at) FILTER (WHERE e.sender = 'operator' AND e.at >= e.off_at)
        - min(e.off_at)) * 1000)::bigint,
    count(*) FILTER (WHERE r.rating = 'up'), count(*) FILTER (WHERE r.rating = 'down'),
    CASE WHEN e.ordinal = max(e.ordinal) OVER (PARTITION BY e.conversation_id) THEN c.score END,
    (array_agg(e.id ORDER BY e.seq DESC, e.id DESC)
        FILTER (WHERE e.sender = 'visitor' AND e.at <= e.off_at))[1]
FROM episode e
JOIN conversations c ON c.id = e.conversation_id
LEFT JOIN ratings r ON r.message_id = e.id
GROUP BY e.conversation_id, e.ordinal, c.site_id, c.visitor_id, c.score
"""


def refresh_episodes(connection: Connection[Any], most: int = 200) -> int:
    """Make the episodes of conversations that changed; returns how many conversations.

    One transaction: whoever reads sees the old episodes or the new ones. Two callers at once
    share the work.
    """
    with connection.transaction():
        rows = connection.execute(_TAKE, {"most": most}).fetchall()
        ids = [row[0] for row in rows]
        if ids:
            values = {"ids": ids, "silence": SILENCE_HOURS}
            connection.execute(_FORGET, values)
            connection.execute(_MAKE, values)
            connection.execute(_DONE, values)
    return len(ids)
