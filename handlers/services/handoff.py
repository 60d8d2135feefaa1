"""The hand-off card: why a person was called and what was tried, out of what is stored.

Extractive by design: it chooses among what the visitor and the agents wrote and quotes it.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any, Literal, TypeVar, cast
from uuid import UUID

from shared.contracts.context import (
    Detail,
    HandoffCall,
    HandoffCard,
    OfferedPassage,
    SaidBefore,
    TriedAnswer,
)
from shared.domain.details import details
from shared.domain.words import HandoffReason, Outcome, Sender
from shared.kernel.errors import ErrorCode, NotFound
from shared.kernel.text import preview
from shared.storage.context import SaidRow, floor_of, said_in
from shared.storage.pool import AsyncDatabase, using

Word = TypeVar("Word", bound=StrEnum)
_LOOK_BACK = 200
_TRIED, _DETAILS, _PASSAGES = 4, 10, 4
_WORDS = 320
# A person had the floor, or the talk was over: what was said before is another story.
_BORDERS = frozenset({Outcome.OPERATOR_JOINED, Outcome.RETURNED, Outcome.CLOSED})
_NO_QUESTION = frozenset({Outcome.GREETED})


class HandoffService:
    """Tells operators what went before them."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Compose the service."""
        self._database = database

    async def card(self, conversation_id: UUID) -> HandoffCard:
        """Return the card of a conversation.

        Raises:
            NotFound: there is no such conversation.
        """
        async with using(self._database) as connection:
            floor = await floor_of(connection, conversation_id)
            rows = await said_in(connection, conversation_id, _LOOK_BACK)
        if floor is None:
            raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)
        return make_card(conversation_id, floor, rows)


def make_card(conversation_id: UUID, floor: dict[str, Any], rows: Sequence[SaidRow]) -> HandoffCard:
    """Choose from messages, oldest first, what whoever takes over must know."""
    call, episode = _episode(rows)
    asked = _questions(episode)
    first, last = (asked[0], asked[-1]) if asked else (None, None)
    return HandoffCard(
        conversation_id=conversation_id,
        status=floor["status"],
        waiting_since=floor["waiting_since"],
        agent=floor["agent"],
        call=call and _call(call),
        first=first and _said(first),
        last=_said(last) if last and last is not first else None,
        details=_details(asked),
        tried=tuple(_tried(row) for row in episode if _is_answer(row))[-_TRIED:],
        questions=len(asked),
    )


def _episode(rows: Sequence[SaidRow]) -> tuple[SaidRow | None, Sequence[SaidRow]]:
    """Return the last call for a person and what agents and visitor said up to their coming."""
    calls = [place for place, row in enumerate(rows) if row.outcome == Outcome.HANDED_OFF]
    borders = _borders(rows)
    if calls and not any(
        rows[place].outcome in (Outcome.RETURNED, Outcome.CLOSED)
        for place in borders
        if place > calls[-1]
    ):
        end = calls[-1]
        start = max((place + 1 for place in borders if place < end), default=0)
        taken = next((place for place in borders if place > end), len(rows))
        return rows[end], rows[start:taken]
    # Taken without a call: up to the person's coming, or to now while an agent has the floor.
    ends_with_person = bool(borders) and (rows[borders[-1]].outcome == Outcome.OPERATOR_JOINED)
    end = borders[-1] if ends_with_person else len(rows)
    start = max((place + 1 for place in borders if place < end), default=0)
    return None, rows[start:end]


def _borders(rows: Sequence[SaidRow]) -> list[int]:
    """Return where one story ends; a close that was taken back is no end."""
    borders: list[int] = []
    for place, row in enumerate(rows):
        if (
            row.outcome == Outcome.REOPENED
            and borders
            and rows[borders[-1]].outcome == Outcome.CLOSED
        ):
            borders.pop()
        elif row.outcome in _BORDERS:
            borders.append(place)
    return borders


def _questions(episode: Sequence[SaidRow]) -> list[SaidRow]:
    """Return the visitor's messages, without those that were only a greeting."""
    greetings = {row.in_reply_to for row in episode if row.outcome in _NO_QUESTION}
    said = [row for row in episode if row.sender == Sender.VISITOR]
    return [row for row in said if row.id not in greetings] or said


def _is_answer(row: SaidRow) -> bool:
    return row.sender == Sender.AGENT and row.outcome not in _NO_QUESTION


def _said(row: SaidRow) -> SaidBefore:
    return SaidBefore(message_id=row.id, seq=row.seq, text=preview(row.text, _WORDS))


def _details(asked: Sequence[SaidRow]) -> tuple[Detail, ...]:
    found: dict[str, Detail] = {}
    for row in asked:
        for text in details(row.text):
            found.setdefault(text.casefold(), Detail(message_id=row.id, text=text))
    return tuple(found.values())[:_DETAILS]


def _tried(row: SaidRow) -> TriedAnswer:
    cited = row.citations if isinstance(row.citations, list) else []
    titles = [one["title"] for one in cited if isinstance(one, dict) and one.get("title")]
    return TriedAnswer(
        message_id=row.id,
        seq=row.seq,
        agent=row.agent,
        outcome=_known(Outcome, row.outcome),
        text=preview(row.text, _WORDS),
        sources=tuple(dict.fromkeys(str(title) for title in titles)),
        choices=tuple(row.choices),
        rating=cast("Literal['up', 'down'] | None", row.rating),
    )


def _call(row: SaidRow) -> HandoffCall:
    written = row.provenance if isinstance(row.provenance, dict) else {}
    policy = written.get("policy")
    first = policy[0] if isinstance(policy, list) and policy else {}
    return HandoffCall(
        message_id=row.id,
        at=row.at,
        reason=_known(HandoffReason, row.handoff_reason),
        question=written.get("question") or None,
        confidence=_share(written.get("confidence")),
        threshold=_share(first.get("threshold") if isinstance(first, dict) else None),
        passages=_passages(written.get("passages")),
        explained=row.explained,
    )


def _known(words: type[Word], written: str | None) -> Word | None:
    """Read a word of a closed set; a newer version may have written one that this does not know."""
    return next((word for word in words if word == written), None)


def _share(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else None


def _passages(written: object) -> tuple[OfferedPassage, ...]:
    """Read what was found, as far as this version can: a card must not fail on an old answer."""
    found = []
    for one in (written if isinstance(written, list) else [])[:_PASSAGES]:
        try:
            found.append(OfferedPassage.model_validate(one, extra="ignore"))
        except ValueError:
            continue
    return tuple(found)
