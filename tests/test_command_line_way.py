"""What ``otvet`` makes from a shell, a running handlers process lets in; what it ends, ends."""

import re
import secrets
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection

from handlers.tests.door import Door
from shared.tests.rows import new_site
from workers.tests.shell import Shell

pytestmark = pytest.mark.services

FIRST, SECOND = "горошина катится к дальнему морю 17", "восьмой лодочник уронил весло за мостом"
ORIGIN = "https://new.example.com"


@pytest.fixture
def settings(database_url: str, redis_url: str, embedded_broker_url: str) -> dict[str, str]:
    """Where the parts are."""
    return {
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": embedded_broker_url,
    }


@pytest.fixture
def door(services_folder: Path, settings: dict[str, str]) -> Iterator[Door]:
    """A handlers process."""
    with closing(Door(services_folder / "command-line.log", settings)) as opened:
        yield opened


@pytest.fixture
def shell(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    settings: dict[str, str],
) -> Shell:
    """A shell beside it."""
    return Shell(monkeypatch, capsys, tmp_path, settings)


def signs_in(door: Door, email: str, password: str) -> str | None:
    """Sign in; returns the access token, or nothing."""
    body = {"email": email, "password": password}
    reply = door.request("POST", "/api/v1/auth/login", origin=door.url, json=body)
    return reply.json().get("access_token") if reply.status_code == 200 else None


def test_the_first_administrator_signs_in_makes_a_site_and_gets_another_password(
    door: Door, shell: Shell, connection: Connection[Any]
) -> None:
    email, key = f"{secrets.token_hex(6)}@example.com", f"test-{secrets.token_hex(6)}"
    new_site(connection, site_key=key)
    given = ("--email", email, "--site", key, "--password-file", "-")
    shell.done("administrator", "create", *given, stdin=FIRST)
    connection.execute(  # as in an installation without any site
        "DELETE FROM operator_sites m USING operators o WHERE o.id = operator_id AND email = %s",
        (email,),
    )
    token = signs_in(door, email, FIRST)
    assert token
    made = door.request(
        "POST", "/api/v1/sites", origin=door.url, token=token, json={"name": "Первый"}
    )
    assert made.status_code in (200, 201), made.text

    shell.done(
        "administrator", "reset-password", "--email", email, "--password-file", "-", stdin=SECOND
    )
    assert signs_in(door, email, FIRST) is None
    assert signs_in(door, email, SECOND)
    refused = door.request("GET", "/api/v1/sites", origin=door.url, token=token)
    assert refused.status_code == 401, "the sign-in from before has ended"


def test_a_site_of_the_shell_serves_visitors_until_it_is_switched_off(
    door: Door, shell: Shell, connection: Connection[Any]
) -> None:
    email = f"{secrets.token_hex(6)}@example.com"
    key = f"test-{secrets.token_hex(6)}"
    new_site(connection, site_key=key)
    shell.done("administrator", "create", "--email", email, "--site", key, "--link")
    out = shell.done(
        "site", "create", "--name", "Новый", "--origin", ORIGIN, "--administrator", email
    )
    (made,) = re.findall(r"site_key=([\w-]+)", out)
    assert door.open_session(made, ORIGIN)["token"]
    shell.done("site", "disable", made)
    until, status = time.monotonic() + 30, 200
    while status == 200 and time.monotonic() < until:
        asked = {"site_key": made}
        status = door.request(
            "POST", "/api/v1/visitor/sessions", origin=ORIGIN, json=asked
        ).status_code
    assert status == 404, "known for 300 seconds, unless it was told"
