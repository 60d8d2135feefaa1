"""From Redis to the sockets of this process.

A conversation that has sockets here has a subscription to its channel; every frame goes to the
rooms of both namespaces, as its ``to`` says. A socket that joins is held: frames that arrive
while its snapshot is being made wait, and those that the snapshot already contains are
dropped, by their number. After Redis was away, every conversation is caught up from its stream
before live frames go on. So nobody misses, doubles or reorders anything.

The listening task alone touches the subscription. redis-py's connection comes back by itself, in
whichever task finds it closed, and two tasks that do so at once break it. So others only write
down what they want in ``_channels`` and wake the listener, through Redis, on a channel of its own.
"""

import asyncio
import random
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import orjson
from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.exceptions import RedisError

from handlers.services.ears import Ear, is_for_visitors
from shared.contracts.knowledge import KnowledgeUpdated
from shared.contracts.operator import InboxRead, InboxUpdated
from shared.contracts.visitor import ConversationSnapshot, for_visitors
from shared.kernel.errors import OtvetError
from shared.observability.logs import get_logger
from shared.observability.metrics import FRAMES_DELIVERED
from shared.realtime.events import Fact, Namespace
from shared.storage.keys import (
    KNOWLEDGE_NEWS,
    conversation_key,
    inbox_channel,
    operator_channel,
    site_of_inbox,
    wake_channel,
)
from shared.storage.state import Frame, LiveState

Emit = Callable[[Namespace, str, str, dict[str, Any]], Awaitable[None]]
Snapshot = Callable[[UUID, str | None], Awaitable[ConversationSnapshot]]
_CONFIRM_SECONDS = 3.0
# How long the listener reads without looking up: the link is checked, channels that nobody
# listens to any more are given up, and a wake-up that was lost is made good.
_LOOK_UP_SECONDS = 1.0


@dataclass(slots=True)
class _Channel:
    """A channel somebody here listens to; without members it is about to be given up."""

    members: set[str] = field(default_factory=set)
    is_asked_for: bool = False
    confirmed: asyncio.Event = field(default_factory=asyncio.Event)
    held: dict[str, deque[Frame]] = field(default_factory=dict)
    ears: dict[str, Ear] = field(default_factory=dict)
    cursor: str | None = None
    was_subscribed: bool = False


