"""What belongs to one site, or to one visitor, is for nobody else, by any route or event."""

import asyncio
import json
from typing import Any

import pytest
from psycopg import Connection

from handlers.sockets.operator import OperatorSockets
from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.tables import bare
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7
from shared.realtime.events import Command

pytestmark = pytest.mark.services

MARK = "только для банка"


async def bank_conversation(door: Door, bank: Place, connection: Connection[Any]) -> dict[str, Any]:
    """A visitor of the bank says something; its row is as the persistence worker writes it."""
    session = door.open_session(bank.key, origin=bank.origin)
    async with await Socket.open(door, origin=bank.origin) as socket:
        await socket.join("/visitor", {"token": session["token"]})
        payload = {"client_message_id": client_id(), "text": MARK}
        assert (await socket.ask("/visitor", "message.send", payload))["ok"]
    connection.execute(
        "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
        " VALUES (%s, %s, 1, 'visitor', %s, now())",
        (uuid7(), session["conversation_id"], MARK),
    )
    connection.execute(
        "UPDATE conversations SET last_seq = 1 WHERE id = %s", (session["conversation_id"],)
    )
    return session


def payloads(conversation_id: str) -> dict[str, dict[str, Any]]:
    """A valid payload for every operator event."""
    here: dict[str, Any] = {"conversation_id": conversation_id}
    written = here | {"client_message_id": client_id(), "text": "x"}
    note = here | {"note_id": str(uuid7())}
    special = {
        Command.MESSAGE_SEND: written,
        Command.NOTE_ADD: written,
        Command.NOTE_EDIT: note | {"text": "x"},
        Command.NOTE_DELETE: note,
        Command.CONVERSATION_READ: here | {"seq": 1},
    }
    return {str(event): special.get(event, here) for event in operator_events()}


def operator_events() -> list[Command]:
    """Every event of the operators' namespace, from its own table."""
    return [
        Command(event)
        for event in bare(OperatorSockets).table
        # What an operator says of themselves names no conversation.
        if event != Command.AVAILABILITY_SET
    ]


