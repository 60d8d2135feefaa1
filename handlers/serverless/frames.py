"""What travels in a websocket of an API Gateway, and the events that the gateway makes of it."""

from typing import Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from handlers.services.commands import MAX_COMMAND, is_small
from shared.contracts.polling import VisitorEvent, VisitorFrame
from shared.kernel.errors import ErrorCode, InvalidInput, TooLarge

MOST_BYTES = 120 * 1024
"""Of a frame that goes out; an API Gateway takes 128 KiB."""


class Identity(BaseModel):
    """Where a connection comes from."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    sourceIp: str = "local"  # noqa: N815 (AWS's name)


class RequestContext(BaseModel):
    """What the gateway says of a connection."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    connectionId: str = Field(max_length=128)  # noqa: N815
    eventType: Literal["CONNECT", "MESSAGE", "DISCONNECT"]  # noqa: N815
    identity: Identity = Identity()


class GatewayEvent(BaseModel):
    """An invocation by a WebSocket API."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    requestContext: RequestContext  # noqa: N815
    headers: dict[str, str] | None = None
    body: str | None = None

    def headers_by_name(self) -> dict[str, str]:
        """Return the handshake's headers, by lower-case names."""
        return {name.lower(): value for name, value in (self.headers or {}).items()}


def read_frame(body: str | None) -> VisitorFrame:
    """Return a frame.

    Raises:
        TooLarge, InvalidInput: it is none; its id cannot be told.
    """
    if body is None or len(body) > MAX_COMMAND:
        raise (
            TooLarge(ErrorCode.PAYLOAD_TOO_LARGE)
            if body
            else InvalidInput(ErrorCode.MALFORMED_FRAME)
        )
    try:
        frame = VisitorFrame.model_validate(orjson.loads(body))
    except (orjson.JSONDecodeError, ValidationError):
        raise InvalidInput(ErrorCode.MALFORMED_FRAME) from None
    if not is_small(frame.data):
        raise InvalidInput(ErrorCode.MALFORMED_FRAME)
    return frame


def ack_frame(frame_id: int | None, ack: dict[str, Any]) -> bytes:
    """Return the answer to a frame."""
    return orjson.dumps({"id": frame_id, "ack": ack})


def fact_frame(fact: VisitorEvent, cursor: str | None) -> bytes:
    """Return a fact; ``cursor`` is where to go on after it."""
    frame = {"event": fact.event, "data": fact.data}
    return orjson.dumps(frame | {"cursor": cursor} if cursor else frame)


def fitting(fact: VisitorEvent, cursor: str | None) -> bytes | None:
    """Return a frame that the gateway takes; nothing if that cannot be made of the fact.

    Of a whole snapshot the oldest messages may go: there are older ones then, to be fetched.
    """
    frame = fact_frame(fact, cursor)
    data = fact.data
    while len(frame) > MOST_BYTES:
        if not data.get("full") or len(data["messages"]) < 2:
            return None
        kept = data["messages"][(len(data["messages"]) + 1) // 2 :]
        data = data | {"messages": kept, "has_more": True}
        frame = fact_frame(VisitorEvent(event=fact.event, data=data), cursor)
    return frame
