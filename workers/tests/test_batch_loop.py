"""The consumer inside a worker: acknowledged after the work, nothing lost when the work fails."""

import time
from collections.abc import Callable, Iterator, Sequence
from threading import Event

import pytest

from shared.contracts.queues import DbMessage
from shared.queues.delivery import Delivery
from shared.queues.envelope import unwrap
from shared.queues.names import Queue
from shared.queues.rabbitmq import DELIVERY_LIMIT
from shared.tests.samples import accepted_message
from tests.brokers import Broker
from workers.consumers import step
from workers.consumers.step import BatchLoop, RetryLater

pytestmark = pytest.mark.services

Buried = list[tuple[Delivery, str]]


def text_of(delivery: Delivery) -> str:
    decoded = DbMessage.validate_python(unwrap(delivery.body))
    assert decoded.kind == "message"
    return decoded.record.message.text


class Work:
    """Stands for the store; may be told how to fail."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.offered: list[str] = []
        self.failures: list[Exception] = []
        self.poison = "нет такого"
        self.calls = 0
        self.called = Event()

    def process(self, batch: Sequence[Delivery]) -> Buried:
        """Do the work of a batch."""
        self.calls += 1
        self.offered = [text_of(delivery) for delivery in batch]
        self.called.set()
        if self.failures:
            raise self.failures.pop(0)
        buried: Buried = []
        for delivery, text in zip(batch, self.offered, strict=True):
            if text == self.poison:
                buried.append((delivery, "poison"))
            else:
                self.done.append(text)
        return buried


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def run(
    broker: Broker, work: Work, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], BatchLoop]]:
    """Start a loop over ``db_messages``; it is stopped after the test."""
    monkeypatch.setattr(step, "_backoff", lambda _: 0.01)
    started: list[BatchLoop] = []

    def start() -> BatchLoop:
        name = f"loop-{len(started)}"
        loop = BatchLoop(
            Queue.DB_MESSAGES, lambda: broker.consumer(Queue.DB_MESSAGES, name), work.process
        )
        loop.start()
        started.append(loop)
        return loop

    yield start
    for loop in started:
        loop.stop()


def publish(broker: Broker, *texts: str) -> None:
    producer = broker.producer()
    for text in texts:
        producer.message(accepted_message(text))


def until(condition: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def test_a_batch_is_worked_on_in_its_order_and_then_gone(
    broker: Broker, work: Work, run: Callable[[], BatchLoop]
) -> None:
    texts = [str(number) for number in range(120)]
    publish(broker, *texts)
    loop = run()
    until(lambda: len(work.done) >= 120)
    loop.stop()
    assert work.done == texts
    assert work.calls < 60, "one at a time is no batch"
    assert broker.depth(Queue.DB_MESSAGES) == 0


def test_what_the_work_names_is_buried_and_nothing_else(
    broker: Broker, work: Work, run: Callable[[], BatchLoop]
) -> None:
    work.poison = "яд"
    publish(broker, "раз", "яд", "два")
    run()
    until(lambda: len(work.done) == 2 and len(broker.dead(Queue.DB_MESSAGES)) == 1)
    assert work.done == ["раз", "два"]


def test_a_store_that_is_away_for_long_sends_nothing_to_the_dead_letters(
    broker: Broker, work: Work, run: Callable[[], BatchLoop]
) -> None:
    work.failures = [RetryLater("away") for _ in range(DELIVERY_LIMIT + 10)]
    publish(broker, "раз", "два", "три")
    run()
    until(lambda: sorted(work.done) == ["два", "раз", "три"], 40)
    assert broker.dead(Queue.DB_MESSAGES) == []


def test_what_comes_while_the_store_is_away_does_not_wait_behind_what_cannot_be_stored(
    broker: Broker, work: Work, run: Callable[[], BatchLoop]
) -> None:
    work.failures = [RetryLater("away") for _ in range(100_000)]
    publish(broker, "раз")
    run()
    assert work.called.wait(10)
    publish(broker, "два")
    until(lambda: work.offered == ["раз", "два"])
    assert work.done == []
    work.failures = []
    until(lambda: work.done == ["раз", "два"] and broker.depth(Queue.DB_MESSAGES) == 0)


def test_a_bug_in_the_work_loses_nothing(
    broker: Broker, work: Work, run: Callable[[], BatchLoop]
) -> None:
    work.failures = [ZeroDivisionError("a bug"), KeyError("another")]
    publish(broker, "раз", "два")
    run()
    until(lambda: set(work.done) == {"раз", "два"})
    assert broker.dead(Queue.DB_MESSAGES) == []


def test_a_loop_that_is_stopped_while_the_store_is_away_gives_its_batch_to_the_next(
    broker: Broker, work: Work, run: Callable[[], BatchLoop]
) -> None:
    work.failures = [RetryLater("away") for _ in range(100_000)]
    publish(broker, "раз")
    first = run()
    assert work.called.wait(10)
    first.stop()
    assert not first.is_alive()
    work.failures = []
    run()
    until(lambda: work.done == ["раз"])
