"""Which operators are here and what they look at; see ``presence.lua`` and ``watch.lua``.

A socket counts for ``SPAN_MS`` after its last beat, so what a killed process leaves behind ends by
itself: any other process that is alive notices and tells.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row
from redis import Redis as BlockingRedis
from redis.asyncio import Redis

from shared.contracts.desk import ConversationViewers, OperatorPresence, PresenceUpdated
from shared.domain.words import Availability, Presence
from shared.storage.keys import PRESENCE_KEY, conversation_key, presence_key
from shared.storage.scripts_loader import script_source

BEAT_SECONDS = 5.0
SPAN_MS = 16_000
"""Three beats, and a second for the fourth to be late."""
TYPING_MS = 6_000

_COLLEAGUES = """
SELECT s.site_id, o.id, o.name, o.availability
FROM operators o JOIN entered_sites s ON s.operator_id = o.id
WHERE s.site_id = ANY(%(sites)s) AND o.disabled_at IS NULL
ORDER BY s.site_id, lower(o.name), o.id LIMIT %(most)s
"""
_MOST = 2_000
_CHOSEN = "SELECT availability FROM operators WHERE id = %(id)s"
_CHOOSE = "UPDATE operators SET availability = %(availability)s WHERE id = %(id)s"


@dataclass(frozen=True, slots=True)
class Here:
    """One socket of an operator."""

    operator_id: UUID
    name: str
    socket: str


@dataclass(frozen=True, slots=True)
class Colleague:
    """An operator of a site, and what they chose to be when they are here."""

    site_id: UUID
    id: UUID
    name: str
    availability: str


async def chosen_availability(connection: AsyncConnection[Any], operator_id: UUID) -> Availability:
    """Return what an operator chose last."""
    cursor = await connection.execute(_CHOSEN, {"id": operator_id})
    row = await cursor.fetchone()
    return Availability(row[0]) if row else Availability.AWAY


async def keep_availability(
    connection: AsyncConnection[Any], operator_id: UUID, availability: Availability
) -> None:
    """Keep what an operator chose."""
    await connection.execute(_CHOOSE, {"id": operator_id, "availability": availability})


async def list_colleagues(
    connection: AsyncConnection[Any], sites: Iterable[UUID]
) -> list[Colleague]:
    """Return who works for some sites, by site and name."""
    cursor = connection.cursor(row_factory=class_row(Colleague))
    await cursor.execute(_COLLEAGUES, {"sites": list(sites), "most": _MOST})
    return await cursor.fetchall()


class Desks:
    """Who is here, in Redis."""

    def __init__(self, redis: Redis) -> None:
        """Register the scripts; nothing is sent yet."""
        self._redis = redis
        self._presence = redis.register_script(script_source("presence"))
        self._watch = redis.register_script(script_source("watch"))

    async def join(self, here: Here, availability: Availability, sites: Iterable[UUID]) -> None:
        """Count a socket, and tell colleagues if its operator was not here before."""
        known = (here.name, availability, " ".join(str(site) for site in sorted(sites)))
        await self._presence(keys=[], args=[*_presence("join", here), *known])

    async def beat(self, here: Here) -> bool:
        """Count a socket for longer; false when Redis has forgotten its operator."""
        return bool(await self._presence(keys=[], args=_presence("beat", here)))

    async def leave(self, here: Here) -> None:
        """Count a socket no longer; with the last one its operator is gone."""
        await self._presence(keys=[], args=_presence("leave", here))

    async def choose(self, here: Here, availability: Availability) -> None:
        """Tell colleagues what an operator chose."""
        await self._presence(keys=[], args=[*_presence("choose", here), availability])

    async def reap(self) -> None:
        """Tell of those whose processes have stopped counting them."""
        await self._presence(keys=[], args=["reap", "", "", 0])

    async def look(self, here: Here, conversation_id: UUID) -> ConversationViewers:
        """Count a socket as looking at a conversation; returns who does."""
        return await self._watched("look", here, conversation_id)

    async def look_away(self, here: Here, conversation_id: UUID) -> None:
        """Count it no longer."""
        await self._watched("leave", here, conversation_id)

    async def type(self, here: Here, conversation_id: UUID) -> None:
        """Tell colleagues, and the visitor if this operator has the floor, of a key pressed."""
        await self._watched("type", here, conversation_id)

    async def states(self, operators: Sequence[UUID]) -> list[Presence]:
        """Return what each operator is at this moment."""
        if not operators:
            return []
        now = await self._redis.time()
        now_ms = now[0] * 1000 + now[1] // 1000
        until = await self._redis.zmscore(PRESENCE_KEY, [str(one) for one in operators])
        async with self._redis.pipeline(transaction=False) as pipe:
            for one in operators:
                pipe.hget(presence_key(one), "availability")
            chosen = await pipe.execute()
        return [
            Presence(said.decode()) if said and end is not None and end > now_ms
            else Presence.OFFLINE
            for said, end in zip(chosen, until, strict=True)
        ]  # fmt: skip

    async def snapshot(self, colleagues: Sequence[Colleague]) -> list[PresenceUpdated]:
        """Return everybody as they are, a list a site."""
        ids = list({colleague.id for colleague in colleagues})
        states = dict(zip(ids, await self.states(ids), strict=True))
        sites: dict[UUID, list[OperatorPresence]] = {}
        for one in colleagues:
            presence = OperatorPresence(id=one.id, name=one.name, state=states[one.id])
            sites.setdefault(one.site_id, []).append(presence)
        return [
            PresenceUpdated(site_id=site_id, full=True, operators=tuple(operators))
            for site_id, operators in sites.items()
        ]

    async def _watched(self, verb: str, here: Here, conversation_id: UUID) -> ConversationViewers:
        reply = await self._watch(
            keys=[conversation_key(conversation_id)],
            args=[verb, str(here.operator_id), here.name, here.socket, SPAN_MS, TYPING_MS],
        )
        return ConversationViewers.model_validate_json(reply)


def _presence(verb: str, here: Here) -> list[str | int]:
    return [verb, str(here.operator_id), here.socket, SPAN_MS]


def count_here(redis: BlockingRedis) -> dict[str, int]:
    """Return how many operators are here, by what they chose to be."""
    seconds, micros = redis.time()
    now_ms = seconds * 1000 + micros // 1000
    here = cast("list[bytes]", redis.zrangebyscore(PRESENCE_KEY, f"({now_ms}", "+inf"))
    with redis.pipeline(transaction=False) as pipe:
        for one in here:
            pipe.hget(presence_key(UUID(one.decode())), "availability")
        chosen = cast("list[bytes | None]", pipe.execute())
    counted = dict.fromkeys((str(one) for one in Availability), 0)
    for said in chosen:
        if said is not None:
            counted[said.decode()] += 1
    return counted
