"""Request bodies, read whole before anybody works with them; all of ours are small."""

from starlette.types import Message, Receive

from shared.kernel.errors import ErrorCode, TooLarge


async def read_body(receive: Receive, most: int) -> bytes:
    """Return the body of a request.

    Raises:
        TooLarge: it has more than ``most`` bytes, whatever its head said.
    """
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return bytes(body)
        body += message.get("body", b"")
        if len(body) > most:
            raise TooLarge(ErrorCode.PAYLOAD_TOO_LARGE)
        if not message.get("more_body"):
            return bytes(body)


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
