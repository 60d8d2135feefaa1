"""Queues lose nothing and double nothing they were told is done, on both brokers."""

import asyncio
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

import pika
import pytest

from ops.embedded.rabbitmq import RabbitMQ
from shared.config import Settings
from shared.contracts.queues import DbMessage
from shared.kernel.ids import uuid7
from shared.queues.delivery import BatchConsumer, BrokerUnavailable, Delivery
from shared.queues.envelope import unwrap
from shared.queues.names import Queue, dead_letters
from shared.queues.producers import build_async_producer, build_producer
from shared.tests.samples import accepted_message, ai_result, feedback, passage_batch
from tests.brokers import LEASE, Broker

pytestmark = pytest.mark.services

WAIT = timedelta(seconds=5)
SHORT = timedelta(milliseconds=200)


def texts(deliveries: Sequence[Delivery]) -> list[str]:
    """The texts of delivered messages."""
    found = []
    for delivery in deliveries:
        decoded = DbMessage.validate_python(unwrap(delivery.body))
        found.append(decoded.record.message.text if decoded.kind == "message" else "feedback")
    return found


def take(consumer: BatchConsumer, count: int, most: int = 100) -> list[Delivery]:
    """Take until there are ``count``, for a broker may deliver them in several goes."""
    found: list[Delivery] = []
    until = time.monotonic() + 10
    while len(found) < count and time.monotonic() < until:
        found += consumer.take(min(most, count - len(found)), timedelta(seconds=1))
    return found


def test_what_is_published_is_taken_in_its_order_and_gone_once_acknowledged(
    broker: Broker,
) -> None:
    producer, consumer = broker.producer(), broker.consumer(Queue.DB_MESSAGES)
    wanted = [f"сообщение {number}" for number in range(50)]
    for text in wanted:
        producer.message(accepted_message(text))
    deliveries = take(consumer, 50)
    assert texts(deliveries) == wanted
    consumer.ack(deliveries)
    consumer.close()
    again = broker.consumer(Queue.DB_MESSAGES, "second")
    time.sleep(LEASE.total_seconds() * 1.4)
    assert again.take(10, SHORT) == []
    again.close()
    producer.close()
    assert broker.depth(Queue.DB_MESSAGES) == 0


def test_no_more_is_taken_than_was_asked_for(broker: Broker) -> None:
    producer, consumer = broker.producer(), broker.consumer(Queue.DB_MESSAGES)
    for number in range(7):
        producer.message(accepted_message(str(number)))
    first = take(consumer, 3, most=3)
    rest = take(consumer, 4)
    assert texts([*first, *rest]) == list("0123456")
    consumer.ack([*first, *rest])
    consumer.close()
    producer.close()


def test_an_empty_queue_is_waited_for_as_long_as_asked(broker: Broker) -> None:
    consumer = broker.consumer(Queue.DB_MESSAGES)
    consumer.take(1, SHORT)
    began = time.monotonic()
    assert consumer.take(1, timedelta(seconds=0.5)) == []
    assert 0.4 < time.monotonic() - began < 4
    consumer.close()


def test_what_a_worker_took_and_did_not_acknowledge_comes_to_another(broker: Broker) -> None:
    """RabbitMQ sees the connection close; on a stream the lease has to run out."""
    producer = broker.producer()
    dead, living = broker.consumer(Queue.DB_MESSAGES, "a"), broker.consumer(Queue.DB_MESSAGES, "b")
    for text in ("раз", "два", "три"):
        producer.message(accepted_message(text))
    taken = take(dead, 3)
    dead.ack(taken[:1])
    dead.close()
    if not broker.is_rabbitmq:
        assert living.take(10, SHORT) == []
    again = take(living, 2)
    assert sorted(texts(again)) == ["два", "три"]
    living.ack(again)
    living.close()
    producer.close()


def test_what_cannot_be_processed_is_buried_alone(broker: Broker) -> None:
    producer, consumer = broker.producer(), broker.consumer(Queue.DB_MESSAGES)
    for text in ("раз", "ядовитое", "три"):
        producer.message(accepted_message(text))
    taken = take(consumer, 3)
    consumer.bury(taken[1], "ValidationError")
    consumer.ack([taken[0], taken[2]])
    consumer.close()
    producer.close()
    until = time.monotonic() + 5
    while not (dead := broker.dead(Queue.DB_MESSAGES)) and time.monotonic() < until:
        time.sleep(0.05)
    assert dead == [taken[1].body]
    assert broker.depth(Queue.DB_MESSAGES) == 0
    assert all(broker.depth(dead_letters(queue)) == 0 for queue in set(Queue) - {"db_messages"})


def test_one_publish_of_a_message_with_a_request_reaches_both_queues(broker: Broker) -> None:
    producer = broker.async_producer()

    async def send() -> None:
        await producer.message(accepted_message("вопрос"))
        await producer.message(accepted_message("заметка").model_copy(update={"request": None}))
        await producer.feedback(feedback())
        await producer.close()

    asyncio.run(send())
    first, second = (
        take(consumer, count)
        for consumer, count in (
            (broker.consumer(Queue.DB_MESSAGES), 3),
            (broker.consumer(Queue.AI_REQUESTS), 1),
        )
    )
    assert texts(first) == ["вопрос", "заметка", "feedback"]
    assert [delivery.body for delivery in second] == [first[0].body]
    assert broker.depth(Queue.AI_RESPONSE) == 0


