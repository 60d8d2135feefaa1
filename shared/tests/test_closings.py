"""Closing with a reason, taking up again, and putting back among those who wait."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from redis import Redis

from shared.contracts.queues import MessageRecord
from shared.domain.words import CloseReason, ConversationStatus, Outcome
from shared.kernel.errors import Conflict
from shared.storage.floor import FloorChange, FloorCommand, floor_record
from shared.storage.keys import UNSTORED_KEY
from shared.storage.records import write_messages
from shared.storage.state import Transitioned
from shared.storage.unstored import read_entry
from shared.tests.conftest import Begin
from shared.tests.rows import new_conversation, new_operator, new_site
from shared.tests.talk import ANNA, BORIS, Talk

pytestmark = pytest.mark.services


def closing(talk: Talk, reason: CloseReason = CloseReason.SPAM) -> FloorChange:
    """Anna closes, and says why."""
    change = talk.change(FloorCommand.CLOSE, ANNA)
    return FloorChange(
        command=change.command,
        conversation_id=change.conversation_id,
        message_id=change.message_id,
        now=change.now,
        locale=change.locale,
        operator_id=change.operator_id,
        operator_name=change.operator_name,
        close_reason=reason,
        close_comment="реклама",
    )


async def test_operators_alone_are_told_why(begin: Begin) -> None:
    talk = await begin()
    await talk.say()
    await talk.handlers.change_floor(closing(talk))
    resumed = await talk.resume()
    told = {frame.event: frame.to for frame in resumed.frames}
    assert told["conversation.closed"] == "operator"
    visible = [frame for frame in resumed.frames if frame.to != "operator"]
    assert "реклама" not in "".join(frame.model_dump_json() for frame in visible)
    assert "реклама" not in resumed.snapshot().model_dump_json()


async def test_a_record_that_waits_for_the_broker_keeps_the_reason(
    begin: Begin, redis: Redis
) -> None:
    talk = await begin()
    change = closing(talk)
    moved = await talk.handlers.change_floor(change)
    entry = redis.hget(UNSTORED_KEY, str(change.message_id))
    assert isinstance(entry, bytes)
    assert read_entry(entry) == floor_record(change, moved, talk.site)
    await talk.handlers.settle(change.message_id)


async def test_any_operator_takes_a_closed_conversation_up_again_and_nobody_an_open_one(
    begin: Begin,
) -> None:
    talk = await begin()
    with pytest.raises(Conflict):
        await talk.move(FloorCommand.REOPEN, ANNA)
    await talk.move(FloorCommand.TAKE, ANNA)
    with pytest.raises(Conflict):
        await talk.move(FloorCommand.REOPEN, ANNA)
    await talk.move(FloorCommand.CLOSE, ANNA)
    epoch = (await talk.state()).epoch
    moved = await talk.move(FloorCommand.REOPEN, BORIS)
    assert (moved.state.status, moved.state.operator) == (ConversationStatus.OPERATOR, BORIS)
    assert moved.state.epoch == epoch + 1
    assert (await talk.move(FloorCommand.REOPEN, BORIS)).entry.result == "repeated"
    with pytest.raises(Conflict):  # exactly one of two who press it
        await talk.move(FloorCommand.REOPEN, ANNA)
    frames = (await talk.resume()).frames
    assert frames[0].event == "operator.joined"


async def test_whoever_is_put_back_waits_where_they_were(begin: Begin, redis: Redis) -> None:
    first = await begin()
    second = await begin(site=str(first.site))
    await first.move(FloorCommand.HANDOFF)
    called = (await first.state()).waiting_since
    redis.zadd(f"site:{first.site}:waiting", {str(first.id): 1})
    redis.hset(f"conv:{first.id}", "called_score", 1)
    await second.move(FloorCommand.HANDOFF)
    await first.move(FloorCommand.TAKE, ANNA)
    assert (await second.resume()).position == 1
    with pytest.raises(Conflict):
        await first.move(FloorCommand.RELEASE, BORIS)
    moved = await first.move(FloorCommand.RELEASE, ANNA)
    assert (moved.entry.position, moved.state.waiting_since) == (1, called)
    assert (moved.state.status, moved.state.operator) == (ConversationStatus.WAITING, None)
    # Called anew after a return, they wait from then on.
    await first.move(FloorCommand.RETURN, ANNA)
    await first.move(FloorCommand.HANDOFF)
    again = (await first.state()).waiting_since
    assert called is not None
    assert again is not None
    assert again > called


def _stored(
    connection: Connection[Any], talk: Talk, change: FloorChange, moved: Transitioned, site: UUID
) -> None:
    record: MessageRecord = floor_record(change, moved, site)
    write_messages(connection, [record])


async def test_postgres_keeps_the_reason_while_it_is_closed_and_the_wait_after_a_release(
    begin: Begin, connection: Connection[Any]
) -> None:
    site = new_site(connection)
    conversation_id = new_conversation(connection, site)
    operator_id = new_operator(connection, site)
    talk = await begin(id=str(conversation_id), site=str(site))

    def kept() -> Any:  # noqa: ANN401
        row = connection.execute(
            "SELECT status, close_reason, close_comment, waiting_since FROM conversations"
            " WHERE id = %s",
            (conversation_id,),
        ).fetchone()
        assert row is not None
        return row

    async def move(command: FloorCommand, **more: Any) -> FloorChange:  # noqa: ANN401
        change = FloorChange(
            command=command,
            conversation_id=conversation_id,
            message_id=talk.change(command).message_id,
            now=talk.change(command).now,
            locale=talk.change(command).locale,
            operator_id=None if command is FloorCommand.HANDOFF else operator_id,
            operator_name="Анна",
            **more,
        )
        moved = await talk.handlers.change_floor(change)
        _stored(connection, talk, change, moved, site)
        return change

    called = await move(FloorCommand.HANDOFF)
    await move(FloorCommand.TAKE)
    await move(FloorCommand.RELEASE)
    status, _, _, since = kept()
    assert status == "waiting"
    assert abs(since - called.now) < timedelta(milliseconds=1)
    await move(FloorCommand.CLOSE, close_reason=CloseReason.SPAM, close_comment="реклама")
    assert kept()[:3] == ("closed", "spam", "реклама")
    await move(FloorCommand.REOPEN)
    assert kept()[:3] == ("operator", None, None)
    reasons = connection.execute(
        "SELECT outcome, handoff_reason, close_reason FROM messages WHERE conversation_id = %s"
        " ORDER BY seq",
        (conversation_id,),
    ).fetchall()
    assert reasons == [
        (Outcome.HANDED_OFF, "requested", None),
        (Outcome.OPERATOR_JOINED, None, None),
        (Outcome.RELEASED, None, None),
        (Outcome.CLOSED, None, "spam"),
        (Outcome.REOPENED, None, None),
    ]
