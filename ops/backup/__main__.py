"""``python -m ops.backup create|check|restore``: see docs/operations.md, "Back up and restore"."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from redis.exceptions import RedisError

from ops.backup.errors import BackupError
from ops.backup.making import make_backup
from ops.backup.manifest import Manifest, read_manifest
from ops.backup.restoring import Restored, restore
from ops.embedded.credentials import load_credentials
from ops.embedded.environment import settings_in
from ops.embedded.errors import AlreadyRunningError, EmbeddedError
from ops.embedded.installation import STORE_NAMES, Installation
from ops.embedded.layout import Layout
from ops.embedded.ports import free_port
from ops.embedded.postgres import Postgres
from shared.config import Settings, SettingsError, load_settings, reveal, revealed
from shared.queues.emptying import SET_ASIDE

_NOT_IN_IT = """\
Not in it: SECRET_KEY and the other settings (of `make run`: secret_key, credentials.json and
demo.json in the data folder), the folder of AI_ADAPTERS, models, what was on its way in the broker.
"""
_DEAD_LETTERS = """\
{count} dead letters are kept. Decide on them before anything is started: `otvet dead-letters list`,
then replay or drop (docs/operations.md, "What waits in the broker").\
"""
_INDEX_LEFT = """\
CHROMA_URL is not set, so Chroma has what it had. If it ever served an installation, this one too,
empty it before a gpu_worker starts: else answers come from texts of after the backup.
"""


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; 0 when it was done, 1 when not, 78 for wrong settings."""
    asked = _parser().parse_args(arguments)
    try:
        if asked.command == "check":
            print(_described(read_manifest(asked.backup)))
            return 0
        with _settings(asked.data, is_backup=asked.command == "create") as settings:
            act = _create if asked.command == "create" else _restore
            return act(asked, settings)
    except SettingsError as error:
        print(f"otvet: {error}", file=sys.stderr)
        return 78
    except (BackupError, EmbeddedError, OSError, psycopg.Error, RedisError) as error:
        print(f"otvet: {error}", file=sys.stderr)
        return 1


def _create(asked: argparse.Namespace, settings: Settings) -> int:
    url, key = reveal(settings.database_url), revealed(settings.secret_key)
    folder = make_backup(url, asked.to, key)
    print(f"{folder}\n{_described(read_manifest(folder))}\n{_NOT_IN_IT}", end="")
    return 0


def _restore(asked: argparse.Namespace, settings: Settings) -> int:
    done = restore(asked.backup, settings, force=asked.force)
    print(f"restored, every table equal: {_described(done.manifest)}")
    for name in done.migrations:
        print(f"applied {name}")
    print(f"{done.documents} documents are indexed again once a gpu_worker and tasks run")
    for line in _broker_told(done):
        print(line)
    if settings.chroma_url is None:
        print(_INDEX_LEFT, end="")
    if done.is_other_key:
        print("SECRET_KEY is not that of the backup: everybody signs in anew, codes of apps fail")
    return 0


def _broker_told(done: Restored) -> Iterator[str]:
    """Say what became of what was in the broker."""
    if dropped := [f"{name} {count}" for name, count in done.dropped.items() if count]:
        yield f"dropped from the broker: {', '.join(dropped)}"
    if done.set_aside:
        yield f"{done.set_aside} messages waited in {SET_ASIDE} to be stored: now dead letters"
    if done.dead_letters:
        yield _DEAD_LETTERS.format(count=done.dead_letters)


def _described(manifest: Manifest) -> str:
    rows = sum(table.rows for table in manifest.tables.values())
    return (
        f"{manifest.made_at:%Y-%m-%d %H:%M:%S} UTC, PostgreSQL {manifest.postgres}, schema"
        f" {manifest.migrations[-1]}, {rows} rows in {len(manifest.tables)} tables,"
        f" {manifest.bytes} bytes"
    )


@contextmanager
def _settings(data: Path | None, *, is_backup: bool) -> Iterator[Settings]:
    """Find the stores: those of the settings, or of an embedded installation's folder.

    The stores of one that does not run are started for as long as it takes.
    """
    needed = ("DATABASE_URL",) if is_backup else ("DATABASE_URL", "REDIS_URL", "BROKER_URL")
    if data is None:
        yield load_settings(*needed)
        return
    installation = Installation(data, port=free_port())
    try:
        installation.open()
    except AlreadyRunningError:
        if not is_backup:
            raise
        yield load_settings(*needed, given=_of_running(installation.layout))
        return
    with installation:
        installation.start_programs(["postgres"] if is_backup else STORE_NAMES)
        yield load_settings(*needed, given=settings_in(installation.environment()))


def _of_running(layout: Layout) -> dict[str, str]:
    credentials = load_credentials(layout)
    ports = json.loads((layout.run / "ports.json").read_text(encoding="utf-8"))
    postgres = Postgres(layout.data / "postgres", ports["postgres"], credentials.postgres)
    return {
        "ENVIRONMENT": "development",
        "DATABASE_URL": postgres.url,
        "SECRET_KEY": credentials.secret_key,
    }


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ops.backup", description=_NOT_IN_IT)
    commands = parser.add_subparsers(dest="command", required=True)
    create = commands.add_parser("create", help="make a backup, while everything runs")
    create.add_argument("--to", type=Path, required=True, help="the folder for backups")
    check = commands.add_parser("check", help="say what a backup holds, if it is whole")
    back = commands.add_parser("restore", help="put a backup in the place of what there is")
    back.add_argument("--force", action="store_true", help="even if there is something")
    for command in (check, back):
        command.add_argument("backup", type=Path)
        command.set_defaults(data=None)
    for command in (create, back):
        command.add_argument("--data", type=Path, help="of `make run`; else the settings count")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
