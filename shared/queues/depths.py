"""How many messages lie in each queue and its dead letters, on the broker in use.

On the embedded broker those are counted too that a worker holds; RabbitMQ tells of those that wait.
"""

from typing import cast

import pika
from redis.exceptions import RedisError

from shared.config import Settings, reveal
from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue, dead_letters
from shared.queues.producers import redis_client
from shared.queues.rabbitmq import FAILURES, declare, parameters
from shared.queues.streams import stream_key


class QueueDepths:
    """Counts; safe to make before the broker is there."""

    def __init__(self, settings: Settings) -> None:
        """Remember where they are; nothing is opened yet."""
        self._where = (
            parameters(reveal(settings.broker_url), settings.connect_timeout)
            if settings.broker_is_rabbitmq
            else None
        )
        self._redis = (
            None
            if settings.broker_is_rabbitmq
            else redis_client(reveal(settings.broker_url), settings)
        )

    def read(self) -> dict[str, int]:
        """Return the number of messages by the name of the queue, ``<queue>.dead`` among them.

        Raises:
            BrokerUnavailable: the broker is away.
        """
        names = [name for queue in Queue for name in (str(queue), dead_letters(queue))]
        try:
            if self._redis is not None:
                with self._redis.pipeline(transaction=False) as pipe:
                    for name in names:
                        pipe.xlen(stream_key(name))
                    return dict(zip(names, cast("list[int]", pipe.execute()), strict=True))
            return self._ask_rabbitmq(names)
        except (*FAILURES, RedisError) as error:
            raise BrokerUnavailable(repr(error)) from error

    def _ask_rabbitmq(self, names: list[str]) -> dict[str, int]:
        connection = pika.BlockingConnection(self._where)
        try:
            channel = connection.channel()
            declare(channel)
            return {
                name: int(channel.queue_declare(name, passive=True).method.message_count)
                for name in names
            }
        finally:
            if connection.is_open:
                connection.close()
