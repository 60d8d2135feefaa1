"""Asking the agents outside a visitor's turn: a trial, from the console to a worker and back.

``TrialStart``      what an operator asks for, over HTTP
``TrialRequest``    ``ai_requests``, actor ``try_answer``
``TrialRecord``     kept in Redis for an hour: pending, then with what the agents made of it
``TrialCompleted``  the fact ``trial.completed``: there is a result, fetch it
``TrialInfo``       the result, with the words of the passages beside their scores
``DraftVerdict``    what an operator made of a draft
"""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from shared.contracts.provenance import AnswerProvenance
from shared.contracts.queues import AiRequest, AiResult, Provenance
from shared.contracts.wire import TEXT_LIMIT, Citation, Contract
from shared.domain.trials import DraftDecision, DraftRefusal, TrialFailure, TrialKind, TrialState
from shared.domain.words import HandoffReason, Outcome, Sender

HISTORY_LIMIT = 20
"""Messages before the question; as many as the agents look at."""

_Text = Annotated[str, Field(max_length=TEXT_LIMIT, examples=["Не подключается VPN"])]
_Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{1,31}$", examples=["network"])]


class TrialSaid(Contract):
    """A message before the question."""

    sender: Literal[Sender.VISITOR, Sender.AGENT, Sender.OPERATOR]
    text: _Text
    agent: _Slug | None = None


class TrialStart(Contract):
    """``POST /trials``.

    ``answer`` and ``search`` bring a ``text`` for a site of the operator's; ``draft`` names a
    conversation, and ``replay`` one of its answers: question and history are taken from there.
    With an ``agent`` that one alone is asked.
    """

    kind: TrialKind
    site_id: UUID | None = None
    text: _Text | None = None
    history: Annotated[tuple[TrialSaid, ...], Field(max_length=HISTORY_LIMIT)] = ()
    agent: _Slug | None = None
    conversation_id: UUID | None = None
    message_id: UUID | None = None

    @model_validator(mode="after")
    def _says_what_it_needs(self) -> Self:
        own = self.kind in (TrialKind.ANSWER, TrialKind.SEARCH)
        given = self.text is not None, self.site_id is not None
        if own and not (all(given) and self.conversation_id is None and self.message_id is None):
            raise ValueError("a question of one's own has a text and a site, and nothing else")
        if not own and (any(given) or self.history or self.conversation_id is None):
            raise ValueError("the conversation has the question, the history and the site")
        if (self.kind is TrialKind.REPLAY) != (self.message_id is not None):
            raise ValueError("a replay, and nothing else, names a message")
        return self


class TrialAccepted(Contract):
    """The trial is on its way; ``trial.completed`` tells when to fetch it."""

    trial_id: UUID


class TrialRecord(Contract):
    """A trial as it is kept. Version 1."""

    version: Literal[1] = 1
    trial_id: UUID
    kind: TrialKind
    operator_id: UUID
    site_id: UUID
    conversation_id: UUID | None = None
    message_id: UUID | None = None
    asked: tuple[str, ...]
    """The messages of the question, oldest first."""
    history: tuple[TrialSaid, ...] = ()
    at: datetime
    state: TrialState = TrialState.PENDING
    failure: TrialFailure | None = None
    result: AiResult | None = None
    """What a visitor would have got."""
    attempt: AiResult | None = None
    """The best there is, where a visitor would have been asked back or given to a person."""
    found: Provenance | None = None
    """Of a search: how the question was understood, and the passages."""


class TrialRequest(Contract):
    """A trial on its way to the agents. ``request`` is a turn like a visitor's."""

    kind: Literal["trial"] = "trial"
    version: Literal[1] = 1
    request_id: str
    record: TrialRecord
    request: AiRequest
    until: datetime
    """When nobody waits for it any more."""


class TrialAnswer(Contract):
    """What the agents would say, and all that it was made of."""

    outcome: Outcome
    handoff_reason: HandoffReason | None = None
    agent: str | None = None
    text: str
    citations: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()
    provenance: AnswerProvenance


class TrialInfo(Contract):
    """``GET /trials/{trial_id}``; for the operator who asked, for an hour."""

    id: UUID
    kind: TrialKind
    state: TrialState
    failure: TrialFailure | None = None
    site_id: UUID
    conversation_id: UUID | None = None
    message_id: UUID | None = None
    asked: tuple[str, ...]
    at: datetime
    answer: TrialAnswer | None = None
    """What a visitor would have got; null of a search."""
    attempt: TrialAnswer | None = None
    """Of a draft: the best there is, where ``answer`` asks back or calls a person."""
    found: AnswerProvenance | None = None
    """Of a search: the passages with their scores, best first."""


class ExampleQuestions(Contract):
    """Questions that an agent is there for, in the reader's language."""

    agent: _Slug
    questions: tuple[str, ...]


class TrialExamples(Contract):
    """``GET /trials/examples``: what may be asked of a site's agents, to begin with."""

    items: tuple[ExampleQuestions, ...]


class TrialCompleted(Contract):
    """``trial.completed``, to all sockets of the operator who asked."""

    trial_id: UUID
    kind: TrialKind
    state: TrialState


class DraftVerdict(Contract):
    """``POST /trials/{trial_id}/verdict``: what became of a draft.

    ``text`` is what was sent instead of it, and only of an edited one; ``reason`` why it was
    refused.
    """

    decision: DraftDecision
    text: _Text | None = None
    reason: DraftRefusal | None = None
    comment: Annotated[str | None, Field(max_length=1_000)] = None

    @model_validator(mode="after")
    def _says_what_it_needs(self) -> Self:
        if (self.decision is DraftDecision.EDITED) != (self.text is not None):
            raise ValueError("an edited draft, and no other, has a text")
        if (self.decision is DraftDecision.REFUSED) != (self.reason is not None):
            raise ValueError("a refused draft, and no other, has a reason")
        return self
