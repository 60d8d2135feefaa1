"""An archive comes into a site that lives, whatever is the matter with either."""

import json
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import Connection

from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.tests.rows import new_conversation, new_operator, new_site
from workers.cli.site_import import SiteImport
from workers.tests.archived import Change, id_of, line, new_full_site, repack
from workers.tests.shell import Shell

pytestmark = pytest.mark.services


@pytest.fixture
def key(connection: Connection[Any]) -> str:
    """A site with something of everything."""
    return new_full_site(connection)


@pytest.fixture
def exported(shell: Shell, key: str) -> Path:
    """Its archive."""
    shell.done("export", "--site", key, "--out", "site.zip")
    return shell.folder / "site.zip"


@pytest.fixture
def owner(connection: Connection[Any]) -> str:
    """An administrator."""
    email = f"{secrets.token_hex(6)}@example.com"
    new_operator(connection, new_site(connection), email=email)
    return email


@pytest.fixture
def impatient(database_url: str) -> Iterator[Connection[Any]]:
    """A connection that waits for nobody."""
    with psycopg.connect(database_url, autocommit=True, options="-c lock_timeout=500") as opened:
        yield opened


def test_visitors_and_documents_come_in_while_an_import_lasts(
    shell: Shell,
    connection: Connection[Any],
    impatient: Connection[Any],
    key: str,
    exported: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    site_id = id_of(connection, key)
    came: list[str] = []
    last = SiteImport._corrections

    async def meanwhile(work: SiteImport) -> None:
        new_conversation(impatient, site_id)
        put_document_blocking(impatient, site_id, NewDocument("access", "new.md", "# New"))
        came.append("all")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            impatient.execute("UPDATE sites SET name = 'Other' WHERE id = %s", (site_id,))
        await last(work)

    monkeypatch.setattr(SiteImport, "_corrections", meanwhile)
    connection.execute("UPDATE sites SET name = 'Before' WHERE id = %s", (site_id,))
    connection.execute("UPDATE agents SET wrong_share = 0.01 WHERE site_id = %s", (site_id,))
    shell.done("import", exported.name, "--site", key)
    assert came == ["all"]


@pytest.mark.parametrize(
    "change",
    [
        "site_key = 'k-' || id, previous_key = site_key, previous_key_until = now() + '7 days'",
        "site_key = 'k-' || id, previous_key = site_key, previous_key_until = now()",
        "deleted_at = now(), disabled_at = now()",
    ],
)
def test_a_key_that_leads_or_has_led_to_another_site_is_not_taken_for_a_new_one(
    shell: Shell,
    connection: Connection[Any],
    key: str,
    exported: Path,
    owner: str,
    change: str,
) -> None:
    connection.execute(f"UPDATE sites SET {change} WHERE site_key = %s", (key,))  # noqa: S608
    out = shell.done("import", exported.name, "--new", "--administrator", owner)
    made = out.split(":")[0]
    assert made != key
    assert id_of(connection, made)


@pytest.fixture
def expecting(connection: Connection[Any], key: str) -> str:
    """The site, with one case, which expects a document alone, whose new file is not read yet."""
    site_id = id_of(connection, key)
    connection.execute("DELETE FROM corrections WHERE site_id = %s", (site_id,))
    connection.execute(
        "DELETE FROM cases WHERE site_id = %s AND conversation_id IS NOT NULL", (site_id,)
    )
    connection.execute(
        "UPDATE cases SET agent = NULL, action = NULL, contains = '{}' WHERE site_id = %s",
        (site_id,),
    )
    put_document_blocking(connection, site_id, NewDocument("network", "vpn.md", b"%PDF"))
    return key


def test_a_case_that_expects_a_document_that_is_not_in_the_archive_is_kept_and_told_of(
    shell: Shell, connection: Connection[Any], expecting: str, owner: str
) -> None:
    shell.done("export", "--site", expecting, "--out", "site.zip")
    expected = "SELECT document_id FROM cases WHERE site_id = %s"
    was = connection.execute(expected, (id_of(connection, expecting),)).fetchall()
    out = shell.done("import", "site.zip", "--new", "--administrator", owner)
    assert "1 cases expect documents that are not here" in out
    made = out.split(":")[0]
    assert connection.execute(expected, (id_of(connection, made),)).fetchall() == was
    assert "nothing written" in shell.done("import", "site.zip", "--site", made)


def test_a_case_that_expects_a_document_that_was_deleted_meanwhile_stays_as_it_is(
    shell: Shell, connection: Connection[Any], expecting: str
) -> None:
    shell.done("export", "--site", expecting, "--out", "site.zip")
    connection.execute(
        "UPDATE documents SET state = 'deleted', deleted_at = now()"
        " WHERE site_id = %s AND name = 'vpn.md'",
        (id_of(connection, expecting),),
    )
    out = shell.done("import", "site.zip", "--site", expecting)
    assert "nothing written" in out
    assert "1 cases expect documents that are not here" in out


def test_a_case_may_expect_an_agent_that_is_gone(
    shell: Shell, connection: Connection[Any], exported: Path, owner: str
) -> None:
    changed = shell.folder / "changed.zip"
    repack(exported, changed, line("cases.jsonl", agent="gone", question=" Тихо \x00?\r\n"), {})
    made = shell.done("import", changed.name, "--new", "--administrator", owner).split(":")[0]
    kept = "SELECT agent, question FROM cases WHERE site_id = %s"
    assert connection.execute(kept, (id_of(connection, made),)).fetchall() == [("gone", "Тихо ?")]
    assert "nothing written" in shell.done("import", changed.name, "--site", made)


def _without_conversations(files: dict[str, bytes]) -> None:
    """Have the cases of conversations be the site's own."""
    lines = map(json.loads, files["cases.jsonl"].splitlines())
    files["cases.jsonl"] = b"".join(
        json.dumps(one | {"conversation_id": None}).encode() + b"\n" for one in lines
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (line("cases.jsonl", question=" \x00\n"), "empty"),
        (_without_conversations, "a visitor's words"),
    ],
)
def test_a_case_that_the_console_would_not_take_is_refused(
    shell: Shell, connection: Connection[Any], key: str, exported: Path, change: Change, why: str
) -> None:
    repack(exported, shell.folder / "changed.zip", change, {})
    cases = "SELECT conversation_id, question FROM cases WHERE site_id = %s ORDER BY id"
    before = connection.execute(cases, (id_of(connection, key),)).fetchall()
    said = shell("import", "changed.zip", "--site", key)
    assert said.status == 1
    assert "cases.jsonl: " in said.err
    assert why in said.err
    assert connection.execute(cases, (id_of(connection, key),)).fetchall() == before


