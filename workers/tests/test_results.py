"""Answers are shown and stored once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import orjson
import pytest
from prometheus_client import REGISTRY
from psycopg import Connection
from psycopg.types.json import Jsonb
from redis import Redis

from shared.contracts.queues import PassagesIndexed
from shared.domain.words import ConversationStatus, HandoffReason, Outcome, Sender
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7
from shared.queues.delivery import Delivery
from shared.queues.envelope import wrap
from shared.storage.answers import Answers
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.tests.talk import ANNA
from shared.tests.test_newer_writers import newer
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.results import ResultService
from workers.services.site_hours import SiteHours
from workers.tests.stage import Stage

pytestmark = pytest.mark.services


def opened_tomorrow(stage: Stage) -> None:
    """Let the operators of the site be there tomorrow, all day, and on no other."""
    week: list[list[list[int]]] = [[] for _ in range(7)]
    week[(utc_now().weekday() + 1) % 7] = [[0, 1440]]
    stage.connection.execute(
        "UPDATE sites SET hours = %s WHERE id = (SELECT site_id FROM conversations WHERE id = %s)",
        (Jsonb({"zone": "UTC", "week": week, "holidays": []}), stage.talk.id),
    )


HAND_OFF = {"outcome": Outcome.HANDED_OFF, "agent": None, "text": "Зову", "citations": ()}
BACK_TOMORROW = "Зову Операторы ответят завтра с 0:00 (UTC)."


class Away(Database):
    """PostgreSQL is away; whose turn it was in the conversations whenever it was asked."""

    def __init__(self, *stages: Stage) -> None:
        self._keys = [conversation_key(stage.talk.id) for stage in stages]
        self._redis = stages[0].talk.redis
        self.seen: list[list[object]] = []

    @contextmanager
    def connection(self) -> Iterator[Connection[Any]]:
        self.seen.append([self._redis.hget(key, "status") for key in self._keys])
        raise RetryLater("away")
        yield


@pytest.fixture
def hours(database: Database) -> SiteHours:
    return SiteHours(database)


@pytest.fixture
def service(database: Database, hours: SiteHours, redis: Redis) -> Iterator[ResultService]:
    yield ResultService(Answers(redis), database, hours)
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


async def test_an_answer_is_stored_with_the_request_that_it_belongs_to(
    stage: Stage, service: ResultService
) -> None:
    delivery = stage.deliver(await stage.ask(request_id="r-1"), request_id="r-1")
    assert service.process([delivery]) == []
    assert stage.requests() == ["r-1", "r-1"]


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
    assert service.process([stage.deliver(accepted, **HAND_OFF)]) == []
    assert stage.rows()[-1] == (2, Sender.SYSTEM, "Зову")
    row = stage.connection.execute(
        "SELECT status, answered_seq, waiting_since IS NOT NULL FROM conversations WHERE id = %s",
        (stage.talk.id,),
    ).fetchone()
    assert row == ("waiting", 1, True)


async def test_a_hand_off_is_counted_once_by_its_reason_however_often_it_comes(
    stage: Stage, service: ResultService
) -> None:
    def counted() -> float:
        labels = {"reason": str(HandoffReason.NO_KNOWLEDGE)}
        return REGISTRY.get_sample_value("otvet_handoffs_total", labels) or 0.0

    before = counted()
    handed = HAND_OFF | {"handoff_reason": HandoffReason.NO_KNOWLEDGE}
    delivery = stage.deliver(await stage.ask(), **handed)
    for _ in range(3):
        assert service.process([delivery]) == []
    assert counted() == before + 1


async def test_a_hand_off_outside_the_hours_says_when_people_are_back(
    stage: Stage, service: ResultService, hours: SiteHours
) -> None:
    opened_tomorrow(stage)
    hours.refresh()
    assert service.process([stage.deliver(await stage.ask(), **HAND_OFF)]) == []
    assert stage.rows()[-1] == (2, "system", BACK_TOMORROW)


async def test_while_postgres_is_away_every_hand_off_is_told_before_it_is_asked_for_anything(
    stage: Stage, hours: SiteHours, redis: Redis
) -> None:
    opened_tomorrow(stage)
    hours.refresh()
    other = await stage.another()
    indexed = PassagesIndexed(
        request_id="r", site_id=stage.talk.site, document_id=uuid7(), document_version=1
    )
    batch = [
        Delivery("i", wrap(indexed)),
        stage.deliver(await stage.ask(), **HAND_OFF),
        other.deliver(await other.ask(), **HAND_OFF),
    ]
    away = Away(stage, other)
    with pytest.raises(RetryLater):
        ResultService(Answers(redis), away, hours).process(batch)
    assert away.seen == [[ConversationStatus.WAITING.encode()] * 2]
    said = (await stage.talk.resume()).messages().values()
    assert {message.text for message in said} == {"вопрос", BACK_TOMORROW}


async def test_what_was_told_while_postgres_was_away_is_stored_as_it_was_told(
    stage: Stage, hours: SiteHours, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = ResultService(stage.talk.workers, Away(stage), hours)
    batch = [stage.deliver(await stage.ask(), **HAND_OFF)]
    with pytest.raises(RetryLater):
        service.process(batch)
    opened_tomorrow(stage)
    hours.refresh()
    # Nor does it matter what has become of Redis.
    stage.talk.redis.delete(conversation_key(stage.talk.id))
    monkeypatch.setattr(service, "_database", database)
    assert service.process(batch) == []
    assert stage.rows()[-1] == (2, "system", "Зову")


async def test_hours_that_cannot_be_read_again_are_those_of_before(
    stage: Stage, hours: SiteHours, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hours.back_note(stage.talk.site, utc_now()) == "", "nothing was read yet"
    opened_tomorrow(stage)
    hours.refresh()
    known = hours.back_note(stage.talk.site, utc_now())
    monkeypatch.setattr(hours, "_database", Away(stage))
    with pytest.raises(RetryLater):
        hours.refresh()
    assert hours.back_note(stage.talk.site, utc_now()) == known != ""


async def test_a_result_that_can_never_be_stored_is_buried_and_holds_up_no_other(
    stage: Stage, service: ResultService
) -> None:
    other = await stage.another()
    junk = Delivery("junk", b"junk")
    bad = stage.deliver(await stage.ask(), text="нуль \x00 внутри")
    good = other.deliver(await other.ask())
    buried = service.process([junk, bad, good])
    assert {delivery.tag for delivery, _ in buried} == {junk.tag, bad.tag}
    assert [row[1] for row in other.rows()] == ["visitor", "agent"]


async def test_an_answer_of_a_newer_gpu_worker_is_told_and_stored(
    stage: Stage, service: ResultService
) -> None:
    body = orjson.loads(stage.deliver(await stage.ask()).body)
    body["kwargs"]["payload"] = newer(body["kwargs"]["payload"])
    assert service.process([Delivery("n", orjson.dumps(body))]) == []
    assert stage.rows()[-1] == (2, "agent", "Перезапустите VPN [1]")


async def test_while_redis_is_away_results_wait(
    stage: Stage, database: Database, hours: SiteHours
) -> None:
    delivery = stage.deliver(await stage.ask())
    away: Redis = Redis.from_url("redis://127.0.0.1:1/0", socket_connect_timeout=0.2)
    with pytest.raises(RetryLater):
        ResultService(Answers(away), database, hours).process([delivery])
    away.close()
