"""A visitor's websocket that an API Gateway holds: each of its events is an invocation.

What is known of a connection lies in Redis (``shared.storage.connections``), so any container goes
on with it. Acks are written from here; facts by a relay, which alone writes those, in their order.
"""

from contextlib import suppress
from datetime import timedelta
from typing import Any

from redis.exceptions import RedisError

from handlers.composition import Composition
from handlers.errors import best_locale, error_ack
from handlers.serverless.frames import GatewayEvent, ack_frame, read_frame
from handlers.serverless.management import ConnectionGone, Management, ManagementError
from handlers.services.caller import Visitor
from handlers.services.commands import BURST, acked
from handlers.services.entering import read_entry
from shared.contracts.polling import Connect, VisitorFrame
from shared.contracts.wire import AckOk
from shared.domain.words import Locale
from shared.kernel.clock import utc_now
from shared.kernel.errors import (
    ErrorCode,
    Forbidden,
    NotAuthenticated,
    OtvetError,
    RateLimited,
)
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.storage.connections import IDLE, Admitted, Connection, Connections
from shared.storage.visits import Visits

_MINUTE = timedelta(minutes=1)
_PING = "ping"
_CONNECT = "connect"
_FINAL = frozenset(
    {
        ErrorCode.TOKEN_INVALID,
        ErrorCode.TOKEN_EXPIRED,
        ErrorCode.ORIGIN_FORBIDDEN,
        ErrorCode.IDENTITY_REQUIRED,
        ErrorCode.SITE_UNKNOWN,
        ErrorCode.CONVERSATION_NOT_FOUND,
    }
)
"""After these a connection opens nothing any more."""


