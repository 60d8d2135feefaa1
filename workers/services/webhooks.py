"""Events of the outbox are delivered: in the order of each conversation, until they are taken."""

import time
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from shared.domain.audit import AuditAction, AuditActor
from shared.domain.webhooks import (
    FAILING_FOR,
    DisabledReason,
    rest_after,
    retry_after,
    signature,
)
from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.observability.metrics import WEBHOOK_SECONDS, WEBHOOKS_SENT
from shared.storage.audit import AuditEntry, record_blocking
from shared.storage.deliveries import (
    Attempt,
    DueDelivery,
    LeasedWebhook,
    disable_webhook,
    due_webhooks,
    forget_deliveries,
    lease_webhook,
    next_delivery,
    release_webhook,
    settle_delivery,
)
from workers.services.database import Database
from workers.web.post import Poster

_STEP = 10.0
"""Seconds in which new deliveries are begun; the last may take ten more."""
_LEASE = timedelta(seconds=30)
_GONE = 410
_BATCH = 1_000


class WebhookService:
    """Delivers; every step may be run twice, and by several workers at once."""

    def __init__(
        self,
        database: Database,
        poster: Poster,
        clock: Clock = utc_now,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Send through ``poster`` what ``database`` holds."""
        self._database = database
        self._poster = poster
        self._clock = clock
        self._now = now

    def due(self) -> list[UUID]:
        """Return the webhooks that something waits for."""
        with self._database.connection() as connection:
            return due_webhooks(connection)

    def deliver(self, webhook_id: UUID) -> None:
        """Deliver to one webhook for a while, or until an attempt fails: then it rests."""
        with self._database.connection() as connection:
            webhook = lease_webhook(connection, webhook_id, _LEASE)
        if webhook is None:
            return
        until = self._now() + _STEP
        is_well = True
        while is_well and self._now() < until:
            with self._database.connection() as connection:
                due = next_delivery(connection, webhook_id)
            if due is None:
                break
            is_well = self._send(webhook, due)
        with self._database.connection() as connection:
            release_webhook(connection, webhook_id)

    def forget(self) -> None:
        """Delete what is older than its site keeps it."""
        with self._database.connection() as connection:
            while forget_deliveries(connection, _BATCH) == _BATCH:
                pass

    def _send(self, webhook: LeasedWebhook, due: DueDelivery) -> bool:
        at, body = self._clock(), due.body.encode()
        timestamp = int(at.timestamp())
        headers = {
            "webhook-id": str(due.event_id),
            "webhook-timestamp": str(timestamp),
            "webhook-signature": signature(webhook.secrets, str(due.event_id), timestamp, body),
        }
        posted = self._poster.post(webhook.url, body, headers)
        attempt = Attempt(at, posted.latency_ms, posted.status, posted.trouble, posted.excerpt)
        with self._database.connection() as connection:
            settle_delivery(
                connection,
                webhook,
                due.event_id,
                attempt,
                retry=retry_after(due.attempts + 1),
                rest=rest_after(webhook.failures + 1),
            )
        result = "delivered" if attempt.is_taken else "failed"
        WEBHOOKS_SENT.labels(result).inc()
        WEBHOOK_SECONDS.observe(posted.latency_ms / 1000)
        get_logger().info(
            f"webhook.{result}",
            webhook_id=str(webhook.id),
            event_id=str(due.event_id),
            status=posted.status,
            trouble=posted.trouble and str(posted.trouble),
            latency_ms=posted.latency_ms,
        )
        if not attempt.is_taken:
            self._consider(webhook, attempt)
        return attempt.is_taken

    def _consider(self, webhook: LeasedWebhook, attempt: Attempt) -> None:
        """Disable what has gone, or has taken nothing for days."""
        reason = None
        if attempt.status == _GONE:
            reason = DisabledReason.GONE
        elif webhook.failing_since and self._clock() - webhook.failing_since > FAILING_FOR:
            reason = DisabledReason.FAILING
        if reason is None:
            return
        with self._database.connection() as connection, connection.transaction():
            if disable_webhook(connection, webhook.id, reason):
                entry = AuditEntry(
                    AuditAction.WEBHOOK_DISABLED,
                    None,
                    "",
                    [webhook.site_id],
                    str(webhook.id),
                    name=webhook.url,
                    after={"reason": str(reason)},
                    actor=AuditActor.SYSTEM,
                )
                record_blocking(connection, entry)
        get_logger().warning("webhook.disabled", webhook_id=str(webhook.id), reason=str(reason))
