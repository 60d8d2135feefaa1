"""``otvet reindex``, ``migrate``, ``version``, and how the command line speaks of itself."""

import re
import secrets
import threading
import time
from typing import Any
from uuid import UUID

import psycopg
import pytest
from psycopg import Connection

from shared.storage.documents import due_documents
from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.tests.rows import new_site
from workers.cli.main import parser
from workers.tests.shell import Shell


def new_knowledge(connection: Connection[Any], state: str = "ready") -> tuple[str, UUID]:
    """A site with a document of each of its two agents; returns its key and id."""
    key = f"test-{secrets.token_hex(6)}"
    site_id = new_site(connection, site_key=key)
    for agent in ("network", "access"):
        put_document_blocking(connection, site_id, NewDocument(agent, f"{agent}.md", "# A\n\nB."))
    settle(connection, site_id, state)
    return key, site_id


def settle(connection: Connection[Any], site_id: UUID, state: str) -> None:
    """Do what the workers do."""
    connection.execute("UPDATE documents SET state = %s WHERE site_id = %s", (state, site_id))


def states(connection: Connection[Any], site_id: UUID) -> dict[str, str]:
    """The state of each agent's document."""
    query = "SELECT agent, state FROM documents WHERE site_id = %s"
    return dict(connection.execute(query, (site_id,)).fetchall())


@pytest.mark.services
def test_documents_of_one_agent_or_of_a_site_become_due_for_the_queue_again(
    shell: Shell, connection: Connection[Any]
) -> None:
    key, site_id = new_knowledge(connection)
    _, other = new_knowledge(connection)
    shell.done("reindex", "--site", key, "--agent", "access")
    assert states(connection, site_id) == {"network": "ready", "access": "pending"}
    assert "2 documents" not in shell.done("reindex", "--site", key)
    assert set(states(connection, site_id).values()) == {"pending"}
    assert set(states(connection, other).values()) == {"ready"}
    mine = "SELECT id FROM documents WHERE site_id = %s"
    ids = {row[0] for row in connection.execute(mine, (site_id,))}
    assert ids <= set(due_documents(connection, in_flight=10_000))
    audit = "SELECT action, after FROM audit_log WHERE subject = %s ORDER BY at, id"
    assert connection.execute(audit, (str(site_id),)).fetchall() == [
        ("documents.reindexed", {"agent": "access", "count": 1}),
        ("documents.reindexed", {"count": 1}),
    ]
    shell.done("reindex", "--all", "--agent", "access")
    assert states(connection, other) == {"network": "ready", "access": "pending"}


@pytest.mark.services
def test_waiting_ends_when_the_documents_are_found_or_with_the_time(
    shell: Shell, connection: Connection[Any], database_url: str
) -> None:
    key, site_id = new_knowledge(connection)
    said = shell("reindex", "--site", key, "--wait", "0.1")
    assert said.status == 1
    assert "the time is over" in said.err

    def work() -> None:
        with psycopg.connect(database_url, autocommit=True) as link:
            until = time.monotonic() + 60
            while set(states(link, site_id).values()) != {"pending"} and time.monotonic() < until:
                time.sleep(0.01)
            settle(link, site_id, "ready")

    settle(connection, site_id, "ready")
    worker = threading.Thread(target=work)
    worker.start()
    assert shell.done("reindex", "--site", key, "--wait", "60").endswith(
        "0 documents to be indexed\n"
    )
    worker.join()


@pytest.mark.services
def test_a_document_that_fails_is_named_with_its_trouble(
    shell: Shell, connection: Connection[Any], database_url: str
) -> None:
    key, site_id = new_knowledge(connection)

    def work() -> None:
        with psycopg.connect(database_url, autocommit=True) as link:
            until = time.monotonic() + 60
            while set(states(link, site_id).values()) != {"pending"} and time.monotonic() < until:
                time.sleep(0.01)
            link.execute(
                "UPDATE documents SET error = 'document_empty',"
                " state = CASE agent WHEN 'network' THEN 'failed' ELSE 'ready' END"
                " WHERE site_id = %s",
                (site_id,),
            )

    worker = threading.Thread(target=work)
    worker.start()
    said = shell("reindex", "--site", key, "--wait", "60")
    worker.join()
    assert said.status == 1
    assert "network/network.md: document_empty" in said.err
    assert "access" not in said.err


@pytest.mark.services
def test_waiting_is_for_what_was_made_due_or_waited_already_alone(
    shell: Shell, connection: Connection[Any]
) -> None:
    key, site_id = new_knowledge(connection, "removing")
    put_document_blocking(connection, site_id, NewDocument("access", "a.pdf", b"%PDF"))
    connection.execute(
        "UPDATE documents SET state = 'failed' WHERE site_id = %s AND name = 'a.pdf'", (site_id,)
    )
    connection.execute(
        "DELETE FROM document_originals WHERE document_id IN"
        " (SELECT id FROM documents WHERE site_id = %s)",
        (site_id,),
    )
    shell.done("reindex", "--site", key, "--wait", "5")
    put_document_blocking(connection, site_id, NewDocument("network", "new.md", "# New"))
    shell.done("reindex", "--site", key, "--agent", "access", "--wait", "5")
    assert shell("reindex", "--site", key, "--agent", "network", "--wait", "0.1").status == 1


@pytest.mark.services
@pytest.mark.parametrize(
    ("arguments", "status"),
    [((), 64), (("--site", "nobody-s"), 1), (("--all", "--agent", "nobody"), 1)],
)
def test_what_is_not_there_is_not_indexed(
    shell: Shell, arguments: tuple[str, ...], status: int
) -> None:
    assert shell("reindex", *arguments).status == status


@pytest.mark.services
def test_migrating_twice_applies_nothing_the_second_time(shell: Shell) -> None:
    assert shell.done("migrate") == "nothing to apply\n"
    shell.set(DATABASE_URL="postgresql://a:b@127.0.0.1:1/x")
    assert shell("migrate").status == 69


@pytest.mark.services
def test_a_table_that_stays_in_use_ends_with_1_and_not_as_if_postgresql_were_away(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(_: str) -> list[str]:
        raise psycopg.errors.LockNotAvailable("canceling statement due to lock timeout")

    monkeypatch.setattr("workers.cli.tools.migrate", give_up)
    said = shell("migrate")
    assert said.status == 1
    assert "run it again" in said.err


def test_the_version_is_told_without_any_setting(bare_shell: Shell) -> None:
    told = dict(line.split() for line in bare_shell.done("version").splitlines())
    assert re.fullmatch(r"\d+\.\d+\.\d+", told["otvet"])
    assert re.match(r"\d{4}_", told["schema"])


def test_help_names_every_command_and_needs_no_setting(bare_shell: Shell) -> None:
    said = bare_shell("--help")
    assert said.status == 0
    for command in ("check", "administrator", "site", "export", "import", "reindex", "migrate"):
        assert re.search(rf"^    {command}\b", said.out, re.M), command
        assert bare_shell(command, "--help").status == 0
    assert "Exit status" in said.out


@pytest.mark.parametrize("arguments", [(), ("nonsense",), ("site",), ("check", "--nonsense")])
def test_a_wrong_command_line_ends_with_64_and_says_how_it_is_meant(
    bare_shell: Shell, arguments: tuple[str, ...]
) -> None:
    said = bare_shell(*arguments)
    assert said.status == 64
    assert said.err.startswith("usage: otvet")


def test_every_command_has_something_to_run() -> None:
    for command in (["check"], ["version"], ["site", "list"], ["administrator", "list"]):
        assert callable(parser().parse_args(command).run)
