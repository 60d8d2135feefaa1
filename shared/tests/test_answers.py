"""Agents' answers: shown while their epoch holds, once, and never after a person came."""

from datetime import timedelta

import pytest
from redis import Redis

from shared.domain.words import ConversationStatus, Outcome, Sender, Stage
from shared.kernel.ids import uuid7
from shared.storage.answers import Answers
from shared.storage.floor import FloorCommand
from shared.storage.keys import conversation_key, lease_key
from shared.tests.conftest import Begin
from shared.tests.talk import ANNA, seed_of

pytestmark = pytest.mark.services


async def test_a_result_of_an_older_epoch_is_dropped(begin: Begin) -> None:
    talk = await begin()
    old = await talk.say("раз")
    await talk.say("два")
    completion = talk.complete(old)
    assert (completion.result, completion.message) == ("stale", None)
    assert (await talk.state()).seq == 2


async def test_a_result_delivered_twice_has_one_seq_and_is_shown_once(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    first, second = talk.complete(accepted), talk.complete(accepted)
    assert (first.result, second.result) == ("done", "repeated")
    assert first.message
    assert second.message
    assert first.message.seq == second.message.seq == 2
    events = [frame.event for frame in (await talk.resume()).frames]
    assert events.count("message.completed") == 1


async def test_a_result_delivered_again_after_the_next_answer_still_has_its_seq(
    begin: Begin,
) -> None:
    """A worker died between showing and storing, and the visitor was quicker than the lease."""
    talk = await begin()
    first = await talk.say("раз")
    talk.complete(first)
    second = await talk.say("два")
    talk.complete(second)
    again = talk.complete(first)
    assert again.result == "repeated"
    assert again.message
    assert again.message.seq == 2


async def test_a_result_after_a_take_over_is_dropped(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    await talk.move(FloorCommand.TAKE, ANNA)
    assert talk.complete(accepted).result == "stale"
    assert talk.complete(accepted, epoch=(await talk.state()).epoch).result == "stale"
    assert (await talk.state()).status is ConversationStatus.OPERATOR


async def test_a_result_for_a_conversation_that_redis_does_not_know_is_missing(
    begin: Begin,
) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.redis.delete(conversation_key(talk.id))
    assert talk.complete(accepted).result == "missing"


async def test_a_hand_off_makes_the_visitor_wait_and_tells_their_place(begin: Begin) -> None:
    site = str(uuid7())
    first, second = await begin(site=site), await begin(site=site)
    assert first.hand_off(await first.say()).result == "done"
    accepted = await second.say()
    completion = second.hand_off(accepted)
    assert completion.state
    assert completion.state.status is ConversationStatus.WAITING
    assert completion.state.waiting_since
    resumed = await second.resume(f"{accepted.state.inc}:{accepted.state.n + 1}")
    told = [(frame.event, frame.data) for frame in resumed.frames]
    assert [event for event, _ in told] == [
        "message.completed",
        "conversation.status",
        "handoff.started",
    ]
    assert told[0][1]["message"]["sender"] == Sender.SYSTEM
    assert told[0][1]["message"]["outcome"] == Outcome.HANDED_OFF
    assert told[2][1]["position"] == resumed.position == 2
    await first.move(FloorCommand.TAKE, ANNA)
    assert (await second.resume()).position == 1


async def test_progress_is_shown_while_its_epoch_holds_and_refused_after(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    assert talk.stage(accepted)
    assert talk.delta(accepted, 0, "раз ")
    assert talk.delta(accepted, 4, "два")
    partial = (await talk.resume()).partial
    assert partial
    assert (partial.text, partial.stage, partial.agent) == ("раз два", "writing", "network")
    assert partial.message_id == accepted.entry.answer_id
    await talk.say("ещё")
    assert not talk.stage(accepted)
    assert not talk.delta(accepted, 7, " три")
    partial = (await talk.resume()).partial
    assert partial
    assert (partial.message_id, partial.text) != (accepted.entry.answer_id, "раз два три")
    assert partial.text == ""


@pytest.mark.parametrize("command", [FloorCommand.TAKE, FloorCommand.HANDOFF, FloorCommand.CLOSE])
async def test_progress_after_the_floor_moved_is_refused_whatever_epoch_it_claims(
    begin: Begin, command: FloorCommand
) -> None:
    talk = await begin()
    accepted = await talk.say()
    await talk.move(command, None if command is FloorCommand.HANDOFF else ANNA)
    epoch = (await talk.state()).epoch
    assert not talk.workers.delta(talk.id, epoch, accepted.entry.answer_id, 0, "поздно")
    assert not talk.workers.stage(
        talk.id, epoch, uuid7(), Stage.ROUTING, agent=None, in_reply_to=uuid7()
    )


async def test_progress_of_a_finished_answer_is_refused(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.complete(accepted)
    assert not talk.delta(accepted, 0, "ещё раз")
    assert not talk.stage(accepted)
    assert (await talk.resume()).partial is None


async def test_an_answer_begun_anew_writes_over_what_a_dead_worker_left(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.stage(accepted)
    talk.delta(accepted, 0, "половина отве")
    talk.stage(accepted, Stage.UNDERSTANDING)
    talk.delta(accepted, 0, "Снова")
    partial = (await talk.resume()).partial
    assert partial
    assert partial.text == "Снова"


async def test_a_late_piece_of_a_paused_worker_does_not_garble_what_is_kept(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.stage(accepted)
    talk.delta(accepted, 0, "один два")
    talk.delta(accepted, 40, "из другого места")
    partial = (await talk.resume()).partial
    assert partial
    assert partial.text == "один два"


async def test_the_history_is_what_people_and_agents_said_before_the_turn(begin: Begin) -> None:
    talk = await begin()
    first = await talk.say("первый")
    talk.complete(first, text="ответ на первый")
    await talk.move(FloorCommand.TAKE, ANNA)
    await talk.reply(ANNA, "я человек")
    await talk.move(FloorCommand.RETURN, ANNA)
    last = await talk.say("второй")
    said = talk.workers.history(talk.id, last.entry.seq)
    assert [message.text for message in said] == ["первый", "ответ на первый", "я человек"]
    assert talk.workers.history(uuid7(), 10) == []


async def test_a_turn_is_current_until_it_is_answered_or_the_epoch_moves(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    epoch, seq = accepted.entry.epoch, accepted.entry.seq
    assert talk.workers.is_current(talk.id, epoch, seq)
    assert not talk.workers.is_current(talk.id, epoch + 1, seq)
    talk.complete(accepted)
    assert not talk.workers.is_current(talk.id, epoch, seq)
    assert not talk.workers.is_current(uuid7(), epoch, seq)


async def test_the_watcher_hands_over_only_what_is_still_unanswered(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.complete(accepted)
    late = talk.change(FloorCommand.HANDOFF, unanswered=accepted.entry.seq)
    assert talk.workers.change_floor(late) is None
    again = await talk.say()
    due = talk.change(FloorCommand.HANDOFF, unanswered=again.entry.seq)
    moved = talk.workers.change_floor(due)
    assert moved
    assert moved.state.status is ConversationStatus.WAITING
    assert talk.complete(again).result == "stale"


async def test_work_from_before_redis_lost_a_stored_conversation_is_out_of_date(
    begin: Begin,
) -> None:
    talk = await begin(seq="3", epoch="5", n="9")
    accepted = await talk.say()
    talk.redis.delete(*talk.redis.scan_iter(f"{conversation_key(talk.id)}*"))
    # What shared.storage.visitors makes of the stored row: a thousand further on.
    talk.workers.seed(
        seed_of(id=str(talk.id), site=str(talk.site), seq="4", epoch="1006", n="1010",
                visitor_seq="4", answered_seq="0")
    )  # fmt: skip
    assert not talk.delta(accepted, 0, "x")
    assert talk.complete(accepted).result == "stale"
    assert (await talk.state()).epoch == 1006


async def test_a_seed_never_writes_over_a_living_conversation(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    before = await talk.state()
    await talk.handlers.seed(talk.values | {"epoch": "77", "inc": "beef"})
    assert await talk.state() == before
    assert before.epoch == accepted.entry.epoch


def test_a_lease_belongs_to_one_worker_until_it_ends(redis: Redis) -> None:
    answers, answer_id = Answers(redis), uuid7()
    assert answers.lease(answer_id, "a", timedelta(seconds=30))
    assert not answers.lease(answer_id, "b", timedelta(seconds=30))
    assert not answers.renew(answer_id, "b", timedelta(seconds=30))
    answers.release(answer_id, "b")
    assert redis.get(lease_key(answer_id)) == b"a"
    assert answers.renew(answer_id, "a", timedelta(seconds=60))
    assert redis.pttl(lease_key(answer_id)) > 50_000
    answers.release(answer_id, "a")
    assert answers.lease(answer_id, "b", timedelta(seconds=30))


def test_attempts_are_counted_for_an_hour(redis: Redis) -> None:
    answers, answer_id = Answers(redis), uuid7()
    assert [answers.begin(answer_id) for _ in range(3)] == [1, 2, 3]
    assert 3_500 < redis.ttl(f"attempts:{answer_id}") <= 3_600
