"""A Socket.IO client by hand: what it sends need not be what a well-behaved one would."""

import asyncio
import json
import secrets
from collections.abc import Callable
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from handlers.tests.door import SHOP, Door

ANSWER_SECONDS = 3.0
"""One second is promised; here the cores are shared with other tests."""


class Socket:
    """A websocket that speaks Socket.IO by hand."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._frames: asyncio.Queue[str | None] = asyncio.Queue()
        self._reader = asyncio.create_task(self._read())
        self._ack = 0
        self._acks: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._heard = asyncio.Event()
        self.events: list[tuple[str, Any]] = []
        self.close_code: int | None = None
        self.close_reason = ""

    @classmethod
    async def open(cls, door: Door, origin: str | None = SHOP, **headers: str) -> Self:
        """Open the transport, without any namespace."""
        sent = {"X-Forwarded-For": f"10.9.{secrets.randbelow(250)}.{secrets.randbelow(250)}"}
        connection = await connect(
            f"ws://127.0.0.1:{door.port}/socket.io/?EIO=4&transport=websocket",
            origin=origin,  # type: ignore[arg-type]  # a NewType of str
            additional_headers=sent | {k.replace("_", "-"): v for k, v in headers.items()},
            max_size=None,
            proxy=None,
        )
        socket = cls(connection)
        assert (await socket.frame()).startswith("0{")
        return socket

    @classmethod
    async def visitor(cls, door: Door, token: str, **auth: Any) -> Self:  # noqa: ANN401
        """Open and connect to ``/visitor``."""
        socket = await cls.open(door)
        frame = await socket.join("/visitor", {"token": token} | auth)
        assert frame.startswith("40/visitor,"), frame
        return socket

    @classmethod
    async def operator(cls, door: Door, token: str) -> Self:
        """Open and connect to ``/operator``."""
        socket = await cls.open(door, origin=door.console)
        frame = await socket.join("/operator", {"token": token})
        assert frame.startswith("40/operator,"), frame
        return socket

    async def join(self, namespace: str, auth: object) -> str:
        """Connect to a namespace; returns the answer, CONNECT or CONNECT_ERROR."""
        await self.send(f"40{namespace},{json.dumps(auth)}")
        while True:
            frame = await self.frame()
            if frame.startswith((f"40{namespace},", f"44{namespace},")):
                return frame

    async def send(self, frame: str | bytes) -> None:
        """Send a frame as it is."""
        await self._connection.send(frame)

    async def emit(self, namespace: str, event: str, payload: object = None) -> None:
        """Send an event that wants no ack."""
        data = [event] if payload is None else [event, payload]
        await self.send(f"42{namespace},{json.dumps(data)}")

    async def ask(
        self, namespace: str, event: str, payload: object = None, seconds: float = ANSWER_SECONDS
    ) -> dict[str, Any]:
        """Send an event and return its ack."""
        self._ack += 1
        number = self._ack
        data = [event] if payload is None else [event, payload]
        reply = self._acks[f"43{namespace},{number}"] = asyncio.get_running_loop().create_future()
        await self.send(f"42{namespace},{number}{json.dumps(data)}")
        return await asyncio.wait_for(reply, seconds)

    async def frame(self, seconds: float = ANSWER_SECONDS) -> str:
        """Return the next frame; ``ConnectionError`` when the transport was closed."""
        frame = await asyncio.wait_for(self._frames.get(), seconds)
        if frame is None:
            self._frames.put_nowait(None)
            raise ConnectionError(f"closed: {self.close_code} {self.close_reason}")
        return frame

    async def until(self, event: str, seconds: float = ANSWER_SECONDS) -> Any:  # noqa: ANN401
        """Return the payload of the next event of a name, seen already or still to come."""
        async with asyncio.timeout(seconds):
            while True:
                for number, (name, payload) in enumerate(self.events):
                    if name == event:
                        del self.events[: number + 1]
                        return payload
                self._heard.clear()
                await self._heard.wait()

    async def gathered(
        self, is_last: Callable[[str, Any], bool], seconds: float = ANSWER_SECONDS
    ) -> list[tuple[str, Any]]:
        """Return all events not asked for yet, up to one that is said to be the last."""
        async with asyncio.timeout(seconds):
            while True:
                for number, event in enumerate(self.events, start=1):
                    if is_last(*event):
                        found, self.events = self.events[:number], self.events[number:]
                        return found
                self._heard.clear()
                await self._heard.wait()

    async def quiet(self, seconds: float = 0.5, about: str = "") -> list[tuple[str, Any]]:
        """Listen for a while; return all events not asked for yet whose names begin so."""
        await asyncio.sleep(seconds)
        found, self.events = self.events, []
        return [event for event in found if event[0].startswith(about)]

    async def closed(self, seconds: float) -> None:
        """Wait until the server has closed the transport or the namespace."""
        async with asyncio.timeout(seconds):
            while True:
                try:
                    frame = await self.frame(seconds)
                except ConnectionError:
                    return
                if frame.startswith("41"):
                    return

    def stop_reading(self) -> None:
        """Take nothing from the network any more, as a client that hangs; ends with ``vanish``."""
        self._reader.cancel()
        self._connection.transport.pause_reading()

    @property
    def port(self) -> int:
        """Where the connection comes from."""
        port: int = self._connection.local_address[1]
        return port

    def vanish(self) -> None:
        """Be gone without a word."""
        self._connection.transport.abort()

    async def close(self) -> None:
        """Close the transport."""
        await self._connection.close()
        await self._reader

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _read(self) -> None:
        try:
            async for frame in self._connection:
                if frame == "2":
                    await self._connection.send("3")
                else:
                    self._take_in(str(frame))
        except ConnectionClosed:
            pass
        finally:
            self.close_code = self._connection.close_code
            self.close_reason = self._connection.close_reason or ""
            self._frames.put_nowait(None)
            for reply in self._acks.values():
                if not reply.done():
                    reply.set_exception(ConnectionError(f"closed: {self.close_reason}"))

    def _take_in(self, frame: str) -> None:
        self._frames.put_nowait(frame)
        head, _, body = frame.partition(",")
        if head.startswith("42/") and body.startswith("["):
            name, payload = json.loads(body)
            self.events.append((name, payload))
            self._heard.set()
        elif head.startswith("43/"):
            number = body.partition("[")[0]
            if reply := self._acks.pop(f"{head},{number}", None):
                reply.set_result(json.loads(body[len(number) :])[0])


def client_id() -> str:
    """A fresh client message id."""
    return secrets.token_hex(8)
