"""Connections that an API Gateway holds for us, and which relay writes to each of them.

A connection is a hash that goes by itself when its client has been silent for longer than the
gateway keeps an idle one. Who writes to it has it on lease, so one relay writes at a time and what
a dead one leaves is another's some seconds later.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

from redis.asyncio import Redis

from shared.domain.words import Locale
from shared.storage.keys import (
    CONNECTIONS_CHANNEL,
    CONNECTIONS_KEY,
    connection_key,
)

IDLE = timedelta(minutes=11)
"""An API Gateway closes what was silent for ten; the widget says something every five."""
_STRANGER = timedelta(minutes=1)
LEASE = timedelta(seconds=15)

_NOW = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
"""
# KEYS: connections. ARGV: relay, milliseconds, most. Takes what nobody writes to.
_CLAIM = (
    _NOW
    + """
local taken = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[3])) do
  local key = 'connection:' .. id
  if redis.call('EXISTS', key) == 1 then
    redis.call('HSET', key, 'relay', ARGV[1])
    redis.call('ZADD', KEYS[1], now + ARGV[2], id)
    taken[#taken + 1] = id
  else
    redis.call('ZREM', KEYS[1], id)
  end
end
return taken
"""
)
# KEYS: connections. ARGV: relay, milliseconds (0: give back), then ids. Says which are not its own.
_RENEW = (
    _NOW
    + """
local lost = {}
for i = 3, #ARGV do
  if redis.call('HGET', 'connection:' .. ARGV[i], 'relay') == ARGV[1] then
    redis.call('ZADD', KEYS[1], tonumber(ARGV[2]) > 0 and now + ARGV[2] or 0, ARGV[i])
  else
    lost[#lost + 1] = ARGV[i]
  end
end
return lost
"""
)
# KEYS: connection. ARGV: relay, cursor. A connection that is gone stays so.
_MOVE = """
if redis.call('HGET', KEYS[1], 'relay') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'cursor', ARGV[2])
return 1
"""
# KEYS: connection, connections. ARGV: id. It counts no longer for its visitor and its address.
_FORGET = """
local visitor, address = unpack(redis.call('HMGET', KEYS[1], 'visitor_id', 'address'))
if visitor then redis.call('ZREM', 'held:' .. visitor, ARGV[1]) end
if address then redis.call('ZREM', 'visits:' .. address, ARGV[1]) end
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], ARGV[1])
"""
# KEYS: connection, connections. ARGV: id, milliseconds of an idle one, milliseconds after which it
# is offered by itself, then pairs of the visitor.
_ADMIT = (
    _NOW
    + """
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV, 4))
redis.call('PEXPIRE', KEYS[1], ARGV[2])
redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1])
return 1
"""
)


