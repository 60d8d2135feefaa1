"""What waits for somebody who was disabled, or has left the site, is freed and offered again."""

import pytest

from shared.kernel.clock import utc_now
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.storage.offers import Offers
from shared.storage.unanswered import find_abandoned
from workers.tests.desk import Desk, Make, owner

pytestmark = pytest.mark.services


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
