"""The visitor's commands and facts where no Socket.IO can live.

Over HTTP, and in the websockets that an API Gateway holds (docs/serverless.md).
"""

from typing import Any

from pydantic import Field

from shared.contracts.wire import Contract


class VisitorCommand(Contract):
    """``POST /visitor/commands``: what a socket would send; answered with what it would ack."""

    event: str = Field(max_length=64, examples=["message.send"])
    data: Any = Field(
        default={},
        examples=[{"client_message_id": "c7d1f0a2b3e4", "text": "Не открывается почта"}],
    )


class VisitorEvent(Contract):
    """A fact, as a socket would bring it."""

    event: str = Field(examples=["conversation.status"])
    data: dict[str, Any] = Field(
        examples=[
            {
                "conversation_id": "01935f2a-7c40-7000-8000-000000000001",
                "status": "waiting",
                "operator_name": None,
                "cursor": "9f3a1c7e5b2d8046:42",
            }
        ]
    )


class VisitorEvents(Contract):
    """What came after a cursor, in its order, and the cursor to go on with."""

    cursor: str = Field(examples=["9f3a1c7e5b2d8046:42"])
    events: tuple[VisitorEvent, ...]


class VisitorFrame(Contract):
    """What a widget sends through a websocket: a command, or a ``ping``, with the id of its ack."""

    id: int | None = Field(default=None, ge=0, le=2**53, strict=True)
    event: str = Field(max_length=64)
    data: Any = Field(default={})


class Connect(Contract):
    """Data of the first frame, ``connect``; a cursor that does not hold is none."""

    token: str = Field(max_length=4_096)
    cursor: str | None = Field(default=None, max_length=256)
