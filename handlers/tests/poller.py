"""A widget that polls, and a worker that writes what it waits for."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
from redis import Redis

from handlers.tests.door import SHOP, Door
from handlers.tests.wire import client_id
from shared.domain.words import Stage
from shared.kernel.clock import utc_now
from shared.storage.answers import Answers
from shared.tests.samples import ai_result

COMMANDS = "/api/v1/visitor/commands"
EVENTS = "/api/v1/visitor/events"


class Screen:
    """What a visitor sees who is told so: messages by their id, and the answer being written."""

    def __init__(self) -> None:
        self.messages: dict[str, str] = {}
        self.order: list[str] = []
        self.partial: dict[str, str] = {}
        self.names: list[str] = []

    def take(self, event: str, data: dict[str, Any]) -> None:
        """See one event; a delta that does not follow what is shown is an error here."""
        self.names.append(event)
        if event == "conversation.snapshot":
            for message in data["messages"]:
                self._show(message)
            written = data["generation"]
            self.partial = {written["message_id"]: written["text"]} if written else {}
        elif event in ("message.created", "message.completed"):
            assert data["message"]["id"] not in self.messages, "told twice"
            self._show(data["message"])
        elif event == "message.delta":
            shown = self.partial.get(data["message_id"], "")
            assert data["offset"] in (0, len(shown)), "a gap, or a piece again"
            self.partial[data["message_id"]] = shown[: data["offset"]] + data["text"]

    def _show(self, message: dict[str, Any]) -> None:
        self.messages[message["id"]] = message["text"]
        self.order.append(message["text"])
        self.partial.pop(message["id"], None)


class Poller:
    """A visitor without a socket."""

    def __init__(self, door: Door, token: str, origin: str = SHOP) -> None:
        self.door, self.token, self.origin = door, token, origin
        self.cursor: str | None = None
        self.screen = Screen()

    def send(self, event: str, data: object = None) -> httpx.Response:
        """Send a command."""
        body = {"event": event} | ({} if data is None else {"data": data})
        return self.door.request("POST", COMMANDS, origin=self.origin, token=self.token, json=body)

    def say(self, text: str, key: str | None = None) -> httpx.Response:
        """Send a message."""
        return self.send("message.send", {"client_message_id": key or client_id(), "text": text})

    def ask(self, wait: float = 0) -> httpx.Response:
        """Poll once, from where the last one ended."""
        params: dict[str, str] = {"wait": str(wait)}
        if self.cursor is not None:
            params["cursor"] = self.cursor
        return self.door.request("GET", EVENTS, origin=self.origin, token=self.token, params=params)

    def poll(self, wait: float = 0) -> list[tuple[str, Any]]:
        """Poll once and see what came."""
        reply = self.ask(wait)
        assert reply.status_code == 200, reply.text
        assert reply.headers["cache-control"] == "no-store"
        body = reply.json()
        self.cursor = body["cursor"]
        for one in body["events"]:
            self.screen.take(one["event"], one["data"])
        return [(one["event"], one["data"]) for one in body["events"]]

    async def polls(self, wait: float = 10) -> list[tuple[str, Any]]:
        """Poll beside what else goes on."""
        return await asyncio.to_thread(self.poll, wait)


class Worker:
    """Answers the newest message of a conversation, as a gpu_worker and a result worker do."""

    def __init__(self, redis: Redis, session: dict[str, Any], site_id: UUID) -> None:
        self.here, self._site = UUID(session["conversation_id"]), site_id
        self._redis, self._answers = redis, Answers(redis)
        self._written = 0

    def begin(self) -> None:
        """Take the turn that waits."""
        names = ("epoch", "visitor_seq")
        epoch, seq = self._redis.hmget(f"conv:{self.here}", names)
        partial: dict[Any, Any] = self._redis.hgetall(f"conv:{self.here}:partial")
        self._epoch, self._seq, self._written = int(epoch or 0), int(seq or 0), 0
        self._answer = UUID(str(partial[b"message_id"], "ascii"))
        self._question = UUID(str(partial[b"in_reply_to"], "ascii"))
        assert self._answers.stage(
            self.here,
            self._epoch,
            self._answer,
            Stage.WRITING,
            agent="network",
            in_reply_to=self._question,
        )

    def again(self) -> None:
        """Begin the same answer anew, as the next worker does when this one died."""
        self._written = 0

    def write(self, text: str) -> None:
        """Show a piece."""
        assert self._answers.delta(self.here, self._epoch, self._answer, self._written, text)
        self._written += len(text)

    def finish(self, text: str) -> None:
        """Deliver the result."""
        result = ai_result(
            conversation_id=self.here,
            site_id=self._site,
            epoch=self._epoch,
            answer_id=self._answer,
            in_reply_to=self._question,
            answered_seq=self._seq,
            text=text,
            citations=(),
        )
        assert self._answers.complete(result, utc_now()).result == "done"
