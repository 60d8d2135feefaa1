"""Sites of others: for an administrator they are as if they were not."""

import pytest

from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.test_http import refused
from handlers.tests.test_sites import ask
from shared.kernel.ids import uuid7

pytestmark = pytest.mark.services


def test_an_administrator_finds_no_site_of_another(door: Door, shop: Place, bank: Place) -> None:
    listed = ask(door, "GET", "", shop.admin)
    assert str(bank.id) not in listed.text
    assert bank.key not in listed.text
    for method, path, body in (
        ("GET", "", {}),
        ("PATCH", "", {"name": "Наш"}),
        ("POST", "/key", {"grace_hours": 0}),
        ("POST", "/identity-secret", {"grace_hours": 0}),
        ("POST", "/identity-keys", {"key": "is not even looked at"}),
        ("DELETE", "/identity-keys/x", {}),
    ):
        replies = [
            ask(door, method, f"/{target}{path}", shop.admin, **body)
            for target in (bank.id, uuid7())
        ]
        for reply in replies:
            refused(reply, 404, "not_found")
        assert replies[0].json()["message"] == replies[1].json()["message"]
    refused(
        ask(door, "POST", "", shop.admin, name="Новый", agents_from=str(bank.id)), 404, "not_found"
    )
    assert ask(door, "GET", f"/{bank.id}", bank.admin).json()["name"] == "bank"
    assert door.open_session(bank.key, origin=bank.origin)["token"]


def test_a_site_s_look_is_not_told_to_pages_of_another(door: Door, bank: Place) -> None:
    reply = door.request("GET", f"/api/v1/visitor/look?site_key={bank.key}", origin=SHOP)
    refused(reply, 403, "origin_forbidden")


def test_a_contact_goes_into_one_s_own_conversation_alone(
    door: Door, shop: Place, bank: Place
) -> None:
    session = door.open_session(shop.key)
    body = {"client_message_id": "contact-1", "email": "a@b.ru", "text": "x"}
    path = "/api/v1/visitor/contact"
    named = body | {"conversation_id": session["conversation_id"]}
    refused(door.request("POST", path, token=session["token"], json=named), 400, "invalid_payload")
    reply = door.request("POST", path, origin=bank.origin, token=session["token"], json=body)
    refused(reply, 403, "origin_forbidden")
    refused(door.request("POST", path, json=body), 401, "token_missing")
