"""Archives that are kept survive the migration, back and forth."""

from pathlib import Path
from typing import Any

import pytest
from psycopg import AsyncConnection, Connection

from shared.kernel.ids import uuid7
from shared.tests.rows import new_site

pytestmark = pytest.mark.services

_MIGRATION = Path(__file__).parents[1] / "storage/migrations/0021_archive_pieces"


async def test_an_archive_goes_back_into_one_and_comes_again_in_pieces(
    connection: Connection[Any], database_url: str
) -> None:
    site_id, request_id = new_site(connection), uuid7()
    async with await AsyncConnection.connect(database_url) as opened:
        await opened.execute(
            "INSERT INTO visitor_requests (id, site_id, visitor_id, kind, requested_by, size)"
            " VALUES (%s, %s, %s, 'export', 'x', 6)",
            (request_id, site_id, uuid7()),
        )
        for n, piece in enumerate((b"abc", b"def")):
            await opened.execute(
                "INSERT INTO archive_pieces VALUES (%s, %s, %s)", (request_id, n, piece)
            )
        await opened.execute(_MIGRATION.with_suffix(".rollback.sql").read_bytes())
        whole = "SELECT archive FROM visitor_requests WHERE id = %s"
        assert await (await opened.execute(whole, [request_id])).fetchone() == (b"abcdef",)
        await opened.execute(_MIGRATION.with_suffix(".sql").read_bytes())
        kept = (
            "SELECT n, content, size FROM archive_pieces JOIN visitor_requests ON id = request_id"
            " WHERE request_id = %s"
        )
        assert await (await opened.execute(kept, [request_id])).fetchall() == [(0, b"abcdef", 6)]
        await opened.rollback()
