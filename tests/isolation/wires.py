"""Talking to the application without a network: HTTP and websockets of this very process."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
from starlette.types import ASGIApp, Message

from handlers.tests.wire import Socket

BASE = "http://otvet.example"


def http_client(app: ASGIApp) -> httpx.AsyncClient:
    """Return a client of ``app``; what is raised in there is answered as it would be."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=BASE, timeout=30)


class Wire:
    """A websocket to ``app``, with as much of ``websockets``' face as ``Socket`` needs."""

    close_code: int | None = None
    close_reason: str | None = None

    def __init__(self, app: ASGIApp, origin: str, address: str) -> None:
        """Begin the handshake."""
        self._to_app: asyncio.Queue[Message] = asyncio.Queue()
        self._from_app: asyncio.Queue[Message] = asyncio.Queue()
        scope: dict[str, Any] = {
            "type": "websocket",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "scheme": "ws",
            "path": "/socket.io/",
            "raw_path": b"/socket.io/",
            "root_path": "",
            "query_string": b"EIO=4&transport=websocket",
            "headers": [
                (b"host", BASE.removeprefix("http://").encode()),
                (b"connection", b"Upgrade"),
                (b"upgrade", b"websocket"),
                (b"origin", origin.encode()),
                (b"x-forwarded-for", address.encode()),
            ],
            "client": (address, 1),
            "server": ("127.0.0.1", 80),
            "subprotocols": [],
        }
        self._to_app.put_nowait({"type": "websocket.connect"})
        self._task = asyncio.ensure_future(app(scope, self._to_app.get, self._from_app.put))

    async def opened(self) -> None:
        """Wait until the application accepts.

        Raises:
            ConnectionError: it does not.
        """
        answer = await asyncio.wait_for(self._from_app.get(), 10)
        if answer["type"] != "websocket.accept":
            self.close_code = answer.get("code")
            raise ConnectionError(str(answer))

    async def send(self, text: str | bytes) -> None:
        """Send a frame."""
        self._to_app.put_nowait({"type": "websocket.receive", "text": str(text)})

    async def close(self) -> None:
        """Leave, and wait until the application has noticed."""
        self._to_app.put_nowait({"type": "websocket.disconnect", "code": 1000})
        self._from_app.put_nowait({"type": "websocket.close", "code": 1000})
        await asyncio.wait_for(self._task, 10)

    async def __aiter__(self) -> AsyncIterator[str]:
        """Yield frames until either side closes."""
        while True:
            message = await self._from_app.get()
            if message["type"] == "websocket.close":
                self.close_code = message.get("code", 1000)
                self.close_reason = message.get("reason", "")
                self._to_app.put_nowait({"type": "websocket.disconnect", "code": 1000})
                return
            yield message["text"]


class Ear(Socket):
    """A socket that keeps every frame it was sent, until somebody looks at them."""

    def __init__(self, wire: Wire) -> None:
        """Listen to ``wire``."""
        self._frames_heard: list[str] = []
        self._is_put_out = False
        super().__init__(wire)  # type: ignore[arg-type]  # as much of a connection as it needs

    def take_heard(self) -> list[str]:
        """Return the frames that came since the last time."""
        heard, self._frames_heard = self._frames_heard, []
        return heard

    @property
    def is_out(self) -> bool:
        """Whether the other side has closed it, or the namespace."""
        return self._is_put_out or self.close_code is not None

    def _take_in(self, frame: str) -> None:
        self._frames_heard.append(frame)
        self._is_put_out |= frame.startswith("41")
        super()._take_in(frame)
