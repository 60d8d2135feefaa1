"""The second step of a sign-in: a code of the app, once, or a recovery code, once."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from psycopg import Connection

from handlers.tests.app import (
    as_console,
    as_operator,
    code_of,
    first_step,
    granted,
    set_up,
)
from handlers.tests.conftest import Place
from handlers.tests.door import SECRET, Door
from handlers.tests.test_http import refused
from shared.auth.tokens import Ticket, Tokens
from shared.kernel.ids import uuid7
from shared.tests.rows import PASSWORD, new_operator

pytestmark = pytest.mark.services

TOKENS = Tokens(SECRET, timedelta(days=1), timedelta(minutes=15))


@pytest.fixture
def email(connection: Connection[Any], shop: Place) -> str:
    """An operator of the test's own."""
    address = f"{uuid7()}@shop.example"
    new_operator(connection, shop.id, email=address, role="operator")
    return address


def test_with_a_second_factor_the_password_alone_opens_nothing(door: Door, email: str) -> None:
    secret, codes = set_up(door, door.sign_in(email).token)
    assert len(set(codes)) == 10
    begun = first_step(door, email)
    assert set(begun) == {"ticket", "setup_required", "expires_in"}
    assert begun["setup_required"] is False
    assert as_operator(door, begun["ticket"], "GET", "/auth/me").status_code == 401
    signed_in = granted(
        as_console(door, "two-factor", {"ticket": begun["ticket"], "code": code_of(secret)})
    )
    assert as_operator(door, signed_in.token, "GET", "/auth/me").json()["email"] == email


def test_a_code_is_good_once_also_for_many_at_once(door: Door, email: str) -> None:
    secret, _ = set_up(door, door.sign_in(email).token)
    code = code_of(secret)
    tickets = [first_step(door, email)["ticket"] for _ in range(4)]

    def use(ticket: str) -> int:
        body = {"ticket": ticket, "code": f"{code[:3]} {code[3:]}"}  # as apps show it
        return as_console(door, "two-factor", body).status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(use, tickets)) == [200, 401, 401, 401]
    # The one of the set-up is used up, too; and an older one than the newest used.
    for drift in (0, -1):
        body = {"ticket": tickets[0], "code": code_of(secret, drift)}
        refused(as_console(door, "two-factor", body), 401, "code_wrong")


def test_a_recovery_code_is_good_once_however_it_is_typed(door: Door, email: str) -> None:
    _, codes = set_up(door, door.sign_in(email).token)
    typed = codes[0].upper().replace("-", " ")
    ticket = first_step(door, email)["ticket"]
    token = granted(as_console(door, "two-factor", {"ticket": ticket, "code": typed})).token
    refused(as_console(door, "two-factor", {"ticket": ticket, "code": codes[0]}), 401, "code_wrong")
    state = as_operator(door, token, "GET", "/account").json()["two_factor"]
    assert state["recovery_codes_left"] == 9
    renewed = as_operator(
        door, token, "POST", "/account/two-factor/recovery-codes", json={"password": PASSWORD}
    ).json()["codes"]
    refused(as_console(door, "two-factor", {"ticket": ticket, "code": codes[1]}), 401, "code_wrong")
    granted(as_console(door, "two-factor", {"ticket": ticket, "code": renewed[0]}))


def test_guessing_codes_is_slowed_down(door: Door, email: str) -> None:
    secret, _ = set_up(door, door.sign_in(email).token)
    ticket = first_step(door, email)["ticket"]
    wrong = f"{(int(code_of(secret)) + 1) % 1_000_000:06}"
    for _ in range(5):
        refused(
            as_console(door, "two-factor", {"ticket": ticket, "code": wrong}), 401, "code_wrong"
        )
    body = {"ticket": ticket, "code": code_of(secret)}
    refused(as_console(door, "two-factor", body), 429, "rate_limited", retryable=True)
    time.sleep(2)
    granted(as_console(door, "two-factor", body | {"code": code_of(secret)}))


def test_setting_up_asks_for_the_password_and_a_code_and_ends_other_sign_ins(
    door: Door, email: str
) -> None:
    own, other = door.sign_in(email), door.sign_in(email)
    path = "/account/two-factor/setup"
    reply = as_operator(door, own.token, "POST", path, json={"password": "wrong"})
    refused(reply, 400, "password_wrong")
    refused(
        as_operator(
            door, own.token, "POST", "/account/two-factor/confirm", json={"code": "123456"}
        ),
        409,
        "two_factor_state",
    )
    begun = as_operator(door, own.token, "POST", path, json={"password": PASSWORD})
    assert begun.headers["Cache-Control"] == "no-store"
    assert begun.json()["uri"].startswith("otpauth://totp/Otvet:")
    assert begun.json()["qr_path"].startswith("M")
    wrong = f"{(int(code_of(begun.json()['secret'])) + 1) % 1_000_000:06}"
    reply = as_operator(
        door, own.token, "POST", "/account/two-factor/confirm", json={"code": wrong}
    )
    refused(reply, 400, "code_wrong")
    assert "ticket" not in first_step(door, email)  # not on yet
    set_up(door, own.token)
    assert as_operator(door, other.token, "GET", "/auth/me").status_code == 401
    assert as_operator(door, own.token, "GET", "/auth/me").status_code == 200
    refused(
        as_operator(door, own.token, "POST", path, json={"password": PASSWORD}),
        409,
        "two_factor_state",
    )


