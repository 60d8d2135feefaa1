"""Who is here and who looks, on real Redis: also when a process dies without a word."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID

import orjson
import pytest
from redis.asyncio import Redis as AsyncRedis

from shared.domain.words import Availability, Presence
from shared.kernel.ids import uuid7
from shared.storage import presence
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key, inbox_channel
from shared.storage.presence import Desks, Here
from shared.tests.conftest import Begin
from shared.tests.talk import ANNA, BORIS

pytestmark = pytest.mark.services


def here(operator: UUID | None = None, socket: str = "s1", name: str = "Анна") -> Here:
    """A socket."""
    return Here(operator or uuid7(), name, socket)


@asynccontextmanager
async def listening(redis: AsyncRedis, channel: str) -> AsyncIterator[list[dict[str, Any]]]:
    """Everything that is told on a channel, as it comes."""
    heard: list[dict[str, Any]] = []
    async with redis.pubsub() as pubsub:
        await pubsub.subscribe(channel)
        await pubsub.get_message(timeout=2)

        async def listen() -> None:
            while True:
                item = await pubsub.get_message(ignore_subscribe_messages=True, timeout=1)
                if item is not None:
                    heard.append(orjson.loads(item["data"]))

        task = asyncio.create_task(listen())
        try:
            yield heard
        finally:
            await asyncio.sleep(0.1)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


def states(heard: list[dict[str, Any]]) -> list[str]:
    """What was told of operators."""
    return [one["data"]["operators"][0]["state"] for one in heard]


async def test_colleagues_are_told_of_the_first_socket_and_of_the_end_of_the_last(
    async_redis: AsyncRedis,
) -> None:
    desks, site, operator = Desks(async_redis), uuid7(), uuid7()
    first, second = here(operator, "s1"), here(operator, "s2")
    async with listening(async_redis, inbox_channel(site)) as heard:
        await desks.join(first, Availability.AVAILABLE, [site])
        await desks.join(second, Availability.AVAILABLE, [site])
        await desks.leave(first)
        assert await desks.states([operator]) == [Presence.AVAILABLE]
        await desks.leave(second)
    assert states(heard) == ["available", "offline"]
    assert heard[0]["data"]["site_id"] == str(site)
    assert await desks.states([operator]) == [Presence.OFFLINE]


async def test_what_was_chosen_is_told_at_once_and_holds_over_a_reconnection(
    async_redis: AsyncRedis,
) -> None:
    desks, site, operator = Desks(async_redis), uuid7(), uuid7()
    one = here(operator)
    async with listening(async_redis, inbox_channel(site)) as heard:
        await desks.join(one, Availability.AVAILABLE, [site])
        await desks.choose(one, Availability.AWAY)
        await desks.choose(one, Availability.AWAY)
        await desks.leave(one)
        await desks.join(one, Availability.AWAY, [site])
    assert states(heard) == ["available", "away", "offline", "away"]


async def test_only_the_operator_s_own_sites_are_told(async_redis: AsyncRedis) -> None:
    desks, ours, theirs = Desks(async_redis), uuid7(), uuid7()
    async with listening(async_redis, inbox_channel(theirs)) as heard:
        await desks.join(here(), Availability.AVAILABLE, [ours])
    assert heard == []


async def test_what_a_killed_process_left_behind_ends_by_itself_and_is_told(
    async_redis: AsyncRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks, site, dead, alive = Desks(async_redis), uuid7(), uuid7(), uuid7()
    monkeypatch.setattr(presence, "SPAN_MS", 300)
    async with listening(async_redis, inbox_channel(site)) as heard:
        await desks.join(here(dead), Availability.AVAILABLE, [site])
        await desks.join(here(alive, "s2"), Availability.AVAILABLE, [site])
        for _ in range(5):  # the beats of the process that lives
            await asyncio.sleep(0.1)
            await desks.beat(here(alive, "s2"))
            await desks.reap()
    told = [(one["data"]["operators"][0]["id"], one["data"]["operators"][0]["state"])
            for one in heard]  # fmt: skip
    assert told == [
        (str(dead), "available"),
        (str(alive), "available"),
        (str(dead), "offline"),
    ]
    assert await desks.states([dead, alive]) == [Presence.OFFLINE, Presence.AVAILABLE]


async def test_a_beat_says_when_redis_has_forgotten(async_redis: AsyncRedis) -> None:
    desks = Desks(async_redis)
    assert await desks.beat(here()) is False


async def test_operators_see_who_looks_and_who_types_and_visitors_do_not(
    begin: Begin, async_redis: AsyncRedis
) -> None:
    talk, desks = await begin(), Desks(async_redis)
    anna, boris = here(ANNA, "a", "Анна"), here(BORIS, "b", "Борис")
    await desks.join(anna, Availability.AVAILABLE, [talk.site])
    async with listening(async_redis, conversation_key(talk.id)) as heard:
        await desks.look(anna, talk.id)
        await desks.look(anna, talk.id)  # a beat: nothing new
        viewers = await desks.look(boris, talk.id)
        await desks.type(boris, talk.id)
        await desks.look_away(anna, talk.id)
        await desks.look_away(boris, talk.id)
    assert {one.name for one in viewers.viewers} == {"Анна", "Борис"}
    assert {(one["event"], one["to"]) for one in heard} == {("viewers.updated", "operator")}
    seen = [{(v["id"], v["typing"]) for v in one["data"]["viewers"]} for one in heard]
    a, b = str(ANNA), str(BORIS)
    assert seen == [
        {(a, False)},
        {(a, False), (b, False)},
        {(a, False), (b, True)},
        {(b, True)},
        set(),
    ]


async def test_the_visitor_is_told_of_the_typing_of_whoever_has_the_floor_alone(
    begin: Begin, async_redis: AsyncRedis
) -> None:
    talk, desks = await begin(), Desks(async_redis)
    await talk.say()
    await talk.move(FloorCommand.TAKE, ANNA)
    async with listening(async_redis, conversation_key(talk.id)) as heard:
        await desks.type(here(BORIS, "b", "Борис"), talk.id)
        await desks.type(here(ANNA, "a", "Анна"), talk.id)
    to_visitor = [one for one in heard if one["to"] != "operator"]
    assert [(one["event"], one["to"]) for one in to_visitor] == [("typing.started", "visitor")]
    assert to_visitor[0]["data"] == {"conversation_id": str(talk.id), "name": "Анна"}


async def test_a_viewer_whose_process_died_is_gone_at_the_next_beat_of_another(
    begin: Begin, async_redis: AsyncRedis, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk, desks = await begin(), Desks(async_redis)
    monkeypatch.setattr(presence, "SPAN_MS", 200)
    await desks.look(here(BORIS, "b", "Борис"), talk.id)
    await asyncio.sleep(0.3)
    viewers = await desks.look(here(ANNA, "a", "Анна"), talk.id)
    assert [one.id for one in viewers.viewers] == [ANNA]
