"""The operators' list: newest change first over all their sites, page by page, from an index."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any
from uuid import UUID

import pytest
from psycopg import AsyncConnection, Connection

from shared.contracts.inbox import InboxFilter
from shared.contracts.operator import ConversationSummary
from shared.domain.words import ConversationStatus
from shared.storage.inbox import asked, list_conversations
from shared.tests.rows import new_operator, new_site

pytestmark = pytest.mark.services

_MANY = 3000
_NOBODY = UUID(int=0)
_FILL = """
WITH visitor AS (
    INSERT INTO visitors (id, site_id, name)
    SELECT gen_random_uuid(), (%(sites)s::uuid[])[1 + n %% 3], 'Посетитель'
    FROM generate_series(1, %(many)s) n RETURNING id, site_id)
INSERT INTO conversations (id, site_id, visitor_id, status, operator_id, last_seq, updated_at)
SELECT gen_random_uuid(), site_id, id,
       (ARRAY['agent', 'waiting', 'operator', 'closed'])[1 + number %% 4],
       CASE WHEN number %% 4 = 2 THEN %(operator_id)s::uuid END,
       number %% 10, now() - interval '1 minute' * (number / 3)
FROM (SELECT *, row_number() OVER () AS number FROM visitor) AS numbered
"""


@pytest.fixture
def sites(connection: Connection[Any]) -> list[UUID]:
    return [new_site(connection) for _ in range(3)]


@pytest.fixture
def operator_id(connection: Connection[Any], sites: list[UUID]) -> UUID:
    made = new_operator(connection, sites[0])
    values = {"sites": sites, "many": _MANY, "operator_id": made}
    connection.execute(_FILL, values)
    connection.execute("ANALYZE conversations")
    return made


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[AsyncConnection[Any]]:
    async with await AsyncConnection.connect(database_url, autocommit=True) as connection:
        yield connection


async def pages(
    database: AsyncConnection[Any],
    sites: list[UUID],
    status: ConversationStatus | None = None,
    operator_id: UUID | None = None,
) -> list[ConversationSummary]:
    """Read the list to its end, as a console that scrolls does."""
    found: list[ConversationSummary] = []
    before: tuple[datetime, UUID] | None = None
    filters = InboxFilter(status=(status,) if status else (), assigned=operator_id)
    while page := await list_conversations(
        database, asked(filters, sites=sites, caller=_NOBODY, before=before, limit=400)
    ):
        found += page
        before = (page[-1].updated_at, page[-1].id)
    return found


async def test_pages_over_several_sites_hold_every_conversation_once_and_in_order(
    database: AsyncConnection[Any], sites: list[UUID], operator_id: UUID
) -> None:
    found = await pages(database, sites)
    assert len(found) == len({one.id for one in found}) == _MANY * 9 // 10  # some said nothing yet
    moments = [(one.updated_at, one.id) for one in found]
    assert moments == sorted(moments, reverse=True)
    assert {one.site_id for one in found} == set(sites)
    assert {one.site_id for one in await pages(database, sites[1:2])} == {sites[1]}


async def test_a_status_and_an_operator_leave_out_the_others(
    database: AsyncConnection[Any], sites: list[UUID], operator_id: UUID
) -> None:
    waiting = await pages(database, sites, ConversationStatus.WAITING)
    mine = await pages(database, sites, operator_id=operator_id)
    assert waiting
    assert {one.status for one in waiting} == {ConversationStatus.WAITING}
    assert mine
    assert {one.operator_id for one in mine} == {operator_id}
    stranger = UUID(int=0)
    assert await pages(database, [stranger]) == []
    assert await pages(database, sites, operator_id=stranger) == []


@pytest.mark.parametrize("status", [None, *ConversationStatus])
async def test_the_list_never_reads_the_whole_table_however_often_it_is_asked_for(
    database: AsyncConnection[Any],
    connection: Connection[Any],
    sites: list[UUID],
    operator_id: UUID,
    status: ConversationStatus | None,
) -> None:
    """A prepared statement gets one plan for all values, after some runs: that counts."""

    def whole_reads() -> int:
        connection.execute("SELECT pg_stat_clear_snapshot()")
        query = "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'conversations'"
        row = connection.execute(query).fetchone()
        assert row
        return int(row[0])

    await database.execute("SELECT pg_stat_force_next_flush()")
    before = whole_reads()
    for _ in range(15):
        filters = InboxFilter(status=(status,) if status else ())
        await list_conversations(
            database, asked(filters, sites=sites, caller=_NOBODY, before=None, limit=50)
        )
    await database.execute("SELECT pg_stat_force_next_flush()")
    await database.execute("SELECT 1")
    assert whole_reads() == before
