"""Dead letters: looked at, sent again, dropped; and removed where they are about somebody.

A letter is in the dead letters until what is to become of it is certain: what is sent again leaves
them after the broker has confirmed it, or in the same step. So nothing is lost, whenever the
process dies, and at worst a message comes twice, which every consumer bears.

On RabbitMQ a letter can only be looked at by taking it. One that stays is put back at the end
before it is let go of: put back by ``nack`` it would count as delivered, and a quorum queue drops
what was delivered too often. Two who did so at once would share the letters between them, and each
would miss what the other has in hand: so a queue of that connection alone, which RabbitMQ lets
nobody else have, says who is at it, and ends with the connection.
"""

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.exceptions import ChannelClosedByBroker
from redis import Redis
from redis.exceptions import RedisError

from shared.config import Settings, reveal
from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue, dead_letters, held_letters
from shared.queues.producers import redis_client
from shared.queues.rabbitmq import FAILURES, PERSISTENT, declare, parameters
from shared.queues.streams import stream_key

_PAGE = 500
_RESOURCE_LOCKED = 405
# One step, so that a message is never in both or in neither.
_REPLAY = """
if redis.call('XDEL', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('XADD', KEYS[2], '*', 'body', ARGV[2])
return 1
"""


class Fate(StrEnum):
    """What becomes of a letter."""

    STAY = "stay"
    REPLAY = "replay"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Letter:
    """A message that could not be processed; ``reason`` is the consumer's or RabbitMQ's."""

    queue: Queue
    body: bytes
    reason: str
    at: datetime | None

    @property
    def id(self) -> str:
        """What it is called: follows from the body, the same on each broker and at each look."""
        return hashlib.sha256(self.body).hexdigest()[:12]


Decide = Callable[[Letter], Fate]


class LettersHeld(BrokerUnavailable):
    """Somebody else goes through these letters; go through them again."""


class DeadLetters:
    """The dead letters of every queue, on the broker that ``BROKER_URL`` names."""

    def __init__(self, settings: Settings) -> None:
        """Remember where they are; nothing is opened yet."""
        self._url = reveal(settings.broker_url)
        self._timeout = settings.connect_timeout
        self._redis = None if settings.broker_is_rabbitmq else redis_client(self._url, settings)

    def remove(self, conversations: Collection[UUID]) -> int:
        """Remove what is about ``conversations``; returns how many letters that were.

        A message is about one when its id stands in the body, readable or not.

        Raises:
            BrokerUnavailable: some may be left, in somebody else's hands too; remove them again.
        """
        marks = [str(one).encode() for one in conversations]

        def decide(letter: Letter) -> Fate:
            return Fate.DROP if any(mark in letter.body for mark in marks) else Fate.STAY

        if not marks:
            return 0
        return sum(self.go_through(queue, decide) for queue in Queue)

    def go_through(self, queue: Queue, decide: Decide) -> int:
        """Show each letter that is there now to ``decide``, and do as it says.

        Always all of them: on RabbitMQ they have turned once then, and lie as before. Those that
        come meanwhile are not shown. Returns how many are gone: sent again or dropped.

        Raises:
            LettersHeld: somebody else goes through them; nothing was shown.
            BrokerUnavailable: the broker is away; what was not decided yet is as it was.
        """
        try:
            if self._redis is None:
                return _through_rabbitmq(self._url, self._timeout, queue, decide)
            return _through_stream(self._redis, queue, decide)
        except (*FAILURES, RedisError) as error:
            raise BrokerUnavailable(repr(error)) from error


def _through_stream(redis: Redis, queue: Queue, decide: Decide) -> int:
    key, gone = stream_key(dead_letters(queue)), 0
    replay = redis.register_script(_REPLAY)
    newest: Any = redis.xrevrange(key, count=1)
    if not newest:
        return 0
    low, high = "-", newest[0][0]
    while True:
        entries: Any = redis.xrange(key, min=low, max=high, count=_PAGE)
        for entry, fields in entries:
            fate = decide(_letter_of_stream(queue, entry, fields))
            if fate is Fate.DROP:
                gone += int(redis.xdel(key, entry))
            elif fate is Fate.REPLAY:
                body = fields.get(b"body", b"")
                gone += int(replay(keys=[key, stream_key(queue)], args=[entry, body]))
        if len(entries) < _PAGE:
            return gone
        low = f"({entries[-1][0].decode()}"


def _letter_of_stream(queue: Queue, entry: bytes, fields: dict[bytes, bytes]) -> Letter:
    milliseconds = int(entry.split(b"-")[0])
    return Letter(
        queue,
        fields.get(b"body", b""),
        fields.get(b"reason", b"").decode(errors="replace"),
        datetime.fromtimestamp(milliseconds / 1_000, UTC),
    )


def _through_rabbitmq(url: str, timeout: timedelta, queue: Queue, decide: Decide) -> int:
    gone = 0
    connection = pika.BlockingConnection(parameters(url, timeout))
    try:
        channel = connection.channel()
        channel.confirm_delivery()
        declare(channel)
        _hold(channel, queue)
        name = dead_letters(queue)
        there = int(channel.queue_declare(name, passive=True).method.message_count)
        for _ in range(there):
            method, properties, body = channel.basic_get(name)
            if method is None:
                break
            fate = decide(_letter_of_rabbitmq(queue, properties, bytes(body)))
            _publish(channel, fate, queue, bytes(body), properties)
            channel.basic_ack(method.delivery_tag)
            gone += fate is not Fate.STAY
    finally:
        if connection.is_open:
            connection.close()
    return gone


def _hold(channel: BlockingChannel, queue: Queue) -> None:
    try:
        # Of the connection that takes the letters: RabbitMQ lets go of both together.
        channel.queue_declare(
            held_letters(queue), exclusive=True, arguments={"x-queue-type": "classic"}
        )
    except ChannelClosedByBroker as error:
        if error.reply_code != _RESOURCE_LOCKED:
            raise
        raise LettersHeld(f"somebody else goes through the dead letters of {queue}") from error


def _publish(
    channel: BlockingChannel,
    fate: Fate,
    queue: Queue,
    body: bytes,
    properties: pika.BasicProperties,
) -> None:
    """Return when the broker has the message where it goes; nowhere, if it is dropped."""
    if fate is Fate.REPLAY:
        # Without the headers of its death: its deliveries are counted anew.
        channel.basic_publish("", queue, body, PERSISTENT, mandatory=True)
    elif fate is Fate.STAY:
        channel.basic_publish("", dead_letters(queue), body, properties, mandatory=True)


def _letter_of_rabbitmq(queue: Queue, properties: pika.BasicProperties, body: bytes) -> Letter:
    deaths = (properties.headers or {}).get("x-death") or [{}]
    death = deaths[0] if isinstance(deaths[0], dict) else {}
    at = death.get("time")
    return Letter(
        queue,
        body,
        str(death.get("reason", "")),
        at.replace(tzinfo=UTC) if isinstance(at, datetime) else None,
    )
