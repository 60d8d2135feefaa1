"""A gateway before a platform that counts what it is asked; databases for backups."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from psycopg import sql
from redis import Redis

from ops.embedded.errors import EmbeddedError
from ops.tests.asking import BANK_KEY, SHOP, SHOP_KEY, TABLE_KEY, WILD_KEY
from ops.tests.fake_platform import SECRET, FakePlatform
from ops.tests.gateway import Gateway
from shared.config import Settings
from shared.storage.migrate import migrate
from tests.fixtures import MakeSettings
from tests.services import service_missing

Start = Callable[..., Gateway]
MakeDatabase = Callable[..., str]
Into = Callable[..., Settings]


@pytest.fixture
def platform() -> Iterator[FakePlatform]:
    """A platform with four sites."""
    sites = {
        SHOP_KEY: [SHOP],
        BANK_KEY: ["https://bank.example.com:8443"],
        WILD_KEY: ["https://*.wild.example.org"],
        TABLE_KEY: ["https://example.com", "http://127.0.0.1:8080"],
    }
    with closing(FakePlatform(sites)) as opened:
        yield opened


@pytest.fixture
def start(services_folder: Path, platform: FakePlatform) -> Iterator[Start]:
    """Start a gateway before the platform, with settings of the plugin."""
    with ExitStack() as stack:

        def started(**settings: Any) -> Gateway:  # noqa: ANN401
            folder = services_folder / f"gateway-{secrets.token_hex(4)}"
            try:
                gateway = Gateway(folder, platform.address, SECRET, settings)
            except EmbeddedError as error:
                service_missing(error)
            return stack.enter_context(closing(gateway))

        yield started


@pytest.fixture(scope="module")
def make_database(postgres_url: str) -> Iterator[MakeDatabase]:
    """Make databases of the tests' own, empty or copies of another; they end with the server."""
    with psycopg.connect(postgres_url, autocommit=True) as server:

        def make(like: str = "template0") -> str:
            name, model = f"backup_{secrets.token_hex(6)}", urlsplit(like).path.removeprefix("/")
            query = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
            server.execute(query.format(sql.Identifier(name), sql.Identifier(model)))
            return urlunsplit(urlsplit(postgres_url)._replace(path=f"/{name}"))

        yield make


@pytest.fixture(scope="module")
def migrated(make_database: MakeDatabase) -> str:
    """A database with our schema and nothing in it; not to be written to."""
    url = make_database()
    migrate(url)
    return url


@pytest.fixture
def live(redis_url: str) -> str:
    """A Redis that knows no conversation (other tests have theirs in another database)."""
    url = urlunsplit(urlsplit(redis_url)._replace(path="/7"))
    with Redis.from_url(url) as redis:
        redis.flushdb()
    return url


@pytest.fixture
def into(live: str, redis_url: str, make_settings: MakeSettings) -> Into:
    """Settings of an installation on a database, whose other stores are empty."""
    broker = urlunsplit(urlsplit(redis_url)._replace(path="/8"))
    with Redis.from_url(broker) as redis:
        redis.flushdb()

    def make(database_url: str, **others: Any) -> Settings:  # noqa: ANN401
        values = {"broker_url": broker, "redis_url": live, "database_url": database_url}
        return make_settings(**values | others)

    return make
