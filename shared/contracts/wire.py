"""Pieces that several contracts share."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from shared.domain.files import ATTACHMENTS_LIMIT, FileType
from shared.domain.words import ConversationStatus, ModelTrouble, Outcome, Sender
from shared.kernel.text import preview

TEXT_LIMIT = 4_000
"""Characters a visitor or an operator may send in one message."""

ClientMessageId = Annotated[
    str,
    Field(
        min_length=8,
        max_length=64,
        pattern=r"^[A-Za-z0-9_-]+$",
        examples=["01935f2a-7c40-7000-8000-0000000000c1"],
    ),
]
"""Minted by the client (a UUID will do); a retry repeats it."""

Cursor = Annotated[
    str,
    Field(
        max_length=64,
        pattern=r"^[0-9a-f]{1,32}:[0-9]{1,18}$",
        examples=["9f3a1c7e5b2d8046:42"],
    ),
]
"""A place in a conversation's stream of events: ``incarnation:number``. Opaque to clients."""


AttachmentIds = Annotated[tuple[UUID, ...], Field(max_length=ATTACHMENTS_LIMIT)]
"""Files that were uploaded for a message. With them its text may be empty."""


class Contract(BaseModel):
    """Base of all payloads: immutable, and nothing in it that the contract does not name.

    What another of our processes has told, and is only to be shown, is read with
    ``extra="ignore"``: a newer one may say more (docs/adr/0022).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")


class Citation(Contract):
    """A source of an answer. ``n`` is the number the text refers to as ``[n]``."""

    n: int = Field(ge=1)
    title: str
    url: str | None = None
    quote: str


class Attachment(Contract):
    """A file of a message; pictures have a size in pixels. Fetched over HTTP, with the token."""

    id: UUID
    name: str
    type: FileType
    size: int
    width: int | None = None
    height: int | None = None


class Message(Contract):
    """A message as everybody outside sees it. Order by ``seq``; identity by ``id``."""

    id: UUID
    conversation_id: UUID
    seq: int = Field(ge=1)
    sender: Sender
    agent: str | None = None
    operator_name: str | None = None
    text: str
    citations: tuple[Citation, ...] = ()
    choices: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    outcome: Outcome | None = None
    trouble: ModelTrouble | None = None
    """For operators: why the language model did not write this, though one is configured."""
    client_message_id: str | None = None
    at: datetime

    @property
    def line(self) -> str:
        """What stands for it where there is one line: its words, else the names of its files."""
        return preview(self.text or ", ".join(file.name for file in self.attachments))


class ErrorBody(Contract):
    """The one shape of every error, HTTP or socket."""

    code: str
    message: str
    retryable: bool
    request_id: str
    retry_after: int | None = None
    operator_name: str | None = None
    """With ``conversation_taken``: who has the conversation."""


class AckError(Contract):
    """The ack of a command that was refused."""

    ok: Literal[False] = False
    error: ErrorBody


class AckOk(Contract):
    """The ack of a command that was accepted and has nothing to return."""

    ok: Literal[True] = True


class ConversationState(Contract):
    """Who has the floor, as both sides see it.

    While a person is awaited, ``position`` counts from 1; ``eta_seconds`` is how long it probably
    takes from now, null where that cannot be said (docs/architecture.md).
    """

    id: UUID
    status: ConversationStatus
    operator_name: str | None = None
    position: int | None = None
    eta_seconds: int | None = None


class RatingInfo(Contract):
    """A visitor's thumb for an answer."""

    message_id: UUID
    rating: Literal["up", "down"]
    comment: str | None = None


class ScoreInfo(Contract):
    """A visitor's score for a conversation, 1 to 5."""

    score: int
    comment: str | None = None


class PartialAnswer(Contract):
    """An answer that is being written right now; ``text`` is all of it so far."""

    message_id: UUID
    agent: str | None = None
    stage: str | None = None
    text: str = ""
    position: int | None = None
    """Among the answers that no worker has begun, from 1; null once it is begun."""
