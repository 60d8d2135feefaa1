"""An ASGI layer in front of Socket.IO: origins, sizes, frames, rates.

It refuses handshakes from foreign or missing origins, answers frames that ``frames`` does not
let pass, and takes the excess of a socket's rate away, with a reply that says how long to wait.
"""

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import orjson
from starlette.datastructures import Headers, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handlers.bodies import Patience, read_body, replay
from handlers.errors import best_locale, error_ack, error_body
from handlers.services.commands import BURST
from handlers.services.origin import effective_origin
from handlers.sockets.frames import MAX_FRAME, Refusal, is_command, judge
from shared.domain.words import Locale
from shared.kernel.errors import (
    ErrorCode,
    Forbidden,
    InvalidInput,
    OtvetError,
    RateLimited,
    TooLarge,
    TooSlow,
)
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.realtime.events import Fact, Namespace

_MOST_POLLING = 10_000


class _Bucket:
    """A socket's commands: so many a second, after a short burst."""

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._tokens = float(rate + BURST)
        self._filled = time.monotonic()

    def take(self) -> bool:
        """Whether one more command may pass now."""
        now = time.monotonic()
        refilled = self._tokens + (now - self._filled) * self._rate
        self._tokens, self._filled = min(refilled, self._rate + BURST), now
        if self._tokens < 1:
            return False
        self._tokens -= 1
        return True


class SocketGuard:
    """Wraps the Engine.IO application."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        allows: Callable[[str], bool],
        public_url: str,
        events_per_second: int,
        per_address: int,
        trust_forwarded: bool,
        patience: Patience,
    ) -> None:
        """Guard ``app``; ``allows`` says if some site, or the console, lives on an origin."""
        self._app = app
        self._allows = allows
        self._public_url = public_url
        self._rate = events_per_second
        self._per_address = per_address
        self._trust_forwarded = trust_forwarded
        self._patience = patience
        self._open: Counter[str] = Counter()
        self._polling: dict[str, _Bucket] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request or a connection through, guarded, or refuse it."""
        headers = Headers(scope=scope)
        try:
            self._check_origin(headers)
            if scope["type"] == "websocket":
                await self._websocket(scope, headers, receive, send)
            elif scope["method"] == "POST":
                await self._polling_post(scope, receive, send)
            else:
                await self._app(scope, receive, send)
        except OtvetError as error:
            locale = best_locale(headers.get("accept-language"))
            await refuse(scope, receive, send, error, locale)

    def _check_origin(self, headers: Headers) -> None:
        origin = effective_origin(headers, self._public_url)
        if origin is None:
            raise Forbidden(ErrorCode.ORIGIN_MISSING)
        if not self._allows(origin):
            raise Forbidden(ErrorCode.ORIGIN_FORBIDDEN)

    async def _websocket(
        self, scope: Scope, headers: Headers, receive: Receive, send: Send
    ) -> None:
        address = client_address(scope, headers, trust_forwarded=self._trust_forwarded)
        if self._open[address] >= self._per_address:
            raise RateLimited(ErrorCode.TOO_MANY_CONNECTIONS, retry_after=10)
        self._open[address] += 1
        try:
            locale = best_locale(headers.get("accept-language"))
            connection = _GuardedConnection(receive, send, locale, self._rate)
            await self._app(scope, connection.receive, connection.send)
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

    async def _polling_post(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await read_body(receive, MAX_FRAME, self._patience)
        for frame in body.decode("utf-8", "replace").split("\x1e"):
            if refusal := judge(frame):
                raise _error(refusal.code)
            if is_command(frame) and not self._polling_bucket(scope).take():
                raise RateLimited(ErrorCode.RATE_LIMITED, retry_after=1)
        await self._app(scope, replay(body, receive), send)

    def _polling_bucket(self, scope: Scope) -> _Bucket:
        sid = QueryParams(scope["query_string"]).get("sid", "")
        bucket = self._polling.setdefault(sid, _Bucket(self._rate))
        if len(self._polling) > _MOST_POLLING:
            del self._polling[next(iter(self._polling))]  # the oldest
        return bucket


class _GuardedConnection:
    """One websocket; hands on good frames and answers the others itself."""

    def __init__(self, receive: Receive, send: Send, locale: Locale, rate: int) -> None:
        self._receive = receive
        self._raw_send = send
        self._locale = locale
        self._bucket = _Bucket(rate)
        self._is_accepted = False

    async def send(self, message: Message) -> None:
        """Pass on what the application sends."""
        if message["type"] == "websocket.accept":
            self._is_accepted = True
        await self._raw_send(message)

    async def receive(self) -> Message:
        """Return the next frame that may pass."""
        while True:
            message = await self._receive()
            if message["type"] != "websocket.receive":
                return message
            text = message.get("text")
            refusal = Refusal(ErrorCode.MALFORMED_FRAME) if text is None else judge(text)
            if refusal is None and (text is None or not is_command(text) or self._bucket.take()):
                return message
            await self._answer(refusal, text or "")

    async def _answer(self, refusal: Refusal | None, frame: str) -> None:
        request_id = str(uuid7())
        if refusal is None:
            error: OtvetError = RateLimited(ErrorCode.RATE_LIMITED, retry_after=1)
            namespace, ack_id = _address_of(frame)
        else:
            error = _error(refusal.code)
            namespace, ack_id = refusal.namespace or Namespace.VISITOR, refusal.ack_id
        get_logger().info(
            "frame.refused", code=error.code, namespace=namespace, request_id=request_id
        )
        ack = error_ack(error, request_id, self._locale)
        if ack_id is None:
            body = orjson.dumps([Fact.ERROR, ack.error.model_dump()])
            text = f"42{namespace},{body.decode()}"
        else:
            body = orjson.dumps([ack.model_dump()])
            text = f"43{namespace},{ack_id}{body.decode()}"
        await self._raw_send({"type": "websocket.send", "text": text})


def client_address(scope: Scope, headers: Headers, *, trust_forwarded: bool) -> str:
    """Return where a request comes from; the last hop of ``X-Forwarded-For`` if that is ours."""
    if trust_forwarded and (forwarded := headers.get("x-forwarded-for")):
        return forwarded.rsplit(",", 1)[-1].strip()
    client = scope.get("client")
    return client[0] if client else "local"


def _address_of(frame: str) -> tuple[str, int | None]:
    head, _, rest = frame.removeprefix("42").partition(",")
    digits = rest[: len(rest) - len(rest.lstrip("0123456789"))]
    return head, int(digits) if digits else None


def _error(code: ErrorCode) -> OtvetError:
    kind = TooLarge if code is ErrorCode.PAYLOAD_TOO_LARGE else InvalidInput
    return kind(code)


async def refuse(
    scope: Scope, receive: Receive, send: Send, error: OtvetError, locale: Locale
) -> None:
    """Answer a handshake that goes no further."""
    body = error_body(error, str(uuid7()), locale)
    get_logger().info("handshake.refused", code=error.code, request_id=body.request_id)
    content = orjson.dumps(body.model_dump())
    prefix = "http.response"
    if scope["type"] == "websocket":
        await receive()  # websocket.connect
        if "websocket.http.response" not in scope.get("extensions", {}):
            await send({"type": "websocket.close", "code": 1008, "reason": error.code})
            return
        prefix = "websocket.http.response"
    start: dict[str, Any] = {
        "type": f"{prefix}.start",
        "status": error.status,
        "headers": [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(content)).encode()),
        ],
    }
    if error.status == TooSlow.status:
        start["headers"].append((b"connection", b"close"))
    await send(start)
    await send({"type": f"{prefix}.body", "body": content})
