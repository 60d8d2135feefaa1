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
from shared.storage.measures import CONDITIONS, Slice, condition, values

_LIST = f"""
SELECT e.conversation_id, e.ordinal, s.name AS site_name, v.name AS visitor_name,
    q.text AS question, e.started_at, e.agent, o.name AS operator_name, e.visitor_messages,
    e.answers, e.handed_off_at IS NOT NULL AS handed_off, e.handoff_reason,
    {CONDITIONS[Measure.RESOLVED]} AS resolved, e.downs, e.score
FROM episodes e
JOIN sites s ON s.id = e.site_id
JOIN visitors v ON v.id = e.visitor_id
LEFT JOIN operators o ON o.id = e.operator_id
JOIN LATERAL (
    SELECT left(m.text, 300) AS text FROM messages m
    WHERE m.conversation_id = e.conversation_id AND m.sender = 'visitor' AND m.at >= e.started_at
    ORDER BY m.seq LIMIT 1) q ON true
WHERE {{condition}} AND {{measure}} {{before}}
ORDER BY e.started_at DESC, e.conversation_id DESC LIMIT %(limit)s
"""
_BEFORE = "AND (e.started_at, e.conversation_id) < (%(before_at)s, %(before_id)s)"
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

    def __post_init__(self) -> None:
        """Cut the question to one line."""
        object.__setattr__(self, "question", preview(self.question))


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
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> list[EpisodeRow]:
    """Return the episodes that a number counts, newest first."""
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


def _query(asked: Slice, measure: Measure, before: tuple[datetime, UUID] | None) -> str:
    return _LIST.format(
        condition=condition(asked),
        measure=CONDITIONS[measure],
        before="" if before is None else _BEFORE,
    )


def _values(asked: Slice, before: tuple[datetime, UUID] | None, limit: int) -> dict[str, Any]:
    place = {"before_at": before and before[0], "before_id": before and before[1]}
    return values(asked) | place | {"limit": limit}
