"""Socket.IO namespace ``/visitor``: commands in, facts out.

The ``auth`` of the connection is ``VisitorAuth``. A refused connection is a ``CONNECT_ERROR``
whose ``data`` is an ``ErrorBody``. Every command is acked ``{ok: true, …}`` or ``AckError``.

Every event carries ``conversation_id``; every event but ``message.delta`` and the two
``typing`` ones carries ``cursor``, which the client keeps and sends when it connects again.
"""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from shared.contracts.wire import (
    AttachmentIds,
    ClientMessageId,
    Contract,
    ConversationState,
    Cursor,
    Message,
    PartialAnswer,
    RatingInfo,
    ScoreInfo,
)
from shared.domain.words import ConversationStatus, Stage
from shared.kernel.text import clean

Comment = Annotated[str, AfterValidator(clean), Field(max_length=1_000)]
"""What a visitor says beside a rating, without what cannot be stored."""


class VisitorAuth(Contract):
    """What the widget sends as Socket.IO ``auth``."""

    token: str = Field(max_length=4_096)
    cursor: Cursor | None = None


class MessageSend(Contract):
    """``message.send``; acked with ``MessageSendAck``."""

    client_message_id: ClientMessageId
    text: str
    attachments: AttachmentIds = ()


class MessageSendAck(Contract):
    """The message is with the broker, confirmed: it will not be lost."""

    ok: Literal[True] = True
    message_id: UUID
    seq: int


class NoPayload(Contract):
    """``generation.stop``, ``typing.start`` and others that say all by their name carry nothing."""


class ConversationRead(Contract):
    """``conversation.read``: everything up to ``seq`` was seen."""

    seq: int = Field(ge=0, le=2**53, strict=True)


class MessageRate(Contract):
    """``message.rate``: thumbs for one answer; a second one replaces the first."""

    message_id: UUID
    rating: Literal["up", "down"]
    comment: Comment | None = None


class ConversationRate(Contract):
    """``conversation.rate``: a score for the whole conversation."""

    score: int = Field(ge=1, le=5, strict=True)
    comment: Comment | None = None


class Event(Contract):
    """Base of the facts that go out."""

    conversation_id: UUID


class ConversationSnapshot(Event):
    """``conversation.snapshot``: the truth at ``cursor``.

    ``full`` says that ``messages`` are the newest ones of the conversation and replace what the
    client has; otherwise they are those that came after the cursor it sent, to be merged by id.
    ``has_more`` tells that older ones can be fetched over HTTP. ``generation`` is the answer
    being written, or null: then no stage and no half-written answer may stay on the screen.

    ``ratings`` are what the visitor thinks of these messages and, behind a cursor, what changed of
    it; ``score``, of the conversation: behind a cursor null is unchanged.
    """

    conversation: ConversationState
    messages: tuple[Message, ...]
    full: bool
    has_more: bool = False
    generation: PartialAnswer | None = None
    ratings: tuple[RatingInfo, ...] = ()
    score: ScoreInfo | None = None
    cursor: Cursor


class MessageCreated(Event):
    """``message.created``: somebody but an agent said something, or the system reports."""

    message: Message
    cursor: Cursor


class GenerationStage(Event):
    """``generation.stage``: what the agents are doing now.

    ``position`` counts from 1, of the answers that no worker has begun; null once it is begun.
    """

    stage: Stage
    message_id: UUID
    agent: str | None = None
    position: int | None = None
    cursor: Cursor


class MessageDelta(Event):
    """``message.delta``: ``text`` goes at character ``offset`` of the answer ``message_id``.

    Offsets count Unicode code points. A client that sees a gap keeps what it has and waits for
    ``message.completed``, or connects again for a snapshot.
    """

    message_id: UUID
    offset: int = Field(ge=0)
    text: str


class MessageCompleted(Event):
    """``message.completed``: the whole answer; wins over deltas."""

    message: Message
    cursor: Cursor


class GenerationFailed(Event):
    """``generation.failed``: the answer being written will not come; drop what was shown."""

    message_id: UUID
    code: str
    retryable: bool
    cursor: Cursor


class HandoffStarted(Event):
    """``handoff.started``: a person was called; the rest as in ``ConversationState``."""

    position: int | None = None
    eta_seconds: int | None = None
    cursor: Cursor


class OperatorJoined(Event):
    """``operator.joined``: a person has the floor."""

    name: str
    cursor: Cursor


class ConversationStatusChanged(Event):
    """``conversation.status``: who has the floor now."""

    status: ConversationStatus
    operator_name: str | None = None
    cursor: Cursor


class MessageRated(Event):
    """``message.rated``: the visitor gave an answer a thumb; their other tabs hear it, too."""

    message_id: UUID
    rating: Literal["up", "down"]
    comment: str | None = None
    cursor: Cursor


class ConversationRated(Event):
    """``conversation.rated``: the visitor gave the conversation a score, 1 to 5."""

    score: int
    comment: str | None = None
    cursor: Cursor


class TypingStarted(Event):
    """``typing.started``: the other side is typing; forget it after five seconds."""

    name: str | None = None


def for_visitors(payload: dict[str, Any]) -> dict[str, Any]:
    """Return an event's payload without what operators alone are told of a message."""
    if "message" in payload:
        return payload | {"message": _public(payload["message"])}
    if "messages" in payload:
        return payload | {"messages": [_public(message) for message in payload["messages"]]}
    return payload


def _public(message: dict[str, Any]) -> dict[str, Any]:
    return message | {"trouble": None} if message.get("trouble") else message
