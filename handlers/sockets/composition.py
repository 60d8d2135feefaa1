"""What hears and serves the sockets of a handler process, put together."""

import asyncio
from typing import Any
from uuid import UUID

from redis.asyncio import Redis

from handlers.composition import Composition
from handlers.services.assignment import AssignmentService
from handlers.services.fanout import Fanout
from handlers.services.live import LiveConversations
from handlers.sockets.frames import MAX_FRAME
from handlers.sockets.operator import OperatorSockets
from handlers.sockets.server import Reply, Server
from handlers.sockets.visitor import VisitorSockets
from shared.config import Settings
from shared.realtime.events import Namespace
from shared.storage.keys import (
    ERASED_CHANNEL,
    RECOGNISED_CHANNEL,
    REVOKED_CHANNEL,
    SITE_CHANGED_CHANNEL,
)


class SocketComposition:
    """A process with sockets: its services, and those who are connected here."""

    def __init__(self, settings: Settings) -> None:
        """Make each part once; nothing is opened."""
        self._looking: set[asyncio.Task[None]] = set()
        self.parts = parts = Composition(settings, self._hear)
        self.server = Server(
            self._dispatch,
            cors_allowed_origins=lambda origin, _environ: parts.directory.allows_somewhere(origin),
            cors_credentials=False,
            max_http_buffer_size=MAX_FRAME,
            namespaces=[*Namespace],
        )
        self._visitors = VisitorSockets(
            sessions=parts.services.sessions,
            commands=parts.services.visitor_commands,
            live=parts.live,
            fanout=self.fanout,
            public_url=settings.public_url,
            per_visitor=settings.sockets_per_visitor,
        )
        self._operators = OperatorSockets(
            sign_in=parts.services.sign_in,
            access=parts.services.access,
            messages=parts.messages,
            notes=parts.services.notes,
            floor=parts.floor,
            live=parts.live,
            fanout=self.fanout,
            directory=parts.directory,
            presence=parts.presence,
            assignment=AssignmentService(parts.live, parts.database, parts.redis),
            inbox=parts.services.inbox,
            public_url=settings.public_url,
        )
        self._visitors.install(self.server)
        self._operators.install(self.server)

    def _hear(self, redis: Redis, live: LiveConversations) -> Fanout:
        self.fanout = Fanout(
            redis,
            self._emit,
            live.snapshot,
            self._drop,
            {
                REVOKED_CHANNEL: self._shut_out,
                SITE_CHANGED_CHANNEL: self._forget_site,
                ERASED_CHANNEL: self._forget,
                RECOGNISED_CHANNEL: self._put_strangers_out,
            },
            self._look_again,
        )
        return self.fanout

    async def _dispatch(self, namespace: str, sid: str, event: str, payload: object) -> Reply:
        sockets = self._visitors if namespace == Namespace.VISITOR else self._operators
        return await sockets.dispatch(sid, event, payload)

    async def _emit(
        self, namespace: Namespace, room: str, event: str, data: dict[str, Any]
    ) -> None:
        await self.server.emit(event, data, to=room, namespace=namespace)

    async def _drop(self, sid: str) -> None:
        await self._operators.drop(sid)

    async def _forget(self, erased: str) -> None:
        """Put out whoever is in a conversation that is erased; see ``ERASED_CHANNEL``."""
        what, _, site_id = erased.partition(":")
        if what == "visitors":
            await self._visitors.shut_out_of(UUID(site_id))
            self.fanout.wake()
        elif site_id:
            await self._operators.reload(UUID(site_id))
        else:
            self.parts.services.access.forget(UUID(what))
            await self._visitors.shut_out(UUID(what))
            self.fanout.wake(UUID(what))
            await self._operators.close_everywhere(UUID(what))

    async def _forget_site(self, site_id: str) -> None:
        self.parts.directory.forget(UUID(site_id))
        self._look_at_visitors(UUID(site_id))

    def _look_again(self) -> None:
        """See to what was told while nobody listened, beside what is told now."""
        self.parts.directory.forget_all()
        self._look_at_visitors()

    def _look_at_visitors(self, site_id: UUID | None = None) -> None:
        """See who of those that are here may stay, beside what is told meanwhile."""
        self.fanout.wake()
        task = asyncio.create_task(self._visitors.look_again(site_id))
        self._looking.add(task)
        task.add_done_callback(self._looking.discard)

    async def _put_strangers_out(self, conversation_id: str) -> None:
        await self._visitors.put_strangers_out(UUID(conversation_id))
        self.fanout.wake(UUID(conversation_id))

    async def _shut_out(self, session_id: str) -> None:
        await self._operators.shut_out(session_id)
