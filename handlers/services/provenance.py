"""Why an answer is as it is, for the operators of its site."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from shared.contracts.provenance import AnswerPassage, AnswerProvenance
from shared.contracts.queues import AiResult, Provenance
from shared.contracts.wire import Citation
from shared.domain.words import Outcome, Stage, Step
from shared.kernel.errors import ErrorCode, NotFound
from shared.observability.logs import get_logger
from shared.storage.pool import AsyncDatabase, using
from shared.storage.provenance import (
    AnswerRow,
    KnownPassage,
    find_answer,
    known_passages,
)
from shared.storage.turns import turn_before

_AROUND = timedelta(minutes=15)
"""Of a message, in which all lines of its request are."""
_CITATIONS = TypeAdapter(tuple[Citation, ...])


class ProvenanceService:
    """Reads what lies beside an answer, whichever version of the workers wrote it."""

    def __init__(self, database: AsyncDatabase, logs_url: str | None) -> None:
        """Compose the service; ``logs_url`` is the setting ``LOGS_URL``."""
        self._database = database
        self._logs_url = logs_url

    async def explain(
        self, site_id: UUID, conversation_id: UUID, message_id: UUID
    ) -> AnswerProvenance:
        """Return why a message of a conversation of the site is as it is.

        Raises:
            NotFound: there is no such message, no agent wrote it, or what lies beside it cannot be
                read.
        """
        async with using(self._database) as connection:
            row = await find_answer(connection, conversation_id, message_id)
            if row is None:
                raise NotFound(ErrorCode.NOT_FOUND)
            try:
                found, citations = _read(row, conversation_id, message_id), _cited(row)
            except ValidationError as error:
                get_logger().warning(
                    "provenance.unreadable",
                    message_id=str(message_id),
                    errors=error.error_count(),
                )
                raise NotFound(ErrorCode.PROVENANCE_UNREADABLE) from error
            if found.outcome is Outcome.HANDED_OFF and not found.asked:
                # Called by the visitor or by the watcher, not in reply to a turn.
                turn = await turn_before(connection, conversation_id, message_id)
                found = found.model_copy(update={"asked": tuple(one.text for one in turn)})
        if self._logs_url and found.request_id:
            found = found.model_copy(update={"logs_url": self._lines_of(found, row.at)})
        return await self._in_full(site_id, found, citations)

    def _lines_of(self, found: AnswerProvenance, at: datetime) -> str:
        values = {
            "request_id": quote(found.request_id or "", safe=""),
            "message_id": found.message_id,
            "conversation_id": found.conversation_id,
            # Whoever shows logs shows the last hours, unless told which.
            "from": _milliseconds(at - _AROUND),
            "to": _milliseconds(at + _AROUND),
        }
        return (self._logs_url or "").format_map(values)

    async def of_result(self, result: AiResult, asked: tuple[str, ...]) -> AnswerProvenance:
        """Return why a result that was never a message is as it is."""
        found = AnswerProvenance(
            message_id=result.answer_id,
            conversation_id=result.conversation_id,
            outcome=result.outcome,
            handoff_reason=result.handoff_reason,
            agent=result.agent,
            asked=asked,
        )
        if result.provenance:
            found = _beside_result(found, result.provenance)
        return await self._in_full(result.site_id, found, result.citations)

    async def of_search(
        self, site_id: UUID, trial_id: UUID, searched: Provenance, asked: tuple[str, ...]
    ) -> AnswerProvenance:
        """Return what was found, with the words of the passages."""
        found = AnswerProvenance(message_id=trial_id, conversation_id=trial_id, asked=asked)
        return await self._in_full(site_id, _beside_result(found, searched), ())

    async def _in_full(
        self, site_id: UUID, found: AnswerProvenance, citations: Sequence[Citation]
    ) -> AnswerProvenance:
        ids = [passage.passage_id for passage in found.passages]
        known: Mapping[UUID, KnownPassage] = {}
        if ids:
            async with using(self._database) as connection:
                known = await known_passages(connection, site_id, ids)
        return found.model_copy(
            update={
                "passages": _shown(found.passages, known, citations),
                # PostgreSQL keeps no order in an object.
                "route": dict(sorted(found.route.items(), key=lambda item: -item[1])),
                "stage_ms": dict(sorted(found.stage_ms.items(), key=lambda item: _place(item[0]))),
            }
        )


def _milliseconds(at: datetime) -> int:
    return int(at.timestamp() * 1_000)


def _beside_result(found: AnswerProvenance, written: Provenance) -> AnswerProvenance:
    payload = found.model_dump(exclude_defaults=True) | written.model_dump()
    return AnswerProvenance.model_validate(payload, extra="ignore")


def _read(row: AnswerRow, conversation_id: UUID, message_id: UUID) -> AnswerProvenance:
    """Read what was written; what we do not know is left out, for a newer worker may know it."""
    ours = {
        "message_id": message_id,
        "conversation_id": conversation_id,
        "outcome": row.outcome,
        "handoff_reason": row.handoff_reason,
        "agent": row.agent,
        "asked": row.asked,
        "request_id": row.request_id,
    }
    written = {} if row.provenance is None else row.provenance
    payload = _with_steps(written) | ours if isinstance(written, dict) else written
    return AnswerProvenance.model_validate(payload, extra="ignore")


def _with_steps(written: dict[str, Any]) -> dict[str, Any]:
    """Take the names of the repairs for the steps: once, nothing else was kept of them."""
    repairs = written.get("repairs")
    if written.get("steps") or not isinstance(repairs, list):
        return written
    return written | {"steps": [{"step": name} for name in repairs if name in list(Step)]}


def _cited(row: AnswerRow) -> tuple[Citation, ...]:
    return _CITATIONS.validate_python(row.citations, extra="ignore")


def _shown(
    passages: Sequence[AnswerPassage],
    known: Mapping[UUID, KnownPassage],
    citations: Sequence[Citation],
) -> tuple[AnswerPassage, ...]:
    """Put beside each passage its words, its address and the numbers it is cited by."""
    numbers: dict[UUID, list[int]] = {}
    for citation in citations:
        if passage_id := _source(citation, passages, known):
            numbers.setdefault(passage_id, []).append(citation.n)
    return tuple(
        _beside(one, known.get(one.passage_id), numbers.get(one.passage_id, ())) for one in passages
    )


def _beside(
    passage: AnswerPassage, here: KnownPassage | None, numbers: Sequence[int]
) -> AnswerPassage:
    return passage.model_copy(
        update={
            "cited": tuple(numbers),
            "text": here.text if here else None,
            "url": here.url if here else None,
            "document_id": here.document_id if here else None,
        }
    )


def _source(
    citation: Citation, passages: Sequence[AnswerPassage], known: Mapping[UUID, KnownPassage]
) -> UUID | None:
    """Return the passage a citation is of: of those so titled that which says the quoted words.

    Citations carry no ids. The parts of a long section share its title; where none is seen to say
    the words, the best one is taken.
    """
    titled = [passage.passage_id for passage in passages if passage.title == citation.title]
    quote = _flat(citation.quote.rstrip("…"))
    saying = (one for one in titled if one in known and quote in _flat(known[one].text))
    return next(saying, titled[0] if titled else None)


def _place(stage: str) -> int:
    known = list(Stage)
    return known.index(Stage(stage)) if stage in known else len(known)


def _flat(text: str) -> str:
    return " ".join(text.split())
