"""Whoever has a copy of a token from before somebody signed in sees nothing of what comes after."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import SECRET, SHOP, Door
from handlers.tests.test_http import refused
from handlers.tests.test_sites import change, own
from handlers.tests.test_visitor_identity import opened, secret, session, signed
from handlers.tests.wire import Socket, client_id
from shared.auth.tokens import Tokens, VisitorClaims
from shared.kernel.clock import utc_now

pytestmark = pytest.mark.services

__all__ = ["own", "secret"]
MESSAGES = "/api/v1/visitor/messages"


async def join(door: Door, token: str) -> str:
    async with await Socket.open(door) as socket:
        return await socket.join("/visitor", {"token": token})


async def test_a_token_copied_before_the_sign_in_opens_nothing_after_it(
    door: Door, second_door: Door, own: Place, secret: str
) -> None:
    planted = opened(door, own)
    copy = planted["token"]
    async with await Socket.visitor(second_door, copy) as spy:
        # The next person at the shared device signs in; the conversation becomes theirs.
        victim = opened(door, own, copy, identity=signed(secret, "f-1"))
        assert victim["conversation_id"] == planted["conversation_id"]
        await spy.closed(5)
        async with await Socket.visitor(door, victim["token"]) as socket:
            sent = {"client_message_id": client_id(), "text": "Мой пароль 1234"}
            assert (await socket.ask("/visitor", "message.send", sent))["ok"]
            assert (await socket.until("message.created"))["message"]["text"] == sent["text"]
        assert not [event for event in spy.events if event[0] == "message.created"]
    for one in (door, second_door):
        assert "token_invalid" in await join(one, copy)
        refused(one.request("GET", MESSAGES, token=copy), 401, "token_invalid")
        refused(session(one, own, copy), 401, "token_invalid")
        refused(one.request("POST", "/api/v1/visitor/erasure", token=copy), 401, "token_invalid")
    assert door.request("GET", MESSAGES, token=victim["token"]).status_code == 200


async def test_a_handler_that_did_not_hear_of_a_sign_in_looks_when_it_listens_again(
    door: Door, own: Place, connection: Connection[Any], redis: Redis
) -> None:
    begun, other = opened(door, own), opened(door, own)
    async with (
        await Socket.visitor(door, begun["token"]) as spy,
        await Socket.visitor(door, other["token"]) as stranger,
    ):
        # Behind its back: as if it had been cut off when that was told.
        redis.hset(f"conv:{begun['conversation_id']}", "known", 1)
        connection.execute(
            "UPDATE visitors SET external_id = 'f-9' WHERE id = %s", (begun["visitor_id"],)
        )
        redis.client_kill_filter(_type="pubsub")
        await spy.closed(5)
        sent = {"client_message_id": client_id(), "text": "Я здесь"}
        assert (await stranger.ask("/visitor", "message.send", sent))["ok"]


async def test_whoever_was_vouched_for_stays_in_when_they_are_again(
    door: Door, own: Place, secret: str
) -> None:
    begun = opened(door, own)
    phone = opened(door, own, begun["token"], identity=signed(secret, "f-2"))
    async with await Socket.visitor(door, phone["token"]) as socket:
        again = opened(door, own, begun["token"], identity=signed(secret, "f-2"))
        assert again["conversation_id"] == phone["conversation_id"]
        opened(door, own, phone["token"], identity=signed(secret, "f-2"))
        sent = {"client_message_id": client_id(), "text": "Я здесь"}
        assert (await socket.ask("/visitor", "message.send", sent))["ok"]


async def test_a_redis_that_forgot_throws_nobody_out_and_lets_nobody_in(
    door: Door, own: Place, secret: str, redis: Redis
) -> None:
    stranger = opened(door, own)
    known = opened(door, own)
    after = opened(door, own, known["token"], identity=signed(secret, "f-3"))
    for each in (stranger, known):
        redis.delete(f"conv:{each['conversation_id']}")
    refused(door.request("GET", MESSAGES, token=known["token"]), 401, "token_invalid")
    assert "token_invalid" in await join(door, known["token"])
    for each in (stranger, after):
        assert door.request("GET", MESSAGES, token=each["token"]).status_code == 200
        async with await Socket.visitor(door, each["token"]) as socket:
            assert await socket.until("conversation.snapshot")
    # Seeded by those who came back, it knows again.
    assert redis.hget(f"conv:{known['conversation_id']}", "known") == b"1"
    assert redis.hget(f"conv:{stranger['conversation_id']}", "known") == b"0"
    assert "token_invalid" in await join(door, known["token"])


async def test_what_redis_knows_is_not_asked_of_postgresql(
    door: Door, own: Place, connection: Connection[Any]
) -> None:
    begun = opened(door, own)
    async with await Socket.visitor(door, begun["token"]):
        pass
    # Behind Redis's back: had PostgreSQL been asked, the token would be refused.
    connection.execute(
        "UPDATE visitors SET external_id = 'f-4' WHERE id = %s", (begun["visitor_id"],)
    )
    async with await Socket.visitor(door, begun["token"]) as socket:
        assert await socket.until("conversation.snapshot")


async def test_a_site_that_begins_to_require_identities_puts_out_whom_it_does_not_know(
    door: Door, second_door: Door, own: Place, secret: str
) -> None:
    stranger, known = opened(door, own), opened(door, own, identity=signed(secret, "f-5"))
    async with (
        await Socket.visitor(second_door, stranger["token"]) as out,
        await Socket.visitor(second_door, known["token"]) as stays,
    ):
        change(door, own, greeting={"ru": "Здравствуйте"})
        sent = {"client_message_id": client_id(), "text": "Я здесь"}
        assert (await out.ask("/visitor", "message.send", sent))["ok"]
        change(door, own, identity_required=True)
        await out.closed(5)
        assert (await stays.ask("/visitor", "message.send", sent))["ok"]
    assert "identity_required" in await join(second_door, stranger["token"])


async def test_a_site_that_leaves_an_address_puts_out_who_is_there(
    door: Door, own: Place, secret: str
) -> None:
    token = opened(door, own)["token"]
    async with await Socket.visitor(door, token) as socket:
        change(door, own, origins=[SHOP, "https://new.example.com"])
        assert (await socket.ask("/visitor", "connection.check"))["ok"]
        change(door, own, origins=["https://new.example.com"])
        await socket.closed(5)


async def test_a_socket_ends_with_its_token(door: Door, own: Place) -> None:
    made = opened(door, own)
    short = Tokens(SECRET, timedelta(seconds=3), timedelta(seconds=3)).for_visitor(
        VisitorClaims(UUID(made["visitor_id"]), own.id, UUID(made["conversation_id"])), utc_now()
    )
    async with (
        await Socket.visitor(door, short) as ends,
        await Socket.visitor(door, made["token"]) as stays,
    ):
        assert (await ends.ask("/visitor", "connection.check"))["ok"]
        await ends.closed(8)
        assert (await stays.ask("/visitor", "connection.check"))["ok"]
    assert "token_expired" in await join(door, short)
    refused(session(door, own, short), 401, "token_expired")
    here = made["conversation_id"]
    for method, path in (
        ("GET", "messages"),
        ("GET", "conversation"),
        ("GET", "conversations"),
        ("POST", "conversations"),
        ("GET", f"conversations/{here}/messages"),
        ("GET", f"conversations/{here}/attachments/{here}"),
        ("GET", f"attachments/{here}"),
        ("POST", "attachments?name=a.png"),
        ("POST", "contact"),
        ("POST", "erasure"),
    ):
        reply = door.request(method, f"/api/v1/visitor/{path}", token=short, json={})
        refused(reply, 401, "token_expired")
