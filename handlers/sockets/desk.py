"""Commands of ``/operator`` about operators themselves: who is responsible, here, typing."""

from handlers.services.access import AccessService
from handlers.services.assignment import AssignmentService
from handlers.services.caller import OperatorCaller
from handlers.services.commands import Context, Rule
from handlers.services.presence import PresenceService
from shared.contracts.desk import AvailabilityAck, AvailabilitySet, ConversationAssign
from shared.contracts.operator import ConversationCommand
from shared.realtime.events import Command


class DeskCommands:
    """A part of the namespace's table."""

    def __init__(
        self, access: AccessService, presence: PresenceService, assignment: AssignmentService
    ) -> None:
        """Compose the commands."""
        self._access = access
        self._presence = presence
        self._assignment = assignment
        self.table: dict[str, Rule] = {
            Command.TYPING_START: Rule(ConversationCommand, self._typing),
            Command.CONVERSATION_ASSIGN: Rule(ConversationAssign, self._assign),
            Command.AVAILABILITY_SET: Rule(AvailabilitySet, self._choose),
        }

    async def _assign(self, context: Context[OperatorCaller], command: ConversationAssign) -> None:
        site_id = await self._access.site_of(context.caller, command.conversation_id)
        await self._assignment.assign(context.caller, site_id, command)

    async def _choose(
        self, context: Context[OperatorCaller], command: AvailabilitySet
    ) -> AvailabilityAck:
        await self._presence.choose(context.caller, context.sid, command.availability)
        return AvailabilityAck(availability=command.availability)

    async def _typing(self, context: Context[OperatorCaller], command: ConversationCommand) -> None:
        await self._access.site_of(context.caller, command.conversation_id)
        await self._presence.type(context.sid, command.conversation_id)
