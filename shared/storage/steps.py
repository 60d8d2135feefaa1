"""One way of writing for blocking and asyncio connections: queries as steps of a generator.

A generator yields a query with its values and is sent the first row of what it returned, if any;
what it returns in the end is the result. So what belongs together is written once.
"""

from collections.abc import Generator
from typing import Any, TypeVar

from psycopg import AsyncConnection, Connection
from psycopg.rows import TupleRow

_Result = TypeVar("_Result")
Row = tuple[Any, ...]
Steps = Generator[tuple[str, dict[str, Any]], Row | None, _Result]


def run_blocking(connection: Connection[TupleRow], steps: Steps[_Result]) -> _Result:
    """Run steps in one transaction."""
    with connection.transaction():
        try:
            query, values = next(steps)
            while True:
                cursor = connection.execute(query, values)
                query, values = steps.send(cursor.fetchone() if cursor.description else None)
        except StopIteration as end:
            result: _Result = end.value
            return result


async def run(connection: AsyncConnection[TupleRow], steps: Steps[_Result]) -> _Result:
    """Run steps in one transaction, or as a part of the one that is open."""
    async with connection.transaction():
        try:
            query, values = next(steps)
            while True:
                cursor = await connection.execute(query, values)
                row = await cursor.fetchone() if cursor.description else None
                query, values = steps.send(row)
        except StopIteration as end:
            result: _Result = end.value
            return result
