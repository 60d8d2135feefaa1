"""Who is here: the sockets of this process, counted in Redis for as long as it says so."""

import asyncio
from dataclasses import dataclass, field
from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.caller import OperatorCaller
from shared.contracts.desk import ConversationViewers, PresenceUpdated
from shared.domain.words import Availability
from shared.kernel.errors import OtvetError
from shared.observability.logs import get_logger
from shared.storage.pool import AsyncDatabase, using
from shared.storage.presence import (
    BEAT_SECONDS,
    Desks,
    Here,
    chosen_availability,
    keep_availability,
    list_colleagues,
)


@dataclass(slots=True)
class _Desk:
    here: Here
    sites: frozenset[UUID]
    looks_at: set[UUID] = field(default_factory=set)


class PresenceService:
    """Counts operators' sockets, and what they look at, until they are gone."""

    def __init__(self, desks: Desks, database: AsyncDatabase) -> None:
        """Start with nobody."""
        self._desks = desks
        self._database = database
        self._here: dict[str, _Desk] = {}

    async def join(self, caller: OperatorCaller, sid: str) -> list[PresenceUpdated]:
        """Count a socket; returns everybody of the operator's sites, as the socket is told first.

        Raises:
            Unavailable: PostgreSQL is away.
        """
        async with using(self._database) as connection:
            chosen = await chosen_availability(connection, caller.operator_id)
            colleagues = await list_colleagues(connection, caller.sites)
        desk = _Desk(Here(caller.operator_id, caller.name, sid), caller.sites)
        self._here[sid] = desk
        await self._desks.join(desk.here, chosen, desk.sites)
        return await self._desks.snapshot(colleagues)

    async def leave(self, sid: str) -> None:
        """Count a socket no longer, nor what it looks at."""
        desk = self._here.pop(sid, None)
        if desk is None:
            return
        try:
            for conversation_id in desk.looks_at:
                await self._desks.look_away(desk.here, conversation_id)
            await self._desks.leave(desk.here)
        except (RedisError, OSError) as error:
            # Not counted any more, it is gone by itself some seconds later.
            get_logger().warning("presence.not_left", error=type(error).__name__)

    async def choose(self, caller: OperatorCaller, sid: str, availability: Availability) -> None:
        """Keep what an operator chose to be, and tell their colleagues.

        Raises:
            Unavailable: PostgreSQL is away; nothing has changed.
        """
        async with using(self._database) as connection:
            await keep_availability(connection, caller.operator_id, availability)
        await self._desks.choose(Here(caller.operator_id, caller.name, sid), availability)
        get_logger().info(
            "availability.chosen",
            operator_id=str(caller.operator_id),
            availability=availability,
        )

    async def look(self, sid: str, conversation_id: UUID) -> ConversationViewers | None:
        """Count a socket as looking at a conversation; returns who does.

        None when the socket has gone, or Redis is away: then the next beat counts it.
        """
        desk = self._here.get(sid)
        if desk is None:
            return None
        desk.looks_at.add(conversation_id)
        try:
            return await self._desks.look(desk.here, conversation_id)
        except (RedisError, OSError) as error:
            get_logger().warning("presence.not_looking", error=type(error).__name__)
            return None

    async def look_away(self, sid: str, conversation_id: UUID) -> None:
        """Count it no longer."""
        desk = self._here.get(sid)
        if desk is not None and conversation_id in desk.looks_at:
            desk.looks_at.discard(conversation_id)
            await self._desks.look_away(desk.here, conversation_id)

    async def type(self, sid: str, conversation_id: UUID) -> None:
        """Tell of a key pressed: colleagues, and the visitor if it is who has the floor."""
        if desk := self._here.get(sid):
            await self._desks.type(desk.here, conversation_id)

    async def keep_beating(self) -> None:
        """Count all sockets for longer, for ever; runs as a task of the process."""
        while True:
            await asyncio.sleep(BEAT_SECONDS)
            try:
                await self._beat()
            except (RedisError, OSError, OtvetError) as error:
                get_logger().warning("presence.not_beaten", error=type(error).__name__)
            except Exception:  # noqa: BLE001 (a bug must not make everybody vanish)
                get_logger().exception("presence.failed")

    async def _beat(self) -> None:
        for sid, desk in list(self._here.items()):
            if not await self._desks.beat(desk.here):
                async with using(self._database) as connection:
                    chosen = await chosen_availability(connection, desk.here.operator_id)
                await self._desks.join(desk.here, chosen, desk.sites)
            for conversation_id in list(desk.looks_at):
                await self._desks.look(desk.here, conversation_id)
            if sid not in self._here:
                # It left while it was counted, so it was counted again after it had left.
                for conversation_id in desk.looks_at:
                    await self._desks.look_away(desk.here, conversation_id)
                await self._desks.leave(desk.here)
        await self._desks.reap()
