"""Dead letters are looked at, sent again and dropped, and none is lost whoever dies when."""

import json
import subprocess
import sys
import time
from datetime import timedelta
from typing import Any

import pytest
from pika.adapters.blocking_connection import BlockingChannel
from psycopg import Connection
from redis import Redis

from ops.embedded.layout import ROOT
from shared.config import process_environment
from shared.kernel.ids import uuid7
from shared.queues.dead_letters import DeadLetters, Fate, Letter
from shared.queues.names import Route
from shared.queues.producers import build_producer
from shared.storage.keys import UNSTORABLE_KEY, UNSTORED_KEY
from shared.tests.samples import SITE, accepted_message
from tests.brokers import Broker
from workers.tests.buried import DEAD, QUEUE, bury
from workers.tests.shell import Shell

pytestmark = pytest.mark.services

_SECOND, _SHORT = timedelta(seconds=1), timedelta(milliseconds=200)


@pytest.fixture
def at(shell: Shell, broker: Broker) -> Shell:
    """A shell that knows each broker in turn."""
    shell.set(BROKER_URL=broker.url)
    return shell


def listed(shell: Shell) -> list[dict[str, str]]:
    """What the list says, for programs."""
    rows: list[dict[str, str]] = json.loads(shell.done("dead-letters", "list", QUEUE, "--json"))
    return rows


def words(bodies: list[bytes]) -> list[str]:
    """The texts of letters."""
    return sorted(
        json.loads(body)["kwargs"]["payload"]["record"]["message"]["text"] for body in bodies
    )


def drained(broker: Broker) -> list[bytes]:
    """Take all that is in the queue."""
    consumer, found = broker.consumer(QUEUE, f"drain-{uuid7()}"), []
    until = time.monotonic() + 60
    # What RabbitMQ has sent and the consumer has not taken yet is in no depth.
    while time.monotonic() < until:
        deliveries = consumer.take(500, _SECOND * 3)
        found += [one.body for one in deliveries]
        consumer.ack(deliveries)
        if not deliveries and not broker.depth(QUEUE):
            break
    consumer.close()
    return found


def entries(connection: Connection[Any]) -> list[tuple[Any, ...]]:
    """What the audit log tells of this queue, the newest first."""
    query = """
    SELECT action, actor, after, site_ids FROM audit_log
    WHERE subject = %s ORDER BY at DESC, id DESC
    """
    return connection.execute(query, (QUEUE,)).fetchall()


def test_the_list_tells_what_letters_are_and_nobody_s_words(at: Shell, broker: Broker) -> None:
    bury(broker, "секрет посетителя", "другое")
    for _ in range(25):  # a quorum queue drops what is given back more often than twenty times
        rows = listed(at)
    assert len(rows) == 2
    assert all(row["about"].startswith("conversation_id ") for row in rows)
    assert all(row["at"].startswith("20") for row in rows)
    assert {row["reason"] for row in rows} <= {"rejected", "its conversation does not exist"}
    out = at.done("dead-letters", "list")
    assert "секрет" not in out
    assert QUEUE in out
    assert words(broker.dead(QUEUE)) == ["другое", "секрет посетителя"]
    shown = at.done("dead-letters", "show", QUEUE, rows[0]["id"])
    assert "секрет посетителя" in shown or "другое" in shown
    assert broker.depth(DEAD) == 2


def test_the_list_shows_the_oldest_each_time_that_it_is_asked(at: Shell, broker: Broker) -> None:
    bury(broker, "один", "два", "три", "четыре", "пять")
    wanted = [row["id"] for row in listed(at)]
    for _ in range(3):
        rows = json.loads(at.done("dead-letters", "list", QUEUE, "--limit", "2", "--json"))
        assert [row["id"] for row in rows] == wanted[:2]
    assert [row["id"] for row in listed(at)] == wanted


