"""Request bodies, read whole before anybody works with them; all but files are small."""

from starlette.types import Message, Receive

from shared.kernel.errors import ErrorCode, InvalidInput, TooLarge


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


async def read_file(receive: Receive, most: int) -> bytes:
    """Return the body of a request, if it came whole: half a file looks like a file.

    Raises:
        TooLarge: it has more than ``most`` bytes, whatever its head said.
        InvalidInput: the caller left before its end, or it is empty.
    """
    is_whole = True

    async def watched() -> Message:
        nonlocal is_whole
        message = await receive()
        is_whole = message["type"] != "http.disconnect"
        return message

    body = await read_body(watched, most)
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
