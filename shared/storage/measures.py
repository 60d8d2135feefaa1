"""The definitions of analytics in SQL, once: numbers and the lists behind them cannot differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from shared.domain.analytics import DURABLE, SETTLED, UNKNOWN_REASON, Measure
from shared.domain.words import HandoffReason

_SETTLED = "(e.closed_at IS NOT NULL OR e.last_at < now() - %(settled)s::interval)"
_RESOLVED = f"""({_SETTLED} AND e.answers > 0 AND e.handed_off_at IS NULL
    AND e.operator_messages = 0 AND e.downs = 0 AND e.last_sender = 'agent')"""
_OLD_ENOUGH = f"({_RESOLVED} AND e.last_at < now() - %(durable)s::interval)"
_CAME_BACK = """EXISTS (SELECT FROM episodes n WHERE n.visitor_id = e.visitor_id
    AND n.started_at > e.last_at AND n.started_at <= e.last_at + %(durable)s::interval)"""
# The system's own failures and what visitors wish are no questions that agents could not answer.
_UNANSWERED = "(e.unanswered_id IS NOT NULL AND e.handoff_reason = ANY(%(lacking)s))"

DURATIONS: dict[Measure, str] = {
    Measure.FIRST_ANSWER: "e.first_answer_ms",
    Measure.FIRST_HUMAN: "e.first_human_ms",
    Measure.RESOLUTION: "(extract(epoch FROM e.closed_at - e.started_at) * 1000)::bigint",
}
"""Milliseconds; null where it never happened."""
SCORES: dict[Measure, str] = {
    Measure.AGENTS_SCORE: "(e.score IS NOT NULL AND e.operator_messages = 0)",
    Measure.PEOPLE_SCORE: "(e.score IS NOT NULL AND e.operator_messages > 0)",
}
"""Whose work a visitor scored."""
CONDITIONS: dict[Measure, str] = {
    Measure.EPISODES: "true",
    Measure.ANSWERED: "e.answers > 0",
    Measure.RESOLVED: _RESOLVED,
    Measure.DURABLE: f"({_OLD_ENOUGH} AND NOT {_CAME_BACK})",
    Measure.CAME_BACK: f"({_OLD_ENOUGH} AND {_CAME_BACK})",
    Measure.HANDED_OFF: "e.handed_off_at IS NOT NULL",
    Measure.UNANSWERED: _UNANSWERED,
    Measure.MISSED: f"(e.handed_off_at IS NOT NULL AND e.operator_messages = 0 AND {_SETTLED})",
    Measure.REPORTED: "e.downs > 0",
    Measure.RATED_LOW: "e.score <= 2",
    Measure.NO_AGENT: "e.agent IS NULL",
    **SCORES,
    **{measure: f"{value} IS NOT NULL" for measure, value in DURATIONS.items()},
}
SETTLED_CONDITION = _SETTLED
OLD_ENOUGH_CONDITION = _OLD_ENOUGH


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``since`` to ``until``, both within, in a time zone (an IANA name)."""

    since: date
    until: date
    zone: str


@dataclass(frozen=True, slots=True)
class Slice:
    """Which episodes are asked for; None: all."""

    sites: Sequence[UUID]
    period: Period
    agent: str | None = None
    operator_id: UUID | None = None
    reason: str | None = None
    weekday: int | None = None
    hour: int | None = None


_WITHIN = """e.site_id = ANY(%(sites)s)
    AND e.started_at >= %(since)s::date::timestamp AT TIME ZONE %(zone)s
    AND e.started_at < (%(until)s::date + 1)::timestamp AT TIME ZONE %(zone)s"""
_OPTIONAL = {
    "agent": "AND e.agent = %(agent)s",
    "operator_id": "AND e.operator_id = %(operator_id)s",
    "reason": f"""AND e.handed_off_at IS NOT NULL
        AND coalesce(e.handoff_reason, '{UNKNOWN_REASON}') = %(reason)s""",
    "weekday": "AND extract(isodow FROM e.started_at AT TIME ZONE %(zone)s) = %(weekday)s",
    "hour": "AND extract(hour FROM e.started_at AT TIME ZONE %(zone)s) = %(hour)s",
}


def condition(asked: Slice) -> str:
    """Return what an episode ``e`` must be to belong to the slice."""
    wanted = [text for name, text in _OPTIONAL.items() if getattr(asked, name) is not None]
    return " ".join([_WITHIN, *wanted])


def values(asked: Slice) -> dict[str, Any]:
    """Return the parameters of ``condition`` and ``CONDITIONS``."""
    return {
        "sites": list(asked.sites),
        "since": asked.period.since,
        "until": asked.period.until,
        "zone": asked.period.zone,
        "agent": asked.agent,
        "operator_id": asked.operator_id,
        "reason": asked.reason,
        "weekday": asked.weekday,
        "hour": asked.hour,
        "settled": SETTLED,
        "durable": DURABLE,
        "lacking": [
            HandoffReason.NO_KNOWLEDGE,
            HandoffReason.LOW_CONFIDENCE,
            HandoffReason.UNGROUNDED,
        ],
    }
