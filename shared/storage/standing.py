"""How the conversations of all sites stand at this moment.

Each look goes into an index of its own: together 2 ms over 500,000 conversations of 20 sites.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from psycopg import Connection

from shared.domain.words import ConversationStatus

ACTIVE = timedelta(minutes=15)
"""A conversation that an agent has lives on without end; it is active while it changes."""

_AGENTS = """
SELECT count(*) FROM sites s CROSS JOIN LATERAL (
    SELECT FROM conversations c
    WHERE c.site_id = s.id AND c.last_seq > 0 AND c.status = 'agent'
      AND c.updated_at > %(since)s) active
"""
_UNANSWERED = """
SELECT min(visitor_at) FROM conversations
WHERE status = 'agent' AND visitor_seq > answered_seq
"""
_WAITING = "SELECT count(*), min(waiting_since) FROM conversations WHERE status = 'waiting'"
_OPERATORS = "SELECT count(*) FROM conversations WHERE status = 'operator'"


@dataclass(frozen=True, slots=True)
class Standing:
    """Conversations by who has the floor, and how long the first of each line waits (seconds)."""

    active: Mapping[str, int]
    oldest_unanswered: float
    longest_wait: float


def read_standing(connection: Connection[Any], now: datetime) -> Standing:
    """Return how many live by who has the floor, and how long the first of each line waits."""
    (agents,) = _row(connection, _AGENTS, since=now - ACTIVE)
    (unanswered_at,) = _row(connection, _UNANSWERED)
    waiting, waiting_since = _row(connection, _WAITING)
    (operators,) = _row(connection, _OPERATORS)
    return Standing(
        active={
            ConversationStatus.AGENT: agents,
            ConversationStatus.WAITING: waiting,
            ConversationStatus.OPERATOR: operators,
        },
        oldest_unanswered=_age(unanswered_at, now),
        longest_wait=_age(waiting_since, now),
    )


def _age(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def _row(connection: Connection[Any], query: str, **values: object) -> tuple[Any, ...]:
    row = connection.execute(query, values).fetchone()
    return row if row is not None else ()
