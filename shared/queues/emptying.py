"""Empties the queues of what belongs to a database that is gone; nobody consumes meanwhile.

A request or a result is nobody's any more. A message that waits to be stored is another matter:
it was acknowledged to whoever wrote it, and may be nowhere else. It goes to the dead letters,
where a person sees it and decides; those that were there stay.
"""

from contextlib import closing
from typing import Any, cast

import pika
from pika.adapters.blocking_connection import BlockingChannel
from redis import Redis
from redis.exceptions import RedisError

from shared.config import Settings, reveal
from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue, dead_letters
from shared.queues.producers import redis_client
from shared.queues.rabbitmq import FAILURES, declare, parameters
from shared.queues.streams import GROUP, stream_key

SET_ASIDE = Queue.DB_MESSAGES
_PAGE = 500
_REASON = "left over by the database before"

# One step, so that a message is never in the dead letters and alive, or in neither.
_MOVE = """
local entries = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', ARGV[1])
for _, entry in ipairs(entries) do
    redis.call('XADD', KEYS[2], '*', 'reason', ARGV[3], unpack(entry[2]))
    redis.call('XACK', KEYS[1], ARGV[2], entry[1])
    redis.call('XDEL', KEYS[1], entry[1])
end
return #entries
"""


def empty_queues(settings: Settings) -> dict[Queue, int]:
    """Drop what is in the queues, but move that of ``SET_ASIDE`` to its dead letters.

    Returns the number of messages by queue. Celery's own tasks stay: each names a row at most, and
    looks in the database what is to be done with it.

    Raises:
        BrokerUnavailable: the broker is away; what was not emptied yet is as it was.
    """
    try:
        if not settings.broker_is_rabbitmq:
            with closing(redis_client(reveal(settings.broker_url), settings)) as redis:
                return {queue: _emptied_stream(redis, queue) for queue in Queue}
        where = parameters(reveal(settings.broker_url), settings.connect_timeout)
        connection = pika.BlockingConnection(where)
        try:
            channel = connection.channel()
            declare(channel)
            return {queue: _emptied(channel, queue) for queue in Queue}
        finally:
            if connection.is_open:
                connection.close()
    except (*FAILURES, RedisError) as error:
        raise BrokerUnavailable(repr(error)) from error


def _emptied(channel: BlockingChannel, queue: Queue) -> int:
    if queue is not SET_ASIDE:
        purged: Any = channel.queue_purge(queue)
        return int(purged.method.message_count)
    moved = 0
    while True:
        method, _, _ = channel.basic_get(queue)
        if method is None:
            return moved
        # As a worker refuses it: RabbitMQ notes when it was.
        channel.basic_reject(method.delivery_tag, requeue=False)
        moved += 1


def _emptied_stream(redis: Redis, queue: Queue) -> int:
    key = stream_key(queue)
    if queue is not SET_ASIDE:
        with redis.pipeline() as pipe:
            pipe.xlen(key)
            pipe.delete(key)  # with its group, which every consumer makes anew
            return int(pipe.execute()[0])
    move, moved = redis.register_script(_MOVE), 0
    keys = [key, stream_key(dead_letters(queue))]
    while page := int(cast("int", move(keys=keys, args=[_PAGE, GROUP, _REASON]))):
        moved += page
    return moved
