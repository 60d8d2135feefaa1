"""A site goes into a file and comes out of it the same; a wrong file changes nothing."""

import json
import secrets
import zipfile
from pathlib import Path
from typing import Any

import pytest
from psycopg import Connection

from shared.storage.put_documents import NewDocument, put_document_blocking
from shared.tests.rows import new_operator, new_site
from workers.tests.archived import Change, contents, id_of, line, new_full_site, repack, twice
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
    return new_full_site(connection)


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


_WRONG: dict[str, tuple[Change, str]] = {
    "a field more": (line("agents.jsonl", admin=True), "agents.jsonl, line 1: admin"),
    "a bad slug": (line("agents.jsonl", slug="Ы"), "agents.jsonl, line 1: slug"),
    "a scope that is none": (line("agents.jsonl", knowledge="each"), "knowledge"),
    "an agent that is none": (line("documents.jsonl", agent="nobody"), "nobody"),
    "a document twice": (twice("documents.jsonl"), "twice"),
    "no JSON": (lambda files: files.update({"labels.jsonl": b"{\n"}), "labels.jsonl, line 1"),
    "a wildcard of everybody": (
        lambda files: files.update(
            {"site.json": files["site.json"].replace(b"https://*.b.example", b"https://*.com")}
        ),
        "https://*.com",
    ),
    "a NUL": (line("documents.jsonl", text="a\0b"), "cannot hold"),
    "a case that expects nothing": (
        line("cases.jsonl", agent=None, action=None, document=None, document_id=None, contains=[]),
        "nothing is expected",
    ),
    "an unknown colour": (line("labels.jsonl", colour="beige"), "colour"),
}


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
    repack(exported, shell.folder / "bad.zip", change, {})
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
    repack(exported, bad, lambda _: None, {"version": 2})
    refused("version")
    for wrong in ('x" onload="alert(1)', "demo", "k" * 65):
        repack(exported, bad, lambda _: None, {"site_key": wrong})
        refused("manifest.json: site_key")
    repack(exported, bad, lambda files: files.update({"../evil.jsonl": b""}), {})
    refused("../evil.jsonl")
    body = contents(exported)
    with zipfile.ZipFile(exported) as packed, zipfile.ZipFile(bad, "w") as other:
        for name, kept in {"manifest.json": packed.read("manifest.json"), **body}.items():
            other.writestr(name, kept.replace(b"#112233", b"#445566"))
    refused("the archive was changed")


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_an_archive_that_is_packed_in_another_way_is_refused_before_it_is_unpacked(
    shell: Shell, exported: Path, key: str, packing: int
) -> None:
    bad = shell.folder / "bad.zip"
    with zipfile.ZipFile(exported) as packed, zipfile.ZipFile(bad, "w", packing) as other:
        for name in packed.namelist():
            other.writestr(name, packed.read(name))
    said = shell("import", bad.name, "--site", key)
    assert said.status == 1
    assert "manifest.json: is packed" in said.err
    whole = bad.read_bytes()
    bad.write_bytes(whole[:60] + b"\xff" * 40 + whole[100:])
    assert shell("import", bad.name, "--site", key).status == 1


def test_an_archive_that_ends_before_a_file_of_it_does_is_refused(
    shell: Shell, exported: Path, key: str
) -> None:
    bad = shell.folder / "bad.zip"
    with zipfile.ZipFile(exported) as packed, zipfile.ZipFile(bad, "w") as other:
        other.writestr("manifest.json", packed.read("manifest.json"))
    whole = bytearray(bad.read_bytes())
    directory = whole.rindex(b"PK\x01\x02")
    whole[directory + 20 : directory + 28] = (len(whole) * 10).to_bytes(4, "little") * 2
    bad.write_bytes(whole)
    said = shell("import", bad.name, "--site", key)
    assert said.status == 1
    assert "ZIP" in said.err


def test_a_site_that_is_not_named_is_none(shell: Shell, exported: Path) -> None:
    assert shell("import", exported.name).status == 64
    assert shell("import", exported.name, "--site", "nobody-s").status == 1
