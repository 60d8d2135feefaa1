"""Sockets: a message goes in once, comes out everywhere, and every command is answered."""

import asyncio
import json
from typing import Any

import httpx
import pytest
from websockets.exceptions import InvalidStatus

from handlers.tests.conftest import Place
from handlers.tests.door import ERROR_KEYS, SHOP, Door
from handlers.tests.wire import Socket, client_id
from shared.tests.test_tokens import BAD, signed

pytestmark = pytest.mark.services

HANDSHAKE = "/socket.io/?EIO=4&transport=polling"


def message(text: str = "Не работает VPN", key: str | None = None) -> dict[str, str]:
    """A command's payload."""
    return {"client_message_id": key or client_id(), "text": text}


async def test_a_message_is_acknowledged_and_shown_to_every_tab_and_to_the_operator(
    door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    async with (
        await Socket.visitor(door, session["token"]) as first,
        await Socket.visitor(door, session["token"]) as second,
        await Socket.operator(door, door.token(shop.operator)) as operator,
    ):
        opened = await operator.ask(
            "/operator", "conversation.open", {"conversation_id": session["conversation_id"]}
        )
        assert opened["snapshot"]["messages"] == []
        ack = await first.ask("/visitor", "message.send", message())
        assert ack["ok"]
        assert ack["seq"] == 1
        for socket in (first, second, operator):
            created = await socket.until("message.created")
            assert created["message"]["id"] == ack["message_id"]
            assert created["message"]["text"] == "Не работает VPN"
            assert created["conversation_id"] == session["conversation_id"]


async def test_what_is_said_through_one_process_is_seen_through_the_other_in_its_order(
    door: Door, second_door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    here = {"conversation_id": session["conversation_id"]}
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(second_door, door.token(shop.operator)) as operator,
    ):
        assert (await operator.ask("/operator", "conversation.open", here))["ok"]
        for number in range(5):
            await visitor.ask("/visitor", "message.send", message(f"вопрос {number}"))
        seen = [(await operator.until("message.created"))["message"]["text"] for _ in range(5)]
        assert seen == [f"вопрос {number}" for number in range(5)]
        assert (await operator.ask("/operator", "conversation.take", here))["ok"]
        assert (await visitor.until("operator.joined"))["name"] == "Анна"
        await operator.ask("/operator", "message.send", here | message("Добрый день"))
        while (said := (await visitor.until("message.created"))["message"])["sender"] != "operator":
            pass
        assert (said["text"], said["operator_name"]) == ("Добрый день", "Анна")
        await visitor.emit("/visitor", "typing.start", {})
        await operator.until("typing.started")
        await operator.emit("/operator", "typing.start", here)
        assert (await visitor.until("typing.started"))["name"] == "Анна"


async def test_one_client_id_at_once_over_two_processes_and_after_a_reconnect_is_one_message(
    door: Door, second_door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    payload = message()
    async with (
        await Socket.visitor(door, session["token"]) as first,
        await Socket.visitor(second_door, session["token"]) as second,
    ):
        acks = await asyncio.gather(
            *(socket.ask("/visitor", "message.send", payload) for socket in [first, second] * 2),
            first.ask("/visitor", "message.send", payload),
        )
        shown = [name for name, _ in await first.quiet(0.7) if name == "message.created"]
    async with await Socket.visitor(second_door, session["token"]) as again:
        snapshot = await again.until("conversation.snapshot")
        acks.append(await again.ask("/visitor", "message.send", payload))
    assert len({json.dumps(ack, sort_keys=True) for ack in acks}) == 1
    assert acks[0]["ok"]
    assert shown == ["message.created"]
    assert [one["id"] for one in snapshot["messages"]] == [acks[0]["message_id"]]


async def test_a_cursor_brings_what_was_missed_and_no_more(door: Door, shop: Place) -> None:
    session = door.open_session(shop.key)
    async with await Socket.visitor(door, session["token"]) as socket:
        assert (await socket.until("conversation.snapshot"))["full"]
        await socket.ask("/visitor", "message.send", message("раз"))
        cursor = (await socket.until("message.created"))["cursor"]
        await socket.ask("/visitor", "message.send", message("два"))
    async with await Socket.visitor(door, session["token"], cursor=cursor) as socket:
        snapshot = await socket.until("conversation.snapshot")
        assert not snapshot["full"]
        assert [one["text"] for one in snapshot["messages"]] == ["два"]
    async with await Socket.visitor(door, session["token"], cursor="beef:5") as socket:
        snapshot = await socket.until("conversation.snapshot")
        assert snapshot["full"]
        assert [one["text"] for one in snapshot["messages"]] == ["раз", "два"]


async def test_an_operator_s_way_with_a_conversation_is_told_to_its_visitor(
    door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    here = {"conversation_id": session["conversation_id"]}
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, door.token(shop.operator)) as anna,
        await Socket.operator(door, door.token(shop.colleague)) as boris,
    ):
        await visitor.ask("/visitor", "message.send", message())
        assert await visitor.ask("/visitor", "handoff.request", {}) == {"ok": True}
        assert (await visitor.until("handoff.started"))["position"] >= 1
        assert (await visitor.ask("/visitor", "handoff.request", {}))["ok"]
        refusal = await anna.ask("/operator", "message.send", here | message())
        assert refusal["error"]["code"] == "conversation_not_yours"
        assert (await anna.ask("/operator", "conversation.take", here))["ok"]
        refusal = await boris.ask("/operator", "conversation.take", here)
        assert refusal["error"]["code"] == "conversation_taken"
        assert "has this conversation" in refusal["error"]["message"], "Boris reads English"
        assert (await visitor.until("conversation.status"))["status"] == "operator"
        assert (await anna.ask("/operator", "conversation.return", here))["ok"]
        assert (await visitor.until("conversation.status"))["status"] == "agent"
        assert (await anna.ask("/operator", "conversation.close", here))["ok"]
        assert (await visitor.until("conversation.status"))["status"] == "closed"
        ack = await visitor.ask("/visitor", "message.send", message("ещё вопрос"))
        assert ack["ok"]
        assert (await visitor.until("conversation.status"))["status"] == "agent"


async def test_a_visitor_who_asks_whether_the_line_is_there_is_told_so(
    door: Door, shop: Place
) -> None:
    token = door.open_session(shop.key)["token"]
    async with await Socket.visitor(door, token) as socket:
        assert await socket.ask("/visitor", "connection.check", {}) == {"ok": True}
        refusal = await socket.ask("/visitor", "connection.check", {"loud": True})
        assert refusal["error"]["code"] == "invalid_payload"


@pytest.mark.parametrize(
    ("event", "payload", "code"),
    [
        (
            "message.send",
            {"client_message_id": "client-0001", "text": "ы" * 4_001},
            "text_too_long",
        ),
        ("message.send", {"client_message_id": "client-0002", "text": " \n\t "}, "text_empty"),
        ("message.send", {"client_message_id": "client-0003", "text": "\x00\x01"}, "text_empty"),
        ("message.send", {"client_message_id": "short", "text": "x"}, "invalid_payload"),
        ("message.send", {"client_message_id": "a b c d e f", "text": "x"}, "invalid_payload"),
        ("message.send", {"client_message_id": "client-0004", "text": 5}, "invalid_payload"),
        ("message.send", {"text": "x"}, "invalid_payload"),
        ("conversation.read", {"seq": -1}, "invalid_payload"),
        ("conversation.read", {"seq": 10**30}, "invalid_payload"),
        ("conversation.rate", {"score": 6}, "invalid_payload"),
        ("conversation.rate", {"score": True}, "invalid_payload"),
        ("conversation.rate", {"score": "5"}, "invalid_payload"),
        ("conversation.rate", {"score": 3, "comment": "\u0958" * 501}, "invalid_payload"),
        ("conversation.read", {"seq": True}, "invalid_payload"),
        ("conversation.rate", {"score": 3, "comment": "x" * 1_001}, "invalid_payload"),
        ("message.rate", {"message_id": "x", "rating": "up"}, "invalid_payload"),
        ("message.rate", {"message_id": "x", "rating": "sideways"}, "invalid_payload"),
        ("conversation.take", {"conversation_id": "x"}, "unknown_event"),
    ],
)
async def test_a_wrong_command_is_answered_with_its_code(
    door: Door, shop: Place, event: str, payload: dict[str, Any], code: str
) -> None:
    async with await Socket.visitor(door, door.open_session(shop.key)["token"]) as socket:
        reply = await socket.ask("/visitor", event, payload)
        assert reply["ok"] is False
        assert reply["error"]["code"] == code
        assert set(reply["error"]) >= ERROR_KEYS


async def test_a_text_of_exactly_four_thousand_characters_goes_through(
    door: Door, shop: Place
) -> None:
    async with await Socket.visitor(door, door.open_session(shop.key)["token"]) as socket:
        text = "👋" * 4_000
        assert (await socket.ask("/visitor", "message.send", message(text)))["ok"]
        assert (await socket.until("message.created"))["message"]["text"] == text


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
@pytest.mark.parametrize("namespace", ["/visitor", "/operator"])
async def test_no_bad_token_connects(door: Door, shop: Place, namespace: str) -> None:
    audience = namespace.removeprefix("/")
    origin = SHOP if audience == "visitor" else door.console
    for name, make in (BAD | {"own kind, other key": signed}).items():
        token = make(audience)
        if isinstance(token, bytes) or name in ("lone surrogate", "huge"):
            continue  # no JSON, or no frame: test_malformed_frames has those
        async with await Socket.open(door, origin=origin) as socket:
            frame = await socket.join(namespace, {"token": token})
            assert frame.startswith(f"44{namespace},"), name
            error = json.loads(frame.partition(",")[2])["data"]
            assert set(error) >= ERROR_KEYS, name
            assert error["code"].startswith("token_") or error["code"] == "invalid_payload", name


async def test_an_expired_token_says_so(door: Door, shop: Place) -> None:
    for auth in ({}, {"token": ""}, {"token": None}):
        async with await Socket.open(door) as socket:
            frame = await socket.join("/visitor", auth)
            assert "token_missing" in frame or "invalid_payload" in frame


@pytest.mark.parametrize(
    "origin", [None, "https://evil.test", "null", "https://shop.example.com.evil.test"]
)
async def test_a_handshake_from_nowhere_or_elsewhere_is_refused(
    door: Door, origin: str | None
) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        await Socket.open(door, origin=origin)
    assert refusal.value.response.status_code == 403
    body = json.loads(refusal.value.response.body)
    assert body["code"] in ("origin_missing", "origin_forbidden")
    assert set(body) >= ERROR_KEYS
    reply = door.request("GET", HANDSHAKE, origin=origin)
    assert reply.status_code == 403
    assert reply.json()["code"] == body["code"]


def test_polling_from_the_platforms_own_origin_comes_without_an_origin(door: Door) -> None:
    """Browsers say none with a GET to where the page came from: the demo, the console."""
    own = {"Sec-Fetch-Site": "same-origin"}
    reply = door.request("GET", HANDSHAKE, origin=None, headers=own)
    assert reply.status_code == httpx.codes.OK, reply.text
    assert "access-control-allow-origin" not in reply.headers
