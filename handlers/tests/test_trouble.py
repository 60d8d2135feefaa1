"""Why the model did not write an answer is told to operators, live and later, and to no visitor."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.wire import Socket, client_id
from shared.contracts.queues import MessageRecord
from shared.domain.words import ModelTrouble, Outcome
from shared.kernel.ids import uuid7
from shared.storage.answers import Answers
from shared.storage.records import write_messages
from shared.tests.samples import ai_result, provenance
from shared.tests.talk import now

pytestmark = pytest.mark.services

TROUBLE = ModelTrouble.OUT_OF_MEMORY


def complete(redis: Redis, site: UUID, conversation: UUID, ack: dict[str, Any]) -> MessageRecord:
    """Answer the first turn of a conversation, as a worker does whose model ran out of memory."""
    epoch = redis.hget(f"conv:{conversation}", "epoch")
    why = provenance().model_copy(update={"trouble": TROUBLE})
    result = ai_result(
        conversation_id=conversation,
        site_id=site,
        epoch=int(epoch or 0),
        answer_id=uuid7(),
        in_reply_to=UUID(ack["message_id"]),
        answered_seq=ack["seq"],
        outcome=Outcome.QUOTED,
        provenance=why,
    )
    done = Answers(redis).complete(result, now())
    assert done.message is not None
    assert done.state is not None
    return MessageRecord(
        site_id=site,
        message=done.message,
        in_reply_to=result.in_reply_to,
        provenance=why.model_dump_json(),
        state=done.state.mirror(),
    )


def last(messages: list[dict[str, Any]]) -> dict[str, Any]:
    return next(message for message in reversed(messages) if message["sender"] == "agent")


async def test_trouble_is_for_operators(
    door: Door, shop: Place, redis: Redis, connection: Connection[Any]
) -> None:
    session, token = door.open_session(shop.key), door.token(shop.operator)
    conversation = session["conversation_id"]
    command = {"conversation_id": conversation}
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, token) as operator,
    ):
        await operator.ask("/operator", "conversation.open", command)
        ack = await visitor.ask(
            "/visitor", "message.send", {"client_message_id": client_id(), "text": "vpn?"}
        )
        record = complete(redis, shop.id, UUID(conversation), ack)
        seen = {
            "visitor": (await visitor.until("message.completed"))["message"],
            "operator": (await operator.until("message.completed"))["message"],
        }
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, token) as operator,
    ):
        opened = await operator.ask("/operator", "conversation.open", command)
        snapshot = await visitor.until("conversation.snapshot")
    seen["visitor's snapshot"] = last(snapshot["messages"])
    seen["operator's snapshot"] = last(opened["snapshot"]["messages"])

    write_messages(connection, [record])
    seen["visitor's page"] = _page(door, "visitor/messages", session["token"], shop.origin)
    path = f"conversations/{conversation}/messages"
    seen["operator's page"] = _page(door, path, token, door.console)

    for who, message in seen.items():
        assert message["text"] == record.message.text
        assert message["trouble"] == (TROUBLE if who.startswith("operator") else None), who


def _page(door: Door, path: str, token: str, origin: str) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {token}", "Origin": origin}
    reply = httpx.get(f"{door.url}/api/v1/{path}", headers=headers, trust_env=False)
    return last(reply.raise_for_status().json()["items"])
