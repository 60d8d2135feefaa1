"""Looking into a broker's queues, whichever broker it is: what waits and what is dead."""

from contextlib import ExitStack, closing
from datetime import timedelta
from typing import Any, cast

import pika
from redis import Redis

from shared.config import Settings
from shared.queues.names import Queue, dead_letters
from shared.queues.producers import (
    AsyncProducer,
    Producer,
    build_async_producer,
    build_consumer,
    build_producer,
)
from shared.queues.rabbitmq import RabbitMQConsumer, declare, parameters
from shared.queues.streams import GROUP, StreamConsumer, stream_key

LEASE = timedelta(seconds=0.7)
"""Of consumers made here on streams; the real one is ten seconds."""


class Broker:
    """One broker with its queues emptied."""

    def __init__(self, url: str, *, empty: bool = True) -> None:
        self.url = url
        self.settings = self.unchecked(url)
        self.is_rabbitmq = self.settings.broker_is_rabbitmq
        self._opened = ExitStack()
        if empty:
            self.empty()

    @classmethod
    def looking_at(cls, url: str) -> "Broker":
        """Leave the queues as they are."""
        return cls(url, empty=False)

    @staticmethod
    def unchecked(url: str) -> Settings:
        """Settings with this broker, be it there or not."""
        return Settings(_env_file=None, broker_url=url)

    def producer(self) -> Producer:
        """As workers send."""
        producer = build_producer(self.settings)
        self._opened.callback(producer.close)
        return producer

    def async_producer(self) -> AsyncProducer:
        """As handlers send."""
        return build_async_producer(self.settings)

    def consumer(self, queue: Queue, name: str = "first") -> RabbitMQConsumer | StreamConsumer:
        """As workers receive, with a lease that a test can wait for."""
        if self.is_rabbitmq:
            consumer = build_consumer(self.settings, queue, name)
            self._opened.callback(consumer.close)
            return consumer
        redis = self._opened.enter_context(closing(self._redis()))
        return StreamConsumer(redis, queue, name, LEASE)

    def close(self) -> None:
        """Close what the test opened."""
        self._opened.close()

    def empty(self) -> None:
        """Forget everything in every queue."""
        if self.is_rabbitmq:
            with self._connection() as connection:
                channel = connection.channel()
                declare(channel)
                for queue in Queue:
                    channel.queue_purge(queue)
                    channel.queue_purge(dead_letters(queue))
            return
        with closing(self._redis()) as redis:
            for queue in Queue:
                redis.delete(stream_key(queue), stream_key(dead_letters(queue)))

    def depth(self, name: str) -> int:
        """How many messages are in a queue, on their way to a worker or not."""
        if self.is_rabbitmq:
            with self._connection() as connection:
                declared = connection.channel().queue_declare(name, durable=True, passive=True)
                return int(declared.method.message_count)
        with closing(self._redis()) as redis:
            return int(redis.xlen(stream_key(name)))

    def dead(self, queue: Queue) -> list[bytes]:
        """Bodies of the dead letters of a queue; they stay there."""
        if self.is_rabbitmq:
            bodies: list[bytes] = []
            with self._connection() as connection:
                channel = connection.channel()
                while True:
                    method, _, body = channel.basic_get(dead_letters(queue))
                    if method is None:
                        return bodies
                    bodies.append(bytes(body))
        with closing(self._redis()) as redis:
            entries = cast("list[Any]", redis.xrange(stream_key(dead_letters(queue))))
            return [fields[b"body"] for _, fields in entries]

    def pending(self, queue: Queue) -> int:
        """How many messages of a stream were delivered and not acknowledged."""
        with closing(self._redis()) as redis:
            return int(cast("Any", redis.xpending(stream_key(queue), GROUP))["pending"])

    def _redis(self) -> Redis:
        client: Redis = Redis.from_url(self.url, socket_timeout=15)
        return client

    def _connection(self) -> Any:  # noqa: ANN401 (pika is untyped)
        return pika.BlockingConnection(parameters(self.url, timedelta(seconds=10)))
