"""A backup is whole or refused, and a restore replaces everything or nothing."""

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock

import psycopg
import pytest
from redis import Redis

from ops.backup.__main__ import main
from ops.backup.errors import BackupError
from ops.backup.making import make_backup
from ops.backup.manifest import read_manifest
from ops.backup.programs import run
from ops.backup.restoring import restore
from ops.tests.conftest import Into, MakeDatabase
from shared.kernel.ids import uuid7
from shared.storage.keys import conversation_key
from shared.storage.schema import known_migrations
from shared.storage.snapshots import Content, contents
from shared.tests.rows import new_conversation, new_operator, new_site

pytestmark = pytest.mark.services

KEY = "a key of thirty-two letters and more"


@pytest.fixture(scope="module")
def filled(make_database: MakeDatabase, migrated: str) -> str:
    """A database with somebody in it; not to be written to."""
    url = make_database(migrated)
    with psycopg.connect(url) as connection:
        site_id = new_site(connection)
        new_operator(connection, site_id)
        new_conversation(connection, site_id)
    return url


@pytest.fixture(scope="module")
def made(filled: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_backup(filled, tmp_path_factory.mktemp("backups"), KEY)


@pytest.fixture
def backup(made: Path, tmp_path: Path) -> Path:
    """A backup of the filled database, the test's own."""
    return shutil.copytree(made, tmp_path / made.name)


def content(url: str) -> dict[str, Content]:
    with psycopg.connect(url) as connection:
        return contents(connection)


def change(backup: Path, **fields: object) -> None:
    path = backup / "manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def test_what_is_restored_is_what_was_backed_up(
    filled: str, backup: Path, make_database: MakeDatabase, into: Into, tmp_path: Path
) -> None:
    target = make_database()
    done = restore(backup, into(target, secret_key=KEY))
    assert content(target) == content(filled)
    assert content(target)["operators"].rows == 1
    assert not done.is_other_key
    # And the copy can be backed up and restored in its turn.
    again = make_backup(target, tmp_path / "again")
    third = make_database()
    restore(again, into(third))
    assert content(third) == content(filled)


