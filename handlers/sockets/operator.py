"""Namespace ``/operator``: the console's commands."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from handlers.services.access import AccessService
from handlers.services.caller import OperatorCaller
from handlers.services.directory import SiteDirectory
from handlers.services.fanout import Fanout
from handlers.services.floor import FloorService
from handlers.services.inbox import InboxService
from handlers.services.live import LiveConversations
from handlers.services.messages import MessageService
from handlers.services.origin import effective_origin
from handlers.services.sign_in import SignInService
from handlers.sockets.commands import Context, Rule, dispatch
from handlers.sockets.joining import Joiner, refusals
from handlers.sockets.server import Reply, Server
from handlers.sockets.visitor import wsgi_headers
from shared.contracts.operator import (
    ConversationCommand,
    ConversationOpen,
    ConversationOpenAck,
    ConversationSeen,
    OperatorAuth,
    OperatorMessageSend,
)
from shared.contracts.visitor import MessageSend, MessageSendAck
from shared.kernel.clock import utc_now
from shared.kernel.errors import ErrorCode, NotAuthenticated
from shared.observability.logs import get_logger
from shared.observability.metrics import SOCKETS
from shared.realtime.events import Command, Namespace
from shared.storage.floor import FloorCommand
from shared.storage.keys import inbox_channel, operator_room

_NAMESPACE = Namespace.OPERATOR


@dataclass(slots=True)
class _Connected:
    caller: OperatorCaller
    opened: set[UUID] = field(default_factory=set)
    expiry: asyncio.TimerHandle | None = None
    is_shut_out: bool = False


class OperatorSockets:
    """Connects operators and carries out what they ask for."""

    def __init__(
        self,
        *,
        sign_in: SignInService,
        access: AccessService,
        messages: MessageService,
        floor: FloorService,
        live: LiveConversations,
        fanout: Fanout,
        directory: SiteDirectory,
        inbox: InboxService,
        public_url: str,
    ) -> None:
        """Compose the namespace."""
        self._sign_in = sign_in
        self._access = access
        self._messages = messages
        self._floor = floor
        self._fanout = fanout
        self._directory = directory
        self._inbox = inbox
        self._joiner = Joiner(live, fanout, _NAMESPACE)
        self._public_url = public_url
        self._connected: dict[str, _Connected] = {}
        self.table: dict[str, Rule] = {
            Command.CONVERSATION_OPEN: Rule(ConversationOpen, self._open),
            Command.CONVERSATION_LEAVE: Rule(ConversationCommand, self._leave),
            Command.CONVERSATION_TAKE: Rule(ConversationCommand, self._moves(FloorCommand.TAKE)),
            Command.CONVERSATION_RETURN: Rule(
                ConversationCommand, self._moves(FloorCommand.RETURN)
            ),
            Command.CONVERSATION_CLOSE: Rule(ConversationCommand, self._moves(FloorCommand.CLOSE)),
            Command.MESSAGE_SEND: Rule(OperatorMessageSend, self._send),
            Command.TYPING_START: Rule(ConversationCommand, self._typing),
            Command.CONVERSATION_READ: Rule(ConversationSeen, self._read),
        }

    def install(self, server: Server) -> None:
        """Register the connection's beginning and end."""
        self._server = server
        self._joiner.server = server
        server.on("connect", self._connect, namespace=_NAMESPACE)
        server.on("disconnect", self._disconnect, namespace=_NAMESPACE)

    async def dispatch(self, sid: str, event: str, payload: object) -> Reply:
        """Carry out a command of a connected operator."""
        connected = self._connected.get(sid)
        caller = connected.caller if connected else None
        return await dispatch(self.table, caller, sid, event, payload)

    async def shut_out(self, session_id: str) -> None:
        """Close every socket of a revoked sign-in."""
        for sid, connected in list(self._connected.items()):
            if str(connected.caller.session_id) == session_id:
                # One that is still being admitted cannot be disconnected; it sees this itself.
                connected.is_shut_out = True
                await self._server.disconnect(sid, namespace=_NAMESPACE)

    async def drop(self, sid: str) -> None:
        """Close one socket; the console comes back by itself."""
        await self._server.hang_up(sid, _NAMESPACE)

    async def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        with refusals(_NAMESPACE, environ):
            try:
                await self._admit(sid, environ, auth)
            except BaseException:
                await self._disconnect(sid)
                raise

    async def _admit(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        self._directory.require_own(effective_origin(wsgi_headers(environ), self._public_url))
        try:
            token = OperatorAuth.model_validate(auth or {}).token
        except ValueError as error:
            raise NotAuthenticated(ErrorCode.TOKEN_MISSING) from error
        caller = await self._sign_in.authenticate(token)
        connected = self._connected[sid] = _Connected(caller)
        room = operator_room(caller.operator_id)
        await self._server.enter_room(sid, room, namespace=_NAMESPACE)
        for site_id in caller.sites:
            await self._fanout.watch_inbox(site_id, sid)
            await self._server.enter_room(sid, inbox_channel(site_id), namespace=_NAMESPACE)
        if connected.is_shut_out:
            raise NotAuthenticated(ErrorCode.SESSION_REVOKED)
        # The socket lives as long as the token: the console comes back with a fresh one.
        loop = asyncio.get_running_loop()
        left = (caller.expires_at - utc_now()).total_seconds()
        connected.expiry = loop.call_later(left, self._expire, sid)
        SOCKETS.labels(_NAMESPACE).inc()
        get_logger().info("operator.connected", operator_id=str(caller.operator_id))

    def _expire(self, sid: str) -> None:
        if sid in self._connected:
            self._server.start_background_task(self._server.hang_up, sid, _NAMESPACE)

    async def _disconnect(self, sid: str, _reason: str = "") -> None:
        connected = self._connected.pop(sid, None)
        if connected is None:
            return
        if connected.expiry:
            connected.expiry.cancel()
            SOCKETS.labels(_NAMESPACE).dec()
        for site_id in connected.caller.sites:
            self._fanout.unwatch_inbox(site_id, sid)
        for conversation_id in connected.opened:
            await self._joiner.leave(sid, conversation_id)

    async def _open(self, context: Context[OperatorCaller], command: ConversationOpen) -> Reply:
        conversation_id = command.conversation_id
        await self._access.site_of(context.caller, conversation_id)
        connected = self._connected.get(context.sid)
        if connected is None:
            raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
        # Before it is begun: if the socket goes meanwhile, its end undoes what there is by then.
        connected.opened.add(conversation_id)
        try:
            snapshot = await self._joiner.begin(context.sid, conversation_id, command.cursor)
        except BaseException:
            await self._close(context.sid, conversation_id)
            raise
        ack = ConversationOpenAck(snapshot=snapshot)
        # What came meanwhile must reach the console after the ack that carries the snapshot.
        return Reply(
            ack.model_dump(mode="json"), lambda: self._joiner.finish(context.sid, snapshot)
        )

    async def _leave(self, context: Context[OperatorCaller], command: ConversationCommand) -> None:
        await self._close(context.sid, command.conversation_id)

    async def _close(self, sid: str, conversation_id: UUID) -> None:
        connected = self._connected.get(sid)
        if connected is not None and conversation_id in connected.opened:
            connected.opened.discard(conversation_id)
            await self._joiner.leave(sid, conversation_id)

    def _moves(
        self, move: FloorCommand
    ) -> Callable[[Context[Any], Any], Awaitable[Reply | BaseModel | None]]:
        async def handler(
            context: Context[OperatorCaller], command: ConversationCommand
        ) -> Reply | BaseModel | None:
            site_id = await self._access.site_of(context.caller, command.conversation_id)
            await self._floor.command(
                context.caller, move, command.conversation_id, site_id, context.request_id
            )
            return None

        return handler

    async def _send(
        self, context: Context[OperatorCaller], command: OperatorMessageSend
    ) -> MessageSendAck:
        site_id = await self._access.site_of(context.caller, command.conversation_id)
        message = MessageSend(client_message_id=command.client_message_id, text=command.text)
        return await self._messages.from_operator(
            context.caller, command.conversation_id, site_id, message, context.request_id
        )

    async def _read(self, context: Context[OperatorCaller], command: ConversationSeen) -> None:
        await self._inbox.mark_read(context.caller, command.conversation_id, command.seq)

    async def _typing(self, context: Context[OperatorCaller], command: ConversationCommand) -> None:
        await self._access.site_of(context.caller, command.conversation_id)
        await self._floor.typing(command.conversation_id, to="visitor", name=context.caller.name)
