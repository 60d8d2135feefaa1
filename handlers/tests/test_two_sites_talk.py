"""Notes, canned replies and what stands beside a conversation are for its own site alone."""

from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services

MARK = "заметка банка"
BODY = {"shortcut": "x", "title": "x", "texts": {"ru": "x"}}


async def test_nothing_beside_a_conversation_is_shown_to_another_site(
    door: Door, shop: Place, bank: Place
) -> None:
    here = door.open_session(bank.key, origin=bank.origin)["conversation_id"]
    async with await Socket.operator(door, door.token(bank.operator)) as theirs:
        command = {"conversation_id": here, "client_message_id": client_id(), "text": MARK}
        added = await theirs.ask("/operator", "note.add", command)
        assert added["ok"]
    for part in ("notes", "people", "context", "handoff", "earlier"):
        foreign, unknown = (
            door.call("GET", f"/api/v1/conversations/{target}/{part}", shop.admin)
            for target in (here, uuid7())
        )
        refused(foreign, 404, "conversation_not_found")
        refused(unknown, 404, "conversation_not_found")
        own = door.call("GET", f"/api/v1/conversations/{here}/{part}", bank.operator)
        assert own.status_code == httpx.codes.OK, own.text
    async with await Socket.operator(door, door.token(shop.operator)) as ours:
        for event, more in (
            ("note.add", {"client_message_id": client_id(), "text": "x"}),
            ("note.edit", {"note_id": added["note"]["id"], "text": "x"}),
            ("note.delete", {"note_id": added["note"]["id"]}),
        ):
            reply = await ours.ask("/operator", event, {"conversation_id": here, **more})
            assert reply["error"]["code"] == "conversation_not_found", event
        # Nor through a conversation of one's own.
        mine = door.open_session(shop.key)["conversation_id"]
        named = {"conversation_id": mine, "note_id": added["note"]["id"]}
        reply = await ours.ask("/operator", "note.delete", named)
        assert reply["error"]["code"] == "not_found"
    notes = door.call("GET", f"/api/v1/conversations/{here}/notes", bank.operator).json()
    assert [one["text"] for one in notes["items"]] == [MARK]


def test_mentions_of_a_site_one_has_left_are_not_shown_any_more(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    here = door.open_session(shop.key)["conversation_id"]
    (boris,) = connection.execute(
        "SELECT id FROM operators WHERE email = %s", (shop.colleague,)
    ).fetchone() or (None,)
    note_id = uuid7()
    connection.execute(
        "INSERT INTO notes (id, conversation_id, after_seq, operator_id, operator_name,"
        " client_message_id, text, at) VALUES (%s, %s, 0, %s, 'Анна', 'mention-1', %s, now())",
        (note_id, here, boris, MARK),
    )
    connection.execute("INSERT INTO note_mentions VALUES (%s, %s, now())", (note_id, boris))
    assert MARK in door.call("GET", "/api/v1/mentions", shop.colleague).text
    connection.execute("DELETE FROM operator_sites WHERE operator_id = %s", (boris,))
    try:
        left = door.call("GET", "/api/v1/mentions", shop.colleague).json()
        assert left == {"items": [], "unseen": 0, "next": None}
    finally:
        connection.execute("INSERT INTO operator_sites VALUES (%s, %s)", (boris, shop.id))


def test_canned_replies_of_another_site_or_person_are_neither_seen_nor_changed(
    door: Door, shop: Place, bank: Place
) -> None:
    of_site, own = uuid7(), uuid7()
    path = f"/api/v1/sites/{bank.id}/replies/{of_site}"
    assert door.call("PUT", path, bank.admin, json=BODY).status_code == httpx.codes.OK
    mine = f"/api/v1/replies/{own}"
    assert door.call("PUT", mine, bank.operator, json=BODY).status_code == httpx.codes.OK
    seen = door.call("GET", "/api/v1/replies", shop.admin).text
    assert str(of_site) not in seen
    assert str(own) not in seen
    refused(door.call("GET", f"/api/v1/replies?site_id={bank.id}", shop.admin), 404, "not_found")
    for method in ("PUT", "DELETE"):
        body = {"json": BODY} if method == "PUT" else {}
        refused(door.call(method, path, shop.admin, **body), 404, "not_found")
        taken = f"/api/v1/sites/{shop.id}/replies/{of_site}"
        refused(door.call(method, taken, shop.admin, **body), 404, "not_found")
        for other in (shop.operator, bank.colleague):
            refused(door.call(method, mine, other, **body), 404, "not_found")
        refused(door.call(method, path, bank.operator, **body), 403, "forbidden")
    left = door.call("GET", "/api/v1/replies", bank.operator).json()["items"]
    assert {str(of_site), str(own)} <= {one["id"] for one in left}
    for target, email in ((path, bank.admin), (mine, bank.operator)):
        assert door.call("DELETE", target, email).status_code == httpx.codes.NO_CONTENT
