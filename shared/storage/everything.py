"""Everything that PostgreSQL holds of a visitor, found by following references.

Nobody keeps a list of tables here: whatever refers to a visitor, to their conversations or to
what hangs on those is found in the catalogue, so a table that is added tomorrow is exported
tomorrow. Files are given apart from their rows.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection, sql

ROOT = "visitors"
# Copies of what is exported anyway, on their way to other systems.
COPIES = frozenset({"webhook_events", "webhook_deliveries", "webhook_attempts"})

_REFERENCES = """
SELECT c.conrelid::regclass::text, a.attname::text, c.confrelid::regclass::text, f.attname::text,
       c.confdeltype::text
FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
WHERE c.contype = 'f' AND cardinality(c.conkey) = 1
  AND c.connamespace = 'public'::regnamespace
ORDER BY 1, 2
"""
_COLUMNS = """
SELECT attname::text, format_type(atttypid, NULL) FROM pg_attribute
WHERE attrelid = %(table)s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
"""


@dataclass(frozen=True, slots=True)
class Reference:
    """A column that refers to a row of another table."""

    table: str
    column: str
    of: str
    key: str
    on_delete: str
    """As PostgreSQL writes it: ``c`` cascades, ``n`` sets null, anything else refuses."""


@dataclass(frozen=True, slots=True)
class Found:
    """Rows of one table, and the bytes that were in them as ``(path, content)``."""

    table: str
    rows: list[dict[str, Any]]
    files: list[tuple[str, bytes]]


def references(connection: Connection[Any]) -> list[Reference]:
    """Return every reference between two tables by one column."""
    return [Reference(*row) for row in connection.execute(_REFERENCES).fetchall()]


def belonging(connection: Connection[Any]) -> list[Reference]:
    """Return how a visitor's tables hang together: each reference once, nearer ones first.

    A reference that is only set to null (an operator's name for a row of ours) makes nothing a
    visitor's.
    """
    known: set[str] = {ROOT}
    order: list[Reference] = []
    left = [one for one in references(connection) if one.on_delete != "n" and one.of != one.table]
    while True:
        near = [one for one in left if one.of in known and one.table not in known]
        if not near:
            return order
        order += near
        known |= {one.table for one in near}


def everything_of(connection: Connection[Any], visitor_id: UUID) -> Iterator[Found]:
    """Yield what each table holds of a visitor, in one snapshot of the caller's transaction."""
    paths: dict[str, list[sql.Composable]] = {
        ROOT: [sql.SQL("SELECT * FROM visitors WHERE id = {}").format(visitor_id)]
    }
    for one in belonging(connection):
        if one.table in COPIES:
            continue
        paths.setdefault(one.table, []).extend(
            sql.SQL("SELECT * FROM {} WHERE {} IN (SELECT {} FROM ({}) parent)").format(
                sql.Identifier(one.table),
                sql.Identifier(one.column),
                sql.Identifier(one.key),
                parent,
            )
            for parent in paths[one.of]
        )
    for table, queries in paths.items():
        yield _read(connection, table, queries)


def _read(connection: Connection[Any], table: str, queries: list[sql.Composable]) -> Found:
    columns = connection.execute(_COLUMNS, {"table": table}).fetchall()
    plain = [name for name, kind in columns if kind not in ("bytea", "tsvector")]
    bytes_ = [name for name, kind in columns if kind == "bytea"]
    rows: dict[str, dict[str, Any]] = {}
    files: list[tuple[str, bytes]] = []
    for query in queries:
        wanted = sql.SQL("SELECT to_jsonb(t) - {}::text[], {} FROM ({}) t").format(
            [name for name, _ in columns if name not in plain],
            sql.SQL(", ").join(map(sql.Identifier, bytes_)) if bytes_ else sql.NULL,
            query,
        )
        for row, *contents in connection.execute(wanted):
            key = str(row.get("id") or sorted(row.items(), key=lambda item: item[0]))
            if key in rows:
                continue
            for name, content in zip(bytes_, contents, strict=False):
                if content is not None:
                    path = f"files/{table}/{row.get('id', len(rows))}.{name}"
                    row[name] = path
                    files.append((path, bytes(content)))
            rows[key] = row
    return Found(table, list(rows.values()), files)
