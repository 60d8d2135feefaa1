"""Two companies share an installation, and nothing of one ever reaches the other.

A thousand random steps by visitors, operators, supervisors, administrators, keys and strangers of
two companies, and by people of both, over every route and every event. Each company has something
of everything, and each text of it is a word that nobody else can know (``marks``). ``steps`` deals
from the API's own description, with identifiers of either company (``pool``); ``world`` puts them
to the real application in this process, over real stores; workers' services run in between
(``errands``). After each step ``guard`` looks at what everybody was sent (bodies, headers, frames
of every socket, webhooks, files), and at every row that was changed, whose it is (``ledger``).

Each run draws a new seed and a failure tells it: ``pytest --hypothesis-seed=N`` walks that way
again. A step is one request, so nothing is shrunk; the last ones stand beside the error.
"""

import asyncio
import secrets
from collections.abc import Iterator
from random import Random
from urllib.parse import urlsplit

import psycopg
import pytest
from psycopg import sql
from redis import Redis

from shared.config import Settings
from shared.observability.logs import configure_logs
from shared.storage.migrate import migrate
from tests.isolation.operations import all_operations
from tests.isolation.steps import Dealer
from tests.isolation.wires import BASE
from tests.isolation.world import World

pytestmark = pytest.mark.services

STEPS = 1_000
OWN_SHARE = 0.5
"""Of steps that people take with their own company's things as many are carried out at least;
runs had 0.67. Were it few, nothing would be shown."""
TAKEN = 120
"""So many of the operations are carried out once at least; runs had 143 to 150 of 179."""


@pytest.fixture
def own_database(postgres_url: str) -> Iterator[str]:
    """A database for this run alone: nobody else changes a row in it."""
    name = f"isolation_{secrets.token_hex(6)}"
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    url = urlsplit(postgres_url)._replace(path=f"/{name}").geturl()
    migrate(url)
    yield url
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture
def own_settings(own_database: str, redis_url: str) -> Settings:
    """The run's own stores, and no limits that a thousand steps from one place would meet."""
    stores = redis_url.rpartition("/")[0]
    for number in (5, 6):
        with Redis.from_url(f"{stores}/{number}") as redis:
            redis.flushdb()
    return Settings(
        _env_file=None,
        secret_key=secrets.token_urlsafe(40),
        public_url=BASE,
        database_url=own_database,
        redis_url=f"{stores}/5",
        broker_url=f"{stores}/6",
        trust_forwarded=True,
        messages_per_minute=100_000,
        socket_events_per_second=10_000,
        sockets_per_visitor=1_000,
        trials_at_once=256,
        trials_per_minute=100_000,
        sessions_per_minute=100_000,
        api_requests_per_minute=100_000,
    )


def test_no_byte_crosses_in_a_thousand_steps(
    own_database: str, own_settings: Settings, request: pytest.FixtureRequest
) -> None:
    configure_logs("isolation", "ERROR")
    chosen = request.config.getoption("--hypothesis-seed")
    number = int(chosen) if chosen is not None else secrets.randbelow(2**32)
    operations = all_operations()
    with (
        psycopg.connect(own_database, autocommit=True) as connection,
        asyncio.Runner() as runner,
    ):
        random = Random(number)  # noqa: S311 (a run that can be had again)
        world, dealer = World(own_settings, connection, random), Dealer(operations, random)
        try:
            runner.run(world.start())
            for _ in range(STEPS):
                runner.run(world.take(dealer.deal()))
        except Exception as error:
            error.add_note(f"To see it again: --hypothesis-seed={number}. The last steps:")
            error.add_note("\n".join(world.tally.journal[-20:]))
            raise
        finally:
            runner.run(world.stop())
    tally = world.tally
    assert not [one for one in operations if not tally.tried[str(one)]]
    assert tally.share >= OWN_SHARE
    assert sum(1 for count in tally.taken.values() if count) >= TAKEN
