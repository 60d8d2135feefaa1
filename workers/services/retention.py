"""What a site keeps no longer is deleted, a batch at a time."""

import time
from collections.abc import Callable
from uuid import UUID

from redis.exceptions import RedisError

from shared.observability.logs import get_logger
from shared.storage.erasure import Erased, erase_idle, forget_notes, unswept
from shared.storage.retention import Policy, delete_entries, policies_in_force
from shared.storage.traces import Traces
from workers.consumers.step import RetryLater
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
        traces: Traces,
        privacy: PrivacyService,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Delete from ``database`` what ``traces`` say is whole there, elsewhere by ``privacy``."""
        self._database = database
        self._traces = traces
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
        spared: set[UUID] = set()
        while self._now() < until:
            erased = self._erase_batch(policy, days, spared)
            # What a run that was cut short has left is among these.
            self._sweep(policy)
            total += len(erased.conversations)
            spared |= set(erased.spared)
            if len(erased.conversations) + len(erased.spared) < _BATCH:
                break
        if total:
            get_logger().info("retention.erased", site_id=str(policy.site_id), conversations=total)

    def _erase_batch(self, policy: Policy, days: int, spared: set[UUID]) -> Erased:
        try:
            with self._database.connection() as connection:
                return erase_idle(
                    connection,
                    policy.site_id,
                    days,
                    _BATCH,
                    condemn=self._traces.condemn,
                    spared=spared,
                )
        except (RedisError, OSError) as error:
            # What is on its way is not known then: nothing is deleted.
            raise RetryLater(f"redis: {type(error).__name__}") from error

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
