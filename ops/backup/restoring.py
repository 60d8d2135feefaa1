"""Puts a backup in the place of an empty installation, whole or not at all."""

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import AsyncConnection, Connection

from ops.backup.errors import BackupError
from ops.backup.leftovers import count_dead_letters, forget, refuse_leftovers
from ops.backup.manifest import DUMP, Manifest, fingerprint, read_manifest
from ops.backup.programs import run
from shared.config import Settings, reveal, revealed
from shared.queues.emptying import SET_ASIDE
from shared.queues.names import Queue
from shared.storage.migrate import migrate
from shared.storage.reindexing import index_again
from shared.storage.schema import known_migrations
from shared.storage.snapshots import (
    contents,
    is_empty,
    is_set_aside,
    other_connections,
    replaced,
)

_POLL = 0.05
_CUT_OFF = (
    "an earlier restore was killed: what there was before it is in the schema before_restore. Keep"
    " it (DROP SCHEMA public CASCADE; ALTER SCHEMA before_restore RENAME TO public) or give it up"
    " (DROP SCHEMA before_restore CASCADE), then restore again"
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore has done."""

    manifest: Manifest
    migrations: list[str]
    """Applied afterwards: the backup is of an older version."""
    documents: int
    """That gpu_workers will index again."""
    dropped: dict[Queue, int]
    """From the broker, by queue."""
    set_aside: int
    """Messages that waited to be stored, and are dead letters now."""
    dead_letters: int
    """That a person has to decide on, those of before among them."""
    is_other_key: bool
    """``SECRET_KEY`` is not the one of the backup: sessions end, codes of apps are refused."""


def restore(
    folder: Path, settings: Settings, *, force: bool = False, patience: float = 10.0
) -> Restored:
    """Restore a backup. Handlers and workers must be stopped, ``patience`` seconds ago at least.

    Until the last row is there and equal to what was backed up, the database keeps what it had.
    Without ``CHROMA_URL`` the index stays as it is: whoever restores has to empty it.

    Raises:
        BackupError: the backup is damaged or of a newer version, or there is something already
            (with ``force`` it is replaced), or somebody is connected, or an earlier restore was
            killed in its middle, or a store is away.
    """
    manifest = read_manifest(folder)
    if newer := [name for name in manifest.migrations if name not in known_migrations()]:
        raise BackupError(f"the backup is of a newer version, which has {newer[-1]}: upgrade first")
    url = reveal(settings.database_url)
    with psycopg.connect(url, autocommit=True) as connection:
        _await_alone(connection, patience)
        if is_set_aside(connection):
            raise BackupError(_CUT_OFF)
        with connection.transaction():
            if not force and not is_empty(connection):
                raise BackupError("the database is not empty; --force replaces what is in it")
        refuse_leftovers(settings, patience, force=force)
        with replaced(connection):
            # One transaction: a dump that fails in its middle leaves nothing.
            # With --schema its objects alone are restored: the schema itself is made by us.
            options = (
                *("--single-transaction", "--exit-on-error"),
                *("--no-owner", "--no-privileges", "--schema=public"),
            )
            server = connection.info.server_version // 10_000
            run("pg_restore", url, *options, str(folder / DUMP), server=server)
            _compare(connection, manifest)
        applied = migrate(url)
        documents = asyncio.run(_index_again(url))
    left = forget(settings) if force else {}
    key = revealed(settings.secret_key)
    return Restored(
        manifest=manifest,
        migrations=applied,
        documents=documents,
        dropped={queue: count for queue, count in left.items() if queue is not SET_ASIDE},
        set_aside=left.get(SET_ASIDE, 0),
        dead_letters=count_dead_letters(settings),
        is_other_key=bool(key and manifest.secret_key and fingerprint(key) != manifest.secret_key),
    )


async def _index_again(url: str) -> int:
    async with await AsyncConnection.connect(url, autocommit=True) as connection:
        return sum((await index_again(connection)).values())


def _await_alone(connection: Connection[Any], patience: float) -> None:
    """Of processes that were just stopped the server may not know yet."""
    until = time.monotonic() + patience
    while others := other_connections(connection):
        if time.monotonic() >= until:
            raise BackupError(f"{others} connections to the database: stop handlers and workers")
        time.sleep(_POLL)


def _compare(connection: Connection[Any], manifest: Manifest) -> None:
    with connection.transaction():
        found = contents(connection)
    wrong = [
        name
        for name in sorted(found.keys() | manifest.tables.keys())
        if name not in found
        or name not in manifest.tables
        or (found[name].rows, found[name].digest)
        != (manifest.tables[name].rows, manifest.tables[name].digest)
    ]
    if wrong:
        raise BackupError(f"what was restored is not what was backed up: {', '.join(wrong)}")
