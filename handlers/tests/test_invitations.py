"""A link brings one person in, once; it is in no log, no table and no list."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.app import (
    NEW_PASSWORD,
    accept,
    as_console,
    as_operator,
    first_step,
    granted,
    invite,
)
from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from shared.kernel.ids import uuid7
from shared.tests.rows import PASSWORD, new_operator, new_site

pytestmark = pytest.mark.services

INVITATIONS = "/api/v1/people/invitations"


def look(door: Door, token: str) -> Any:  # noqa: ANN401
    """What is behind a link."""
    return as_console(door, "invitation", {"token": token})


def open_ones(door: Door, place: Place) -> dict[str, dict[str, Any]]:
    """The open invitations, by e-mail."""
    items = door.call("GET", INVITATIONS, place.admin).json()["items"]
    return {item["email"]: item for item in items}


def test_the_invited_come_in_as_what_they_were_invited_to_be(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    email, token = invite(door, shop, role="supervisor")
    assert open_ones(door, shop)[email]["role"] == "supervisor"
    seen = look(door, token).json()
    assert (seen["email"], seen["sites"], seen["has_account"]) == (email, ["shop"], False)
    assert seen["invited_by"] == "Админ"
    signed_in = granted(accept(door, token))
    assert signed_in.reply.json()["operator"]["role"] == "supervisor"
    account = as_operator(door, signed_in.token, "GET", "/account").json()
    assert (account["name"], account["sites"]) == ("Вера", ["shop"])
    assert "access_token" in first_step(door, email, NEW_PASSWORD)
    # It was good once, and is in no list, log or table.
    refused(look(door, token), 404, "link_invalid")
    refused(accept(door, token), 404, "link_invalid")
    assert email not in open_ones(door, shop)
    assert token not in door.logged()
    rows = connection.execute("SELECT invitations::text FROM invitations").fetchall()
    assert rows
    assert not any(token in row[0] for row in rows)
    audit = door.call("GET", "/api/v1/audit", shop.admin).text
    assert token not in audit
    assert "operator.joined" in audit


def test_one_of_many_who_accept_at_once_comes_in(door: Door, shop: Place) -> None:
    _, token = invite(door, shop)
    with ThreadPoolExecutor(4) as pool:
        replies = list(pool.map(lambda _: accept(door, token), range(4)))
    assert sorted(reply.status_code for reply in replies) == [200, 404, 404, 404]


def test_a_renewed_or_revoked_link_and_one_that_has_run_out_are_worthless(
    door: Door, shop: Place, connection: Connection[Any]
) -> None:
    email, old = invite(door, shop)
    invitation_id = open_ones(door, shop)[email]["id"]
    renewed = door.call("POST", f"{INVITATIONS}/{invitation_id}/renew", shop.admin).json()
    new = renewed["link"].partition("#")[2]
    refused(look(door, old), 404, "link_invalid")
    assert look(door, new).status_code == 200
    connection.execute(
        "UPDATE invitations SET expires_at = now() - interval '1 s' WHERE id = %s", (invitation_id,)
    )
    refused(accept(door, new), 404, "link_invalid")
    assert email in open_ones(door, shop)  # it can be renewed
    renewed = door.call("POST", f"{INVITATIONS}/{invitation_id}/renew", shop.admin).json()
    last = renewed["link"].partition("#")[2]
    reply = door.call("DELETE", f"{INVITATIONS}/{invitation_id}", shop.admin)
    assert reply.status_code == 204
    refused(accept(door, last), 404, "link_invalid")
    refused(door.call("DELETE", f"{INVITATIONS}/{invitation_id}", shop.admin), 404, "not_found")


def test_inviting_an_address_again_replaces_the_link(door: Door, shop: Place) -> None:
    email, first = invite(door, shop)
    _, second = invite(door, shop, email=email.upper())
    refused(look(door, first), 404, "link_invalid")
    assert look(door, second).status_code == 200


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("короткий", "password_length"),
        ("x" * 129, "password_length"),
        ("qwertyuiop12", "password_common"),
        ("пароль123456", "password_common"),
        ("gfhjkmgfhjkm", "password_common"),  # «парольпароль» on the other layout
        ("йцукенгшщзхъ", "password_common"),
        ("Password2024!", "password_common"),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused_and_uses_nothing_up(
    door: Door, shop: Place, password: str, code: str
) -> None:
    _, token = invite(door, shop)
    refused(accept(door, token, password), 400, code)
    assert look(door, token).status_code == 200


def test_a_password_must_not_hold_the_e_mail(door: Door, shop: Place) -> None:
    email, token = invite(door, shop)
    for password in (f"my-{email}", f"{email.partition('@')[0].upper()}-на-крыше"):
        refused(accept(door, token, password), 400, "password_personal")


def test_only_sites_of_one_s_own_can_be_given_and_only_to_who_is_not_there(
    door: Door, shop: Place, bank: Place
) -> None:
    body = {"email": f"{uuid7()}@x.example", "role": "operator", "locale": "ru"}
    for sites in ([str(bank.id)], [str(shop.id), str(bank.id)], [str(uuid7())]):
        reply = door.call("POST", INVITATIONS, shop.admin, json=body | {"site_ids": sites})
        refused(reply, 404, "site_unknown")
    wrongs: list[dict[str, Any]] = [
        {"site_ids": []},
        {"role": "owner"},
        {"email": "x"},
        {"more": 1},
    ]
    for wrong in wrongs:
        sent = body | {"site_ids": [str(shop.id)]} | wrong
        refused(door.call("POST", INVITATIONS, shop.admin, json=sent), 400, "invalid_payload")
    here = body | {"site_ids": [str(shop.id)], "email": shop.operator.upper()}
    refused(door.call("POST", INVITATIONS, shop.admin, json=here), 409, "email_taken")


def test_an_invitation_gives_no_role_that_nobody_here_has_granted(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    email = f"{uuid7()}@bank.example"
    operator_id = new_operator(connection, bank.id, email=email, role="operator", name="Мэлори")
    _, token = invite(door, shop, email=email)
    # They rise elsewhere before they come.
    connection.execute("UPDATE operators SET role = 'admin' WHERE id = %s", (operator_id,))
    refused(accept(door, token, PASSWORD), 409, "role_above_invitation")
    there = "SELECT site_id FROM operator_sites WHERE operator_id = %s"
    assert connection.execute(there, (operator_id,)).fetchall() == [(bank.id,)]
    _, token = invite(door, shop, role="admin", email=email)
    assert granted(accept(door, token, PASSWORD)).token


def test_a_password_link_opens_nothing_that_its_maker_has_no_say_in(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    email = f"{uuid7()}@shop.example"
    operator_id = new_operator(connection, shop.id, email=email, role="operator", name="Зоя")
    made = door.call("POST", f"/api/v1/people/{operator_id}/password-link", shop.admin)
    assert made.status_code == 200, made.text
    link = made.json()["link"].partition("#")[2]
    _, token = invite(door, bank, email=email)
    granted(accept(door, token, PASSWORD))
    body = {"token": link, "password": NEW_PASSWORD}
    refused(as_console(door, "password-link/use", body), 404, "link_invalid")


def test_somebody_of_another_site_accepts_with_their_own_password_and_stays_who_they_are(
    door: Door, shop: Place, bank: Place, connection: Connection[Any]
) -> None:
    email = f"{uuid7()}@bank.example"
    new_operator(connection, bank.id, email=email, role="operator", name="Глеб")
    _, token = invite(door, shop, role="admin", email=email)  # nothing tells that they exist
    assert look(door, token).json()["has_account"] is True
    refused(accept(door, token, NEW_PASSWORD), 400, "password_wrong")
    signed_in = granted(accept(door, token, PASSWORD, name="Другой"))
    account = as_operator(door, signed_in.token, "GET", "/account").json()
    assert (account["name"], account["role"]) == ("Глеб", "operator")
    assert account["sites"] == ["bank", "shop"]
    # Shared with another site, they are changed here in their sites alone.
    found = door.call("GET", "/api/v1/people", shop.admin, params={"text": email}).json()["items"]
    assert [site["name"] for site in found[0]["sites"]] == ["shop"]
    assert found[0]["is_shared"] is True
    path = f"/api/v1/people/{found[0]['id']}"
    for body in ({"role": "admin"}, {"disabled": True}, {"name": "Никто"}):
        refused(door.call("PATCH", path, shop.admin, json=body), 403, "shared_operator")
    for method, rest in (
        ("POST", "/password-link"),
        ("DELETE", "/two-factor"),
        ("GET", "/sessions"),
        ("DELETE", "/sessions"),
        ("DELETE", f"/sessions/{uuid7()}"),
    ):
        refused(door.call(method, path + rest, shop.admin), 403, "shared_operator")
    assert door.call("PATCH", path, shop.admin, json={"site_ids": []}).json()["sites"] == []
    refused(door.call("PATCH", path, shop.admin, json={"site_ids": []}), 404, "not_found")
    assert as_operator(door, signed_in.token, "GET", "/account").json()["sites"] == ["bank"]


def test_what_an_administrator_gave_out_is_worthless_once_they_may_not(
    door: Door, connection: Connection[Any]
) -> None:
    site_id = new_site(connection, origins=("https://one.example",))
    emails = [f"{uuid7()}@one.example" for _ in range(2)]
    ids = [new_operator(connection, site_id, email=email) for email in emails]
    body = {
        "email": f"{uuid7()}@one.example", "role": "admin", "locale": "en",
        "site_ids": [str(site_id)],
    }  # fmt: skip
    token = door.call("POST", INVITATIONS, emails[0], json=body).json()["link"].partition("#")[2]
    assert look(door, token).status_code == 200
    change = {"role": "operator"}
    assert door.call("PATCH", f"/api/v1/people/{ids[0]}", emails[1], json=change).status_code == 200
    refused(accept(door, token), 404, "link_invalid")
    assert door.call("GET", INVITATIONS, emails[1]).json()["items"] == []
