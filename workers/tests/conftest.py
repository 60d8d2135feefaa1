"""What the workers' services need."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.queues.dead_letters import DeadLetters
from shared.storage.traces import Traces
from shared.tests.rows import new_conversation, new_site
from shared.tests.talk import Talk
from tests.fixtures import MakeSettings
from workers.services.database import Database
from workers.services.privacy import PrivacyService
from workers.services.webhooks import WebhookService
from workers.tests.desk import Desk, Make
from workers.tests.receiver import Receiver, receiving
from workers.tests.shell import Shell
from workers.tests.stage import Stage
from workers.web.post import Poster, address_book


@pytest.fixture
def database(make_settings: MakeSettings, database_url: str) -> Iterator[Database]:
    """The workers' way to PostgreSQL."""
    opened = Database(make_settings(database_url=database_url))
    yield opened
    opened.drop()


@pytest.fixture
async def stage(connection: Connection[Any], async_redis: AsyncRedis, redis: Redis) -> Stage:
    """A conversation that has just begun."""
    site_id = new_site(connection)
    conversation_id = new_conversation(connection, site_id)
    talk = Talk(async_redis, redis, id=str(conversation_id), site=str(site_id))
    return Stage(connection, await talk.begin())


@pytest.fixture
def make(make_settings: MakeSettings, database_url: str, redis: Redis) -> Iterator[Make]:
    """Make assigners."""
    made = Make(make_settings(database_url=database_url), redis)
    yield made
    made.close()


@pytest.fixture
def desk(connection: Connection[Any], stage: Stage) -> Desk:
    """A site that assigns by itself."""
    return Desk(connection, stage.talk)


@pytest.fixture
def privacy(
    database: Database, make_settings: MakeSettings, redis: Redis, embedded_broker_url: str
) -> Iterator[PrivacyService]:
    """Who exports and erases."""
    letters = DeadLetters(make_settings(broker_url=embedded_broker_url))
    yield PrivacyService(database, Traces(redis), letters)
    database.drop()


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """Where webhooks lead."""
    with receiving() as opened:
        yield opened


@pytest.fixture
def webhooks(database: Database, make_settings: MakeSettings) -> Iterator[WebhookService]:
    """What delivers to them; its settings allow this machine."""
    settings = make_settings(webhook_networks="127.0.0.0/8")
    yield WebhookService(database, Poster(address_book(settings), seconds=1.0))
    database.drop()


@pytest.fixture
def bare_shell(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Shell:
    """A shell without any setting."""
    return Shell(monkeypatch, capsys, tmp_path, {})


@pytest.fixture
def shell(bare_shell: Shell, database_url: str, redis_url: str, embedded_broker_url: str) -> Shell:
    """A shell that knows PostgreSQL, Redis and the embedded broker."""
    bare_shell.set(DATABASE_URL=database_url, REDIS_URL=redis_url, BROKER_URL=embedded_broker_url)
    return bare_shell
