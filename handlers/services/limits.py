"""Rates and counts, shared by all handlers through Redis."""

from datetime import timedelta

from redis.asyncio import Redis

from shared.kernel.errors import ErrorCode, RateLimited
from shared.storage.keys import rate_key

# A sliding window of two halves: the last whole window counts for the part of it that still
# lies within one window's length from now.
_HIT = """
local now = redis.call('TIME')
local window = tonumber(ARGV[2])
local index = math.floor(now[1] / window)
local into = (now[1] + now[2] / 1e6) / window - index
local current, previous = KEYS[1] .. ':' .. index, KEYS[1] .. ':' .. (index - 1)
local used = tonumber(redis.call('GET', current) or '0')
  + tonumber(redis.call('GET', previous) or '0') * (1 - into)
if used + 1 > tonumber(ARGV[1]) then return math.max(1, math.ceil((1 - into) * window)) end
redis.call('INCR', current)
redis.call('EXPIRE', current, window * 2)
return 0
"""


class Limits:
    """Counts events in a window and refuses the excess."""

    def __init__(self, redis: Redis) -> None:
        """Register the script; nothing is sent yet."""
        self._script = redis.register_script(_HIT)

    async def hit(self, what: str, who: str, most: int, window: timedelta) -> None:
        """Count one ``what`` of ``who``.

        Raises:
            RateLimited: more than ``most`` in ``window``; says how long to wait.
        """
        wait = await self._script(
            keys=[rate_key(what, who)], args=[most, int(window.total_seconds())]
        )
        if wait:
            raise RateLimited(ErrorCode.RATE_LIMITED, retry_after=int(wait))
