"""After a restore the index has what the database has, whatever it had before."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

import psycopg
import pytest
from chromadb.api import ServerAPI

from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.retrieval.indexer import Indexer
from ops.backup.__main__ import main
from ops.backup.errors import BackupError
from ops.backup.making import make_backup
from ops.backup.restoring import restore
from ops.embedded.ports import free_port
from ops.tests.conftest import Into, MakeDatabase
from shared.contracts.queues import Passage, PassageBatch
from shared.kernel.ids import uuid7
from shared.storage.chroma import connect, disconnect
from shared.storage.vectors import PassageStore
from shared.tests.rows import new_site

pytestmark = pytest.mark.services


@pytest.fixture
def server(chroma_url: str) -> Iterator[ServerAPI]:
    """A Chroma with nothing in it."""
    opened = connect(urlsplit(chroma_url), timeout=10.0)
    for collection in opened.list_collections():
        opened.delete_collection(collection.name)
    yield opened
    disconnect(opened)


@pytest.fixture
def store(server: ServerAPI, chroma_url: str) -> Iterator[PassageStore]:
    with closing(PassageStore(chroma_url)) as opened:
        yield opened


def index(store: PassageStore, site_id: UUID, document_id: UUID, version: int) -> None:
    """Do what a gpu_worker does with a version of a document."""
    passage = Passage(id=uuid7(), agent="network", ordinal=0, title="VPN", text=f"Текст {version}")
    Indexer(store, HashedEmbedder()).index(
        PassageBatch(
            request_id="test",
            site_id=site_id,
            document_id=document_id,
            document_name="vpn.md",
            document_version=version,
            passages=(passage,),
            is_last=True,
        )
    )


def texts(store: PassageStore, site_id: UUID) -> list[str]:
    return [passage.text for passage in store.passages(site_id)]


def test_the_index_of_what_was_written_after_the_backup_goes_with_it(
    make_database: MakeDatabase,
    migrated: str,
    into: Into,
    tmp_path: Path,
    server: ServerAPI,
    store: PassageStore,
    chroma_url: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its versions would count as newer for ever, and documents that are gone as there."""
    target, document, site_of_later = make_database(migrated), uuid7(), uuid7()
    with psycopg.connect(target) as connection:
        site_id = new_site(connection)
    index(store, site_id, document, 1)
    backup = make_backup(target, tmp_path)
    for version in (2, 3):
        index(store, site_id, document, version)
    index(store, site_id, uuid7(), 1)
    index(store, site_of_later, uuid7(), 1)
    server.create_collection("of_somebody_else")

    monkeypatch.setattr("shared.storage.chroma._PAGE", 1)
    restore(backup, into(target, chroma_url=chroma_url), force=True)

    assert [one.name for one in server.list_collections()] == ["of_somebody_else"]
    index(store, site_id, document, 1)
    assert texts(store, site_id) == ["Текст 1"]
    index(store, site_id, document, 2)
    assert texts(store, site_id) == ["Текст 2"]


def test_the_index_of_another_database_is_dropped_only_by_force(
    make_database: MakeDatabase,
    migrated: str,
    into: Into,
    tmp_path: Path,
    server: ServerAPI,
    store: PassageStore,
    chroma_url: str,
) -> None:
    backup, target, site_id = make_backup(migrated, tmp_path), make_database(), uuid7()
    index(store, site_id, uuid7(), 1)
    with pytest.raises(BackupError, match="Chroma holds the index of another database"):
        restore(backup, into(target, chroma_url=chroma_url))
    assert texts(store, site_id) == ["Текст 1"]
    server.delete_collection(f"site-{site_id.hex}")
    server.create_collection("of_somebody_else")
    restore(backup, into(target, chroma_url=chroma_url))


def test_nothing_is_replaced_while_chroma_is_away(
    make_database: MakeDatabase, migrated: str, into: Into, tmp_path: Path
) -> None:
    target = make_database(migrated)
    with psycopg.connect(target) as connection:
        new_site(connection, site_key="precious")
    with pytest.raises(BackupError, match="CHROMA_URL is right"):
        restore(
            make_backup(migrated, tmp_path),
            into(target, chroma_url=f"http://127.0.0.1:{free_port()}"),
            force=True,
        )
    with psycopg.connect(target) as connection:
        assert connection.execute("SELECT site_key FROM sites").fetchall() == [("precious",)]


def test_a_restore_that_knows_no_chroma_says_what_is_to_be_done(
    make_database: MakeDatabase,
    migrated: str,
    live: str,
    tmp_path: Path,
    server: ServerAPI,
    chroma_url: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    backup = str(make_backup(migrated, tmp_path))
    monkeypatch.setenv("REDIS_URL", live)
    monkeypatch.setenv("BROKER_URL", f"{live.rpartition('/')[0]}/8")
    monkeypatch.delenv("CHROMA_URL", raising=False)
    monkeypatch.setenv("DATABASE_URL", make_database())
    assert main(["restore", backup]) == 0
    assert "empty it before a gpu_worker starts" in capsys.readouterr().out
    monkeypatch.setenv("CHROMA_URL", chroma_url)
    monkeypatch.setenv("DATABASE_URL", make_database())
    assert main(["restore", backup]) == 0
    assert "CHROMA_URL" not in capsys.readouterr().out
