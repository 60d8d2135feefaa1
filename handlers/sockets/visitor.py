"""Namespace ``/visitor``: the widget's commands."""

import asyncio
from collections import Counter
from typing import Any
from uuid import UUID

from handlers.services.caller import Visitor
from handlers.services.entering import read_entry
from handlers.services.fanout import Fanout
from handlers.services.live import LiveConversations
from handlers.services.origin import effective_origin
from handlers.services.sessions import SessionService
from handlers.services.visitor_commands import VisitorCommands
from handlers.sockets.commands import dispatch
from handlers.sockets.joining import Joiner, refusals
from handlers.sockets.server import Reply, Server
from shared.contracts.visitor import VisitorAuth
from shared.domain.words import Locale
from shared.kernel.clock import utc_now
from shared.kernel.errors import (
    ErrorCode,
    Forbidden,
    NotAuthenticated,
    NotFound,
    RateLimited,
    Unavailable,
)
from shared.observability.logs import get_logger
from shared.observability.metrics import SOCKETS
from shared.realtime.events import Namespace

_NAMESPACE = Namespace.VISITOR


class VisitorSockets:
    """Connects visitors and carries out what they ask for."""

    def __init__(
        self,
        *,
        sessions: SessionService,
        commands: VisitorCommands,
        live: LiveConversations,
        fanout: Fanout,
        public_url: str,
        per_visitor: int,
    ) -> None:
        """Compose the namespace."""
        self._sessions = sessions
        self._joiner = Joiner(live, fanout, _NAMESPACE)
        self._public_url = public_url
        self._per_visitor = per_visitor
        self._callers: dict[str, Visitor] = {}
        self._expiries: dict[str, asyncio.TimerHandle] = {}
        self._open: Counter[UUID] = Counter()
        self.table = commands.table

    def install(self, server: Server) -> None:
        """Register the connection's beginning and end."""
        self._server = server
        server.on("connect", self._connect, namespace=_NAMESPACE)
        server.on("disconnect", self._disconnect, namespace=_NAMESPACE)
        self._joiner.server = server

    async def dispatch(self, sid: str, event: str, payload: object) -> Reply:
        """Carry out a command of a connected visitor."""
        return await dispatch(self.table, self._callers.get(sid), sid, event, payload)

    async def shut_out(self, conversation_id: UUID) -> None:
        """Close every socket in a conversation that is no more."""
        for sid, caller in list(self._callers.items()):
            if caller.conversation_id == conversation_id:
                await self._server.hang_up(sid, _NAMESPACE)

    async def shut_out_of(self, site_id: UUID) -> None:
        """Close every socket of a site that is no more."""
        for sid, caller in list(self._callers.items()):
            if caller.site_id == site_id:
                await self._server.hang_up(sid, _NAMESPACE)

    async def put_strangers_out(self, conversation_id: UUID) -> None:
        """Close the sockets that came in before the site vouched for the visitor."""
        for sid, caller in list(self._callers.items()):
            if caller.conversation_id == conversation_id and not caller.is_known:
                await self._server.hang_up(sid, _NAMESPACE)

    async def look_again(self, site_id: UUID | None = None) -> None:
        """Close the sockets of those who may stay no longer: of a site that has changed, or of all.

        Of all, when news of that were missed.
        """
        for sid, caller in list(self._callers.items()):
            if site_id not in (None, caller.site_id):
                continue
            try:
                await self._sessions.look_again(caller)
            except (NotAuthenticated, Forbidden, NotFound):
                await self._server.hang_up(sid, _NAMESPACE)
            except Unavailable as error:
                get_logger().warning("visitors.not_looked_at", code=error.code)
                return

    async def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        with refusals(_NAMESPACE, environ):
            await self._admit(sid, environ, auth)

    async def _admit(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        wanted = read_entry(VisitorAuth, auth)
        visitor = await self._sessions.authenticate(
            wanted.token, effective_origin(wsgi_headers(environ), self._public_url)
        )
        if self._open[visitor.visitor_id] >= (visitor.most_sockets or self._per_visitor):
            raise RateLimited(ErrorCode.TOO_MANY_CONNECTIONS, retry_after=10)
        # Counted before anything is awaited, for tabs come back all at once.
        self._callers[sid] = visitor
        self._open[visitor.visitor_id] += 1
        try:
            # Again, now that the socket would be found: the visitor may have been vouched for, or
            # the site may have changed, between the first look and here.
            await self._sessions.look_again(visitor)
            await self._joiner.join(sid, visitor.conversation_id, wanted.cursor)
        except BaseException:
            self._forget(sid)
            await self._joiner.leave(sid, visitor.conversation_id)
            raise
        self._end_with_token(sid, visitor)
        SOCKETS.labels(_NAMESPACE).inc()
        get_logger().info("visitor.connected", conversation_id=str(visitor.conversation_id))

    def _end_with_token(self, sid: str, visitor: Visitor) -> None:
        """Close the socket when its token ends: a page that is left open opens nothing for longer.

        The widget comes back, with the identity that its page then has.
        """
        if visitor.expires_at and sid in self._callers:
            left = (visitor.expires_at - utc_now()).total_seconds()
            self._expiries[sid] = asyncio.get_running_loop().call_later(left, self._expire, sid)

    def _expire(self, sid: str) -> None:
        self._server.start_background_task(self._server.hang_up, sid, _NAMESPACE)

    async def _disconnect(self, sid: str, _reason: str = "") -> None:
        visitor = self._forget(sid)
        if visitor is not None:
            SOCKETS.labels(_NAMESPACE).dec()
            await self._joiner.leave(sid, visitor.conversation_id)

    def _forget(self, sid: str) -> Visitor | None:
        visitor = self._callers.pop(sid, None)
        if expiry := self._expiries.pop(sid, None):
            expiry.cancel()
        if visitor is not None:
            self._open[visitor.visitor_id] -= 1
            if self._open[visitor.visitor_id] <= 0:
                del self._open[visitor.visitor_id]
        return visitor


def wsgi_headers(environ: dict[str, Any]) -> dict[str, str]:
    """Return the request's headers by their lower-case names."""
    return {
        key.removeprefix("HTTP_").replace("_", "-").lower(): value
        for key, value in environ.items()
        if key.startswith("HTTP_") and isinstance(value, str)
    }


__all__ = ["Locale", "VisitorSockets", "wsgi_headers"]
