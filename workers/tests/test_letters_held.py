"""On RabbitMQ one at a time goes through dead letters: two would miss what the other has."""

from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from shared.kernel.ids import uuid7
from shared.queues.dead_letters import DeadLetters, Fate, Letter
from shared.queues.names import Queue
from shared.storage.erasure import unswept
from shared.storage.traces import Traces
from tests.brokers import Broker
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.privacy import PrivacyService
from workers.tests.buried import DEAD, QUEUE, bury
from workers.tests.shell import Shell

pytestmark = pytest.mark.services


def test_an_erasure_beside_another_pass_comes_again_and_misses_no_letter(
    rabbitmq_broker: Broker, connection: Connection[Any], database: Database, redis: Redis
) -> None:
    erased, site_id = uuid7(), uuid7()
    connection.execute(
        "INSERT INTO erased_conversations (id, site_id) VALUES (%s, %s)", (erased, site_id)
    )
    bury(rabbitmq_broker, *(f"{number} {erased}" for number in range(6)))
    letters = DeadLetters(rabbitmq_broker.settings)
    erasing = PrivacyService(database, Traces(redis), DeadLetters(rabbitmq_broker.settings))
    refused: list[str] = []

    def decide(_: Letter) -> Fate:
        with pytest.raises(RetryLater, match="LettersHeld") as caught:
            erasing.forget_elsewhere(site_id, (erased,))
        refused.append(str(caught.value))
        return Fate.STAY

    assert letters.go_through(QUEUE, decide) == 0
    assert len(refused) == 6
    assert unswept(connection, site_id, 10) == (erased,)
    assert rabbitmq_broker.depth(DEAD) == 6
    erasing.forget_elsewhere(site_id, (erased,))
    assert unswept(connection, site_id, 10) == ()
    assert rabbitmq_broker.depth(DEAD) == 0


def test_two_passes_through_letters_of_different_queues_are_no_trouble(
    rabbitmq_broker: Broker,
) -> None:
    bury(rabbitmq_broker, "one")
    letters, others = (DeadLetters(rabbitmq_broker.settings) for _ in range(2))
    counts: list[int] = []

    def decide(_: Letter) -> Fate:
        counts.append(others.go_through(Queue.AI_RESPONSE, lambda _: Fate.STAY))
        return Fate.DROP

    assert letters.go_through(QUEUE, decide) == 1
    assert counts == [0]


def test_a_pass_that_dies_lets_go_of_the_letters(rabbitmq_broker: Broker) -> None:
    bury(rabbitmq_broker, "one", "two")
    letters = DeadLetters(rabbitmq_broker.settings)

    def die(_: Letter) -> Fate:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        letters.go_through(QUEUE, die)
    assert letters.go_through(QUEUE, lambda _: Fate.DROP) == 2


def test_the_command_line_says_that_somebody_else_is_at_it(
    shell: Shell, rabbitmq_broker: Broker
) -> None:
    shell.set(BROKER_URL=rabbitmq_broker.url)
    bury(rabbitmq_broker, "one")

    def decide(_: Letter) -> Fate:
        said = shell("dead-letters", "drop", QUEUE, "--all", "--yes")
        assert said.status == 1
        assert f"somebody else goes through the dead letters of {QUEUE}" in said.err
        return Fate.STAY

    DeadLetters(rabbitmq_broker.settings).go_through(QUEUE, decide)
    assert rabbitmq_broker.depth(DEAD) == 1
