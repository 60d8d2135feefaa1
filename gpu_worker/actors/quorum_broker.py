"""Dramatiq on RabbitMQ, over the quorum queues of ``shared.queues.rabbitmq``.

Dramatiq declares classic queues of its own, with delay and dead-letter queues beside them, which
RabbitMQ refuses (406) when the queue exists as a quorum queue. Here the topology is the one
that the producers declare, and dead letters go where a person looks for them.
"""

from datetime import timedelta

from dramatiq import Consumer, Middleware
from dramatiq.brokers.rabbitmq import RabbitmqBroker
from dramatiq.errors import ConnectionClosed

from shared.queues.rabbitmq import FAILURES, declare_topology, parameters


class QuorumBroker(RabbitmqBroker):
    """A ``RabbitmqBroker`` that uses the topology as it is."""

    def __init__(self, url: str, timeout: timedelta, middleware: list[Middleware]) -> None:
        """Connect to ``url`` when the first consumer is made."""
        super().__init__(url=url, confirm_delivery=True, middleware=middleware)
        self.parameters = parameters(url, timeout)

    def declare_queue(self, queue_name: str, *, ensure: bool = False) -> None:  # noqa: ARG002
        """Make a queue known; no delay queue, for nothing here is done later."""
        if queue_name not in self.queues:
            self.emit_before("declare_queue", queue_name)
            self.queues.add(queue_name)
            self.emit_after("declare_queue", queue_name)

    def consume(self, queue_name: str, prefetch: int = 1, timeout: int = 5_000) -> Consumer:
        """Declare the topology, then consume on a connection of its own.

        Raises:
            ConnectionClosed: RabbitMQ is away.
        """
        try:
            declare_topology(self.parameters)
            consumer: Consumer = self.consumer_class(self, queue_name, prefetch, timeout)
        except FAILURES as error:
            raise ConnectionClosed(error) from None  # type: ignore[no-untyped-call]
        return consumer
