"""Whether anybody takes messages of ours: gpu_workers are known to the broker alone."""

from contextlib import closing
from typing import Any

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import ChannelClosedByBroker
from redis import Redis
from redis.exceptions import RedisError, ResponseError

from shared.config import Settings, reveal
from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue
from shared.queues.producers import redis_client
from shared.queues.rabbitmq import FAILURES, parameters
from shared.queues.streams import GROUP, LEASE, stream_key

_NOT_FOUND = 404
_WAITS = frozenset({"xreadgroup", "xautoclaim"})
_SILENT_MS = LEASE.total_seconds() * 1_000 / 2
_BLOCKED = "b"
# Between two of these commands no consumer rests so long; Redis tells the last one for ever.
_RESTS = 2


def count_consumers(settings: Settings) -> int:
    """Return how many take from our queues now; 0 alone is exact.

    A stream knows who was given something, and when they last let it hear of them: whoever works
    on it does so several times a lease. Whoever waits for the first message is known by the
    command that its connection waits with.

    Raises:
        BrokerUnavailable: the broker is away, or lets us not look.
    """
    try:
        if not settings.broker_is_rabbitmq:
            with closing(redis_client(reveal(settings.broker_url), settings)) as redis:
                return _waiting(redis) + sum(_working(redis, queue) for queue in Queue)
        where = parameters(reveal(settings.broker_url), settings.connect_timeout)
        connection = pika.BlockingConnection(where)
        try:
            return sum(_of_queue(connection.channel(), queue) for queue in Queue)
        finally:
            if connection.is_open:
                connection.close()
    except (*FAILURES, RedisError) as error:
        raise BrokerUnavailable(repr(error)) from error


def _of_queue(channel: BlockingChannel, queue: Queue) -> int:
    try:
        there: Any = channel.queue_declare(queue, passive=True)
    except ChannelClosedByBroker as error:
        if error.reply_code != _NOT_FOUND:
            raise
        return 0
    return int(there.method.consumer_count)


def _waiting(redis: Redis) -> int:
    ours = str(redis.get_connection_kwargs().get("db") or 0)
    others: Any = redis.client_list()
    return sum(one["db"] == ours and one["cmd"] in _WAITS and _takes(one) for one in others)


def _takes(connection: dict[str, str]) -> bool:
    return _BLOCKED in connection["flags"] or int(connection["idle"]) < _RESTS


def _working(redis: Redis, queue: Queue) -> int:
    try:
        known: Any = redis.xinfo_consumers(stream_key(queue), GROUP)
    except ResponseError:  # there is no such stream, or nobody ever read it
        return 0
    return sum(one["idle"] < _SILENT_MS for one in known)
