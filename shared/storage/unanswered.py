"""Visitor messages that an agent owes an answer to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from shared.domain.hours import WorkingHours
from shared.domain.words import Locale
from shared.storage.site_rows import read_hours

_FIND = """
SELECT c.id AS conversation_id, c.site_id, c.visitor_seq, s.locale, s.hours AS kept_hours
FROM conversations c JOIN sites s ON s.id = c.site_id
WHERE c.status = 'agent' AND c.visitor_seq > c.answered_seq AND c.visitor_at < %(before)s
ORDER BY c.visitor_at LIMIT %(most)s
"""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A conversation whose visitor waits."""

    conversation_id: UUID
    site_id: UUID
    visitor_seq: int
    locale: Locale
    kept_hours: dict[str, Any] | None = None

    @property
    def hours(self) -> WorkingHours | None:
        """When operators of the site are there; None: always."""
        return read_hours(self.kept_hours)

    def __post_init__(self) -> None:
        """Turn text from the database into a member of the closed set."""
        object.__setattr__(self, "locale", Locale(self.locale))


def find_unanswered(
    connection: Connection[Any], before: datetime, most: int = 500
) -> list[Unanswered]:
    """Return what was asked ``before`` that moment and is not answered, oldest first."""
    cursor = connection.cursor(row_factory=class_row(Unanswered))
    return cursor.execute(_FIND, {"before": before, "most": most}).fetchall()
