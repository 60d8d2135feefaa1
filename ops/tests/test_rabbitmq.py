"""The private RabbitMQ node: killed and started again it keeps its messages and its address."""

import time
from contextlib import suppress
from pathlib import Path

import pika
import pytest

from ops.embedded.rabbitmq import RabbitMQ

pytestmark = pytest.mark.services

_QUORUM = {"x-queue-type": "quorum"}


def _confirmed_publish(url: str, queue: str, body: bytes) -> None:
    with pika.BlockingConnection(pika.URLParameters(url)) as connection:
        channel = connection.channel()
        channel.queue_declare(queue, durable=True, arguments=_QUORUM)
        channel.confirm_delivery()
        channel.basic_publish("", queue, body, pika.BasicProperties(delivery_mode=2))


def _received(url: str, queue: str, seconds: float = 60.0) -> bytes | None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        # A queue whose leader is not elected yet after a restart ends the connection that asks.
        with (
            suppress(pika.exceptions.AMQPConnectionError),
            pika.BlockingConnection(pika.URLParameters(url)) as connection,
        ):
            channel = connection.channel()
            method, _, body = channel.basic_get(queue)
            if body is not None:
                received: bytes = body
                channel.basic_ack(method.delivery_tag)
                return received
        time.sleep(0.1)
    return None


def test_a_killed_node_comes_back_with_its_messages(rabbitmq: RabbitMQ) -> None:
    """Given a confirmed message, when the node is killed with -9, it is there at the restart."""
    _confirmed_publish(rabbitmq.url, "ops-kept", b"kept")
    time.sleep(1.0)  # a quorum queue killed under a second after its birth may stay leaderless

    rabbitmq.kill()
    rabbitmq.start()

    assert _received(rabbitmq.url, "ops-kept") == b"kept"


def test_a_virtual_host_is_a_world_of_its_own(rabbitmq: RabbitMQ) -> None:
    address = rabbitmq.add_vhost("ops-own")
    _confirmed_publish(address, "ops-apart", b"apart")
    assert _received(address, "ops-apart") == b"apart"
    assert "ops-apart" not in rabbitmq.control("list_queues", "name")


def test_a_stopped_node_leaves_no_process(services_folder: Path) -> None:
    node = RabbitMQ(services_folder / "short lived")
    node.start()
    node.stop()
    own = str(services_folder / "short lived").encode()
    commands = (path / "cmdline" for path in Path("/proc").iterdir() if path.name.isdecimal())
    assert not [path for path in commands if path.exists() and own in path.read_bytes()]
