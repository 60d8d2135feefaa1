"""Who is responsible, beside who speaks: every rule of ADR 0016 on real Redis and PostgreSQL."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection, Connection
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.domain.words import ConversationStatus
from shared.kernel.errors import Conflict
from shared.kernel.ids import uuid7
from shared.storage.assignments import Assigned, Assignment, Unmirrored, mirror
from shared.storage.floor import FloorCommand
from shared.storage.keys import UNMIRRORED_KEY, conversation_key
from shared.storage.visitors import seed_values_blocking
from shared.tests.conftest import Begin
from shared.tests.rows import new_conversation, new_operator, new_site
from shared.tests.talk import ANNA, BORIS, NAMES, Talk, now

pytestmark = pytest.mark.services

TEAM = uuid7()


async def assign(
    talk: Talk, to: UUID | None, by: UUID = ANNA, *, team: UUID | None = None, may: bool = False
) -> Assigned:
    """Ask for an assignment."""
    wanted = Assignment(
        talk.id,
        asked_by=by,
        may_dispose=may,
        operator_id=to,
        operator_name=NAMES.get(to, "Кто-то") if to else "",
        team_id=team,
        team_name="Вторая линия" if team else "",
    )
    return await talk.handlers.assign(wanted, now())


async def waiting(begin: Begin) -> Talk:
    """A conversation that waits for a person."""
    talk = await begin()
    await talk.say()
    await talk.move(FloorCommand.HANDOFF)
    return talk


def has(redis: Redis, operator: UUID, talk: Talk) -> bool:
    """Whether the conversation is counted as one of the operator's."""
    return bool(redis.sismember(f"assigned:{operator}", str(talk.id)))


async def test_a_waiting_conversation_is_given_to_somebody_and_waits_on(
    begin: Begin, redis: Redis
) -> None:
    talk = await waiting(begin)
    before = await talk.state()
    assigned = await assign(talk, BORIS)
    summary = assigned.state.summary()
    assert (summary.status, summary.operator_id) == (ConversationStatus.WAITING, None)
    assert (summary.assignee_id, summary.assignee_name) == (BORIS, "Борис")
    assert summary.version > before.n  # newer than what the inbox knows
    assert assigned.state.epoch == before.epoch  # nobody's work is cancelled by it
    assert has(redis, BORIS, talk)


async def test_assigned_again_to_the_same_it_is_told_to_nobody(begin: Begin) -> None:
    talk = await waiting(begin)
    first = await assign(talk, BORIS)
    again = await assign(talk, BORIS)
    assert (again.result, again.state.n) == ("same", first.state.n)


async def test_another_may_take_it_and_is_responsible_then(begin: Begin, redis: Redis) -> None:
    talk = await waiting(begin)
    await assign(talk, BORIS)
    taken = await talk.move(FloorCommand.TAKE, ANNA)
    assert (taken.state.operator, taken.state.assignee) == (ANNA, ANNA)
    assert (has(redis, ANNA, talk), has(redis, BORIS, talk)) == (True, False)
    with pytest.raises(Conflict) as refused:
        await talk.move(FloorCommand.TAKE, BORIS)
    assert refused.value.who == "Анна"


async def test_handed_on_it_stays_with_the_speaker_until_it_is_taken(begin: Begin) -> None:
    talk = await waiting(begin)
    await talk.move(FloorCommand.TAKE, ANNA)
    handed = await assign(talk, BORIS, by=ANNA)
    assert (handed.state.operator, handed.state.assignee) == (ANNA, BORIS)
    await talk.reply(ANNA)  # not cut off in the middle of a sentence
    with pytest.raises(Conflict):
        await talk.move(FloorCommand.TAKE, uuid7_of_nobody())
    taken = await talk.move(FloorCommand.TAKE, BORIS)
    assert (taken.state.operator, taken.state.assignee) == (BORIS, BORIS)


async def test_handed_on_to_a_team_anybody_may_take_it(begin: Begin) -> None:
    talk = await waiting(begin)
    await talk.move(FloorCommand.TAKE, ANNA)
    handed = await assign(talk, None, by=ANNA, team=TEAM)
    assert (handed.state.assignee, handed.state.team) == (None, TEAM)
    taken = await talk.move(FloorCommand.TAKE, BORIS)
    assert (taken.state.operator, taken.state.assignee) == (BORIS, BORIS)


async def test_handing_on_can_be_taken_back(begin: Begin) -> None:
    talk = await waiting(begin)
    await talk.move(FloorCommand.TAKE, ANNA)
    await assign(talk, BORIS, by=ANNA)
    back = await assign(talk, None, by=ANNA)
    assert back.state.assignee == ANNA
    with pytest.raises(Conflict):
        await talk.move(FloorCommand.TAKE, BORIS)


