"""Visitors are looked up, however many there are: each way to find one has an index."""

from typing import Any

import pytest
from psycopg import Connection

from shared.storage.visitor_search import find_visitors
from shared.tests.rows import new_site

pytestmark = pytest.mark.services


class Explaining:
    """A connection that explains instead of asking."""

    def __init__(self, connection: Connection[Any]) -> None:
        self.connection = connection
        self.plan = ""

    def cursor(self, **_: object) -> "Explaining":
        return self

    async def execute(self, statement: str, values: dict[str, Any]) -> Any:  # noqa: ANN401
        if "tsquery" in statement and "visitors" not in statement:
            return Answer(self.connection.execute(statement, values).fetchone())
        rows = self.connection.execute("EXPLAIN " + statement, values).fetchall()
        self.plan = "\n".join(row[0] for row in rows)
        return self

    async def fetchall(self) -> list[Any]:
        return []


class Answer:
    """A row that was asked for already."""

    def __init__(self, row: Any) -> None:  # noqa: ANN401
        self.row = row

    async def fetchone(self) -> Any:  # noqa: ANN401
        return self.row


_MANY = """
INSERT INTO visitors (id, site_id, name, email, external_id)
SELECT gen_random_uuid(), %(site_id)s, 'Гость ' || n, 'v' || n || '@example.com', 'crm-' || n
FROM generate_series(1, 5000) n
"""
_THEIRS = """
INSERT INTO conversations (id, site_id, visitor_id, last_seq, contact)
SELECT gen_random_uuid(), site_id, id, 1, jsonb_build_object('email', 'left-' || email)
FROM visitors WHERE site_id = %(site_id)s
"""


async def test_each_way_to_find_a_visitor_has_an_index(connection: Connection[Any]) -> None:
    with connection.transaction(force_rollback=True):
        site_id = new_site(connection)
        for statement in (_MANY, _THEIRS):
            connection.execute(statement, {"site_id": site_id})
        connection.execute("ANALYZE visitors, conversations")
        explaining = Explaining(connection)
        found = find_visitors(explaining, [site_id], "v12@example.com", None, 20)  # type: ignore[arg-type]
        await found
    for index in ("visitors_words", "visitors_email", "conversations_email", "visitors_external"):
        assert index in explaining.plan, explaining.plan
