"""Operators of two processes: who is here, who looks and types, who is responsible."""

import asyncio
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7
from shared.storage.presence import SPAN_MS

pytestmark = pytest.mark.services

GONE_SECONDS = SPAN_MS / 1000 + 12


@pytest.fixture
def doomed_door(
    services_folder: Path, stores_settings: dict[str, str], door: Door
) -> Iterator[Door]:
    """A process that a test kills."""
    settings = stores_settings | {"PUBLIC_URL": door.url}
    with closing(Door(services_folder / "doomed-door.log", settings)) as opened:
        yield opened


def operator_id(connection: Connection[Any], email: str) -> str:
    """Whose account it is."""
    row = connection.execute("SELECT id FROM operators WHERE email = %s", (email,)).fetchone()
    assert row is not None
    return str(row[0])


async def until_state(socket: Socket, operator: str, state: str, seconds: float = 3) -> None:
    """Wait until a colleague is said to be so."""
    async with asyncio.timeout(seconds):
        while True:
            update = await socket.until("presence.updated", seconds)
            for one in update["operators"]:
                if (one["id"], one["state"]) == (operator, state):
                    return


async def waiting_conversation(door: Door, shop: Place) -> str:
    """A visitor calls a person and goes."""
    session = door.open_session(shop.key)
    async with await Socket.visitor(door, session["token"]) as visitor:
        message = {"client_message_id": client_id(), "text": "помогите"}
        assert (await visitor.ask("/visitor", "message.send", message))["ok"]
        assert (await visitor.ask("/visitor", "handoff.request", {}))["ok"]
    return str(session["conversation_id"])


