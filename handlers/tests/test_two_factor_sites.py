"""A site that requires the second factor holds back its own data, and nobody from another site."""

from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.app import as_operator, first_step, set_up
from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.test_keys import KEYS, make, use
from handlers.tests.wire import Socket
from shared.kernel.ids import uuid7
from shared.tests.rows import new_conversation, new_operator, new_site

pytestmark = pytest.mark.services


@pytest.fixture
def strict(connection: Connection[Any]) -> Place:
    """A site that requires a second factor of everybody, with an administrator who has one."""
    key = f"strict-{uuid7().hex}"
    site_id = new_site(connection, site_key=key, name="Строгий")
    admin = f"{key}@strict.example"
    new_operator(connection, site_id, email=admin)
    return Place(site_id, key, "https://shop.example.com", admin, admin, admin)


@pytest.fixture
def both(connection: Connection[Any], strict: Place, shop: Place) -> Iterator[str]:
    """The e-mail of an administrator of both sites."""
    email = f"{uuid7().hex}@both.example"
    operator_id = new_operator(connection, shop.id, email=email, name="Общий")
    connection.execute(
        "INSERT INTO operator_sites (operator_id, site_id) VALUES (%s, %s)",
        (operator_id, strict.id),
    )
    yield email
    connection.execute("DELETE FROM operators WHERE id = %s", (operator_id,))


def require(connection: Connection[Any], site: Place) -> None:
    connection.execute("UPDATE sites SET two_factor_required = true WHERE id = %s", (site.id,))


async def test_who_has_no_second_factor_enters_the_other_sites_and_not_this_one(
    door: Door, strict: Place, shop: Place, both: str, connection: Connection[Any]
) -> None:
    there, here = (new_conversation(connection, place.id) for place in (strict, shop))
    conversations = "/conversations/"
    boss = door.sign_in(strict.admin).token
    secret, _ = set_up(door, boss)
    assert secret
    before = door.sign_in(both).token
    assert as_operator(door, before, "GET", f"{conversations}{there}").status_code == 200
    async with await Socket.operator(door, before) as socket:
        body = {"required": True}
        path = f"/people/two-factor/{strict.id}"
        assert as_operator(door, boss, "PUT", path, json=body).status_code == 200
        await socket.closed(5)

    token = first_step(door, both)["access_token"]
    for one in (before, token):
        reply = as_operator(door, one, "GET", f"{conversations}{there}")
        refused(reply, 404, "conversation_not_found")
        assert as_operator(door, one, "GET", f"{conversations}{here}").status_code == 200
        refused(as_operator(door, one, "GET", f"/sites/{strict.id}"), 404, "not_found")
        refused(as_operator(door, one, "PUT", path, json={"required": False}), 404, "site_unknown")
    account = as_operator(door, token, "GET", "/account").json()
    assert account["sites"] == ["shop"]
    assert account["two_factor"]["held_sites"] == ["Строгий"]
    async with await Socket.operator(door, token) as socket:
        asked = {"conversation_id": str(there)}
        refusal = await socket.ask("/operator", "conversation.open", asked)
        assert refusal["error"]["code"] == "conversation_not_found"
        # Set up, it opens the site at once, also for what is open already.
        set_up(door, token)
        await socket.closed(5)
    assert as_operator(door, token, "GET", f"{conversations}{there}").status_code == 200
    account = as_operator(door, token, "GET", "/account").json()
    assert account["sites"] == ["shop", "Строгий"]
    assert account["two_factor"]["held_sites"] == []


def test_who_is_held_out_is_given_nothing_of_the_site(
    door: Door, strict: Place, both: str, connection: Connection[Any]
) -> None:
    boss = door.sign_in(strict.admin).token
    set_up(door, boss)
    conversation_id = new_conversation(connection, strict.id)
    people = f"/conversations/{conversation_id}/people"

    def mentionable() -> list[str]:
        found = as_operator(door, boss, "GET", people).json()["items"]
        return [one["name"] for one in found]

    assert "Общий" in mentionable()
    require(connection, strict)
    assert "Общий" not in mentionable()


def test_a_key_opens_no_site_that_its_maker_may_not_enter(
    door: Door, strict: Place, shop: Place, both: str, connection: Connection[Any]
) -> None:
    maker = Place(shop.id, shop.key, shop.origin, both, both, both)
    sites = [str(shop.id), str(strict.id)]
    made = make(door, maker, ["knowledge.read"], site_ids=sites)
    path = "/api/v1/knowledge/documents?site_key="
    assert use(door, made["key"], path + strict.key).status_code == 200
    require(connection, strict)
    refused(use(door, made["key"], path + strict.key), 404, "site_unknown")
    assert use(door, made["key"], path + shop.key).status_code == 200
    door.forget_token(both)
    shown = [one for one in door.call("GET", KEYS, both).json()["items"] if one["name"] == "CRM"]
    mine = next(one for one in shown if one["id"] == made["info"]["id"])
    assert mine["opens_others"] is True
