"""Puts a backup in the place of an empty installation, whole or not at all."""

import asyncio
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import psycopg
from psycopg import AsyncConnection, Connection
from redis import Redis
from redis.exceptions import RedisError

from ops.backup.errors import BackupError
from ops.backup.manifest import DUMP, Manifest, fingerprint, read_manifest
from ops.backup.programs import run
from shared.storage.chroma import VectorStoreDown, drop_our_collections, our_collections
from shared.storage.keys import CONVERSATION_KEYS
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
_CHROMA_TIMEOUT = timedelta(seconds=30)
"""A request: a collection of a hundred thousand passages does not go in a moment."""
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
    is_other_key: bool
    """``SECRET_KEY`` is not the one of the backup: sessions end, codes of apps are refused."""


def restore(
    folder: Path,
    url: str,
    redis_url: str,
    *,
    chroma_url: str | None = None,
    secret_key: str | None = None,
    force: bool = False,
    patience: float = 5.0,
) -> Restored:
    """Restore a backup. Handlers and workers must be stopped, ``patience`` seconds ago at least.

    Until the last row is there and equal to what was backed up, the database keeps what it had.
    Without ``chroma_url`` the index stays as it is: whoever restores has to empty it.

    Raises:
        BackupError: the backup is damaged or of a newer version, or there is something already
            (with ``force`` it is replaced), or somebody is connected, or an earlier restore was
            killed in its middle, or Chroma is away.
    """
    manifest = read_manifest(folder)
    if newer := [name for name in manifest.migrations if name not in known_migrations()]:
        raise BackupError(f"the backup is of a newer version, which has {newer[-1]}: upgrade first")
    with psycopg.connect(url, autocommit=True) as connection:
        _await_alone(connection, patience)
        if is_set_aside(connection):
            raise BackupError(_CUT_OFF)
        indexed = _indexed(chroma_url)
        if not force:
            _refuse_full(connection, redis_url)
            if indexed:
                raise BackupError("Chroma holds the index of another database; --force drops it")
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
    if force:
        _forget(redis_url, chroma_url)
    is_other = bool(
        secret_key and manifest.secret_key and fingerprint(secret_key) != manifest.secret_key
    )
    return Restored(manifest, applied, documents, is_other)


async def _index_again(url: str) -> int:
    async with await AsyncConnection.connect(url, autocommit=True) as connection:
        return sum((await index_again(connection)).values())


def _indexed(chroma_url: str | None) -> list[str]:
    """Return what the index has, and so find out before anything is changed whether it answers."""
    if chroma_url is None:
        return []
    try:
        return our_collections(chroma_url, _CHROMA_TIMEOUT)
    except VectorStoreDown as error:
        raise BackupError(f"{error}: see that it runs and CHROMA_URL is right") from error


def _forget(redis_url: str, chroma_url: str | None) -> None:
    """Forget what belongs to the database that is gone.

    Numbers of what is live would not go with the one that came. Nor would those of the index: what
    it has of a later version of a document stays the newest, so the restored text, and every edit
    of it up to that number, would count as overtaken; and documents of which the database knows
    nothing any more would be cited for ever.
    """
    try:
        with Redis.from_url(redis_url) as redis:
            redis.flushdb()
        if chroma_url is not None:
            drop_our_collections(chroma_url, _CHROMA_TIMEOUT)
    except (RedisError, VectorStoreDown) as error:
        raise BackupError(
            f"the database is restored, Redis and Chroma are not both empty ({error}): restore"
            " again, with --force, before anything is started"
        ) from error


def _await_alone(connection: Connection[Any], patience: float) -> None:
    """Of processes that were just stopped the server may not know yet."""
    until = time.monotonic() + patience
    while others := other_connections(connection):
        if time.monotonic() >= until:
            raise BackupError(f"{others} connections to the database: stop handlers and workers")
        time.sleep(_POLL)


def _refuse_full(connection: Connection[Any], redis_url: str) -> None:
    with connection.transaction():
        if not is_empty(connection):
            raise BackupError("the database is not empty; --force replaces what is in it")
    with Redis.from_url(redis_url) as redis:
        if next(redis.scan_iter(match=CONVERSATION_KEYS, count=1_000), None):
            raise BackupError("Redis holds the live state of another database; --force forgets it")


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
