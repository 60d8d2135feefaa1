"""The watcher leaves nobody in silence, and needs no broker for it."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Event
from uuid import UUID

import pytest
from prometheus_client import REGISTRY
from redis import Redis

from shared.config import process_environment
from shared.domain.words import ConversationStatus, Outcome, Sender
from shared.kernel.clock import utc_now
from shared.queues.delivery import Delivery
from shared.storage.answers import Answers
from shared.storage.floor import FloorCommand
from shared.storage.keys import UNSTORABLE_KEY, UNSTORED_KEY, conversation_key
from shared.storage.unstored import Unstored
from shared.tests.rows import new_operator
from shared.tests.talk import ANNA
from workers.consumers.step import RetryLater
from workers.consumers.sweep import SweepLoop
from workers.services.database import Database
from workers.services.results import ResultService
from workers.services.site_hours import SiteHours
from workers.services.watcher import Watcher
from workers.tests.stage import Stage
from workers.tests.test_results import opened_tomorrow

pytestmark = pytest.mark.services

LATER = timedelta(seconds=60)


@pytest.fixture
def watcher(database: Database, redis: Redis) -> Iterator[Watcher]:
    """A watcher who looks a minute from now."""
    yield Watcher(
        Answers(redis), Unstored(redis), database, timedelta(seconds=45), lambda: utc_now() + LATER
    )
    database.drop()


def counted() -> tuple[float, float]:
    """Deadlines missed, and hand-offs because of one."""
    handed = REGISTRY.get_sample_value("otvet_handoffs_total", {"reason": "deadline"})
    return REGISTRY.get_sample_value("otvet_deadlines_missed_total") or 0.0, handed or 0.0


def handed_over(stage: Stage) -> list[int]:
    """The ``seq`` of each stored word of the system."""
    return [row[0] for row in stage.rows() if row[1] == Sender.SYSTEM]


def owed(redis: Redis, message_id: object, key: str = UNSTORED_KEY) -> bool:
    """Whether Redis keeps a message for PostgreSQL."""
    return bool(redis.hexists(key, str(message_id)))


async def test_what_nobody_answered_is_handed_over_once(stage: Stage, watcher: Watcher) -> None:
    before = counted()
    await stage.ask()
    watcher.sweep()
    assert (await stage.talk.state()).status is ConversationStatus.WAITING
    assert (stage.status(), handed_over(stage)) == ("waiting", [2])
    watcher.sweep()
    assert handed_over(stage) == [2]
    # Of other tests, too, if they left somebody without an answer.
    (missed, handed), (missed_before, handed_before) = counted(), before
    assert handed - handed_before == missed - missed_before >= 1


async def test_a_hand_off_at_the_deadline_belongs_to_the_request_that_nobody_answered(
    stage: Stage, watcher: Watcher, capsys: pytest.CaptureFixture[str]
) -> None:
    await stage.ask("раз", request_id="r-1")
    await stage.ask("два", request_id="r-2")
    watcher.sweep()
    assert stage.requests() == ["r-1", "r-2", "r-2"]
    (missed,) = [line for line in capsys.readouterr().out.splitlines() if "deadline.missed" in line]
    assert "r-2" in missed


async def test_who_is_handed_over_outside_the_hours_is_told_when_people_are_back(
    stage: Stage, watcher: Watcher
) -> None:
    opened_tomorrow(stage)
    await stage.ask()
    watcher.sweep()
    assert " с 0:00 (UTC)." in stage.rows()[-1][2]


async def test_answered_and_taken_conversations_are_left_alone(
    stage: Stage, watcher: Watcher, database: Database, redis: Redis
) -> None:
    accepted = await stage.ask()
    delivery: Delivery = stage.deliver(accepted)
    stage.talk.complete(accepted)  # shown, and not stored yet
    watcher.sweep()
    assert (await stage.talk.state()).status is ConversationStatus.AGENT
    assert handed_over(stage) == []
    ResultService(Answers(redis), database, SiteHours(database)).process([delivery])
    assert [row[1] for row in stage.rows()] == ["visitor", "agent"]


async def test_what_redis_forgot_is_handed_over(
    stage: Stage, watcher: Watcher, redis: Redis
) -> None:
    await stage.ask()
    redis.delete(*redis.scan_iter(f"{conversation_key(stage.talk.id)}*"))
    watcher.sweep()
    assert handed_over(stage) == [2]
    assert (await stage.talk.state()).status is ConversationStatus.WAITING


async def test_a_hand_off_that_is_still_with_the_broker_is_stored_at_the_deadline(
    stage: Stage, watcher: Watcher, redis: Redis
) -> None:
    await stage.ask()
    moved = await stage.talk.move(FloorCommand.HANDOFF)
    await stage.talk.handlers.settle(moved.entry.message_id)  # confirmed; then the broker died
    assert not owed(redis, moved.entry.message_id)
    watcher.sweep()
    assert (stage.status(), handed_over(stage)) == ("waiting", [moved.entry.seq])


async def test_one_conversation_that_fails_holds_up_none_of_those_behind_it(
    stage: Stage, watcher: Watcher, redis: Redis
) -> None:
    bad = await stage.another()
    await bad.ask()
    await stage.ask()
    redis.hset(conversation_key(bad.talk.id), "answered_seq", "junk")
    watcher.sweep()
    assert (bad.status(), stage.status()) == ("agent", "waiting")


async def test_every_change_of_floor_that_no_broker_took_is_stored(
    stage: Stage, watcher: Watcher, redis: Redis
) -> None:
    moved = [
        await stage.talk.move(FloorCommand.HANDOFF),
        await stage.talk.move(FloorCommand.TAKE, ANNA),
        await stage.talk.move(FloorCommand.CLOSE, ANNA),
    ]
    assert all(owed(redis, one.entry.message_id) for one in moved)
    stage.connection.execute(
        "INSERT INTO operators (id, email, name, password_hash, role)"
        " VALUES (%s, %s, 'Анна', '', 'operator') ON CONFLICT DO NOTHING",
        (ANNA, f"{ANNA}@example.com"),
    )
    watcher.sweep()
    assert (stage.status(), handed_over(stage)) == ("closed", [1, 2, 3])
    assert not any(owed(redis, one.entry.message_id) for one in moved)


async def test_a_stop_that_no_broker_took_is_stored_with_what_was_said(
    stage: Stage, watcher: Watcher, redis: Redis
) -> None:
    accepted = await stage.ask()
    stage.talk.stage(accepted)
    stage.talk.delta(accepted, 0, "Перезапустите")
    stopped = await stage.talk.stop()
    assert stopped is not None
    watcher.sweep()
    assert stage.rows()[-1] == (2, "agent", "Перезапустите")
    row = stage.connection.execute(
        "SELECT in_reply_to, outcome FROM messages WHERE id = %s", (stopped.entry.message_id,)
    ).fetchone()
    assert row == (accepted.entry.message_id, Outcome.STOPPED)
    assert not owed(redis, stopped.entry.message_id)


async def test_what_a_handler_is_just_publishing_is_left_to_it(
    stage: Stage, database: Database, redis: Redis
) -> None:
    moved = await stage.talk.move(FloorCommand.HANDOFF)
    Watcher(Answers(redis), Unstored(redis), database, timedelta(seconds=45)).sweep()
    assert owed(redis, moved.entry.message_id)
    assert handed_over(stage) == []
    database.drop()


async def test_what_can_never_be_stored_is_put_aside_and_holds_up_nothing(
    stage: Stage, watcher: Watcher, redis: Redis
) -> None:
    bad = await stage.another()
    accepted = await bad.ask()
    bad.talk.stage(accepted)
    bad.talk.delta(accepted, 0, "нуль \x00 внутри")
    stopped = await bad.talk.stop()
    assert stopped is not None
    redis.hset(UNSTORED_KEY, "junk", "{")
    await stage.talk.move(FloorCommand.HANDOFF)
    watcher.sweep()
    assert stage.status() == "waiting"
    for message_id in (stopped.entry.message_id, "junk"):
        assert not owed(redis, message_id)
        assert owed(redis, message_id, UNSTORABLE_KEY)


def test_a_watch_goes_on_whatever_a_sweep_ends_with() -> None:
    ends: list[Exception] = [RetryLater("away"), ZeroDivisionError("a bug")]
    seen = Event()

    def sweep() -> None:
        if ends:
            raise ends.pop()
        seen.set()

    loop = SweepLoop(sweep, every_seconds=0.01)
    loop.start()
    assert seen.wait(5)
    loop.stop()
    assert not loop.is_alive()


@pytest.mark.parametrize("role", ["results", "persistence"])
async def test_without_a_broker_a_worker_hands_over_what_nobody_answered(
    stage: Stage, database_url: str, redis_url: str, tmp_path: Path, role: str
) -> None:
    await stage.ask()
    settings = {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": "amqp://127.0.0.1:1/",
        "ANSWER_DEADLINE": "PT1S",
    }
    log = tmp_path / "log"
    await asyncio.to_thread(run_until_handed_over, role, settings, log, stage)


def run_until_handed_over(role: str, settings: dict[str, str], log: Path, stage: Stage) -> None:
    """Run a worker until it has done its duty."""
    with log.open("wb") as output:
        worker = subprocess.Popen(  # noqa: S603 (our own module)
            [sys.executable, "-m", "workers.main", role],
            env=process_environment() | settings,
            stdout=output,
            stderr=output,
        )
    try:
        until = time.monotonic() + 30
        while stage.status() != "waiting":
            assert worker.poll() is None, log.read_text()
            assert time.monotonic() < until, log.read_text()
            time.sleep(0.1)
    finally:
        worker.kill()
        worker.wait()


async def take(stage: Stage, operator_id: UUID) -> None:
    """Somebody takes the conversation over."""
    change = replace(stage.talk.change(FloorCommand.TAKE), operator_id=operator_id)
    await stage.talk.handlers.change_floor(replace(change, operator_name="Вера"))


async def test_what_somebody_held_who_has_gone_is_given_to_others(
    stage: Stage, watcher: Watcher, redis: Redis
) -> None:
    """Disabled, or taken from the site; who still works there keeps theirs."""
    kept, left = await stage.another(), await stage.another()
    site_id = stage.talk.site
    people = [
        new_operator(stage.connection, site_id, name=name) for name in ("Вера", "Глеб", "Яна")
    ]
    for one, operator_id in zip((stage, left, kept), people, strict=True):
        await one.talk.move(FloorCommand.HANDOFF)
        await take(one, operator_id)
    watcher.sweep()
    assert [one.status() for one in (stage, left, kept)] == ["operator"] * 3
    stage.connection.execute("UPDATE operators SET disabled_at = now() WHERE id = %s", people[:1])
    stage.connection.execute("DELETE FROM operator_sites WHERE operator_id = %s", people[1:2])
    watcher.sweep()
    assert [one.status() for one in (stage, left, kept)] == ["waiting", "waiting", "operator"]
    state = await stage.talk.state()
    assert (state.status, state.operator) == (ConversationStatus.WAITING, None)
    assert stage.rows()[-1][1] == Sender.SYSTEM
    said = len(stage.rows())
    watcher.sweep()
    assert len(stage.rows()) == said
    # Taken by somebody else before PostgreSQL knew: it is theirs.
    await take(left, people[2])
    stage.connection.execute(
        "UPDATE conversations SET status = 'operator', operator_id = %s WHERE id = %s",
        (people[0], left.talk.id),
    )
    watcher.sweep()
    assert (await left.talk.state()).operator == people[2]


async def test_what_somebody_held_whom_their_site_holds_out_is_given_to_others(
    stage: Stage, watcher: Watcher
) -> None:
    """The site requires a second factor: who has one keeps theirs."""
    kept, site_id = await stage.another(), stage.talk.site
    people = [new_operator(stage.connection, site_id, name=name) for name in ("Вера", "Яна")]
    for one, operator_id in zip((stage, kept), people, strict=True):
        await one.talk.move(FloorCommand.HANDOFF)
        await take(one, operator_id)
    watcher.sweep()
    stage.connection.execute(
        "UPDATE operators SET totp_secret = 'x', totp_at = now() WHERE id = %s", people[1:]
    )
    stage.connection.execute(
        "UPDATE sites SET two_factor_required = true WHERE id = %s", (site_id,)
    )
    watcher.sweep()
    assert [one.status() for one in (stage, kept)] == ["waiting", "operator"]