def test_letters_are_sent_again_as_they_came_one_or_all(
    at: Shell, broker: Broker, connection: Connection[Any]
) -> None:
    bury(broker, "один", "два", "три")
    first = listed(at)[0]["id"]
    at.done("dead-letters", "replay", QUEUE, "--id", first)
    assert broker.depth(DEAD) == 2
    at.done("dead-letters", "replay", QUEUE, "--all")
    assert broker.depth(DEAD) == 0
    assert words(drained(broker)) == ["два", "один", "три"]
    action, actor, after, sites = entries(connection)[0]
    assert (action, actor, after) == ("dead_letters.replayed", "system", {"count": 2})
    assert sites == [SITE]
    assert "nothing" in at.done("dead-letters", "replay", QUEUE, "--all")


def test_letters_are_dropped_only_by_their_ids_or_after_a_yes(
    at: Shell, broker: Broker, connection: Connection[Any]
) -> None:
    bury(broker, "один", "два", "три")
    one = listed(at)[0]["id"]
    assert at("dead-letters", "drop", QUEUE).status == 64
    assert at("dead-letters", "drop", QUEUE, "--all").status == 64, "nobody to ask"
    said = at("dead-letters", "drop", QUEUE, "--id", one, "--id", "nonsense", "--yes")
    assert (said.status, "nonsense" in said.err) == (1, True)
    at.type()
    assert at("dead-letters", "drop", QUEUE, "--all", stdin="n\n").status == 1
    assert broker.depth(DEAD) == 3
    at.done("dead-letters", "drop", QUEUE, "--id", one, "--yes")
    at.done("dead-letters", "drop", QUEUE, "--all", stdin="y\n")
    assert (broker.depth(DEAD), broker.depth(QUEUE)) == (0, 0)
    assert entries(connection)[0][:3] == ("dead_letters.dropped", "system", {"count": 2})


def test_nothing_is_changed_without_an_entry_in_the_audit_log(at: Shell, broker: Broker) -> None:
    bury(broker, "один")
    at.set(DATABASE_URL="postgresql://a:b@127.0.0.1:1/x")
    assert at("dead-letters", "replay", QUEUE, "--all").status == 69
    assert (broker.depth(DEAD), broker.depth(QUEUE)) == (1, 0)


