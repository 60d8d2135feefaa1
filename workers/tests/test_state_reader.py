"""What the stores hold is read by one process, and what cannot be read is not shown as it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from prometheus_client import CollectorRegistry
from psycopg import Connection
from redis import Redis

from shared.kernel.clock import utc_now
from shared.observability.state import StateGauges
from shared.queues.names import Queue
from shared.queues.topology import depths
from shared.storage.keys import PRESENCE_KEY, UNSTORABLE_KEY, presence_key
from shared.storage.unstored import Unstored
from shared.tests.rows import new_conversation, new_site
from shared.tests.samples import ai_result
from tests.brokers import Broker
from tests.fixtures import MakeSettings
from workers.consumers.step import RetryLater
from workers.main import WorkerRole, _argv
from workers.services.database import Database
from workers.services.state_reader import StateReader
from workers.tests.stage import Stage

pytestmark = pytest.mark.services

HOUR = 3600.0


class Away(Database):
    """PostgreSQL is away."""

    def __init__(self) -> None:
        """Remember nothing."""

    @contextmanager
    def connection(self) -> Iterator[Connection[Any]]:
        raise RetryLater("away")
        yield


class Gauges:
    """A reader with its gauges."""

    def __init__(self, database: Database, redis: Redis, broker: Broker) -> None:
        shown = StateGauges()
        self.database = database
        self.registry = CollectorRegistry()
        self.registry.register(shown)
        self.parts = (redis, Unstored(redis), partial(depths, broker.settings), shown.show)

    def sweep(self, database: Database | None = None) -> None:
        StateReader(database or self.database, *self.parts).sweep()

    def value(self, name: str, **labels: str) -> float | None:
        return self.registry.get_sample_value(name, labels)


@pytest.fixture
def gauges(database: Database, redis: Redis, broker: Broker) -> Gauges:
    return Gauges(database, redis, broker)


def test_nothing_is_shown_before_the_first_look(gauges: Gauges) -> None:
    assert {metric.name for metric in gauges.registry.collect()} >= {"ai_active_chats"}
    assert [sample for metric in gauges.registry.collect() for sample in metric.samples] == []


async def test_conversations_are_counted_by_who_has_the_floor_and_the_first_of_each_line_is_timed(
    stage: Stage, gauges: Gauges
) -> None:
    connection = stage.connection
    site_id = new_site(connection)
    connection.execute("UPDATE conversations SET status = 'closed'")  # of other tests
    now = utc_now()

    def stands(**columns: object) -> None:
        conversation_id = new_conversation(connection, site_id)
        names = ", ".join(f"{name} = %({name})s" for name in columns)
        connection.execute(
            f"UPDATE conversations SET last_seq = 1, {names} WHERE id = %(id)s",  # noqa: S608
            {"id": conversation_id, **columns},
        )

    stands(status="agent", visitor_seq=3, answered_seq=2, visitor_at=now - timedelta(hours=1))
    stands(status="agent", visitor_seq=2, answered_seq=2, visitor_at=now - timedelta(hours=9))
    stands(status="agent", updated_at=now - timedelta(hours=1))  # nobody has written for an hour
    stands(status="waiting", waiting_since=now - timedelta(hours=2))
    stands(status="waiting", waiting_since=now)
    stands(status="operator")
    gauges.sweep()
    active = {status: gauges.value("ai_active_chats", status=status) for status in
              ("agent", "waiting", "operator", "closed")}  # fmt: skip
    assert active == {"agent": 2, "waiting": 2, "operator": 1, "closed": None}
    assert gauges.value("otvet_oldest_unanswered_seconds") == pytest.approx(HOUR, abs=30)
    assert gauges.value("otvet_longest_wait_seconds") == pytest.approx(2 * HOUR, abs=30)
    connection.execute("UPDATE conversations SET status = 'closed'")
    gauges.sweep()
    assert gauges.value("otvet_oldest_unanswered_seconds") == 0
    assert gauges.value("otvet_longest_wait_seconds") == 0


def test_messages_and_dead_letters_are_counted_on_each_broker(
    gauges: Gauges, broker: Broker, redis: Redis
) -> None:
    redis.delete(UNSTORABLE_KEY)
    redis.hset(UNSTORABLE_KEY, "message", "entry")
    producer = broker.producer()
    for _ in range(2):
        producer.response(ai_result())
    gauges.sweep()
    assert gauges.value("otvet_queue_messages", queue="ai_response") == 2
    consumer = broker.consumer(Queue.AI_RESPONSE)
    (first, *_) = consumer.take(1, timedelta(seconds=5))
    consumer.bury(first, "unreadable")
    gauges.sweep()
    assert gauges.value("otvet_dead_letters", queue="ai_response") == 1
    assert gauges.value("otvet_dead_letters", queue="ai_requests") == 0
    assert gauges.value("otvet_dead_letters", queue="unstored") == 1
    redis.delete(UNSTORABLE_KEY)


def test_operators_count_while_they_are_here(gauges: Gauges, redis: Redis) -> None:
    redis.delete(PRESENCE_KEY)
    soon, past = 2**52, 1
    for who, until, chosen in (("1", soon, "available"), ("2", soon, "away"), ("3", past, "away")):
        operator = f"00000000-0000-0000-0000-00000000000{who}"
        redis.zadd(PRESENCE_KEY, {operator: until})
        redis.hset(presence_key(operator), "availability", chosen)  # type: ignore[arg-type]
    gauges.sweep()
    assert gauges.value("otvet_operators", presence="available") == 1
    assert gauges.value("otvet_operators", presence="away") == 1
    redis.delete(PRESENCE_KEY)


def test_a_store_that_is_away_hides_what_it_keeps_and_nothing_else(gauges: Gauges) -> None:
    gauges.sweep()
    assert gauges.value("otvet_oldest_unanswered_seconds") is not None
    gauges.sweep(Away())
    assert gauges.value("otvet_oldest_unanswered_seconds") is None
    assert gauges.value("ai_active_chats", status="agent") is None
    assert gauges.value("otvet_dead_letters", queue="db_messages") is not None
    readable = {part: gauges.value("otvet_state_readable", part=part) for part in
                ("database", "redis", "broker")}  # fmt: skip
    assert readable == {"database": 0, "redis": 1, "broker": 1}


@pytest.mark.parametrize("role", [role for role in WorkerRole if role is not WorkerRole.BEAT])
def test_no_role_forks_children_whose_numbers_nobody_would_scrape(
    role: WorkerRole, make_settings: MakeSettings
) -> None:
    """A prefork pool lost every number of its tasks (docs/adr/0026)."""
    assert "--pool=threads" in _argv(role, make_settings())


def test_a_queue_that_is_not_there_yet_is_empty(
    make_settings: MakeSettings, make_rabbitmq_vhost: Callable[[str], str]
) -> None:
    settings = make_settings(broker_url=make_rabbitmq_vhost("not-declared"))
    assert set(depths(settings).values()) == {0}
