"""Administrators are made and changed from a shell by the rules of the console."""

import secrets
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from shared.auth.passwords import check_password
from shared.kernel.ids import uuid7
from shared.storage.keys import REVOKED_CHANNEL
from shared.tests.rows import new_operator, new_site
from workers.tests.shell import Shell

pytestmark = pytest.mark.services

STRONG = "горошина катится к дальнему морю 17"


@pytest.fixture
def email() -> str:
    """An address that nobody has."""
    return f"{secrets.token_hex(6)}@example.com"


def stored(connection: Connection[Any], email: str) -> tuple[Any, ...] | None:
    """Role, hash, disabled, of an operator."""
    query = "SELECT role, password_hash, disabled_at IS NOT NULL FROM operators WHERE email = %s"
    return connection.execute(query, (email,)).fetchone()


def entries(connection: Connection[Any], email: str) -> list[tuple[Any, ...]]:
    """What the audit log tells of an operator."""
    query = """
    SELECT l.action, l.actor, l.actor_name FROM audit_log l JOIN operators o
    ON l.subject = o.id::text WHERE o.email = %s ORDER BY l.at, l.id
    """
    return connection.execute(query, (email,)).fetchall()


def new_key(connection: Connection[Any]) -> str:
    """A site of the test's own."""
    key = f"test-{secrets.token_hex(6)}"
    new_site(connection, site_key=key, name=f"Сайт {key}")
    return key


def test_an_administrator_is_made_with_a_password_of_a_file(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    key = new_key(connection)
    # What follows the first line is no part of what somebody would have to type.
    (shell.folder / "password").write_text(f"{STRONG}\r\n\n# old: x\n", encoding="utf-8")
    given = ("--email", email, "--name", " Анна ", "--site", key, "--password-file", "password")
    shell.done("administrator", "create", *given)
    role, password_hash, is_disabled = stored(connection, email) or ("", "", True)
    assert (role, is_disabled) == ("admin", False)
    assert check_password(STRONG, password_hash)
    ((action, actor, who),) = entries(connection, email)
    assert (action, actor) == ("operator.joined", "system")
    assert who.startswith("otvet: ")
    listed = shell.done("administrator", "list")
    assert any(email in line and key in line for line in listed.splitlines())


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "12"),
        ("qwerty123456", "guess"),
        ("парольпароль", "guess"),
        ("{email}-2026-зима", "e-mail"),
    ],
)
def test_a_weak_password_is_refused_and_nothing_is_made(
    shell: Shell, connection: Connection[Any], email: str, password: str, why: str
) -> None:
    given = ("--email", email, "--site", new_key(connection), "--password-file", "-")
    said = shell("administrator", "create", *given, stdin=password.format(email=email))
    assert said.status == 1
    assert said.err.startswith("otvet: ")
    assert why in said.err.lower()
    assert stored(connection, email) is None


def test_a_password_is_typed_twice_and_is_never_an_argument(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    given = ("administrator", "create", "--email", email, "--site", new_key(connection))
    assert shell(*given).status == 64, "no terminal"
    assert shell(*given, "--password", STRONG).status == 64
    shell.type(STRONG, f"{STRONG}!")
    said = shell(*given)
    assert (said.status, said.err) == (1, "otvet: the two passwords differ\n")
    assert stored(connection, email) is None
    shell.type(STRONG, STRONG)
    shell.done(*given)
    assert check_password(STRONG, (stored(connection, email) or ("", ""))[1])


def test_a_link_sets_the_password_of_a_new_administrator(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    shell.set(PUBLIC_URL="https://help.example.com")
    given = ("--email", email, "--site", new_key(connection), "--link")
    link = shell.done("administrator", "create", *given).splitlines()[-1]
    assert link.startswith("https://help.example.com/admin/new-password#")
    count = """
    SELECT count(*) FROM password_links p JOIN operators o ON o.id = p.operator_id
    WHERE o.email = %s AND p.used_at IS NULL AND p.expires_at > now() + interval '23 hours'
    """
    assert connection.execute(count, (email,)).fetchone() == (1,)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--email", "nobody", "--all-sites"), "--email"),
        (("--email", "{email}", "--name", "  ", "--all-sites"), "--name"),
        (("--email", "{email}"), "more than one site"),
    ],
)
def test_a_wrong_command_line_ends_with_64(
    shell: Shell, connection: Connection[Any], email: str, arguments: tuple[str, ...], why: str
) -> None:
    new_key(connection), new_key(connection)
    given = [one.format(email=email) for one in arguments]
    said = shell("administrator", "create", *given, "--link")
    assert said.status == 64
    assert why in said.err


