"""A cursor gives exactly what was missed, or everything when it no longer holds."""

import pytest

from shared.domain.words import ConversationStatus
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.tests.conftest import Begin
from shared.tests.talk import ANNA

pytestmark = pytest.mark.services


async def test_every_cursor_that_was_ever_given_brings_exactly_what_came_after_it(
    begin: Begin,
) -> None:
    talk = await begin()
    cursors = []
    for turn in range(6):
        accepted = await talk.say(f"вопрос {turn}")
        cursors.append((await talk.resume()).state.cursor)
        talk.stage(accepted)
        talk.delta(accepted, 0, "часть")
        cursors.append((await talk.resume()).state.cursor)
        talk.complete(accepted, text=f"ответ {turn}")
        cursors.append((await talk.resume()).state.cursor)
    await talk.move(FloorCommand.TAKE, ANNA)
    everything = sorted((await talk.resume()).frames, key=lambda frame: frame.n)
    for cursor in cursors:
        resumed = await talk.resume(cursor)
        number = int(cursor.partition(":")[2])
        assert resumed.holds
        assert resumed.frames == tuple(frame for frame in everything if frame.n > number)
        snapshot = resumed.snapshot()
        assert not snapshot.full
        assert snapshot.cursor == resumed.state.cursor


async def test_who_asks_for_none_of_what_was_said_gets_the_state_alone(begin: Begin) -> None:
    talk = await begin()
    await talk.say()
    await talk.move(FloorCommand.HANDOFF)
    whole, looked = await talk.resume(), await talk.handlers.resume(talk.id, None, newest=0)
    assert whole.frames
    assert looked.frames == ()
    assert looked.conversation() == whole.conversation()


async def test_the_present_cursor_brings_nothing(begin: Begin) -> None:
    talk = await begin()
    talk.complete(await talk.say())
    resumed = await talk.resume((await talk.state()).cursor)
    assert resumed.holds
    assert resumed.snapshot().messages == ()


async def test_a_cursor_of_another_life_ahead_of_time_or_malformed_brings_everything(
    begin: Begin,
) -> None:
    talk = await begin()
    talk.complete(await talk.say())
    state = await talk.state()
    for cursor in (
        None,
        f"beef:{state.n}",
        f"{state.inc}:{state.n + 1}",
        f"{state.inc}:999999999999999999",
        ":0",
    ):
        snapshot = (await talk.resume(cursor)).snapshot()
        assert snapshot.full, cursor
        assert [message.seq for message in snapshot.messages] == [1, 2]
        assert snapshot.cursor == state.cursor


async def test_the_cursor_of_an_empty_conversation_holds_until_its_first_words_are_cut_off(
    begin: Begin,
) -> None:
    talk = await begin()
    empty = (await talk.state()).cursor
    await talk.say("первое")
    snapshot = (await talk.resume(empty)).snapshot()
    assert not snapshot.full
    assert [message.text for message in snapshot.messages] == ["первое"]
    talk.redis.xtrim(f"{conversation_key(talk.id)}:events", maxlen=0)
    await talk.say("второе")
    assert (await talk.resume(empty)).snapshot().full


async def test_a_cursor_from_before_what_the_stream_still_keeps_brings_everything(
    begin: Begin,
) -> None:
    talk = await begin()
    await talk.say()
    cursor = (await talk.state()).cursor
    for turn in range(12):
        await talk.say(str(turn))
    talk.redis.xtrim(f"{conversation_key(talk.id)}:events", maxlen=5, approximate=False)
    assert not (await talk.resume(cursor)).holds
    newest = (await talk.state()).cursor
    assert (await talk.resume(newest)).holds


async def test_a_cursor_from_before_a_loss_brings_everything_and_the_number_goes_on(
    begin: Begin,
) -> None:
    talk = await begin()
    await talk.say()
    before = await talk.state()
    talk.redis.delete(*talk.redis.scan_iter(f"{conversation_key(talk.id)}*"))
    await talk.handlers.seed(talk.values | {"inc": "beef", "n": "1002", "epoch": "1001"})
    resumed = await talk.resume(before.cursor)
    assert not resumed.holds
    assert resumed.state.n > before.n


async def test_a_snapshot_carries_the_half_written_answer(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.stage(accepted)
    talk.delta(accepted, 0, "Половина 👋")
    snapshot = (await talk.resume()).snapshot()
    assert snapshot.generation
    assert snapshot.generation.text == "Половина 👋"
    talk.complete(accepted)
    assert (await talk.resume()).snapshot().generation is None


async def test_a_snapshot_says_who_has_the_floor(begin: Begin) -> None:
    talk = await begin()
    await talk.move(FloorCommand.HANDOFF)
    assert (await talk.resume()).snapshot().conversation.position == 1
    await talk.move(FloorCommand.TAKE, ANNA)
    conversation = (await talk.resume()).snapshot().conversation
    assert conversation.status is ConversationStatus.OPERATOR
    assert (conversation.operator_name, conversation.position) == ("Анна", None)


async def test_what_others_are_told_only_once_is_not_kept_for_resuming(begin: Begin) -> None:
    talk = await begin()
    await talk.say()
    cursor = (await talk.state()).cursor
    payload = {"conversation_id": str(talk.id), "name": "Анна"}
    await talk.handlers.tell("typing.started", payload, to="visitor", is_fact=False)
    resumed = await talk.resume(cursor)
    assert resumed.frames == ()
    assert resumed.state.cursor == cursor
