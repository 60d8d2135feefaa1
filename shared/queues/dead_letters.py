"""Dead letters that are about somebody who is to be forgotten are removed; the others stay.

A message is about a conversation when its id stands in the body: that of a contract we can read
as well as that of one we cannot.
"""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

import pika
from redis import Redis
from redis.exceptions import RedisError

from shared.config import Settings, reveal
from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue, dead_letters
from shared.queues.producers import redis_client
from shared.queues.rabbitmq import FAILURES, declare, parameters
from shared.queues.streams import stream_key

_PAGE = 500


class DeadLetters:
    """The dead letters of every queue, on the broker that ``BROKER_URL`` names."""

    def __init__(self, settings: Settings) -> None:
        """Remember where they are; nothing is opened yet."""
        self._url = reveal(settings.broker_url)
        self._timeout = settings.connect_timeout
        self._redis = None if settings.broker_is_rabbitmq else redis_client(self._url, settings)

    def remove(self, conversations: Collection[UUID]) -> int:
        """Remove what is about ``conversations``; returns how many letters that were.

        Raises:
            BrokerUnavailable: some may be left; remove them again.
        """
        marks = [str(one).encode() for one in conversations]
        if not marks:
            return 0
        try:
            if self._redis is None:
                return _from_rabbitmq(self._url, self._timeout, marks)
            return sum(_from_stream(self._redis, queue, marks) for queue in Queue)
        except (*FAILURES, RedisError) as error:
            raise BrokerUnavailable(repr(error)) from error


def _from_stream(redis: Redis, queue: Queue, marks: Collection[bytes]) -> int:
    key, last, removed = stream_key(dead_letters(queue)), "-", 0
    while True:
        entries: Any = redis.xrange(key, min=last, count=_PAGE)
        about = [entry for entry, fields in entries if _is_about(fields.get(b"body", b""), marks)]
        if about:
            removed += int(redis.xdel(key, *about))
        if len(entries) < _PAGE:
            return removed
        last = f"({entries[-1][0].decode()}"


def _from_rabbitmq(url: str, timeout: timedelta, marks: Collection[bytes]) -> int:
    """Take each letter once; one that stays is put back at the end before it is let go of.

    Put back by ``nack``, it would count as delivered, and a quorum queue drops what was delivered
    too often.
    """
    removed = 0
    connection = pika.BlockingConnection(parameters(url, timeout))
    try:
        channel = connection.channel()
        channel.confirm_delivery()
        declare(channel)
        for queue in Queue:
            name = dead_letters(queue)
            for _ in range(channel.queue_declare(name, passive=True).method.message_count):
                method, properties, body = channel.basic_get(name)
                if method is None:
                    break
                if _is_about(bytes(body), marks):
                    removed += 1
                else:
                    channel.basic_publish("", name, body, properties, mandatory=True)
                channel.basic_ack(method.delivery_tag)
    finally:
        if connection.is_open:
            connection.close()
    return removed


def _is_about(body: bytes, marks: Collection[bytes]) -> bool:
    return any(mark in body for mark in marks)
