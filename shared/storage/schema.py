"""Which schema a database has, compared with the one that this version brings. Changes nothing."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psycopg import AsyncConnection, Connection

MIGRATIONS = Path(__file__).parent / "migrations"
# Of yoyo, which makes the table at the first migration.
_IS_THERE = "SELECT to_regclass('public._yoyo_migration') IS NOT NULL"
_APPLIED = "SELECT migration_id FROM public._yoyo_migration ORDER BY migration_id"
_ABOUT = """
SELECT current_setting('server_version'), pg_encoding_to_char(encoding)
FROM pg_database WHERE datname = current_database()
"""


@dataclass(frozen=True, slots=True)
class Schema:
    """A database: its server, and migrations that it lacks (behind) or that we lack (ahead)."""

    version: str
    encoding: str
    behind: tuple[str, ...]
    ahead: tuple[str, ...]


def known_migrations() -> list[str]:
    """Return the names of the migrations that this version brings, in their order."""
    names = (path.stem for path in MIGRATIONS.glob("*.sql"))
    return sorted(name for name in names if not name.endswith(".rollback"))


def applied_migrations(connection: Connection[Any]) -> list[str]:
    """Return the names of the migrations that a database has; none of one without our schema."""
    if not (connection.execute(_IS_THERE).fetchone() or (False,))[0]:
        return []
    return [name for (name,) in connection.execute(_APPLIED)]


async def is_current(connection: AsyncConnection[Any]) -> bool:
    """Whether the database has every migration that this version brings; it may have newer ones."""
    there = await (await connection.execute(_IS_THERE)).fetchone()
    if there is None or not there[0]:
        return False
    applied = {row[0] async for row in await connection.execute(_APPLIED)}
    return applied.issuperset(known_migrations())


def read_schema(connection: Connection[Any]) -> Schema:
    """Return how far the database is."""
    version, encoding = connection.execute(_ABOUT).fetchone() or ("", "")
    applied, known = set(applied_migrations(connection)), set(known_migrations())
    return Schema(version, encoding, tuple(sorted(known - applied)), tuple(sorted(applied - known)))
