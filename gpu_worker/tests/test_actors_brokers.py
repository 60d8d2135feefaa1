"""Dramatiq on our two brokers: nothing is lost by a bug, a junk body or a dead worker."""

import asyncio
import logging
import socket
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from threading import Event
from types import SimpleNamespace
from typing import Any, cast

import dramatiq.worker
import pika
import pytest
from dramatiq import Broker as DramatiqBroker
from dramatiq import Worker
from dramatiq.errors import ConnectionClosed

from gpu_worker.actors.declare import declare_actors
from gpu_worker.actors.middleware import BuryFailures
from gpu_worker.actors.quorum_broker import QuorumBroker
from gpu_worker.actors.stream_broker import StreamBroker
from shared.contracts.queues import AcceptedMessage, PassageBatch
from shared.contracts.trials import TrialRequest
from shared.queues import streams
from shared.queues.names import Queue, Route
from shared.queues.producers import build_producer, redis_client
from shared.tests.samples import accepted_message, passage_batch, trial
from tests.brokers import LEASE, Broker

pytestmark = [
    pytest.mark.services,
    # Dramatiq's own threads end a little after they are told to.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning"),
]


class Desk:
    """Workers over one broker, and what they did."""

    def __init__(self, broker: Broker) -> None:
        self.broker = broker
        self.answered: list[str] = []
        self.indexed: list[str] = []
        self.tried: list[str] = []
        self.order: list[str] = []
        self.holding = Event()
        self.holding.set()
        self.begun = Event()
        self.begins = 0
        self._workers: list[Worker] = []
        self._names = 0

    def start(self, threads: int = 2, prefetch: int | None = None) -> Worker:
        """Start a worker with the real actors over fake services."""
        self._names += 1
        worker = Worker(self._dramatiq(), worker_threads=threads, worker_timeout=50)
        worker.queue_prefetch = prefetch or threads
        worker.start()
        self._workers.append(worker)
        return worker

    def stop(self) -> None:
        """Stop them all."""
        self.holding.set()
        for worker in self._workers:
            worker.stop(timeout=5_000)
            worker.broker.close()

    def kill(self, worker: Worker) -> None:
        """Let a worker die: it neither acknowledges nor gives back."""
        for consumer in worker.consumers.values():
            consumer.stop()
        for consumer in worker.consumers.values():
            consumer.join()
            inner: Any = consumer.consumer
            if hasattr(inner, "connection"):
                inner.connection.close()  # what the kernel does to a dead process's sockets
        self._workers.remove(worker)

    def publish(self, *texts: str) -> None:
        """Publish turns."""
        producer = self.broker.async_producer()

        async def send() -> None:
            for text in texts:
                await producer.message(accepted_message(text))
            await producer.close()

        asyncio.run(send())

    def publish_trials(self, *texts: str) -> None:
        """Publish what operators ask."""
        producer = self.broker.async_producer()

        async def send() -> None:
            for text in texts:
                await producer.trial(trial(text))
            await producer.close()

        asyncio.run(send())

    def raw(self, body: bytes) -> None:
        """Publish bytes to the actors' queue."""
        producer = build_producer(self.broker.settings)
        producer._publisher.publish(Route.EMBED, body)
        producer.close()

    def _dramatiq(self) -> DramatiqBroker:
        settings = self.broker.settings
        if self.broker.is_rabbitmq:
            made: DramatiqBroker = QuorumBroker(
                self.broker.url, settings.connect_timeout, [BuryFailures()]
            )
        else:
            redis = redis_client(self.broker.url, settings, blocking=LEASE)
            made = StreamBroker(redis, f"worker-{self._names}", [BuryFailures()])
        turns = SimpleNamespace(answer=self._answer)
        passages = SimpleNamespace(index=self._index)
        trials = SimpleNamespace(run=self._try)
        declare_actors(made, *(cast("Any", one) for one in (turns, passages, trials)))
        return made

    def _answer(self, accepted: AcceptedMessage) -> None:
        text = accepted.record.message.text
        self.begins += 1
        self.begun.set()
        self.holding.wait(20)
        if text == "яд":
            raise ZeroDivisionError("a bug")
        self.order.append(text)
        self.answered.append(text)

    def _try(self, request: TrialRequest) -> None:
        self.holding.wait(20)
        self.order.append("проба")
        self.tried.append(request.record.asked[0])

    def _index(self, batch: PassageBatch) -> None:
        self.holding.wait(20)
        self.order.append(batch.document_name)
        self.indexed.append(batch.document_name)


