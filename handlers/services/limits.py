"""Rates and counts, shared by all handlers through Redis."""

import hashlib
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
local cost = tonumber(ARGV[3])
if used + cost > tonumber(ARGV[1]) then return math.max(1, math.ceil((1 - into) * window)) end
redis.call('INCRBY', current, cost)
redis.call('EXPIRE', current, window * 2)
return 0
"""
# Counted before it is known whether the guess is right, so that many at once gain nothing.
_ATTEMPT = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1e6
local wait = tonumber(redis.call('HGET', KEYS[1], 'until') or '0') - now
if wait > 0 then return math.ceil(wait) end
local n = redis.call('HINCRBY', KEYS[1], 'n', 1)
local over = n - tonumber(ARGV[1])
if over >= 0 then
  local rest = math.min(2 ^ (over + 1), tonumber(ARGV[2]))
  redis.call('HSET', KEYS[1], 'until', string.format('%.3f', now + rest))
end
redis.call('EXPIRE', KEYS[1], ARGV[3])
return 0
"""
_FREE_ATTEMPTS = 5
# No longer: whoever guesses at somebody's account keeps its owner out, too.
_LONGEST_REST = timedelta(minutes=5)
_FORGOTTEN = timedelta(hours=1)


class Limits:
    """Counts events in a window and refuses the excess; slows guessing down."""

    def __init__(self, redis: Redis) -> None:
        """Register the scripts; nothing is sent yet."""
        self._redis = redis
        self._script = redis.register_script(_HIT)
        self._attempt = redis.register_script(_ATTEMPT)

    async def hit(self, what: str, who: str, most: int, window: timedelta, cost: int = 1) -> None:
        """Count one ``what`` of ``who``, or as many as it costs.

        Raises:
            RateLimited: more than ``most`` in ``window``; says how long to wait.
        """
        wait = await self._script(
            keys=[rate_key(what, who)], args=[most, int(window.total_seconds()), cost]
        )
        if wait:
            raise RateLimited(ErrorCode.RATE_LIMITED, retry_after=int(wait))

    async def attempt(self, what: str, who: str) -> None:
        """Count a guess at a secret of ``who``; after five each next one waits twice as long.

        Raises:
            RateLimited: it came before its time; says how long to wait.
        """
        args = [
            _FREE_ATTEMPTS,
            int(_LONGEST_REST.total_seconds()),
            int(_FORGOTTEN.total_seconds()),
        ]
        wait = await self._attempt(keys=[_guess_key(what, who)], args=args)
        if wait:
            raise RateLimited(ErrorCode.RATE_LIMITED, retry_after=int(wait))

    async def forgive(self, what: str, who: str) -> None:
        """Begin to count anew: the guess was right."""
        await self._redis.delete(_guess_key(what, who))


def _guess_key(what: str, who: str) -> str:
    """Return the counter's name; it may be looked at by many, and names nobody."""
    return rate_key(what, hashlib.sha256(who.encode()).hexdigest()[:32])
