"""RabbitMQ when it says nothing, and when a queue is taken away from under a consumer."""

import asyncio
import socket
import time
from collections.abc import Iterator
from datetime import timedelta

import pika
import pytest

from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue, Route
from shared.queues.rabbitmq import RabbitMQConsumer, RabbitMQPublisher
from shared.queues.rabbitmq_async import AsyncRabbitMQPublisher
from shared.tests.samples import accepted_message
from shared.tests.test_queues import SHORT, WAIT, take, texts
from tests.brokers import Broker

pytestmark = pytest.mark.services


@pytest.fixture
def silent_url() -> Iterator[str]:
    """A broker that accepts connections and never says a word, as a frozen one does."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as server:
        yield f"amqp://127.0.0.1:{server.getsockname()[1]}/"


async def test_a_broker_that_never_answers_keeps_all_who_publish_only_as_long_as_one(
    silent_url: str,
) -> None:
    publisher = AsyncRabbitMQPublisher(silent_url, timedelta(seconds=0.5), timedelta(seconds=3))

    async def refused() -> float:
        began = time.monotonic()
        with pytest.raises(BrokerUnavailable):
            await publisher.publish(Route.STORE, b"x")
        return time.monotonic() - began

    assert max(await asyncio.gather(*(refused() for _ in range(8)))) < 3
    hurried = AsyncRabbitMQPublisher(silent_url, timedelta(seconds=2), timedelta(seconds=0.3))
    began = time.monotonic()
    with pytest.raises(BrokerUnavailable):
        await hurried.publish(Route.STORE, b"x")
    assert time.monotonic() - began < 2, "the bound holds for connecting too"
    await hurried.close()
    await publisher.close()


async def test_one_who_gives_up_waiting_for_a_connection_takes_it_from_no_other(
    rabbitmq_broker: Broker,
) -> None:
    producer = rabbitmq_broker.async_producer()
    hasty = asyncio.create_task(producer.message(accepted_message("раз")))
    patient = asyncio.create_task(producer.message(accepted_message("два")))
    await asyncio.sleep(0)
    hasty.cancel()
    await patient
    await producer.close()
    assert rabbitmq_broker.depth(Queue.DB_MESSAGES) == 1


def test_a_broker_that_never_answers_is_unavailable_to_workers_too(silent_url: str) -> None:
    """For it pika has an error of its own that is no ``AMQPError``."""
    timeout = timedelta(seconds=0.3)
    with pytest.raises(BrokerUnavailable):
        RabbitMQPublisher(silent_url, timeout).publish(Route.RESPOND, b"x")
    with pytest.raises(BrokerUnavailable):
        RabbitMQConsumer(silent_url, Queue.AI_RESPONSE, timeout).take(1, SHORT)


def test_a_consumer_whose_queue_was_deleted_says_so_and_then_hears_the_new_one(
    rabbitmq_broker: Broker,
) -> None:
    consumer = rabbitmq_broker.consumer(Queue.DB_MESSAGES)
    assert consumer.take(1, SHORT) == []
    with pika.BlockingConnection(pika.URLParameters(rabbitmq_broker.url)) as connection:
        connection.channel().queue_delete(Queue.DB_MESSAGES)
    with pytest.raises(BrokerUnavailable):
        consumer.take(1, WAIT)
    assert consumer.take(1, SHORT) == []
    rabbitmq_broker.producer().message(accepted_message("после"))
    assert texts(take(consumer, 1)) == ["после"]
    consumer.close()


def test_what_is_held_is_lost_with_its_channel_and_said_so(rabbitmq_broker: Broker) -> None:
    """As after ``consumer_timeout``: on another channel the same tag is another message."""
    rabbitmq_broker.producer().message(accepted_message("раз"))
    consumer = rabbitmq_broker.consumer(Queue.DB_MESSAGES)
    held = take(consumer, 1)
    assert isinstance(consumer, RabbitMQConsumer)
    assert consumer._channel is not None
    consumer._channel.basic_ack(9_999)  # the broker closes the channel for it, and that alone
    time.sleep(0.5)
    with pytest.raises(BrokerUnavailable):
        consumer.keep(held)
    consumer.close()
