"""Trials in Redis: few at once, told once, forgotten when nobody waits."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.contracts.trials import TrialRecord
from shared.domain.trials import TrialFailure, TrialKind, TrialState
from shared.kernel.ids import uuid7
from shared.storage.keys import TRIALS_KEY, conversation_key, operator_channel, trial_key
from shared.storage.traces import Traces
from shared.storage.trials import TrialResults, Trials
from shared.tests.samples import trial

pytestmark = pytest.mark.services

ANNA, BORIS, CLARA = (uuid7() for _ in range(3))


def record_of(operator_id: UUID = ANNA) -> TrialRecord:
    return trial(trial_id=uuid7(), operator_id=operator_id).record


@pytest.fixture
async def trials(async_redis: AsyncRedis) -> AsyncIterator[Trials]:
    await async_redis.delete(TRIALS_KEY)
    yield Trials(async_redis)
    await async_redis.delete(TRIALS_KEY)


async def let_in(
    trials: Trials, record: TrialRecord, wait: timedelta = timedelta(minutes=1)
) -> bool:
    return await trials.begin(record, most=3, most_of_one=2, wait=wait)


async def test_so_many_are_let_in_of_one_operator_and_of_all(trials: Trials) -> None:
    assert await let_in(trials, record_of(ANNA))
    assert await let_in(trials, record_of(ANNA))
    assert not await let_in(trials, record_of(ANNA)), "a third of one"
    assert await let_in(trials, record_of(BORIS))
    assert not await let_in(trials, record_of(CLARA)), "a fourth of all"


async def test_one_that_is_refused_leaves_nothing(trials: Trials) -> None:
    for _ in range(2):
        assert await let_in(trials, record_of())
    refused = record_of()
    assert not await let_in(trials, refused)
    assert await trials.get(refused.trial_id) is None


async def test_an_ended_one_and_a_withdrawn_one_make_room(trials: Trials, redis: Redis) -> None:
    first, second = record_of(), record_of()
    for one in (first, second):
        assert await let_in(trials, one)
    assert TrialResults(redis).end(first.model_copy(update={"state": TrialState.DONE}))
    await trials.withdraw(second)
    assert await trials.get(second.trial_id) is None
    assert await let_in(trials, record_of())
    assert await let_in(trials, record_of())


async def test_one_whose_worker_died_makes_room_when_its_time_is_over(trials: Trials) -> None:
    for _ in range(2):
        assert await let_in(trials, record_of(), timedelta(milliseconds=80))
    assert not await let_in(trials, record_of())
    await asyncio.sleep(0.1)
    assert await let_in(trials, record_of())


async def test_what_was_asked_about_a_conversation_goes_with_it(
    trials: Trials, redis: Redis, async_redis: AsyncRedis
) -> None:
    conversation_id = uuid7()
    about = record_of().model_copy(update={"conversation_id": conversation_id})
    other = record_of(BORIS).model_copy(update={"conversation_id": uuid7()})
    assert await let_in(trials, about)
    assert await let_in(trials, other)
    held = await async_redis.ttl(f"{conversation_key(conversation_id)}:trials")
    assert 3_500 < held <= 3_600
    Traces(redis).remove(about.site_id, [conversation_id])
    assert await trials.get(about.trial_id) is None
    assert await trials.get(other.trial_id) == other
    assert not TrialResults(redis).end(about.model_copy(update={"state": TrialState.DONE}))
    late = about.model_copy(update={"trial_id": uuid7()})
    assert not await let_in(trials, late), "read before it was erased"
    mark = f"{conversation_key(conversation_id)}:erased"
    assert list(redis.scan_iter(f"*{conversation_id}*")) == [mark.encode()]


async def test_its_end_is_kept_and_told_to_who_asked_once(
    trials: Trials, redis: Redis, async_redis: AsyncRedis
) -> None:
    record, results = record_of(), TrialResults(redis)
    async with async_redis.pubsub() as heard:
        await heard.subscribe(operator_channel(ANNA))
        assert await let_in(trials, record)
        assert results.is_wanted(record.trial_id)
        failed: dict[str, object] = {"state": TrialState.FAILED, "failure": TrialFailure.LATE}
        ended = record.model_copy(update=failed)
        assert results.end(ended)
        assert not results.is_wanted(record.trial_id)
        again = record.model_copy(update={"state": TrialState.DONE})
        assert not results.end(again), "delivered twice"
        assert await trials.get(record.trial_id) == ended
        told: list[Any] = []
        while item := await heard.get_message(timeout=0.3):
            told.append(item["data"])
    (_, fact) = told
    assert orjson.loads(fact) == {
        "event": "trial.completed",
        "data": {
            "trial_id": str(record.trial_id),
            "kind": TrialKind.ANSWER,
            "state": TrialState.FAILED,
        },
    }


async def test_a_withdrawn_one_is_told_nobody(trials: Trials, redis: Redis) -> None:
    record, results = record_of(), TrialResults(redis)
    assert await let_in(trials, record)
    await trials.withdraw(record)
    assert not results.is_wanted(record.trial_id)
    assert not results.end(record.model_copy(update={"state": TrialState.DONE}))


async def test_it_is_forgotten_after_an_hour_and_one_of_another_version_is_not_read(
    trials: Trials, async_redis: AsyncRedis
) -> None:
    record = record_of()
    assert await let_in(trials, record)
    left = await async_redis.ttl(trial_key(record.trial_id))
    assert 3_500 < left <= 3_600
    newer = orjson.dumps(record.model_dump(mode="json") | {"version": 2})
    await async_redis.set(trial_key(record.trial_id), newer)
    assert await trials.get(record.trial_id) is None
