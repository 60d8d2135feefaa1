"""What a site keeps no longer is deleted, a batch at a time."""

import time
from collections.abc import Callable

from shared.observability.logs import get_logger
from shared.storage.erasure import erase_idle, forget_notes, unswept
from shared.storage.retention import Policy, delete_entries, policies_in_force
from workers.services.database import Database
from workers.services.privacy import PrivacyService

_BATCH = 100
"""Conversations in a transaction: their rows are locked for some milliseconds."""
_LARGE = 1_000
_STEP = 25.0
"""Seconds of a run; what is left is for the next."""


class RetentionService:
    """Applies the policies; a run that is cut short is gone on with by the next."""

    def __init__(
        self,
        database: Database,
        privacy: PrivacyService,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Delete from ``database``, and elsewhere through ``privacy``."""
        self._database = database
        self._privacy = privacy
        self._now = now

    def apply(self) -> None:
        """Delete for a while what policies say."""
        until = self._now() + _STEP
        with self._database.connection() as connection:
            policies = policies_in_force(connection)
        for policy in policies:
            if policy.conversation_days is not None:
                self._erase(policy, policy.conversation_days, until)
            if policy.audit_days is not None:
                self._delete_entries(policy, policy.audit_days, until)
        with self._database.connection() as connection:
            while self._now() < until and forget_notes(connection, _LARGE) == _LARGE:
                pass

    def _erase(self, policy: Policy, days: int, until: float) -> None:
        total = 0
        while self._now() < until:
            with self._database.connection() as connection:
                erased = erase_idle(connection, policy.site_id, days, _BATCH)
            # What a run that was cut short has left is among these.
            self._sweep(policy)
            total += len(erased.conversations)
            if len(erased.conversations) < _BATCH:
                break
        if total:
            get_logger().info("retention.erased", site_id=str(policy.site_id), conversations=total)

    def _sweep(self, policy: Policy) -> None:
        with self._database.connection() as connection:
            left = unswept(connection, policy.site_id, _LARGE)
        if left:
            self._privacy.forget_elsewhere(policy.site_id, left)

    def _delete_entries(self, policy: Policy, days: int, until: float) -> None:
        with self._database.connection() as connection:
            while self._now() < until:
                if delete_entries(connection, policy.site_id, days, _LARGE) < _LARGE:
                    break
