"""Any text comes through the scripts as it was; a stop leaves what was written so far."""

import asyncio
import time

import pytest

from shared.domain.words import Outcome, Sender
from shared.kernel.errors import RateLimited
from shared.storage.conversations import Submission
from shared.tests.conftest import Begin
from shared.tests.talk import now

pytestmark = pytest.mark.services

SPECIAL_TEXTS = [
    '"__seq__"',
    "__seq__",
    '{"seq":"__seq__"}',
    '\\"__seq__\\"',
    "__position__",
    "%1 %0 %% %s ${x} #{y} {0}",
    "\\u0000 \\n \\\\ \\/ </script>",
    "\"'`´,;:]}[{",
    "]]\n--[[ lua",
    "'; DROP TABLE messages; --",
    "👩‍👩‍👧‍👦🏳️‍🌈 e\u0301 \u202e rtl \u2028\u2029 \ufeff",
    "ы" * 4_000,
    "👋" * 4_000,
    "0",
    "null",
    "1e400",
    "\x7f",
]


@pytest.mark.parametrize("text", SPECIAL_TEXTS, ids=lambda text: ascii(text[:16]))
async def test_any_text_survives_the_scripts_byte_for_byte(begin: Begin, text: str) -> None:
    talk = await begin()
    accepted = await talk.say(text, "client-text")
    again = await talk.accept(text, "client-other")
    completion = talk.complete(again, text=text)
    resumed = await talk.resume()
    assert accepted.entry.text == text
    assert [message.text for message in again.turn_messages()] == [text, text]
    assert completion.message
    by_id = resumed.messages()
    assert by_id[accepted.entry.message_id].text == text
    assert by_id[completion.message.id].text == text
    assert by_id[completion.message.id].seq == completion.message.seq == 3


async def test_a_stop_keeps_what_was_written_and_forgets_the_turn(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.stage(accepted)
    talk.delta(accepted, 0, "Переза")
    talk.delta(accepted, 6, "пустите 👋")
    stopped = await talk.stop()
    assert stopped
    assert stopped.entry.text == "Перезапустите 👋"
    assert stopped.entry.message_id == accepted.entry.answer_id
    assert stopped.entry.in_reply_to == accepted.entry.message_id
    assert stopped.entry.seq == 2
    assert stopped.state.answered_seq == accepted.entry.seq
    assert (await talk.resume()).partial is None
    assert talk.complete(accepted).result == "stale"
    again = await talk.stop()
    assert again
    assert again.entry == stopped.entry
    assert (await talk.state()).seq == 2


async def test_a_stop_before_the_first_word_leaves_a_sentence_and_ends_the_wait(
    begin: Begin,
) -> None:
    talk = await begin()
    accepted = await talk.say()
    stopped = await talk.stop()
    assert stopped
    assert (stopped.entry.sender, stopped.entry.seq) == (Sender.SYSTEM, 2)
    assert stopped.state.answered_seq == accepted.entry.seq
    resumed = await talk.resume(f"{accepted.state.inc}:{accepted.state.n + 1}")
    assert [frame.event for frame in resumed.frames] == ["generation.failed", "message.created"]
    assert resumed.messages()[stopped.entry.message_id].outcome is Outcome.STOPPED


async def test_a_visitor_who_writes_too_fast_is_told_how_long_to_wait_and_a_retry_is_free(
    begin: Begin,
) -> None:
    talk = await begin()

    async def send(client_id: str) -> str:
        submission = Submission(talk.id, Sender.VISITOR, client_id, "x", per_minute=3)
        return (await talk.handlers.accept(submission, now())).entry.result

    await at_the_beginning_of_a_minute()
    assert [await send(f"client-000{number}") for number in range(3)] == ["accepted"] * 3
    with pytest.raises(RateLimited) as refusal:
        await send("client-0009")
    assert refusal.value.retry_after
    assert 0 < refusal.value.retry_after <= 60
    assert [await send("client-0001") for _ in range(5)] == ["repeated"] * 5
    assert (await talk.state()).seq == 3


async def at_the_beginning_of_a_minute() -> None:
    """Wait out the last seconds of one, for the counter begins anew with each."""
    if (left := 60 - time.time() % 60) < 3:
        await asyncio.sleep(left + 0.1)


async def test_a_stop_with_nothing_to_stop_changes_nothing(begin: Begin) -> None:
    talk = await begin()
    before = await talk.state()
    assert await talk.stop() is None
    assert await talk.state() == before
