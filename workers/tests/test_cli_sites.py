"""Sites are made, shown and switched from a shell, and running handlers hear of it."""

import re
import secrets
from typing import Any

import pytest
from psycopg import Connection
from redis import Redis

from shared.storage.keys import SITE_CHANGED_CHANNEL
from shared.tests.rows import new_operator, new_site
from workers.tests.shell import Shell

pytestmark = pytest.mark.services


@pytest.fixture
def owner(connection: Connection[Any]) -> str:
    """An administrator."""
    email = f"{secrets.token_hex(6)}@example.com"
    new_operator(connection, new_site(connection), email=email)
    return email


def made(shell: Shell, *arguments: str) -> str:
    """Make a site; returns its key."""
    out = shell.done("site", "create", "--origin", "https://shop.example.com", *arguments)
    (key,) = re.findall(r'widget\.js\?site_key=([\w-]+)" async></script>', out)
    return str(key)


def agents(connection: Connection[Any], key: str) -> list[str]:
    """The agents of a site, in their order."""
    query = """
    SELECT slug FROM agents a JOIN sites s ON s.id = a.site_id
    WHERE s.site_key = %s ORDER BY position
    """
    return [row[0] for row in connection.execute(query, (key,))]


def test_a_site_comes_with_its_agents_its_owner_and_its_script_tag(
    shell: Shell, connection: Connection[Any], owner: str
) -> None:
    shell.set(PUBLIC_URL="https://help.example.com")
    key = made(shell, "--name", "Магазин", "--administrator", owner, "--locale", "en")
    assert agents(connection, key) == ["network", "applications", "hardware", "access", "security"]
    query = """
    SELECT s.name, s.locale, s.origins, o.email FROM sites s
    JOIN operator_sites m ON m.site_id = s.id JOIN operators o ON o.id = m.operator_id
    WHERE s.site_key = %s
    """
    assert connection.execute(query, (key,)).fetchall() == [
        ("Магазин", "en", ["https://shop.example.com"], owner)
    ]
    audit = """
    SELECT action, actor FROM audit_log WHERE subject = (SELECT id::text FROM sites
    WHERE site_key = %s)
    """
    assert connection.execute(audit, (key,)).fetchall() == [("site.created", "system")]
    shown = shell.done("site", "show", key)
    assert f"https://help.example.com/widget.js?site_key={key}" in shown
    assert re.search(r"^network +Network +on +0$", shown, re.M)
    assert any(line.startswith(key) for line in shell.done("site", "list").splitlines())


def test_agents_are_taken_from_another_site_or_left_out(
    shell: Shell, connection: Connection[Any], owner: str
) -> None:
    given = ("--name", "Магазин", "--administrator", owner, "--agents")
    first = made(shell, *given, "none")
    assert agents(connection, first) == []
    source = f"test-{secrets.token_hex(6)}"
    new_site(connection, site_key=source)
    assert agents(connection, made(shell, *given, source)) == ["network", "access"]


@pytest.mark.parametrize(
    ("arguments", "status", "why"),
    [
        (("--name", "", "--origin", "https://a.example"), 64, "--name"),
        (("--name", "A", "--origin", "shop.example.com"), 1, "shop.example.com"),
        (("--name", "A", "--origin", "https://*.example.com"), 1, "https://*.example.com"),
        (("--name", "A", "--origin", "https://a.example", "--agents", "nobody-s"), 1, "nobody-s"),
        (("--name", "A", "--origin", "https://a.example", "--locale", "de"), 64, "--locale"),
        (("--name", "A"), 64, "--origin"),
    ],
)
def test_bad_input_is_refused_with_its_reason_and_makes_nothing(
    shell: Shell,
    connection: Connection[Any],
    owner: str,
    arguments: tuple[str, ...],
    status: int,
    why: str,
) -> None:
    count = "SELECT count(*) FROM sites"
    before = connection.execute(count).fetchone()
    said = shell("site", "create", "--administrator", owner, *arguments)
    assert said.status == status
    assert why in said.err
    assert connection.execute(count).fetchone() == before


def test_whose_site_it_is_must_be_said_where_there_are_several(
    shell: Shell, connection: Connection[Any], owner: str
) -> None:
    new_operator(connection, new_site(connection))
    colleague = f"colleague-{owner}"
    new_operator(connection, new_site(connection), email=colleague, role="operator")
    given = ("site", "create", "--name", "A", "--origin", "https://a.example")
    assert shell(*given).status == 64
    for email in ("nobody@example.com", colleague):
        said = shell(*given, "--administrator", email)
        assert said.status == 1
        assert email in said.err


def test_a_site_is_switched_off_and_on_and_handlers_are_told(
    shell: Shell, connection: Connection[Any], redis: Redis
) -> None:
    key = f"test-{secrets.token_hex(6)}"
    site_id = new_site(connection, site_key=key)
    with redis.pubsub() as heard:  # type: ignore[no-untyped-call]
        heard.subscribe(SITE_CHANGED_CHANNEL)
        assert heard.get_message(timeout=10)
        shell.done("site", "disable", key)
        told = heard.get_message(timeout=10)
    assert told is not None
    assert told["data"] == str(site_id).encode()
    state = "SELECT disabled_at IS NULL FROM sites WHERE site_key = %s"
    assert connection.execute(state, (key,)).fetchone() == (False,)
    assert shell("site", "disable", key).status == 1
    shell.done("site", "enable", key)
    assert connection.execute(state, (key,)).fetchone() == (True,)
    audit = "SELECT before, after FROM audit_log WHERE subject = %s ORDER BY at, id"
    assert connection.execute(audit, (str(site_id),)).fetchall() == [
        ({"enabled": True}, {"enabled": False}),
        ({"enabled": False}, {"enabled": True}),
    ]


def test_a_key_that_nobody_has_is_refused(shell: Shell) -> None:
    for way in ("show", "disable", "enable"):
        said = shell("site", way, "nobody-s")
        assert said.status == 1
        assert "nobody-s" in said.err


def test_it_is_done_and_said_so_when_redis_is_away(
    shell: Shell, connection: Connection[Any], owner: str
) -> None:
    shell.set(REDIS_URL="redis://127.0.0.1:1/0")
    said = shell(
        "site", "create", "--name", "A", "--origin", "https://a.example", "--administrator", owner
    )
    assert said.status == 0
    assert "learn of it later" in said.err
