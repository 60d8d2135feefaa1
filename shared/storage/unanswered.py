"""Conversations that wait for somebody who does not come: an agent, or an operator who has gone."""

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
SELECT c.id AS conversation_id, c.site_id, c.visitor_seq, s.locale, s.hours AS kept_hours,
       (SELECT m.request_id FROM messages m
        WHERE m.conversation_id = c.id AND m.seq = c.visitor_seq AND m.sender = 'visitor'
        ORDER BY m.id LIMIT 1) AS request_id
FROM conversations c JOIN sites s ON s.id = c.site_id
WHERE c.status = 'agent' AND c.visitor_seq > c.answered_seq AND c.visitor_at < %(before)s
ORDER BY c.visitor_at LIMIT %(most)s
"""
_IS_GONE = """(o.disabled_at IS NOT NULL OR NOT EXISTS (
    SELECT FROM entered_sites m WHERE m.operator_id = o.id AND m.site_id = c.site_id))"""
_DESERTED = f"""
SELECT c.id AS conversation_id, c.site_id, c.operator_id, s.locale
FROM conversations c
JOIN sites s ON s.id = c.site_id
JOIN operators o ON o.id = c.operator_id
WHERE c.status = 'operator' AND {_IS_GONE}
LIMIT %(most)s
"""  # noqa: S608 (ours)
_ABANDONED = f"""
SELECT c.id AS conversation_id, c.assignee_id
FROM conversations c JOIN operators o ON o.id = c.assignee_id
WHERE c.status IN ('waiting', 'operator') AND c.assignee_id IS DISTINCT FROM c.operator_id
  AND {_IS_GONE}
LIMIT %(most)s
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A conversation whose visitor waits."""

    conversation_id: UUID
    site_id: UUID
    visitor_seq: int
    locale: Locale
    kept_hours: dict[str, Any] | None = None
    request_id: str | None = None
    """Of the newest message; null of one from an older version."""

    @property
    def hours(self) -> WorkingHours | None:
        """When operators of the site are there; None: always."""
        return read_hours(self.kept_hours)

    def __post_init__(self) -> None:
        """Turn text from the database into a member of the closed set."""
        object.__setattr__(self, "locale", Locale(self.locale))


@dataclass(frozen=True, slots=True)
class Deserted:
    """A conversation whose operator was disabled, or has left its site."""

    conversation_id: UUID
    site_id: UUID
    operator_id: UUID
    locale: Locale

    def __post_init__(self) -> None:
        """Turn text from the database into a member of the closed set."""
        object.__setattr__(self, "locale", Locale(self.locale))


@dataclass(frozen=True, slots=True)
class Abandoned:
    """A conversation that was given to somebody who then was disabled, or left its site."""

    conversation_id: UUID
    assignee_id: UUID


def find_abandoned(connection: Connection[Any], most: int = 500) -> list[Abandoned]:
    """Return conversations that wait for somebody who will not come."""
    cursor = connection.cursor(row_factory=class_row(Abandoned))
    return cursor.execute(_ABANDONED, {"most": most}).fetchall()


def find_deserted(connection: Connection[Any], most: int = 500) -> list[Deserted]:
    """Return conversations that are held by somebody who cannot answer any more."""
    cursor = connection.cursor(row_factory=class_row(Deserted))
    return cursor.execute(_DESERTED, {"most": most}).fetchall()


def find_unanswered(
    connection: Connection[Any], before: datetime, most: int = 500
) -> list[Unanswered]:
    """Return what was asked ``before`` that moment and is not answered, oldest first."""
    cursor = connection.cursor(row_factory=class_row(Unanswered))
    return cursor.execute(_FIND, {"before": before, "most": most}).fetchall()
