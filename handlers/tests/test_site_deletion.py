"""A site is deleted: from then on nobody reaches anything of it, and others notice nothing."""

import secrets
from dataclasses import replace
from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.app import accept, as_console, invite
from handlers.tests.conftest import Place
from handlers.tests.door import SHOP, Door
from handlers.tests.test_http import refused
from handlers.tests.test_keys import make, use
from handlers.tests.wire import Socket, client_id
from shared.kernel.ids import uuid7
from shared.tests.rows import PASSWORD, new_operator, new_site

pytestmark = pytest.mark.services


@pytest.fixture
def doomed(connection: Connection[Any], bank: Place) -> Place:
    """A site whose administrator works for the bank, too, with two operators of its own."""
    mark = secrets.token_hex(4)
    key = f"doomed-{mark}"
    site_id = new_site(connection, site_key=key, origins=(SHOP,), name="Обречённый сайт")
    emails = [f"{who}-{mark}@doomed.example" for who in ("admin", "anna", "boris")]
    for email, role in zip(emails, ("admin", "operator", "operator"), strict=True):
        new_operator(connection, site_id, email=email, role=role)
    connection.execute(
        "INSERT INTO operator_sites (operator_id, site_id)"
        " SELECT id, %s FROM operators WHERE email = ANY(%s)",
        (bank.id, [emails[0], emails[2]]),
    )
    return Place(site_id, key, SHOP, *emails)


def delete(door: Door, place: Place, name: str = "Обречённый сайт", by: str = "") -> httpx.Response:
    path = f"/api/v1/sites/{place.id}/deletion"
    return door.call("POST", path, by or place.admin, json={"name": name})


async def test_from_its_deletion_on_nobody_reaches_a_site(
    door: Door, second_door: Door, doomed: Place, bank: Place, connection: Connection[Any]
) -> None:
    session = door.open_session(doomed.key)
    conversation_id, token = session["conversation_id"], session["token"]
    ours = make(door, doomed, ["conversations.read"])["key"]
    shared = make(door, doomed, ["knowledge.read"], site_ids=[str(doomed.id), str(bank.id)])["key"]
    _, invitation = invite(door, doomed)
    hook = {
        "site_id": str(doomed.id),
        "url": "https://example.com/hook",
        "events": ["message.created"],
    }
    assert door.call("POST", "/api/v1/webhooks", doomed.admin, json=hook).status_code == 201
    left_out = door.sign_in(doomed.operator)
    async with (
        await Socket.visitor(door, token) as here,
        await Socket.visitor(second_door, token) as elsewhere,
        await Socket.operator(door, left_out.token) as console,
        await Socket.operator(second_door, door.token(doomed.colleague)) as other,
    ):
        said = {"client_message_id": client_id(), "text": "x"}
        assert (await here.ask("/visitor", "message.send", said))["ok"]
        connection.execute(
            "UPDATE conversations SET last_seq = 1 WHERE id = %s", (conversation_id,)
        )
        assert delete(door, doomed).status_code == httpx.codes.NO_CONTENT
        for socket in (here, elsewhere, console, other):
            await socket.closed(5)

    # Visitors: as where there is no such site, on every handler.
    for one in (door, second_door):
        async with await Socket.open(one) as late:
            assert "site_unknown" in await late.join("/visitor", {"token": token})
        body = {"site_key": doomed.key}
        refused(one.request("POST", "/api/v1/visitor/sessions", json=body), 404, "site_unknown")
        look = one.request("GET", f"/api/v1/visitor/look?site_key={doomed.key}")
        refused(look, 404, "site_unknown")
        refused(one.request("GET", "/api/v1/visitor/messages", token=token), 404, "site_unknown")

    # Its people: who has another site has that one alone; who has none is out.
    signing = as_console(door, "login", {"email": doomed.operator, "password": PASSWORD})
    refused(signing, 401, "credentials_wrong")
    refused(door.refresh(left_out.cookie), 401, "session_revoked")
    path = f"/api/v1/conversations/{conversation_id}"
    for email in (doomed.admin, doomed.colleague):
        refused(door.call("GET", path, email), 404, "conversation_not_found")
        page = door.call("GET", "/api/v1/conversations", email)
        assert conversation_id not in page.text
    refused(door.call("GET", f"/api/v1/sites/{doomed.id}", doomed.admin), 404, "not_found")
    assert str(doomed.id) not in door.call("GET", "/api/v1/sites", doomed.admin).text
    assert str(doomed.id) not in door.call("GET", "/api/v1/webhooks", doomed.admin).text

    # Keys and links.
    refused(use(door, ours, "/api/v1/conversations"), 401, "token_invalid")
    documents = "/api/v1/knowledge/documents?site_key="
    refused(use(door, shared, documents + doomed.key), 404, "site_unknown")
    assert use(door, shared, documents + bank.key).status_code == httpx.codes.OK
    refused(accept(door, invitation), 404, "link_invalid")

    # It stands where another administrator reads it, and is done once.
    log = door.call("GET", "/api/v1/audit?action=site.deleted", bank.admin).json()["items"]
    assert [(one["subject"], one["name"]) for one in log if one["subject"] == str(doomed.id)] == [
        (str(doomed.id), "Обречённый сайт")
    ]
    refused(delete(door, doomed), 404, "not_found")
    assert door.open_session(bank.key, origin=bank.origin)["token"]


def test_it_is_deleted_by_its_name_by_an_administrator_of_it_alone(
    door: Door, doomed: Place, shop: Place, connection: Connection[Any]
) -> None:
    for name in ("обречённый сайт", "Обречённый", "shop"):
        refused(delete(door, doomed, name), 400, "site_name_wrong")
    refused(delete(door, doomed, by=doomed.operator), 403, "forbidden")
    for target in (doomed, replace(doomed, id=uuid7())):
        refused(delete(door, target, by=shop.admin), 404, "not_found")
    row = connection.execute(
        "SELECT deleted_at, disabled_at FROM sites WHERE id = %s", (doomed.id,)
    ).fetchone()
    assert row == (None, None)
    assert door.open_session(doomed.key)["token"]


def test_the_only_site_of_an_administrator_is_not_deleted(
    door: Door, doomed: Place, connection: Connection[Any]
) -> None:
    connection.execute(
        "DELETE FROM operator_sites WHERE site_id <> %s AND operator_id ="
        " (SELECT id FROM operators WHERE email = %s)",
        (doomed.id, doomed.admin),
    )
    refused(delete(door, doomed), 409, "last_site")
    row = connection.execute("SELECT deleted_at FROM sites WHERE id = %s", (doomed.id,)).fetchone()
    assert row == (None,)
    assert door.open_session(doomed.key)["token"]
