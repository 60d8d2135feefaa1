"""Namespace ``/operator``: the console's commands."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from handlers.services.access import AccessService
from handlers.services.assignment import AssignmentService
from handlers.services.caller import OperatorCaller
from handlers.services.commands import Context, Rule
from handlers.services.directory import SiteDirectory
from handlers.services.fanout import Fanout
from handlers.services.floor import Closing, FloorService
from handlers.services.inbox import InboxService
from handlers.services.live import LiveConversations
from handlers.services.messages import MessageService
from handlers.services.notes import NoteService
from handlers.services.origin import effective_origin
from handlers.services.presence import PresenceService
from handlers.services.sign_in import SignInService
from handlers.sockets.commands import dispatch
from handlers.sockets.desk import DeskCommands
from handlers.sockets.joining import Joiner, refusals
from handlers.sockets.notes import note_rules
from handlers.sockets.server import Reply, Server
from handlers.sockets.visitor import wsgi_headers
from shared.contracts.operator import (
    ConversationClose,
    ConversationCommand,
    ConversationOpen,
    ConversationOpenAck,
    OperatorAuth,
    OperatorMessageSend,
    OperatorRead,
)
from shared.contracts.visitor import ConversationSnapshot, MessageSend, MessageSendAck
from shared.kernel.clock import utc_now
from shared.kernel.errors import ErrorCode, NotAuthenticated
from shared.kernel.text import clean
from shared.observability.logs import get_logger
from shared.observability.metrics import SOCKETS
from shared.realtime.events import Command, Fact, Namespace
from shared.storage.floor import FloorCommand
from shared.storage.keys import inbox_channel, operator_channel

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
        notes: NoteService,
        floor: FloorService,
        live: LiveConversations,
        fanout: Fanout,
        directory: SiteDirectory,
        presence: PresenceService,
        assignment: AssignmentService,
        inbox: InboxService,
        public_url: str,
    ) -> None:
        """Compose the namespace."""
        self._sign_in = sign_in
        self._access = access
        self._messages = messages
        self._floor = floor
        self._presence = presence
        self._fanout = fanout
        self._directory = directory
        self._inbox = inbox
        self._joiner = Joiner(live, fanout, _NAMESPACE)
        self._public_url = public_url
        self._desk = DeskCommands(access, presence, assignment)
        self._connected: dict[str, _Connected] = {}
        self.table: dict[str, Rule] = {
            Command.CONVERSATION_OPEN: Rule(ConversationOpen, self._open),
            Command.CONVERSATION_LEAVE: Rule(ConversationCommand, self._leave),
            Command.CONVERSATION_TAKE: Rule(ConversationCommand, self._moves(FloorCommand.TAKE)),
            Command.CONVERSATION_RETURN: Rule(
                ConversationCommand, self._moves(FloorCommand.RETURN)
            ),
            Command.CONVERSATION_CLOSE: Rule(ConversationClose, self._end),
            Command.CONVERSATION_REOPEN: Rule(
                ConversationCommand, self._moves(FloorCommand.REOPEN)
            ),
            Command.CONVERSATION_RELEASE: Rule(
                ConversationCommand, self._moves(FloorCommand.RELEASE)
            ),
            Command.MESSAGE_SEND: Rule(OperatorMessageSend, self._send),
            **self._desk.table,
            **note_rules(access, notes),
            Command.CONVERSATION_READ: Rule(OperatorRead, self._read),
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

    async def close_everywhere(self, conversation_id: UUID) -> None:
        """Close the sockets that have a conversation open which is no more."""
        for sid, connected in list(self._connected.items()):
            if conversation_id in connected.opened:
                await self._server.hang_up(sid, _NAMESPACE)

    async def reload(self, site_id: UUID) -> None:
        """Close the sockets of a site's operators: their consoles come back and load anew."""
        for sid, connected in list(self._connected.items()):
            if site_id in connected.caller.sites:
                await self._server.hang_up(sid, _NAMESPACE)

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
        connected = self._connected[sid] = _Connected(await self._sign_in.authenticate(token))
        # Once more, now that a revocation finds this socket: what was changed between the two
        # would be heard of by nobody.
        caller = connected.caller = await self._sign_in.authenticate(token)
        for site_id in caller.sites:
            await self._fanout.watch_inbox(site_id, sid)
            await self._server.enter_room(sid, inbox_channel(site_id), namespace=_NAMESPACE)
        await self._fanout.watch_person(caller.operator_id, sid)
        await self._server.enter_room(
            sid, operator_channel(caller.operator_id), namespace=_NAMESPACE
        )
        for everybody in await self._presence.join(caller, sid):
            told = everybody.model_dump(mode="json")
            await self._server.emit(Fact.PRESENCE_UPDATED, told, to=sid, namespace=_NAMESPACE)
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
        self._fanout.unwatch_person(connected.caller.operator_id, sid)
        await self._presence.leave(sid)
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
        return Reply(ack.model_dump(mode="json"), lambda: self._let_in(context, snapshot))

    async def _let_in(
        self, context: Context[OperatorCaller], snapshot: ConversationSnapshot
    ) -> None:
        await self._joiner.finish(context.sid, snapshot)
        viewers = await self._presence.look(context.sid, snapshot.conversation_id)
        if viewers is not None:
            told = viewers.model_dump(mode="json")
            await self._server.emit(
                Fact.VIEWERS_UPDATED, told, to=context.sid, namespace=_NAMESPACE
            )

    async def _leave(self, context: Context[OperatorCaller], command: ConversationCommand) -> None:
        await self._close(context.sid, command.conversation_id)

    async def _close(self, sid: str, conversation_id: UUID) -> None:
        connected = self._connected.get(sid)
        if connected is not None and conversation_id in connected.opened:
            connected.opened.discard(conversation_id)
            await self._joiner.leave(sid, conversation_id)
            await self._presence.look_away(sid, conversation_id)

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

    async def _end(self, context: Context[OperatorCaller], command: ConversationClose) -> None:
        site_id = await self._access.site_of(context.caller, command.conversation_id)
        comment = clean(command.comment or "") or None
        await self._floor.command(
            context.caller,
            FloorCommand.CLOSE,
            command.conversation_id,
            site_id,
            context.request_id,
            Closing(command.reason, comment) if command.reason else None,
        )

    async def _send(
        self, context: Context[OperatorCaller], command: OperatorMessageSend
    ) -> MessageSendAck:
        site_id = await self._access.site_of(context.caller, command.conversation_id)
        message = MessageSend(**command.model_dump(exclude={"conversation_id"}))
        return await self._messages.from_operator(
            context.caller, command.conversation_id, site_id, message, context.request_id
        )

    async def _read(self, context: Context[OperatorCaller], command: OperatorRead) -> None:
        await self._inbox.mark_read(context.caller, command.conversation_id, command.seq)
