"""Long polls: a visitor asks what came after a cursor, and waits for it if there is nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID, uuid4

from redis.exceptions import RedisError

from handlers.services.caller import Visitor
from handlers.services.ears import Ears
from handlers.services.sessions import SessionService
from handlers.services.visitor_stream import VisitorStream, event_of
from shared.contracts.polling import VisitorEvents
from shared.kernel.clock import utc_now
from shared.kernel.errors import ErrorCode, RateLimited, Unavailable
from shared.observability.logs import get_logger
from shared.observability.metrics import SOCKETS
from shared.realtime.events import Namespace
from shared.storage.visits import Visits

LONGEST_WAIT = timedelta(seconds=25)
"""An API Gateway gives up on an answer after 30 seconds."""
_SPARE_SECONDS = 5.0


class PollService:
    """Answers polls; between two of them nothing is kept."""

    def __init__(
        self,
        stream: VisitorStream,
        ears: Ears,
        sessions: SessionService,
        visits: Visits,
        per_visitor: int,
        per_address: int,
    ) -> None:
        """Allow so many polls at once; of visitors, where a site has no number of its own."""
        self._stream = stream
        self._ears = ears
        self._sessions = sessions
        self._visits = visits
        self._per_visitor = per_visitor
        self._per_address = per_address
        self._is_ending = False

    def end(self) -> None:
        """Let nobody wait any more, for the process ends; wake those who do, after this."""
        self._is_ending = True

    async def poll(
        self, visitor: Visitor, address: str, cursor: str | None, wait: float
    ) -> VisitorEvents:
        """Return what came after ``cursor``; waits ``wait`` seconds for it at most.

        Raises:
            RateLimited: too many polls of this visitor, or from this address, wait already.
            NotFound: there is no such conversation.
            NotAuthenticated, Forbidden: what let the visitor in has changed while they waited.
            Unavailable: Redis, or PostgreSQL where it is needed, is away.
        """
        try:
            async with self._counted(visitor, address, wait):
                told = await self._stream.after(visitor.conversation_id, cursor)
                if told.events or wait <= 0:
                    return told
                return await self._await_more(visitor, told, wait)
        except (RedisError, OSError) as error:  # TimeoutError is an OSError
            raise Unavailable(ErrorCode.STORE_UNAVAILABLE) from error

    async def _await_more(
        self, visitor: Visitor, told: VisitorEvents, wait: float
    ) -> VisitorEvents:
        clock = asyncio.get_running_loop().time
        until = clock() + wait
        if visitor.expires_at is not None:
            until = min(until, clock() + (visitor.expires_at - utc_now()).total_seconds())
        async with self._ears.listen(visitor.conversation_id) as ear:
            while True:
                # First what was heard, then the look: what is heard meanwhile wakes again.
                passing = [event_of(frame) for frame in ear.passing()]
                told = await self._stream.after(visitor.conversation_id, told.cursor)
                # It may be no business of theirs any more who asked for it some seconds ago.
                await self._sessions.look_again(visitor)
                if told.events or passing:
                    return VisitorEvents(cursor=told.cursor, events=(*told.events, *passing))
                left = until - clock()
                if left <= 0 or self._is_ending or not await ear.hears(left):
                    return told

    @asynccontextmanager
    async def _counted(self, visitor: Visitor, address: str, wait: float) -> AsyncIterator[None]:
        most = visitor.most_sockets or self._per_visitor
        async with (
            self._visiting(address, self._per_address, wait),
            self._visiting(visitor.visitor_id, most, wait),
        ):
            # Who is polled for is here, as whoever has a socket.
            SOCKETS.labels(Namespace.VISITOR).inc()
            try:
                yield
            finally:
                SOCKETS.labels(Namespace.VISITOR).dec()

    @asynccontextmanager
    async def _visiting(self, who: UUID | str, most: int, wait: float) -> AsyncIterator[None]:
        visit = str(uuid4())
        busy = await self._visits.begin(who, visit, most, wait + _SPARE_SECONDS)
        if busy is not None:
            raise RateLimited(ErrorCode.TOO_MANY_CONNECTIONS, retry_after=min(busy, 60))
        try:
            yield
        finally:
            try:
                await self._visits.end(who, visit)
            except (RedisError, OSError) as error:
                # It ends by itself some seconds later.
                get_logger().warning("poll.not_ended", error=type(error).__name__)
