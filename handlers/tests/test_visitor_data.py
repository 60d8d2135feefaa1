"""Exports, erasures and retention as administrators and visitors ask for them."""

import io
import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from psycopg import Connection
from psycopg.types.json import Jsonb
from redis import Redis

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_two_sites import bank_conversation
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7
from shared.storage.erasure import erase_visitor
from shared.storage.everything import PIECE
from shared.storage.traces import Traces
from shared.storage.visitor_requests import claim_request, keep_archive
from shared.tests.rows import new_conversation

pytestmark = pytest.mark.services

VISITORS = "/api/v1/visitors"
RETENTION = "/api/v1/retention"


def actions(connection: Connection[Any], subject: str) -> list[str]:
    rows = connection.execute(
        "SELECT action FROM audit_log WHERE subject = %s ORDER BY at, id", (subject,)
    )
    return [row[0] for row in rows]


def test_an_export_is_asked_for_once_and_fetched_while_it_is_kept(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    visitor_id = door.open_session(shop.key)["visitor_id"]
    asked = [door.call("POST", f"{VISITORS}/{visitor_id}/export", shop.admin) for _ in range(2)]
    assert [reply.status_code for reply in asked] == [202, 202]
    assert asked[0].json()["id"] == asked[1].json()["id"]
    assert asked[0].json()["state"] == "pending"
    path = f"{VISITORS}/requests/{asked[0].json()['id']}"
    refused(door.call("GET", f"{path}/archive", shop.admin), 409, "archive_not_ready")
    content = secrets.token_bytes(2 * PIECE + 5)
    claimed = claim_request(connection, UUID(asked[0].json()["id"]), timedelta(minutes=1))
    assert claimed is not None
    assert keep_archive(connection, claimed, io.BytesIO(content), {}, timedelta(hours=1))
    told = door.call("GET", path, shop.admin).json()
    assert (told["archive_ready"], told["size"]) == (True, len(content))
    fetched = door.call("GET", f"{path}/archive", shop.admin)
    assert fetched.content == content
    assert fetched.headers["content-length"] == str(len(content))
    assert fetched.headers["content-type"] == "application/zip"
    assert fetched.headers["cache-control"] == "no-store"
    connection.execute(
        "UPDATE visitor_requests SET expires_at = now() WHERE id = %s", (asked[0].json()["id"],)
    )
    refused(door.call("GET", f"{path}/archive", shop.admin), 409, "archive_not_ready")
    assert actions(connection, visitor_id) == [
        "visitor.export_requested",
        "visitor.export_downloaded",
    ]
    listed = door.call("GET", f"{VISITORS}/requests?limit=1", shop.admin).json()
    assert listed["items"][0]["id"] == asked[0].json()["id"]


async def test_an_erased_visitor_s_sockets_close_and_their_token_opens_nothing(
    door: Door, second_door: Door, shop: Place, connection: Connection[Any], redis: Redis
) -> None:
    session = door.open_session(shop.key)
    visitor_id, conversation_id = session["visitor_id"], session["conversation_id"]
    async with (
        await Socket.visitor(second_door, session["token"]) as socket,
        await Socket.operator(door, door.token(shop.operator)) as console,
    ):
        await socket.ask(
            "/visitor", "message.send", {"client_message_id": client_id(), "text": "x"}
        )
        assert (
            await console.ask(
                "/operator", "conversation.open", {"conversation_id": conversation_id}
            )
        )["ok"]
        asked = door.call("DELETE", f"{VISITORS}/{visitor_id}", shop.admin)
        assert asked.status_code == httpx.codes.ACCEPTED
        again = door.call("DELETE", f"{VISITORS}/{visitor_id}", shop.admin)
        assert again.json()["id"] == asked.json()["id"]
        # As the worker does it; its own tests are beside it.
        with connection.transaction():
            erased = erase_visitor(connection, UUID(visitor_id))
        assert erased is not None
        Traces(redis).remove(shop.id, erased.conversations)
        await socket.closed(5)
        path = f"/api/v1/conversations/{conversation_id}/messages"
        refused(door.call("GET", path, shop.operator), 404, "conversation_not_found")
        await console.closed(5)
    async with await Socket.open(door, origin=shop.origin) as late:
        frame = await late.join("/visitor", {"token": session["token"]})
        assert "conversation_not_found" in frame
    body = {"site_key": shop.key}
    reply = door.request("POST", "/api/v1/visitor/sessions", token=session["token"], json=body)
    refused(reply, 401, "token_invalid")
    older = door.request("GET", "/api/v1/visitor/messages", token=session["token"])
    assert older.json()["items"] == []
    # Asked for again when it is done, it is the one that was done.
    last = door.call("DELETE", f"{VISITORS}/{visitor_id}", shop.admin)
    assert last.json()["id"] == asked.json()["id"]
    refused(door.call("POST", f"{VISITORS}/{visitor_id}/export", shop.admin), 404, "not_found")


def test_a_visitor_may_ask_to_be_forgotten(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    session = door.open_session(shop.key)
    path = "/api/v1/visitor/erasure"
    asked = [door.request("POST", path, token=session["token"]) for _ in range(2)]
    assert [reply.status_code for reply in asked] == [202, 202]
    assert asked[0].json()["kind"] == "erasure"
    assert asked[0].json()["id"] == asked[1].json()["id"]
    assert actions(connection, session["visitor_id"]) == ["visitor.erasure_requested"]
    told = "SELECT actor, request_id IS NOT NULL FROM audit_log WHERE subject = %s"
    assert connection.execute(told, (session["visitor_id"],)).fetchone() == ("system", True)
    refused(door.request("POST", path), 401, "token_missing")


async def test_visitors_are_found_by_name_and_by_ids(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    session = await bank_conversation(door, bank, connection)
    visitor_id, conversation_id = session["visitor_id"], session["conversation_id"]
    name = connection.execute("SELECT name FROM visitors WHERE id = %s", (visitor_id,)).fetchone()
    assert name is not None
    for text in (visitor_id, conversation_id, name[0], name[0][-4:].lower()):
        page = door.call("GET", VISITORS, bank.admin, params={"text": text}).json()
        assert visitor_id in {item["id"] for item in page["items"]}, text
        assert door.call("GET", VISITORS, shop.admin, params={"text": text}).json()["items"] == []
    (found,) = door.call("GET", VISITORS, bank.admin, params={"text": visitor_id}).json()["items"]
    assert (found["conversations"], found["messages"], found["site_name"]) == (1, 1, "bank")
    for text in ("%", "_", "\\", "x" * 100):
        reply = door.call("GET", VISITORS, bank.admin, params={"text": text})
        assert reply.json()["items"] == []
    refused(door.call("GET", VISITORS, bank.admin, params={"text": ""}), 400, "invalid_payload")


def visitor(connection: Connection[Any], place: Place, **more: Any) -> str:  # noqa: ANN401
    """Somebody who said something."""
    conversation_id = new_conversation(connection, place.id)
    connection.execute(
        "UPDATE conversations SET last_seq = 1, contact = %s WHERE id = %s",
        (Jsonb(more.pop("contact", None)), conversation_id),
    )
    row = connection.execute(
        "UPDATE visitors v SET name = %s, email = %s, external_id = %s FROM conversations c"
        " WHERE c.id = %s AND v.id = c.visitor_id RETURNING v.id::text",
        (more.get("name", "Гость"), more.get("email"), more.get("external_id"), conversation_id),
    ).fetchone()
    assert row is not None
    return str(row[0])


def test_visitors_are_found_by_e_mail_and_first_by_what_their_site_knows_them_by(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    known = visitor(
        connection,
        shop,
        name="Ольга Ёлкина",
        email="Olga.Yolkina@Example.com",
        external_id="crm-17",
    )
    left = visitor(connection, shop, contact={"email": "olga@home.example"})
    named = [visitor(connection, shop, name="CRM-17 (дубль)") for _ in range(3)]
    other = visitor(connection, bank, email="olga.yolkina@example.com", external_id="crm-17")

    def find(text: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401
        reply = door.call("GET", VISITORS, shop.admin, params={"text": text, **more})
        assert reply.status_code == httpx.codes.OK, reply.text
        page: dict[str, Any] = reply.json()
        return page

    def ids(page: dict[str, Any]) -> list[str]:
        return [one["id"] for one in page["items"]]

    for text in ("olga.yolkina@example.com", " OLGA.YOL", "ёлкина ольга", "елк"):
        assert ids(find(text)) == [known], text
    assert ids(find("olga@home")) == [left]
    assert set(ids(find("olga"))) == {known, left}
    for text in ("lga.yolkina@example.com", "olga%", "crm-1", "CRM-18"):
        assert known not in ids(find(text)), text
    (shown,) = find("olga@home.example")["items"]
    assert (shown["email"], shown["external_id"]) == ("olga@home.example", None)
    exact = find("crm-17")
    assert ids(exact) == [known, *sorted(named, reverse=True)]
    assert exact["items"][0]["external_id"] == "crm-17"
    paged: list[str] = []
    for limit in (1, 2):
        paged, before = [], None
        while True:
            page = find("crm-17", limit=limit, **({"before": before} if before else {}))
            paged += ids(page)
            before = page["next"]
            if before is None:
                break
        assert paged == ids(exact), limit
    assert other not in ids(exact)


def test_a_visitor_whom_the_site_knows_by_a_uuid_is_found_by_it(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    number = str(uuid7())
    known = visitor(connection, shop, external_id=number)
    found = door.call("GET", VISITORS, shop.admin, params={"text": number}).json()
    assert [one["id"] for one in found["items"]] == [known]


def test_the_list_of_visitors_goes_on_with_those_whom_nobody_knows(
    door: Door, bank: Place, connection: Connection[Any]
) -> None:
    made = {visitor(connection, bank) for _ in range(3)}
    made.add(visitor(connection, bank, external_id=str(uuid7())))
    seen: list[str] = []
    asked: dict[str, Any] = {"limit": 2}
    while True:
        page = door.call("GET", VISITORS, bank.admin, params=asked).json()
        seen += [one["id"] for one in page["items"]]
        if page["next"] is None:
            break
        asked["before"] = page["next"]
    assert made <= set(seen)
    assert len(seen) == len(set(seen))


def test_a_site_s_data_is_its_administrators_alone(door: Door, shop: Place, bank: Place) -> None:
    visitor_id = door.open_session(bank.key, origin=bank.origin)["visitor_id"]
    made = door.call("POST", f"{VISITORS}/{visitor_id}/export", bank.admin).json()
    for target in (visitor_id, str(uuid7())):
        for method, path in (("POST", f"{target}/export"), ("DELETE", target)):
            refused(door.call(method, f"{VISITORS}/{path}", shop.admin), 404, "not_found")
            refused(door.call(method, f"{VISITORS}/{path}", bank.operator), 403, "forbidden")
    for request_id in (made["id"], str(uuid7())):
        for path in (request_id, f"{request_id}/archive"):
            reply = door.call("GET", f"{VISITORS}/requests/{path}", shop.admin)
            refused(reply, 404, "not_found")
    assert made["id"] not in door.call("GET", f"{VISITORS}/requests", shop.admin).text
    policy = {"conversation_days": 30, "delivery_days": 30, "audit_days": None}
    for method, path in (("PUT", str(bank.id)), ("POST", f"{bank.id}/preview")):
        target = f"{RETENTION}/{path}"
        refused(door.call(method, target, shop.admin, json=policy), 404, "not_found")
        refused(door.call(method, target, bank.operator, json=policy), 403, "forbidden")
    assert str(bank.id) not in door.call("GET", RETENTION, shop.admin).text


def test_a_policy_is_looked_at_before_it_is_kept_and_its_change_is_audited(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    session = door.open_session(shop.key)
    connection.execute(
        "UPDATE conversations SET updated_at = now() - interval '91 days' WHERE id = %s",
        (session["conversation_id"],),
    )
    policy = {"conversation_days": 90, "delivery_days": 7, "audit_days": 365}
    before = door.call("GET", RETENTION, shop.admin).json()["items"]
    assert [one["conversation_days"] for one in before] == [None]
    seen = door.call("POST", f"{RETENTION}/{shop.id}/preview", shop.admin, json=policy)
    assert seen.json()["conversations"] == 1
    assert door.call("GET", RETENTION, shop.admin).json()["items"] == before
    for _ in range(2):
        kept = door.call("PUT", f"{RETENTION}/{shop.id}", shop.admin, json=policy)
        assert kept.status_code == httpx.codes.OK
    done = actions(connection, str(shop.id))
    assert done.count("retention.changed") == 1, "what changed nothing is no change"
    bad = policy | {"conversation_days": 0}
    refused(
        door.call("PUT", f"{RETENTION}/{shop.id}", shop.admin, json=bad), 400, "invalid_payload"
    )
    connection.execute("DELETE FROM retention_policies WHERE site_id = %s", (shop.id,))
