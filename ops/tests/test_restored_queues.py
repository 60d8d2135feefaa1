"""What waited in the broker is not the restored database's; what only it knew is not lost."""

import time
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from redis import Redis

from ops.backup.__main__ import main
from ops.backup.errors import BackupError
from ops.backup.making import make_backup
from ops.backup.restoring import restore
from ops.embedded.ports import free_port
from ops.tests.conftest import Into, MakeDatabase
from shared.queues.consumers import count_consumers
from shared.queues.dead_letters import DeadLetters, Fate
from shared.queues.names import Queue, dead_letters
from shared.queues.streams import stream_key
from shared.queues.topology import depths
from shared.storage.keys import UNSTORABLE_KEY, UNSTORED_KEY, conversation_key
from shared.storage.snapshots import contents
from shared.tests.rows import new_site
from shared.tests.samples import CONVERSATION, accepted_message, ai_result, passage_batch
from tests.brokers import Broker

pytestmark = pytest.mark.services

DEAD = dead_letters(Queue.DB_MESSAGES)
FULL = {"ai_requests": 2, "ai_response": 1, "db_messages": 3, DEAD: 1}
_LONG = timedelta(seconds=10)


@pytest.fixture
def backup(migrated: str, tmp_path: Path) -> Path:
    return make_backup(migrated, tmp_path)


def fill(broker: Broker) -> None:
    """Leave in the queues what stopped processes leave, and an old dead letter."""
    producer, consumer = broker.producer(), broker.consumer(Queue.DB_MESSAGES, "stopped")
    producer.message(accepted_message("похоронено до копии"))
    (delivery,) = consumer.take(1, _LONG)
    consumer.bury(delivery, "its conversation does not exist")
    consumer.close()
    for _ in range(FULL["ai_requests"]):
        producer.passages(passage_batch())
    producer.response(ai_result())
    for number in range(FULL["db_messages"]):
        producer.message(accepted_message(f"сказано после копии, {number}"))
    producer.close()
    await_depths(broker, **FULL)


def held(broker: Broker) -> dict[str, int]:
    return {name: count for name, count in depths(broker.settings).items() if count}


def await_depths(broker: Broker, **wanted: int) -> None:
    """RabbitMQ's quorum queues count what came, and what moved on, a moment later."""
    until = time.monotonic() + 20
    while held(broker) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    assert held(broker) == wanted


def test_what_waits_in_the_broker_is_forgotten_only_by_force(
    backup: Path, make_database: MakeDatabase, into: Into, broker: Broker
) -> None:
    """Messages that wait to be stored go to the dead letters, for they are nowhere else."""
    fill(broker)
    target = make_database()
    with pytest.raises(
        BackupError, match=r"broker holds .*\(ai_requests 2, ai_response 1, db_messages 3\)"
    ):
        restore(backup, into(target, broker_url=broker.url))
    await_depths(broker, **FULL)
    with psycopg.connect(target) as connection:
        assert contents(connection) == {}

    done = restore(backup, into(target, broker_url=broker.url), force=True)
    await_depths(broker, **{DEAD: 4})
    assert done.dropped == {Queue.AI_REQUESTS: 2, Queue.AI_RESPONSE: 1}
    assert done.set_aside == 3


def test_what_was_put_aside_can_be_sent_again_whole(
    backup: Path, make_database: MakeDatabase, into: Into, broker: Broker
) -> None:
    fill(broker)
    restore(backup, into(make_database(), broker_url=broker.url), force=True)
    await_depths(broker, **{DEAD: 4})
    letters = DeadLetters(broker.settings)
    assert letters.go_through(Queue.DB_MESSAGES, lambda _: Fate.REPLAY) == 4
    consumer, bodies = broker.consumer(Queue.DB_MESSAGES, "started"), list[str]()
    until = time.monotonic() + 20
    while len(bodies) < 4 and time.monotonic() < until:
        deliveries = consumer.take(4, _LONG)
        bodies += [one.body.decode() for one in deliveries]
        consumer.ack(deliveries)
    consumer.close()
    assert [f"сказано после копии, {number}" in "".join(bodies) for number in range(3)] == [
        True
    ] * 3


