"""Relays as processes, and a widget's websocket behind an emulated gateway."""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from handlers.tests.door import SHOP
from handlers.tests.wire import client_id
from shared.config import process_environment
from tests.serverless.function import ROOT

AWS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_MAX_ATTEMPTS": "1"}
SECONDS = 20.0
"""One is promised; here functions begin cold, and share two cores with other tests."""


class RelayProcess:
    """``python -m handlers.relay``."""

    def __init__(self, settings: Mapping[str, str], log: Path) -> None:
        self._log = log
        kept = {k: v for k, v in process_environment().items() if not k.endswith("_URL")}
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "handlers.relay"],
                cwd=ROOT,
                env=kept | dict(settings),
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        until = time.monotonic() + 60
        while "relay.started" not in self.logged():
            assert self._process.poll() is None, self.logged()
            assert time.monotonic() < until, self.logged()
            time.sleep(0.05)

    def logged(self) -> str:
        """Return what it has written."""
        return self._log.read_text(encoding="utf-8")

    def kill(self) -> None:
        """End it without a word."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """End it in order, which takes it moments.

        Raises:
            TimeoutExpired: it had to be killed.
        """
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()
            raise


class Widget:
    """A visitor's websocket."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._acks: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._number = 0
        self._heard = asyncio.Event()
        self.strays: list[dict[str, Any]] = []
        self.facts: list[tuple[str, dict[str, Any]]] = []
        self.cursor: str | None = None
        self._reader = asyncio.create_task(self._read())

    @classmethod
    async def open(cls, url: str, origin: str | None = SHOP) -> Self:
        """Open a websocket; nobody has said yet who is there."""
        return cls(
            await connect(url, origin=origin, proxy=None, open_timeout=60)  # type: ignore[arg-type]
        )

    @classmethod
    async def enter(cls, url: str, token: str, cursor: str | None = None) -> Self:
        """Open one, say who is there and, without a cursor, see what was said before."""
        widget = await cls.open(url)
        ack = await widget.ask("connect", {"token": token} | ({"cursor": cursor} if cursor else {}))
        assert ack == {"ok": True}, ack
        if cursor is None:
            await widget.told("conversation.snapshot")
        return widget

    async def send(self, frame: object) -> None:
        """Send a frame as it is."""
        text = frame if isinstance(frame, str) else json.dumps(frame)
        await self._connection.send(text)

    async def ask(self, event: str, data: object = None) -> dict[str, Any]:
        """Send a command and return its ack."""
        self._number += 1
        reply = self._acks[self._number] = asyncio.get_running_loop().create_future()
        body = {"id": self._number, "event": event}
        await self.send(body | ({} if data is None else {"data": data}))
        return await asyncio.wait_for(reply, SECONDS)

    async def say(self, text: str) -> dict[str, Any]:
        """Send a message."""
        return await self.ask("message.send", {"client_message_id": client_id(), "text": text})

    async def until(
        self, is_there: Callable[[list[tuple[str, dict[str, Any]]]], bool], seconds: float = SECONDS
    ) -> None:
        """Wait until the facts so far are as they should be."""
        async with asyncio.timeout(seconds):
            while not is_there(self.facts):
                self._heard.clear()
                await self._heard.wait()

    async def told(self, event: str) -> dict[str, Any]:
        """Return the first fact of a name, told already or still to come."""
        await self.until(lambda facts: any(name == event for name, _ in facts))
        return next(data for name, data in self.facts if name == event)

    async def stray(self) -> dict[str, Any]:
        """Return the next frame that is no fact and answers nothing."""
        async with asyncio.timeout(SECONDS):
            while not self.strays:
                self._heard.clear()
                await self._heard.wait()
        return self.strays.pop(0)

    async def closed(self) -> None:
        """Wait until the other side has closed it."""
        await asyncio.wait_for(asyncio.shield(self._reader), SECONDS)

    async def close(self) -> None:
        """Close it."""
        await self._connection.close()
        await self._reader

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _read(self) -> None:
        try:
            async for text in self._connection:
                frame = json.loads(text)
                if "event" in frame:
                    self.cursor = frame.get("cursor", self.cursor)
                    self.facts.append((frame["event"], frame["data"]))
                elif frame.get("id") in self._acks:
                    self._acks.pop(frame["id"]).set_result(frame["ack"])
                else:
                    self.strays.append(frame)
                self._heard.set()
        except ConnectionClosed:
            pass
