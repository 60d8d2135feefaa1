"""How many messages a second become rows of PostgreSQL, from a queue that is full.

``python -m tests.load.rows [--rabbitmq] [--rows N] [--rounds N] [--json OUT]``

Three ways take turns in one run, over the same rows, the same SQL and the same broker: the
consumer that ships (a batch, a transaction), the same consumer with a row a transaction, and the
baseline, one Celery task a row (late acknowledgement, four threads).
"""

import argparse
import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

import psycopg
from celery import Celery
from celery.contrib.testing.worker import start_worker
from psycopg import Connection

from ops.embedded.installation import Installation
from ops.embedded.ports import free_port
from ops.embedded.rabbitmq import RabbitMQ
from shared.config import Settings
from shared.contracts.queues import AcceptedMessage, MessageRecord
from shared.kernel.ids import uuid7
from shared.observability.logs import configure_logs
from shared.queues.delivery import Delivery
from shared.queues.envelope import wrap
from shared.queues.names import Queue, TaskQueue
from shared.queues.producers import build_async_producer, build_consumer
from shared.storage.migrate import migrate
from shared.tests.rows import new_conversation, new_site
from shared.tests.samples import message, mirror
from tests.journeys.waiting import wait_until
from workers.app import build_celery
from workers.consumers.step import BatchLoop
from workers.services.database import Database
from workers.services.persistence import PersistenceService

_PER_CONVERSATION = 25
_PATIENCE = 600.0
_TASK = "bench.store_row"


class Bench:
    """The stores, and the ways of filling them."""

    def __init__(self, settings: Settings, connection: Connection[Any], celery: Celery) -> None:
        """Use a migrated database and a Celery application whose worker runs."""
        self._settings = settings
        self._connection = connection
        self._celery = celery
        self._site_id = new_site(connection)

    def ways(self) -> dict[str, Callable[[Sequence[AcceptedMessage]], float]]:
        """Return each way: given messages it returns the seconds until all are rows."""
        return {
            "a Celery task a row": self.by_tasks,
            "a row a transaction": lambda messages: self.by_consumer(messages, 1),
            "a batch a transaction": lambda messages: self.by_consumer(messages, 500),
        }

    def messages(self, count: int) -> list[AcceptedMessage]:
        """Make messages of new conversations."""
        made: list[AcceptedMessage] = []
        for _ in range(0, count, _PER_CONVERSATION):
            conversation_id = new_conversation(self._connection, self._site_id)
            made += [self._message(conversation_id, seq + 1) for seq in range(_PER_CONVERSATION)]
        return made[:count]

    def by_consumer(self, messages: Sequence[AcceptedMessage], most: int) -> float:
        """Fill the queue, then let the consumer empty it."""
        asyncio.run(self._publish(messages))
        database = Database(self._settings)
        loop = BatchLoop(
            Queue.DB_MESSAGES,
            lambda: build_consumer(self._settings, Queue.DB_MESSAGES, f"rows-{os.getpid()}"),
            PersistenceService(database).process,
            most,
        )
        began = time.perf_counter()
        loop.start()
        try:
            self._await_rows(messages)
            return time.perf_counter() - began
        finally:
            loop.stop()

    def by_tasks(self, messages: Sequence[AcceptedMessage]) -> float:
        """Let a running worker take one task a row.

        It cannot be held back, so sending is in its time: the smaller part of it, as the same
        messages are sent to the other ways in a fraction of the time.
        """
        bodies = [wrap(one).decode() for one in messages]
        began = time.perf_counter()
        for body in bodies:
            self._celery.send_task(_TASK, (body,), queue=TaskQueue.MAINTENANCE)
        self._await_rows(messages)
        return time.perf_counter() - began

    def _message(self, conversation_id: UUID, seq: int) -> AcceptedMessage:
        said = message(
            "Не открывается общая папка, пишет «нет доступа»",
            id=uuid7(),
            conversation_id=conversation_id,
            seq=seq,
            client_message_id=str(uuid7()),
        )
        state = mirror(change=seq, last_seq=seq, visitor_seq=seq)
        record = MessageRecord(site_id=self._site_id, message=said, state=state)
        return AcceptedMessage(request_id=str(uuid7()), record=record)

    async def _publish(self, messages: Sequence[AcceptedMessage]) -> None:
        producer = build_async_producer(self._settings)
        for start in range(0, len(messages), 200):
            part = messages[start : start + 200]
            await asyncio.gather(*(producer.message(one) for one in part))
        await producer.close()

    def _await_rows(self, messages: Sequence[AcceptedMessage]) -> None:
        ids = list({one.record.message.conversation_id for one in messages})
        count = "SELECT count(*) FROM messages WHERE conversation_id = ANY(%s)"

        def all_there() -> bool:
            row = self._connection.execute(count, (ids,)).fetchone()
            return row is not None and row[0] == len(messages)

        wait_until("all are rows", all_there, _PATIENCE)


def register(celery: Celery, settings: Settings) -> None:
    """Declare the baseline's task."""
    service = PersistenceService(Database(settings))

    @celery.task(name=_TASK)  # type: ignore[untyped-decorator]  # Celery has no types
    def store_row(body: str) -> None:
        service.process([Delivery("0", body.encode())])


def run(settings: Settings, database_url: str, rows: int, rounds: int) -> dict[str, list[float]]:
    """Let the ways take turns; returns rows a second of each round."""
    celery = build_celery(settings)
    register(celery, settings)
    figures: dict[str, list[float]] = {}
    worker = start_worker(celery, pool="threads", concurrency=4, perform_ping_check=False)
    with psycopg.connect(database_url, autocommit=True) as connection, worker:
        bench = Bench(settings, connection, celery)
        ways = bench.ways()
        for way in ways.values():
            way(bench.messages(50))  # connections, prepared statements
        for number in range(rounds):
            names = list(ways)
            for name in names[number % len(names) :] + names[: number % len(names)]:
                seconds = ways[name](bench.messages(rows))
                figures.setdefault(name, []).append(rows / seconds)
                sys.stdout.write(f"{name}: {rows / seconds:.0f} rows/s\n")
                sys.stdout.flush()
    return figures


def main() -> None:
    """Measure and print; optionally write JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rabbitmq", action="store_true")
    parser.add_argument("--rows", type=int, default=3000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    # One line a row would drown the table; all three ways go without.
    configure_logs("rows", "WARNING")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="otvet-")))
        folder.chmod(0o711)
        stores = stack.enter_context(Installation(folder / "data", port=free_port()))
        stores.open()
        stores.start_programs(["postgres", "redis"])
        addresses = stores.environment()
        broker_url = addresses["BROKER_URL"]
        if options.rabbitmq:
            node = RabbitMQ(folder / "rabbitmq")
            stack.callback(node.stop)
            node.start()
            broker_url = node.url
        migrate(addresses["DATABASE_URL"])
        settings = Settings(
            _env_file=None, broker_url=broker_url, database_url=addresses["DATABASE_URL"]
        )
        figures = run(settings, addresses["DATABASE_URL"], options.rows, options.rounds)
    medians = {name: statistics.median(values) for name, values in figures.items()}
    baseline = next(iter(medians.values()))
    sys.stdout.write("\n| way | rows/s | times the baseline |\n|---|---|---|\n")
    for name, value in medians.items():
        sys.stdout.write(f"| {name} | {value:,.0f} | {value / baseline:.1f} |\n")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
