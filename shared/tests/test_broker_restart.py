"""A broker that dies and comes back: what was confirmed is there, what was not was said so."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from xmlrpc.client import Fault

import pytest

from ops.embedded.installation import Installation
from ops.embedded.rabbitmq import RabbitMQ
from shared.queues.delivery import BatchConsumer, BrokerUnavailable, Delivery
from shared.queues.names import Queue
from shared.queues.producers import AsyncProducer, Producer
from shared.tests.samples import accepted_message
from shared.tests.test_queues import texts
from tests.brokers import Broker

pytestmark = pytest.mark.services


async def send(producer: AsyncProducer, text: str) -> bool:
    """Publish as a handler; returns whether it was confirmed."""
    try:
        await producer.message(accepted_message(text))
    except BrokerUnavailable:
        return False
    return True


def send_blocking(producer: Producer, text: str) -> bool:
    """Publish as a worker; returns whether it was confirmed."""
    try:
        producer.message(accepted_message(text))
    except BrokerUnavailable:
        return False
    return True


async def send_until_confirmed(producer: AsyncProducer, blocking: Producer, text: str) -> None:
    """Repeat as clients and workers do."""
    ways: list[Callable[[], Awaitable[bool]]] = [
        lambda: send(producer, f"{text}, handler"),
        lambda: asyncio.to_thread(send_blocking, blocking, f"{text}, worker"),
    ]
    for one in ways:
        until = time.monotonic() + 60
        while not await one():
            assert time.monotonic() < until, "the broker is back and still nothing is confirmed"
            await asyncio.sleep(0.2)


def drain(consumer: BatchConsumer, count: int) -> list[Delivery]:
    """Take ``count`` messages, whatever connections are lost meanwhile."""
    found: list[Delivery] = []
    until = time.monotonic() + 30
    while len(found) < count and time.monotonic() < until:
        try:
            found += consumer.take(100, timedelta(seconds=1))
        except BrokerUnavailable:
            found = []
            time.sleep(0.2)
    return found


async def outlive(broker: Broker, kill: Callable[[], None], start: Callable[[], None]) -> None:
    """Publish before, during and after the death of a broker."""
    producer, blocking = broker.async_producer(), broker.producer()
    consumer = broker.consumer(Queue.DB_MESSAGES)
    await asyncio.to_thread(consumer.take, 1, timedelta(milliseconds=50))
    await send_until_confirmed(producer, blocking, "до")
    await asyncio.sleep(3 if broker.is_rabbitmq else 0)  # see handlers/tests/test_parts_away.py
    await asyncio.to_thread(kill)
    try:
        assert not await send(producer, "во время, handler")
        assert not await asyncio.to_thread(send_blocking, blocking, "во время, worker")
        with pytest.raises(BrokerUnavailable):
            await producer.ping()
    finally:
        start()  # here: the node ends with the thread that started it
    await send_until_confirmed(producer, blocking, "после")
    await producer.ping()
    await producer.close()
    deliveries = await asyncio.to_thread(drain, consumer, 4)
    confirmed = {f"{when}, {who}" for when in ("до", "после") for who in ("handler", "worker")}
    assert (
        confirmed
        <= set(texts(deliveries))
        <= confirmed
        | {
            "во время, handler",  # a broker may have had it when it died
            "во время, worker",
        }
    )
    consumer.ack(deliveries)


async def test_what_rabbitmq_confirmed_outlives_its_death(
    rabbitmq_broker: Broker, rabbitmq: RabbitMQ
) -> None:
    await outlive(rabbitmq_broker, rabbitmq.kill, rabbitmq.start)


async def test_what_the_embedded_broker_confirmed_outlives_its_death(
    embedded_broker: Broker, stores: Installation
) -> None:
    def kill() -> None:
        stores.kill("redis")
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                stores.pause("redis")  # or supervisord starts it again
            except Fault:  # between its death and its next life
                time.sleep(0.02)
            else:
                return

    def start() -> None:
        stores.launch("redis")
        stores.await_ready(["redis"])

    await outlive(embedded_broker, kill, start)
