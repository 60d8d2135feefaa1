"""Queues on RabbitMQ: durable quorum queues, publisher confirms, dead letters."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import pika
from pika.adapters.blocking_connection import BlockingChannel
from pika.adapters.utils.connection_workflow import AMQPConnectorException
from pika.exceptions import AMQPError, NackError, UnroutableError

from shared.queues.delivery import BrokerUnavailable, Delivery
from shared.queues.names import EXCHANGE, ROUTES, Queue, Route, dead_letters

# A quorum queue counts deliveries; whatever comes back this often is not crashing a worker by
# chance, and must not circle for ever. Workers give up long before (see gpu_worker).
DELIVERY_LIMIT = 20

# pika's own errors, and what a dying socket raises below them. A broker that accepts a connection
# and never answers raises the second one, which is no AMQPError.
FAILURES = (AMQPError, AMQPConnectorException, OSError, AttributeError)


def parameters(url: str, timeout: timedelta) -> pika.URLParameters:
    """Return connection parameters with our time-outs; heartbeats find a dead link in 30 s."""
    result = pika.URLParameters(url)
    seconds = timeout.total_seconds()
    result.socket_timeout = seconds
    result.stack_timeout = seconds * 2
    result.blocked_connection_timeout = seconds * 2
    result.heartbeat = 10
    return result


def arguments_of(name: str) -> dict[str, Any]:
    """Return what a queue of ours, or the dead letters of one, is declared with."""
    if name not in set(Queue):
        return {"x-queue-type": "quorum"}
    return {
        "x-queue-type": "quorum",
        "x-delivery-limit": DELIVERY_LIMIT,
        "x-dead-letter-exchange": "",
        "x-dead-letter-routing-key": dead_letters(Queue(name)),
    }


def declare(channel: BlockingChannel) -> None:
    """Declare the whole topology; done at the start, for a young quorum queue has no leader."""
    channel.exchange_declare(EXCHANGE, exchange_type="direct", durable=True)
    for queue in Queue:
        for name in (dead_letters(queue), queue):
            channel.queue_declare(name, durable=True, arguments=arguments_of(name))
    for route, queues in ROUTES.items():
        for queue in queues:
            channel.queue_bind(queue, EXCHANGE, routing_key=route)


def declare_topology(where: pika.URLParameters) -> None:
    """Declare the topology on a connection of its own."""
    connection = pika.BlockingConnection(where)
    try:
        declare(connection.channel())
    finally:
        connection.close()


PERSISTENT = pika.BasicProperties(delivery_mode=2, content_type="application/json")


class RabbitMQPublisher:
    """Publishes with confirmation from any thread; one connection, made again when it fails."""

    def __init__(self, url: str, timeout: timedelta) -> None:
        """Remember where to connect; nothing is opened yet."""
        self._parameters = parameters(url, timeout)
        self._lock = threading.Lock()
        self._connection: pika.BlockingConnection | None = None
        self._channel: BlockingChannel | None = None

    def publish(self, route: Route, body: bytes) -> None:
        """Return when the broker has the message on disk in every queue of ``route``.

        Raises:
            BrokerUnavailable: it may or may not have it; publish again.
        """
        with self._lock:
            for attempt in (1, 2):
                try:
                    self._open().basic_publish(EXCHANGE, route, body, PERSISTENT, mandatory=True)
                    return
                except (NackError, UnroutableError) as error:
                    raise BrokerUnavailable(str(error)) from error
                except FAILURES as error:
                    # An idle connection may have died unnoticed: one more try on a new one.
                    self._drop()
                    if attempt == 2:
                        raise BrokerUnavailable(repr(error)) from error

    def close(self) -> None:
        """Close the connection."""
        with self._lock:
            self._drop()

    def _open(self) -> BlockingChannel:
        if self._channel is None or not self._channel.is_open:
            self._drop()
            self._connection = pika.BlockingConnection(self._parameters)
            self._channel = self._connection.channel()
            self._channel.confirm_delivery()
            declare(self._channel)
        else:
            assert_alive(self._connection)
        return self._channel

    def _drop(self) -> None:
        connection, self._connection, self._channel = self._connection, None, None
        if connection is not None and connection.is_open:
            with suppress(*FAILURES):  # it is gone either way
                connection.close()


def assert_alive(connection: pika.BlockingConnection | None) -> None:
    """Let pika notice a connection that the broker closed while nobody looked."""
    if connection is not None:
        connection.process_data_events(time_limit=0)


class RabbitMQConsumer:
    """A consumer of one queue; see ``BatchConsumer``. Not thread-safe."""

    def __init__(self, url: str, queue: Queue, timeout: timedelta, prefetch: int = 1_000) -> None:
        """Remember where to connect; nothing is opened yet."""
        self._parameters = parameters(url, timeout)
        self._queue = queue
        self._prefetch = prefetch
        self._connection: pika.BlockingConnection | None = None
        self._channel: BlockingChannel | None = None
        self._inbox: list[Delivery] = []
        self._is_cancelled = False

    def take(self, most: int, wait: timedelta) -> Sequence[Delivery]:
        """Return what has come in, waiting for the first message."""
        with self._guarded():
            connection = self._open()
            until = time.monotonic() + wait.total_seconds()
            while not self._inbox and (left := until - time.monotonic()) > 0:
                connection.process_data_events(time_limit=left)
                if self._is_cancelled:
                    break
            connection.process_data_events(time_limit=0)
            taken, self._inbox = self._inbox[:most], self._inbox[most:]
        if self._is_cancelled and not taken:
            self.close()
            raise BrokerUnavailable("the queue was deleted")
        return taken

    def ack(self, deliveries: Sequence[Delivery]) -> None:
        """Forget messages that are done with."""
        with self._guarded():
            channel = self._live_channel()
            for delivery in deliveries:
                channel.basic_ack(int(delivery.tag))

    def keep(self, deliveries: Sequence[Delivery]) -> None:  # noqa: ARG002 (the connection keeps)
        """Answer heartbeats, which RabbitMQ expects while a batch takes long."""
        with self._guarded():
            self._live_channel()
            self._open().process_data_events(time_limit=0)
            # The broker may have closed the channel alone, which pika tells nobody: to take more
            # would open another one, on which the tags that are held mean other messages.
            self._live_channel()

    def bury(self, delivery: Delivery, reason: str) -> None:  # noqa: ARG002 (RabbitMQ has its own)
        """Move a message to the dead letters; RabbitMQ adds headers that say where from."""
        with self._guarded():
            self._live_channel().basic_reject(int(delivery.tag), requeue=False)

    def close(self) -> None:
        """Close the connection; what was not acknowledged goes back to the queue."""
        connection, self._connection, self._channel = self._connection, None, None
        self._inbox, self._is_cancelled = [], False
        if connection is not None and connection.is_open:
            with suppress(*FAILURES):  # it is gone either way
                connection.close()

    def _live_channel(self) -> BlockingChannel:
        # A tag is good on the channel that it came from alone; on another one it would
        # acknowledge somebody else's message.
        if self._channel is None or not self._channel.is_open:
            raise BrokerUnavailable("the channel of the delivery is gone")
        return self._channel

    def _open(self) -> pika.BlockingConnection:
        if (
            self._connection is not None
            and self._connection.is_open
            and self._channel is not None
            and self._channel.is_open
        ):
            return self._connection
        self.close()
        connection = pika.BlockingConnection(self._parameters)
        self._connection = connection
        self._channel = connection.channel()
        declare(self._channel)
        self._channel.basic_qos(prefetch_count=self._prefetch)
        self._channel.add_on_cancel_callback(self._cancelled)
        self._channel.basic_consume(self._queue, self._receive)
        return connection

    def _receive(self, _channel: Any, method: Any, _properties: Any, body: bytes) -> None:  # noqa: ANN401
        self._inbox.append(Delivery(str(method.delivery_tag), body))

    def _cancelled(self, _frame: Any) -> None:  # noqa: ANN401
        # The queue was deleted under us. The connection lives on, and nothing would ever come of
        # it again, also when somebody has declared the queue anew: only a new consumer sees that.
        self._is_cancelled = True

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except FAILURES as error:
            self.close()
            raise BrokerUnavailable(repr(error)) from error
