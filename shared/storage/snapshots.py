"""What a backup has to know of the database: its tables' contents, who is using it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, sql

_TABLES = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
"""
# Of every row's text: the order of rows does not count, a row that is there twice does.
_CONTENT = "SELECT count(*), coalesce(sum(hashtextextended({}::text, 0)), 0)::text FROM {}"
# Text must not depend on how a server or a role is set up.
_PLAIN = """
SELECT set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
       set_config('intervalstyle', 'iso_8601', true), set_config('extra_float_digits', '1', true),
       set_config('bytea_output', 'hex', true), set_config('statement_timeout', '0', true)
"""
_OTHERS = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
  AND backend_type = 'client backend'
"""
_IS_YOYO_S = ("_yoyo", "yoyo_")


@dataclass(frozen=True, slots=True)
class Content:
    """What a table holds."""

    rows: int
    digest: str
    """The sum of a 64-bit hash of every row, in decimal digits."""


def contents(connection: Connection[Any]) -> dict[str, Content]:
    """Return what each of our tables holds; reads every row, in the caller's transaction."""
    connection.execute(_PLAIN)
    names = [name for (name,) in connection.execute(_TABLES)]
    found = {}
    for name in names:
        if not name.startswith(_IS_YOYO_S):
            table = sql.Identifier("public", name)
            query = sql.SQL(_CONTENT).format(sql.Identifier(name), table)
            rows, digest = connection.execute(query).fetchone() or (0, "0")
            found[name] = Content(rows, digest)
    return found


def is_empty(connection: Connection[Any]) -> bool:
    """Whether nobody has stored anything: no table of ours, or none with a row."""
    return not any(content.rows for content in contents(connection).values())


def other_connections(connection: Connection[Any]) -> int:
    """Return how many others are connected to this database as its own user: monitoring is not."""
    row = connection.execute(_OTHERS).fetchone()
    return int(row[0]) if row else 0


@contextmanager
def snapshot(connection: Connection[Any]) -> Iterator[str]:
    """Hold one moment of the database; yields the name by which ``pg_dump`` reads the same one."""
    with connection.transaction():
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        row = connection.execute("SELECT pg_export_snapshot()").fetchone()
        yield str(row[0]) if row else ""


def is_set_aside(connection: Connection[Any]) -> bool:
    """Whether somebody who replaced the schema was killed in the middle of it."""
    row = connection.execute("SELECT to_regnamespace('before_restore') IS NOT NULL").fetchone()
    return bool(row and row[0])


@contextmanager
def replaced(connection: Connection[Any]) -> Iterator[None]:
    """Put an empty schema in the place of the present one, which comes back if anything is raised.

    ``connection`` must commit by itself: others fill the new schema meanwhile.
    """
    connection.execute("ALTER SCHEMA public RENAME TO before_restore")
    try:
        connection.execute("CREATE SCHEMA public")
        yield
    except BaseException:
        connection.execute("DROP SCHEMA IF EXISTS public CASCADE")
        connection.execute("ALTER SCHEMA before_restore RENAME TO public")
        raise
    connection.execute("DROP SCHEMA before_restore CASCADE")
