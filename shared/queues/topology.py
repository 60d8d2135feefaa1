"""What of our queues is on the broker, as it is; nothing is made there, nothing is taken.

On the embedded broker those messages are counted too that a worker holds; RabbitMQ tells of those
that wait.
"""

from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import ChannelClosedByBroker
from redis.exceptions import RedisError

from shared.config import Settings, reveal
from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue, dead_letters
from shared.queues.producers import redis_client
from shared.queues.rabbitmq import FAILURES, arguments_of, parameters
from shared.queues.streams import stream_key

_NOT_FOUND, _PRECONDITION_FAILED = 404, 406


@dataclass(frozen=True, slots=True)
class QueueState:
    """A queue or its dead letters; ``messages`` None: it is not there yet.

    ``as_declared`` is false of one that somebody has made with other arguments than ours: RabbitMQ
    then refuses every process that comes.
    """

    name: str
    messages: int | None
    as_declared: bool = True

    @property
    def is_dead(self) -> bool:
        """Whether it is one for dead letters."""
        return self.name not in set(Queue)


def look(settings: Settings) -> list[QueueState]:
    """Return each queue, followed by its dead letters.

    Raises:
        BrokerUnavailable: the broker is away.
    """
    names = [name for queue in Queue for name in (str(queue), dead_letters(queue))]
    try:
        if not settings.broker_is_rabbitmq:
            with closing(redis_client(reveal(settings.broker_url), settings)) as redis:
                return [QueueState(name, redis.xlen(stream_key(name))) for name in names]
        where = parameters(reveal(settings.broker_url), settings.connect_timeout)
        connection = pika.BlockingConnection(where)
        try:
            channel = connection.channel()
            states = []
            for name in names:
                # A refusal closes the channel.
                channel = channel if channel.is_open else connection.channel()
                states.append(_declared(channel, name))
            return states
        finally:
            if connection.is_open:
                connection.close()
    except (*FAILURES, RedisError) as error:
        raise BrokerUnavailable(repr(error)) from error


def depths(settings: Settings) -> dict[str, int]:
    """Return the number of messages by the name of the queue, ``<queue>.dead`` among them.

    Raises:
        BrokerUnavailable: the broker is away.
    """
    return {state.name: state.messages or 0 for state in look(settings)}


def _declared(channel: BlockingChannel, name: str) -> QueueState:
    """Ask for a queue by name, and then whether it is the one that we would declare."""
    messages: int | None = None
    try:
        passive: Any = channel.queue_declare(name, passive=True)
        messages = int(passive.method.message_count)
        # It is there, so that declaring it makes nothing and compares the arguments.
        channel.queue_declare(name, durable=True, arguments=arguments_of(name))
    except ChannelClosedByBroker as error:
        if error.reply_code == _PRECONDITION_FAILED:
            return QueueState(name, messages, as_declared=False)
        if error.reply_code != _NOT_FOUND:
            raise
    return QueueState(name, messages)
