"""Conversations written line by line, as the persistence worker leaves them."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import dict_row

from shared.kernel.ids import uuid7
from shared.storage.episodes import refresh_episodes
from shared.tests.rows import new_conversation

START = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


class Story:
    """A conversation written line by line."""

    def __init__(self, connection: Connection[Any], site_id: UUID) -> None:
        self.connection = connection
        self.id = new_conversation(connection, site_id)
        self.at = START
        self.seq = 0

    def after(self, **time: float) -> "Story":
        """Let some time pass."""
        self.at += timedelta(**time)
        return self

    def say(self, sender: str, outcome: str | None = None, **more: Any) -> UUID:  # noqa: ANN401
        """Write a line; returns its id."""
        self.seq += 1
        line = uuid7()
        row: dict[str, Any] = {
            "id": line,
            "conversation_id": self.id,
            "seq": self.seq,
            "sender": sender,
        }
        row |= {"text": f"{sender} {self.seq}", "outcome": outcome, "at": self.at, **more}
        names = ", ".join(row)
        marks = ", ".join(f"%({name})s" for name in row)
        self.connection.execute(
            f"INSERT INTO messages ({names}) VALUES ({marks})",  # noqa: S608 (names of ours)
            row,
        )
        self.connection.execute(
            "UPDATE conversations SET episodes_due = true WHERE id = %s", (self.id,)
        )
        return line

    def episodes(self) -> list[dict[str, Any]]:
        """Count, and return the episodes in their order."""
        while refresh_episodes(self.connection):
            pass
        cursor = self.connection.cursor(row_factory=dict_row)
        return cursor.execute(
            "SELECT * FROM episodes WHERE conversation_id = %s ORDER BY ordinal", (self.id,)
        ).fetchall()
