"""Private notes reach the operators of the site, and nobody and nothing else."""

import json
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7
from shared.storage.answers import Answers

pytestmark = pytest.mark.services

SECRET = "только между нами: скидка до марта"


def note(conversation_id: str, text: str = SECRET, *mentions: str) -> dict[str, Any]:
    """A command that adds a note."""
    return {
        "conversation_id": conversation_id,
        "client_message_id": client_id(),
        "text": text,
        "mentions": list(mentions),
    }


def person(door: Door, conversation_id: str, email: str, name: str) -> str:
    """The id of somebody who can be mentioned."""
    people = door.call("GET", f"/api/v1/conversations/{conversation_id}/people", email).json()
    found: list[str] = [one["id"] for one in people["items"] if one["name"] == name]
    return found[0]


def listed(door: Door, conversation_id: str, email: str, query: str = "") -> dict[str, Any]:
    """The notes of a conversation."""
    path = f"/api/v1/conversations/{conversation_id}/notes{query}"
    reply = door.call("GET", path, email)
    assert reply.status_code == httpx.codes.OK, reply.text
    body: dict[str, Any] = reply.json()
    return body


async def test_no_way_of_a_visitor_ever_carries_a_note(
    door: Door, second_door: Door, shop: Place, redis: Redis
) -> None:
    session = door.open_session(shop.key)
    here = session["conversation_id"]
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.visitor(second_door, session["token"]) as other_tab,
        await Socket.operator(door, door.token(shop.operator)) as anna,
    ):
        cursor = (await visitor.until("conversation.snapshot"))["cursor"]
        said = {"client_message_id": client_id(), "text": "вопрос"}
        assert (await visitor.ask("/visitor", "message.send", said))["ok"]
        assert (await anna.ask("/operator", "conversation.open", {"conversation_id": here}))["ok"]
        mentioned = person(door, here, shop.operator, "Борис")
        added = await anna.ask("/operator", "note.add", note(here, SECRET, mentioned))
        assert added["ok"], added
        kept = added["note"]
        assert (await anna.until("note.added"))["note"]["text"] == SECRET
        edit = {"conversation_id": here, "note_id": kept["id"], "text": SECRET + "!"}
        assert (await anna.ask("/operator", "note.edit", edit))["ok"]
        closing = {"conversation_id": here, "reason": "spam", "comment": SECRET}
        assert (await anna.ask("/operator", "conversation.close", closing))["ok"]
        assert (await anna.until("conversation.closed"))["comment"] == SECRET
        told = await visitor.quiet(0.5) + await other_tab.quiet(0)
        assert {name for name, _ in told} >= {"message.created", "conversation.status"}
        heard = json.dumps(told, ensure_ascii=False)
        assert SECRET not in heard
        assert "note." not in heard
        assert "conversation.closed" not in heard
    for auth in ({}, {"cursor": cursor}):  # a snapshot from nothing, and one from before the note
        async with await Socket.visitor(door, session["token"], **auth) as back:
            snapshot = await back.until("conversation.snapshot")
            assert [message["text"] for message in snapshot["messages"]][:1] == ["вопрос"]
            assert SECRET not in json.dumps(snapshot, ensure_ascii=False)
    older = door.request("GET", "/api/v1/visitor/messages", token=session["token"])
    assert older.status_code == httpx.codes.OK
    assert SECRET not in older.text
    again = door.open_session(shop.key, token=session["token"])
    assert SECRET not in json.dumps(again, ensure_ascii=False)
    # What agents remember, and what a visitor resumes from, is read from this stream.
    history = Answers(redis).history(UUID(here), 10_000)
    assert [message.text for message in history] == ["вопрос"]
    kept_facts = str(redis.xrange(f"conv:{here}:events"))
    assert "message.created" in kept_facts
    assert kept["id"] not in kept_facts


