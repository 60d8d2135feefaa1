"""Nothing that people type, and no key, is ever in the logs; what happened is, as events."""

import json
import secrets

import pytest

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.wire import Socket
from shared.tests.rows import PASSWORD

pytestmark = pytest.mark.services


class Canaries:
    """Words that must not come back."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    def __call__(self) -> str:
        word = f"canary{secrets.token_hex(8)}"
        self.sent.append(word)
        return word


async def test_fifty_canaries_in_every_input_are_nowhere_in_the_logs(
    door: Door, shop: Place
) -> None:
    canary = Canaries()
    session = door.open_session(shop.key)
    signed_in = door.sign_in(shop.colleague)
    here = {"conversation_id": session["conversation_id"]}
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, signed_in.token) as operator,
    ):
        for event, payload in (
            ("message.send", {"client_message_id": canary(), "text": canary()}),
            ("message.send", {"client_message_id": canary(), "text": canary() * 300}),
            ("message.send", {"client_message_id": canary(), "text": {"x": canary()}}),
            ("message.send", {canary(): canary()}),
            ("message.send", {"text": canary(), canary(): 1, "client_message_id": canary()}),
            ("message.send", canary()),
            ("message.send", [canary()]),
            ("conversation.rate", {"score": 5, "comment": canary()}),
            ("conversation.rate", {"score": canary(), "comment": canary()}),
            ("message.rate", {"message_id": canary(), "rating": canary()}),
            ("conversation.read", {"seq": canary()}),
            (canary(), {"x": canary()}),
        ):
            await visitor.ask("/visitor", event, payload)
        for frame in (
            f'42/visitor,["{canary()}"',
            f"42/{canary()},[]",
            canary(),
            f"4{canary()}",
            f'43/visitor,1["{canary()}"]',
            f'40/{canary()},{{"token":"{canary()}"}}',
            f'42/visitor,["error","{canary()}","{canary()}"]',
        ):
            await visitor.send(frame)
        await visitor.send(b"\x00" + canary().encode())
        await visitor.quiet(1)
        for event, extra in (
            ("conversation.take", {}),
            ("message.send", {"client_message_id": canary(), "text": canary()}),
            ("message.send", {"client_message_id": canary(), "text": canary(), canary(): 1}),
            ("conversation.open", {"cursor": canary()}),
        ):
            await operator.ask("/operator", event, here | extra)
    for token in (canary(), f"{canary()}.{canary()}.{canary()}"):
        async with await Socket.open(door) as socket:
            await socket.join("/visitor", {"token": token, "cursor": canary()})
    path = "/api/v1/visitor/sessions"
    door.request("POST", path, json={"site_key": canary(), canary(): canary()})
    door.request("POST", path, json={"site_key": canary()})
    door.request("POST", path, content=canary().encode())
    door.request("POST", path, token=canary(), json={"site_key": shop.key})
    door.request("POST", path, origin=f"https://{canary()}.test", json={"site_key": shop.key})
    login = "/api/v1/auth/login"
    for email, password in ((f"{canary()}@x.example", canary()), (shop.admin, canary())):
        body = {"email": email, "password": password}
        door.request("POST", login, origin=door.console, json=body)
    door.request("POST", login, origin=door.console, json={"email": canary(), canary(): 1})
    door.request("GET", f"/api/v1/{canary()}?{canary()}={canary()}")
    door.request("GET", f"/widget/{canary()}.js")
    door.refresh(canary())
    document = {"site_key": shop.key, "agent": "network", "name": "canary.md"}
    for text in (f"# {canary()}\n\n{canary()}", f"{canary()}\x00"):
        door.request(
            "PUT",
            "/api/v1/knowledge/documents",
            origin=door.console,
            token=door.token(shop.admin),
            json=document | {"text": text},
        )
    assert len(canary.sent) >= 50
    logged = door.logged()
    assert [word for word in canary.sent if word in logged] == []
    secret = [session["token"], signed_in.token, signed_in.cookie, PASSWORD]
    assert [word for word in secret if word in logged] == []
    metrics = door.request("GET", "/metrics").text
    assert [word for word in (*canary.sent, *secret) if word in metrics] == []


def test_every_line_of_the_log_is_an_event_with_its_process(door: Door) -> None:
    lines = [json.loads(line) for line in door.logged().splitlines()]
    assert len(lines) > 5
    assert {line["process"] for line in lines} == {"handlers"}
    assert all(line["event"] and line["timestamp"] and line["level"] for line in lines)
    assert [line["event"] for line in lines if line["level"] in ("error", "critical")] == []


async def test_a_message_s_events_carry_one_request_id_and_the_ids_to_find_it_by(
    door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    async with await Socket.visitor(door, session["token"]) as socket:
        payload = {"client_message_id": secrets.token_hex(8), "text": "привет"}
        ack = await socket.ask("/visitor", "message.send", payload)
    events = [json.loads(line) for line in door.logged().splitlines()]
    (accepted,) = [event for event in events if event.get("message_id") == ack["message_id"]]
    assert accepted["event"] == "message.accepted"
    assert accepted["conversation_id"] == session["conversation_id"]
    assert accepted["request_id"]
