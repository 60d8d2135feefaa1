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
from redis import Redis

from shared.config import Settings
from shared.domain.words import Availability
from shared.kernel.clock import Clock, utc_now
from shared.kernel.ids import uuid7
from shared.storage.answers import Answers
from shared.storage.assignments import Assignment, Unmirrored
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.storage.offers import Offers, find_due
from shared.storage.presence import Desks, Here
from shared.storage.unanswered import find_abandoned
from shared.tests.rows import new_conversation, new_operator, new_site
from shared.tests.talk import NAMES, Talk
from tests.fixtures import MakeSettings
from workers.services.assigner import Assigner
from workers.services.database import Database

pytestmark = pytest.mark.services


class Make:
    """Makes assigners, each with a connection of its own as in processes of their own."""

    def __init__(self, settings: Settings, redis: Redis) -> None:
        self._settings = settings
        self._redis = redis
        self._opened: list[Database] = []

    def __call__(self, clock: Clock = utc_now) -> Assigner:
        redis = self._redis
        return Assigner(Offers(redis), Unmirrored(redis), Answers(redis), self.database(), clock)

    def database(self) -> Database:
        """Another way to PostgreSQL."""
        self._opened.append(Database(self._settings))
        return self._opened[-1]

    def close(self) -> None:
        """Close what this thread has opened."""
        for database in self._opened:
            database.drop()


@pytest.fixture
def make(make_settings: MakeSettings, database_url: str, redis: Redis) -> Iterator[Make]:
    """Make assigners."""
    made = Make(make_settings(database_url=database_url), redis)
    yield made
    made.close()


@contextmanager
def closing_of_its_thread(database: Database) -> Iterator[None]:
    """Close a thread's connection in that thread."""
    try:
        yield
    finally:
        database.drop()


class Desk:
    """A site with people who may be here, and conversations that wait."""

    def __init__(self, connection: Connection[Any], talk: Talk, *, automatic: bool = True) -> None:
        self.connection = connection
        self.talk = talk
        self.desks = Desks(talk.async_redis)
        self.site = new_site(connection)
        self.rules(automatic=automatic)

    def rules(self, *, automatic: bool, take_seconds: int = 120) -> None:
        """Choose how it assigns."""
        self.connection.execute(
            "INSERT INTO assignment_rules VALUES (%s, %s, %s) ON CONFLICT (site_id) DO UPDATE"
            " SET automatic = EXCLUDED.automatic, take_seconds = EXCLUDED.take_seconds",
            (self.site, automatic, take_seconds),
        )

    def operator(self, name: str) -> UUID:
        """Employ somebody."""
        operator = new_operator(self.connection, self.site, name=name, role="operator")
        NAMES[operator] = name
        return operator

    def team(self, *members: UUID, automatic: bool = True) -> UUID:
        """Make a team."""
        team = uuid7()
        self.connection.execute(
            "INSERT INTO teams (id, site_id, name, automatic) VALUES (%s, %s, %s, %s)",
            (team, self.site, f"Команда {team}", automatic),
        )
        for member in members:
            self.connection.execute("INSERT INTO team_members VALUES (%s, %s)", (team, member))
        return team

    async def arrives(self, *operators: UUID, as_: Availability = Availability.AVAILABLE) -> None:
        """Come to work."""
        for operator in operators:
            desk = Here(operator, NAMES[operator], str(operator))
            await self.desks.join(desk, as_, [self.site])
            self.connection.execute(
                "UPDATE operators SET availability = %s WHERE id = %s", (as_, operator)
            )

    async def leaves(self, operator: UUID) -> None:
        """Go home."""
        await self.desks.leave(Here(operator, NAMES[operator], str(operator)))

    async def waits(self, team: UUID | None = None) -> Talk:
        """A conversation that waits, in Redis and in PostgreSQL."""
        conversation = new_conversation(self.connection, self.site)
        seed = {"id": str(conversation), "site": str(self.site)}
        talk = await Talk(self.talk.async_redis, self.talk.redis, **seed).begin()
        await talk.say()
        moved = await talk.move(FloorCommand.HANDOFF)
        self.connection.execute(
            "UPDATE conversations SET status = 'waiting', change = %s, waiting_since = now(),"
            " team_id = %s, last_seq = 2, epoch = 2 WHERE id = %s",
            (moved.state.n, team, conversation),
        )
        if team:
            key = conversation_key(conversation)
            talk.redis.hset(key, mapping={"team": str(team), "team_name": "Команда"})
        return talk

    async def gives(self, talk: Talk, to: UUID, by: UUID, team: UUID | None = None) -> None:
        """Somebody gives it to somebody by hand."""
        wanted = Assignment(
            talk.id,
            asked_by=by,
            operator_id=to,
            operator_name=NAMES[to],
            team_id=team,
            team_name="Команда" if team else "",
        )
        await talk.handlers.assign(wanted, utc_now())
        for state in Unmirrored(talk.redis).states():
            Unmirrored(talk.redis).mirror(self.connection, state)

    def goes(self, operator: UUID, how: str) -> None:
        """Be disabled, or leave the site."""
        self.connection.execute(
            {
                "disabled": "UPDATE operators SET disabled_at = now() WHERE id = %s",
                "left": "DELETE FROM operator_sites WHERE operator_id = %s",
            }[how],
            (operator,),
        )

    def stored(self, talk: Talk) -> UUID | None:
        """Whose PostgreSQL says it is."""
        row = self.connection.execute(
            "SELECT assignee_id FROM conversations WHERE id = %s", (talk.id,)
        ).fetchone()
        assert row is not None
        assignee: UUID | None = row[0]
        return assignee


