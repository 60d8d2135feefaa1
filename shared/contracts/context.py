"""What the console shows beside a conversation: why it was handed over, and who asks."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.policy import Share
from shared.contracts.provenance import Number
from shared.contracts.wire import Contract, RatingInfo
from shared.domain.words import CloseReason, ConversationStatus, HandoffReason, Locale, Outcome

Scalar = str | int | float | bool | None


class SaidBefore(Contract):
    """What the visitor wrote, in their own words."""

    message_id: UUID
    seq: int
    text: Annotated[str, Field(examples=["VPN не подключается, ошибка 809"])]


class Detail(Contract):
    """An address, a code, a number or a quotation, as it stands in a visitor's message."""

    message_id: UUID
    text: Annotated[str, Field(examples=["ошибка 809"])]


class TriedAnswer(Contract):
    """What an agent answered before; ``text`` is cut."""

    message_id: UUID
    seq: int
    agent: str | None = None
    outcome: Outcome | None = None
    text: str
    sources: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    rating: Literal["up", "down"] | None = None


class OfferedPassage(Contract):
    """A passage that was found and not enough to answer from."""

    passage_id: UUID
    title: Annotated[str, Field(examples=["VPN › Ошибка 809"])]
    agent: Annotated[str, Field(examples=["network"])]
    score: Number


class HandoffCall(Contract):
    """The hand-off itself; what an older version did not write is null."""

    message_id: UUID
    at: datetime
    reason: HandoffReason | None = None
    question: Annotated[str | None, Field(examples=["не работает vpn ошибка 809"])] = None
    """The question as understood."""
    confidence: Annotated[Share | None, Field(examples=[0.41])] = None
    threshold: Annotated[Share | None, Field(examples=[0.75])] = None
    passages: tuple[OfferedPassage, ...] = ()
    explained: bool = False
    """Whether «why this answer» has more to tell of the message."""


class HandoffCard(Contract):
    """``GET /conversations/{conversation_id}/handoff``: since a person last had the floor.

    Made of what is stored and nothing else: every text in it was written by the visitor or by an
    agent, and is quoted.
    """

    conversation_id: UUID
    status: ConversationStatus
    waiting_since: datetime | None = None
    agent: str | None = None
    call: HandoffCall | None = None
    """Null where an operator took the conversation without having been called."""
    first: SaidBefore | None = None
    """The first question; greetings are left out."""
    last: SaidBefore | None = None
    """The newest one, if it is another."""
    details: tuple[Detail, ...] = ()
    tried: tuple[TriedAnswer, ...] = ()
    """Answers of agents, oldest first, the newest few."""
    questions: Annotated[int, Field(ge=0)] = 0
    """How many messages the visitor wrote."""


class ContextVisitor(Contract):
    """Who asks; ``external_id``, ``email`` and ``attributes`` are signed by the site."""

    id: UUID
    name: Annotated[str, Field(examples=["Посетитель 1A2B"])]
    locale: Locale
    first_seen: datetime
    external_id: str | None = None
    email: str | None = None
    attributes: Annotated[dict[str, Scalar], Field(examples=[{"plan": "pro"}])]


class ContextPage(Contract):
    """Where the visitor is, as their browser told."""

    url: str | None = None
    title: str | None = None
    referrer: str | None = None
    browser: str | None = None
    locale: str | None = None


class ContactInfo(Contract):
    """How the visitor asked to be reached when nobody was there; nobody has verified it."""

    email: str | None = None
    phone: str | None = None


class ClosingInfo(Contract):
    """Why a conversation was closed; ``message_id`` is the system message that says so."""

    message_id: UUID
    reason: CloseReason
    comment: str | None = None
    operator_name: str | None = None
    at: datetime


class ConversationContext(Contract):
    """``GET /conversations/{conversation_id}/context``."""

    conversation_id: UUID
    site_name: str
    visitor: ContextVisitor
    page: ContextPage | None = None
    contact: ContactInfo | None = None
    read_seq: int
    """Up to which message the visitor has read."""
    score: Annotated[int | None, Field(ge=1, le=5)] = None
    score_comment: str | None = None
    ratings: tuple[RatingInfo, ...] = ()
    closings: tuple[ClosingInfo, ...] = ()


class EarlierConversation(Contract):
    """Another conversation of the same visitor on the same site."""

    id: UUID
    status: ConversationStatus
    created_at: datetime
    updated_at: datetime
    question: str | None = None
    """What they wrote first."""
    close_reason: CloseReason | None = None
    score: int | None = None


class EarlierPage(Contract):
    """``GET /conversations/{conversation_id}/earlier``: newest first."""

    items: tuple[EarlierConversation, ...]
    next: str | None = None
