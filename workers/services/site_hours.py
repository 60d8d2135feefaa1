"""When a site's operators are back, known without asking PostgreSQL at that moment.

A hand-off is told at once, whatever PostgreSQL does: so all sites' hours are read beforehand, again
and again, and what is in memory is what a hand-off says. A process that never could read them says
nothing of hours.
"""

from datetime import datetime
from uuid import UUID

from shared.domain.hours import WorkingHours
from shared.domain.sentences import back_note
from shared.domain.words import Locale
from shared.storage.sites import all_hours
from workers.services.database import Database


class SiteHours:
    """The working hours of every site that has some, a few seconds old."""

    def __init__(self, database: Database) -> None:
        """Know nothing yet; ``refresh`` reads ``database``."""
        self._database = database
        self._known: dict[UUID, tuple[WorkingHours, Locale]] = {}

    def refresh(self) -> None:
        """Read all of them; what was known stays while that fails.

        Raises:
            RetryLater: PostgreSQL is away.
        """
        with self._database.connection() as connection:
            self._known = all_hours(connection)

    def back_note(self, site_id: UUID, now: datetime) -> str:
        """Return when people are back, in the site's language; empty: they are there."""
        hours, locale = self._known.get(site_id, (None, Locale.RU))
        return back_note(hours, now, locale)