@pytest.fixture
def desk(broker: Broker, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with empty queues and short leases."""
    monkeypatch.setattr(streams.StreamConsumer.__init__, "__defaults__", (LEASE,))
    monkeypatch.setattr("gpu_worker.actors.stream_broker.LEASE", LEASE)
    monkeypatch.setattr(dramatiq.worker, "CONSUMER_RESTART_DELAY_SECS", 0.2)
    logging.getLogger("dramatiq").setLevel(logging.CRITICAL)
    opened = Desk(broker)
    yield opened
    opened.stop()


def until(condition: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def left(desk: Desk) -> int:
    """How many messages the queue still has."""
    return desk.broker.depth(Queue.AI_REQUESTS)


def test_turns_and_passages_reach_their_services_and_are_gone(desk: Desk) -> None:
    desk.publish("раз", "два")
    producer = desk.broker.producer()
    producer.passages(passage_batch())
    desk.start()
    until(lambda: sorted(desk.answered) == ["два", "раз"] and desk.indexed == ["vpn.md"])
    desk.stop()
    until(lambda: left(desk) == 0)
    assert desk.broker.dead(Queue.AI_REQUESTS) == []


def test_a_turn_whose_actor_raises_is_in_the_dead_letters_and_the_next_ones_are_answered(
    desk: Desk,
) -> None:
    desk.publish("раз", "яд", "два")
    desk.start(threads=1)
    until(lambda: desk.answered == ["раз", "два"])
    until(lambda: len(desk.broker.dead(Queue.AI_REQUESTS)) == 1)
    assert "яд".encode() in desk.broker.dead(Queue.AI_REQUESTS)[0]
    until(lambda: left(desk) == 0)


@pytest.mark.parametrize(
    "body",
    [
        b"junk",
        b"{}",
        b"\xff\xfe",
        b'{"queue_name":"ai_requests","actor_name":"no_such_actor","args":[],"kwargs":{},'
        b'"options":{},"message_id":"x","message_timestamp":1}',
        b'{"queue_name":"ai_requests","actor_name":"answer_turn","args":[1,2,3],"kwargs":{},'
        b'"options":{},"message_id":"x","message_timestamp":1}',
        b'{"queue_name":"ai_requests","actor_name":"answer_turn","args":[],'
        b'"kwargs":{"payload":{"version":2}},"options":{},"message_id":"x","message_timestamp":1}',
        b'{"queue_name":"ai_requests","actor_name":"try_answer","args":[],'
        b'"kwargs":{"payload":{"version":2}},"options":{},"message_id":"x","message_timestamp":1}',
    ],
    ids=[
        "no JSON",
        "no message",
        "no text",
        "unknown actor",
        "wrong arguments",
        "newer version",
        "newer trial",
    ],
)
def test_a_body_that_no_actor_can_take_is_buried_and_does_not_stop_the_worker(
    desk: Desk, body: bytes
) -> None:
    desk.raw(body)
    desk.publish("после")
    desk.start(threads=1)
    until(lambda: desk.answered == ["после"])
    until(lambda: desk.broker.dead(Queue.AI_REQUESTS) == [body])
    until(lambda: left(desk) == 0)


def test_what_a_dead_worker_held_is_answered_by_another(desk: Desk) -> None:
    desk.holding.clear()
    desk.publish("раз", "два")
    dead = desk.start(threads=2)
    assert desk.begun.wait(15)
    until(lambda: desk.begins == 2)
    desk.kill(dead)
    desk.start()
    # Begun anew while the dead worker still sits on them, as a paused process does.
    until(lambda: desk.begins == 4, 20)
    desk.holding.set()
    until(lambda: sorted(desk.answered) == ["два", "два", "раз", "раз"])
    until(lambda: left(desk) == 0)
    assert desk.broker.dead(Queue.AI_REQUESTS) == []


def test_a_worker_that_is_stopped_gives_back_what_it_had_not_begun(desk: Desk) -> None:
    desk.holding.clear()
    desk.publish(*(str(number) for number in range(6)))
    first = desk.start(threads=2)
    assert desk.begun.wait(15)
    desk.holding.set()
    first.stop(timeout=5_000)
    desk.start()
    until(lambda: sorted(set(desk.answered)) == list("012345"))
    assert sorted(desk.answered) == list("012345"), "answered twice"
    assert desk.broker.dead(Queue.AI_REQUESTS) == []


def test_a_turn_that_takes_longer_than_the_lease_is_not_taken_away(desk: Desk) -> None:
    desk.holding.clear()
    desk.publish("долго")
    desk.start(threads=1)
    assert desk.begun.wait(15)
    desk.start(threads=1)
    time.sleep(LEASE.total_seconds() * 3)
    desk.holding.set()
    until(lambda: left(desk) == 0)
    assert desk.answered == ["долго"]


def test_a_turn_goes_before_documents_that_came_earlier(desk: Desk) -> None:
    """A visitor waits for a turn; nobody waits for a document."""
    desk.holding.clear()
    desk.publish("первый")
    worker = desk.start(threads=1, prefetch=10)
    assert desk.begun.wait(15)
    producer = desk.broker.producer()
    for _ in range(3):
        producer.passages(passage_batch())
    desk.publish("второй")
    until(lambda: worker.work_queue.qsize() >= 4)
    desk.holding.set()
    until(lambda: len(desk.order) == 5)
    assert desk.order[:2] == ["первый", "второй"]


def test_a_trial_reaches_its_service_and_is_in_no_other_queue(desk: Desk) -> None:
    desk.publish_trials("проба")
    desk.start()
    until(lambda: desk.tried == ["проба"])
    until(lambda: left(desk) == 0)
    assert desk.broker.depth(Queue.DB_MESSAGES) == 0
    assert desk.broker.dead(Queue.AI_REQUESTS) == []


def test_a_turn_goes_before_trials_that_came_earlier(desk: Desk) -> None:
    """An operator who tries something must not keep a visitor waiting."""
    desk.holding.clear()
    desk.publish("первый")
    worker = desk.start(threads=1, prefetch=10)
    assert desk.begun.wait(15)
    desk.broker.producer().passages(passage_batch())
    desk.publish_trials("раз", "два")
    desk.publish("второй")
    until(lambda: worker.work_queue.qsize() >= 4)
    desk.holding.set()
    until(lambda: len(desk.order) == 5)
    assert desk.order == ["первый", "второй", "проба", "проба", "vpn.md"]


def test_a_worker_whose_queue_was_deleted_answers_from_the_one_declared_anew(
    rabbitmq_broker: Broker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dramatiq.worker, "CONSUMER_RESTART_DELAY_SECS", 0.2)
    desk = Desk(rabbitmq_broker)
    desk.publish("раз")
    desk.start(threads=1)
    until(lambda: desk.answered == ["раз"])
    with pika.BlockingConnection(pika.URLParameters(rabbitmq_broker.url)) as connection:
        connection.channel().queue_delete(Queue.AI_REQUESTS)
    # Declared anew within some 50 ms, RabbitMQ 3.10 tells consumers nothing of it.
    time.sleep(0.5)
    desk.publish("два")
    until(lambda: desk.answered == ["раз", "два"])
    desk.stop()


def test_a_broker_that_never_answers_is_a_lost_connection_to_a_worker() -> None:
    """Another error would be logged as a bug, once a second."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        url = f"amqp://127.0.0.1:{server.getsockname()[1]}/"
        quorum = QuorumBroker(url, timedelta(seconds=0.3), [])
        with pytest.raises(ConnectionClosed):
            quorum.consume(Queue.AI_REQUESTS)
