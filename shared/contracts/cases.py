"""Cases of a site, as the console keeps, runs and reads them.

``CasePut``     a question and what is expected of the agents
``CaseList``    all cases of a site, each with its last result, and the last runs
``CaseTrace``   what the agents made of a case the last time, with all that it was made of
``CasesRan``    the fact ``cases.ran``: a run has begun, come further or ended
"""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from shared.contracts.policy import Share
from shared.contracts.trials import TrialAnswer, TrialSaid
from shared.contracts.wire import TEXT_LIMIT, Contract
from shared.domain.cases import (
    MOST_CASES,
    CaseAction,
    CaseChange,
    CaseFault,
    CaseVerdict,
    RunState,
    is_comparable,
)
from shared.domain.trials import TrialFailure
from shared.domain.words import Outcome

HISTORY_LIMIT = 10
"""Messages before the question of a case."""

_Question = Annotated[str, Field(max_length=TEXT_LIMIT, examples=["Не подключается VPN"])]
_Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{1,31}$", examples=["network"])]
_Words = Annotated[str, Field(min_length=1, max_length=200, examples=["порт* UDP 500"])]
_Contains = Annotated[tuple[_Words, ...], Field(max_length=10)]
_Note = Annotated[str, Field(max_length=500, examples=["Так отвечал агент до замены роутеров"])]
_Count = Annotated[int, Field(ge=0)]


class CasePut(Contract):
    """``PUT /sites/{site_id}/cases/{case_id}``.

    The id is minted by the caller, so that a repeated request makes one case. At least one thing
    is expected. ``contains`` are words that the answer must have, in their order: letters small or
    capital, «ё» and marks between them do not matter, and ``*`` stands for any ending.
    ``conversation_id`` says whose words the question is: the case is deleted with that
    conversation. Without it the case is the site's own.
    """

    question: _Question
    history: Annotated[tuple[TrialSaid, ...], Field(max_length=HISTORY_LIMIT)] = ()
    agent: _Slug | None = None
    action: CaseAction | None = None
    document_id: UUID | None = None
    contains: _Contains = ()
    note: _Note = ""
    conversation_id: UUID | None = None

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        if not (self.agent or self.action or self.document_id or self.contains):
            raise ValueError("nothing is expected")
        if not all(map(is_comparable, self.contains)):
            raise ValueError("contains: no word")
        return self


class CaseDocument(Contract):
    """The document that an answer must cite; ``name`` is null once it was deleted."""

    id: UUID
    agent: _Slug | None = None
    name: Annotated[str | None, Field(examples=["vpn.md"])] = None


class CaseFaultInfo(Contract):
    """What was expected, and what was made instead: slugs, actions, names of documents, words."""

    what: CaseFault
    expected: Annotated[str, Field(examples=["network"])]
    made: Annotated[str, Field(examples=["access"])] = ""


class CaseResult(Contract):
    """What came of a case the last time that it was run."""

    run_id: UUID | None = None
    """Null: of a run so old that it is no longer kept."""
    verdict: CaseVerdict
    before: CaseVerdict | None = None
    """The verdict before this one, leaving out those without an answer; null: there was none."""
    faults: tuple[CaseFaultInfo, ...] = ()
    failure: TrialFailure | None = None
    """Of an unanswered one: why."""
    outcome: Outcome | None = None
    agent: _Slug | None = None
    confidence: Share | None = None
    knowledge_version: Annotated[int | None, Field(examples=[12])] = None
    model: Annotated[str | None, Field(examples=["qwen3-4b"])] = None
    adapter: Annotated[str | None, Field(examples=["network@3"])] = None
    at: datetime
    changed: CaseChange | None = None
    """What has changed since: the case itself, or the knowledge."""


class Case(Contract):
    """A case with its last result."""

    id: UUID
    site_id: UUID
    conversation_id: UUID | None = None
    question: _Question
    history: tuple[TrialSaid, ...] = ()
    agent: _Slug | None = None
    action: CaseAction | None = None
    document: CaseDocument | None = None
    contains: _Contains = ()
    note: _Note = ""
    created_by_name: str
    created_at: datetime
    updated_by_name: str
    updated_at: datetime
    result: CaseResult | None = None
    """Null: it was not run since the question is this one."""


class CaseRun(Contract):
    """A run of some cases: how far it is, and what came of it.

    ``broken`` of the failed had passed the time before; ``mended`` of the passed had not.
    """

    id: UUID
    state: RunState
    total: _Count
    passed: _Count = 0
    failed: _Count = 0
    unanswered: _Count = 0
    broken: _Count = 0
    mended: _Count = 0
    started_by_name: str
    started_at: datetime
    ended_at: datetime | None = None


class CaseList(Contract):
    """``GET /sites/{site_id}/cases``: all cases, oldest first, and the last runs, newest first."""

    items: tuple[Case, ...]
    runs: tuple[CaseRun, ...]


class CaseRunStart(Contract):
    """``POST /sites/{site_id}/cases/runs``: which cases are run; without ids all are."""

    case_ids: Annotated[tuple[UUID, ...], Field(max_length=MOST_CASES)] = ()


class CaseTrace(Contract):
    """``GET /sites/{site_id}/cases/{case_id}/trace``: the last answer, and how it was made."""

    case_id: UUID
    at: datetime
    answer: TrialAnswer


class CasesRan(Contract):
    """``cases.ran``, to the consoles of a site; with the case that was judged just now."""

    site_id: UUID
    run: CaseRun
    case_id: UUID | None = None
    result: CaseResult | None = None
