"""Hearing that something was said in a conversation, for those whom no socket tells it.

What was said is then looked up: an ear tells only that it is worth it, and what nobody keeps.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from typing import Protocol
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError

from shared.realtime.events import OPERATORS_ALONE, Fact
from shared.storage.keys import conversation_key
from shared.storage.state import Frame

_CONFIRM_SECONDS = 3.0
_MOST_PASSING = 16
# Pieces of an answer come 30 a second; each would be a request of its own.
_GATHER_SECONDS = 0.15


def is_for_visitors(frame: Frame) -> bool:
    """Whether a visitor may see a frame."""
    return frame.to in ("all", "visitor") and frame.event not in OPERATORS_ALONE


class Ear:
    """What one who waits has heard of a conversation."""

    def __init__(self) -> None:
        """Hear nothing yet."""
        self._passing: list[Frame] = []
        self._heard = asyncio.Event()
        self._is_urgent = asyncio.Event()

    def tell(self, frame: Frame) -> None:
        """Hear a frame that visitors may see."""
        if not is_for_visitors(frame):
            return
        if frame.n == 0:
            self._passing = [*self._passing, frame][-_MOST_PASSING:]
        self._heard.set()
        if frame.event != Fact.MESSAGE_DELTA:
            self._is_urgent.set()

    def wake(self) -> None:
        """Have whoever waits look for themselves: something may have been missed."""
        self._heard.set()
        self._is_urgent.set()

    async def hears(self, seconds: float) -> bool:
        """Wait until there is something to look up; false when there was nothing."""
        try:
            async with asyncio.timeout(seconds):
                await self._heard.wait()
        except TimeoutError:
            return False
        with suppress(TimeoutError):
            async with asyncio.timeout(_GATHER_SECONDS):
                await self._is_urgent.wait()
        return True

    def passing(self) -> list[Frame]:
        """Return what was heard and is kept nowhere; what comes from now on wakes again."""
        found, self._passing = self._passing, []
        self._heard.clear()
        self._is_urgent.clear()
        return found


class Ears(Protocol):
    """Lends ears."""

    def listen(self, conversation_id: UUID) -> AbstractAsyncContextManager[Ear]:
        """Hear all that is said from the moment this is entered.

        Entering it raises ``OSError`` or ``RedisError`` when that cannot be.
        """

    async def work(self) -> bool:
        """Whether there is anything to hear with."""


class OwnEars:
    """An ear with a connection to Redis of its own.

    For a process that does one thing at a time and is frozen in between: a function. Elsewhere a
    hundred who wait would take all the connections there are.
    """

    def __init__(self, redis: Redis) -> None:
        """Take connections from ``redis``."""
        self._redis = redis

    async def work(self) -> bool:
        """Whether Redis answers."""
        try:
            return bool(await self._redis.ping())
        except (RedisError, OSError):
            return False

    @asynccontextmanager
    async def listen(self, conversation_id: UUID) -> AsyncIterator[Ear]:
        """Hear all that is said from the moment this is entered."""
        ear, subscribed = Ear(), asyncio.Event()

        async def follow() -> None:
            try:
                async for item in pubsub.listen():
                    if item["type"] == "subscribe":
                        if subscribed.is_set():
                            ear.wake()  # over a new connection: nobody heard what was said between
                        subscribed.set()
                    elif item["type"] == "message":
                        ear.tell(Frame.model_validate_json(item["data"]))
            finally:
                ear.wake()  # whoever waits for a lost connection waits for nothing

        async with self._redis.pubsub() as pubsub:
            await pubsub.subscribe(conversation_key(conversation_id))
            following = asyncio.create_task(follow())
            try:
                await asyncio.wait_for(subscribed.wait(), _CONFIRM_SECONDS)
                yield ear
            finally:
                following.cancel()
                await asyncio.gather(following, return_exceptions=True)
