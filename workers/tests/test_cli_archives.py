"""A site goes into a file and comes out of it the same; a wrong file changes nothing."""

import hashlib
import json
import secrets
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection
from psycopg.types.json import Jsonb

from shared.domain.versions import Made
from shared.kernel.ids import uuid7
from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.tests.rows import new_conversation, new_operator, new_site
from workers.tests.shell import Shell

pytestmark = pytest.mark.services

_TABLES = ("agents", "documents", "replies", "labels", "cases", "corrections")


@pytest.fixture
def owner(connection: Connection[Any]) -> str:
    """An administrator."""
    email = f"{secrets.token_hex(6)}@example.com"
    new_operator(connection, new_site(connection), email=email)
    return email


@pytest.fixture
def key(connection: Connection[Any]) -> str:
    """A site with something of everything."""
    key = f"test-{secrets.token_hex(6)}"
    site_id = new_site(connection, site_key=key, name="Магазин")
    connection.execute(
        """
        UPDATE sites SET wildcards = true, origins = '{https://a.example,https://*.b.example}',
            text_limit = 900, uploads = false,
            look = '{"accent": "#112233", "title": {"ru": "Помощь"}}',
            hours = '{"zone": "Europe/Moscow", "week": [[[540, 1080]], [], [], [], [], [], []],
                      "holidays": [{"day": "2027-01-01", "name": "НГ", "intervals": []}]}'
        WHERE id = %s
        """,
        (site_id,),
    )
    connection.execute(
        "UPDATE agents SET wrong_share = 0.02, enabled = false, knowledge = 'shared',"
        " instructions = '{\"ru\": \"Кратко.\"}' WHERE site_id = %s AND slug = 'access'",
        (site_id,),
    )
    for name, text in (("vpn.md", "# VPN\n\nШаги.\u2028Ещё."), ("wifi.md", "# Wi-Fi\n\nШаги.")):
        new = NewDocument("network", name, text, how=Made.UPLOAD)
        put_document_blocking(connection, site_id, new)
    connection.execute(
        "UPDATE documents SET state = 'ready', is_shared = name = 'vpn.md' WHERE site_id = %s",
        (site_id,),
    )
    connection.execute(
        "INSERT INTO replies (id, site_id, shortcut, title, texts)"
        " VALUES (%s, %s, 'привет', 'П', %s)",
        (uuid7(), site_id, Jsonb({"ru": "Здравствуйте!"})),
    )
    connection.execute(
        "INSERT INTO labels (id, site_id, name, colour) VALUES (%s, %s, 'Срочно', 'red')",
        (uuid7(), site_id),
    )
    conversation_id = new_conversation(connection, site_id)
    message_id = uuid7()
    connection.execute(
        "INSERT INTO messages (id, conversation_id, seq, sender, text, at)"
        " VALUES (%s, %s, 1, 'agent', 'Ответ', now())",
        (message_id, conversation_id),
    )
    for of, question in ((None, "Не работает VPN"), (conversation_id, "Слова посетителя")):
        connection.execute(
            """
            INSERT INTO cases (id, site_id, conversation_id, question, history, agent, action,
                document_id, contains, note, created_by_name, updated_by_name)
            SELECT %s, site_id, %s, %s, '[{"sender": "visitor", "text": "Привет", "agent": null}]',
                'network', 'answer', id, '{порт}', '', 'Анна', 'Анна'
            FROM documents WHERE site_id = %s AND name = 'vpn.md'
            """,
            (uuid7(), of, question, site_id),
        )
    connection.execute(
        """
        INSERT INTO corrections (id, site_id, conversation_id, message_id, kind, asked,
            right_answer, passages, created_by_name, updated_by_name)
        VALUES (%s, %s, %s, %s, 'answer', '{Слова посетителя}', 'Так', %s, 'Анна', 'Анна')
        """,
        (
            uuid7(),
            site_id,
            conversation_id,
            message_id,
            Jsonb([{"id": None, "agent": "network", "title": "T", "text": "W", "url": None}]),
        ),
    )
    return key


def id_of(connection: Connection[Any], key: str) -> UUID:
    """The id of a site."""
    row = connection.execute("SELECT id FROM sites WHERE site_key = %s", (key,)).fetchone()
    assert row is not None
    return UUID(str(row[0]))


def contents(path: Path) -> dict[str, bytes]:
    """The files of an archive but for its manifest, which has its moment and its site."""
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist() if name != "manifest.json"}


def count(connection: Connection[Any], key: str) -> dict[str, int]:
    """How many things of each kind a site has."""
    query = "SELECT count(*) FROM {} WHERE site_id = (SELECT id FROM sites WHERE site_key = %s)"
    return {
        table: (connection.execute(query.format(table), (key,)).fetchone() or (0,))[0]
        for table in _TABLES
    }


