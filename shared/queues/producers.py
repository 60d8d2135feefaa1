"""Producers as the rooms use them; ``BROKER_URL`` decides what is behind.

``AsyncProducer`` for handlers, ``Producer`` for workers. Both publish by route, return only
when the broker has the message for certain, and raise ``BrokerUnavailable`` otherwise.
"""

import asyncio
from datetime import timedelta
from typing import Protocol

from redis import BlockingConnectionPool, Redis
from redis.asyncio import BlockingConnectionPool as AsyncBlockingConnectionPool
from redis.asyncio import Redis as AsyncRedis
from redis.asyncio.retry import Retry as AsyncRetry
from redis.backoff import ExponentialWithJitterBackoff
from redis.exceptions import ConnectionError as RedisGone
from redis.exceptions import RedisError
from redis.retry import Retry

from shared.config import Settings, reveal
from shared.contracts.queues import (
    AcceptedMessage,
    AiResult,
    FeedbackRecord,
    PassageBatch,
    PassagesIndexed,
)
from shared.contracts.trials import TrialRequest
from shared.queues.delivery import BrokerUnavailable
from shared.queues.envelope import wrap
from shared.queues.names import ROUTES, Actor, Queue, Route
from shared.queues.rabbitmq import RabbitMQConsumer, RabbitMQPublisher
from shared.queues.rabbitmq_async import AsyncRabbitMQPublisher
from shared.queues.streams import StreamConsumer, stream_key

# Of one process to Redis. A command takes a fraction of a millisecond, so few are enough.
# After a restart of Redis every pooled connection is dead, and each is found out by its next
# command. Everything we send may be sent twice.
_RETRIES = 3
_CONNECTIONS = 64

# All queues of a route, or none.
_PUBLISH = """
for _, key in ipairs(KEYS) do redis.call('XADD', key, '*', 'body', ARGV[1]) end
return 1
"""


class AsyncPublisher(Protocol):
    """Publishes with confirmation."""

    async def publish(self, route: Route, body: bytes) -> None:
        """Return when the broker has the message; raise ``BrokerUnavailable`` otherwise."""

    async def ping(self) -> None:
        """Raise ``BrokerUnavailable`` unless the broker can be reached."""

    async def renew(self) -> None:
        """Use no connection of before any more: it may have died unheard."""

    async def close(self) -> None:
        """Let go of connections."""


class Publisher(Protocol):
    """Publishes with confirmation, blocking."""

    def publish(self, route: Route, body: bytes) -> None:
        """Return when the broker has the message; raise ``BrokerUnavailable`` otherwise."""

    def close(self) -> None:
        """Let go of connections."""


class AsyncStreamPublisher:
    """Publishes to the embedded Redis: one script, all queues of a route or none."""

    def __init__(self, redis: AsyncRedis, confirm_timeout: timedelta) -> None:
        """Use ``redis``, which the caller closes."""
        self._redis = redis
        self._script = redis.register_script(_PUBLISH)
        self._seconds = confirm_timeout.total_seconds()

    async def publish(self, route: Route, body: bytes) -> None:
        """Add the message to the streams of ``route``."""
        keys = [stream_key(queue) for queue in ROUTES[route]]
        try:
            await asyncio.wait_for(self._script(keys=keys, args=[body]), self._seconds)
        except (RedisError, OSError, TimeoutError) as error:
            raise BrokerUnavailable(repr(error)) from error

    async def ping(self) -> None:
        """Raise ``BrokerUnavailable`` unless Redis answers."""
        try:
            await asyncio.wait_for(self._redis.ping(), self._seconds)
        except (RedisError, OSError, TimeoutError) as error:
            raise BrokerUnavailable(repr(error)) from error

    async def renew(self) -> None:
        """Connect anew with the next message."""
        await self._redis.connection_pool.disconnect()

    async def close(self) -> None:
        """Close the client."""
        await self._redis.aclose()


class StreamPublisher:
    """The same, blocking."""

    def __init__(self, redis: Redis) -> None:
        """Use ``redis``, which the caller closes."""
        self._redis = redis
        self._script = redis.register_script(_PUBLISH)

    def publish(self, route: Route, body: bytes) -> None:
        """Add the message to the streams of ``route``."""
        try:
            self._script(keys=[stream_key(queue) for queue in ROUTES[route]], args=[body])
        except RedisError as error:
            raise BrokerUnavailable(repr(error)) from error

    def close(self) -> None:
        """Close the client."""
        self._redis.close()


