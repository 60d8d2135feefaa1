"""The episodes behind a number, and the questions that no agent could answer."""

# Queries are put together of fixed texts of ours; whatever comes from outside is a parameter.
# ruff: noqa: S608

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

from shared.domain.analytics import Measure
from shared.kernel.text import preview
from shared.storage.measures import CONDITIONS, DURATIONS, Slice, condition, values

_LIST = f"""
SELECT e.conversation_id, e.ordinal, s.name AS site_name, v.name AS visitor_name,
    q.text AS question, e.started_at, e.agent, o.name AS operator_name, e.visitor_messages,
    e.answers, e.handed_off_at IS NOT NULL AS handed_off, e.handoff_reason,
    {CONDITIONS[Measure.RESOLVED]} AS resolved, e.downs, e.score,
    {", ".join(f"{value} AS {measure}_ms" for measure, value in DURATIONS.items())}
FROM episodes e
JOIN sites s ON s.id = e.site_id
JOIN visitors v ON v.id = e.visitor_id
LEFT JOIN operators o ON o.id = e.operator_id
JOIN LATERAL (
    SELECT left(m.text, 300) AS text FROM messages m
    WHERE m.conversation_id = e.conversation_id AND m.sender = 'visitor' AND m.at >= e.started_at
    ORDER BY m.seq LIMIT 1) q ON true
WHERE {{condition}} AND {{measure}} {{before}}
ORDER BY {{order}} DESC, e.conversation_id DESC, e.ordinal DESC LIMIT %(limit)s
"""
_BEFORE = """AND ({order}, e.conversation_id, e.ordinal)
    < (%(before_value)s, %(before_id)s, %(before_ordinal)s)"""
# Words without endings and small words, as PostgreSQL has them for Russian and English.
_QUESTIONS = """
SELECT e.conversation_id, e.agent, left(m.text, 500) AS text, m.at,
    tsvector_to_array(to_tsvector('russian', left(m.text, 500))) AS stems
FROM episodes e JOIN messages m ON m.id = e.unanswered_id
WHERE {condition} AND {measure}
ORDER BY m.at DESC LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """An episode as it is listed."""

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
    handoff_reason: str | None
    resolved: bool
    downs: int
    score: int | None
    first_answer_ms: int | None
    first_human_ms: int | None
    resolution_ms: int | None

    def __post_init__(self) -> None:
        """Cut the question to one line."""
        object.__setattr__(self, "question", preview(self.question))


@dataclass(frozen=True, slots=True)
class EpisodePlace:
    """Where a page of a list ended.

    ``value`` is what the list is sorted by: milliseconds of a duration, else the beginning.
    """

    value: datetime | int
    conversation_id: UUID
    ordinal: int


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question that no agent could answer, and the stems of its words."""

    conversation_id: UUID
    agent: str | None
    text: str
    at: datetime
    stems: list[str]


async def list_episodes(
    connection: AsyncConnection[Any],
    asked: Slice,
    measure: Measure,
    before: EpisodePlace | None,
    limit: int,
) -> list[EpisodeRow]:
    """Return the episodes that a number counts, newest first; of a duration the longest first."""
    cursor = connection.cursor(row_factory=class_row(EpisodeRow))
    await cursor.execute(_query(asked, measure, before), _values(asked, before, limit))
    return await cursor.fetchall()


async def stream_episodes(
    connection: AsyncConnection[Any], asked: Slice, measure: Measure, limit: int
) -> AsyncIterator[EpisodeRow]:
    """Yield the same, from a cursor on the server: an export may be long."""
    async with (
        connection.transaction(),
        connection.cursor("export", row_factory=class_row(EpisodeRow)) as cursor,
    ):
        cursor.itersize = 1_000
        await cursor.execute(_query(asked, measure, None), _values(asked, None, limit))
        async for row in cursor:
            yield row


async def unanswered_questions(
    connection: AsyncConnection[Any], asked: Slice, limit: int
) -> list[QuestionRow]:
    """Return questions that agents handed over for want of an answer, newest first."""
    query = _QUESTIONS.format(condition=condition(asked), measure=CONDITIONS[Measure.UNANSWERED])
    cursor = connection.cursor(row_factory=class_row(QuestionRow))
    await cursor.execute(query, values(asked) | {"limit": limit})
    return await cursor.fetchall()


def place_of(row: EpisodeRow, measure: Measure) -> EpisodePlace:
    """Return where a page that ends with ``row`` ended."""
    value = getattr(row, f"{measure}_ms") if measure in DURATIONS else row.started_at
    return EpisodePlace(value, row.conversation_id, row.ordinal)


def _query(asked: Slice, measure: Measure, before: EpisodePlace | None) -> str:
    order = DURATIONS.get(measure, "e.started_at")
    return _LIST.format(
        condition=condition(asked),
        measure=CONDITIONS[measure],
        before="" if before is None else _BEFORE.format(order=order),
        order=order,
    )


def _values(asked: Slice, before: EpisodePlace | None, limit: int) -> dict[str, Any]:
    place = {
        "before_value": before and before.value,
        "before_id": before and before.conversation_id,
        "before_ordinal": before and before.ordinal,
    }
    return values(asked) | place | {"limit": limit}
