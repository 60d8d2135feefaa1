"""The live state in Redis: one place for each message, one speaker at a time."""

import asyncio

import orjson
import pytest

from shared.domain.words import ConversationStatus, Outcome, Sender
from shared.kernel.errors import Conflict, ErrorCode, Forbidden
from shared.kernel.ids import uuid7
from shared.storage.conversations import ConversationUnknownToRedis
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key
from shared.tests.conftest import Begin
from shared.tests.talk import ANNA, BORIS, Talk

pytestmark = pytest.mark.services


async def test_one_client_id_five_times_at_once_is_one_message_with_equal_entries(
    begin: Begin,
) -> None:
    talk = await begin()
    found = await asyncio.gather(*(talk.accept("привет", "client-0001") for _ in range(5)))
    entries = [one.entry for one in found]
    assert len({(entry.message_id, entry.seq, entry.answer_id, entry.at) for entry in entries}) == 1
    assert sorted(entry.result for entry in entries) == ["accepted", *["repeated"] * 4]
    assert (await talk.state()).seq == 1
    assert len(found[0].turn) == 1


async def test_an_accepted_message_is_shown_once_however_often_it_is_announced(
    begin: Begin,
) -> None:
    talk = await begin()
    accepted = await talk.accept("привет", "client-0001")
    shown = [await talk.announce(accepted, "client-0001") for _ in range(3)]
    assert shown == [True, False, False]
    assert [frame.event for frame in (await talk.resume()).frames] == ["message.created"]
    assert (await talk.accept("привет", "client-0001")).entry.published


async def test_a_visitor_s_and_an_operator_s_equal_client_ids_are_two_messages(
    begin: Begin,
) -> None:
    talk = await begin()
    first = await talk.say("привет", "client-0001")
    await talk.move(FloorCommand.TAKE, ANNA)
    second = await talk.accept("здравствуйте", "client-0001", ANNA)
    assert first.entry.message_id != second.entry.message_id


async def test_whatever_changes_the_speaker_raises_the_epoch(begin: Begin) -> None:
    talk = await begin()
    epochs = [(await talk.state()).epoch]

    async def note() -> None:
        epochs.append((await talk.state()).epoch)

    await talk.say()
    await note()
    await talk.stop()
    await note()
    await talk.move(FloorCommand.TAKE, ANNA)
    await note()
    await talk.move(FloorCommand.RETURN, ANNA)
    await note()
    await talk.move(FloorCommand.HANDOFF)
    await note()
    await talk.move(FloorCommand.CLOSE, ANNA)
    await note()
    await talk.say()
    await note()
    assert epochs == list(range(epochs[0], epochs[0] + 8))


async def test_a_repeated_message_raises_no_epoch(begin: Begin) -> None:
    talk = await begin()
    await talk.say("x", "client-0001")
    before = (await talk.state()).epoch
    await talk.say("x", "client-0001")
    assert (await talk.state()).epoch == before


async def test_of_two_operators_who_take_at_once_exactly_one_wins_two_hundred_times(
    begin: Begin,
) -> None:
    wins = {ANNA: 0, BORIS: 0}

    async def one_race() -> None:
        talk = await begin()
        await talk.say()

        async def take(operator: object) -> bool:
            try:
                await talk.move(FloorCommand.TAKE, ANNA if operator == ANNA else BORIS)
            except Conflict:
                return False
            return True

        pair = [ANNA, BORIS] if sum(wins.values()) % 2 else [BORIS, ANNA]
        won = dict(zip(pair, await asyncio.gather(*map(take, pair)), strict=True))
        assert sum(won.values()) == 1
        winner = next(operator for operator, has_won in won.items() if has_won)
        assert (await talk.state()).operator == winner
        wins[winner] += 1

    for _ in range(10):
        await asyncio.gather(*(one_race() for _ in range(20)))
    assert sum(wins.values()) == 200


@pytest.mark.parametrize(
    "command", [FloorCommand.TAKE, FloorCommand.RETURN, FloorCommand.CLOSE, FloorCommand.HANDOFF]
)
async def test_a_floor_command_repeated_after_a_lost_reply_finds_its_first_record(
    begin: Begin, command: FloorCommand
) -> None:
    talk = await begin()
    await talk.say()
    operator = None if command is FloorCommand.HANDOFF else ANNA
    if command is FloorCommand.RETURN:
        await talk.move(FloorCommand.TAKE, ANNA)
    first = await talk.move(command, operator)
    second = await talk.move(command, operator)
    assert second.entry.result == "repeated"
    assert (second.entry.message_id, second.entry.seq) == (first.entry.message_id, first.entry.seq)
    assert second.state == first.state


