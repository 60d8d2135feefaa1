"""Answers are shown and stored once; the watcher leaves nobody in silence."""

import itertools
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.contracts.queues import AcceptedMessage, MessageRecord
from shared.domain.words import ConversationStatus, Outcome, Sender
from shared.queues.delivery import BrokerUnavailable, Delivery
from shared.queues.envelope import unwrap, wrap
from shared.queues.names import Route
from shared.queues.producers import Producer
from shared.storage.answers import Answers
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.storage.records import write_messages
from shared.storage.state import Accepted
from shared.tests.rows import new_conversation, new_site
from shared.tests.talk import ANNA, Talk
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.results import ResultService
from workers.services.watcher import Watcher

pytestmark = pytest.mark.services

_numbers = itertools.count(1)


class Outbox:
    """What the watcher publishes; it may be told to fail."""

    def __init__(self) -> None:
        self.sent: list[AcceptedMessage] = []
        self.is_down = False

    def publish(self, route: Route, body: bytes) -> None:
        """Keep a message."""
        if self.is_down:
            raise BrokerUnavailable("down")
        assert route is Route.STORE
        self.sent.append(AcceptedMessage.model_validate(unwrap(body)))

    def close(self) -> None:
        """Nothing to close."""


class Stage:
    """A stored conversation with its live state."""

    def __init__(self, connection: Connection[Any], talk: Talk) -> None:
        self.connection = connection
        self.talk = talk

    async def ask(self, text: str = "вопрос") -> Accepted:
        """The visitor asks; the message is stored as the persistence worker does."""
        accepted = await self.talk.say(text)
        entry, talk = accepted.entry, self.talk
        resumed = await talk.resume()
        record = MessageRecord(
            site_id=talk.site,
            message=resumed.messages()[entry.message_id],
            state=accepted.state.mirror(),
        )
        write_messages(self.connection, [record])
        return accepted

    def deliver(self, accepted: Accepted, **changes: Any) -> Delivery:  # noqa: ANN401
        """A result on its way."""
        return Delivery(str(next(_numbers)), wrap(self.talk.result(accepted, **changes)))

    def rows(self) -> list[tuple[Any, ...]]:
        """What is stored of the conversation."""
        return self.connection.execute(
            "SELECT seq, sender, text FROM messages WHERE conversation_id = %s ORDER BY seq",
            (self.talk.id,),
        ).fetchall()


@pytest.fixture
async def stage(connection: Connection[Any], async_redis: AsyncRedis, redis: Redis) -> Stage:
    site_id = new_site(connection)
    conversation_id = new_conversation(connection, site_id)
    talk = Talk(async_redis, redis, id=str(conversation_id), site=str(site_id))
    return Stage(connection, await talk.begin())


@pytest.fixture
def service(database: Database, redis: Redis) -> Iterator[ResultService]:
    yield ResultService(Answers(redis), database)
    database.drop()


async def test_an_answer_is_shown_and_stored_once_however_often_it_comes(
    stage: Stage, service: ResultService
) -> None:
    delivery = stage.deliver(await stage.ask())
    for _ in range(3):
        assert service.process([delivery, delivery]) == []
    assert stage.rows() == [(1, "visitor", "вопрос"), (2, "agent", "Перезапустите VPN [1]")]
    frames = (await stage.talk.resume()).frames
    assert [frame.event for frame in frames].count("message.completed") == 1


async def test_an_answer_of_an_older_epoch_or_after_a_take_over_is_dropped_and_never_stored(
    stage: Stage, service: ResultService
) -> None:
    old = stage.deliver(await stage.ask("раз"))
    late = stage.deliver(await stage.ask("два"))
    assert service.process([old]) == []
    await stage.talk.move(FloorCommand.TAKE, ANNA)
    assert service.process([late]) == []
    assert [row[1] for row in stage.rows()] == ["visitor", "visitor"]


async def test_an_answer_shown_before_a_crash_is_stored_even_if_the_next_one_was_quicker(
    stage: Stage, service: ResultService
) -> None:
    accepted = await stage.ask("раз")
    first = stage.deliver(accepted)
    stage.talk.complete(accepted)  # shown; then the worker died before it stored the row
    second = stage.deliver(await stage.ask("два"), text="второй ответ")
    assert service.process([second]) == []
    assert service.process([first]) == []
    assert [row[0] for row in stage.rows()] == [1, 2, 3, 4]


