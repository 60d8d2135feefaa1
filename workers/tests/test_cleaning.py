"""What nobody needs any more is deleted, all that is due, a batch at a time."""

from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from shared.kernel.ids import uuid7
from shared.tests.rows import new_conversation, new_site
from workers.services.database import Database
from workers.services.sessions import SessionCleaner

pytestmark = pytest.mark.services

_ADD = (
    "INSERT INTO attachments (id, conversation_id, sender, name, type, size, content, created_at)"
    " VALUES (%s, %s, 'visitor', 'a.txt', 'text/plain', 1, 'x', now() - make_interval(hours => %s))"
)


@pytest.fixture
def place(connection: Connection[Any]) -> UUID:
    """A conversation with many files that were never sent, one of them of this hour."""
    conversation_id = new_conversation(connection, new_site(connection))
    with connection.cursor() as cursor:
        rows = [(uuid7(), conversation_id, 0 if number == 0 else 25) for number in range(251)]
        cursor.executemany(_ADD, rows)
    return conversation_id


def left(connection: Connection[Any], place: UUID) -> int:
    row = connection.execute(
        "SELECT count(*) FROM attachments WHERE conversation_id = %s", (place,)
    ).fetchone()
    assert row
    count: int = row[0]
    return count


def test_all_files_that_were_never_sent_go_in_one_run(
    connection: Connection[Any], database: Database, place: UUID
) -> None:
    SessionCleaner(database).clean()
    assert left(connection, place) == 1


def test_a_run_ends_in_time_and_the_next_goes_on(
    connection: Connection[Any], database: Database, place: UUID
) -> None:
    seconds = iter((0.0, 0.0, 59.0, 61.0))
    SessionCleaner(database, now=lambda: next(seconds)).clean()
    assert left(connection, place) == 51
    SessionCleaner(database).clean()
    assert left(connection, place) == 1