async def test_an_operator_finds_nothing_of_another_site_by_any_event(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    session = await bank_conversation(door, bank, connection)
    foreign, unknown = session["conversation_id"], str(uuid7())
    async with await Socket.operator(door, door.token(shop.operator)) as socket:
        for event in payloads(foreign):
            await asyncio.sleep(0.4)  # two commands in the time that they are allowed in
            replies = [
                await socket.ask("/operator", event, payloads(target)[event])
                for target in (foreign, unknown)
            ]
            if event == Command.CONVERSATION_LEAVE:  # nothing to leave, nothing to tell
                assert replies[0] == replies[1]
                continue
            for reply in replies:
                assert reply["ok"] is False, event
                assert reply["error"]["code"] == "conversation_not_found", event
            # The same words: whether it exists is none of their business.
            assert replies[0]["error"]["message"] == replies[1]["error"]["message"]
        assert MARK not in json.dumps(await socket.quiet(), ensure_ascii=False)


async def test_an_operator_finds_nothing_of_another_site_by_any_route(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    session = await bank_conversation(door, bank, connection)
    foreign = session["conversation_id"]
    own, theirs = door.token(shop.admin), door.token(bank.admin)
    for path in (f"/api/v1/conversations/{foreign}", f"/api/v1/conversations/{foreign}/messages"):
        reply = door.request("GET", path, origin=door.console, token=own)
        refused(reply, 404, "conversation_not_found")
        assert door.request("GET", path, origin=door.console, token=theirs).status_code == 200
    for query in ("", "?assigned=me", "?status=agent", "?limit=100"):
        path = f"/api/v1/conversations{query}"
        seen = door.request("GET", path, origin=door.console, token=own)
        assert seen.status_code == 200
        assert foreign not in seen.text
        assert MARK not in seen.text
    listed = door.request("GET", "/api/v1/conversations", origin=door.console, token=theirs)
    assert foreign in listed.text
    documents = f"/api/v1/knowledge/documents?site_key={bank.key}"
    refused(door.request("GET", documents, origin=door.console, token=own), 404, "site_unknown")
    body = {"site_key": bank.key, "agent": "network", "name": "x.md", "text": "x"}
    put = door.request(
        "PUT", "/api/v1/knowledge/documents", origin=door.console, token=own, json=body
    )
    refused(put, 404, "site_unknown")
    upload = f"/api/v1/knowledge/documents/upload?site_key={bank.key}&agent=network&name=x.md"
    reply = door.request("POST", upload, origin=door.console, token=own, content=b"x")
    refused(reply, 404, "site_unknown")
    sources = "/api/v1/knowledge/sites"
    reply = door.request("GET", f"{sources}?site_key={bank.key}", origin=door.console, token=own)
    refused(reply, 404, "site_unknown")
    body = {"site_key": bank.key, "agent": "network", "url": "https://a.example"}
    reply = door.request("POST", sources, origin=door.console, token=own, json=body)
    refused(reply, 404, "site_unknown")


async def test_an_administrator_removes_documents_of_their_own_sites_alone(
    door: Door, shop: Place, bank: Place
) -> None:
    own, theirs = door.token(shop.admin), door.token(bank.admin)
    body = {"site_key": bank.key, "agent": "network", "name": "theirs.md", "text": MARK}
    path = "/api/v1/knowledge/documents"
    put = door.request("PUT", path, origin=door.console, token=theirs, json=body)
    assert put.status_code == 200
    foreign = put.json()["id"]
    for target in (foreign, str(uuid7())):
        reply = door.request("DELETE", f"{path}/{target}", origin=door.console, token=own)
        refused(reply, 404, "not_found")
    listed = f"{path}?site_key={bank.key}"
    seen = door.request("GET", listed, origin=door.console, token=theirs).json()["items"]
    assert foreign in {item["id"] for item in seen}


async def test_an_operator_hears_of_their_own_site_and_never_of_another(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    async with (
        await Socket.operator(door, door.token(shop.operator)) as ours,
        await Socket.operator(door, door.token(bank.operator)) as theirs,
    ):
        session = await bank_conversation(door, bank, connection)
        update = await theirs.until("inbox.updated")
        assert update["conversation"]["id"] == session["conversation_id"]
        opened = await theirs.ask(
            "/operator", "conversation.take", {"conversation_id": session["conversation_id"]}
        )
        assert opened["ok"]
        # Who of their own site is here, they may know.
        heard = await ours.quiet(1)
        assert [event for event, _ in heard if event != "presence.updated"] == []
        assert str(bank.id) not in json.dumps(heard)


async def test_a_visitor_sees_only_their_own_conversation(door: Door, shop: Place) -> None:
    anna, boris = door.open_session(shop.key), door.open_session(shop.key)
    async with (
        await Socket.visitor(door, anna["token"]) as first,
        await Socket.visitor(door, boris["token"]) as second,
    ):
        await second.quiet(0.3)
        text = "секрет Анны"
        await first.ask(
            "/visitor", "message.send", {"client_message_id": client_id(), "text": text}
        )
        # A conversation is in the token; naming another one is no way in.
        for event, payload in (
            ("message.send", {"client_message_id": client_id(), "text": "x"}),
            ("typing.start", {}),
            ("generation.stop", {}),
            ("conversation.read", {"seq": 1}),
        ):
            named = payload | {"conversation_id": anna["conversation_id"]}
            reply = await second.ask("/visitor", event, named)
            assert reply["error"]["code"] == "invalid_payload", event
        assert text not in json.dumps(await second.quiet(0.5), ensure_ascii=False)
    own = door.request("GET", "/api/v1/visitor/messages", token=boris["token"])
    assert own.json() == {"items": [], "has_more": False, "ratings": []}


async def test_a_visitor_s_token_opens_nothing_from_another_site_s_page(
    door: Door, shop: Place, bank: Place
) -> None:
    token = door.open_session(shop.key)["token"]
    for origin in (bank.origin, door.console):
        async with await Socket.open(door, origin=origin) as socket:
            frame = await socket.join("/visitor", {"token": token})
            assert frame.startswith("44/visitor,")
            assert "origin_forbidden" in frame


async def test_a_token_of_one_kind_is_nothing_in_the_other_namespace(
    door: Door, shop: Place
) -> None:
    visitor, operator = door.open_session(shop.key)["token"], door.token(shop.operator)
    async with await Socket.open(door, origin=SHOP) as socket:
        assert "token_invalid" in await socket.join("/visitor", {"token": operator})
        assert "origin_forbidden" in await socket.join("/operator", {"token": operator})
    async with await Socket.open(door, origin=door.console) as socket:
        assert "token_invalid" in await socket.join("/operator", {"token": visitor})
