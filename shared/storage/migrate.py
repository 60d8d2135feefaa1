"""Brings the database to the newest schema: ``python -m shared.storage.migrate``."""

import sys
from pathlib import Path

from yoyo import get_backend, read_migrations

from shared.config import SettingsError, load_settings, reveal

_FOLDER = Path(__file__).parent / "migrations"


def migrate(database_url: str) -> list[str]:
    """Apply what is missing, one at a time even if two processes try; returns the names."""
    scheme, _, rest = database_url.partition("://")
    backend = get_backend(f"{scheme.split('+')[0]}+psycopg://{rest}")
    migrations = read_migrations(str(_FOLDER))
    try:
        with backend.lock():
            pending = backend.to_apply(migrations)
            backend.apply_migrations(pending)
            return [migration.id for migration in pending]
    finally:
        backend.connection.close()


def main() -> int:
    """Migrate the database that ``DATABASE_URL`` names."""
    try:
        settings = load_settings("DATABASE_URL")
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    for name in migrate(reveal(settings.database_url)):
        sys.stdout.write(f"applied {name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
