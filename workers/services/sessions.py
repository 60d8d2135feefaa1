"""Old sign-ins, links and files that were never sent are forgotten."""

import time
from collections.abc import Callable
from datetime import timedelta

from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.storage.attachments import delete_unsent
from shared.storage.links import delete_old_links
from shared.storage.people import delete_expired_sessions
from workers.services.database import Database

_UNSENT = timedelta(days=1)
_SHOWN = timedelta(days=30)
_BATCH = 100
"""Files in a transaction; each may have ten megabytes."""
_STEP = 60.0
"""Seconds of a run; what is left is for the next."""


class SessionCleaner:
    """Deletes operators' sessions and links that can no longer be used, and unsent files."""

    def __init__(
        self,
        database: Database,
        clock: Clock = utc_now,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Delete through ``database``."""
        self._database = database
        self._clock = clock
        self._now = now

    def clean(self) -> None:
        """Delete once."""
        with self._database.connection() as connection:
            deleted = delete_expired_sessions(connection, self._clock())
            # A lapsed invitation is shown for a while, so that it can be renewed.
            delete_old_links(connection, self._clock() - _SHOWN)
        unsent = self._delete_unsent()
        if deleted or unsent:
            get_logger().info("sessions.deleted", count=deleted, attachments=unsent)

    def _delete_unsent(self) -> int:
        """Delete all that is due, for a while; a worker that ends meanwhile loses one batch."""
        before, until, total = self._clock() - _UNSENT, self._now() + _STEP, 0
        while self._now() < until:
            with self._database.connection() as connection:
                count = delete_unsent(connection, before, _BATCH)
            total += count
            if count < _BATCH:
                break
        return total