def test_an_email_that_is_taken_and_a_site_that_is_none_are_refused(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    given = ("--email", email, "--site", new_key(connection), "--link")
    shell.done("administrator", "create", *given)
    assert shell("administrator", "create", *given).status == 1
    given = ("--email", f"other-{email}", "--site", "no-such", "--link")
    said = shell("administrator", "create", *given)
    assert said.status == 1
    assert "no-such" in said.err


def test_a_new_password_ends_all_sign_ins_and_closes_their_sockets(
    shell: Shell, connection: Connection[Any], redis: Redis, email: str
) -> None:
    operator_id = new_operator(connection, new_site(connection), email=email)
    session = uuid7()
    connection.execute(
        "INSERT INTO operator_sessions (id, operator_id, expires_at)"
        " VALUES (%s, %s, now() + interval '1 day')",
        (session, operator_id),
    )
    with redis.pubsub() as heard:  # type: ignore[no-untyped-call]
        heard.subscribe(REVOKED_CHANNEL)
        assert heard.get_message(timeout=10)
        given = ("--email", email, "--password-file", "-")
        shell.done("administrator", "reset-password", *given, stdin=STRONG)
        told = heard.get_message(timeout=10)
    assert told is not None
    assert told["data"] == str(session).encode()
    assert check_password(STRONG, (stored(connection, email) or ("", ""))[1])
    open_ones = "SELECT count(*) FROM operator_sessions WHERE id = %s AND revoked_at IS NULL"
    assert connection.execute(open_ones, (session,)).fetchone() == (0,)
    assert [action for action, *_ in entries(connection, email)] == ["password.changed"]


def test_nobody_is_disabled_who_is_the_last_administrator_of_a_site(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    new_operator(connection, new_site(connection))  # the installation keeps one in any case
    site_id = new_site(connection)
    new_operator(connection, site_id, email=email)
    said = shell("administrator", "disable", "--email", email)
    assert said.status == 1
    assert "administrator" in said.err
    assert (stored(connection, email) or ("", "", True))[2] is False
    assert entries(connection, email) == []
    new_operator(connection, site_id)
    shell.done("administrator", "disable", "--email", email.upper())
    assert (stored(connection, email) or ("", "", False))[2] is True
    assert shell("administrator", "disable", "--email", email).status == 1
    shell.done("administrator", "enable", "--email", email)
    actions = [action for action, *_ in entries(connection, email)]
    assert actions == ["operator.disabled", "operator.enabled"]


def test_whoever_has_only_a_link_is_no_administrator_who_can_sign_in(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    """The link expires, and with the other one disabled nobody would be left to sign in."""
    key, other = new_key(connection), f"other-{email}"
    site = connection.execute("SELECT id FROM sites WHERE site_key = %s", (key,)).fetchone()
    assert site is not None
    new_operator(connection, site[0], email=email)
    shell.done("administrator", "create", "--email", other, "--site", key, "--link")
    chosen = "SELECT password_at FROM operators WHERE email = %s"
    assert connection.execute(chosen, (other,)).fetchone() == (None,)
    (line,) = [one for one in shell.done("administrator", "list").splitlines() if other in one]
    assert "no password" in line
    said = shell("administrator", "disable", "--email", email)
    assert (said.status, "can sign in" in said.err) == (1, True)
    # The site is no worse off without whoever could not come in.
    for do in ("disable", "enable"):
        shell.done("administrator", do, "--email", other)
    given = ("--email", other, "--password-file", "-")
    shell.done("administrator", "reset-password", *given, stdin=STRONG)
    shell.done("administrator", "disable", "--email", email)


def test_the_installation_keeps_one_administrator_who_has_no_site(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    connection.execute("UPDATE operators SET disabled_at = now() WHERE role = 'admin'")
    try:
        site_id = new_site(connection)
        new_operator(connection, site_id, email=email)
        connection.execute("DELETE FROM operator_sites WHERE site_id = %s", (site_id,))
        assert shell("administrator", "disable", "--email", email).status == 1
        assert (stored(connection, email) or ("", "", True))[2] is False
        other = f"other-{email}"
        shell.done("administrator", "create", "--email", other, "--all-sites", "--link")
        assert shell("administrator", "disable", "--email", email).status == 1
        assert "none who can sign in" not in shell("check", "--for", "handlers").out
        connection.execute("UPDATE operators SET disabled_at = now() WHERE email = %s", (email,))
        assert "there is none who can sign in" in shell("check", "--for", "handlers").out
        shell.done("administrator", "disable", "--email", other)
    finally:
        connection.execute("UPDATE operators SET disabled_at = NULL WHERE role = 'admin'")


def test_a_lost_second_factor_is_taken_away(
    shell: Shell, connection: Connection[Any], email: str
) -> None:
    new_operator(connection, new_site(connection), email=email)
    given = ("administrator", "reset-two-factor", "--email", email)
    assert shell(*given).status == 1, "there is none"
    connection.execute(
        "UPDATE operators SET totp_at = now(), totp_secret = %s WHERE email = %s", (b"x", email)
    )
    shell.done(*given)
    row = connection.execute("SELECT totp_at FROM operators WHERE email = %s", (email,)).fetchone()
    assert row == (None,)
    assert shell(*given[:-1], "nobody@example.com").status == 1


def test_a_database_that_is_away_ends_with_69(shell: Shell) -> None:
    shell.set(DATABASE_URL="postgresql://a:canary@127.0.0.1:1/x")
    said = shell("administrator", "list")
    assert said.status == 69
    assert "PostgreSQL" in said.err
    assert "canary" not in said.err
