"""Deleted sites are erased, a batch at a time, until nothing is left of them."""

import time
from collections.abc import Callable

from redis.exceptions import RedisError

from shared.domain.audit import AuditAction
from shared.observability.logs import get_logger
from shared.storage.audit import NOBODY, entry_of, record_blocking
from shared.storage.erasure import erase_any, unswept
from shared.storage.site_erasure import DeletedSite, deleted_sites, erase_batch, erase_site
from shared.storage.traces import Traces
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.privacy import PrivacyService

_BATCH = 100
"""Conversations in a transaction."""
_LARGE = 500
_STEP = 25.0
"""Seconds of a run; what is left is for the next."""


class SiteEraser:
    """Erases; a run that is cut short, or done twice, is gone on with by the next."""

    def __init__(
        self,
        database: Database,
        traces: Traces,
        privacy: PrivacyService,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Erase from ``database``, ``traces`` in Redis, and elsewhere through ``privacy``."""
        self._database = database
        self._traces = traces
        self._privacy = privacy
        self._now = now

    def run(self) -> None:
        """Erase for a while what is left of deleted sites.

        Raises:
            RetryLater: a store or the broker is away; the next run goes on.
        """
        until = self._now() + _STEP
        with self._database.connection() as connection:
            sites = deleted_sites(connection)
        for site in sites:
            while self._now() < until:
                if not self._step(site):
                    self._finish(site)
                    break

    def _step(self, site: DeletedSite) -> bool:
        """Erase a batch of each kind; false when nothing was found."""
        with self._database.connection() as connection:
            erased = erase_any(connection, site.id, _BATCH)
            left = unswept(connection, site.id, _LARGE)
        if left:
            self._privacy.forget_elsewhere(site.id, left)
        with self._database.connection() as connection:
            rows = erase_batch(connection, site.id, _LARGE)
        return bool(erased.conversations or left or rows)

    def _finish(self, site: DeletedSite) -> None:
        """Delete the site itself, unless its documents are still on their way out of the index."""
        try:
            # First, for nobody would come back to it once the site's row is gone.
            self._traces.remove_site(site.id)
        except (RedisError, OSError) as error:
            raise RetryLater(f"{type(error).__name__}: {error}") from error
        with self._database.connection() as connection, connection.transaction():
            if not erase_site(connection, site.id):
                return
            sites, subject = site.told_sites, str(site.id)
            told = entry_of(NOBODY, AuditAction.SITE_ERASED, sites, subject, name=site.name)
            record_blocking(connection, told)
        get_logger().info("site.erased", site_id=str(site.id))