class WebSocketDoor:
    """Carries out what an API Gateway tells of its connections."""

    def __init__(self, parts: Composition, management: Management) -> None:
        """Use the services of a process and write through ``management``."""
        self._services = parts.services
        self._directory = parts.directory
        self._per_visitor = parts.settings.sockets_per_visitor
        # Many more than are carried out: a command too fast is refused and told how long to wait.
        self._frames = 60 * (parts.settings.socket_events_per_second + BURST)
        self._per_address = parts.settings.sockets_per_address
        self._connections = Connections(parts.redis)
        self._visits = Visits(parts.redis)
        self._management = management

    async def handle(self, raw: dict[str, Any]) -> dict[str, Any]:
        """Carry out an event; returns what the gateway makes of it: a status."""
        event = GatewayEvent.model_validate(raw)
        about = event.requestContext
        try:
            if about.eventType == "CONNECT":
                return await self._open(event)
            if about.eventType == "DISCONNECT":
                await self._connections.forget(about.connectionId)
            else:
                await self._receive(about.connectionId, event.body)
        except (RedisError, OSError) as error:
            # The frame is not acked, so its widget sends it again.
            get_logger().warning("connection.unavailable", error=type(error).__name__)
            return {"statusCode": 503}
        return {"statusCode": 200}

    async def _open(self, event: GatewayEvent) -> dict[str, Any]:
        headers = event.headers_by_name()
        origin = headers.get("origin")
        if origin is None or not self._directory.allows_somewhere(origin):
            get_logger().info("connection.refused", code=ErrorCode.ORIGIN_FORBIDDEN)
            return {"statusCode": Forbidden.status}
        about, address = event.requestContext, event.requestContext.identity.sourceIp
        try:
            await self._services.limits.hit(
                "connection",
                address,
                self._services.settings.sessions_per_minute,
                _MINUTE,
            )
        except RateLimited:
            return {"statusCode": RateLimited.status}
        locale = best_locale(headers.get("accept-language"))
        await self._connections.open(about.connectionId, address, origin, locale)
        return {"statusCode": 200}

    async def _receive(self, connection_id: str, body: str | None) -> None:
        try:
            await self._services.limits.hit("frame", connection_id, self._frames, _MINUTE)
        except RateLimited:
            # Nothing of ours sends so much: it is not even looked at.
            get_logger().warning("connection.flooding")
            await self._hang_up(connection_id)
            return
        connection = await self._connections.find(connection_id)
        if connection is None:
            # Redis forgot it: the widget comes back, with its cursor and what was not acked.
            await self._hang_up(connection_id)
            return
        try:
            frame = read_frame(body)
        except OtvetError as error:
            await self._write(connection, None, _refusal(error, connection.locale))
            return
        if connection.visitor is not None:
            await self._connections.keep(connection_id)
        if frame.event == _PING:
            await self._still_there(connection, frame)
        elif frame.event == _CONNECT and connection.visitor is None:
            await self._admit(connection, frame)
        elif connection.visitor is None:
            # Told that their token is missing a widget would throw it away: it just comes back.
            await self._hang_up(connection_id)
        else:
            await self._command(connection, frame)

    async def _admit(self, connection: Connection, frame: VisitorFrame) -> None:
        with correlated(str(uuid7())):
            try:
                if not await self._let_in(connection, frame):
                    await self._hang_up(connection.id)
            except OtvetError as error:
                get_logger().info("visitor.refused", code=error.code)
                await self._write(connection, frame.id, _refusal(error, connection.locale))
                await self._hang_up(connection.id)
            except (RedisError, OSError):
                await self._hang_up(connection.id)  # half let in, it would wait for nothing
                raise

    async def _let_in(self, connection: Connection, frame: VisitorFrame) -> bool:
        """Let a visitor in; false: the connection is not to be trusted, or has gone.

        Raises:
            OtvetError: they are refused.
        """
        wanted = read_entry(Connect, frame.data)
        visitor = await self._services.sessions.authenticate(wanted.token, connection.origin)
        # An erased conversation's tab is told so at once, or it would come back for ever.
        await self._services.live.look(visitor.conversation_id)
        admitted = _admitted(visitor)
        # Known before the ack, for a widget sends at once what it has; told after it, for the
        # relay begins as soon as it may.
        if not await self._connections.admit(connection.id, admitted, wanted.cursor):
            return False
        await self._count(connection, admitted)
        if not await self._write(connection, frame.id, AckOk().model_dump(mode="json")):
            return False
        await self._connections.offer(connection.id)
        here = str(visitor.conversation_id)
        get_logger().info("visitor.connected", conversation_id=here)
        return True

    async def _count(self, connection: Connection, who: Admitted) -> None:
        """Count a connection for its address and its visitor, as long as a silent one is kept.

        A visitor's newest takes the place of the oldest: whose network went away five times would
        otherwise wait until their dead connections are over.

        Raises:
            RateLimited: the address has too many.
        """
        seconds = IDLE.total_seconds()
        busy = await self._visits.begin(
            connection.address, connection.id, self._per_address, seconds
        )
        if busy is not None:
            raise RateLimited(ErrorCode.TOO_MANY_CONNECTIONS, retry_after=min(busy, 60))
        most = who.most_sockets or self._per_visitor
        for oldest in await self._visits.hold(who.visitor_id, connection.id, most, seconds):
            await self._hang_up(oldest)

    async def _still_there(self, connection: Connection, ping: VisitorFrame) -> None:
        """Count it for longer; that its address has more by now closes nothing."""
        if connection.visitor is None:
            return
        with suppress(RateLimited):
            await self._count(connection, connection.visitor)
        if ping.id is not None:
            # Whoever hears nothing back knows that the connection is half dead.
            await self._write(connection, ping.id, AckOk().model_dump(mode="json"))

    async def _command(self, connection: Connection, frame: VisitorFrame) -> None:
        ack = await acked(
            self._services.visitor_commands.table,
            visitor_of(connection),
            connection.id,
            frame.event,
            frame.data,
            self._before,
        )
        await self._write(connection, frame.id, ack)
        if not ack["ok"] and ack["error"]["code"] in _FINAL:
            await self._hang_up(connection.id)

    async def _before(self, visitor: Visitor) -> None:
        """Judge a command before it is looked at: no news reaches a frozen container."""
        if visitor.expires_at is not None and visitor.expires_at <= utc_now():
            raise NotAuthenticated(ErrorCode.TOKEN_EXPIRED)
        await self._services.sessions.look_again(visitor)
        await self._services.pace.count(visitor)

    async def _write(
        self, connection: Connection, frame_id: int | None, ack: dict[str, Any]
    ) -> bool:
        try:
            await self._management.post(connection.id, ack_frame(frame_id, ack))
        except ConnectionGone:
            await self._connections.forget(connection.id)
            return False
        except ManagementError as error:
            # Unacked, the widget sends it again and gets the same ack.
            get_logger().warning("ack.not_written", error=str(error))
            return False
        return True

    async def _hang_up(self, connection_id: str) -> None:
        try:
            await self._connections.forget(connection_id)
        except (RedisError, OSError) as error:  # then it ends by itself
            get_logger().warning("connection.not_forgotten", error=type(error).__name__)
        try:
            await self._management.close(connection_id)
        except ManagementError as error:
            get_logger().info("connection.not_closed", error=str(error))


def visitor_of(connection: Connection) -> Visitor | None:
    """Return who is at the other end, once they have said so."""
    known = connection.visitor
    if known is None:
        return None
    return Visitor(
        known.visitor_id,
        known.site_id,
        known.conversation_id,
        known.locale,
        known.most_sockets,
        known.is_known,
        known.expires_at,
        connection.origin,
    )


def _admitted(visitor: Visitor) -> Admitted:
    return Admitted(
        visitor.visitor_id,
        visitor.site_id,
        visitor.conversation_id,
        visitor.locale,
        visitor.most_sockets,
        visitor.is_known,
        visitor.expires_at,
    )


def _refusal(error: OtvetError, locale: Locale) -> dict[str, Any]:
    return error_ack(error, str(uuid7()), locale).model_dump(mode="json")
