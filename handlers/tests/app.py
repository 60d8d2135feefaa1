"""An authenticator app, links and people, as tests use them."""

import secrets
import time
from typing import Any

import httpx
import pyotp

from handlers.tests.conftest import Place
from handlers.tests.door import COOKIE, Door, SignedIn
from shared.tests.rows import PASSWORD

LOGIN = "/api/v1/auth/login"
NEW_PASSWORD = "kolibri-unter-dem-Regenbogen-7"


def code_of(secret: str, drift: int = 0) -> str:
    """What an app shows now, for some seconds yet; ``drift`` counts steps of 30 seconds."""
    if (left := 30 - time.time() % 30) < 3:
        time.sleep(left)
    return pyotp.TOTP(secret).at(int(time.time()) + 30 * drift)


def as_console(door: Door, path: str, body: object) -> httpx.Response:
    """Ask as a page of the console where nobody has signed in."""
    return door.request("POST", f"/api/v1/auth/{path}", origin=door.console, json=body)


def as_operator(
    door: Door,
    token: str,
    method: str,
    path: str,
    **more: Any,  # noqa: ANN401
) -> httpx.Response:
    """Ask with an access token."""
    return door.request(method, f"/api/v1{path}", origin=door.console, token=token, **more)


def first_step(door: Door, email: str, password: str = PASSWORD) -> dict[str, Any]:
    """Sign in with the password; returns what it led to."""
    reply = as_console(door, "login", {"email": email, "password": password})
    assert reply.status_code == 200, reply.text
    body: dict[str, Any] = reply.json()
    return body


def granted(reply: httpx.Response) -> SignedIn:
    """Read a grant."""
    assert reply.status_code == 200, reply.text
    return SignedIn(reply.json()["access_token"], reply.cookies[COOKIE], reply)


def invite(door: Door, place: Place, role: str = "operator", **changes: Any) -> tuple[str, str]:  # noqa: ANN401
    """Invite somebody new to a site; returns e-mail and the link's token."""
    email = changes.pop("email", f"{secrets.token_hex(6)}@{place.key}.example")
    body = {"email": email, "role": role, "locale": "ru", "site_ids": [str(place.id)]} | changes
    reply = door.call("POST", "/api/v1/people/invitations", place.admin, json=body)
    assert reply.status_code == 201, reply.text
    link = reply.json()["link"]
    head, _, token = link.partition("#")
    assert head == f"{door.console}/admin/invitation"
    return email, token


def accept(
    door: Door, token: str, password: str = NEW_PASSWORD, name: str = "Вера"
) -> httpx.Response:
    """Accept an invitation."""
    body = {"token": token, "name": name, "password": password, "locale": "ru"}
    return as_console(door, "invitation/accept", body)


def set_up(door: Door, token: str, password: str = PASSWORD) -> tuple[str, list[str]]:
    """Turn the second factor on; returns its secret and the recovery codes."""
    begun = as_operator(
        door, token, "POST", "/account/two-factor/setup", json={"password": password}
    )
    assert begun.status_code == 200, begun.text
    secret = begun.json()["secret"]
    confirmed = as_operator(
        door, token, "POST", "/account/two-factor/confirm", json={"code": code_of(secret, -1)}
    )
    assert confirmed.status_code == 200, confirmed.text
    return secret, confirmed.json()["codes"]
