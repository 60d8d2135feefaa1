"""The line of the inbox shows what somebody said last, whatever the system told since."""

import pytest

from shared.contracts.operator import LastMessage
from shared.domain.words import ConversationStatus, Sender
from shared.kernel.ids import uuid7
from shared.storage.floor import FloorCommand
from shared.tests.conftest import Begin
from shared.tests.talk import ANNA, Talk

pytestmark = pytest.mark.services


async def last(talk: Talk) -> LastMessage:
    """Return what the line shows."""
    shown = (await talk.state()).summary().last_message
    assert shown
    return shown


async def test_neither_a_hand_off_nor_a_take_over_nor_a_close_hides_it(begin: Begin) -> None:
    talk = await begin()
    accepted = await talk.say("Позовите человека")
    talk.hand_off(accepted)
    state = await talk.state()
    assert state.status is ConversationStatus.WAITING
    assert (await last(talk)).preview == "Позовите человека"
    for command in (FloorCommand.TAKE, FloorCommand.CLOSE):
        await talk.move(command, ANNA)
        shown = await last(talk)
        assert (shown.sender, shown.preview) == (Sender.VISITOR, "Позовите человека")
    assert (await talk.state()).updated_at >= shown.at


async def test_an_answer_that_was_stopped_is_shown_by_its_words_cut_between_letters(
    begin: Begin,
) -> None:
    talk = await begin()
    accepted = await talk.say()
    talk.stage(accepted)
    talk.delta(accepted, 0, "Перезапустите\n роутер " + "ы" * 300)
    await talk.stop()
    shown = await last(talk)
    assert shown.sender is Sender.AGENT
    assert shown.preview.startswith("Перезапустите роутер ыы")
    assert shown.preview.endswith("ы…")
    assert len(shown.preview) < 300


async def test_labels_are_told_with_a_higher_version_and_kept(begin: Begin) -> None:
    talk = await begin()
    before = (await talk.state()).summary()
    labels = [uuid7(), uuid7()]
    await talk.handlers.label(before.id, labels)
    after = (await talk.state()).summary()
    assert after.labels == tuple(labels)
    assert after.version > before.version
    await talk.handlers.label(before.id, [])
    assert (await talk.state()).summary().labels == ()
