"""People of one site are none of another's administrators' business, by any route."""

from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.app import as_operator, invite
from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.kernel.ids import uuid7
from shared.tests.rows import new_operator

pytestmark = pytest.mark.services

PEOPLE = "/api/v1/people"


def test_an_administrator_finds_nobody_of_another_site_by_any_route(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    email = f"{uuid7()}@bank.example"
    foreign = new_operator(connection, bank.id, email=email, role="operator", name="Банкир")
    token = door.sign_in(email).token
    sessions = as_operator(door, token, "GET", "/account/sessions").json()["items"]
    ways: list[tuple[str, str, dict[str, Any]]] = [
        ("PATCH", "", {"json": {"role": "admin"}}),
        ("PATCH", "", {"json": {"site_ids": [str(shop.id)]}}),
        ("PATCH", "", {"json": {"disabled": True}}),
        ("POST", "/password-link", {}),
        ("DELETE", "/two-factor", {}),
        ("GET", "/sessions", {}),
        ("DELETE", "/sessions", {}),
        ("DELETE", f"/sessions/{sessions[0]['id']}", {}),
    ]
    for method, rest, more in ways:
        replies = [
            door.call(method, f"{PEOPLE}/{target}{rest}", shop.admin, **more)
            for target in (foreign, uuid7())
        ]
        for reply in replies:
            refused(reply, 404, "not_found")
        assert replies[0].json()["message"] == replies[1].json()["message"]
    for query in ({}, {"text": email}, {"text": "Банкир"}, {"after": str(foreign)}):
        seen = door.call("GET", PEOPLE, shop.admin, params=query)
        assert seen.status_code == 200
        assert email not in seen.text
        assert str(bank.id) not in seen.text
    assert as_operator(door, token, "GET", "/auth/me").json()["role"] == "operator"


def test_invitations_and_rules_of_another_site_are_as_unknown_as_none(
    door: Door, shop: Place, bank: Place
) -> None:
    email, _ = invite(door, bank)
    listed = door.call("GET", f"{PEOPLE}/invitations", bank.admin).json()["items"]
    foreign = next(item["id"] for item in listed if item["email"] == email)
    assert email not in door.call("GET", f"{PEOPLE}/invitations", shop.admin).text
    for target in (foreign, str(uuid7())):
        path = f"{PEOPLE}/invitations/{target}"
        refused(door.call("POST", f"{path}/renew", shop.admin), 404, "not_found")
        refused(door.call("DELETE", path, shop.admin), 404, "not_found")
    rules = door.call("GET", f"{PEOPLE}/two-factor", shop.admin).json()["items"]
    assert [rule["site_id"] for rule in rules] == [str(shop.id)]
    for target in (bank.id, uuid7()):
        path = f"{PEOPLE}/two-factor/{target}"
        reply = door.call("PUT", path, shop.admin, json={"required": False})
        refused(reply, 404, "site_unknown")


def test_giving_a_site_that_one_does_not_have_is_refused_and_changes_nothing(
    door: Door, shop: Place, bank: Place
) -> None:
    found = door.call("GET", PEOPLE, shop.admin, params={"text": shop.operator}).json()["items"][0]
    for sites in ([str(bank.id)], [str(shop.id), str(bank.id)]):
        reply = door.call("PATCH", f"{PEOPLE}/{found['id']}", shop.admin, json={"site_ids": sites})
        refused(reply, 404, "site_unknown")
    audit = door.call("GET", "/api/v1/audit", bank.admin).text
    assert found["id"] not in audit
    now = door.call("GET", PEOPLE, shop.admin, params={"text": shop.operator}).json()["items"][0]
    assert now == found
