"""A boot step that consumes one queue in batches beside the worker's tasks.

One Celery task a row costs twenty times a batched insert, loses messages when a prefork child
is killed, and celery-batches acknowledges failed batches (docs/adr/0003 has the figures). So the
queue is consumed here: take a batch, write it in one transaction, acknowledge after the commit.
Whatever fails is not acknowledged and comes again.
"""

import random
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from threading import Event, Thread
from typing import Any, ClassVar, Protocol

from celery import bootsteps

from shared.observability.logs import get_logger
from shared.observability.metrics import BATCH_SECONDS, BURIED
from shared.queues.delivery import BatchConsumer, BrokerUnavailable, Delivery
from shared.queues.names import Queue

_WAIT = timedelta(seconds=1)
_NO_WAIT = timedelta(0)
_MOST = 500


class RetryLater(Exception):
    """A part is away; the batch stays unacknowledged and is tried again."""


Process = Callable[[Sequence[Delivery]], Sequence[tuple[Delivery, str]]]
"""Handles a batch; returns the messages that belong in the dead letters, with the reason."""


class BatchLoop(Thread):
    """Consumes ``queue`` until it is stopped."""

    def __init__(
        self,
        queue: Queue,
        open_consumer: Callable[[], BatchConsumer],
        process: Process,
        most: int = _MOST,
    ) -> None:
        """Prepare; ``start`` begins. A batch has at most ``most`` messages."""
        super().__init__(name=f"consume-{queue}", daemon=True)
        self.queue = queue
        self._open_consumer = open_consumer
        self._process = process
        self._most = most
        self._stopping = Event()
        self.is_connected = False

    def run(self) -> None:
        """Take, process, acknowledge; begin again with a new connection after a failure."""
        failures = 0
        while not self._stopping.is_set():
            consumer = self._open_consumer()
            try:
                while not self._stopping.is_set():
                    self._step(consumer)
                    failures = 0
            except (BrokerUnavailable, RetryLater) as error:
                failures += 1
                get_logger().warning("consumer.interrupted", queue=self.queue, error=str(error))
            except Exception:  # noqa: BLE001 (a bug must not end the consumer)
                failures += 1
                get_logger().exception("consumer.failed", queue=self.queue)
            finally:
                self.is_connected = False
                consumer.close()
            self._stopping.wait(_backoff(failures))

    def stop(self) -> None:
        """Finish the batch under way, then end."""
        self._stopping.set()
        if self.is_alive():
            self.join(timeout=20)

    def _step(self, consumer: BatchConsumer) -> None:
        batch = consumer.take(self._most, _WAIT)
        self.is_connected = True
        if not batch:
            return
        started = time.perf_counter()
        batch, buried = self._persist(consumer, batch)
        for delivery in batch:
            if delivery.tag in buried:
                reason = buried[delivery.tag]
                get_logger().error("message.buried", queue=self.queue, reason=reason)
                BURIED.labels(self.queue).inc()
                consumer.bury(delivery, reason)
        consumer.ack([delivery for delivery in batch if delivery.tag not in buried])
        BATCH_SECONDS.labels(self.queue).observe(time.perf_counter() - started)

    def _persist(
        self, consumer: BatchConsumer, batch: Sequence[Delivery]
    ) -> tuple[Sequence[Delivery], dict[str, str]]:
        """Process a batch until it succeeds, keeping it while a store is away.

        To let go of it would count as one more failed delivery of every message, and a
        database that is away for a minute would send good messages to the dead letters.
        What comes meanwhile joins it: answers are told before they are stored, and the one
        that was told first must not keep those behind it from being told.

        Returns:
            All that was processed, and of what belongs in the dead letters the reason by tag.
        """
        held, failures = list(batch), 0
        while True:
            try:
                return held, {delivery.tag: reason for delivery, reason in self._process(held)}
            except RetryLater as error:
                failures += 1
                get_logger().warning("batch.waits", queue=self.queue, error=str(error))
                if self._stopping.wait(_backoff(failures)):
                    raise
                consumer.keep(held)
                if len(held) < self._most:
                    held += consumer.take(self._most - len(held), _NO_WAIT)


class Loop(Protocol):
    """A thread that works until it is stopped."""

    def start(self) -> None:
        """Begin."""

    def stop(self) -> None:
        """Finish what is under way, then end."""

    def is_alive(self) -> bool:
        """Whether it works."""


class ConsumerStep(bootsteps.StartStopStep):
    """Starts the loops with the worker; guarded, for it is started anew at every reconnect."""

    loops: ClassVar[Sequence[Loop]] = ()

    def start(self, worker: Any) -> None:  # noqa: ANN401, ARG002 (celery's signature)
        """Begin, whether the broker is there or not."""
        for loop in self.loops:
            if not loop.is_alive():
                loop.start()

    def stop(self, worker: Any) -> None:  # noqa: ANN401, ARG002 (celery's signature)
        """Finish what is under way."""
        for loop in self.loops:
            loop.stop()


def _backoff(failures: int) -> float:
    if not failures:
        return 0.0
    # Short, for what comes meanwhile is looked at no sooner.
    longest: float = min(0.2 * 2.0 ** min(failures, 5), 1.0)
    return random.uniform(0.1, longest)  # noqa: S311 (jitter)