def test_a_document_whose_address_alone_is_another_is_written_once(
    shell: Shell, connection: Connection[Any], key: str, exported: Path
) -> None:
    changed, site_id = shell.folder / "changed.zip", id_of(connection, key)
    query = "SELECT name, url, version, state FROM documents WHERE site_id = %s ORDER BY name"
    for number, url in enumerate(("https://example.com/vpn", None), 2):
        repack(exported, changed, line("documents.jsonl", url=url), {})
        assert "1 documents written" in shell.done("import", changed.name, "--site", key)
        first, second = connection.execute(query, (site_id,)).fetchall()
        assert first == ("vpn.md", url, number, "pending")
        assert second == ("wifi.md", None, 1, "ready")
        assert "nothing written" in shell.done("import", changed.name, "--site", key)
        assert connection.execute(query, (site_id,)).fetchall() == [first, second]


def test_waiting_looks_at_the_documents_that_were_written_alone(
    shell: Shell, connection: Connection[Any], key: str, exported: Path
) -> None:
    site_id = id_of(connection, key)
    put_document_blocking(connection, site_id, NewDocument("access", "a.pdf", b"%PDF"))
    connection.execute("UPDATE documents SET state = 'failed' WHERE name = 'a.pdf'")
    shell.done("import", exported.name, "--site", key, "--wait", "5")
    put_document_blocking(connection, site_id, NewDocument("network", "vpn.md", "# Other"))
    said = shell("import", exported.name, "--site", key, "--wait", "0.1")
    assert said.status == 1
    assert "1 documents to be indexed" in said.out
    assert "a.pdf" not in said.err
