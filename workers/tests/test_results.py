"""Answers are shown and stored once."""

from collections.abc import Iterator

import pytest
from psycopg.types.json import Jsonb
from redis import Redis

from shared.domain.words import Outcome, Sender
from shared.kernel.clock import utc_now
from shared.queues.delivery import Delivery
from shared.storage.answers import Answers
from shared.storage.floor import FloorCommand
from shared.tests.talk import ANNA
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.results import ResultService
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


async def test_a_hand_off_outside_the_hours_says_when_people_are_back(
    stage: Stage, service: ResultService
) -> None:
    opened_tomorrow(stage)
    result = {"outcome": Outcome.HANDED_OFF, "agent": None, "text": "Зову", "citations": ()}
    assert service.process([stage.deliver(await stage.ask(), **result)]) == []
    assert stage.rows()[-1] == (2, "system", "Зову Операторы ответят завтра с 0:00 (UTC).")


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


async def test_while_redis_is_away_results_wait(stage: Stage, database: Database) -> None:
    delivery = stage.deliver(await stage.ask())
    away: Redis = Redis.from_url("redis://127.0.0.1:1/0", socket_connect_timeout=0.2)
    with pytest.raises(RetryLater):
        ResultService(Answers(away), database).process([delivery])
    away.close()
