"""Old sign-ins, links and files that were never sent are forgotten."""

from datetime import timedelta

from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.storage.attachments import delete_unsent
from shared.storage.links import delete_old_links
from shared.storage.people import delete_expired_sessions
from workers.services.database import Database

_UNSENT = timedelta(days=1)
_SHOWN = timedelta(days=30)


class SessionCleaner:
    """Deletes operators' sessions and links that can no longer be used, and unsent files."""

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
            unsent = delete_unsent(connection, self._clock() - _UNSENT)
        if deleted or unsent:
            get_logger().info("sessions.deleted", count=deleted, attachments=unsent)
