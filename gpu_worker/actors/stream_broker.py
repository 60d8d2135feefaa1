"""Dramatiq on the embedded Redis, over streams.

Dramatiq's own Redis broker polls an idle queue (150–250 ms to notice a message), leaves what a
dead worker held for minutes, and keeps ids in a live worker's set for ever after a Redis
restart. A stream's consumer group has a blocking read, ownership and leases built in, so this
broker is little more than Dramatiq's interface over ``shared.queues.streams``.
"""

import threading
import time
from collections import deque
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from dramatiq import Broker, Consumer, Message, MessageProxy, Middleware
from dramatiq.errors import ConnectionClosed, DecodeError
from redis import Redis

from shared.observability.logs import get_logger
from shared.queues.delivery import BrokerUnavailable, Delivery
from shared.queues.names import Queue
from shared.queues.streams import LEASE, StreamConsumer, stream_key


class StreamBroker(Broker):
    """Consumes streams; messages are owned by ``name`` and renewed while they are worked on."""

    def __init__(self, redis: Redis, name: str, middleware: list[Middleware]) -> None:
        """Use ``redis``, whose read time-out must be longer than a consumer's wait."""
        super().__init__(middleware=middleware)
        self._redis = redis
        self._name = name
        # What this process owns outlives a consumer: Dramatiq makes a new one after every
        # connection error, while actors go on with the messages of the old one.
        self._owned: dict[str, set[str]] = {}

    def declare_queue(self, queue_name: str) -> None:
        """Make a queue known; the stream itself appears with its first use."""
        if queue_name not in self.queues:
            self.emit_before("declare_queue", queue_name)
            self.queues[queue_name] = True
            self.emit_after("declare_queue", queue_name)

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 1_000) -> Consumer:
        """Return a consumer that holds at most ``prefetch`` messages; ``timeout`` is in ms."""
        stream = StreamConsumer(self._redis, Queue(queue_name), self._name)
        owned = self._owned.setdefault(queue_name, set())
        return _StreamConsumer(stream, owned, prefetch, timedelta(milliseconds=timeout))

    def enqueue(self, message: Message[Any], *, delay: int | None = None) -> Message[Any]:
        """Add a message; delays are not offered, for nothing here is done later.

        Raises:
            ValueError: a delay was asked for.
        """
        if delay is not None:
            raise ValueError("this broker has no delayed messages")
        self._redis.xadd(stream_key(message.queue_name), {"body": message.encode()})
        return message


class _Owned(MessageProxy):
    def __init__(self, message: Message[Any], delivery: Delivery) -> None:
        super().__init__(message)
        self.delivery = delivery


class _StreamConsumer(Consumer):
    def __init__(
        self, stream: StreamConsumer, owned: set[str], prefetch: int, wait: timedelta
    ) -> None:
        self._stream = stream
        self._owned = owned
        self._prefetch = prefetch
        self._wait = wait
        self._buffer: deque[Delivery] = deque()
        self._has_room = threading.Event()
        self._renew_at = 0.0

    def __next__(self) -> MessageProxy | None:
        try:
            self._renew()
            if not self._buffer:
                self._fill()
        except BrokerUnavailable as error:
            raise ConnectionClosed(error) from None  # type: ignore[no-untyped-call]
        return self._decoded(self._buffer.popleft()) if self._buffer else None

    def ack(self, message: MessageProxy) -> None:
        """Forget a message that was processed."""
        self._settle(message, lambda delivery: self._stream.ack([delivery]))

    def nack(self, message: MessageProxy) -> None:
        """Move a message to the dead letters."""
        self._settle(message, lambda delivery: self._stream.bury(delivery, "the actor failed"))

    def requeue(self, messages: Iterable[MessageProxy]) -> None:
        """Give messages back that were not begun."""
        tags = [message.delivery.tag for message in messages if isinstance(message, _Owned)]
        self._give_back(tags)

    def close(self) -> None:
        """Give back what was taken and never handed on."""
        self._give_back([delivery.tag for delivery in self._buffer])
        self._buffer.clear()

    def _fill(self) -> None:
        room = self._prefetch - len(self._owned)
        if room <= 0:
            self._has_room.wait(self._wait.total_seconds())
            self._has_room.clear()
            return
        for delivery in self._stream.take(room, self._wait):
            # A message that we own already was claimed from ourselves: it is being worked on.
            if delivery.tag not in self._owned:
                self._owned.add(delivery.tag)
                self._buffer.append(delivery)

    def _decoded(self, delivery: Delivery) -> MessageProxy | None:
        try:
            return _Owned(Message.decode(delivery.body), delivery)
        except DecodeError:
            get_logger().error("message.undecodable", tag=delivery.tag)
            self._owned.discard(delivery.tag)
            self._stream.bury(delivery, "not a Dramatiq message")
            return None

    def _renew(self) -> None:
        now = time.monotonic()
        if now >= self._renew_at:
            self._stream.renew(self._owned.copy())
            self._renew_at = now + LEASE.total_seconds() / 4

    def _settle(self, message: MessageProxy, settle: Any) -> None:  # noqa: ANN401
        if not isinstance(message, _Owned):
            raise TypeError("a message of another broker")
        try:
            settle(message.delivery)
        except BrokerUnavailable as error:
            raise ConnectionClosed(error) from None  # type: ignore[no-untyped-call]
        self._owned.discard(message.delivery.tag)
        self._has_room.set()

    def _give_back(self, tags: list[str]) -> None:
        self._owned.difference_update(tags)
        try:
            self._stream.give_back(tags)
        except BrokerUnavailable as error:
            # The lease gives them back a few seconds later.
            get_logger().warning("messages.not_given_back", error=str(error))
