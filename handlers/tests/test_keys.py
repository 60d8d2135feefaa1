"""A key of the API opens what its scopes name, of its sites, until it is revoked or expires."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7
from shared.tests.rows import new_operator
from tests.house.test_authorisation import KEYS as ROUTES

pytestmark = pytest.mark.services

KEYS = "/api/v1/keys"


def make(door: Door, place: Place, scopes: list[str], **changes: Any) -> dict[str, Any]:  # noqa: ANN401
    """A key to a place."""
    body = {"name": "CRM", "site_ids": [str(place.id)], "scopes": scopes} | changes
    reply = door.call("POST", KEYS, place.admin, json=body)
    assert reply.status_code == httpx.codes.CREATED, reply.text
    made: dict[str, Any] = reply.json()
    return made


def use(door: Door, key: str, path: str, method: str = "GET", **more: Any) -> httpx.Response:  # noqa: ANN401
    """Ask as a program does: from no page at all."""
    return door.request(method, path, origin=None, token=key, **more)


def document(place: Place, name: str) -> dict[str, str]:
    return {"site_key": place.key, "agent": "network", "name": name, "text": "# VPN\n\nШаги."}


def test_a_key_reads_and_writes_what_it_may_without_an_origin(
    door: Door, shop: Place, bank: Place
) -> None:
    key = make(door, shop, ["knowledge.read", "knowledge.write"])["key"]
    path = "/api/v1/knowledge/documents"
    put = use(door, key, path, "PUT", json=document(shop, "by-key.md"))
    assert put.status_code == httpx.codes.OK, put.text
    listed = use(door, key, f"{path}?site_key={shop.key}")
    assert "by-key.md" in listed.text
    refused(use(door, key, f"{path}?site_key={bank.key}"), 404, "site_unknown")
    refused(use(door, key, path, "PUT", json=document(bank, "x.md")), 404, "site_unknown")
    refused(use(door, key, "/api/v1/conversations"), 403, "scope_missing")
    refused(use(door, key, KEYS), 403, "scope_missing")
    refused(use(door, key, "/api/v1/auth/me"), 403, "scope_missing")


@pytest.mark.parametrize("scope", list(ROUTES))
def test_without_its_scope_a_route_takes_no_key(door: Door, shop: Place, scope: str) -> None:
    others = [str(other) for other in ROUTES if other != scope]
    key = make(door, shop, others)["key"]
    for method, path in ROUTES[scope]:  # type: ignore[index]
        target = path
        for name in ("conversation_id", "message_id", "document_id", "visitor_id", "request_id"):
            target = target.replace(f"{{{name}}}", str(uuid7()))
        refused(use(door, key, target, method), 403, "scope_missing")


def test_a_key_is_kept_as_a_hash_and_shown_once(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    made = make(door, shop, ["conversations.read", "conversations.read"])
    key, info = made["key"], made["info"]
    assert key.startswith("otvk_")
    assert key.startswith(info["prefix"])
    assert len(info["prefix"]) < 12
    assert info["scopes"] == ["conversations.read"]
    assert info["sites"] == ["shop"]
    listed = door.call("GET", KEYS, shop.admin)
    assert key not in listed.text
    for table in ("api_keys", "audit_log"):
        found = connection.execute(
            f"SELECT count(*) FROM {table} t WHERE t::text LIKE %s",  # noqa: S608
            (f"%{key[len(info['prefix']) :]}%",),
        ).fetchone()
        assert found == (0,)
    before = next(one for one in listed.json()["items"] if one["id"] == info["id"])
    assert before["last_used_at"] is None
    assert use(door, key, "/api/v1/conversations").status_code == httpx.codes.OK
    after = door.call("GET", KEYS, shop.admin).json()["items"]
    assert next(one for one in after if one["id"] == info["id"])["last_used_at"] is not None


def test_a_revoked_or_expired_key_opens_nothing(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    made = make(door, shop, ["conversations.read"])
    path = f"{KEYS}/{made['info']['id']}"
    assert door.call("DELETE", path, shop.admin).status_code == httpx.codes.NO_CONTENT
    assert door.call("DELETE", path, shop.admin).status_code == httpx.codes.NO_CONTENT
    refused(use(door, made["key"], "/api/v1/conversations"), 401, "token_invalid")
    soon = (utc_now() + timedelta(hours=1)).isoformat()
    short = make(door, shop, ["conversations.read"], expires_at=soon)
    assert use(door, short["key"], "/api/v1/conversations").status_code == httpx.codes.OK
    connection.execute(
        "UPDATE api_keys SET expires_at = now() WHERE id = %s", (short["info"]["id"],)
    )
    refused(use(door, short["key"], "/api/v1/conversations"), 401, "token_invalid")
    for wrong in ("otvk_", "otvk_" + "x" * 43, made["key"] + "x"):
        refused(use(door, wrong, "/api/v1/conversations"), 401, "token_invalid")
    rows = connection.execute(
        "SELECT action FROM audit_log WHERE subject = %s ORDER BY at, id", (made["info"]["id"],)
    ).fetchall()
    assert rows == [("key.created",), ("key.revoked",)]


@pytest.mark.parametrize(
    "changes",
    [
        {"scopes": []},
        {"scopes": ["everything"]},
        {"site_ids": []},
        {"name": "  "},
        {"expires_at": "2020-01-01T00:00:00Z"},
        {"expires_at": "2030-01-01T00:00:00"},
    ],
)
def test_what_cannot_be_a_key_is_refused(
    door: Door, shop: Place, changes: dict[str, object]
) -> None:
    body = {"name": "x", "site_ids": [str(shop.id)], "scopes": ["visitors.read"]} | changes
    refused(door.call("POST", KEYS, shop.admin, json=body), 400, "invalid_payload")


def test_a_key_in_the_hand_of_a_page_opens_nothing_that_a_page_may_not(
    door: Door, shop: Place
) -> None:
    """A key takes the place of the sign-in, and never that of the console's origin."""
    headers = {"Authorization": "Bearer otvk_anything", "Origin": shop.origin}
    for path in ("/api/v1/auth/refresh", "/api/v1/auth/login"):
        body = {"email": shop.admin, "password": "x"} if path.endswith("login") else None
        reply = door.request("POST", path, origin=None, headers=headers, json=body)
        refused(reply, 403, "origin_forbidden")