def test_dead_letters_alone_are_kept_and_told(
    backup: Path, make_database: MakeDatabase, into: Into, broker: Broker
) -> None:
    fill(broker)
    settings = into(make_database(), broker_url=broker.url)
    restore(backup, settings, force=True)
    await_depths(broker, **{DEAD: 4})
    # Nothing consumes them, so they do not stand in the way of the next one.
    done = restore(backup, into(make_database(), broker_url=broker.url))
    assert done.dead_letters == 4
    assert (done.dropped, done.set_aside) == ({}, 0)


def test_nothing_is_restored_while_somebody_consumes(
    backup: Path, make_database: MakeDatabase, into: Into, broker: Broker
) -> None:
    """A gpu_worker has no connection to the database, and passages of after the backup in hand."""
    target = make_database()
    consumer = broker.consumer(Queue.AI_REQUESTS, "a gpu_worker")
    consumer.take(1, timedelta(milliseconds=200))
    with pytest.raises(BackupError, match=r"consumes .*: stop handlers and workers"):
        restore(backup, into(target, broker_url=broker.url), force=True, patience=0.1)
    with psycopg.connect(target) as connection:
        assert contents(connection) == {}
    consumer.close()
    broker.close()
    restore(backup, into(target, broker_url=broker.url), force=True)


def test_nothing_is_replaced_while_the_broker_is_away(
    backup: Path, make_database: MakeDatabase, into: Into, migrated: str
) -> None:
    target = make_database(migrated)
    with psycopg.connect(target) as connection:
        new_site(connection, site_key="precious")
    for url in ("amqp://127.0.0.1:{}/", "redis://127.0.0.1:{}/1"):
        with pytest.raises(BackupError, match="BROKER_URL is right"):
            restore(backup, into(target, broker_url=url.format(free_port())), force=True)
    with psycopg.connect(target) as connection:
        assert connection.execute("SELECT site_key FROM sites").fetchall() == [("precious",)]


def test_dead_letters_outlive_a_redis_that_is_the_broker_too(
    backup: Path, make_database: MakeDatabase, into: Into, live: str
) -> None:
    """Whatever nobody but Redis knows is one then, also what the watcher was to store."""
    broker = Broker(live)
    fill(broker)
    with Redis.from_url(live) as redis:
        redis.hset(conversation_key(CONVERSATION), "epoch", 1)
        redis.hset(UNSTORED_KEY, "told", "{}")
        redis.hset(UNSTORABLE_KEY, "refused", "{}")
        done = restore(backup, into(make_database(), broker_url=live), force=True)
        assert set(redis.keys()) == {f"queue:{DEAD}".encode(), UNSTORABLE_KEY.encode()}
        assert redis.hkeys(UNSTORABLE_KEY) == [b"refused", b"told"]
    broker.close()
    assert done.dead_letters == 4 + 2


def test_the_command_says_what_became_of_it(
    backup: Path,
    make_database: MakeDatabase,
    live: str,
    embedded_broker: Broker,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    fill(embedded_broker)
    monkeypatch.setenv("DATABASE_URL", make_database())
    monkeypatch.setenv("REDIS_URL", live)
    monkeypatch.delenv("BROKER_URL", raising=False)
    assert main(["restore", str(backup), "--force"]) == 78
    assert "BROKER_URL" in capsys.readouterr().err
    monkeypatch.setenv("BROKER_URL", embedded_broker.url)
    assert main(["restore", str(backup), "--force"]) == 0
    told = capsys.readouterr().out
    assert "dropped from the broker: ai_requests 2, ai_response 1\n" in told
    assert "3 messages waited in db_messages to be stored: now dead letters\n" in told
    assert "4 dead letters are kept" in told


def test_a_connection_that_waited_once_and_rests_since_is_no_consumer(
    embedded_broker: Broker,
) -> None:
    """Redis tells the last command of a connection for ever, also where nobody uses it any more."""
    with Redis.from_url(embedded_broker.url, single_connection_client=True) as resting:
        stream = stream_key(Queue.AI_REQUESTS)
        resting.xgroup_create(stream, "another", mkstream=True)
        before = count_consumers(embedded_broker.settings)
        resting.xreadgroup("another", "first", {stream: ">"}, block=1)
        assert count_consumers(embedded_broker.settings) == before + 1
        time.sleep(3)
        assert count_consumers(embedded_broker.settings) <= before
