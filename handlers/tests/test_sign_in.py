"""Operators: signed in by password, kept in by a rotating cookie, put out everywhere at once."""

import time
from http.cookies import SimpleCookie
from typing import Any

import httpx
import pytest
from psycopg import Connection

from handlers.tests.conftest import Place
from handlers.tests.door import COOKIE, Door
from handlers.tests.test_http import refused
from handlers.tests.wire import Socket
from shared.auth.passwords import hash_password
from shared.kernel.ids import uuid7
from shared.tests.rows import PASSWORD, new_operator

pytestmark = pytest.mark.services

LOGIN = "/api/v1/auth/login"


@pytest.fixture
def email(connection: Connection[Any], shop: Place) -> str:
    """An operator of the test's own, for sign-ins are counted by account."""
    address = f"{uuid7()}@shop.example"
    new_operator(connection, shop.id, email=address)
    return address


def me(door: Door, token: str) -> int:
    """Ask who is signed in; returns the status."""
    return door.request("GET", "/api/v1/auth/me", origin=door.console, token=token).status_code


def test_the_right_password_signs_in_whatever_the_case_of_the_e_mail(
    door: Door, email: str
) -> None:
    signed_in = door.sign_in(email.upper())
    body = signed_in.reply.json()
    assert body["operator"]["email"] == email
    assert body["expires_in"] == 900
    assert me(door, signed_in.token) == 200


def test_a_wrong_password_and_an_unknown_operator_are_told_alike(door: Door, email: str) -> None:
    replies = [
        door.request(
            "POST", LOGIN, origin=door.console, json={"email": address, "password": "wrong"}
        )
        for address in (email, f"nobody-{email}")
    ]
    for reply in replies:
        refused(reply, 401, "credentials_wrong")
        assert "set-cookie" not in reply.headers
    first, second = (
        {key: value for key, value in reply.json().items() if key != "request_id"}
        for reply in replies
    )
    assert first == second


@pytest.mark.parametrize(
    "body",
    [
        {"email": ["a@b.example"], "password": "x"},
        {"email": {"$gt": ""}, "password": {"$gt": ""}},
        {"email": "a@b.example"},
        {"email": "a@b.example", "password": ""},
        {"email": "a@b.example", "password": None},
        {"email": "a@b.example", "password": "x" * 1_025},
        {"email": "' OR 1=1 --", "password": "x"},
        {"email": "a@b.example", "password": "x", "role": "admin"},
    ],
)
def test_a_sign_in_of_wrong_types_is_refused(door: Door, body: object) -> None:
    refused(door.request("POST", LOGIN, origin=door.console, json=body), 400, "invalid_payload")


def guess(door: Door, email: str, what: str = "guess") -> httpx.Response:
    """Try a password, from an address of its own."""
    body = {"email": email, "password": what}
    return door.request("POST", LOGIN, origin=door.console, json=body)


@pytest.mark.parametrize("known", [True, False], ids=["an operator", "nobody"])
def test_guessing_is_slowed_down_more_and_more_wherever_it_comes_from(
    door: Door, email: str, *, known: bool
) -> None:
    """Whether there is such an account cannot be told from it."""
    account = email if known else f"nobody-{email}"
    assert [guess(door, account).status_code for _ in range(5)] == [401] * 5
    waits = []
    for _ in range(2):
        reply = guess(door, account.upper())  # the same account in other letters
        refused(reply, 429, "rate_limited", retryable=True)
        waits.append(reply.json()["retry_after"])
        assert reply.headers["Retry-After"] == str(waits[-1])
        time.sleep(waits[-1])
        assert guess(door, account).status_code == 401
    assert waits[0] <= 2 < waits[1] <= 4
    # Counted before the answer is known: the right password does not get through either.
    assert guess(door, account, PASSWORD).status_code == 429


def test_a_right_password_forgives_the_wrong_ones_before_it(door: Door, email: str) -> None:
    for _ in range(3):
        assert [guess(door, email).status_code for _ in range(4)] == [401] * 4
        door.sign_in(email)


def test_an_unknown_account_is_refused_as_slowly_as_a_known_one(
    door: Door, email: str, connection: Connection[Any]
) -> None:
    """Without a hash to check, the answer would come 50 times as fast."""
    real = hash_password("as dear as those of people")
    connection.execute("UPDATE operators SET password_hash = %s WHERE email = %s", (real, email))
    times: dict[bool, list[float]] = {True: [], False: []}
    for number in range(4):
        for known in (True, False):
            began = time.perf_counter()
            guess(door, email if known else f"nobody-{number}-{email}")
            times[known].append(time.perf_counter() - began)
    assert 0.5 < min(times[True]) / min(times[False]) < 2


