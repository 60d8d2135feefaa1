"""Facts, to the websockets that an API Gateway holds.

A relay takes connections on lease, so of many relays one writes to each. For each it does what a
widget that polls does: it hears that something was said, looks up what came after the connection's
cursor, writes that, frame after frame, and notes how far it got. So a connection has its facts in
their order; one that is slow is a task that waits, and nothing is kept for it; and what a dead
relay leaves another goes on with, from the noted cursor.
"""

import asyncio
import random
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn
from uuid import uuid4

from redis.exceptions import RedisError

from handlers.ending import end
from handlers.serverless.frames import fitting
from handlers.serverless.management import (
    Busy,
    ConnectionGone,
    Management,
    ManagementError,
    Refused,
)
from handlers.serverless.websocket import visitor_of
from handlers.services.caller import Visitor
from handlers.services.ears import Ears
from handlers.services.sessions import SessionService
from handlers.services.visitor_stream import VisitorStream, event_of
from shared.contracts.polling import VisitorEvent
from shared.kernel.clock import utc_now
from shared.kernel.errors import ErrorCode, NotAuthenticated, OtvetError
from shared.observability.logs import get_logger
from shared.observability.metrics import FRAMES_DELIVERED, SOCKETS, SOCKETS_CUT
from shared.realtime.events import Namespace
from shared.storage.connections import LEASE, Connections

_CLAIM_SECONDS = 1.0
_RENEW_SECONDS = 4.0
_AT_ONCE = 64
_MOST_CONNECTIONS = 5_000
_ATTEMPTS = 6
_PATIENCE_SECONDS = 60.0
_TOO_SLOW = "too_slow"
CUT_REASONS = (_TOO_SLOW,)


_AGAIN, _LEAVE = "again", "leave"


class _NotOurs(Exception):
    """A connection is gone, or another relay's: this one writes nothing to it any more."""


@dataclass(slots=True)
class _Line:
    """A connection that is written to, and how far it was told."""

    id: str
    visitor: Visitor
    cursor: str | None
    failures: int = 0
    """Of the gateway, in a row; so many and it is cut off."""
    interruptions: int = 0
    """Of our own stores, in a row; those it waits for, however long they are away."""

    def pause(self) -> float:
        """Return how long to wait before it is tried again, without jitter: seconds."""
        doublings = min(max(self.failures, self.interruptions), 5)
        return min(0.2 * 2.0**doublings, 5.0)


