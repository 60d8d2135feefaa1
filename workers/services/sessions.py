"""Old sign-ins are forgotten."""

from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.storage.people import delete_expired_sessions
from workers.services.database import Database


class SessionCleaner:
    """Deletes operators' sessions whose refresh tokens can no longer be used."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        """Delete through ``database``."""
        self._database = database
        self._clock = clock

    def clean(self) -> None:
        """Delete once."""
        with self._database.connection() as connection:
            deleted = delete_expired_sessions(connection, self._clock())
        if deleted:
            get_logger().info("sessions.deleted", count=deleted)
