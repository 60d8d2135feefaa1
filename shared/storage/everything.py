"""Everything that PostgreSQL holds of a visitor, found by following references.

Nobody keeps a list of tables here: whatever refers to a visitor, to their conversations or to
what hangs on those is found in the catalogue, so a table that is added tomorrow is exported
tomorrow. However much it is, it is read row by row, and files piece by piece.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any
from uuid import UUID

from psycopg import Connection, sql

Row = dict[str, Any]

ROOT = "visitors"
# Copies of what is exported anyway, on their way to other systems.
COPIES = frozenset({"webhook_events", "webhook_deliveries", "webhook_attempts"})

PIECE = 1024 * 1024
"""Bytes of a file that are in memory at once."""
_PLACE = sql.Identifier("place of the row")  # no column is called so

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
class File:
    """Bytes that a row holds; the row has its ``path`` in their place."""

    path: str
    table: str
    column: str
    place: str
    """Of the row, as PostgreSQL writes it: good for as long as the snapshot."""


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


class Everything:
    """What each table holds of a visitor, in one snapshot: the caller's repeatable transaction."""

    def __init__(self, connection: Connection[Any], visitor_id: UUID) -> None:
        """Read on ``connection``; nothing is read yet."""
        self._connection = connection
        self._visitor_id = visitor_id
        self.files: list[File] = []
        """Of the rows that were read so far."""

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield each table with its rows, which must be read before the next table is."""
        theirs = sql.SQL("id = {}").format(self._visitor_id)
        paths: dict[str, list[sql.Composable]] = {ROOT: [_select(ROOT, theirs)]}
        for one in belonging(self._connection):
            if one.table in COPIES:
                continue
            paths.setdefault(one.table, []).extend(
                _select(
                    one.table,
                    sql.SQL("{} IN (SELECT {} FROM ({}) parent)").format(
                        sql.Identifier(one.column), sql.Identifier(one.key), parent
                    ),
                )
                for parent in paths[one.of]
            )
        for table, queries in paths.items():
            yield table, self._rows(table, queries)

    def pieces(self, file: File) -> Iterator[bytes]:
        """Yield the content of a file, ``PIECE`` bytes at most at once."""
        query = sql.SQL("SELECT substring({} FROM %s FOR %s) FROM {} WHERE ctid = %s::tid").format(
            sql.Identifier(file.column), sql.Identifier(file.table)
        )
        cursor = self._connection.cursor(binary=True)
        for start in count(1, PIECE):
            row = cursor.execute(query, [start, PIECE, file.place]).fetchone()
            if row is None or not row[0]:
                return
            yield row[0]

    def _rows(self, table: str, queries: Sequence[sql.Composable]) -> Iterator[Row]:
        kinds = self._connection.execute(_COLUMNS, {"table": table}).fetchall()
        bytes_ = [name for name, kind in kinds if kind == "bytea"]
        plain = [name for name, kind in kinds if kind not in ("bytea", "tsvector")]
        columns = sql.SQL(", ").join(sql.Identifier("t", name) for name in plain)
        filled = sql.SQL(", ").join(
            sql.SQL("{} IS NOT NULL").format(sql.Identifier("t", name)) for name in bytes_
        )
        # Ids are of their time (UUIDv7): what was said first comes first.
        key = "id" if "id" in plain else plain[0]
        seen: set[str] = set()
        for query in queries:
            wanted = sql.SQL(
                "SELECT t.{}::text, (SELECT to_jsonb(r) FROM (SELECT {}) r), ARRAY[{}]::bool[]"
                " FROM ({}) t ORDER BY {}"
            ).format(_PLACE, columns, filled, query, sql.Identifier("t", key))
            with self._connection.cursor(name="everything") as cursor:
                for place, row, are_filled in cursor.execute(wanted):
                    if place in seen:
                        continue
                    for name, is_filled in zip(bytes_, are_filled, strict=True):
                        if is_filled:
                            path = f"files/{table}/{row.get('id', len(seen))}.{name}"
                            row[name] = path
                            self.files.append(File(path, table, name, place))
                    seen.add(place)
                    yield row


def _select(table: str, condition: sql.Composable) -> sql.Composable:
    return sql.SQL("SELECT ctid AS {}, * FROM {} WHERE {}").format(
        _PLACE, sql.Identifier(table), condition
    )
