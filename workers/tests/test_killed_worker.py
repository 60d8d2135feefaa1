"""A real worker process is killed in the middle of its work; another does it to its end."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from ops.embedded.layout import ROOT
from shared.config import process_environment
from shared.kernel.ids import uuid7
from shared.queues.names import TaskQueue
from shared.storage.keys import conversation_key
from shared.storage.records import write_messages
from shared.tests.rows import new_conversation, new_site
from tests.fixtures import MakeSettings
from workers.app import build_celery
from workers.tasks.names import Task
from workers.tests.receiver import receiving
from workers.tests.stage import Stage
from workers.tests.test_webhooks import hook, said

pytestmark = pytest.mark.services

_PATIENCE = 60.0


def eventually(what: str, is_so: Callable[[], object]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if is_so():
            return
        time.sleep(0.05)
    raise AssertionError(f"never: {what}")


class Workers:
    """Processes of the role ``tasks``, and what they are sent."""

    def __init__(
        self, environment: dict[str, str], send: Callable[[Task, list[str]], None]
    ) -> None:
        self._environment = environment
        self._started = ExitStack()
        self.send = send

    def start(self) -> "subprocess.Popen[bytes]":
        """Start one more."""
        process = subprocess.Popen(
            [sys.executable, "-m", "workers.main", "tasks"],
            cwd=ROOT,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._started.callback(process.wait)
        self._started.callback(process.kill)
        return process

    def close(self) -> None:
        """End them."""
        self._started.close()


@pytest.fixture
def workers(
    database_url: str, redis_url: str, embedded_broker_url: str, make_settings: MakeSettings,
    tmp_path: Path,
) -> Iterator[Workers]:  # fmt: skip
    plain = {key: value for key, value in process_environment().items() if key != "METRICS_PORT"}
    app = build_celery(make_settings(broker_url=embedded_broker_url))
    made = Workers(
        plain
        | {
            "DATABASE_URL": database_url,
            "REDIS_URL": redis_url,
            "BROKER_URL": embedded_broker_url,
            "WEBHOOK_NETWORKS": "127.0.0.0/8",
        },
        lambda task, args: app.send_task(task, args=args, queue=TaskQueue.MAINTENANCE),
    )
    yield made
    made.close()
    app.close()


def test_what_a_killed_worker_was_delivering_is_delivered(
    workers: Workers, connection: Connection[Any]
) -> None:
    site_id = new_site(connection)
    with receiving() as receiver:
        webhook_id, _ = hook(connection, site_id, receiver.url, ["message.created"])
        conversation_id = new_conversation(connection, site_id)
        write_messages(
            connection, [said(conversation_id, site_id, number) for number in range(1, 21)]
        )
        first = workers.start()
        workers.send(Task.DELIVER, [str(webhook_id)])
        eventually("it delivers", lambda: len(receiver.received) >= 3)
        first.kill()
        first.wait()
        before = len(receiver.received)
        assert before < 20, "it was killed in the middle"
        connection.execute("UPDATE webhooks SET leased_until = now() WHERE id = %s", (webhook_id,))
        workers.start()
        workers.send(Task.DELIVER_DUE, [])
        eventually(
            "all are told", lambda: receiver.received[-1].event["data"]["message"]["seq"] == 20
        )
        seqs = [one.event["data"]["message"]["seq"] for one in receiver.received]
        ids = {one.headers["webhook-id"] for one in receiver.received}
    assert len(ids) == 20, "none is lost, and one told twice has one id"
    assert len(seqs) <= 21
    assert sorted(set(seqs)) == list(range(1, 21))
    assert seqs == sorted(seqs), "in their order"


async def test_an_erasure_is_finished_after_its_worker_was_killed_half_way(
    workers: Workers, stage: Stage, redis: Redis
) -> None:
    connection, conversation_id = stage.connection, stage.talk.id
    await stage.ask("моя тайна")
    visitor = connection.execute(
        "SELECT visitor_id FROM conversations WHERE id = %s", (conversation_id,)
    ).fetchone()
    assert visitor is not None
    request_id = uuid7()
    connection.execute(
        "INSERT INTO visitor_requests (id, site_id, visitor_id, kind, requested_by)"
        " VALUES (%s, %s, %s, 'erasure', '')",
        (request_id, stage.talk.site, visitor[0]),
    )
    first = workers.start()
    with connection.transaction():
        # It waits for this row, so that Redis can be stopped behind its back.
        connection.execute("SELECT FROM visitors WHERE id = %s FOR UPDATE", visitor)
        workers.send(Task.FULFIL, [str(request_id)])
        eventually("it has begun", lambda: _waits_for_a_lock(connection))
        redis.client_pause(20_000, all=False)
    try:
        eventually("the rows are gone", lambda: not stage.rows())
        first.kill()
        first.wait()
    finally:
        redis.client_unpause()
    state = "SELECT state FROM visitor_requests WHERE id = %s"
    assert connection.execute(state, (request_id,)).fetchone() == ("pending",)
    assert redis.exists(conversation_key(conversation_id)), "half way"
    connection.execute(
        "UPDATE visitor_requests SET leased_until = now() WHERE id = %s", (request_id,)
    )
    workers.start()

    def is_done() -> bool:
        # Beat says it again and again, too: the first word may come while PostgreSQL still holds
        # the row for the connection of the dead.
        workers.send(Task.FULFIL_DUE, [])
        time.sleep(1)
        return connection.execute(state, (request_id,)).fetchone() == ("done",)

    eventually("it is done", is_done)
    assert list(redis.scan_iter(f"conv:{conversation_id}*")) == [
        f"conv:{conversation_id}:erased".encode()
    ]


def _waits_for_a_lock(connection: Connection[Any]) -> bool:
    connection.execute("SELECT pg_stat_clear_snapshot()")
    row = connection.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    ).fetchone()
    return bool(row and row[0])