class Fanout:
    """One per process. ``emit`` sends to a room or a socket of a namespace."""

    def __init__(
        self,
        redis: Redis,
        emit: Emit,
        snapshot: Snapshot,
        dropped: Callable[[str], Awaitable[None]],
        news: Mapping[str, Callable[[str], Awaitable[None]]],
        listening: Callable[[], None],
    ) -> None:
        """Use ``redis`` for one long subscription.

        ``dropped`` is told of operators' sockets that have missed something which only a new
        connection can make good; each of ``news``, of what the channel of its name carries.
        ``listening`` is told when ``news`` are heard (again): what was told before was not.
        """
        self._redis = redis
        self._emit = emit
        self._snapshot = snapshot
        self._dropped = dropped
        self._news = news
        self._listening = listening
        self._channels: dict[str, _Channel] = defaultdict(_Channel)
        self._changed: set[str] = set()
        self._wake = wake_channel(uuid4())
        self.is_connected = False

    async def run(self) -> None:
        """Listen for ever; runs as a task of the process."""
        while True:
            try:
                await self._listen()
            except (RedisError, OSError) as error:
                get_logger().warning("fanout.disconnected", error=type(error).__name__)
            except Exception:  # noqa: BLE001 (a bug must not leave every screen dark)
                get_logger().exception("fanout.failed")
            # Every handler comes back at another moment.
            await asyncio.sleep(random.uniform(0.1, 0.6))  # noqa: S311 (jitter)

    async def hold(self, conversation_id: UUID, sid: str) -> None:
        """Begin to keep frames for a socket whose snapshot is about to be made."""
        name = conversation_key(conversation_id)
        # Before anything is awaited: a socket that leaves meanwhile must find all there is of it.
        self._channels[name].held[sid] = deque()
        await self._subscribe(name, sid)

    async def release(
        self, conversation_id: UUID, sid: str, namespace: Namespace, cursor: str
    ) -> bool:
        """Send what was held since ``cursor``; true when there is nothing left to hold.

        False: the socket left meanwhile. The caller enters the room right after, without awaiting
        anything in between.
        """
        channel = self._channels.get(conversation_key(conversation_id))
        if channel is None:
            return False
        channel.cursor = channel.cursor or cursor
        snapshot_n = int(cursor.rpartition(":")[2])
        held = channel.held.get(sid)
        while held:
            frame = held.popleft()
            if frame.n == 0 or frame.n > snapshot_n:
                await self._send(frame, namespace, sid)
        return channel.held.pop(sid, None) is not None

    def leave(self, conversation_id: UUID, sid: str) -> None:
        """Forget a socket; the last one ends the subscription."""
        self._unsubscribe(conversation_key(conversation_id), sid)

    @asynccontextmanager
    async def listen(self, conversation_id: UUID) -> AsyncIterator[Ear]:
        """Lend an ear to somebody who looks up themselves what was said."""
        name, who, ear = conversation_key(conversation_id), str(uuid4()), Ear()
        self._channels[name].ears[who] = ear
        try:
            await self._subscribe(name, who)
            yield ear
        finally:
            self._unsubscribe(name, who)

    async def work(self) -> bool:
        """Whether Redis is listened to."""
        return self.is_connected

    def wake(self, conversation_id: UUID | None = None) -> None:
        """Have those who lend an ear to a conversation, or to any, look what has become of it."""
        here = conversation_key(conversation_id) if conversation_id else None
        for name, channel in self._channels.items():
            for ear in channel.ears.values() if here in (None, name) else ():
                ear.wake()

    async def watch_inbox(self, site_id: UUID, sid: str) -> None:
        """Let an operator's socket hear of all conversations of a site."""
        await self._subscribe(inbox_channel(site_id), sid)

    def unwatch_inbox(self, site_id: UUID, sid: str) -> None:
        """Forget an operator's socket."""
        self._unsubscribe(inbox_channel(site_id), sid)

    async def watch_person(self, operator_id: UUID, sid: str) -> None:
        """Let an operator's socket hear what is meant for them alone."""
        await self._subscribe(operator_channel(operator_id), sid)

    def unwatch_person(self, operator_id: UUID, sid: str) -> None:
        """Forget an operator's socket."""
        self._unsubscribe(operator_channel(operator_id), sid)

    async def _listen(self) -> None:
        async with self._redis.pubsub() as pubsub:
            self._changed.clear()
            for name, channel in list(self._channels.items()):
                if not channel.members:
                    del self._channels[name]
            for channel in self._channels.values():
                channel.confirmed.clear()
                channel.is_asked_for = True
            await pubsub.subscribe(*self._news, self._wake, *self._channels)
            self.is_connected = True
            try:
                while True:
                    await self._follow_changes(pubsub)
                    item = await pubsub.get_message(timeout=_LOOK_UP_SECONDS)
                    if item is not None:
                        await self._dispatch_readable(item)
            finally:
                self.is_connected = False

    async def _follow_changes(self, pubsub: PubSub) -> None:
        """Ask for the channels that are new, give up those that nobody listens to."""
        changed, self._changed = self._changed, set()
        new = [name for name in changed if self._is_to_ask_for(name)]
        idle = [name for name in changed if self._is_to_give_up(name)]
        if new:
            await pubsub.subscribe(*new)
        if idle:
            await pubsub.unsubscribe(*idle)

    def _is_to_ask_for(self, name: str) -> bool:
        channel = self._channels[name]
        if channel.is_asked_for or not channel.members:
            return False
        channel.is_asked_for = True
        return True

    def _is_to_give_up(self, name: str) -> bool:
        channel = self._channels[name]
        if channel.members:
            return False
        if channel.is_asked_for and not channel.confirmed.is_set():
            # Given up now, its confirmation would pass for that of the next channel of this name.
            self._changed.add(name)
            return False
        del self._channels[name]
        channel.confirmed.set()  # whoever still waits for it has gone
        return channel.is_asked_for

    async def _dispatch_readable(self, item: dict[str, Any]) -> None:
        try:
            await self._dispatch(item)
        except ValueError as error:
            # What is no frame of ours must not hold up the others.
            get_logger().warning("fanout.unreadable", error=type(error).__name__)

    async def _dispatch(self, item: dict[str, Any]) -> None:
        name = item["channel"].decode()
        if item["type"] == "subscribe":
            await self._confirm(name)
        elif item["type"] != "message" or name == self._wake:
            return
        elif name in self._news:
            await self._news[name](item["data"].decode())
        elif name.endswith(":inbox"):
            await self._tell_inbox(name, item["data"])
        elif name.startswith("operator:"):
            told = orjson.loads(item["data"])
            await self._emit(Namespace.OPERATOR, name, told["event"], told["data"])
        else:
            await self._tell_room(name, Frame.model_validate_json(item["data"]))

    async def _confirm(self, name: str) -> None:
        if name == self._wake:  # asked for after the news, so it is confirmed after them
            self._listening()
        if name not in self._channels:
            return
        channel = self._channels[name]
        was_subscribed, channel.was_subscribed = channel.was_subscribed, True
        channel.confirmed.set()
        if was_subscribed and name.endswith(":inbox"):
            # Nobody keeps what the inbox was told: the consoles come back and load it anew.
            for sid in list(channel.members):
                await self._dropped(sid)
            return
        for ear in channel.ears.values():
            ear.wake()  # to what was said since, or meanwhile
        sockets = channel.members - channel.held.keys() - channel.ears.keys()
        if was_subscribed and channel.cursor and sockets:
            # Subscribed anew after an outage: what was said meanwhile comes as a snapshot.
            await self._catch_up(name, channel)

    async def _catch_up(self, name: str, channel: _Channel) -> None:
        conversation_id = UUID(name.removeprefix("conv:"))
        try:
            snapshot = await self._snapshot(conversation_id, channel.cursor)
        except OtvetError as error:
            get_logger().warning("fanout.not_caught_up", code=error.code)
            if error.retryable:
                # Listening anew subscribes to everything again and catches up again: live frames
                # alone would leave a hole that nobody comes back to.
                raise ConnectionError(error.code) from error
            return
        channel.cursor = snapshot.cursor
        payload = snapshot.model_dump(mode="json")
        for namespace in Namespace:
            seen = _seen_by(namespace, payload)
            await self._emit(namespace, name, Fact.CONVERSATION_SNAPSHOT, seen)

    async def _tell_room(self, name: str, frame: Frame) -> None:
        channel = self._channels.get(name)
        if channel is None:
            return
        if frame.n:
            channel.cursor = f"{frame.inc}:{frame.n}"
        for held in channel.held.values():
            held.append(frame)
        for ear in channel.ears.values():
            ear.tell(frame)
        for namespace in Namespace:
            await self._send(frame, namespace, name)

    async def _send(self, frame: Frame, namespace: Namespace, room: str) -> None:
        is_theirs = frame.to in ("all", namespace.removeprefix("/"))
        if namespace is Namespace.VISITOR:
            is_theirs = is_for_visitors(frame)
        if is_theirs:
            FRAMES_DELIVERED.inc()
            await self._emit(namespace, room, frame.event, _seen_by(namespace, frame.payload()))

    async def _tell_inbox(self, name: str, data: bytes) -> None:
        if data == KNOWLEDGE_NEWS:
            news = KnowledgeUpdated(site_id=site_of_inbox(name))
            await self._emit(
                Namespace.OPERATOR, name, Fact.KNOWLEDGE_UPDATED, news.model_dump(mode="json")
            )
            return
        told = orjson.loads(data)
        if "event" in told:  # of the site and no conversation of it, such as who is here
            await self._emit(Namespace.OPERATOR, name, told["event"], told["data"])
            return
        if "reader" in told:
            reader = UUID(told.pop("reader"))
            read = InboxRead.model_validate(told, extra="ignore")
            await self._emit(
                Namespace.OPERATOR,
                operator_channel(reader),
                Fact.INBOX_READ,
                read.model_dump(mode="json"),
            )
            return
        state = LiveState.model_validate(told)
        update = InboxUpdated(conversation=state.summary())
        await self._emit(
            Namespace.OPERATOR, name, Fact.INBOX_UPDATED, update.model_dump(mode="json")
        )

    async def _subscribe(self, name: str, sid: str) -> None:
        channel = self._channels[name]
        channel.members.add(sid)
        if not channel.is_asked_for:
            self._changed.add(name)
        if not channel.is_asked_for and self.is_connected:
            await self._redis.publish(self._wake, b"")
        await asyncio.wait_for(channel.confirmed.wait(), _CONFIRM_SECONDS)

    def _unsubscribe(self, name: str, sid: str) -> None:
        channel = self._channels.get(name)
        if channel is None:
            return
        channel.members.discard(sid)
        channel.held.pop(sid, None)
        channel.ears.pop(sid, None)
        if not channel.members:
            self._changed.add(name)


def _seen_by(namespace: Namespace, payload: dict[str, Any]) -> dict[str, Any]:
    return for_visitors(payload) if namespace is Namespace.VISITOR else payload