class Relay:
    """One per process."""

    def __init__(
        self,
        connections: Connections,
        ears: Ears,
        sessions: SessionService,
        stream: VisitorStream,
        management: Management,
    ) -> None:
        """Compose; ``run`` begins."""
        self.id = uuid4().hex
        self._connections = connections
        self._ears = ears
        self._sessions = sessions
        self._stream = stream
        self._management = management
        self._serving: dict[str, asyncio.Task[None]] = {}
        self._leased: dict[str, float] = {}
        """Until when each is ours alone, by ``time.monotonic``."""
        self._wanted = asyncio.Event()
        self._stopping = asyncio.Event()

    def look(self) -> None:
        """Look for connections that no relay has."""
        self._wanted.set()

    async def run(self) -> None:
        """Write to connections until told to stop; runs as a task of the process."""
        try:
            async with asyncio.TaskGroup() as loops:
                loops.create_task(self._keep_claiming())
                loops.create_task(self._keep_renewing())
        finally:
            await self._leave()

    def stop(self) -> None:
        """Claim no more, then leave all connections to other relays.

        Nothing is cancelled for it: of a claim that is on its way one has to know what it took.
        And one who still claimed would take back what it has just given.
        """
        self._stopping.set()
        self._wanted.set()

    async def _leave(self) -> None:
        ids = list(self._serving)
        await end(list(self._serving.values()))
        with suppress(RedisError, OSError):
            await self._connections.give_back(self.id, ids)

    async def _keep_claiming(self) -> None:
        while not self._stopping.is_set():
            self._wanted.clear()
            taken: list[str] = []
            began = time.monotonic()
            try:
                room = min(_AT_ONCE, _MOST_CONNECTIONS - len(self._serving))
                if room > 0:
                    taken = await self._connections.claim(self.id, room)
            except (RedisError, OSError) as error:
                get_logger().warning("relay.not_claimed", error=type(error).__name__)
            for connection_id in taken:
                self._begin(connection_id, began + LEASE.total_seconds())
            if not taken and not self._stopping.is_set():
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wanted.wait(), _CLAIM_SECONDS)

    async def _keep_renewing(self) -> None:
        while not await self._stops_within(_RENEW_SECONDS):
            began, ids = time.monotonic(), list(self._serving)
            try:
                lost = await self._connections.renew(self.id, ids)
            except (RedisError, OSError) as error:
                get_logger().warning("relay.not_renewed", error=type(error).__name__)
                continue
            for connection_id in self._serving.keys() & set(ids):
                if connection_id in lost:
                    self._serving[connection_id].cancel()
                else:
                    self._leased[connection_id] = began + LEASE.total_seconds()

    async def _stops_within(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    def _begin(self, connection_id: str, leased_until: float) -> None:
        self._leased[connection_id] = leased_until
        if connection_id in self._serving:
            return
        task = asyncio.create_task(self._serve(connection_id))
        self._serving[connection_id] = task
        SOCKETS.labels(Namespace.VISITOR).inc()
        task.add_done_callback(lambda _: self._ended(connection_id))

    def _ended(self, connection_id: str) -> None:
        del self._serving[connection_id], self._leased[connection_id]
        SOCKETS.labels(Namespace.VISITOR).dec()

    async def _serve(self, connection_id: str) -> None:
        """Write to a connection until it is gone, or is another's."""
        try:
            connection = await self._connections.find(connection_id)
        except (RedisError, OSError) as error:
            # Unserved it is not renewed, so some relay claims it when its lease is over.
            get_logger().warning("relay.not_found", error=type(error).__name__)
            return
        visitor = visitor_of(connection) if connection else None
        if connection is None or visitor is None:
            return
        line = _Line(connection_id, visitor, connection.cursor)
        while (reason := await self._try(line)) == _AGAIN:
            pause = line.pause()
            await asyncio.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 (jitter)
        if reason == _LEAVE:
            return
        get_logger().info("connection.closed", reason=reason)
        with suppress(ManagementError):
            await self._management.close(connection_id)
        with suppress(RedisError, OSError):  # then it ends by itself
            await self._connections.forget(connection_id)

    async def _try(self, line: "_Line") -> str:  # noqa: PLR0911 (a table of endings)
        """Follow a conversation; returns why that ended."""
        try:
            await self._follow(line)
        except _NotOurs:
            return _LEAVE
        except (ConnectionGone, Refused) as error:
            return str(error)
        except Busy:
            line.failures += 1
            if line.failures < _ATTEMPTS:
                return _AGAIN
            SOCKETS_CUT.labels(_TOO_SLOW).inc()
            return _TOO_SLOW
        except OtvetError as error:
            line.interruptions += 1
            return _AGAIN if error.retryable else error.code
        except (RedisError, OSError) as error:
            line.interruptions += 1
            get_logger().warning("relay.interrupted", error=type(error).__name__)
            return _AGAIN
        except Exception:  # noqa: BLE001 (a bug must not leave a screen dark unheard)
            get_logger().exception("relay.failed")
            return ErrorCode.INTERNAL

    async def _follow(self, line: "_Line") -> NoReturn:
        async with self._ears.listen(line.visitor.conversation_id) as ear:
            while True:
                passing = [event_of(frame) for frame in ear.passing()]
                await self._judge(line.visitor)
                told = await self._stream.after(line.visitor.conversation_id, line.cursor)
                await self._write(line, told.events, told.cursor)
                await self._write(line, passing, None)
                if told.cursor != line.cursor:
                    line.cursor = told.cursor
                    if not await self._connections.move(self.id, line.id, told.cursor):
                        raise _NotOurs
                line.failures = line.interruptions = 0
                await ear.hears(_patience(line.visitor))

    async def _judge(self, visitor: Visitor) -> None:
        """Refuse somebody who may not be told any more.

        Raises:
            OtvetError: why.
        """
        if visitor.expires_at is not None and visitor.expires_at <= utc_now():
            raise NotAuthenticated(ErrorCode.TOKEN_EXPIRED)
        await self._sessions.look_again(visitor)

    async def _write(self, line: "_Line", facts: Sequence[VisitorEvent], end: str | None) -> None:
        for number, fact in enumerate(facts, start=1):
            # After the last one all is told; before it, all up to the fact itself.
            cursor = end if number == len(facts) else fact.data.get("cursor")
            frame = fitting(fact, cursor)
            if frame is None:
                # Too large for the gateway: the truth, as much of it as fits, stands in for it.
                whole = await self._stream.after(line.visitor.conversation_id, None)
                frame = fitting(whole.events[0], cursor)
            if frame is None:
                raise Refused(ErrorCode.PAYLOAD_TOO_LARGE)
            if time.monotonic() > self._leased.get(line.id, 0.0):
                raise _NotOurs
            await self._management.post(line.id, frame)
            FRAMES_DELIVERED.inc()


def _patience(visitor: Visitor) -> float:
    """Return how long to wait before the next look, whatever is said."""
    if visitor.expires_at is None:
        return _PATIENCE_SECONDS
    left = (visitor.expires_at - utc_now()).total_seconds()
    return max(0.1, min(_PATIENCE_SECONDS, left))
