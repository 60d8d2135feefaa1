"""Messages that everybody was told and that PostgreSQL may not know yet.

``transition.lua`` and ``stop.lua`` put one here in the very step that tells it; whoever moved the
floor takes it out once the broker has confirmed the record. What is left a little later (the
broker was away, or the process died in between) the watcher stores without the broker.
"""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from redis import Redis

from shared.contracts.queues import MessageRecord
from shared.contracts.wire import Message
from shared.domain.words import CloseReason, HandoffReason
from shared.storage.keys import UNSTORABLE_KEY, UNSTORED_KEY
from shared.storage.state import EmptyAsNone, LiveState

_REVIVE = """
local entry = redis.call('HGET', KEYS[1], ARGV[1])
if not entry then return 0 end
redis.call('HSET', KEYS[2], ARGV[1], entry)
return redis.call('HDEL', KEYS[1], ARGV[1])
"""


class _Told(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    message: Message


class Beside(BaseModel):
    """What PostgreSQL keeps of a message and nobody is shown."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    handoff_reason: HandoffReason | None = None
    close_reason: CloseReason | None = None
    close_comment: str | None = None
    operator_id: UUID | None = None


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True)

    data: _Told
    beside: Beside = Beside()
    in_reply_to: Annotated[UUID | None, EmptyAsNone]
    state: LiveState


def read_entry(entry: bytes) -> MessageRecord:
    """Return the record that an entry stands for.

    Raises:
        ValidationError: it is none that this version can read.
    """
    read = _Entry.model_validate_json(entry)
    return MessageRecord(
        site_id=read.state.site,
        message=read.data.message,
        in_reply_to=read.in_reply_to,
        state=read.state.mirror(),
        **read.beside.model_dump(),
    )


class Unstored:
    """The messages that are owed to PostgreSQL (blocking client)."""

    def __init__(self, redis: Redis) -> None:
        """Look through ``redis``; nothing is sent yet."""
        self._redis = redis

    def entries(self) -> dict[bytes, bytes]:
        """Return all of them by message id; see ``read_entry``."""
        return dict(self._redis.hscan_iter(UNSTORED_KEY, count=500))

    def count_buried(self) -> int:
        """Return how many there are that PostgreSQL can never take."""
        return int(self._redis.hlen(UNSTORABLE_KEY))

    def settle(self, message_id: UUID | bytes) -> None:
        """Forget a message: it is stored."""
        self._redis.hdel(UNSTORED_KEY, _field(message_id))

    def bury(self, message_id: bytes, entry: bytes) -> None:
        """Put a message aside that can never be stored."""
        with self._redis.pipeline() as pipe:
            pipe.hset(UNSTORABLE_KEY, message_id, entry)
            pipe.hdel(UNSTORED_KEY, message_id)
            pipe.execute()

    def buried(self) -> dict[bytes, bytes]:
        """Return those that PostgreSQL has refused, by message id."""
        return dict(self._redis.hscan_iter(UNSTORABLE_KEY, count=500))

    def revive(self, message_id: bytes) -> bool:
        """Have a buried message stored once more, in one step; false when it is not there."""
        script = self._redis.register_script(_REVIVE)
        return bool(script(keys=[UNSTORABLE_KEY, UNSTORED_KEY], args=[message_id]))

    def drop(self, message_id: bytes) -> bool:
        """Forget a buried message; false when it is not there."""
        return bool(self._redis.hdel(UNSTORABLE_KEY, message_id))


def _field(message_id: UUID | bytes) -> bytes:
    return message_id if isinstance(message_id, bytes) else str(message_id).encode()