async def test_what_a_colleague_speaks_in_only_a_supervisor_disposes_of(begin: Begin) -> None:
    talk = await waiting(begin)
    await talk.move(FloorCommand.TAKE, ANNA)
    with pytest.raises(Conflict) as refused:
        await assign(talk, BORIS, by=BORIS)
    assert refused.value.who == "Анна"
    moved = await assign(talk, BORIS, by=BORIS, may=True)
    assert moved.state.assignee == BORIS


@pytest.mark.parametrize("end", [FloorCommand.RETURN, FloorCommand.CLOSE])
async def test_it_ends_with_the_work(begin: Begin, redis: Redis, end: FloorCommand) -> None:
    talk = await waiting(begin)
    await talk.move(FloorCommand.TAKE, ANNA)
    ended = await talk.move(end, ANNA)
    assert (ended.state.assignee, ended.state.team, ended.state.assigned_at) == (None, None, None)
    assert not has(redis, ANNA, talk)


async def test_a_closed_one_is_given_to_nobody(begin: Begin) -> None:
    talk = await waiting(begin)
    await talk.move(FloorCommand.CLOSE, ANNA)
    with pytest.raises(Conflict):
        await assign(talk, BORIS)


async def test_given_while_an_agent_speaks_it_lasts_over_the_hand_off(begin: Begin) -> None:
    talk = await begin()
    await talk.say()
    await assign(talk, BORIS)
    moved = await talk.move(FloorCommand.HANDOFF)
    assert (moved.state.status, moved.state.assignee) == (ConversationStatus.WAITING, BORIS)


async def test_of_many_at_once_the_last_holds_and_one_set_counts_it(
    begin: Begin, redis: Redis
) -> None:
    talk = await waiting(begin)
    people = [uuid7() for _ in range(10)]
    await asyncio.gather(*(assign(talk, one) for one in people * 5))
    state = await talk.state()
    assert [one for one in people if has(redis, one, talk)] == [state.assignee]


async def stored(connection: Connection[Any], talk: Talk) -> tuple[Any, ...] | None:
    """What PostgreSQL knows of it."""
    return connection.execute(
        "SELECT status, operator_id, assignee_id, team_id, assigned_by_rule, change"
        " FROM conversations WHERE id = %s",
        (talk.id,),
    ).fetchone()


async def test_it_is_mirrored_at_once_and_an_older_one_changes_nothing(
    connection: Connection[Any], database_url: str, async_redis: AsyncRedis, redis: Redis
) -> None:
    site_id = new_site(connection)
    boris = new_operator(connection, site_id, name="Борис")
    conversation = new_conversation(connection, site_id)
    talk = await Talk(async_redis, redis, id=str(conversation), site=str(site_id)).begin()
    await talk.say()
    await talk.move(FloorCommand.HANDOFF)
    older = (await assign(talk, uuid7())).state
    newer = (await assign(talk, boris)).state
    assert redis.hget(UNMIRRORED_KEY, str(talk.id)) == str(newer.n).encode()
    async with await AsyncConnection.connect(database_url, autocommit=True) as opened:
        await mirror(opened, async_redis, newer)
        assert redis.hget(UNMIRRORED_KEY, str(talk.id)) is None
        await mirror(opened, async_redis, older)
    row = await stored(connection, talk)
    assert row == ("waiting", None, boris, None, False, newer.n)
    # And it comes back from there when Redis has forgotten all of it.
    redis.delete(conversation_key(talk.id))
    values = seed_values_blocking(connection, talk.id)
    assert values is not None
    await talk.handlers.seed(values)
    state = await talk.state()
    assert (state.assignee, state.assignee_name, state.status) == (boris, "Борис", "waiting")
    assert has(redis, boris, talk)


async def test_what_was_not_mirrored_is_found_and_struck_off(
    connection: Connection[Any], async_redis: AsyncRedis, redis: Redis
) -> None:
    site_id = new_site(connection)
    conversation = new_conversation(connection, site_id)
    talk = await Talk(async_redis, redis, id=str(conversation), site=str(site_id)).begin()
    await talk.say()
    assigned = await assign(talk, BORIS)
    forgotten = uuid7()
    redis.hset(UNMIRRORED_KEY, str(forgotten), 5)
    unmirrored = Unmirrored(redis)
    for state in unmirrored.states():
        unmirrored.mirror(connection, state)
    row = await stored(connection, talk)
    assert row is not None
    assert (row[2], row[5]) == (BORIS, assigned.state.n)
    assert not redis.hmget(UNMIRRORED_KEY, [str(talk.id), str(forgotten)])[0]
    assert redis.hget(UNMIRRORED_KEY, str(forgotten)) is None


def uuid7_of_nobody() -> UUID:
    """An operator whom the conversation has nothing to do with."""
    NAMES.setdefault(_NOBODY, "Никто")
    return _NOBODY


_NOBODY = uuid7()
