"""A visitor as a program: the widget's promises without the widget.

It speaks Engine.IO 4 and Socket.IO 5 over one websocket, in a hundred lines, because the
official Python client spends more CPU than the server that is measured. Like the widget it
sends a message again, under the same id, until it is acknowledged, and comes back with its
cursor after every lost connection.
"""

import asyncio
import itertools
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import aiohttp
import orjson

_SPACE = "/visitor"
_ACK_SECONDS = 8.0


@dataclass(frozen=True, slots=True)
class Target:
    """Where the product runs, and as whose site."""

    base_url: str
    site_key: str
    origin: str


@dataclass(slots=True)
class Sent:
    """A message that was sent, with the moments that matter (monotonic seconds)."""

    client_message_id: str
    text: str
    sent_at: float
    acked_at: float = 0.0
    message_id: str = ""
    seq: int = 0
    tries: int = 0


@dataclass(slots=True)
class Visitor:
    """One conversation; ``on_event`` sees everything that comes."""

    target: Target
    http: aiohttp.ClientSession
    on_event: Callable[["Visitor", str, dict[str, Any]], None] | None = None
    identity: str = ""
    """A token that the site's server signed; empty of somebody whom nobody vouches for."""
    token: str = ""
    conversation_id: str = ""
    cursor: str | None = None
    status: str = "agent"
    messages: dict[str, dict[str, Any]] = field(default_factory=dict)
    doubled: int = 0
    errors: list[str] = field(default_factory=list)
    reconnects: int = 0
    _ready: asyncio.Event = field(default_factory=asyncio.Event)
    _socket: aiohttp.ClientWebSocketResponse | None = None
    _acks: dict[int, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)
    _ids: Any = field(default_factory=lambda: itertools.count(1))
    _task: asyncio.Task[None] | None = None

    async def open(self) -> None:
        """Get a session and connect; returns when the first snapshot is here."""
        headers = {"Origin": self.target.origin}
        body = {"site_key": self.target.site_key}
        if self.identity:
            body["identity"] = self.identity
        url = f"{self.target.base_url}/api/v1/visitor/sessions"
        session = await self._session(url, body, headers)
        self.token, self.conversation_id = session["token"], session["conversation_id"]
        await self.go_on()

    async def go_on(self) -> None:
        """Connect with the token that there is; returns when the first snapshot is here."""
        self._task = asyncio.create_task(self._stay_connected())
        await asyncio.wait_for(self._ready.wait(), 20)

    async def _session(
        self, url: str, body: dict[str, str], headers: dict[str, str]
    ) -> dict[str, Any]:
        """Ask as the widget does: again while the answer says that it may help."""
        for _ in range(20):
            async with self.http.post(url, json=body, headers=headers) as response:
                answer: dict[str, Any] = await response.json()
                if response.ok:
                    return answer
            self.errors.append(answer["code"])
            if not answer["retryable"]:
                break
            await asyncio.sleep(0.5)
        raise RuntimeError(f"no session: {self.errors[-3:]}")

    async def close(self) -> None:
        """Leave."""
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        if self._socket:
            await self._socket.close()

    async def send(self, text: str, *, patience: float = 120.0) -> Sent:
        """Send until acknowledged."""
        sent = Sent(uuid4().hex, text, time.monotonic())
        payload = {"client_message_id": sent.client_message_id, "text": text}
        while not sent.acked_at:
            if time.monotonic() - sent.sent_at > patience:
                raise TimeoutError(f"not acknowledged in {patience} s: {self.errors[-3:]}")
            sent.tries += 1
            try:
                ack = await self.command("message.send", payload)
            except (TimeoutError, ConnectionError) as error:
                self.errors.append(repr(error))
                continue
            if ack["ok"]:
                sent.acked_at = time.monotonic()
                sent.message_id, sent.seq = ack["message_id"], ack["seq"]
            else:
                self.errors.append(ack["error"]["code"])
                if not ack["error"]["retryable"]:
                    raise RuntimeError(ack["error"]["code"])
                await asyncio.sleep(ack["error"].get("retry_after") or 0.3)
        return sent

    async def connected(self, patience: float) -> None:
        """Wait for a connection with its snapshot; one that does not come back shows by itself."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), patience)

    async def command(self, event: str, payload: dict[str, Any]) -> dict[str, Any]:
        """Send one command once; returns its ack."""
        await asyncio.wait_for(self._ready.wait(), _ACK_SECONDS)
        number = next(self._ids)
        answer = self._acks[number] = asyncio.get_running_loop().create_future()
        try:
            await self._write(f"42{_SPACE},{number}{orjson.dumps([event, payload]).decode()}")
            return await asyncio.wait_for(answer, _ACK_SECONDS)
        finally:
            self._acks.pop(number, None)

    async def _stay_connected(self) -> None:
        while True:
            try:
                await self._connection()
            except (aiohttp.ClientError, OSError, ConnectionError) as error:
                self.errors.append(type(error).__name__)
            self._lost()
            self.reconnects += 1
            await asyncio.sleep(0.3)

    async def _connection(self) -> None:
        url = f"{self.target.base_url}/socket.io/?EIO=4&transport=websocket"
        headers = {"Origin": self.target.origin}
        async with self.http.ws_connect(url, headers=headers, max_msg_size=0) as socket:
            self._socket = socket
            async for frame in socket:
                if frame.type is aiohttp.WSMsgType.TEXT:
                    await self._read(frame.data)

    async def _read(self, text: str) -> None:
        if text == "2":
            await self._write("3")
        elif text.startswith("0"):
            auth = {"token": self.token, "cursor": self.cursor}
            await self._write(f"40{_SPACE},{orjson.dumps(auth).decode()}")
        elif text.startswith(f"42{_SPACE},"):
            event, data = orjson.loads(text.partition(",")[2])
            self._event(event, data)
        elif text.startswith(f"43{_SPACE},"):
            number, _, body = text.partition(",")[2].partition("[")
            future = self._acks.get(int(number))
            if future and not future.done():
                future.set_result(orjson.loads("[" + body)[0])
        elif text.startswith(f"44{_SPACE},"):
            raise ConnectionError(text)

    def _event(self, event: str, data: dict[str, Any]) -> None:
        self.cursor = data.get("cursor", self.cursor)
        if event == "conversation.snapshot":
            self.status = data["conversation"]["status"]
            for message in data["messages"]:
                self.messages[message["id"]] = message
            self._ready.set()
        elif event in ("message.created", "message.completed"):
            message = data["message"]
            self.doubled += message["id"] in self.messages
            self.messages[message["id"]] = message
        elif event == "conversation.status":
            self.status = data["status"]
        if self.on_event:
            self.on_event(self, event, data)

    async def _write(self, text: str) -> None:
        if self._socket is None or self._socket.closed:
            raise ConnectionError("not connected")
        await self._socket.send_str(text)

    def _lost(self) -> None:
        self._ready.clear()
        self._socket = None
        for future in self._acks.values():
            if not future.done():
                future.set_exception(ConnectionError("connection lost"))
