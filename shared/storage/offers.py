"""What waits for somebody to be found, and who could be; for the worker that finds them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row
from redis import Redis

from shared.storage.keys import conversation_key
from shared.storage.scripts_loader import decode_reply, script_source
from shared.storage.state import LiveState
from shared.storage.unanswered import Abandoned

# Of a team its own rule holds; without one, or when it was deleted, that of the site. Each place
# has its share: the many that nobody takes at one site must not keep another's from being found.
_DUE = """
SELECT conversation_id, site_id, team_id, take_seconds, is_offered FROM (
    SELECT due.*, row_number() OVER (
        PARTITION BY site_id, team_id ORDER BY is_offered, waiting_since) AS place
    FROM (
        SELECT c.id AS conversation_id, c.site_id, t.id AS team_id, c.waiting_since,
               coalesce(r.take_seconds, 120) AS take_seconds,
               c.assignee_id IS NOT NULL AS is_offered
        FROM conversations c
        LEFT JOIN teams t ON t.id = c.team_id
        LEFT JOIN assignment_rules r ON r.site_id = c.site_id
        WHERE c.status = 'waiting' AND coalesce(t.automatic, r.automatic, false)
          AND (c.assignee_id IS NULL OR c.assigned_by_rule
               AND c.assigned_at <= %(now)s - make_interval(secs => coalesce(r.take_seconds, 120)))
    ) due
) shared
WHERE place <= %(most)s ORDER BY is_offered, waiting_since
"""
_CANDIDATES = """
SELECT o.id, o.name, (SELECT count(*) FROM conversations c
                      WHERE c.assignee_id = o.id AND c.status IN ('waiting', 'operator')) AS load
FROM operators o JOIN entered_sites w ON w.operator_id = o.id
WHERE w.site_id = %(site_id)s AND o.disabled_at IS NULL AND o.availability = 'available'
  AND (%(team_id)s::uuid IS NULL OR EXISTS (
      SELECT FROM team_members m WHERE m.team_id = %(team_id)s AND m.operator_id = o.id))
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A waiting conversation that nobody has, or whose time with somebody is over."""

    conversation_id: UUID
    site_id: UUID
    team_id: UUID | None
    take_seconds: int
    is_offered: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """An operator who may get it, and how many open conversations PostgreSQL knows of."""

    id: UUID
    name: str
    load: int


def find_due(connection: Connection[Any], now: datetime, most: int = 50) -> list[Due]:
    """Return what waits where assignment is automatic, at most so many of a site or team.

    What nobody has had comes first, and of that what has waited longest.
    """
    cursor = connection.cursor(row_factory=class_row(Due))
    return cursor.execute(_DUE, {"now": now, "most": most}).fetchall()


def find_candidates(
    connection: Connection[Any], site_id: UUID, team_id: UUID | None
) -> list[Candidate]:
    """Return who may get what waits for a site or one of its teams; who is here, Redis knows."""
    cursor = connection.cursor(row_factory=class_row(Candidate))
    return cursor.execute(_CANDIDATES, {"site_id": site_id, "team_id": team_id}).fetchall()


class Offers:
    """Gives waiting conversations to operators, and takes them back, one script each."""

    def __init__(self, redis: Redis) -> None:
        """Register the scripts; nothing is sent yet."""
        self._offer = redis.register_script(script_source("offer"))
        self._unassign = redis.register_script(script_source("unassign"))

    def offer(
        self, due: Due, candidates: Sequence[Candidate], now: datetime
    ) -> tuple[str, LiveState | None]:
        """Give a conversation to whoever is here and has least to do.

        Returns:
            ``done`` with the state then; ``kept``: it has somebody, or does not wait any more;
            ``nobody``: none of them is here; ``missing``: seed it first.
        """
        people = [str(part) for one in candidates for part in (one.id, one.name, one.load)]
        return _read(
            self._offer(
                keys=[conversation_key(due.conversation_id)],
                args=[now.isoformat(), due.take_seconds * 1000, *people],
            )
        )

    def take_back(self, abandoned: Abandoned, now: datetime) -> tuple[str, LiveState | None]:
        """Let somebody who has gone be responsible no longer.

        Returns:
            ``done`` with the state then; ``kept``: somebody else is responsible meanwhile;
            ``missing``: seed it first.
        """
        return _read(
            self._unassign(
                keys=[conversation_key(abandoned.conversation_id)],
                args=[str(abandoned.assignee_id), now.isoformat()],
            )
        )


def _read(raw: bytes | str) -> tuple[str, LiveState | None]:
    reply = decode_reply(raw)
    state = reply.get("state")
    return reply["result"], LiveState.model_validate(state) if state else None