def test_too_many_requests_of_a_key_are_refused(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    key = make(door, shop, ["conversations.read"])["key"]
    codes = [use(door, key, "/api/v1/conversations?limit=1").status_code for _ in range(32)]
    assert codes.count(200) in (30, 31), "a minute may begin in between"
    assert codes[-1] == httpx.codes.TOO_MANY_REQUESTS


def test_what_a_key_did_is_audited_under_its_name(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    made = make(door, shop, ["visitors.export"], name="Архив")
    visitor_id = door.open_session(shop.key)["visitor_id"]
    reply = use(door, made["key"], f"/api/v1/visitors/{visitor_id}/export", "POST")
    assert reply.status_code == httpx.codes.ACCEPTED
    row = connection.execute(
        "SELECT actor, actor_id::text, actor_name FROM audit_log WHERE subject = %s", (visitor_id,)
    ).fetchone()
    assert row == ("key", made["info"]["id"], "Архив")


@pytest.fixture
def partner(door: Door, connection: Connection[Any], shop: Place, bank: Place) -> Iterator[Place]:
    """An administrator of both sites, and all of the shop's besides."""
    email = f"partner-{uuid7().hex}@example.com"
    operator_id = new_operator(connection, shop.id, email=email)
    connection.execute(
        "INSERT INTO operator_sites (operator_id, site_id) VALUES (%s, %s)", (operator_id, bank.id)
    )
    yield replace(shop, admin=email)
    connection.execute("DELETE FROM operators WHERE id = %s", (operator_id,))


def listed(door: Door, place: Place, key_id: str) -> dict[str, Any] | None:
    """A key as the place's administrator sees it."""
    found = door.call("GET", KEYS, place.admin).json()["items"]
    return next((one for one in found if one["id"] == key_id), None)


def both(door: Door, shop: Place, bank: Place, maker: Place, scopes: list[str]) -> dict[str, Any]:
    """A key to both places."""
    return make(door, maker, scopes, site_ids=[str(shop.id), str(bank.id)])


def test_a_key_does_no_more_than_its_maker_may_do_now(
    door: Door, shop: Place, bank: Place, partner: Place, connection: Connection[Any]
) -> None:
    scopes = ["conversations.read", "analytics.read", "visitors.read"]
    made = both(door, shop, bank, partner, scopes)
    key, key_id = made["key"], made["info"]["id"]
    analytics = "/api/v1/analytics/summary?since=2026-11-01&until=2026-11-02&site_key="

    def change(what: str) -> None:
        connection.execute(
            f"UPDATE operators SET {what} WHERE lower(email) = lower(%s)",  # noqa: S608
            (partner.admin,),
        )

    def status(path: str) -> int:
        return use(door, key, path).status_code

    assert status("/api/v1/visitors") == httpx.codes.OK
    change("role = 'supervisor'")
    refused(use(door, key, "/api/v1/visitors"), 403, "key_disowned")
    assert status(analytics + shop.key) == httpx.codes.OK
    assert (listed(door, shop, key_id) or {})["lost_scopes"] == ["visitors.read"]
    change("role = 'operator'")
    refused(use(door, key, analytics + shop.key), 403, "key_disowned")
    assert status("/api/v1/conversations") == httpx.codes.OK
    change("role = 'admin', disabled_at = now()")
    refused(use(door, key, "/api/v1/conversations"), 403, "key_disowned")
    assert (listed(door, shop, key_id) or {})["lost_sites"] == ["shop"]
    change("disabled_at = NULL")
    assert status("/api/v1/visitors") == httpx.codes.OK
    assert (listed(door, shop, key_id) or {})["lost_sites"] == []


def test_a_key_opens_no_site_that_its_maker_has_left(
    door: Door, shop: Place, bank: Place, partner: Place, connection: Connection[Any]
) -> None:
    made = both(door, shop, bank, partner, ["knowledge.read"])
    path, key_id = "/api/v1/knowledge/documents?site_key=", made["info"]["id"]
    assert use(door, made["key"], path + bank.key).status_code == httpx.codes.OK
    leave = """
        DELETE FROM operator_sites m USING operators o
        WHERE o.id = m.operator_id AND lower(o.email) = lower(%s) AND m.site_id = %s
    """
    connection.execute(leave, (partner.admin, bank.id))
    refused(use(door, made["key"], path + bank.key), 404, "site_unknown")
    assert use(door, made["key"], path + shop.key).status_code == httpx.codes.OK
    assert (listed(door, bank, key_id) or {})["lost_sites"] == ["bank"]
    assert (listed(door, shop, key_id) or {})["lost_sites"] == []
    connection.execute(leave, (partner.admin, shop.id))
    refused(use(door, made["key"], path + shop.key), 403, "key_disowned")
    connection.execute("DELETE FROM operators WHERE lower(email) = lower(%s)", (partner.admin,))
    refused(use(door, made["key"], path + shop.key), 403, "key_disowned")


def test_who_revokes_a_key_to_others_sites_too_takes_their_own_away(
    door: Door, shop: Place, bank: Place, partner: Place, connection: Connection[Any]
) -> None:
    made = both(door, shop, bank, partner, ["knowledge.read"])
    path, key_id = "/api/v1/knowledge/documents?site_key=", made["info"]["id"]
    assert (listed(door, shop, key_id) or {})["opens_others"] is True
    assert (listed(door, partner, key_id) or {})["opens_others"] is False
    assert door.call("DELETE", f"{KEYS}/{key_id}", shop.admin).status_code == 204
    refused(use(door, made["key"], path + shop.key), 404, "site_unknown")
    assert use(door, made["key"], path + bank.key).status_code == httpx.codes.OK
    assert listed(door, shop, key_id) is None
    audit = connection.execute(
        "SELECT site_ids FROM audit_log WHERE subject = %s AND action = 'key.revoked'", (key_id,)
    ).fetchall()
    assert audit == [([shop.id],)]
    assert door.call("DELETE", f"{KEYS}/{key_id}", bank.admin).status_code == 204
    refused(use(door, made["key"], path + bank.key), 401, "token_invalid")


def test_keys_are_for_administrators_of_their_sites(door: Door, shop: Place, bank: Place) -> None:
    theirs = make(door, bank, ["conversations.read"])["info"]["id"]
    assert theirs not in door.call("GET", KEYS, shop.admin).text
    body = {"name": "x", "site_ids": [str(shop.id), str(bank.id)], "scopes": ["visitors.read"]}
    refused(door.call("POST", KEYS, shop.admin, json=body), 404, "site_unknown")
    for key_id in (theirs, str(uuid7())):
        refused(door.call("DELETE", f"{KEYS}/{key_id}", shop.admin), 404, "not_found")
    for method, path in (("GET", KEYS), ("POST", KEYS), ("DELETE", f"{KEYS}/{theirs}")):
        refused(door.call(method, path, bank.operator), 403, "forbidden")
