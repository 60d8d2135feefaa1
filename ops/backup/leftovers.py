"""What belongs to the database that a restore replaces: in the broker, in Redis and in Chroma.

Each would get on with the database that comes as if it were its own. Messages that wait to be
stored have numbers that the conversation gives again to what is said next; passages that wait to be
indexed, and those that were, count as newer than the restored text; what is live goes on with
numbers that the database has not.
"""

import time
from collections.abc import Callable
from datetime import timedelta
from typing import TypeVar

from redis import Redis
from redis.exceptions import RedisError

from ops.backup.errors import BackupError
from shared.config import Settings, reveal
from shared.queues.consumers import count_consumers
from shared.queues.delivery import BrokerUnavailable
from shared.queues.emptying import empty_queues
from shared.queues.names import Queue, dead_letters
from shared.queues.streams import stream_key
from shared.queues.topology import look
from shared.storage.chroma import VectorStoreDown, drop_our_collections, our_collections
from shared.storage.keys import CONVERSATION_KEYS, UNSTORABLE_KEY
from shared.storage.unstored import Unstored

_Answer = TypeVar("_Answer")

_POLL = 0.2
_CHROMA_TIMEOUT = timedelta(seconds=30)
"""A request: a collection of a hundred thousand passages does not go in a moment."""
_SCAN = 1_000
# Those of the queues are here where Redis is the broker, too, by the same address.
_KEPT = frozenset(
    name.encode()
    for name in (UNSTORABLE_KEY, *(stream_key(dead_letters(queue)) for queue in Queue))
)


def refuse_leftovers(settings: Settings, patience: float, *, force: bool) -> None:
    """Refuse while somebody consumes, and without ``force`` what ``forget`` would forget.

    Finds out, before anything is changed, whether each store answers. Of processes that were just
    stopped the broker may not know yet: it has ``patience`` seconds.

    Raises:
        BackupError: there is something, or a store is away.
    """
    _await_no_consumers(settings, patience)
    waiting = _waiting(settings)
    indexed = _indexed(settings.chroma_url)
    if force:
        return
    with Redis.from_url(reveal(settings.redis_url)) as redis:
        if next(redis.scan_iter(match=CONVERSATION_KEYS, count=_SCAN), None):
            raise BackupError("Redis holds the live state of another database; --force forgets it")
    if waiting:
        raise BackupError(
            f"the broker holds messages of another database ({waiting}); --force drops them, and"
            " puts those that wait to be stored to the dead letters"
        )
    if indexed:
        raise BackupError("Chroma holds the index of another database; --force drops it")


def forget(settings: Settings) -> dict[Queue, int]:
    """Forget all of it, except for dead letters: a person decides on those.

    A message that somebody was told, and that nothing but Redis or the broker knows, becomes one.
    Returns how many messages left each queue.

    Raises:
        BackupError: a store went away meanwhile.
    """
    try:
        left = empty_queues(settings)
        with Redis.from_url(reveal(settings.redis_url)) as redis:
            unstored = Unstored(redis)
            for message_id, entry in unstored.entries().items():
                unstored.bury(message_id, entry)
            goes = [key for key in redis.scan_iter(count=_SCAN) if key not in _KEPT]
            for start in range(0, len(goes), _SCAN):
                redis.unlink(*goes[start : start + _SCAN])
        if settings.chroma_url is not None:
            drop_our_collections(settings.chroma_url, _CHROMA_TIMEOUT)
    except (RedisError, BrokerUnavailable, VectorStoreDown) as error:
        raise BackupError(
            f"the database is restored, broker, Redis and Chroma are not all empty ({error}):"
            " restore again, with --force, before anything is started"
        ) from error
    return left


def count_dead_letters(settings: Settings) -> int:
    """Return how many letters wait for a person, those of the watcher among them."""
    with Redis.from_url(reveal(settings.redis_url)) as redis:
        unstored = Unstored(redis).count_buried()
    states = _answered(lambda: look(settings))
    return unstored + sum(state.messages or 0 for state in states if state.is_dead)


def _await_no_consumers(settings: Settings, patience: float) -> None:
    """Refuse while somebody takes messages: a gpu_worker has no connection to the database."""
    until = time.monotonic() + patience
    while _answered(lambda: count_consumers(settings)):
        if time.monotonic() >= until:
            raise BackupError(
                "somebody consumes what is in the broker: stop handlers and workers, gpu_worker too"
            )
        time.sleep(_POLL)


def _waiting(settings: Settings) -> str:
    """Return what waits, by queue."""
    states = _answered(lambda: look(settings))
    return ", ".join(
        f"{one.name} {one.messages}" for one in states if one.messages and not one.is_dead
    )


def _answered(ask: Callable[[], _Answer]) -> _Answer:
    try:
        return ask()
    except BrokerUnavailable as error:
        raise BackupError(
            f"the broker does not answer ({error}): see that it runs and BROKER_URL is right"
        ) from error


def _indexed(chroma_url: str | None) -> list[str]:
    if chroma_url is None:
        return []
    try:
        return our_collections(chroma_url, _CHROMA_TIMEOUT)
    except VectorStoreDown as error:
        raise BackupError(f"{error}: see that it runs and CHROMA_URL is right") from error
