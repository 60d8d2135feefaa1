"""Deleted documents are forgotten when their time is over."""

from datetime import timedelta

from shared.observability.logs import get_logger
from shared.storage.deleted_documents import purge_deleted
from workers.services.database import Database


class DocumentCleaner:
    """Forgets what people deleted and did not want back."""

    def __init__(self, database: Database, kept: timedelta) -> None:
        """Forget what was deleted longer ago than ``kept``."""
        self._database = database
        self._kept = kept

    def clean(self) -> None:
        """Forget once."""
        with self._database.connection() as connection:
            forgotten = purge_deleted(connection, self._kept)
        if forgotten:
            get_logger().info("documents.forgotten", count=forgotten)
