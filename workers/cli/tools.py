"""``otvet migrate`` and ``otvet version``."""

import json
import sys
from argparse import ArgumentParser, Namespace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import psycopg

from shared.config import reveal
from shared.storage.migrate import migrate
from shared.storage.pool import connect_options
from shared.storage.schema import known_migrations, read_schema
from workers.cli.context import Context, first_line
from workers.cli.errors import PartAway, Refused, Status


def add(commands: Any) -> None:  # noqa: ANN401 (argparse keeps the class to itself)
    """Declare the commands."""
    migrating: ArgumentParser = commands.add_parser(
        "migrate", help="bring the database to the schema of this version"
    )
    migrating.set_defaults(run=run_migrate)
    telling: ArgumentParser = commands.add_parser("version", help="which version this is")
    telling.add_argument("--json", action="store_true", help="for programs")
    telling.set_defaults(run=run_version)


def run_migrate(context: Context, _options: Namespace) -> Status:
    """Apply what is missing; two at once wait for each other.

    Raises:
        PartAway: PostgreSQL cannot be reached.
        Refused: a table was in use each time that it was tried.
    """
    settings = context.settings("DATABASE_URL")
    url = reveal(settings.database_url)
    try:
        with psycopg.connect(url, **connect_options(settings)) as link:
            ahead = read_schema(link).ahead
        done = migrate(url)
    except psycopg.errors.LockNotAvailable as error:  # which is an OperationalError
        raise Refused(
            "a table was in use each time, run it again; what is applied stays"
        ) from error
    except psycopg.OperationalError as error:
        raise PartAway(f"PostgreSQL: {first_line(error)}") from error
    for name in done:
        context.say(f"applied {name}")
    if not done:
        context.say("nothing to apply")
    if ahead:
        context.warn(f"the database is of a newer version: it has {ahead[-1]}")
    return Status.DONE


def run_version(context: Context, options: Namespace) -> Status:
    """Say which version this is, and the newest migration that it brings."""
    told = {
        "otvet": _own_version(),
        "schema": known_migrations()[-1],
        "python": sys.version.split()[0],
    }
    if options.json:
        context.say(json.dumps(told))
    else:
        context.say("\n".join(f"{name} {value}" for name, value in told.items()))
    return Status.DONE


def _own_version() -> str:
    try:
        return version("otvet")
    except PackageNotFoundError:  # a checkout, which is not installed as a package
        head = Path(__file__).parents[2] / "pyproject.toml"
        lines = head.read_text(encoding="utf-8").splitlines() if head.exists() else []
        named = (line for line in lines if line.startswith("version = "))
        return next(named, "version = unknown").partition("= ")[2].strip('"')
