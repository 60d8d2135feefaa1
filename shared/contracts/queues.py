"""What travels through the broker.

Every payload has a ``version``; a worker that meets a newer one than it knows, or in what it is
to do or to store a field that it does not know, rejects it to the dead letters, where it waits for
the upgrade. Of an ``AiResult`` it leaves out what it does not know (docs/adr/0022).

``AcceptedMessage``   ``db_messages`` and, with a ``request``, ``ai_requests`` (one publish)
``FeedbackRecord``    ``db_messages``: ratings and read marks
``AiResult``          ``ai_response``: what the agents made of a turn
``PassageBatch``      ``ai_requests``, actor ``embed_passages``: passages to put into the index
``PassagesIndexed``   ``ai_response``: a batch is in the index, or why not
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, TypeAdapter

from shared.contracts.policy import Share
from shared.contracts.wire import Citation, Contract, Message
from shared.domain.versions import KnowledgeScope
from shared.domain.words import (
    CloseReason,
    ConversationStatus,
    HandoffReason,
    Locale,
    ModelTrouble,
    Outcome,
    Step,
)


class StateMirror(Contract):
    """The conversation's state in Redis right after the message, mirrored in PostgreSQL.

    Mirrors overtake each other on their way; the one with the highest ``change`` holds.
    """

    status: ConversationStatus
    epoch: int
    change: int
    operator_id: UUID | None = None
    assignee_id: UUID | None = None
    """Who is responsible; with ``team_id`` alone, somebody of that team."""
    team_id: UUID | None = None
    assigned_at: datetime | None = None
    assigned_by_rule: bool = False
    last_seq: int
    visitor_seq: int
    """``seq`` of the newest visitor message that an agent owes an answer to, else 0."""
    answered_seq: int
    """``seq`` up to which the visitor was answered or handed over."""


class MessageRecord(Contract):
    """A message on its way into the ``messages`` table."""

    site_id: UUID
    message: Message
    operator_id: UUID | None = None
    in_reply_to: UUID | None = None
    handoff_reason: HandoffReason | None = None
    close_reason: CloseReason | None = None
    close_comment: str | None = None
    provenance: str | None = None
    """A ``Provenance`` as JSON; kept as text, for nobody on the way looks inside."""
    state: StateMirror


class FeedbackRecord(Contract):
    """What a visitor let us know without a message, on its way into PostgreSQL."""

    kind: Literal["feedback"] = "feedback"
    version: Literal[1] = 1
    request_id: str
    site_id: UUID
    conversation_id: UUID
    at: datetime
    read_seq: int | None = None
    message_id: UUID | None = None
    rating: Literal["up", "down"] | None = None
    score: int | None = None
    comment: str | None = None


class TurnMessage(Contract):
    """A visitor message that waits for the answer."""

    id: UUID
    seq: int
    text: str
    files: int = 0
    """How many files came with it; agents do not read them."""


class AgentProfile(Contract):
    """What the router and the prompts know of an agent."""

    slug: str
    name: str
    subject: str
    wrong_share: Share | None = None
    """Wrong answers that its administrator accepts; None: as many as the calibration does."""
    knowledge: KnowledgeScope = KnowledgeScope.OWN
    """Whose documents it answers from."""
    instructions: dict[Locale, str] = Field(default_factory=dict)
    """What its administrator tells it besides the shipped rules."""
    instructions_version: int = 0
    adapter: str | None = None
    """The version of its adapter; None: the one that is active; empty: none."""


class AiRequest(Contract):
    """A turn that wants an answer: all visitor messages since the last one, oldest first.

    ``answer_id`` is minted with the request, so that a request delivered twice makes the
    same message twice, which is stored once.
    """

    conversation_id: UUID
    site_id: UUID
    epoch: int
    answer_id: UUID
    turn: Annotated[tuple[TurnMessage, ...], Field(min_length=1)]
    agents: tuple[AgentProfile, ...]
    locale: Locale
    accepted_at: datetime


class AcceptedMessage(Contract):
    """What a handler accepted: to be stored and, while an agent has the floor, answered."""

    kind: Literal["message"] = "message"
    version: Literal[1] = 1
    request_id: str
    record: MessageRecord
    request: AiRequest | None = None


class Passage(Contract):
    """A piece of a document, as it is indexed and quoted."""

    id: UUID
    agent: str
    ordinal: int
    title: str
    """Document title and headings, joined by ``" › "``."""
    text: str
    phrasings: tuple[str, ...] = ()
    """How visitors ask for it; indexed, never shown."""
    url: str | None = None
    """Where visitors can read it; without one the batch's holds."""


