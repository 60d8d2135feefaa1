"""Queues on the embedded Redis: one stream and one consumer group each.

A stream delivers at once (a blocking read, no polling), keeps what was delivered and not
acknowledged, and lets another consumer claim it when its owner has not been heard of for the
length of a lease. Lists, as Kombu and Dramatiq use them on Redis, do none of that by default;
what it costs them is measured in docs/adr/0003.
"""

import time
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from redis import Redis
from redis.exceptions import RedisError, ResponseError

from shared.queues.delivery import BrokerUnavailable, Delivery
from shared.queues.names import Queue, dead_letters

GROUP = "workers"
LEASE = timedelta(seconds=10)

# One step, so that a message is never in the dead letters and alive, or in neither.
_BURY = """
redis.call('XADD', KEYS[2], '*', 'body', ARGV[3], 'reason', ARGV[4])
redis.call('XACK', KEYS[1], ARGV[1], ARGV[2])
return redis.call('XDEL', KEYS[1], ARGV[2])
"""


def stream_key(name: str) -> str:
    """Name of the stream of a queue."""
    return f"queue:{name}"


class StreamConsumer:
    """A consumer of one queue; see ``BatchConsumer``. Not thread-safe."""

    def __init__(self, redis: Redis, queue: Queue, name: str, lease: timedelta = LEASE) -> None:
        """Consume ``queue`` as ``name``, which must be unique among living consumers."""
        self._redis = redis
        self._key = stream_key(queue)
        self._dead = stream_key(dead_letters(queue))
        self._name = name
        self._lease_ms = int(lease.total_seconds() * 1000)
        self._bury = redis.register_script(_BURY)
        self._ready = False
        self._claim_at = 0.0

    def take(self, most: int, wait: timedelta) -> Sequence[Delivery]:
        """Return messages that others left behind, else new ones, waiting for the first."""
        try:
            self._ensure_group()
            return self._claim(most) or self._read(most, wait)
        except ResponseError as error:
            # The stream was lost with its group; it is made again at the next call.
            self._ready = False
            raise BrokerUnavailable(str(error)) from error
        except RedisError as error:
            raise BrokerUnavailable(str(error)) from error

    def renew(self, tags: Iterable[str]) -> None:
        """Say that messages are still being worked on; before the lease is over."""
        ids: list[int | bytes | str | memoryview] = list(tags)
        if ids:
            self._guarded(
                lambda: self._redis.xclaim(self._key, GROUP, self._name, 0, ids, justid=True)
            )

    def ack(self, deliveries: Sequence[Delivery]) -> None:
        """Forget messages that are done with."""
        self.ack_tags([delivery.tag for delivery in deliveries])

    def ack_tags(self, tags: Sequence[str]) -> None:
        """Forget messages by their tags."""
        if not tags:
            return

        def send() -> None:
            with self._redis.pipeline() as pipe:
                pipe.xack(self._key, GROUP, *tags)
                pipe.xdel(self._key, *tags)
                pipe.execute()

        self._guarded(send)

    def keep(self, deliveries: Sequence[Delivery]) -> None:
        """Say that messages are still being worked on."""
        self.renew([delivery.tag for delivery in deliveries])

    def bury(self, delivery: Delivery, reason: str) -> None:
        """Move a message to the dead letters."""
        self._guarded(
            lambda: self._bury(
                keys=[self._key, self._dead], args=[GROUP, delivery.tag, delivery.body, reason]
            )
        )

    def give_back(self, tags: Iterable[str]) -> None:
        """Let another consumer have messages at once instead of after the lease."""
        ids: list[int | bytes | str | memoryview] = list(tags)
        if ids:
            self._guarded(
                lambda: self._redis.xclaim(
                    self._key, GROUP, "given-back", 0, ids, idle=self._lease_ms, justid=True
                )
            )

    def close(self) -> None:
        """Nothing to do: the client belongs to the caller."""

    def _ensure_group(self) -> None:
        if self._ready:
            return
        try:
            self._redis.xgroup_create(self._key, GROUP, id="0", mkstream=True)
        except ResponseError as error:
            if "BUSYGROUP" not in str(error):
                raise
        self._ready = True

    def _claim(self, most: int) -> list[Delivery]:
        if time.monotonic() < self._claim_at:
            return []
        reply: Any = self._redis.xautoclaim(
            self._key, GROUP, self._name, self._lease_ms, count=most
        )
        claimed = _deliveries(reply[1] or [])
        if not claimed:  # else there may be more of them
            self._claim_at = time.monotonic() + self._lease_ms / 4000
        return claimed

    def _read(self, most: int, wait: timedelta) -> list[Delivery]:
        reply: Any = self._redis.xreadgroup(
                GROUP, self._name, {self._key: ">"}, count=most,
                block=max(1, int(wait.total_seconds() * 1000)),
        )  # fmt: skip
        if not reply:
            return []
        entries = reply[0][1] if isinstance(reply, list) else next(iter(reply.values()))
        return _deliveries(entries)

    def _guarded(self, call: Any) -> None:  # noqa: ANN401
        try:
            call()
        except RedisError as error:
            raise BrokerUnavailable(str(error)) from error


def _deliveries(entries: Iterable[Any]) -> list[Delivery]:
    return [
        Delivery(entry_id.decode(), fields[b"body"])
        for entry_id, fields in entries
        if fields and b"body" in fields
    ]
