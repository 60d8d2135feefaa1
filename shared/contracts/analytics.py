"""Bodies of ``/api/v1/analytics``. Durations are whole milliseconds, shares are for the reader."""

from datetime import date, datetime
from uuid import UUID

from shared.contracts.wire import Contract
from shared.domain.words import HandoffReason


class Durations(Contract):
    """How long something took; null where it never happened."""

    count: int
    median_ms: int | None
    p90_ms: int | None


class Score(Contract):
    """Scores from 1 to 5 that visitors gave."""

    count: int
    mean: float | None


class Totals(Contract):
    """Episodes of a period, by what became of them.

    ``settled`` ones are over: closed, or silent for a day; only of those can it be said whether
    they were resolved. ``durable`` is out of ``durable_of``: resolved ones old enough to tell.
    """

    episodes: int
    visitors: int
    visitor_messages: int
    answered: int
    settled: int
    resolved: int
    durable: int
    durable_of: int
    handed_off: int
    unanswered: int
    missed: int
    reported: int
    ups: int
    downs: int
    first_answer: Durations
    first_human: Durations
    resolution: Durations
    agents_score: Score
    people_score: Score


class DayLine(Contract):
    """A day in the reader's time zone."""

    day: date
    episodes: int
    resolved: int
    handed_off: int


class HourCell(Contract):
    """Episodes that began in an hour of a weekday (1: Monday), in the reader's time zone."""

    weekday: int
    hour: int
    episodes: int


class AgentLine(Contract):
    """What became of the episodes that an agent answered last in; null: no agent answered."""

    site_id: UUID
    site_name: str
    agent: str | None
    name: str | None
    episodes: int
    resolved: int
    settled: int
    handed_off: int
    ups: int
    downs: int


class SiteLine(Contract):
    """Episodes of a site."""

    site_id: UUID
    site_name: str
    episodes: int
    resolved: int
    settled: int
    handed_off: int


class ReasonLine(Contract):
    """Hand-offs for a reason; null: it was not kept."""

    reason: HandoffReason | None
    episodes: int


class OperatorLine(Contract):
    """Episodes in which an operator wrote last."""

    operator_id: UUID
    name: str
    episodes: int
    first_human: Durations
    score: Score


class AnalyticsSummary(Contract):
    """A period, the one of equal length before it, and the period from several sides."""

    totals: Totals
    previous: Totals
    days: tuple[DayLine, ...]
    hours: tuple[HourCell, ...]
    agents: tuple[AgentLine, ...]
    sites: tuple[SiteLine, ...]
    reasons: tuple[ReasonLine, ...]
    operators: tuple[OperatorLine, ...]
    pending: int
    """Conversations that changed and are not counted yet; usually none after some seconds."""


class EpisodeInfo(Contract):
    """An episode behind a number; ``question`` is its first message, cut to one line."""

    conversation_id: UUID
    ordinal: int
    site_name: str
    visitor_name: str
    question: str
    started_at: datetime
    agent: str | None
    operator_name: str | None
    visitor_messages: int
    answers: int
    handed_off: bool
    handoff_reason: HandoffReason | None
    resolved: bool
    downs: int
    score: int | None
    first_answer_ms: int | None
    first_human_ms: int | None
    resolution_ms: int | None


class EpisodePage(Contract):
    """Episodes, newest first, or of a time the longest first; ``next`` asks for those after."""

    items: tuple[EpisodeInfo, ...]
    next: str | None


class QuestionExample(Contract):
    """A question as a visitor put it, and where."""

    conversation_id: UUID
    text: str
    at: datetime


class QuestionGroup(Contract):
    """Questions in about the same words that no agent could answer."""

    question: str
    count: int
    last_at: datetime
    agents: tuple[str, ...]
    examples: tuple[QuestionExample, ...]


class QuestionGroups(Contract):
    """Unanswered questions, the most frequent first; of ``considered`` ones, newest first."""

    items: tuple[QuestionGroup, ...]
    considered: int
    has_more: bool
