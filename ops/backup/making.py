"""Makes a backup while everything runs."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from ops.backup.errors import BackupError
from ops.backup.manifest import DUMP, Manifest, Table, digest_of, fingerprint, write_manifest
from ops.backup.programs import run
from shared.storage.schema import applied_migrations
from shared.storage.snapshots import contents, snapshot


def make_backup(url: str, target: Path, secret_key: str | None = None) -> Path:
    """Write a backup into a new folder under ``target`` and return the folder.

    The dump and the digests show one moment of the database. The folder has its name only when
    everything in it is on the disk; of one that was killed a ``.partial`` is left.

    Raises:
        BackupError: there is no schema of ours, or ``pg_dump`` failed.
        OSError: the disk is full, or the folder may not be written.
    """
    now = datetime.now(UTC)
    folder = target / f"otvet-{now:%Y%m%dT%H%M%SZ}"
    draft = folder.with_name(f"{folder.name}.partial")
    target.mkdir(parents=True, exist_ok=True)
    draft.mkdir(mode=0o700)
    try:
        _write(draft, url, now, secret_key)
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft)
        raise
    _to_disk(target)
    return folder


def _write(draft: Path, url: str, now: datetime, secret_key: str | None) -> None:
    dump = draft / DUMP
    with psycopg.connect(url, autocommit=True) as connection, snapshot(connection) as name:
        migrations = applied_migrations(connection)
        if not migrations:
            raise BackupError("the database has no schema of Otvet: nothing to back up")
        held = contents(connection)
        server = connection.info.server_version // 10_000
        options = ("--format=custom", "--no-owner", "--no-privileges", "--schema=public")
        run("pg_dump", url, *options, f"--snapshot={name}", f"--file={dump}", server=server)
    manifest = Manifest(
        made_at=now,
        postgres=server,
        migrations=tuple(migrations),
        tables={table: Table(rows=one.rows, digest=one.digest) for table, one in held.items()},
        bytes=dump.stat().st_size,
        sha256=digest_of(dump),
        secret_key=fingerprint(secret_key) if secret_key else None,
    )
    write_manifest(draft, manifest)
    for path in (*draft.iterdir(), draft):
        _to_disk(path)


def _to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