async def test_a_hand_off_is_stored_as_a_word_of_the_system_and_mirrored(
    stage: Stage, service: ResultService
) -> None:
    accepted = await stage.ask()
    result = {"outcome": Outcome.HANDED_OFF, "agent": None, "text": "Зову", "citations": ()}
    assert service.process([stage.deliver(accepted, **result)]) == []
    assert stage.rows()[-1] == (2, Sender.SYSTEM, "Зову")
    row = stage.connection.execute(
        "SELECT status, answered_seq, waiting_since IS NOT NULL FROM conversations WHERE id = %s",
        (stage.talk.id,),
    ).fetchone()
    assert row == ("waiting", 1, True)


async def test_a_result_that_can_never_be_stored_is_buried_and_holds_up_no_other(
    stage: Stage, service: ResultService, connection: Connection[Any], async_redis: AsyncRedis,
    redis: Redis,
) -> None:  # fmt: skip
    other_id = new_conversation(connection, stage.talk.site)
    talk = Talk(async_redis, redis, id=str(other_id), site=str(stage.talk.site))
    other = Stage(connection, await talk.begin())
    junk = Delivery("junk", b"junk")
    bad = stage.deliver(await stage.ask(), text="нуль \x00 внутри")
    good = other.deliver(await other.ask())
    buried = service.process([junk, bad, good])
    assert {delivery.tag for delivery, _ in buried} == {junk.tag, bad.tag}
    assert [row[1] for row in other.rows()] == ["visitor", "agent"]


async def test_while_redis_is_away_results_wait(stage: Stage, database: Database) -> None:
    delivery = stage.deliver(await stage.ask())
    away: Redis = Redis.from_url("redis://127.0.0.1:1/0", socket_connect_timeout=0.2)
    with pytest.raises(RetryLater):
        ResultService(Answers(away), database).process([delivery])
    away.close()


@pytest.fixture
def outbox() -> Outbox:
    return Outbox()


def watcher(database: Database, redis: Redis, outbox: Outbox) -> Watcher:
    """A watcher with no patience at all."""
    return Watcher(Answers(redis), database, Producer(outbox), timedelta(seconds=-5))


async def test_the_watcher_hands_over_what_nobody_answered_once(
    stage: Stage, database: Database, redis: Redis, outbox: Outbox
) -> None:
    await stage.ask()
    sweeper = watcher(database, redis, outbox)
    sweeper.sweep()
    mine = [one for one in outbox.sent if one.record.message.conversation_id == stage.talk.id]
    assert len(mine) == 1
    assert mine[0].record.message.outcome is Outcome.HANDED_OFF
    assert (await stage.talk.state()).status is ConversationStatus.WAITING
    write_messages(stage.connection, [mine[0].record])
    sweeper.sweep()
    mine = [one for one in outbox.sent if one.record.message.conversation_id == stage.talk.id]
    assert len(mine) == 1
    database.drop()


async def test_the_watcher_leaves_answered_and_taken_conversations_alone(
    stage: Stage, database: Database, redis: Redis, outbox: Outbox, service: ResultService
) -> None:
    accepted = await stage.ask()
    stage.talk.complete(accepted)  # shown, and not stored yet
    watcher(database, redis, outbox).sweep()
    assert [o for o in outbox.sent if o.record.message.conversation_id == stage.talk.id] == []
    assert (await stage.talk.state()).status is ConversationStatus.AGENT
    service.process([stage.deliver(accepted)])
    database.drop()


async def test_the_watcher_hands_over_what_redis_forgot(
    stage: Stage, database: Database, redis: Redis, outbox: Outbox
) -> None:
    await stage.ask()
    redis.delete(*redis.scan_iter(f"{conversation_key(stage.talk.id)}*"))
    watcher(database, redis, outbox).sweep()
    mine = [one for one in outbox.sent if one.record.message.conversation_id == stage.talk.id]
    assert [one.record.message.seq for one in mine] == [2]
    assert (await stage.talk.state()).status is ConversationStatus.WAITING
    database.drop()


async def test_a_hand_off_that_the_broker_did_not_take_is_told_to_it_at_the_next_sweep(
    stage: Stage, database: Database, redis: Redis, outbox: Outbox
) -> None:
    await stage.ask()
    sweeper = watcher(database, redis, outbox)
    outbox.is_down = True
    with pytest.raises(RetryLater):
        sweeper.sweep()
    outbox.is_down = False
    sweeper.sweep()
    mine = [one for one in outbox.sent if one.record.message.conversation_id == stage.talk.id]
    assert len(mine) == 1, "moved in Redis and never stored"
    database.drop()