async def test_only_the_operator_who_has_the_floor_may_write_return_and_close(
    begin: Begin,
) -> None:
    talk = await begin()
    with pytest.raises(Forbidden) as refusal:
        await talk.accept("x", operator=ANNA)
    assert refusal.value.code == ErrorCode.CONVERSATION_NOT_YOURS
    await talk.move(FloorCommand.TAKE, ANNA)
    await talk.accept("x", operator=ANNA)
    with pytest.raises(Forbidden):
        await talk.accept("x", operator=BORIS)
    for command in (FloorCommand.TAKE, FloorCommand.RETURN, FloorCommand.CLOSE):
        with pytest.raises(Conflict):
            await talk.move(command, BORIS)
    assert (await talk.state()).operator == ANNA


async def test_a_closed_conversation_opens_with_the_visitor_s_next_message(begin: Begin) -> None:
    talk = await begin()
    await talk.move(FloorCommand.CLOSE, ANNA)
    cursor = (await talk.state()).cursor
    accepted = await talk.say("ещё вопрос")
    assert accepted.state.status is ConversationStatus.AGENT
    assert accepted.entry.status is ConversationStatus.AGENT
    events = [frame.event for frame in (await talk.resume(cursor)).frames]
    assert events == ["conversation.status", "message.created"]


async def test_a_message_to_a_waiting_conversation_is_no_turn_for_an_agent(begin: Begin) -> None:
    talk = await begin()
    await talk.move(FloorCommand.HANDOFF)
    accepted = await talk.say("вы тут?")
    assert accepted.entry.status is ConversationStatus.WAITING
    assert accepted.turn == ()
    assert accepted.state.visitor_seq == 0


async def test_three_messages_in_a_row_are_one_turn_in_their_order(begin: Begin) -> None:
    talk = await begin()
    texts = ["раз", "два", "три"]
    accepted = [await talk.say(text) for text in texts]
    assert [message.text for message in accepted[-1].turn_messages()] == texts
    assert [talk.complete(one).result for one in accepted] == ["stale", "stale", "done"]


async def test_a_conversation_that_redis_does_not_know_is_said_to_be_unknown(
    begin: Begin,
) -> None:
    talk = await begin()
    talk.redis.delete(conversation_key(talk.id))
    with pytest.raises(ConversationUnknownToRedis):
        await talk.accept()
    with pytest.raises(ConversationUnknownToRedis):
        await talk.move(FloorCommand.TAKE, ANNA)
    with pytest.raises(ConversationUnknownToRedis):
        await talk.stop()
    with pytest.raises(ConversationUnknownToRedis):
        await talk.resume()


async def test_all_that_a_conversation_keeps_in_redis_expires(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    await everything_expires(talk)
    talk.stage(accepted)
    talk.delta(accepted, 0, "текст")
    await everything_expires(talk)
    talk.complete(accepted)
    await talk.move(FloorCommand.TAKE, ANNA)
    await talk.reply(ANNA)
    await everything_expires(talk)


async def everything_expires(talk: Talk) -> None:
    names = list(talk.redis.scan_iter(f"{conversation_key(talk.id)}*"))
    assert names
    assert {name: talk.redis.ttl(name) for name in names if talk.redis.ttl(name) <= 0} == {}


async def test_the_inbox_of_the_site_hears_every_change_as_a_whole_line(begin: Begin) -> None:
    talk = await begin()
    with talk.redis.pubsub() as pubsub:  # type: ignore[no-untyped-call]
        pubsub.subscribe(f"site:{talk.site}:inbox")
        assert pubsub.get_message(timeout=5)
        await talk.say("вопрос")
        await talk.move(FloorCommand.TAKE, ANNA)
        heard = [pubsub.get_message(timeout=5) for _ in range(2)]
    lines = [orjson.loads(item["data"]) for item in heard if item]
    assert [line["status"] for line in lines] == ["agent", "operator"]
    assert lines[0]["last_text"] == "вопрос"
    assert lines[0]["last_sender"] == Sender.VISITOR
    assert int(lines[1]["n"]) > int(lines[0]["n"])


async def test_an_agent_s_answer_to_an_older_turn_is_dropped_even_if_redis_forgot_the_epoch(
    begin: Begin,
) -> None:
    """Redis lost the conversation before anything of it was stored: the epochs begin again."""
    talk = await begin()
    lost = await talk.say("привет", "client-0001")
    talk.redis.delete(*talk.redis.scan_iter(f"{conversation_key(talk.id)}*"))
    await talk.handlers.seed(talk.values | {"inc": "beef"})
    again = await talk.say("привет", "client-0001")
    assert again.entry.epoch == lost.entry.epoch
    results = [talk.complete(again).result, talk.complete(lost, answer_id=uuid7()).result]
    assert results == ["done", "stale"]
    said = [m for m in (await talk.resume()).messages().values() if m.outcome is Outcome.QUOTED]
    assert len(said) == 1