class PassageBatch(Contract):
    """Some passages of one version of a document, to be embedded and indexed.

    A document is removed by an empty last batch of a newer version.
    """

    version: Literal[1] = 1
    request_id: str
    site_id: UUID
    document_id: UUID
    document_name: str
    document_version: int
    url: str | None = None
    is_shared: bool = False
    """Whether agents of the scope ``shared`` answer from it too."""
    passages: tuple[Passage, ...]
    is_last: bool
    """With the last batch what older versions left in the index is removed."""


class PassagesIndexed(Contract):
    """The last batch of a document's version is in the index, or ``error`` says why not."""

    kind: Literal["passages_indexed"] = "passages_indexed"
    version: Literal[1] = 1
    request_id: str
    site_id: UUID
    document_id: UUID
    document_version: int
    error: str | None = None


class PassageScore(Contract):
    """A passage the answer was chosen from; scores are comparable within one answer."""

    passage_id: UUID
    agent: str
    title: str
    score: float
    dense: float
    lexical: float
    reranked: float | None = None
    """A reranker's number, where one is in use."""


class UnderstandingStep(Contract):
    """What a step of understanding made of the question."""

    step: Step
    text: str


class AppliedPolicy(Contract):
    """What an agent's administrator accepts, and the confidence from which it then answers."""

    agent: str
    wrong_share: Share | None = None
    """None: as many wrong answers as the calibration accepts."""
    threshold: Share


class Provenance(Contract):
    """Why this answer: all that is needed to show it and to make it again."""

    backend: str
    model: str | None = None
    """The model that wrote the answer, with its version where there is one."""
    adapter: str | None = None
    """``name@version``; of a blend each with its weight, ``a@1*0.5+b@2*0.5``."""
    trouble: ModelTrouble | None = None
    """Why the configured model did not write the answer; the first reason of several."""
    embedding_model: str
    knowledge_version: int
    calibration: str
    question: str
    """The question as understood, after repairs and with the history folded in."""
    language: Locale | None = None
    """The language that the question was recognised as, and is answered in."""
    repairs: tuple[str, ...] = ()
    """The names of ``steps``, each once."""
    steps: tuple[UnderstandingStep, ...] = ()
    """How the question came to be understood so, in order."""
    route: dict[str, float]
    agents: tuple[str, ...] = ()
    """Whom the question belongs to, by the route and its parts: one agent, or two."""
    passages: tuple[PassageScore, ...]
    confidence: float
    policy: tuple[AppliedPolicy, ...] = ()
    """Of the agent that was to answer, or of both."""
    groundedness: float
    template: str | None = None
    """Name and version of the prompt's template."""
    prompt_hash: str | None = None
    seed: int | None = None
    prompt_tokens: int = 0
    answer_tokens: int = 0
    turns_cut: int = 0
    """Messages of the history that did not fit into the prompt."""
    passages_cut: int = 0
    """Passages that did not fit, one that was shortened included."""
    stage_ms: dict[str, float] = Field(default_factory=dict)


class AiResult(Contract):
    """What the agents made of a turn.

    With ``outcome`` ``handed_off`` the conversation goes to a person and ``text`` is what the
    visitor reads meanwhile; otherwise ``text`` is the answer.
    """

    kind: Literal["ai_result"] = "ai_result"
    version: Literal[1] = 1
    request_id: str
    conversation_id: UUID
    site_id: UUID
    epoch: int
    answer_id: UUID
    in_reply_to: UUID
    answered_seq: int
    outcome: Literal[
        Outcome.ANSWERED,
        Outcome.QUOTED,
        Outcome.CLARIFIED,
        Outcome.GREETED,
        Outcome.DECLINED,
        Outcome.HANDED_OFF,
    ]
    agent: str | None = None
    text: str
    citations: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()
    handoff_reason: HandoffReason | None = None
    provenance: Provenance | None = None


AiResponse = TypeAdapter[AiResult | PassagesIndexed](
    Annotated[AiResult | PassagesIndexed, Field(discriminator="kind")]
)
"""Decodes whatever is in ``ai_response``."""

DbMessage = TypeAdapter[AcceptedMessage | FeedbackRecord](
    Annotated[AcceptedMessage | FeedbackRecord, Field(discriminator="kind")]
)
"""Decodes whatever is in ``db_messages``."""
