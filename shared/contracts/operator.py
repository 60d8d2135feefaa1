"""Socket.IO namespace ``/operator``: commands in, facts out.

A conversation that was opened or taken sends all its room events here too, with the payloads
of ``shared.contracts.visitor``; each carries ``conversation_id``.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.visitor import ConversationSnapshot, Event
from shared.contracts.wire import AttachmentIds, ClientMessageId, Contract, Cursor
from shared.domain.words import CloseReason, ConversationStatus, Sender

COMMENT_LIMIT = 500
"""Characters of the comment with which a conversation is closed."""


class OperatorAuth(Contract):
    """What the console sends as Socket.IO ``auth``."""

    token: str = Field(max_length=4_096)


class ConversationCommand(Contract):
    """``conversation.take``, ``return``, ``reopen``, ``release``, ``leave``; ``typing.start``."""

    conversation_id: UUID


class ConversationClose(Contract):
    """``conversation.close``, with the reason; operators alone are told of it."""

    conversation_id: UUID
    reason: CloseReason | None = None
    comment: Annotated[str | None, Field(max_length=COMMENT_LIMIT)] = None


class ConversationClosed(Event):
    """``conversation.closed``: who closed it and why; ``message_id`` is the system message."""

    message_id: UUID
    reason: CloseReason
    comment: str | None = None
    operator_name: str | None = None
    cursor: Cursor


class ConversationSeen(Event):
    """``conversation.seen``: the visitor has read everything up to ``seq``."""

    seq: int


class ConversationOpen(Contract):
    """``conversation.open``: join the room; acked with ``ConversationOpenAck``."""

    conversation_id: UUID
    cursor: Cursor | None = None


class ConversationOpenAck(Contract):
    """The conversation as it stands; later events come live."""

    ok: Literal[True] = True
    snapshot: ConversationSnapshot


class OperatorMessageSend(Contract):
    """``message.send`` of an operator; acked with ``MessageSendAck``."""

    conversation_id: UUID
    client_message_id: ClientMessageId
    text: str
    attachments: AttachmentIds = ()


class LastMessage(Contract):
    """What somebody said last, cut to one line; sentences of the system are left out."""

    sender: Sender
    preview: str
    at: datetime


class ConversationSummary(Contract):
    """A conversation as a line of the inbox. A higher ``version`` replaces a lower one.

    ``read_seq`` is how far the asking operator has seen it; what is told to all leaves it out.
    """

    id: UUID
    site_id: UUID
    site_name: str
    visitor_name: str
    status: ConversationStatus
    operator_id: UUID | None = None
    operator_name: str | None = None
    assignee_id: UUID | None = None
    """Who is responsible; whoever has the floor, unless it was handed on and not taken yet."""
    assignee_name: str | None = None
    team_id: UUID | None = None
    team_name: str | None = None
    assigned_at: datetime | None = None
    agent: str | None = None
    last_message: LastMessage | None = None
    last_seq: int
    waiting_since: datetime | None = None
    updated_at: datetime
    labels: tuple[UUID, ...] = ()
    read_seq: int | None = None
    version: int


class InboxUpdated(Contract):
    """``inbox.updated``: a conversation of one of the operator's sites changed."""

    conversation: ConversationSummary


class OperatorRead(Contract):
    """``conversation.read`` of an operator: seen up to ``seq``, on all their devices."""

    conversation_id: UUID
    seq: Annotated[int, Field(ge=1, le=2**53)]


class InboxRead(Contract):
    """``inbox.read``: the operator has seen a conversation up to ``seq``, on some device."""

    conversation_id: UUID
    seq: int
