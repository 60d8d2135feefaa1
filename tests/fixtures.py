"""What several rooms' tests stand on: a migrated database, clients, settings of the services."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import closing
from typing import Any

import psycopg
import pytest
from psycopg import Connection
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.config import Settings
from shared.storage.migrate import migrate
from tests.brokers import Broker

MakeSettings = Callable[..., Settings]


@pytest.fixture(scope="session")
def database_url(postgres_url: str) -> str:
    """The session's database, brought to the newest schema."""
    migrate(postgres_url)
    return postgres_url


@pytest.fixture
def connection(database_url: str) -> Iterator[Connection[Any]]:
    """An autocommit connection, as workers use them."""
    with psycopg.connect(database_url, autocommit=True) as opened:
        yield opened


@pytest.fixture
def redis(redis_url: str) -> Iterator[Redis]:
    """A blocking client of the live state."""
    client: Redis = Redis.from_url(redis_url, socket_timeout=10)
    yield client
    client.close()


@pytest.fixture
async def async_redis(redis_url: str) -> AsyncIterator[AsyncRedis]:
    """An asyncio client of the live state."""
    client: AsyncRedis = AsyncRedis.from_url(redis_url, socket_timeout=10)
    yield client
    await client.aclose()


@pytest.fixture(scope="session")
def make_settings() -> MakeSettings:
    """Make settings that do not depend on this machine's environment."""

    def make(**values: Any) -> Settings:  # noqa: ANN401
        return Settings(_env_file=None, **values)

    return make


@pytest.fixture
def broker(broker_url: str) -> Iterator[Broker]:
    """Each broker in turn, with empty queues."""
    with closing(Broker(broker_url)) as opened:
        yield opened


@pytest.fixture
def embedded_broker(embedded_broker_url: str) -> Iterator[Broker]:
    """The embedded broker alone, with empty queues."""
    with closing(Broker(embedded_broker_url)) as opened:
        yield opened


@pytest.fixture
def rabbitmq_broker(rabbitmq_url: str) -> Iterator[Broker]:
    """RabbitMQ alone, with empty queues."""
    with closing(Broker(rabbitmq_url)) as opened:
        yield opened
