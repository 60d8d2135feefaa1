"""Request bodies, read whole before anybody works with them; all but files are small."""

import asyncio
from dataclasses import dataclass

from starlette.types import Message, Receive

from shared.config import Settings
from shared.kernel.errors import ErrorCode, InvalidInput, TooLarge, TooSlow

_SLOWEST = 32 * 1024


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a body is waited for: a body of a byte a second would hold its place for hours."""

    silence: float = 10.0
    """Seconds between two pieces."""
    whole: float = 20.0
    """Seconds for all of it, besides those that its bytes take at ``rate``."""
    rate: int = _SLOWEST
    """Bytes a second of the slowest line that a large file may come by."""

    @classmethod
    def of(cls, settings: Settings) -> "Patience":
        """Return that of an installation."""
        return cls(settings.body_silence.total_seconds(), settings.body_timeout.total_seconds())

    def left(self, passed: float, received: int) -> float:
        """Return how long the next piece is waited for, ``passed`` seconds after the first."""
        return max(0.0, min(self.silence, self.whole + received / self.rate - passed))


async def read_body(receive: Receive, most: int, patience: Patience) -> bytes:
    """Return the body of a request.

    Raises:
        TooLarge: it has more than ``most`` bytes, whatever its head said.
        TooSlow: it does not come as fast as ``patience`` asks.
    """
    body = bytearray()
    now = asyncio.get_running_loop().time
    began = now()
    while True:
        try:
            async with asyncio.timeout(patience.left(now() - began, len(body))):
                message = await receive()
        except TimeoutError as error:
            raise TooSlow(detail=f"{len(body)} bytes in {now() - began:.0f} s") from error
        if message["type"] == "http.disconnect":
            return bytes(body)
        body += message.get("body", b"")
        if len(body) > most:
            raise TooLarge(ErrorCode.PAYLOAD_TOO_LARGE)
        if not message.get("more_body"):
            return bytes(body)


async def read_file(receive: Receive, most: int, patience: Patience) -> bytes:
    """Return the body of a request, if it came whole: half a file looks like a file.

    Raises:
        TooLarge: it has more than ``most`` bytes, whatever its head said.
        TooSlow: it does not come as fast as ``patience`` asks.
        InvalidInput: the caller left before its end, or it is empty.
    """
    is_whole = True

    async def watched() -> Message:
        nonlocal is_whole
        message = await receive()
        is_whole = message["type"] != "http.disconnect"
        return message

    body = await read_body(watched, most, patience)
    if not is_whole or not body:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="no whole file")
    return body


def replay(body: bytes, receive: Receive) -> Receive:
    """Return a ``receive`` that gives the body again, then whatever comes after it."""
    is_given = False

    async def again() -> Message:
        nonlocal is_given
        if is_given:
            return await receive()
        is_given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again