def test_what_workers_send_goes_to_its_own_queue(broker: Broker) -> None:
    producer = broker.producer()
    producer.response(ai_result())
    producer.passages(passage_batch())
    assert len(take(broker.consumer(Queue.AI_RESPONSE), 1)) == 1
    assert len(take(broker.consumer(Queue.AI_REQUESTS), 1)) == 1
    producer.close()
    assert broker.depth(Queue.DB_MESSAGES) == 0


def test_many_publishes_at_once_are_each_confirmed_and_all_there(broker: Broker) -> None:
    async def send() -> None:
        producer = broker.async_producer()
        await asyncio.gather(*(producer.message(accepted_message(str(n))) for n in range(200)))
        await producer.close()

    asyncio.run(send())
    deliveries = take(broker.consumer(Queue.DB_MESSAGES), 200)
    assert sorted(map(int, texts(deliveries))) == list(range(200))


def test_several_consumers_share_a_queue_and_no_message_goes_to_two(broker: Broker) -> None:
    producer = broker.producer()
    consumers = [broker.consumer(Queue.DB_MESSAGES, name) for name in ("a", "b")]
    for consumer in consumers:
        consumer.take(1, timedelta(milliseconds=1))
    for number in range(20):
        producer.message(accepted_message(str(number)))
    found: list[str] = []
    until = time.monotonic() + 5
    while len(found) < 20 and time.monotonic() < until:
        for consumer in consumers:
            batch = consumer.take(3, timedelta(milliseconds=50))
            consumer.ack(batch)
            found += texts(batch)
    assert sorted(map(int, found)) == list(range(20))
    for consumer in consumers:
        consumer.close()
    producer.close()


def test_a_stream_keeps_a_message_with_its_owner_while_the_owner_renews(
    embedded_broker: Broker,
) -> None:
    producer = embedded_broker.producer()
    slow = embedded_broker.consumer(Queue.AI_REQUESTS, "slow")
    other = embedded_broker.consumer(Queue.AI_REQUESTS, "other")
    producer.passages(passage_batch())
    (delivery,) = take(slow, 1)
    for _ in range(6):
        time.sleep(LEASE.total_seconds() / 3)
        slow.renew([delivery.tag])  # type: ignore[union-attr]
        assert other.take(1, timedelta(milliseconds=1)) == []
    slow.give_back([delivery.tag])  # type: ignore[union-attr]
    time.sleep(LEASE.total_seconds() / 3)
    assert [again.tag for again in other.take(1, WAIT)] == [delivery.tag]


def test_a_stream_that_was_lost_with_its_group_is_made_again(embedded_broker: Broker) -> None:
    consumer = embedded_broker.consumer(Queue.DB_MESSAGES)
    consumer.take(1, SHORT)
    embedded_broker.empty()
    with pytest.raises(BrokerUnavailable):
        consumer.take(1, SHORT)
    embedded_broker.producer().message(accepted_message("после потери"))
    assert texts(consumer.take(1, WAIT)) == ["после потери"]


def test_a_message_for_a_queue_that_was_deleted_is_not_confirmed_and_the_next_one_is(
    make_rabbitmq_vhost: Callable[[str], str],
) -> None:
    url = make_rabbitmq_vhost(f"bare-{uuid7().hex}")
    settings = Broker.unchecked(url)

    async def send() -> None:
        producer = build_async_producer(settings)
        try:
            # On a broker made anew the publisher declares the queues itself.
            await producer.feedback(feedback())
            with pika.BlockingConnection(pika.URLParameters(url)) as connection:
                connection.channel().queue_delete(Queue.DB_MESSAGES)
            with pytest.raises(BrokerUnavailable):
                await producer.feedback(feedback())
            await producer.feedback(feedback())
        finally:
            await producer.close()

    asyncio.run(send())
    with pika.BlockingConnection(pika.URLParameters(url)) as connection:
        declared = connection.channel().queue_declare(Queue.DB_MESSAGES, passive=True)
        assert declared.method.message_count == 1


def test_a_broker_that_is_not_there_is_unavailable_and_says_so_in_time() -> None:
    for url in ("amqp://127.0.0.1:1/", "redis://127.0.0.1:1/0"):
        settings = Broker.unchecked(url)

        async def send(settings: Settings = settings) -> None:
            producer = build_async_producer(settings)
            with pytest.raises(BrokerUnavailable):
                await producer.message(accepted_message("x"))
            with pytest.raises(BrokerUnavailable):
                await producer.ping()
            await producer.close()

        began = time.monotonic()
        asyncio.run(send())
        with pytest.raises(BrokerUnavailable):
            build_producer(settings).response(ai_result())
        assert time.monotonic() - began < 10


def test_an_acknowledgement_on_a_lost_connection_is_refused_not_misdelivered(
    rabbitmq_broker: Broker,
) -> None:
    """Tags count from one on every channel: an old one would acknowledge somebody else's."""
    rabbitmq_broker.producer().message(accepted_message("раз"))
    consumer = rabbitmq_broker.consumer(Queue.DB_MESSAGES)
    taken = take(consumer, 1)
    consumer.close()
    with pytest.raises(BrokerUnavailable):
        consumer.ack(taken)
    assert texts(take(consumer, 1)) == ["раз"]
    consumer.close()


def test_every_queue_on_rabbitmq_is_durable_quorum_and_has_its_dead_letters(
    rabbitmq_broker: Broker, rabbitmq: RabbitMQ
) -> None:
    listed = rabbitmq.control("list_queues", "name", "durable", "type", "arguments")
    lines = {line.split("\t")[0]: line for line in listed.splitlines()}
    for queue in Queue:
        assert "true\tquorum" in lines[queue]
        assert "true\tquorum" in lines[dead_letters(queue)]
        assert dead_letters(queue) in lines[queue].split("\t", 1)[1]