def open_for(conversation_id: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """A payload about a conversation."""
    return {"conversation_id": conversation_id} | more


async def test_a_socket_is_told_everybody_of_its_sites_first(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    anna = operator_id(connection, shop.operator)
    async with await Socket.operator(door, door.token(shop.operator)) as socket:
        everybody = await socket.until("presence.updated")
        while not everybody["full"]:
            everybody = await socket.until("presence.updated")
    assert everybody["site_id"] == str(shop.id)
    states = {one["id"]: one["state"] for one in everybody["operators"]}
    assert states[anna] == "available"
    assert len(states) >= 3


async def test_coming_choosing_and_going_is_told_in_the_other_process(
    door: Door, second_door: Door, shop: Place, connection: Connection[Any]
) -> None:
    boris = operator_id(connection, shop.colleague)
    async with await Socket.operator(door, door.token(shop.operator)) as anna:
        await anna.quiet(0.3)
        async with await Socket.operator(second_door, second_door.token(shop.colleague)) as socket:
            await until_state(anna, boris, "available")
            for choice in ("away", "available", "away"):
                ack = await socket.ask("/operator", "availability.set", {"availability": choice})
                assert ack == {"ok": True, "availability": choice}
                await until_state(anna, boris, choice)
        await until_state(anna, boris, "offline")
        # What was chosen is kept over the night.
        async with await Socket.operator(second_door, second_door.token(shop.colleague)) as socket:
            await until_state(anna, boris, "away")
            await socket.ask("/operator", "availability.set", {"availability": "available"})


async def test_only_what_there_is_can_be_chosen(door: Door, shop: Place) -> None:
    async with await Socket.operator(door, door.token(shop.operator)) as socket:
        for payload in ({"availability": "offline"}, {}, {"availability": "away", "of": "x"}):
            ack = await socket.ask("/operator", "availability.set", payload)
            assert ack["error"]["code"] == "invalid_payload"


async def test_a_killed_process_leaves_nobody_here_nor_looking_for_long(
    door: Door, doomed_door: Door, shop: Place, connection: Connection[Any]
) -> None:
    boris = operator_id(connection, shop.colleague)
    conversation = await waiting_conversation(door, shop)
    async with await Socket.operator(door, door.token(shop.operator)) as anna:
        await anna.ask("/operator", "conversation.open", open_for(conversation))
        theirs = await Socket.operator(doomed_door, doomed_door.token(shop.colleague))
        await theirs.ask("/operator", "conversation.open", open_for(conversation))
        await until_viewers(anna, {"Анна", "Борис"})
        await anna.quiet(0.2)
        doomed_door.kill()
        await until_viewers(anna, {"Анна"}, GONE_SECONDS)
        await until_state(anna, boris, "offline", GONE_SECONDS)
        await theirs.close()


async def until_viewers(socket: Socket, names: set[str], seconds: float = 3) -> dict[str, Any]:
    """Wait until these have the conversation open; returns what was told then."""
    async with asyncio.timeout(seconds):
        while True:
            for number, (event, payload) in enumerate(socket.events):
                if event == "viewers.updated" and {v["name"] for v in payload["viewers"]} == names:
                    del socket.events[number]
                    found: dict[str, Any] = payload
                    return found
            await asyncio.sleep(0.02)


async def test_who_looks_and_types_is_told_to_operators_and_never_to_the_visitor(
    door: Door, second_door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    conversation = session["conversation_id"]
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, door.token(shop.operator)) as anna,
        await Socket.operator(second_door, second_door.token(shop.colleague)) as boris,
    ):
        assert (await anna.ask("/operator", "conversation.open", open_for(conversation)))["ok"]
        await until_viewers(anna, {"Анна"})
        assert (await boris.ask("/operator", "conversation.open", open_for(conversation)))["ok"]
        await until_viewers(anna, {"Анна", "Борис"})
        await until_viewers(boris, {"Анна", "Борис"})
        assert (await boris.ask("/operator", "typing.start", open_for(conversation)))["ok"]
        seen = await until_viewers(anna, {"Анна", "Борис"})
        assert {v["name"] for v in seen["viewers"] if v["typing"]} == {"Борис"}
        await boris.ask("/operator", "conversation.leave", open_for(conversation))
        await until_viewers(anna, {"Анна"})
        assert [e for e, _ in await visitor.quiet(0.3) if e != "conversation.snapshot"] == []
        await anna.ask("/operator", "conversation.take", open_for(conversation))
        await visitor.until("operator.joined")
        await anna.ask("/operator", "typing.start", open_for(conversation))
        assert (await visitor.until("typing.started"))["name"] == "Анна"


async def test_a_vanished_socket_is_gone_from_the_conversation(
    door: Door, second_door: Door, shop: Place
) -> None:
    conversation = await waiting_conversation(door, shop)
    async with await Socket.operator(door, door.token(shop.operator)) as anna:
        await anna.ask("/operator", "conversation.open", open_for(conversation))
        boris = await Socket.operator(second_door, second_door.token(shop.colleague))
        await boris.ask("/operator", "conversation.open", open_for(conversation))
        await until_viewers(anna, {"Анна", "Борис"})
        await anna.quiet(0.2)
        boris.vanish()
        await until_viewers(anna, {"Анна"})


async def test_an_assignment_is_told_to_every_inbox_and_kept(
    door: Door, second_door: Door, shop: Place, connection: Connection[Any]
) -> None:
    boris = operator_id(connection, shop.colleague)
    conversation = await waiting_conversation(door, shop)
    async with (
        await Socket.operator(door, door.token(shop.operator)) as anna,
        await Socket.operator(second_door, second_door.token(shop.colleague)) as socket,
    ):
        await socket.quiet(0.3)
        payload = open_for(conversation, operator_id=boris)
        assert await anna.ask("/operator", "conversation.assign", payload) == {"ok": True}
        told = (await socket.until("inbox.updated"))["conversation"]
        assert (told["id"], told["status"]) == (conversation, "waiting")
        assert (told["assignee_id"], told["assignee_name"]) == (boris, "Борис")
    path = f"/api/v1/conversations/{conversation}"
    kept = door.request("GET", path, origin=door.console, token=door.token(shop.operator)).json()
    assert (kept["assignee_id"], kept["status"]) == (boris, "waiting")


async def test_the_loser_of_a_take_is_told_who_has_it(
    door: Door, second_door: Door, shop: Place
) -> None:
    conversation = await waiting_conversation(door, shop)
    async with (
        await Socket.operator(door, door.token(shop.operator)) as anna,
        await Socket.operator(second_door, second_door.token(shop.colleague)) as boris,
    ):
        assert (await anna.ask("/operator", "conversation.take", open_for(conversation)))["ok"]
        refused = await boris.ask("/operator", "conversation.take", open_for(conversation))
    error = refused["error"]
    assert (error["code"], error["operator_name"]) == ("conversation_taken", "Анна")
    assert error["message"] == "Анна has this conversation."  # Boris reads English


async def test_what_an_operator_speaks_in_another_operator_cannot_give_away(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    boris = operator_id(connection, shop.colleague)
    conversation = await waiting_conversation(door, shop)
    async with (
        await Socket.operator(door, door.token(shop.operator)) as anna,
        await Socket.operator(door, door.token(shop.colleague)) as socket,
        await Socket.operator(door, door.token(shop.admin)) as admin,
    ):
        payload = open_for(conversation, operator_id=boris)
        assert (await anna.ask("/operator", "conversation.take", open_for(conversation)))["ok"]
        refused = await socket.ask("/operator", "conversation.assign", payload)
        assert refused["error"]["code"] == "conversation_taken"
        assert (await admin.ask("/operator", "conversation.assign", payload))["ok"]
        assert (await socket.ask("/operator", "conversation.take", open_for(conversation)))["ok"]
        message = open_for(conversation, client_message_id=client_id(), text="уже не мой")
        late = await anna.ask("/operator", "message.send", message)
        assert late["error"]["code"] == "conversation_not_yours"


async def test_it_is_given_to_one_and_to_somebody_there_is(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    anna = operator_id(connection, shop.operator)
    conversation = await waiting_conversation(door, shop)
    async with await Socket.operator(door, door.token(shop.operator)) as socket:
        both = open_for(conversation, operator_id=anna, team_id=str(uuid7()))
        ack = await socket.ask("/operator", "conversation.assign", both)
        assert ack["error"]["code"] == "invalid_payload"
        for nobody in ({"operator_id": str(uuid7())}, {"team_id": str(uuid7())}):
            ack = await socket.ask(
                "/operator", "conversation.assign", open_for(conversation, **nobody)
            )
            assert ack["error"]["code"] == "assignee_not_found"
