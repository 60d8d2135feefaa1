"""Corrections: what operators say against answers, as the console writes and reads them."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from shared.contracts.trials import TrialSaid
from shared.contracts.wire import TEXT_LIMIT, Contract
from shared.domain.corrections import CorrectionKind, CorrectionState

_Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{1,31}$", examples=["network"])]
_Comment = Annotated[str, Field(max_length=1_000)]


class RightPassage(Contract):
    """A passage that answers: one of the knowledge by its ``passage_id``, or one's own words."""

    passage_id: UUID | None = None
    title: Annotated[str, Field(max_length=300, examples=["VPN › Ошибка 809"])] = ""
    text: Annotated[str, Field(max_length=8_000)] = ""

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if (self.passage_id is None) != bool(self.title.strip() and self.text.strip()):
            raise ValueError("a passage is known by its id, or has a title and a text")
        return self


class CorrectionPut(Contract):
    """``PUT /conversations/{conversation_id}/messages/{message_id}/correction``.

    ``answer`` says the right answer, its passages or both; ``wrong_agent`` whose question it was,
    and may say the rest; with ``hand_over`` nothing more is to be said.
    """

    kind: CorrectionKind
    right_agent: _Slug | None = None
    right_answer: Annotated[str, Field(max_length=TEXT_LIMIT)] = ""
    passages: Annotated[tuple[RightPassage, ...], Field(max_length=5)] = ()
    comment: _Comment = ""

    @model_validator(mode="after")
    def _says_what_it_needs(self) -> Self:
        says = bool(self.right_answer.strip() or self.passages)
        if self.kind is CorrectionKind.ANSWER and not says:
            raise ValueError("an answer is corrected by words or by passages")
        if (self.kind is CorrectionKind.WRONG_AGENT) != (self.right_agent is not None):
            raise ValueError("a wrong agent, and nothing else, is corrected by another")
        if self.kind is CorrectionKind.HAND_OVER and says:
            raise ValueError("where a person should have been called there is no answer")
        return self


class CorrectionPatch(Contract):
    """``PATCH /corrections/{correction_id}``: take it out of use, or back into it."""

    state: CorrectionState


class CorrectionPassage(Contract):
    """A passage as it was when it was chosen; without ``passage_id`` it was written by hand."""

    passage_id: UUID | None = None
    agent: str
    title: str
    text: str
    url: str | None = None


class CorrectionInfo(Contract):
    """A correction: who, when, of what, what was wrong and what would have been right."""

    id: UUID
    site_id: UUID
    site_name: str
    conversation_id: UUID
    message_id: UUID
    kind: CorrectionKind
    state: CorrectionState
    asked: tuple[str, ...]
    """The visitor's own words, oldest first."""
    question: str
    """The question as it was understood; empty where nobody kept that."""
    history: tuple[TrialSaid, ...] = ()
    agent: str | None = None
    """Who answered, or would have."""
    right_agent: str | None = None
    answer: str
    """What the agent said; empty where it called a person."""
    right_answer: str
    passages: tuple[CorrectionPassage, ...] = ()
    comment: str = ""
    created_by_name: str
    created_at: datetime
    updated_by_name: str
    updated_at: datetime


class CorrectionPage(Contract):
    """``GET /corrections``, newest first; ``next`` is the ``before`` of the page below."""

    items: tuple[CorrectionInfo, ...]
    next: str | None = None
