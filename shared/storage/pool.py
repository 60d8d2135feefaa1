"""Connections to PostgreSQL, with time-outs on everything."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import TupleRow
from psycopg_pool import AsyncConnectionPool, PoolTimeout

from shared.config import Settings, reveal
from shared.kernel.errors import ErrorCode, InvalidInput, Unavailable

AsyncLink = AsyncConnection[TupleRow]
"""What ``using`` lends, by a name for rooms that know no driver."""
AsyncDatabase = AsyncConnectionPool[AsyncLink]


def connect_options(settings: Settings) -> dict[str, Any]:
    """Return connection parameters: connect and statement time-outs, UTC."""
    statement_ms = int(settings.statement_timeout.total_seconds() * 1000)
    return {
        "connect_timeout": max(1, int(settings.connect_timeout.total_seconds())),
        "options": f"-c statement_timeout={statement_ms} -c TimeZone=UTC",
        "application_name": "otvet",
        "autocommit": True,
    }


def build_database(settings: Settings, size: int = 8) -> AsyncDatabase:
    """Return a closed pool; open it in the process's start step."""
    return AsyncConnectionPool(
        reveal(settings.database_url),
        kwargs=connect_options(settings),
        min_size=1,
        max_size=size,
        timeout=settings.connect_timeout.total_seconds(),
        reconnect_timeout=30.0,
        check=AsyncConnectionPool.check_connection,
        open=False,
    )


@asynccontextmanager
async def using(database: AsyncDatabase) -> AsyncIterator[AsyncConnection[TupleRow]]:
    """Lend a connection.

    Raises:
        Unavailable: PostgreSQL cannot be reached or does not answer in time.
        InvalidInput: a value that no column can hold, such as a text with a NUL.
    """
    try:
        async with database.connection() as connection:
            yield connection
    except (PoolTimeout, psycopg.OperationalError) as error:
        raise Unavailable(ErrorCode.STORE_UNAVAILABLE) from error
    except psycopg.DataError as error:
        raise InvalidInput(detail=type(error).__name__) from error
