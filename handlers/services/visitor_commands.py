"""What visitors may ask for; one table for every way that their commands come by."""

import math
from datetime import timedelta

from handlers.services.caller import Visitor
from handlers.services.commands import BURST, Context, Rule, Table
from handlers.services.floor import FloorService
from handlers.services.limits import Limits
from handlers.services.messages import MessageService
from shared.contracts.visitor import (
    ConversationRate,
    ConversationRead,
    MessageRate,
    MessageSend,
    MessageSendAck,
    NoPayload,
)
from shared.realtime.events import Command


class VisitorCommands:
    """Carries out what visitors ask for."""

    def __init__(self, messages: MessageService, floor: FloorService) -> None:
        """Compose the table."""
        self._messages = messages
        self._floor = floor
        self.table: Table = {
            Command.MESSAGE_SEND: Rule(MessageSend, self._send),
            Command.GENERATION_STOP: Rule(NoPayload, self._stop),
            Command.HANDOFF_REQUEST: Rule(NoPayload, self._request_human),
            Command.TYPING_START: Rule(NoPayload, self._typing),
            Command.CONVERSATION_READ: Rule(ConversationRead, self._feedback),
            Command.MESSAGE_RATE: Rule(MessageRate, self._feedback),
            Command.CONVERSATION_RATE: Rule(ConversationRate, self._feedback),
            Command.CONNECTION_CHECK: Rule(NoPayload, self._answer),
        }

    async def _send(self, context: Context[Visitor], command: MessageSend) -> MessageSendAck:
        return await self._messages.from_visitor(context.caller, command, context.request_id)

    async def _stop(self, context: Context[Visitor], _: NoPayload) -> None:
        await self._floor.stop(context.caller, context.request_id)

    async def _request_human(self, context: Context[Visitor], _: NoPayload) -> None:
        await self._floor.request_human(context.caller, context.request_id)

    async def _typing(self, context: Context[Visitor], _: NoPayload) -> None:
        await self._floor.typing(context.caller.conversation_id)

    async def _answer(self, _: Context[Visitor], __: NoPayload) -> None:
        """The ack is all that whoever woke up wants: a socket may have died without a word."""

    async def _feedback(
        self, context: Context[Visitor], command: ConversationRead | MessageRate | ConversationRate
    ) -> None:
        await self._floor.feedback(context.caller, command, context.request_id)


class Pace:
    """A socket's rate of commands for those who have none: counted in Redis, by the visitor."""

    def __init__(self, limits: Limits, per_second: int) -> None:
        """Allow ``per_second``, and the same burst as a socket."""
        self._limits = limits
        # As many as come at once, in the time after which as many may come again.
        self._window = math.ceil((per_second + BURST) / per_second)
        self._most = per_second * self._window

    async def count(self, visitor: Visitor) -> None:
        """Count a command.

        Raises:
            RateLimited: it is one too many; says how long to wait.
        """
        who = str(visitor.visitor_id)
        await self._limits.hit("command", who, self._most, timedelta(seconds=self._window))
