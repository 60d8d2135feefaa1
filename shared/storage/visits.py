"""How often a visitor, or an address, is here at once, counted over all processes.

A visit ends by itself when its time is over, so a process that was killed, or a function that was
frozen, keeps nobody out for longer than that.
"""

import math
from uuid import UUID

from redis.asyncio import Redis

from shared.storage.keys import held_key, visits_key

# KEYS: visits. ARGV: visit, most, milliseconds. Says how many to wait; 0: it has begun.
_BEGIN = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[2])
    and not redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  return math.max(1, redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2] - now)
end
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[3]) then
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
end
return 0
"""
# KEYS: connections held. ARGV: connection, most, milliseconds. Says which had to make room.
_HOLD = """
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('PEXPIRE', KEYS[1], ARGV[3])
local over, out = redis.call('ZCARD', KEYS[1]) - ARGV[2], {}
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  if #out < over and id ~= ARGV[1] then
    out[#out + 1] = id
    redis.call('ZREM', KEYS[1], id)
  end
end
return out
"""


class Visits:
    """Counts polls and connections of visitors and addresses."""

    def __init__(self, redis: Redis) -> None:
        """Register the script; nothing is sent yet."""
        self._redis = redis
        self._begin = redis.register_script(_BEGIN)
        self._hold = redis.register_script(_HOLD)

    async def begin(self, who: UUID | str, visit: str, most: int, seconds: float) -> int | None:
        """Count a visit, for ``seconds`` at most; one that goes on is counted for longer.

        Returns:
            Seconds after which to come again, if there are ``most`` already.
        """
        args: list[str | int] = [visit, most, round(seconds * 1000)]
        wait = int(await self._begin(keys=[visits_key(who)], args=args))
        return math.ceil(wait / 1000) if wait else None

    async def end(self, who: UUID | str, visit: str) -> None:
        """Count it no longer."""
        await self._redis.zrem(visits_key(who), visit)

    async def hold(
        self, visitor_id: UUID, connection_id: str, most: int, seconds: float
    ) -> tuple[str, ...]:
        """Count a connection that a gateway holds, for ``seconds`` if it is not held again.

        Of one that died nobody may have told, so the one heard of longest ago makes room.

        Returns:
            Those beyond ``most``, which count no longer and are to be closed.
        """
        args: list[str | int] = [connection_id, most, round(seconds * 1000)]
        gone = await self._hold(keys=[held_key(visitor_id)], args=args)
        return tuple(one.decode() for one in gone)
