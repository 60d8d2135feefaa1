"""Messages that lie in the dead letters, as workers put them there."""

import time
from datetime import timedelta

from shared.kernel.ids import uuid7
from shared.queues.names import Queue, dead_letters
from shared.tests.samples import accepted_message
from tests.brokers import Broker

QUEUE = Queue.DB_MESSAGES
DEAD = dead_letters(QUEUE)
_SECOND = timedelta(seconds=1)


def bury(broker: Broker, *texts: str) -> None:
    """Put messages into the dead letters as workers do."""
    producer, consumer = broker.producer(), broker.consumer(QUEUE, f"burier-{uuid7()}")
    for text in texts:
        producer.message(accepted_message(text))
    left, until = len(texts), time.monotonic() + 30
    while left and time.monotonic() < until:
        for delivery in consumer.take(left, _SECOND):
            consumer.bury(delivery, "its conversation does not exist")
            left -= 1
    consumer.close()
    producer.close()
    while broker.depth(DEAD) < len(texts) and time.monotonic() < until:
        time.sleep(0.05)
    assert broker.depth(DEAD) == len(texts)
