"""An export takes little memory, keeps its lease while it works, and is kept by one alone."""

import asyncio
import io
import os
import tracemalloc
import zipfile
from datetime import timedelta
from threading import Event, Thread
from typing import Any
from uuid import UUID

import orjson
import pytest
from psycopg import Connection

from shared.kernel.ids import uuid7
from shared.queues.names import TaskQueue
from shared.storage.everything import PIECE
from shared.storage.records import write_messages
from shared.storage.visitor_requests import (
    claim_request,
    drop_archives_of,
    keep_archive,
    renew_request,
)
from workers.main import WorkerRole, task_queues
from workers.services import privacy as privacy_module
from workers.services.archive import write_archive
from workers.services.database import Database
from workers.services.privacy import PrivacyService
from workers.tests.stage import Stage
from workers.tests.test_privacy import ask, row_of, visitor_of
from workers.tests.test_webhooks import said

pytestmark = pytest.mark.services

_MINUTE = timedelta(minutes=1)
_FILE = 3 * PIECE + 17


@pytest.fixture
def exports(database: Database, privacy: PrivacyService) -> PrivacyService:
    """A worker whose lease is over within a second."""
    return PrivacyService(
        database, privacy._traces, privacy._letters, lease=timedelta(milliseconds=900)
    )


def attach(stage: Stage, content: bytes) -> UUID:
    """Send a file in the conversation."""
    attachment_id = uuid7()
    stage.connection.execute(
        "INSERT INTO attachments (id, conversation_id, sender, name, type, size, content)"
        " VALUES (%s, %s, 'visitor', 'a.zip', 'application/zip', %s, %s)",
        (attachment_id, stage.talk.id, len(content), content),
    )
    return attachment_id


def pieces(connection: Connection[Any], request_id: UUID) -> int:
    row = connection.execute(
        "SELECT count(*) FROM archive_pieces WHERE request_id = %s", (request_id,)
    ).fetchone()
    assert row is not None
    return int(row[0])


async def test_an_export_of_many_files_never_holds_them_in_memory(
    privacy: PrivacyService, stage: Stage
) -> None:
    await stage.ask()
    files = {attach(stage, content): content for content in (os.urandom(_FILE) for _ in range(10))}
    request_id = ask(stage, "export")
    tracemalloc.start()
    privacy.fulfil(request_id)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * _FILE, f"{peak / _FILE:.1f} of {len(files)} files"
    state, counts, archive, _ = row_of(stage.connection, request_id)
    assert (state, counts["attachments"]) == ("done", 10)
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        assert packed.testzip() is None
        rows = orjson.loads(packed.read("visitor.json"))["tables"]["attachments"]
        read = {UUID(row["id"]): packed.read(row["content"]) for row in rows}
    assert read == files
    size = stage.connection.execute(
        "SELECT size FROM visitor_requests WHERE id = %s", (request_id,)
    )
    assert size.fetchone() == (len(archive),)


async def test_whoever_is_at_it_keeps_it_for_as_long_as_it_takes(
    exports: PrivacyService, stage: Stage, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stage.ask()
    request_id = ask(stage, "export")
    began, may_end = Event(), Event()

    def slowly(*args: Any) -> dict[str, int]:  # noqa: ANN401
        began.set()
        assert may_end.wait(10)
        return write_archive(*args)

    monkeypatch.setattr(privacy_module, "write_archive", slowly)

    def fulfil() -> None:
        exports.fulfil(request_id)
        database.drop()

    thread = Thread(target=fulfil)
    thread.start()
    assert began.wait(10)
    await asyncio.sleep(1.5)
    assert request_id not in exports.due()
    may_end.set()
    thread.join()
    assert row_of(stage.connection, request_id)[0] == "done"


@pytest.fixture
async def two(stage: Stage) -> UUID:
    """An export whose lease ran out, and which another worker has begun again."""
    await stage.ask()
    return ask(stage, "export")


async def test_whoever_lost_it_keeps_nothing(stage: Stage, two: UUID) -> None:
    first = claim_request(stage.connection, two, timedelta(0))
    await asyncio.sleep(0.01)
    second = claim_request(stage.connection, two, _MINUTE)
    assert first is not None
    assert second is not None
    assert not renew_request(stage.connection, first, _MINUTE)
    assert not keep_archive(stage.connection, first, io.BytesIO(b"old"), {}, _MINUTE)
    assert pieces(stage.connection, two) == 0
    assert renew_request(stage.connection, second, _MINUTE)
    assert keep_archive(stage.connection, second, io.BytesIO(b"new"), {}, _MINUTE)
    assert row_of(stage.connection, two)[2] == b"new"


async def test_an_erasure_at_the_very_moment_leaves_no_piece_of_it(
    stage: Stage, two: UUID, database: Database
) -> None:
    claimed = claim_request(stage.connection, two, _MINUTE)
    assert claimed is not None
    erased = Event()

    def erase() -> None:
        with database.connection() as connection, connection.transaction():
            drop_archives_of(connection, visitor_of(stage))
        database.drop()
        erased.set()

    visitor_of(stage)
    thread = Thread(target=erase)
    with stage.connection.transaction():
        assert keep_archive(stage.connection, claimed, io.BytesIO(b"x" * 10), {}, _MINUTE)
        thread.start()
        assert not erased.wait(0.3), "it waits for whoever is just keeping it"
    thread.join()
    assert pieces(stage.connection, two) == 0
    assert row_of(stage.connection, two)[2] is None


async def test_an_archive_whose_time_is_over_is_deleted_with_its_pieces(
    privacy: PrivacyService, stage: Stage, two: UUID
) -> None:
    privacy.fulfil(two)
    privacy.drop_archives()
    assert pieces(stage.connection, two) == 1
    stage.connection.execute("UPDATE visitor_requests SET expires_at = now() WHERE id = %s", (two,))
    privacy.drop_archives()
    assert pieces(stage.connection, two) == 0


def test_where_visitors_are_told_nothing_slow_is_done() -> None:
    working = set(WorkerRole) - {WorkerRole.BEAT}
    maintaining = {role for role in working if TaskQueue.MAINTENANCE in task_queues(role)}
    assert maintaining == {WorkerRole.TASKS, WorkerRole.PERSISTENCE}


def test_what_was_said_first_comes_first_whatever_was_stored_first(
    privacy: PrivacyService, stage: Stage
) -> None:
    lines = [said(stage.talk.id, stage.talk.site, number) for number in range(1, 6)]
    for line in reversed(lines):
        write_messages(stage.connection, [line])
    request_id = ask(stage, "export")
    privacy.fulfil(request_id)
    _, _, archive, _ = row_of(stage.connection, request_id)
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        rows = orjson.loads(packed.read("visitor.json"))["tables"]["messages"]
    assert [UUID(row["id"]) for row in rows] == [line.message.id for line in lines]
