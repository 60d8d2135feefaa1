"""What supervisors are told of episodes: numbers, the lists behind them, and files of both."""

import csv
import io
from collections.abc import AsyncIterator
from dataclasses import astuple, fields
from datetime import datetime
from uuid import UUID

from handlers.services.questions import group_questions
from shared.contracts.analytics import AnalyticsSummary, EpisodeInfo, EpisodePage, QuestionGroups
from shared.domain.analytics import Measure
from shared.domain.words import HandoffReason, Locale
from shared.kernel.errors import ErrorCode, InvalidInput
from shared.storage.analytics import summarise
from shared.storage.episode_lists import (
    EpisodePlace,
    EpisodeRow,
    list_episodes,
    place_of,
    stream_episodes,
    unanswered_questions,
)
from shared.storage.measures import DURATIONS, Slice
from shared.storage.pool import AsyncDatabase, using

_QUESTIONS = 2_000
_GROUPS = 50
_EXPORTED = 100_000
# A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class AnalyticsService:
    """Reads episodes of the sites it is given."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Read from ``database``."""
        self._database = database

    async def summary(self, asked: Slice, locale: Locale) -> AnalyticsSummary:
        """Return the numbers of a slice."""
        async with using(self._database) as connection:
            return await summarise(connection, asked, locale)

    async def episodes(
        self, asked: Slice, measure: Measure, before: str | None, limit: int
    ) -> EpisodePage:
        """Return a page of the episodes that a number counts.

        Raises:
            InvalidInput: ``before`` is no place that this list has named.
        """
        after = None if before is None else _place(before, measure)
        async with using(self._database) as connection:
            rows = await list_episodes(connection, asked, measure, after, limit + 1)
        shown = rows[:limit]
        more = len(rows) > limit
        return EpisodePage(
            items=tuple(_info(row) for row in shown),
            next=_name_of_place(place_of(shown[-1], measure)) if more else None,
        )

    async def questions(self, asked: Slice) -> QuestionGroups:
        """Return the questions that agents could not answer, put together by their words."""
        async with using(self._database) as connection:
            rows = await unanswered_questions(connection, asked, _QUESTIONS + 1)
        considered = rows[:_QUESTIONS]
        return QuestionGroups(
            items=tuple(group_questions(considered, _GROUPS)),
            considered=len(considered),
            has_more=len(rows) > _QUESTIONS,
        )

    async def table(self, asked: Slice, measure: Measure) -> AsyncIterator[bytes]:
        """Yield the episodes that a number counts as CSV (RFC 4180), with a mark for Excel."""
        names = [each.name for each in fields(EpisodeRow)]
        yield b"\xef\xbb\xbf" + _line(names)
        async with using(self._database) as connection:
            async for row in stream_episodes(connection, asked, measure, _EXPORTED):
                yield _line([_cell(value) for value in astuple(row)])


def _info(row: EpisodeRow) -> EpisodeInfo:
    values = {each.name: getattr(row, each.name) for each in fields(EpisodeRow)}
    reason = row.handoff_reason
    return EpisodeInfo(**values | {"handoff_reason": HandoffReason(reason) if reason else None})


def _place(text: str, measure: Measure) -> EpisodePlace:
    try:
        value, conversation_id, ordinal = text.split("~")
        return EpisodePlace(
            int(value) if measure in DURATIONS else datetime.fromisoformat(value),
            UUID(conversation_id),
            int(ordinal),
        )
    except ValueError as error:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="before") from error


def _name_of_place(place: EpisodePlace) -> str:
    value = place.value
    # "Z", for a "+" would have to be escaped in a query.
    text = value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else value
    return f"{text}~{place.conversation_id}~{place.ordinal}"


def _line(cells: list[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.isoformat()
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(_FORMULA) else text
