"""Every row that changes, and whose it is; the database itself writes that down.

The run has a database of its own, where a trigger on each table notes what was inserted, changed
or deleted. Whose a row is follows from its site, or from the row that it hangs on, by the
references that PostgreSQL knows: a table that is added tomorrow is in the ledger tomorrow.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from psycopg import Connection, sql

from shared.storage.everything import references

_TOUCHED = """
CREATE UNLOGGED TABLE touched (
    n bigint GENERATED ALWAYS AS IDENTITY, name text, verb text, was jsonb, now jsonb);
CREATE FUNCTION note_touched() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW IS DISTINCT FROM OLD THEN
        INSERT INTO touched (name, verb, was, now)
        VALUES (TG_TABLE_NAME, TG_OP, to_jsonb(OLD), to_jsonb(NEW));
    END IF;
    RETURN NULL;
END $$
"""
_TABLES = """
SELECT c.relname, array_agg(a.attname::text) FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype)
WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
GROUP BY c.relname
"""
_TAKE = """
WITH gone AS (DELETE FROM touched RETURNING *)
SELECT name, verb, was, now FROM gone ORDER BY n
"""
_IDS = ("id", "trial_id")
_KINDS = {"draft_verdicts": "trial", "audit_log": "entry"}
# Columns that name a thing as well as its id does.
_NAMES = {"sites": "site_key", "agents": "slug", "operators": "email", "invitations": "email"}


@dataclass(frozen=True, slots=True)
class Touched:
    """A row that was changed; ``ids`` are all identifiers in it, ``single`` those not in lists."""

    table: str
    verb: str
    ids: frozenset[str]
    single: frozenset[str]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something with an identifier: what it is and what it hangs together with."""

    kind: str
    value: str
    related: frozenset[str]


class Ledger:
    """Knows whose each identifier is: of one company, of both, or nobody's."""

    def __init__(self, connection: Connection[Any]) -> None:
        """Begin to listen to ``connection``'s database, which must be migrated and empty."""
        self._connection = connection
        self._columns: dict[str, list[str]] = dict(connection.execute(_TABLES).fetchall())
        self._parents: dict[str, list[str]] = defaultdict(list)
        for one in references(connection):
            if one.on_delete == "c" and one.table in self._columns:
                self._parents[one.table].append(one.column)
        connection.execute(_TOUCHED)
        for table in self._columns:
            connection.execute(
                sql.SQL(
                    "CREATE TRIGGER touched AFTER INSERT OR UPDATE OR DELETE ON {}"
                    " FOR EACH ROW EXECUTE FUNCTION note_touched()"
                ).format(sql.Identifier(table))
            )
        self._owners: dict[str, frozenset[str]] = {}
        self.fresh: list[Thing] = []
        self.gone: list[str] = []

    def owners(self, identifier: str) -> frozenset[str]:
        """Return the companies that a thing is of; of something unknown nobody."""
        return self._owners.get(identifier, frozenset())

    def give(self, identifier: str, company: str) -> None:
        """Write down whose a thing is: sites, that all else follows from."""
        self._owners[identifier] = self.owners(identifier) | {company}

    def take(self, company: str | None) -> list[Touched]:
        """Return what was changed since the last time, by people of ``company``.

        A site that was made meanwhile is that company's. ``fresh`` and ``gone`` are what a pool
        is to be told of.
        """
        self.fresh, self.gone = [], []
        rows = self._connection.execute(_TAKE).fetchall()
        for table, _, was, now in rows:
            if now is not None:
                self._learn(table, now, company)
            if was is not None:
                self.gone += _lost(table, was, now or {})
        return [self._touched(*row) for row in rows]

    def _learn(self, table: str, row: dict[str, Any], company: str | None) -> None:
        if table == "sites" and company and not self.owners(row["id"]):
            self.give(row["id"], company)
        for one, owners in self._said_by(table, row):
            self._owners[one] = self.owners(one) | owners
        related = frozenset(_texts(row[name] for name in self._columns[table]))
        if (name := next((one for one in _IDS if one in self._columns[table]), "")) in row:
            self.fresh.append(Thing(_kind(table), row[name], related))
        if table in _NAMES:
            kind = _NAMES[table]
            self.fresh.append(Thing(kind, row[kind], related))

    def _said_by(self, table: str, row: dict[str, Any]) -> Iterator[tuple[str, frozenset[str]]]:
        """Yield what a row tells of whose its own id, or the one that it is about, is."""
        owners = self._owners_of(table, row)
        if table.endswith("_sites"):  # whose somebody is follows from where they work
            for column in self._parents[table]:
                if column != "site_id":
                    yield row[column], owners
        for column in _IDS:
            if column in row and column in self._columns[table]:
                yield row[column], owners

    def _owners_of(self, table: str, row: dict[str, Any]) -> frozenset[str]:
        if table == "sites":
            return self.owners(row["id"])
        if row.get("site_id"):
            return self.owners(row["site_id"])
        if "site_ids" in row:
            return frozenset(one for site in row["site_ids"] for one in self.owners(site))
        for column in self._parents[table]:
            if row[column]:
                return self.owners(row[column])
        return frozenset()

    def _touched(
        self, table: str, verb: str, was: dict[str, Any] | None, now: dict[str, Any] | None
    ) -> Touched:
        columns = self._columns[table]
        rows = [row for row in (was, now) if row is not None]
        single = [row[name] for row in rows for name in columns]
        return Touched(
            table,
            verb,
            frozenset(_texts(single)),
            frozenset(one for one in single if isinstance(one, str)),
        )


def _lost(table: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    """Yield what named a row and does so no more."""
    for name in ("id", _NAMES.get(table, "id")):
        if name in was and was[name] != now.get(name):
            yield was[name]


def _texts(values: Any) -> Iterator[str]:  # noqa: ANN401
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from value


def _kind(table: str) -> str:
    """Return what fields that name a row of a table are called: ``reply`` of ``replies``."""
    if table in _KINDS:
        return _KINDS[table]
    name = table.rpartition("_")[2]
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")
