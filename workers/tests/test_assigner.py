"""What waits finds somebody: whoever is here and has least to do, once, whoever looks."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from shared.domain.words import Availability
from shared.kernel.clock import utc_now
from shared.storage.answers import Answers
from shared.storage.assignments import Unmirrored
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.storage.offers import Offers, find_due
from shared.tests.rows import new_conversation, new_site
from shared.tests.talk import Talk
from workers.services.assigner import Assigner
from workers.services.database import Database
from workers.tests.desk import Desk, Make, owner

pytestmark = pytest.mark.services


@contextmanager
def closing_of_its_thread(database: Database) -> Iterator[None]:
    """Close a thread's connection in that thread."""
    try:
        yield
    finally:
        database.drop()


async def test_it_goes_to_whoever_has_least_and_is_mirrored(desk: Desk, make: Make) -> None:
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    await desk.arrives(anna, boris)
    busy = await desk.waits()
    await busy.move(FloorCommand.TAKE, anna)
    talk = await desk.waits()
    make().sweep()
    assert await owner(talk) == boris
    assert desk.stored(talk) == boris
    summary = (await talk.state()).summary()
    assert (summary.assignee_name, summary.status) == ("Борис", "waiting")


async def test_among_equals_it_goes_to_whoever_had_none_for_longest(desk: Desk, make: Make) -> None:
    people = [desk.operator(name) for name in ("Анна", "Борис", "Вера")]
    await desk.arrives(*people)
    talks = [await desk.waits() for _ in range(6)]
    for _ in talks:
        make().sweep()
    owners = [await owner(talk) for talk in talks]
    assert all(owners.count(one) == 2 for one in people)
    # Everybody is free again; who was given one longest ago comes first.
    for talk, who in zip(talks, owners, strict=True):
        await talk.move(FloorCommand.TAKE, who)
    order: list[UUID | None] = []
    for talk, who in zip(talks, owners, strict=True):
        await talk.move(FloorCommand.CLOSE, who)
        desk.connection.execute(
            "UPDATE conversations SET status = 'closed', assignee_id = NULL WHERE id = %s",
            (talk.id,),
        )
    for _ in range(3):
        talk = await desk.waits()
        make().sweep()
        order.append(await owner(talk))
    assert order == owners[3:]


async def test_nobody_here_or_all_away_it_waits_and_is_given_to_whoever_comes(
    desk: Desk, make: Make
) -> None:
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    await desk.arrives(boris, as_=Availability.AWAY)
    talk = await desk.waits()
    make().sweep()
    assert await owner(talk) is None
    await desk.arrives(anna)
    make().sweep()
    assert await owner(talk) == anna


async def test_who_does_not_take_it_in_time_loses_it_to_the_next_and_so_on_round(
    desk: Desk, make: Make
) -> None:
    desk.rules(automatic=True, take_seconds=15)
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    await desk.arrives(anna, boris)
    talk = await desk.waits()
    make().sweep()
    first = await owner(talk)
    make().sweep()
    assert await owner(talk) == first  # it is theirs for as long as the rule says
    seen = [first]
    for passed in (20, 40):
        _lapse(talk)
        later = utc_now() + timedelta(seconds=passed)
        make(partial(_at, later)).sweep()
        seen.append(await owner(talk))
    assert seen == [first, ({anna, boris} - {first}).pop(), first]


def _at(moment: datetime) -> datetime:
    return moment


def _lapse(talk: Talk) -> None:
    """Let twenty seconds pass for Redis, whose clock is its own."""
    key = conversation_key(talk.id)
    talk.redis.hincrby(key, "assigned_ms", -20_000)


async def test_alone_one_keeps_it_and_others_are_found_for_the_rest(desk: Desk, make: Make) -> None:
    desk.rules(automatic=True, take_seconds=15)
    anna = desk.operator("Анна")
    await desk.arrives(anna)
    lapsed = await desk.waits()
    make().sweep()
    _lapse(lapsed)
    fresh = await desk.waits()
    make(lambda: utc_now() + timedelta(seconds=20)).sweep()
    assert (await owner(lapsed), await owner(fresh)) == (anna, anna)


async def test_what_a_person_decided_or_took_is_left_alone(desk: Desk, make: Make) -> None:
    desk.rules(automatic=True, take_seconds=15)
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    await desk.arrives(anna)
    talk = await desk.waits()
    make().sweep()
    await talk.move(FloorCommand.TAKE, boris)
    _lapse(talk)
    make(lambda: utc_now() + timedelta(seconds=20)).sweep()
    state = await talk.state()
    assert (state.operator, state.assignee) == (boris, boris)


async def test_a_team_s_conversation_goes_to_its_members_alone(desk: Desk, make: Make) -> None:
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    await desk.arrives(anna, boris)
    talk = await desk.waits(desk.team(boris))
    by_hand = await desk.waits(desk.team(boris, automatic=False))
    make().sweep()
    assert (await owner(talk), await owner(by_hand)) == (boris, None)


async def test_a_site_that_does_not_ask_for_it_assigns_nothing(desk: Desk, make: Make) -> None:
    desk.rules(automatic=False)
    await desk.arrives(desk.operator("Анна"))
    talk = await desk.waits()
    make().sweep()
    assert await owner(talk) is None


async def test_people_of_another_site_get_none_of_it(
    desk: Desk, make: Make, connection: Connection[Any]
) -> None:
    other = Desk(connection, desk.talk)
    await other.arrives(other.operator("Чужой"))
    talk = await desk.waits()
    make().sweep()
    assert await owner(talk) is None


def test_the_many_that_nobody_takes_at_one_site_leave_room_for_another_s(
    desk: Desk, connection: Connection[Any]
) -> None:
    for site in [desk.site] * 60 + [new_site(connection)]:
        connection.execute(
            "INSERT INTO assignment_rules VALUES (%s, true, 120) ON CONFLICT DO NOTHING", (site,)
        )
        connection.execute(
            "UPDATE conversations SET status = 'waiting', waiting_since = now() WHERE id = %s",
            (new_conversation(connection, site),),
        )
    found = [due.site_id for due in find_due(connection, utc_now(), most=50)]
    assert found.count(desk.site) == 50
    assert found.count(site) == 1


async def test_two_who_look_at_once_give_each_conversation_once_and_evenly(
    desk: Desk, make: Make
) -> None:
    people = [desk.operator(f"Сотрудник {number}") for number in range(4)]
    await desk.arrives(*people)
    talks = [await desk.waits() for _ in range(40)]
    versions = {talk.id: (await talk.state()).n for talk in talks}

    def look(database: Database) -> None:
        with closing_of_its_thread(database):
            redis = desk.talk.redis
            Assigner(Offers(redis), Unmirrored(redis), Answers(redis), database).sweep()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(look, [make.database() for _ in range(4)]))
    owners = [await owner(talk) for talk in talks]
    assert {owners.count(one) for one in people} == {10}
    # Each was changed exactly once.
    assert {talk.id: (await talk.state()).n - 1 for talk in talks} == versions


async def test_what_redis_forgot_is_given_too(desk: Desk, make: Make) -> None:
    anna = desk.operator("Анна")
    await desk.arrives(anna)
    talk = await desk.waits()
    desk.talk.redis.delete(conversation_key(talk.id))
    make().sweep()
    assert (await owner(talk), desk.stored(talk)) == (anna, anna)
