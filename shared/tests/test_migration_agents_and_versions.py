"""The migration goes back and comes again, with rows of before it."""

from pathlib import Path

import pytest
from psycopg import AsyncConnection

pytestmark = pytest.mark.services

_MIGRATIONS = Path(__file__).parents[1] / "storage/migrations"


async def test_it_goes_and_comes_back(database_url: str) -> None:
    async with await AsyncConnection.connect(database_url) as opened:
        for name in ("rollback.sql", "sql"):
            file = _MIGRATIONS / f"0012_agents_and_versions.{name}"
            await opened.execute(file.read_bytes())
        await opened.rollback()
