"""Who is responsible for a conversation, as operators decide it."""

from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError

from handlers.services.caller import OperatorCaller
from handlers.services.live import LiveConversations
from shared.contracts.desk import ConversationAssign
from shared.domain.words import Role
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, NotFound, OtvetError
from shared.observability.logs import get_logger
from shared.storage.assignments import Assignment, mirror, operator_name, team_name
from shared.storage.pool import AsyncDatabase, using
from shared.storage.state import LiveState


class AssignmentService:
    """Assigns in Redis, at once for everybody, then mirrors it in PostgreSQL."""

    def __init__(
        self,
        live: LiveConversations,
        database: AsyncDatabase,
        redis: Redis,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._live = live
        self._database = database
        self._redis = redis
        self._clock = clock

    async def assign(
        self, caller: OperatorCaller, site_id: UUID, command: ConversationAssign
    ) -> None:
        """Make an operator, a team or nobody responsible; the floor stays where it is.

        Raises:
            NotFound: whom it is given to does not work for the site.
            Conflict: it is closed, or somebody else has the floor and the caller may not dispose
                of it.
        """
        wanted = await self._wanted(caller, site_id, command)
        assigned = await self._live.run(
            wanted.conversation_id,
            lambda: self._live.conversations.assign(wanted, self._clock()),
        )
        if assigned.result == "same":
            return
        get_logger().info(
            "conversation.assigned",
            conversation_id=str(wanted.conversation_id),
            operator_id=str(assigned.state.assignee or ""),
            team_id=str(assigned.state.team or ""),
        )
        await self._mirror(assigned.state)

    async def _wanted(
        self, caller: OperatorCaller, site_id: UUID, command: ConversationAssign
    ) -> Assignment:
        colleague: str | None = ""
        team: str | None = ""
        async with using(self._database) as connection:
            if command.operator_id:
                colleague = await operator_name(connection, command.operator_id, site_id)
            if command.team_id:
                team = await team_name(connection, command.team_id, site_id)
        if colleague is None or team is None:
            raise NotFound(ErrorCode.ASSIGNEE_NOT_FOUND)
        return Assignment(
            conversation_id=command.conversation_id,
            asked_by=caller.operator_id,
            may_dispose=caller.role is not Role.OPERATOR,
            operator_id=command.operator_id,
            operator_name=colleague,
            team_id=command.team_id,
            team_name=team,
        )

    async def _mirror(self, state: LiveState) -> None:
        try:
            async with using(self._database) as connection:
                await mirror(connection, self._redis, state)
        except (OtvetError, RedisError, OSError) as error:
            # It is done and everybody was told; the assigner mirrors what Redis still owes.
            get_logger().warning(
                "assignment.not_mirrored", conversation_id=str(state.id), error=type(error).__name__
            )