async def test_operators_share_a_note_in_its_place_and_a_repeated_one_is_one(
    door: Door, second_door: Door, shop: Place
) -> None:
    session = door.open_session(shop.key)
    here = session["conversation_id"]
    async with (
        await Socket.visitor(door, session["token"]) as visitor,
        await Socket.operator(door, door.token(shop.operator)) as anna,
        await Socket.operator(second_door, second_door.token(shop.colleague)) as boris,
    ):
        for text in ("раз", "два"):
            said = {"client_message_id": client_id(), "text": text}
            assert (await visitor.ask("/visitor", "message.send", said))["ok"]
        await boris.ask("/operator", "conversation.open", {"conversation_id": here})
        command = note(here)
        first = await anna.ask("/operator", "note.add", command)
        again = await anna.ask("/operator", "note.add", command)
        assert first == again
        assert first["note"]["after_seq"] == 2
        assert first["note"]["author_name"] == "Анна"
        heard = await boris.until("note.added")
        assert heard["note"]["id"] == first["note"]["id"]
        assert [name for name, _ in await boris.quiet(0.3) if name == "note.added"] == []
        change = {"conversation_id": here, "note_id": first["note"]["id"]}
        refusal = await boris.ask("/operator", "note.edit", change | {"text": "чужая"})
        assert refusal["error"]["code"] == "note_not_yours"
        refusal = await boris.ask("/operator", "note.delete", change)
        assert refusal["error"]["code"] == "note_not_yours"
        edited = await anna.ask("/operator", "note.edit", change | {"text": "исправлено"})
        assert edited["note"]["edited_at"] is not None
        assert (await boris.until("note.edited"))["note"]["text"] == "исправлено"
        assert [one["text"] for one in listed(door, here, shop.colleague)["items"]] == [
            "исправлено"
        ]
        assert (await anna.ask("/operator", "note.delete", change))["ok"]
        assert (await boris.until("note.deleted"))["note_id"] == first["note"]["id"]
        assert listed(door, here, shop.colleague)["items"] == []
        gone = await anna.ask("/operator", "note.delete", change)
        assert gone["error"]["code"] == "not_found"


async def test_a_mention_reaches_its_person_wherever_they_are_and_can_be_found_later(
    door: Door, second_door: Door, shop: Place, bank: Place
) -> None:
    here = door.open_session(shop.key)["conversation_id"]
    theirs = door.open_session(bank.key, origin=bank.origin)["conversation_id"]
    boris = person(door, here, shop.operator, "Борис")
    stranger = person(door, theirs, bank.operator, "Борис")
    before = door.call("GET", "/api/v1/mentions", shop.colleague).json()["unseen"]
    async with (
        await Socket.operator(door, door.token(shop.operator)) as anna,
        await Socket.operator(second_door, second_door.token(shop.colleague)) as elsewhere,
        await Socket.operator(door, door.token(shop.admin)) as third,
        await Socket.operator(door, door.token(bank.colleague)) as foreign,
    ):
        unknown = await anna.ask("/operator", "note.add", note(here, "@кто-то", stranger))
        assert unknown["error"]["code"] == "mention_unknown"
        assert listed(door, here, shop.operator)["items"] == []
        added = await anna.ask("/operator", "note.add", note(here, "@Борис, взгляни", boris))
        assert added["note"]["mentions"] == [{"operator_id": boris, "name": "Борис"}]
        told = await elsewhere.until("note.mentioned")
        assert told["mention"]["note"]["text"] == "@Борис, взгляни"
        assert told["mention"]["site_name"] == "shop"
        assert [name for name, _ in await third.quiet(0.3) if name.startswith("note")] == []
        assert [name for name, _ in await foreign.quiet(0) if name.startswith("note")] == []
    found = door.call("GET", "/api/v1/mentions?limit=1", shop.colleague).json()
    assert found["items"][0]["note"]["id"] == added["note"]["id"]
    assert (found["items"][0]["seen"], found["unseen"]) == (False, before + 1)
    body = {"note_ids": [added["note"]["id"]]}
    left = door.call("POST", "/api/v1/mentions/seen", shop.colleague, json=body).json()
    assert left == {"unseen": before}
    assert door.call("GET", "/api/v1/mentions", shop.operator).json()["unseen"] == 0


async def test_notes_come_in_pages_without_gap_or_repetition(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    here = door.open_session(shop.key)["conversation_id"]
    (author,) = connection.execute(
        "SELECT id FROM operators WHERE email = %s", (shop.operator,)
    ).fetchone() or (None,)
    for number in range(5):
        connection.execute(
            "INSERT INTO notes (id, conversation_id, after_seq, operator_id, operator_name,"
            " client_message_id, text, at) VALUES (%s, %s, 0, %s, 'Анна', %s, %s, now())",
            (uuid7(), here, author, client_id(), str(number)),
        )
    texts: list[str] = []
    query = "?limit=2"
    while True:
        page = listed(door, here, shop.operator, query)
        texts = [one["text"] for one in page["items"]] + texts
        if page["next"] is None:
            break
        query = f"?limit=2&before={page['next']}"
    assert texts == [str(number) for number in range(5)]
    path = f"/api/v1/conversations/{here}/notes?before=nonsense"
    refused(door.call("GET", path, shop.operator), 400, "invalid_payload")
    here_empty = note(here, "  ")
    async with await Socket.operator(door, door.token(shop.operator)) as anna:
        refusal = await anna.ask("/operator", "note.add", here_empty)
        assert refusal["error"]["code"] == "text_empty"
        refusal = await anna.ask("/operator", "note.add", note(here, "ы" * 4_001))
        assert refusal["error"]["code"] == "text_too_long"