def test_a_site_comes_out_of_its_file_as_it_went_in(
    shell: Shell, connection: Connection[Any], key: str, owner: str
) -> None:
    shell.done("export", "--site", key, "--out", "one.zip", "--without-visitors-words")
    out = shell.done("import", "one.zip", "--new", "--administrator", owner)
    other = out.split(":")[0]
    assert other != key, "the key is taken here"
    shell.done("export", "--site", other, "--out", "two.zip", "--without-visitors-words")
    one, two = (contents(shell.folder / name) for name in ("one.zip", "two.zip"))
    for mine in (one, two):  # ids are made of the site's
        lines = mine.pop("cases.jsonl").splitlines()
        cases = [json.loads(line) for line in lines]
        for case in cases:
            del case["id"], case["document_id"]
        mine["cases"] = json.dumps(cases).encode()
    assert one == two
    assert json.loads(one["cases"])[0]["document"] == {"agent": "network", "name": "vpn.md"}
    states = """
    SELECT d.state FROM documents d JOIN sites s ON s.id = d.site_id WHERE s.site_key = %s
    """
    assert set(connection.execute(states, (other,)).fetchall()) == {("pending",)}
    audit = "SELECT action, actor FROM audit_log WHERE name = 'Магазин' AND subject = any(%s)"
    sites = [str(id_of(connection, one)) for one in (key, other)]
    told = connection.execute(audit, (sites,)).fetchall()
    assert sorted(told) == [("site.exported", "system")] * 2 + [("site.imported", "system")]


def test_the_same_file_again_changes_nothing(
    shell: Shell, connection: Connection[Any], key: str, owner: str
) -> None:
    shell.done("export", "--site", key, "--out", "site.zip")
    versions = """
    SELECT sum(d.version) FROM documents d JOIN sites s ON s.id = d.site_id WHERE s.site_key = %s
    """
    before = connection.execute(versions, (key,)).fetchone()
    assert "nothing written" in shell.done("import", "site.zip", "--site", key)
    assert connection.execute(versions, (key,)).fetchone() == before
    other = shell.done("import", "site.zip", "--new", "--administrator", owner).split(":")[0]
    there = count(connection, other)
    assert there == count(connection, key) | {"cases": 1, "corrections": 0}
    again = shell.done("import", "site.zip", "--site", other)
    assert "nothing written" in again
    assert "1 corrections left out" in again
    assert count(connection, other) == there


def test_what_was_lost_or_changed_meanwhile_comes_back_and_what_is_new_stays(
    shell: Shell, connection: Connection[Any], key: str
) -> None:
    shell.done("export", "--site", key, "--out", "site.zip")
    was = contents(shell.folder / "site.zip")
    site_id = id_of(connection, key)
    for table in ("corrections", "cases", "labels", "replies"):
        connection.execute(f"DELETE FROM {table} WHERE site_id = %s", (site_id,))  # noqa: S608
    connection.execute(
        'UPDATE agents SET name = \'{"ru": "Иначе"}\' WHERE site_id = %s', (site_id,)
    )
    connection.execute("UPDATE sites SET name = 'Иначе' WHERE id = %s", (site_id,))
    put_document_blocking(connection, site_id, NewDocument("network", "vpn.md", "# Иначе"))
    put_document_blocking(connection, site_id, NewDocument("network", "new.md", "# Новое"))
    shell.done("import", "site.zip", "--site", key)
    shell.done("export", "--site", key, "--out", "after.zip")
    now = contents(shell.folder / "after.zip")
    assert b"new.md" in now.pop("documents.jsonl")
    del was["documents.jsonl"]
    assert now == was


def test_a_key_that_is_free_stays_so_that_pages_need_not_change(
    shell: Shell, connection: Connection[Any], key: str, owner: str
) -> None:
    shell.done("export", "--site", key, "--out", "site.zip")
    connection.execute("DELETE FROM sites WHERE site_key = %s", (key,))
    out = shell.done("import", "site.zip", "--new", "--administrator", owner)
    assert out.startswith(f"{key}: ")
    assert f"site_key={key}" in out


def test_a_file_that_was_not_read_yet_is_named_and_left_out(
    shell: Shell, connection: Connection[Any], key: str
) -> None:
    new = NewDocument("network", "a.pdf", b"%PDF")
    put_document_blocking(connection, id_of(connection, key), new)
    said = shell("export", "--site", key, "--out", "site.zip")
    assert said.status == 0
    assert "network/a.pdf" in said.err
    with zipfile.ZipFile(shell.folder / "site.zip") as packed:
        manifest = json.loads(packed.read("manifest.json"))
    assert manifest["unread_documents"] == ["network/a.pdf"]
    assert manifest["visitors_words"] is True
    assert any("secrets" in line for line in manifest["left_out"])
    assert (shell.folder / "site.zip").stat().st_mode & 0o777 == 0o600


