"""What operators see and change of themselves."""

from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.app import NEW_PASSWORD, as_operator, first_step
from handlers.tests.conftest import Place
from handlers.tests.door import Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket
from shared.kernel.ids import uuid7
from shared.tests.rows import PASSWORD, new_operator

pytestmark = pytest.mark.services

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"


@pytest.fixture
def email(connection: Connection[Any], shop: Place) -> str:
    """An operator of the test's own."""
    address = f"{uuid7()}@shop.example"
    new_operator(connection, shop.id, email=address, role="operator")
    return address


def test_name_and_language_are_one_s_own_to_change_and_nothing_else(door: Door, email: str) -> None:
    token = door.sign_in(email).token
    account = as_operator(
        door, token, "PATCH", "/account", json={"name": " Вера\u0007\n ", "locale": "en"}
    )
    assert (account.json()["name"], account.json()["locale"]) == ("Вера", "en")
    for body in ({"role": "admin"}, {"email": "x@y.z"}, {"disabled_at": None}, {"name": " "}):
        reply = as_operator(door, token, "PATCH", "/account", json=body)
        refused(reply, 400, "invalid_payload")
    assert as_operator(door, token, "GET", "/auth/me").json()["name"] == "Вера"


def test_another_password_takes_the_old_one_and_ends_other_sign_ins(door: Door, email: str) -> None:
    own, other = door.sign_in(email), door.sign_in(email)
    path = "/account/password"
    for body, code in (
        ({"old": "wrong", "new": NEW_PASSWORD}, "password_wrong"),
        ({"old": PASSWORD, "new": "short"}, "password_length"),
        ({"old": PASSWORD, "new": "пароль123456"}, "password_common"),
        ({"old": PASSWORD, "new": f"a{email}"}, "password_personal"),
    ):
        refused(as_operator(door, own.token, "POST", path, json=body), 400, code)
    assert as_operator(door, other.token, "GET", "/auth/me").status_code == 200
    body = {"old": PASSWORD, "new": NEW_PASSWORD}
    assert as_operator(door, own.token, "POST", path, json=body).status_code == 204
    assert as_operator(door, own.token, "GET", "/auth/me").status_code == 200
    assert as_operator(door, other.token, "GET", "/auth/me").status_code == 401
    assert as_operator(door, own.token, "GET", "/account").json()["password_at"]
    assert "access_token" in first_step(door, email, NEW_PASSWORD)
    assert NEW_PASSWORD not in door.logged()


def test_guessing_the_old_password_is_slowed_down(door: Door, email: str) -> None:
    token = door.sign_in(email).token
    body = {"old": "wrong", "new": NEW_PASSWORD}
    replies = [as_operator(door, token, "POST", "/account/password", json=body) for _ in range(6)]
    assert [reply.status_code for reply in replies] == [400] * 5 + [429]


async def test_sign_ins_are_listed_and_end_one_by_one_or_all_but_this(
    door: Door, email: str
) -> None:
    login = {"email": email, "password": PASSWORD}
    sent = {"User-Agent": FIREFOX, "X-Forwarded-For": "10.7.7.7"}
    elsewhere = door.request(
        "POST", "/api/v1/auth/login", origin=door.console, json=login, headers=sent
    ).json()["access_token"]
    own, third = door.sign_in(email), door.sign_in(email)
    listed = as_operator(door, own.token, "GET", "/account/sessions").json()["items"]
    assert len(listed) == 3
    assert [one["current"] for one in listed] == [False, True, False]
    told = listed[2]
    assert (told["browser"], told["system"]) == ("Firefox 140", "Linux")
    assert told["address"] == "10.7.7.7"
    async with await Socket.operator(door, elsewhere) as socket:
        path = f"/account/sessions/{told['id']}"
        assert as_operator(door, own.token, "DELETE", path).status_code == 204
        await socket.closed(5)
    refused(as_operator(door, own.token, "DELETE", path), 404, "not_found")
    assert as_operator(door, elsewhere, "GET", "/auth/me").status_code == 401
    assert as_operator(door, third.token, "GET", "/auth/me").status_code == 200
    assert as_operator(door, own.token, "DELETE", "/account/sessions").status_code == 204
    assert as_operator(door, third.token, "GET", "/auth/me").status_code == 401
    left = as_operator(door, own.token, "GET", "/account/sessions").json()["items"]
    assert [one["current"] for one in left] == [True]


def test_a_refresh_tells_where_it_was_used_last(door: Door, email: str) -> None:
    signed_in = door.sign_in(email)
    renewed = door.request(
        "POST",
        "/api/v1/auth/refresh",
        origin=door.console,
        headers={"Cookie": f"__Host-otvet-refresh={signed_in.cookie}", "User-Agent": FIREFOX},
    )
    token = renewed.json()["access_token"]
    listed = as_operator(door, token, "GET", "/account/sessions").json()["items"]
    assert [one["browser"] for one in listed] == ["Firefox 140"]
    assert listed[0]["used_at"] > listed[0]["created_at"]


def test_nobody_ends_another_s_sign_in_by_its_id(door: Door, email: str, shop: Place) -> None:
    own, theirs = door.sign_in(email), door.sign_in(shop.colleague)
    listed = as_operator(door, theirs.token, "GET", "/account/sessions").json()["items"]
    for one in listed:
        reply = as_operator(door, own.token, "DELETE", f"/account/sessions/{one['id']}")
        refused(reply, 404, "not_found")
    assert as_operator(door, theirs.token, "GET", "/auth/me").status_code == 200