@dataclass(frozen=True, slots=True)
class Admitted:
    """The visitor of a connection, as their token and their site say."""

    visitor_id: UUID
    site_id: UUID
    conversation_id: UUID
    locale: Locale
    most_sockets: int | None
    is_known: bool
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection; without a visitor nobody has said yet who is there."""

    id: str
    address: str
    origin: str
    locale: Locale
    """What the browser reads; once the visitor is known, what their site speaks."""
    visitor: Admitted | None
    cursor: str | None


class Connections:
    """All of them, in Redis; each method is one step."""

    def __init__(self, redis: Redis) -> None:
        """Register the scripts; nothing is sent yet."""
        self._redis = redis
        self._claim = redis.register_script(_CLAIM)
        self._renew = redis.register_script(_RENEW)
        self._move = redis.register_script(_MOVE)
        self._admit = redis.register_script(_ADMIT)
        self._forget = redis.register_script(_FORGET)

    async def open(self, connection_id: str, address: str, origin: str, locale: Locale) -> None:
        """Note a connection; for a minute, in which it says who is there."""
        key = connection_key(connection_id)
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.hset(key, mapping={"address": address, "origin": origin, "locale": locale})
            pipe.expire(key, _STRANGER)
            await pipe.execute()

    async def admit(self, connection_id: str, visitor: Admitted, cursor: str | None) -> bool:
        """Note whose a connection is; false: it has gone.

        Facts come from ``cursor`` on once it is offered to relays, or when a lease's time has
        passed: whoever lets it in may die before they offer it.
        """
        values = {name: str(value) for name, value in asdict(visitor).items() if value is not None}
        values["is_known"] = "1" if visitor.is_known else ""
        if cursor:
            values["cursor"] = cursor
        pairs = [part for pair in values.items() for part in pair]
        keys = [connection_key(connection_id), CONNECTIONS_KEY]
        args: list[str | int] = [connection_id, _ms(IDLE), _ms(LEASE), *pairs]
        return bool(await self._admit(keys=keys, args=args))

    async def offer(self, connection_id: str) -> None:
        """Let a relay write to a connection at once."""
        async with self._redis.pipeline(transaction=True) as pipe:
            pipe.zadd(CONNECTIONS_KEY, {connection_id: 0}, xx=True)
            pipe.publish(CONNECTIONS_CHANNEL, b"")
            await pipe.execute()

    async def find(self, connection_id: str) -> Connection | None:
        """Return a connection; nothing when it has gone."""
        key = connection_key(connection_id)
        raw = await cast("Any", self._redis.hgetall(key))
        values = {name.decode(): value.decode() for name, value in raw.items()}
        if "origin" not in values:
            return None
        return Connection(
            id=connection_id,
            address=values["address"],
            origin=values["origin"],
            locale=Locale(values["locale"]),
            visitor=_admitted(values) if "visitor_id" in values else None,
            cursor=values.get("cursor"),
        )

    async def keep(self, connection_id: str) -> None:
        """Note that its client lives."""
        await self._redis.expire(connection_key(connection_id), IDLE)

    async def forget(self, connection_id: str) -> None:
        """Note that a connection is gone, and counts no longer for its visitor and its address."""
        keys = [connection_key(connection_id), CONNECTIONS_KEY]
        await self._forget(keys=keys, args=[connection_id])

    # --- for relays ---------------------------------------------------------------------------

    async def claim(self, relay: str, most: int) -> list[str]:
        """Take connections that no relay writes to."""
        taken = await self._claim(keys=[CONNECTIONS_KEY], args=[relay, _ms(LEASE), most])
        return [one.decode() for one in taken]

    async def renew(self, relay: str, ids: Collection[str]) -> set[str]:
        """Keep connections for longer; returns those that are gone, or another's."""
        if not ids:
            return set()
        lost = await self._renew(keys=[CONNECTIONS_KEY], args=[relay, _ms(LEASE), *ids])
        return {one.decode() for one in lost}

    async def give_back(self, relay: str, ids: Collection[str]) -> None:
        """Let another relay write to connections at once."""
        if ids:
            await self._renew(keys=[CONNECTIONS_KEY], args=[relay, 0, *ids])
            await self._redis.publish(CONNECTIONS_CHANNEL, b"")

    async def move(self, relay: str, connection_id: str, cursor: str) -> bool:
        """Note how far a connection was told; false: it is gone, or another's."""
        moved = await self._move(keys=[connection_key(connection_id)], args=[relay, cursor])
        return bool(moved)


def _admitted(values: dict[str, str]) -> Admitted:
    most, ends = values.get("most_sockets"), values.get("expires_at")
    return Admitted(
        visitor_id=UUID(values["visitor_id"]),
        site_id=UUID(values["site_id"]),
        conversation_id=UUID(values["conversation_id"]),
        locale=Locale(values["locale"]),
        most_sockets=int(most) if most else None,
        is_known=bool(values["is_known"]),
        expires_at=datetime.fromisoformat(ends) if ends else None,
    )


def _ms(span: timedelta) -> int:
    return round(span.total_seconds() * 1000)
