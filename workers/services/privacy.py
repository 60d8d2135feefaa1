"""A visitor's data is given out, or forgotten, whatever dies meanwhile.

A request is a row. Who works on it holds a lease and renews it; when that runs out another begins
again, and each step may be done twice. An erasure deletes the rows and notes the conversations' ids
in one transaction; from those it then removes what Redis and the dead letters hold.
"""

from datetime import timedelta
from tempfile import TemporaryFile
from uuid import UUID

from redis.exceptions import RedisError

from shared.domain.audit import AuditAction
from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.queues.dead_letters import DeadLetters
from shared.queues.delivery import BrokerUnavailable
from shared.storage.audit import NOBODY, entry_of, record_blocking
from shared.storage.erasure import erase_visitor, mark_swept
from shared.storage.everything import Everything
from shared.storage.traces import Traces
from shared.storage.visitor_requests import (
    ClaimedRequest,
    claim_request,
    drop_archives_of,
    drop_old_archives,
    due_requests,
    finish_request,
    keep_archive,
    keep_progress,
)
from workers.consumers.step import RetryLater
from workers.services.archive import write_archive
from workers.services.database import Database
from workers.services.lease import renewed

_LEASE = timedelta(seconds=60)
_ARCHIVE_LIVES = timedelta(hours=24)
_MOST_EXPORTS = 5
"""How often an export that fails is begun; an erasure is begun until it is done."""


class PrivacyService:
    """Exports and erases."""

    def __init__(
        self,
        database: Database,
        traces: Traces,
        letters: DeadLetters,
        clock: Clock = utc_now,
        lease: timedelta = _LEASE,
    ) -> None:
        """Work on ``database``, ``traces`` in Redis and dead ``letters``."""
        self._database = database
        self._traces = traces
        self._letters = letters
        self._clock = clock
        self._lease = lease

    def due(self) -> list[UUID]:
        """Return the requests that wait."""
        with self._database.connection() as connection:
            return due_requests(connection)

    def fulfil(self, request_id: UUID) -> None:
        """Do what was asked for.

        Raises:
            RetryLater: a store or the broker is away; it is due again when its lease is over.
        """
        with self._database.connection() as connection:
            request = claim_request(connection, request_id, self._lease)
        if request is None:
            return
        with renewed(self._database, request, self._lease):
            if request.kind == "export":
                self._export(request)
            else:
                self._erase(request)

    def drop_archives(self) -> None:
        """Delete archives that nobody may fetch any more."""
        with self._database.connection() as connection:
            drop_old_archives(connection)

    def forget_elsewhere(self, site_id: UUID, conversations: tuple[UUID, ...]) -> None:
        """Remove what lies outside PostgreSQL of conversations whose rows are gone.

        Raises:
            RetryLater: some of it may be left.
        """
        try:
            self._traces.remove(site_id, conversations)
            removed = self._letters.remove(conversations)
        except (RedisError, OSError, BrokerUnavailable) as error:
            raise RetryLater(f"{type(error).__name__}: {error}") from error
        with self._database.connection() as connection:
            mark_swept(connection, conversations)
        if removed:
            get_logger().info("dead_letters.erased", count=removed)

    def _export(self, request: ClaimedRequest) -> None:
        if request.tries > _MOST_EXPORTS:
            with self._database.connection() as connection:
                finish_request(connection, request, "failed")
            get_logger().error("visitor.export_failed", visitor_id=str(request.visitor_id))
            return
        # On disk, not in memory: it may be hundreds of megabytes.
        with TemporaryFile() as archive:
            with self._database.connection() as connection, connection.transaction():
                connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
                everything = Everything(connection, request.visitor_id)
                counts = write_archive(archive, request.visitor_id, self._clock(), everything)
            archive.seek(0)
            with self._database.connection() as connection:
                if not counts:  # erased meanwhile
                    finish_request(connection, request, "failed", counts)
                elif keep_archive(connection, request, archive, counts, _ARCHIVE_LIVES):
                    get_logger().info("visitor.exported", visitor_id=str(request.visitor_id))

    def _erase(self, request: ClaimedRequest) -> None:
        conversations, counts = tuple(request.conversations), request.counts
        with self._database.connection() as connection, connection.transaction():
            erased = erase_visitor(connection, request.visitor_id)
            if erased is not None:
                conversations = erased.conversations
                counts = {"conversations": len(conversations), "messages": erased.messages}
                keep_progress(connection, request.id, conversations, counts)
            drop_archives_of(connection, request.visitor_id)
        self.forget_elsewhere(request.site_id, conversations)
        # Consoles come back to read the list anew; what was on none of theirs disturbs nobody.
        if counts.get("messages"):
            self._traces.reload_inbox(request.site_id)
        with self._database.connection() as connection, connection.transaction():
            if not finish_request(connection, request, "done", counts):
                return  # another worker has it, and says so in the audit log
            sites, subject = [request.site_id], str(request.visitor_id)
            entry = entry_of(NOBODY, AuditAction.VISITOR_ERASED, sites, subject, after={**counts})
            record_blocking(connection, entry)
        get_logger().info(
            "visitor.erased", visitor_id=str(request.visitor_id), conversations=len(conversations)
        )