async def owner(talk: Talk) -> UUID | None:
    """Whose Redis says it is."""
    return (await talk.state()).assignee


@pytest.fixture
def desk(connection: Connection[Any], stage: Any) -> Desk:  # noqa: ANN401
    """A site that assigns by itself."""
    return Desk(connection, stage.talk)


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


@pytest.mark.parametrize("how", ["disabled", "left"])
async def test_what_waits_for_somebody_who_has_gone_is_offered_again(
    desk: Desk, make: Make, how: str
) -> None:
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    await desk.arrives(anna)
    talk = await desk.waits()
    await desk.gives(talk, boris, by=anna)
    make().sweep()
    assert await owner(talk) == boris, "a person decided it"
    desk.goes(boris, how)
    make().sweep()
    assert (await owner(talk), desk.stored(talk)) == (anna, anna)


async def test_where_nothing_is_assigned_by_itself_it_is_nobody_s_and_its_team_stays(
    desk: Desk, make: Make
) -> None:
    desk.rules(automatic=False)
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    await desk.arrives(anna)
    team = desk.team(boris, automatic=False)
    talk = await desk.waits()
    await desk.gives(talk, boris, by=anna, team=team)
    desk.goes(boris, "disabled")
    talk.redis.delete(conversation_key(talk.id))  # also what Redis has forgotten
    make().sweep()
    state = await talk.state()
    assert (state.assignee, state.team, state.status) == (None, team, "waiting")
    assert desk.stored(talk) is None


async def test_what_was_handed_on_to_somebody_who_has_gone_stays_with_the_speaker(
    desk: Desk, make: Make
) -> None:
    anna, boris = desk.operator("Анна"), desk.operator("Борис")
    talk = await desk.waits()
    await talk.move(FloorCommand.TAKE, anna)
    await desk.gives(talk, boris, by=anna)
    desk.goes(boris, "left")
    make().sweep()
    state = await talk.state()
    assert (state.operator, state.assignee, desk.stored(talk)) == (anna, anna, anna)


async def test_what_somebody_else_has_meanwhile_is_not_taken_from_them(desk: Desk) -> None:
    anna, boris, vera = (desk.operator(name) for name in ("Анна", "Борис", "Вера"))
    talk = await desk.waits()
    await desk.gives(talk, boris, by=anna)
    desk.goes(boris, "left")
    found = next(one for one in find_abandoned(desk.connection) if one.conversation_id == talk.id)
    await desk.gives(talk, vera, by=anna)
    assert Offers(talk.redis).take_back(found, utc_now()) == ("kept", None)
    assert await owner(talk) == vera


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