def test_the_secret_is_sealed_and_turning_it_off_takes_password_and_code(
    door: Door, email: str, connection: Connection[Any]
) -> None:
    token = door.sign_in(email).token
    secret, codes = set_up(door, token)
    row = connection.execute(
        "SELECT totp_secret, totp_pending FROM operators WHERE email = %s", (email,)
    ).fetchone()
    assert row is not None
    assert row[1] is None
    assert secret.encode() not in row[0]
    off = "/account/two-factor/off"
    for body, code in (
        ({"password": "wrong", "code": codes[0]}, "password_wrong"),
        ({"password": PASSWORD, "code": "xxxx-xxxx"}, "code_wrong"),
    ):
        refused(as_operator(door, token, "POST", off, json=body), 400, code)
    body = {"password": PASSWORD, "code": code_of(secret)}
    assert as_operator(door, token, "POST", off, json=body).status_code == 204
    assert "access_token" in first_step(door, email)
    assert secret not in door.logged()
    assert codes[1] not in door.logged()


@pytest.fixture
def operator_id(door: Door, email: str) -> str:
    """Their id."""
    found: str = door.sign_in(email).reply.json()["operator"]["id"]
    return found


def ticket(operator_id: str, kind: Ticket = Ticket.CODE, **changes: Any) -> str:  # noqa: ANN401
    """A ticket as an insider forges it: with the right key."""
    now = int(datetime.now(UTC).timestamp())
    claims = {
        "iss": "otvet", "aud": kind, "typ": kind, "iat": now, "exp": now + 600, "jti": "x",
        "sub": operator_id, "pwd": "0" * 32,
    }  # fmt: skip
    return jwt.encode(claims | changes, TOKENS._keys[kind], algorithm="HS256")


def test_only_a_ticket_of_this_step_of_this_password_is_one(
    door: Door, email: str, operator_id: str
) -> None:
    token = door.sign_in(email).token
    secret, _ = set_up(door, token)
    setup_ticket = TOKENS.for_ticket(Ticket.SETUP, uuid7(), "x", datetime.now(UTC))
    bad = {
        "empty": "",
        "an access token": token,
        "of another step": setup_ticket,
        "of another password": ticket(operator_id),
        "of nobody": ticket(str(uuid7())),
        "expired": ticket(operator_id, exp=1),
        "of no kind": ticket(operator_id, typ="operator"),
        "without a mark": ticket(operator_id, pwd=None),
        "of no operator": ticket("x"),
        "tampered": first_step(door, email)["ticket"][:-2] + "xx",
        "unsigned": jwt.encode({"sub": operator_id}, "", algorithm="none"),
    }
    for name, one in bad.items():
        reply = as_console(door, "two-factor", {"ticket": one, "code": code_of(secret)})
        assert reply.status_code == 401, name
        assert reply.json()["code"].startswith("token_"), name
        assert as_console(door, "two-factor/setup", {"ticket": one}).status_code == 401, name
    # None of them used the code up.
    begun = first_step(door, email)["ticket"]
    granted(as_console(door, "two-factor", {"ticket": begun, "code": code_of(secret)}))


def test_a_site_that_requires_it_lets_nobody_in_without(
    door: Door, bank: Place, connection: Connection[Any]
) -> None:
    boss, clerk = f"{uuid7()}@bank.example", f"{uuid7()}@bank.example"
    new_operator(connection, bank.id, email=boss)
    new_operator(connection, bank.id, email=clerk, role="operator")
    boss_in, clerk_in = door.sign_in(boss), door.sign_in(clerk)
    rule = f"/people/two-factor/{bank.id}"

    def require(*, required: bool) -> Any:  # noqa: ANN401
        return as_operator(door, boss_in.token, "PUT", rule, json={"required": required})

    refused(require(required=True), 409, "two_factor_first")
    set_up(door, boss_in.token)
    try:
        answer = require(required=True)
        assert answer.json()["required"] is True
        assert answer.json()["enabled"] >= 1
        # Who was in without it is out, at once and by every way.
        assert as_operator(door, clerk_in.token, "GET", "/auth/me").status_code == 401
        refused(door.refresh(clerk_in.cookie), 401, "session_revoked")
        begun = first_step(door, clerk)
        assert begun["setup_required"] is True
        setup = as_console(door, "two-factor/setup", {"ticket": begun["ticket"]}).json()
        body = {"ticket": begun["ticket"], "code": code_of(setup["secret"])}
        confirmed = as_console(door, "two-factor/confirm", body)
        assert len(confirmed.json()["codes"]) == 10
        token = confirmed.json()["grant"]["access_token"]
        assert as_operator(door, token, "GET", "/account").json()["two_factor"]["required"]
        off = {"password": PASSWORD, "code": confirmed.json()["codes"][0]}
        reply = as_operator(door, token, "POST", "/account/two-factor/off", json=off)
        refused(reply, 409, "two_factor_required")
        refused(
            as_console(door, "two-factor/setup", {"ticket": begun["ticket"]}),
            409,
            "two_factor_state",
        )
    finally:
        assert require(required=False).status_code == 200
    assert "access_token" in first_step(door, bank.operator)


def test_an_administrator_resets_a_lost_second_factor(
    door: Door, shop: Place, email: str, operator_id: str
) -> None:
    token = door.sign_in(email).token
    set_up(door, token)
    path = f"/api/v1/people/{operator_id}/two-factor"
    assert door.call("DELETE", path, shop.admin).json()["two_factor_at"] is None
    assert as_operator(door, token, "GET", "/auth/me").status_code == 401
    assert "access_token" in first_step(door, email)
    refused(door.call("DELETE", path, shop.admin), 409, "two_factor_state")
    listed = door.call("GET", "/api/v1/audit", shop.admin, params={"subject": operator_id})
    actions = [item["action"] for item in listed.json()["items"]]
    assert actions[0] == "two_factor.reset"
    assert "two_factor.enabled" in actions