def test_a_backup_is_of_one_moment_whatever_is_written_meanwhile(
    filled: str,
    tmp_path: Path,
    make_database: MakeDatabase,
    into: Into,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    busy = make_database(filled)
    before = content(busy)

    def write_then_dump(program: str, url: str, *arguments: str, server: int) -> None:
        with psycopg.connect(busy) as connection:
            new_site(connection)
        run(program, url, *arguments, server=server)

    monkeypatch.setattr("ops.backup.making.run", write_then_dump)
    target = make_database()
    restore(make_backup(busy, tmp_path), into(target))
    assert content(target) == before != content(busy)


def test_an_installation_that_was_only_migrated_is_empty(
    backup: Path, filled: str, make_database: MakeDatabase, into: Into, migrated: str
) -> None:
    target = make_database(migrated)
    restore(backup, into(target))
    assert content(target) == content(filled)


def test_an_older_backup_is_brought_to_this_version(
    make_database: MakeDatabase, tmp_path: Path, into: Into, migrated: str
) -> None:
    newest = known_migrations()[-1]
    old, target = make_database(migrated), make_database()
    with psycopg.connect(old) as connection:
        new_site(connection)
        rollback = Path("shared/storage/migrations", f"{newest}.rollback.sql").read_text("utf-8")
        connection.execute(rollback)
        connection.execute("DELETE FROM _yoyo_migration WHERE migration_id = %s", (newest,))
    done = restore(make_backup(old, tmp_path), into(target))
    assert done.migrations == [newest]


def test_what_is_there_is_replaced_only_by_force(
    backup: Path, filled: str, make_database: MakeDatabase, into: Into, migrated: str
) -> None:
    target = make_database(migrated)
    with psycopg.connect(target) as connection:
        new_site(connection, site_key="precious")
    kept = content(target)
    with pytest.raises(BackupError, match="not empty"):
        restore(backup, into(target))
    assert content(target) == kept
    restore(backup, into(target), force=True)
    assert content(target) == content(filled)


def test_the_live_state_of_another_database_is_forgotten_only_by_force(
    backup: Path, make_database: MakeDatabase, live: str, into: Into
) -> None:
    with Redis.from_url(live) as redis:
        redis.hset(conversation_key(uuid7()), "epoch", 1)
        with pytest.raises(BackupError, match="Redis"):
            restore(backup, into(make_database()))
        assert redis.dbsize() == 1
        restore(backup, into(make_database()), force=True)
        assert redis.dbsize() == 0


def test_a_restore_that_fails_in_its_middle_changes_nothing(
    backup: Path, make_database: MakeDatabase, into: Into, migrated: str
) -> None:
    target = make_database(migrated)
    with psycopg.connect(target) as connection:
        new_site(connection)
    kept = content(target)
    manifest = json.loads((backup / "manifest.json").read_text())
    manifest["tables"]["operators"]["digest"] = "1"
    change(backup, tables=manifest["tables"])
    with pytest.raises(BackupError, match="not what was backed up: operators"):
        restore(backup, into(target), force=True)
    assert content(target) == kept


def test_what_a_killed_restore_has_set_aside_is_not_lost(
    backup: Path, filled: str, make_database: MakeDatabase, into: Into, migrated: str
) -> None:
    target = make_database(migrated)
    with psycopg.connect(target, autocommit=True) as connection:
        new_site(connection)
        kept = contents(connection)
        connection.execute("ALTER SCHEMA public RENAME TO before_restore")
        connection.execute("CREATE SCHEMA public")
    with pytest.raises(BackupError, match="before_restore") as refusal:
        restore(backup, into(target), force=True)
    keep = str(refusal.value).partition("(")[2].partition(")")[0]
    with psycopg.connect(target) as connection:
        connection.execute(keep.encode())
    assert content(target) == kept
    restore(backup, into(target), force=True)
    assert content(target) == content(filled)


def test_nothing_is_restored_under_the_feet_of_a_process(
    backup: Path, make_database: MakeDatabase, into: Into
) -> None:
    target = make_database()
    with psycopg.connect(target), pytest.raises(BackupError, match="1 connections"):
        restore(backup, into(target), force=True, patience=0.1)


def test_a_damaged_or_foreign_backup_is_refused(
    backup: Path, make_database: MakeDatabase, into: Into, tmp_path: Path
) -> None:
    target = make_database()

    def refused(match: str) -> None:
        with pytest.raises(BackupError, match=match):
            restore(backup, into(target), force=True)
        assert content(target) == {}

    names = [*known_migrations(), "9999_of_tomorrow"]
    original = (backup / "manifest.json").read_text()
    change(backup, migrations=names)
    refused("newer version, which has 9999_of_tomorrow")
    change(backup, migrations=names[:-1], of_tomorrow=1)
    refused("of_tomorrow")
    (backup / "manifest.json").write_text(original)
    dump = backup / "database.dump"
    whole = dump.read_bytes()
    dump.write_bytes(whole[:-1])
    refused("damaged")
    dump.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
    refused("damaged")
    dump.unlink()
    refused("not whole")
    with pytest.raises(BackupError, match="is no backup"):
        restore(tmp_path, into(target))


def test_of_two_backups_in_one_second_the_later_leaves_nothing(
    migrated: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = Mock(now=Mock(return_value=datetime(2026, 11, 26, 3, 15, tzinfo=UTC)))
    monkeypatch.setattr("ops.backup.making.datetime", now)
    first = make_backup(migrated, tmp_path)
    with pytest.raises(OSError, match="not empty"):
        make_backup(migrated, tmp_path)
    assert list(tmp_path.iterdir()) == [first]
    read_manifest(first)


def test_another_secret_key_is_told(backup: Path, make_database: MakeDatabase, into: Into) -> None:
    assert restore(backup, into(make_database(), secret_key=KEY[::-1])).is_other_key


def test_a_database_without_our_schema_is_no_installation(
    make_database: MakeDatabase, tmp_path: Path
) -> None:
    with pytest.raises(BackupError, match="nothing to back up"):
        make_backup(make_database(), tmp_path)


def test_the_command_says_in_a_sentence_what_is_wrong(
    backup: Path,
    filled: str,
    tmp_path: Path,
    live: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main(["create", "--to", str(tmp_path)]) == 78
    assert "DATABASE_URL" in capsys.readouterr().err
    assert main(["check", str(tmp_path)]) == 1
    assert "is no backup" in capsys.readouterr().err
    assert main(["check", str(backup)]) == 0
    assert f"schema {known_migrations()[-1]}" in capsys.readouterr().out
    monkeypatch.setenv("DATABASE_URL", filled)
    monkeypatch.setenv("REDIS_URL", live)
    monkeypatch.setenv("BROKER_URL", f"{live.rpartition('/')[0]}/8")
    assert main(["restore", str(backup)]) == 1
    told = capsys.readouterr().err
    assert "--force replaces what is in it" in told
    assert filled not in told
