"""Trials in Redis: how many are under way, and what became of each.

A trial is pending from the moment it is let in until its worker has told its end or its time is
over. So few are let in at once that they never fill a worker, however many are asked for: a
visitor's turn does not wait behind them.
"""

from datetime import timedelta
from uuid import UUID

from pydantic import ValidationError
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.contracts.trials import TrialCompleted, TrialRecord
from shared.observability.logs import get_logger
from shared.realtime.events import Fact
from shared.storage.keys import TRIALS_KEY, conversation_key, operator_channel, trial_key

_KEEP = timedelta(hours=1)

# Members are `operator:trial`, scores the moment when nobody waits any more.
_BEGIN = """
local now = redis.call('TIME')
local ms = now[1] * 1000 + math.floor(now[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', ms)
local all, mine = redis.call('ZRANGE', KEYS[1], 0, -1), 0
for _, member in ipairs(all) do
  if string.sub(member, 1, #ARGV[1]) == ARGV[1] then mine = mine + 1 end
end
if #all >= tonumber(ARGV[3]) or mine >= tonumber(ARGV[4]) then return 0 end
-- With a conversation: it holds a visitor's words, and goes when that is erased (erase.lua).
if KEYS[3] then
  if redis.call('EXISTS', KEYS[3] .. ':erased') == 1 then return 0 end
  redis.call('SADD', KEYS[3] .. ':trials', ARGV[2])
  redis.call('PEXPIRE', KEYS[3] .. ':trials', ARGV[7])
end
redis.call('ZADD', KEYS[1], ms + ARGV[5], ARGV[1] .. ':' .. ARGV[2])
redis.call('SET', KEYS[2], ARGV[6], 'PX', ARGV[7])
return 1
"""
# Told once: a trial that was delivered twice finds its end already kept.
_END = """
redis.call('ZREM', KEYS[1], ARGV[1])
local kept = redis.call('GET', KEYS[2])
if not kept or cjson.decode(kept)['state'] ~= 'pending' then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('PUBLISH', ARGV[4], ARGV[5])
return 1
"""


class Trials:
    """Trials as handlers see them."""

    def __init__(self, redis: AsyncRedis) -> None:
        """Register the script; nothing is sent yet."""
        self._redis = redis
        self._begin = redis.register_script(_BEGIN)

    async def begin(
        self, record: TrialRecord, *, most: int, most_of_one: int, wait: timedelta
    ) -> bool:
        """Let a trial in for ``wait``; false while so many are under way, of all or of one.

        False too when the visitor, whose words it has, is being erased.
        """
        keys = [TRIALS_KEY, trial_key(record.trial_id)]
        if record.conversation_id is not None:
            keys.append(conversation_key(record.conversation_id))
        return bool(
            await self._begin(
                keys=keys,
                args=[
                    str(record.operator_id),
                    str(record.trial_id),
                    most,
                    most_of_one,
                    _ms(wait),
                    record.model_dump_json(),
                    _ms(_KEEP),
                ],
            )
        )

    async def withdraw(self, record: TrialRecord) -> None:
        """Forget a trial that never reached the broker, or that nobody will ask for."""
        await self._redis.zrem(TRIALS_KEY, _member(record))
        await self._redis.delete(trial_key(record.trial_id))

    async def get(self, trial_id: UUID) -> TrialRecord | None:
        """Return a trial, if it is still kept and of a version that is read here."""
        return _read(await self._redis.get(trial_key(trial_id)))


class TrialResults:
    """Trials as workers see them (blocking client)."""

    def __init__(self, redis: Redis) -> None:
        """Register the script; nothing is sent yet."""
        self._redis = redis
        self._end = redis.register_script(_END)

    def is_wanted(self, trial_id: UUID) -> bool:
        """Whether the trial is still pending: neither ended, nor withdrawn, nor forgotten."""
        record = _read(self._redis.get(trial_key(trial_id)))
        return record is not None and record.state == "pending"

    def end(self, record: TrialRecord) -> bool:
        """Keep how a trial ended and tell who asked; false when that was done or nobody asks."""
        fact = TrialCompleted(trial_id=record.trial_id, kind=record.kind, state=record.state)
        told = f'{{"event":"{Fact.TRIAL_COMPLETED}","data":{fact.model_dump_json()}}}'
        return bool(
            self._end(
                keys=[TRIALS_KEY, trial_key(record.trial_id)],
                args=[
                    _member(record),
                    record.model_dump_json(),
                    _ms(_KEEP),
                    operator_channel(record.operator_id),
                    told,
                ],
            )
        )


def _member(record: TrialRecord) -> str:
    return f"{record.operator_id}:{record.trial_id}"


def _read(kept: object) -> TrialRecord | None:
    if not isinstance(kept, bytes | str):
        return None
    try:
        return TrialRecord.model_validate_json(kept, extra="ignore")
    except ValidationError as error:
        get_logger().warning("trial.unreadable", errors=error.error_count())
        return None


def _ms(time: timedelta) -> int:
    return int(time.total_seconds() * 1_000)