class AsyncProducer:
    """What handlers send."""

    def __init__(self, publisher: AsyncPublisher) -> None:
        """Send through ``publisher``."""
        self._publisher = publisher

    async def message(self, accepted: AcceptedMessage) -> None:
        """Send a message to be stored and, with a request, to be answered."""
        route = Route.ANSWER if accepted.request else Route.STORE
        await self._publisher.publish(route, wrap(accepted))

    async def feedback(self, feedback: FeedbackRecord) -> None:
        """Send a rating or a read mark to be stored."""
        await self._publisher.publish(Route.STORE, wrap(feedback))

    async def trial(self, request: TrialRequest) -> None:
        """Send what an operator asks the agents."""
        await self._publisher.publish(Route.TRY, wrap(request, Actor.TRY_ANSWER))

    async def ping(self) -> None:
        """Raise ``BrokerUnavailable`` unless the broker can be reached."""
        await self._publisher.ping()

    async def renew(self) -> None:
        """Use no connection of before any more: it may have died unheard."""
        await self._publisher.renew()

    async def close(self) -> None:
        """Let go of connections."""
        await self._publisher.close()


class Producer:
    """What workers send."""

    def __init__(self, publisher: Publisher) -> None:
        """Send through ``publisher``."""
        self._publisher = publisher

    def message(self, accepted: AcceptedMessage) -> None:
        """Send a message to be stored."""
        self._publisher.publish(Route.STORE, wrap(accepted))

    def response(self, response: AiResult | PassagesIndexed) -> None:
        """Send what a GPU worker made."""
        self._publisher.publish(Route.RESPOND, wrap(response))

    def passages(self, batch: PassageBatch) -> None:
        """Send passages to be embedded and indexed."""
        self._publisher.publish(Route.EMBED, wrap(batch, Actor.EMBED_PASSAGES))

    def close(self) -> None:
        """Let go of connections."""
        self._publisher.close()


def redis_client(url: str, settings: Settings, *, blocking: timedelta | None = None) -> Redis:
    """Return a blocking client; ``blocking`` is the longest time a command may wait."""
    wait = (blocking or timedelta()).total_seconds()
    pool = BlockingConnectionPool.from_url(
        url,
        # A connection for each thread that may ask at once, and one more for a consumer.
        max_connections=settings.gpu_worker_threads + 16,
        timeout=settings.connect_timeout.total_seconds(),
        socket_connect_timeout=settings.connect_timeout.total_seconds(),
        socket_timeout=settings.confirm_timeout.total_seconds() + wait,
        health_check_interval=15,
        retry=Retry(ExponentialWithJitterBackoff(base=0.02, cap=0.3), _RETRIES),
    )
    return Redis.from_pool(pool)


def async_redis_client(url: str, settings: Settings) -> AsyncRedis:
    """Return an asyncio client; when all its connections are busy a command waits for one.

    redis-py's ordinary pool refuses the 101st command at once with ``MaxConnectionsError``, so
    that a hundred visitors who come back together would be told that the store is away.
    """
    pool = AsyncBlockingConnectionPool.from_url(
        url,
        max_connections=_CONNECTIONS,
        timeout=settings.connect_timeout.total_seconds(),
        socket_connect_timeout=settings.connect_timeout.total_seconds(),
        socket_timeout=settings.confirm_timeout.total_seconds(),
        health_check_interval=15,
        retry=AsyncRetry(ExponentialWithJitterBackoff(base=0.02, cap=0.3), _RETRIES),
    )
    pool.connection_class = type("Link", (_Link, pool.connection_class), {})
    return AsyncRedis.from_pool(pool)


class _Link:
    """A connection that says of a closed transport what redis-py retries.

    asyncio drops what is written to a connection that has just been lost and tells it later;
    uvloop raises ``RuntimeError`` at once, which redis-py takes for a fault of the program.
    """

    async def send_packed_command(self, *args: object, **options: object) -> None:
        """Send, or raise ``redis.exceptions.ConnectionError``."""
        try:
            await super().send_packed_command(*args, **options)  # type: ignore[misc]
        except RuntimeError as error:
            await self.disconnect(nowait=True)  # type: ignore[attr-defined]
            raise RedisGone("the connection was closed") from error


def build_async_producer(settings: Settings) -> AsyncProducer:
    """Choose the publisher by ``BROKER_URL``."""
    url = reveal(settings.broker_url)
    if settings.broker_is_rabbitmq:
        publisher: AsyncPublisher = AsyncRabbitMQPublisher(
            url, settings.connect_timeout, settings.confirm_timeout
        )
    else:
        publisher = AsyncStreamPublisher(
            async_redis_client(url, settings), settings.confirm_timeout
        )
    return AsyncProducer(publisher)


def build_producer(settings: Settings) -> Producer:
    """Choose the publisher by ``BROKER_URL``."""
    url = reveal(settings.broker_url)
    if settings.broker_is_rabbitmq:
        return Producer(RabbitMQPublisher(url, settings.connect_timeout))
    return Producer(StreamPublisher(redis_client(url, settings)))


def build_consumer(
    settings: Settings, queue: Queue, name: str
) -> RabbitMQConsumer | StreamConsumer:
    """Choose the consumer of ``queue`` by ``BROKER_URL``."""
    url = reveal(settings.broker_url)
    if settings.broker_is_rabbitmq:
        return RabbitMQConsumer(url, queue, settings.connect_timeout)
    redis = redis_client(url, settings, blocking=timedelta(seconds=5))
    return StreamConsumer(redis, queue, name)
