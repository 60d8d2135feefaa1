"""How long somebody waits for a person is told from how long others did, or not at all."""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.domain.words import Availability, Stage
from shared.kernel.ids import uuid7
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.storage.presence import Desks, Here
from shared.storage.scripts_loader import script_source
from shared.tests.conftest import Begin
from shared.tests.talk import ANNA, Talk

pytestmark = pytest.mark.services

FORMULA = """
local a = cjson.decode(ARGV[1])
return cjson.encode({seconds = expected_wait(a.costs, a.people, a.place, a.called, a.waited)})
"""
FIVE = [60.0, 30.0, 90.0, 600.0, 45.0]
"""Of five, three quarters are four: one place takes 90 seconds of one operator."""


def expected(
    redis: Redis, costs: Sequence[float], people: int, place: int, called: int = 0, waited: int = 0
) -> int | None:
    """What the formula says."""
    asked = {
        "costs": list(costs),
        "people": people,
        "place": place,
        "called": called or place,
        "waited": waited,
    }
    prelude = script_source("seed").partition("-- KEYS: conv. ARGV: field")[0]
    reply: Any = redis.eval(prelude + FORMULA, 0, orjson.dumps(asked))
    seconds: int | None = orjson.loads(reply).get("seconds")
    return seconds


@pytest.mark.parametrize(
    ("costs", "people", "place", "called", "waited", "seconds"),
    [
        (FIVE, 1, 1, 1, 0, 90),
        (FIVE, 1, 3, 3, 0, 270),
        (FIVE, 3, 3, 3, 0, 90),
        (FIVE, 2, 1, 1, 0, 45),
        # What was waited counts ...
        (FIVE, 1, 1, 1, 60, 30),
        (FIVE, 1, 2, 2, 60, 120),
        # ... but whoever is in front comes first,
        (FIVE, 1, 2, 2, 170, 90),
        (FIVE, 1, 2, 2, 9_999, 90),
        # and a queue that moves faster than it did is believed.
        (FIVE, 1, 1, 4, 20, 90),
        # Longer than three of four waited: nobody knows.
        (FIVE, 1, 1, 1, 90, None),
        (FIVE, 1, 1, 1, 3_600, None),
        # Nobody is here; too little is known.
        (FIVE, 0, 1, 1, 0, None),
        (FIVE[:4], 1, 1, 1, 0, None),
        ([], 1, 1, 1, 0, None),
        ([0.0] * 5, 1, 1, 1, 0, None),
    ],
)
def test_the_formula(
    redis: Redis,
    costs: list[float],
    people: int,
    place: int,
    called: int,
    waited: int,
    seconds: int | None,
) -> None:
    assert expected(redis, costs, people, place, called, waited) == seconds


@pytest.fixture
def site() -> str:
    """A site of the test's own."""
    return str(uuid7())


async def come(redis: AsyncRedis, site: str, availability: Availability) -> UUID:
    """Let an operator of a site be here."""
    person = uuid7()
    await Desks(redis).join(Here(person, "Анна", "s1"), availability, [UUID(site)])
    return person


async def call(talk: Talk) -> dict[str, Any]:
    """Call a person; returns what everybody is told of the wait."""
    await talk.move(FloorCommand.HANDOFF)
    return told(await talk.resume())


def told(resumed: Any) -> dict[str, Any]:  # noqa: ANN401
    """The newest ``handoff.started``."""
    frames = sorted(resumed.frames, key=lambda frame: frame.n)
    found: dict[str, Any] = [f.data for f in frames if f.event == "handoff.started"][-1]
    return found


def pass_time(talk: Talk, seconds: int) -> None:
    """Let somebody have waited for so long."""
    talk.redis.hset(conversation_key(talk.id), "called_score", int(time.time()) - seconds)


async def have_waited(begin: Begin, site: str, seconds: Sequence[int]) -> None:
    """Let one after the other have been called and taken."""
    for each in seconds:
        talk = await begin(site=site)
        await call(talk)
        pass_time(talk, each)
        await talk.move(FloorCommand.TAKE, ANNA)


def about(value: int | None, seconds: int) -> bool:
    """Whether it is that, give or take a second that passed meanwhile."""
    return value is not None and abs(value - seconds) <= 2


async def test_whoever_is_called_is_told_from_the_waits_before(
    begin: Begin, async_redis: AsyncRedis, site: str
) -> None:
    await come(async_redis, site, Availability.AVAILABLE)
    await come(async_redis, site, Availability.AWAY)
    await come(async_redis, str(uuid7()), Availability.AVAILABLE)
    await have_waited(begin, site, [60, 30, 90, 600])
    early = await begin(site=site)
    assert (await call(early))["eta_seconds"] is None, "four waits tell too little"
    await early.move(FloorCommand.TAKE, ANNA)
    await have_waited(begin, site, [45])
    first, second = await begin(site=site), await begin(site=site)
    assert about((await call(first))["eta_seconds"], 90)
    # An agent's hand-off tells the same as a visitor's call.
    second.hand_off(await second.say())
    resumed = await second.resume()
    assert (told(resumed)["position"], about(told(resumed)["eta_seconds"], 180)) == (2, True)
    state = resumed.snapshot().conversation
    assert (state.position, about(state.eta_seconds, 180)) == (2, True)
    # Time passes; then the one in front is taken, sooner than it was thought.
    pass_time(second, 60)
    assert about((await second.resume()).conversation().eta_seconds, 120)
    await first.move(FloorCommand.TAKE, ANNA)
    state = (await second.resume()).conversation()
    assert (state.position, about(state.eta_seconds, 90)) == (1, True)
    pass_time(second, 500)
    assert (await second.resume()).conversation().eta_seconds is None
    await second.move(FloorCommand.TAKE, ANNA)
    assert (await second.resume()).conversation().eta_seconds is None