def test_a_file_that_is_there_is_not_written_over(shell: Shell, key: str) -> None:
    (shell.folder / "site.zip").write_text("mine")
    assert shell("export", "--site", key, "--out", "site.zip").status == 1
    assert (shell.folder / "site.zip").read_text() == "mine"
    assert shell("export", "--site", key, "--out", "nowhere/site.zip").status == 1
    assert shell("export", "--site", "nobody-s", "--out", "other.zip").status == 1
    assert list(shell.folder.iterdir()) == [shell.folder / "site.zip"]


Change = Callable[[dict[str, bytes]], None]


def _line(name: str, **values: Any) -> Change:  # noqa: ANN401 (values of JSON)
    """Change the first line of a file."""

    def change(files: dict[str, bytes]) -> None:
        first, *rest = files[name].split(b"\n")
        told = json.loads(first) | values
        files[name] = b"\n".join([json.dumps(told).encode(), *rest])

    return change


def _twice(name: str) -> Change:
    def change(files: dict[str, bytes]) -> None:
        files[name] += files[name].split(b"\n")[0] + b"\n"

    return change


_WRONG: dict[str, tuple[Change, str]] = {
    "a field more": (_line("agents.jsonl", admin=True), "agents.jsonl, line 1: admin"),
    "a bad slug": (_line("agents.jsonl", slug="Ы"), "agents.jsonl, line 1: slug"),
    "a scope that is none": (_line("agents.jsonl", knowledge="each"), "knowledge"),
    "an agent that is none": (_line("documents.jsonl", agent="nobody"), "nobody"),
    "a document twice": (_twice("documents.jsonl"), "twice"),
    "no JSON": (lambda files: files.update({"labels.jsonl": b"{\n"}), "labels.jsonl, line 1"),
    "a wildcard of everybody": (
        lambda files: files.update(
            {"site.json": files["site.json"].replace(b"https://*.b.example", b"https://*.com")}
        ),
        "https://*.com",
    ),
    "a NUL": (_line("documents.jsonl", text="a\0b"), "cannot hold"),
    "a case that expects nothing": (
        _line("cases.jsonl", agent=None, action=None, document=None, document_id=None, contains=[]),
        "nothing is expected",
    ),
    "an unknown colour": (_line("labels.jsonl", colour="beige"), "colour"),
}


def _repack(source: Path, target: Path, change: Change, manifest: dict[str, Any]) -> None:
    """Write an archive anew, with right hashes, so that what is in it is looked at."""
    files = contents(source)
    change(files)
    with zipfile.ZipFile(source) as packed:
        told = json.loads(packed.read("manifest.json")) | manifest
    for name, body in files.items():
        told["files"][name] = {
            "sha256": hashlib.sha256(body).hexdigest(),
            "count": 1 if name == "site.json" else body.count(b"\n"),
        }
    with zipfile.ZipFile(target, "w") as packed:
        packed.writestr("manifest.json", json.dumps(told))
        for name, body in files.items():
            packed.writestr(name, body)


@pytest.fixture
def exported(shell: Shell, key: str) -> Path:
    """A good archive."""
    shell.done("export", "--site", key, "--out", "good.zip")
    return shell.folder / "good.zip"


@pytest.mark.parametrize("what", list(_WRONG))
def test_a_wrong_archive_is_refused_with_its_place_and_nothing_is_written(
    shell: Shell, connection: Connection[Any], exported: Path, owner: str, what: str
) -> None:
    change, why = _WRONG[what]
    _repack(exported, shell.folder / "bad.zip", change, {})
    sites = "SELECT count(*) FROM sites"
    before = connection.execute(sites).fetchone()
    said = shell("import", "bad.zip", "--new", "--administrator", owner)
    assert said.status == 1
    assert why in said.err
    assert connection.execute(sites).fetchone() == before


def test_what_is_no_archive_or_was_changed_is_refused(
    shell: Shell, exported: Path, key: str
) -> None:
    def refused(why: str) -> None:
        said = shell("import", "bad.zip", "--site", key)
        assert said.status == 1
        assert why in said.err

    bad = shell.folder / "bad.zip"
    refused("bad.zip")
    bad.write_bytes(b"PK nothing of the kind")
    refused("ZIP")
    bad.write_bytes(exported.read_bytes()[:-100])
    refused("ZIP")
    with zipfile.ZipFile(bad, "w") as packed:
        packed.writestr("readme.txt", "hello")
    refused("manifest.json is missing")
    _repack(exported, bad, lambda _: None, {"version": 2})
    refused("version")
    _repack(exported, bad, lambda files: files.update({"../evil.jsonl": b""}), {})
    refused("../evil.jsonl")
    body = contents(exported)
    with zipfile.ZipFile(exported) as packed, zipfile.ZipFile(bad, "w") as other:
        for name, kept in {"manifest.json": packed.read("manifest.json"), **body}.items():
            other.writestr(name, kept.replace(b"#112233", b"#445566"))
    refused("the archive was changed")


def test_a_site_that_is_not_named_is_none(shell: Shell, exported: Path) -> None:
    assert shell("import", exported.name).status == 64
    assert shell("import", exported.name, "--site", "nobody-s").status == 1
