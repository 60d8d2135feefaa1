"""Old sign-ins and links are forgotten."""

from datetime import timedelta

from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.storage.links import delete_old_links
from shared.storage.people import delete_expired_sessions
from workers.services.database import Database

_SHOWN = timedelta(days=30)


class SessionCleaner:
    """Deletes operators' sessions, and links, that can no longer be used."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        """Delete through ``database``."""
        self._database = database
        self._clock = clock

    def clean(self) -> None:
        """Delete once."""
        with self._database.connection() as connection:
            deleted = delete_expired_sessions(connection, self._clock())
            # A lapsed invitation is shown for a while, so that it can be renewed.
            delete_old_links(connection, self._clock() - _SHOWN)
        if deleted:
            get_logger().info("sessions.deleted", count=deleted)