def test_a_letter_that_comes_back_at_once_is_sent_again_once(
    broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    bury(broker, "один", "два")
    monkeypatch.setattr("shared.queues.dead_letters._PAGE", 1)
    shown: list[Letter] = []

    def decide(letter: Letter) -> Fate:
        shown.append(letter)
        if len(shown) < 50:
            producer = build_producer(broker.settings)
            producer.message(accepted_message(f"новое {len(shown)}"))
            consumer = broker.consumer(QUEUE, f"burier-{uuid7()}")
            for delivery in consumer.take(1, _SECOND):
                consumer.bury(delivery, "again")
            consumer.close()
            producer.close()
        return Fate.REPLAY

    assert DeadLetters(broker.settings).go_through(QUEUE, decide) == 2
    assert len(shown) == 2


def test_what_cannot_be_read_is_listed_and_shown_too(at: Shell, broker: Broker) -> None:
    broker_body = b"\xff not JSON"
    consumer = broker.consumer(QUEUE)
    consumer.take(1, _SHORT)
    _publish(broker, broker_body)
    for delivery in consumer.take(1, _SECOND * 10):
        consumer.bury(delivery, "unreadable")
    consumer.close()
    (row,) = _await_rows(at, 1)
    assert row["about"] == "unreadable"
    assert "\\xff not JSON" in at.done("dead-letters", "show", QUEUE, row["id"])
    at.done("dead-letters", "drop", QUEUE, "--id", row["id"], "--yes")


def test_on_rabbitmq_a_letter_leaves_after_its_copy_was_confirmed(
    shell: Shell, rabbitmq_broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.set(BROKER_URL=rabbitmq_broker.url)
    bury(rabbitmq_broker, "один")

    def die(*_: object, **__: object) -> None:
        raise ConnectionResetError("the process is gone between the two")

    monkeypatch.setattr(BlockingChannel, "basic_publish", die)
    with pytest.raises(Exception, match="gone between"):
        DeadLetters(rabbitmq_broker.settings).go_through(QUEUE, lambda _: Fate.REPLAY)
    monkeypatch.undo()
    assert words(rabbitmq_broker.dead(QUEUE)) == ["один"]
    monkeypatch.setattr(BlockingChannel, "basic_ack", die)
    with pytest.raises(Exception, match="gone between"):
        DeadLetters(rabbitmq_broker.settings).go_through(QUEUE, lambda _: Fate.REPLAY)
    monkeypatch.undo()
    assert words(rabbitmq_broker.dead(QUEUE)) == ["один"]
    assert words(drained(rabbitmq_broker)) == ["один"], "twice rather than not at all"


def test_nothing_is_lost_when_the_command_is_killed_on_its_way(
    at: Shell, broker: Broker, database_url: str
) -> None:
    wanted = sorted(f"слово {number}" for number in range(200))
    bury(broker, *wanted)
    settings = {"BROKER_URL": broker.url, "DATABASE_URL": database_url}
    where = process_environment() | settings | {"PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "workers.cli.main", "dead-letters", "replay", QUEUE, "--all")
    process = subprocess.Popen(  # noqa: S603 (a command of ours)
        command, env=where, cwd=at.folder, stdout=subprocess.DEVNULL
    )
    try:
        until = time.monotonic() + 60
        while not broker.depth(QUEUE) and process.poll() is None and time.monotonic() < until:
            pass  # as early as can be seen
    finally:
        process.kill()
        process.wait()
    sent = drained(broker)
    assert sent
    until = time.monotonic() + 30
    # RabbitMQ gives the letter back that was being looked at, once it sees the connection gone.
    while set(words(found := [*sent, *broker.dead(QUEUE)])) != set(wanted):
        assert time.monotonic() < until, f"{len(wanted) - len(set(words(found)))} are lost"
        time.sleep(0.5)


def test_what_postgresql_refused_is_given_to_the_watcher_again_or_dropped(
    shell: Shell, redis: Redis
) -> None:
    entry = {"state": {"site": str(SITE)}, "data": {"message": {"id": "x", "text": "слова"}}}
    ids = [str(uuid7()) for _ in range(2)]
    redis.delete(UNSTORABLE_KEY, UNSTORED_KEY)
    for one in ids:
        redis.hset(UNSTORABLE_KEY, one, json.dumps(entry))
    try:
        out = shell.done("dead-letters", "list", "unstored")
        assert all(one in out for one in ids)
        assert "слова" not in out
        assert "2 that PostgreSQL refused" in shell("check", "--for", "workers").out
        shell.done("dead-letters", "replay", "unstored", "--id", ids[0])
        assert redis.hkeys(UNSTORED_KEY) == [ids[0].encode()]
        assert redis.hkeys(UNSTORABLE_KEY) == [ids[1].encode()]
        shell.done("dead-letters", "drop", "unstored", "--all", "--yes")
        assert redis.hlen(UNSTORABLE_KEY) == 0
    finally:
        redis.delete(UNSTORABLE_KEY, UNSTORED_KEY)


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("list", "nonsense"), 64),
        (("list", "--limit", "0"), 64),
        (("show", "db_messages", "nonsense"), 1),
        (("replay", "db_messages"), 64),
        (("replay", "db_messages", "--all", "--id", "x"), 64),
    ],
)
def test_a_wrong_command_line_is_refused(
    shell: Shell, embedded_broker: Broker, arguments: tuple[str, ...], status: int
) -> None:
    assert shell("dead-letters", *arguments).status == status


def test_a_broker_that_is_away_ends_with_69(shell: Shell) -> None:
    for url in ("redis://:canary@127.0.0.1:1/1", "amqp://u:canary@127.0.0.1:1/"):
        shell.set(BROKER_URL=url)
        said = shell("dead-letters", "list", QUEUE)
        assert said.status == 69
        assert "canary" not in said.err


def _publish(broker: Broker, body: bytes) -> None:
    """Put bytes on the queue that are no envelope of ours."""
    producer = build_producer(broker.settings)
    producer._publisher.publish(Route.STORE, body)
    producer.close()


def _await_rows(shell: Shell, count: int) -> list[dict[str, str]]:
    until = time.monotonic() + 20
    while len(rows := listed(shell)) < count and time.monotonic() < until:
        time.sleep(0.05)
    return rows