def test_the_refresh_cookie_has_every_attribute_that_keeps_it_safe(door: Door, email: str) -> None:
    reply = door.sign_in(email).reply
    morsel = SimpleCookie(reply.headers["set-cookie"])[COOKIE]
    assert COOKIE.startswith("__Host-")
    assert morsel["httponly"]
    assert morsel["secure"]
    assert morsel["samesite"].lower() == "strict"
    assert morsel["path"] == "/"
    assert morsel["domain"] == ""
    assert int(morsel["max-age"]) == 14 * 24 * 3600
    assert morsel.value not in reply.text
    assert reply.headers["cache-control"] == "no-store"


def test_the_cookie_is_traded_for_a_new_one_and_a_new_token(door: Door, email: str) -> None:
    signed_in = door.sign_in(email)
    reply = door.refresh(signed_in.cookie)
    assert reply.status_code == 200
    assert reply.cookies[COOKIE] != signed_in.cookie
    assert me(door, reply.json()["access_token"]) == 200


@pytest.mark.parametrize("cookie", ["", "x", "x" * 129, "x" * 5_000])
def test_a_cookie_that_is_none_of_ours_is_worth_nothing(door: Door, cookie: str) -> None:
    assert door.refresh(cookie).status_code == 401


async def test_a_cookie_used_twice_ends_the_sign_in_with_its_tokens_and_sockets(
    door: Door, email: str
) -> None:
    signed_in = door.sign_in(email)
    other = door.sign_in(email)
    async with await Socket.operator(door, signed_in.token) as socket:
        newer = door.refresh(signed_in.cookie)
        refused(door.refresh(signed_in.cookie), 401, "session_revoked")
        await socket.closed(5)
    refused(door.refresh(newer.cookies[COOKIE]), 401, "session_revoked")
    assert me(door, signed_in.token) == 401
    assert me(door, newer.json()["access_token"]) == 401
    assert me(door, other.token) == 200


async def test_signing_out_closes_the_sockets_and_leaves_the_token_worthless(
    door: Door, email: str
) -> None:
    signed_in, other = door.sign_in(email), door.sign_in(email)
    async with (
        await Socket.operator(door, signed_in.token) as socket,
        await Socket.operator(door, other.token) as bystander,
    ):
        began = time.monotonic()
        reply = door.request(
            "POST", "/api/v1/auth/logout", origin=door.console, token=signed_in.token
        )
        assert reply.status_code == 204
        await socket.closed(5)
        assert time.monotonic() - began < 5
        assert (await bystander.ask("/operator", "x.y"))["error"]["code"] == "unknown_event"
    assert SimpleCookie(reply.headers["set-cookie"])[COOKIE]["max-age"] == "0"
    assert me(door, signed_in.token) == 401
    refused(door.refresh(signed_in.cookie), 401, "session_revoked")
    async with await Socket.open(door, origin=door.console) as again:
        frame = await again.join("/operator", {"token": signed_in.token})
        assert frame.startswith("44/operator,")
        assert "session_revoked" in frame


def test_a_disabled_operator_is_out_at_once(
    door: Door, email: str, connection: Connection[Any]
) -> None:
    signed_in = door.sign_in(email)
    connection.execute("UPDATE operators SET disabled_at = now() WHERE email = %s", (email,))
    assert me(door, signed_in.token) == 401
    assert door.refresh(signed_in.cookie).status_code == 401
    reply = door.request("POST", LOGIN, origin=door.console, json={"email": email, "password": "x"})
    refused(reply, 401, "credentials_wrong")


def test_an_operator_stores_no_documents(door: Door, shop: Place) -> None:
    body = {"site_key": shop.key, "agent": "network", "name": "vpn.md", "text": "# VPN\n\nШаги."}
    path = "/api/v1/knowledge/documents"
    reply = door.request(
        "PUT", path, origin=door.console, token=door.token(shop.operator), json=body
    )
    refused(reply, 403, "forbidden")
    reply = door.request("PUT", path, origin=door.console, token=door.token(shop.admin), json=body)
    assert reply.status_code == 200, reply.text
    for wrong in ({"agent": "nobody"}, {"text": "a\x00b"}, {"name": "../x"}, {"site_key": "x" * 9}):
        reply = door.request(
            "PUT", path, origin=door.console, token=door.token(shop.admin), json=body | wrong
        )
        assert reply.status_code in (400, 404), wrong
