"""Brings the database to the newest schema: ``python -m shared.storage.migrate``."""

import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import psycopg
from psycopg.errors import LockNotAvailable
from yoyo import get_backend, read_migrations

from shared.config import SettingsError, load_settings, reveal
from shared.storage.schema import MIGRATIONS

# Whoever waits for a table's lock holds up everybody who comes after: a long query of a report
# would stop all writers for as long as it runs. So the wait is short, and comes again.
_LOCK_WAIT = "2s"
_TRIES = 10
# Of the session: PostgreSQL gives it back with the connection, however that ends. yoyo's own lock
# is a row, which a killed migration leaves, and nobody could migrate after it.
_ONE_AT_A_TIME = "SELECT pg_try_advisory_lock(7083621940175)"
_LOOK_SECONDS = 0.5


def migrate(database_url: str) -> list[str]:
    """Apply what is missing, one at a time even if two processes try; returns the names.

    Raises:
        LockNotAvailable: a table was in use each time; what was applied by then stays.
    """
    scheme, _, rest = database_url.partition("://")
    options = ("&" if "?" in rest else "?") + "options=" + quote(f"-c lock_timeout={_LOCK_WAIT}")
    backend = get_backend(f"{scheme.split('+')[0]}+psycopg://{rest}{options}")
    migrations = read_migrations(str(MIGRATIONS))
    try:
        with _alone(f"{scheme.split('+')[0]}://{rest}"):
            missing = [migration.id for migration in backend.to_apply(migrations)]
            for left in reversed(range(_TRIES)):
                try:
                    backend.apply_migrations(backend.to_apply(migrations))
                    return missing
                except LockNotAvailable:
                    if not left:
                        raise
                    time.sleep(random.uniform(0.2, 1.0))  # noqa: S311
            return missing
    finally:
        backend.connection.close()


@contextmanager
def _alone(database_url: str) -> Iterator[None]:
    """Wait until nobody else migrates.

    Asked again and again: whoever waits inside a statement holds a snapshot, which an index that is
    built CONCURRENTLY by the other one would wait for in turn.
    """
    with psycopg.connect(database_url, autocommit=True) as connection:
        while not (connection.execute(_ONE_AT_A_TIME).fetchone() or (False,))[0]:
            time.sleep(_LOOK_SECONDS)
        yield


def main() -> int:
    """Migrate the database that ``DATABASE_URL`` names."""
    try:
        settings = load_settings("DATABASE_URL")
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    try:
        applied = migrate(reveal(settings.database_url))
    except LockNotAvailable as error:
        sys.stderr.write(f"otvet: a table was in use {_TRIES} times, run it again: {error}\n")
        return 1
    for name in applied:
        sys.stdout.write(f"applied {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
