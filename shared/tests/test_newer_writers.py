"""What a newer process of ours has told is read with what this version knows (ADR 0022)."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest
from psycopg import AsyncConnection, Connection
from psycopg.types.json import Jsonb
from pydantic import BaseModel
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.contracts.wire import Citation, Message
from shared.domain.words import Outcome, Sender
from shared.kernel.ids import uuid7
from shared.storage.keys import conversation_key, trial_key
from shared.storage.trials import Trials
from shared.storage.visitors import messages_before
from shared.tests.conftest import Begin
from shared.tests.rows import new_conversation, new_site
from shared.tests.samples import trial
from shared.tests.talk import Talk

pytestmark = pytest.mark.services

CITATION = Citation(n=1, title="VPN", quote="Перезапустите клиент")


def newer(value: Any) -> Any:  # noqa: ANN401
    """The same, as a version writes it in which every object has a field more."""
    if isinstance(value, BaseModel):
        return newer(value.model_dump(mode="json"))
    if isinstance(value, dict):
        return {key: newer(one) for key, one in value.items()} | {"of_tomorrow": 1}
    return [newer(one) for one in value] if isinstance(value, list) else value


def said(talk: Talk) -> Message:
    return Message(
        id=uuid7(),
        conversation_id=talk.id,
        seq=1,
        sender=Sender.AGENT,
        agent="network",
        text="Перезапустите VPN [1]",
        citations=(CITATION,),
        outcome=Outcome.ANSWERED,
        at=datetime.now(UTC),
    )


async def test_a_frame_with_fields_of_tomorrow_is_in_the_snapshot_and_the_history(
    begin: Begin,
) -> None:
    talk = await begin()
    message = said(talk)
    payload = {"conversation_id": str(talk.id), "message": newer(message)}
    await talk.handlers.tell("message.completed", payload, to="all", is_fact=True)
    assert (await talk.resume()).snapshot().messages == (message,)
    assert talk.workers.history(talk.id, 2) == [message]


async def test_a_turn_that_a_newer_handler_began_is_gone_on_with(
    begin: Begin, redis: Redis
) -> None:
    talk = await begin()
    await talk.say("раз")
    key = f"{conversation_key(talk.id)}:turn"
    kept = newer(orjson.loads(redis.lindex(key, 0) or b""))
    redis.lset(key, 0, orjson.dumps(kept).decode())
    accepted = await talk.say("два")
    assert [message.text for message in accepted.turn_messages()] == ["раз", "два"]


async def test_a_row_with_fields_of_tomorrow_is_in_the_history(
    connection: Connection[Any], database_url: str, begin: Begin
) -> None:
    conversation_id = new_conversation(connection, new_site(connection))
    message = said(await begin(id=str(conversation_id)))
    connection.execute(
        "INSERT INTO messages"
        " (id, conversation_id, seq, sender, agent, text, citations, outcome, at)"
        " VALUES (%s, %s, 1, 'agent', 'network', %s, %s, 'answered', %s)",
        (message.id, conversation_id, message.text, Jsonb([newer(CITATION)]), message.at),
    )
    async with await AsyncConnection.connect(database_url) as opened:
        assert await messages_before(opened, conversation_id, None, 5) == ((message,), False)


async def test_a_trial_with_fields_of_tomorrow_is_shown(async_redis: AsyncRedis) -> None:
    record = trial(trial_id=uuid7()).record
    await async_redis.set(trial_key(record.trial_id), orjson.dumps(newer(record)), ex=60)
    assert await Trials(async_redis).get(record.trial_id) == record