async def test_who_is_here_counts(begin: Begin, async_redis: AsyncRedis, site: str) -> None:
    person = await come(async_redis, site, Availability.AVAILABLE)
    await have_waited(begin, site, [60] * 5)
    talk = await begin(site=site)
    assert about((await call(talk))["eta_seconds"], 60)
    await come(async_redis, site, Availability.AVAILABLE)
    assert about((await talk.resume()).conversation().eta_seconds, 30)
    await Desks(async_redis).choose(Here(person, "Анна", "s1"), Availability.AWAY)
    assert about((await talk.resume()).conversation().eta_seconds, 60)


async def test_a_wait_through_the_night_and_one_that_was_put_back_are_not_counted(
    begin: Begin, async_redis: AsyncRedis, redis: Redis, site: str
) -> None:
    waits = f"site:{site}:waits"
    night = await begin(site=site)
    assert (await call(night))["eta_seconds"] is None
    pass_time(night, 40_000)
    await come(async_redis, site, Availability.AVAILABLE)
    await night.move(FloorCommand.TAKE, ANNA)
    assert redis.llen(waits) == 0
    back = await begin(site=site)
    await call(back)
    for _ in range(2):
        await back.move(FloorCommand.TAKE, ANNA)
        await back.move(FloorCommand.RELEASE, ANNA)
    assert redis.llen(waits) == 1
    # Whoever gave up waiting was not taken.
    given_up = await begin(site=site)
    await call(given_up)
    await given_up.move(FloorCommand.CLOSE, ANNA)
    assert redis.llen(waits) == 1


async def test_only_the_last_forty_waits_of_the_last_week_count(
    begin: Begin, async_redis: AsyncRedis, redis: Redis, site: str
) -> None:
    await come(async_redis, site, Availability.AVAILABLE)
    waits, week = f"site:{site}:waits", 7 * 24 * 3600
    redis.rpush(waits, *[f"{int(time.time()) - week - 60} 10.0"] * 39)
    await have_waited(begin, site, [60] * 4)
    assert redis.llen(waits) == 40
    talk = await begin(site=site)
    assert (await call(talk))["eta_seconds"] is None
    redis.lpush(waits, f"{int(time.time()) - week + 60} 60.0")
    assert about((await talk.resume()).conversation().eta_seconds, 60)


async def queued(talk: Talk) -> int | None:
    """The place of a conversation's answer, as whoever comes back is told."""
    partial = (await talk.resume()).partial
    assert partial is not None
    return partial.position


async def test_an_answer_that_no_worker_has_begun_has_its_place_in_the_queue(
    begin: Begin, redis: Redis
) -> None:
    redis.delete("answers:unbegun")
    talks = [await begin() for _ in range(4)]
    turns = [await talk.say() for talk in talks]
    assert [await queued(talk) for talk in talks] == [1, 2, 3, 4]
    talks[0].stage(turns[0], Stage.UNDERSTANDING)
    assert [await queued(talk) for talk in talks] == [None, 1, 2, 3]
    # A stop leaves the queue, and what is asked once more goes to its end.
    await talks[1].stop()
    await talks[2].say("ещё")
    assert [await queued(talk) for talk in talks[2:]] == [2, 1]
    # A result may come without a word before it.
    talks[3].complete(turns[3])
    assert await queued(talks[2]) == 1
    await talks[2].move(FloorCommand.TAKE, ANNA)
    assert redis.zcard("answers:unbegun") == 0


async def test_an_answer_that_nobody_waits_for_any_more_is_in_nobody_s_way(
    begin: Begin, redis: Redis
) -> None:
    redis.delete("answers:unbegun")
    abandoned, talk = await begin(), await begin()
    await abandoned.announce(
        await abandoned.accept(client_id="c" * 8), "c" * 8, deadline=timedelta(seconds=1)
    )
    await talk.say()
    assert (await queued(abandoned), await queued(talk)) == (1, 2)
    await asyncio.sleep(1.1)
    assert await queued(talk) == 1
    assert await queued(abandoned) is None


async def test_the_place_is_told_when_the_message_is_shown_and_what_is_forgotten_goes(
    begin: Begin, redis: Redis, async_redis: AsyncRedis
) -> None:
    redis.delete("answers:unbegun")
    redis.zadd("answers:unbegun", {str(uuid7()): (time.time() - 1) * 1000, str(uuid7()): 2e12})
    talk = await begin()
    async with async_redis.pubsub() as pubsub:
        await pubsub.subscribe(conversation_key(talk.id))
        await talk.say()
        heard: list[Any] = []
        while len(heard) < 3:
            item = await pubsub.get_message(timeout=2)
            assert item is not None
            heard.append(item)
    frame = orjson.loads(heard[-1]["data"])
    assert (frame["event"], frame["data"]["stage"]) == ("generation.stage", "queued")
    assert frame["data"]["position"] == 1
    redis.delete("answers:unbegun")
