"""Events of the outbox are delivered: in the order of each conversation, until they are taken."""

import time
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from shared.domain.audit import AuditAction
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
from shared.storage.audit import NOBODY, entry_of, record_blocking
from shared.storage.deliveries import (
    Attempt,
    DueDelivery,
    LeasedWebhook,
    disable_webhook,
    due_webhooks,
    forget_deliveries,
    give_up,
    lease_webhook,
    next_deliveries,
    note_failure,
    note_taken,
    release_webhook,
    settle_delivery,
)
from workers.services.database import Database
from workers.web.post import Poster

_STEP = 10.0
"""Seconds in which new deliveries are begun; the last may take ten more."""
_LEASE = timedelta(seconds=30)
_AT_ONCE = 4
"""Conversations that one webhook is told of at the same time."""
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
        until = self._now() + _STEP
        with self._database.connection() as connection:
            webhook = lease_webhook(connection, webhook_id, _LEASE)
        if webhook is not None:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                while webhook is not None and self._now() < until:
                    webhook = self._round(webhook, pool)
            with self._database.connection() as connection:
                release_webhook(connection, webhook_id)
        self._give_up(webhook_id, until)

    def forget(self) -> None:
        """Delete what is older than its site keeps it."""
        with self._database.connection() as connection:
            while forget_deliveries(connection, _BATCH) == _BATCH:
                pass

    def _round(self, webhook: LeasedWebhook, pool: Executor) -> LeasedWebhook | None:
        """Send the next of some conversations; returns the webhook as it is if it goes on."""
        # One that failed is not fallen upon by several as soon as it is back.
        most = 1 if webhook.failures else _AT_ONCE
        with self._database.connection() as connection:
            due = next_deliveries(connection, webhook.id, most)
        attempts = list(pool.map(lambda one: self._send(webhook, one), due))
        for one, attempt in zip(due, attempts, strict=True):
            self._settle(webhook, one, attempt)
        if webhook.failures and any(attempt.is_taken for attempt in attempts):
            webhook = replace(webhook, failures=0, failing_since=None)
            with self._database.connection() as connection:
                note_taken(connection, webhook.id)
        if all(attempt.is_taken for attempt in attempts):
            return webhook if due else None
        with self._database.connection() as connection:
            note_failure(connection, webhook.id, rest_after(webhook.failures + 1))
        self._consider(webhook, attempts)
        return None

    def _send(self, webhook: LeasedWebhook, due: DueDelivery) -> Attempt:
        at, body = self._clock(), due.body.encode()
        timestamp = int(at.timestamp())
        headers = {
            "webhook-id": str(due.event_id),
            "webhook-timestamp": str(timestamp),
            "webhook-signature": signature(webhook.secrets, str(due.event_id), timestamp, body),
        }
        posted = self._poster.post(webhook.url, body, headers)
        return Attempt(at, posted.latency_ms, posted.status, posted.trouble, posted.excerpt)

    def _settle(self, webhook: LeasedWebhook, due: DueDelivery, attempt: Attempt) -> None:
        retry = retry_after(due.attempts + 1)
        with self._database.connection() as connection:
            settle_delivery(connection, webhook.id, due.event_id, attempt, retry)
        result = "delivered" if attempt.is_taken else "failed"
        WEBHOOKS_SENT.labels(result).inc()
        WEBHOOK_SECONDS.observe(attempt.latency_ms / 1000)
        get_logger().info(
            f"webhook.{result}",
            webhook_id=str(webhook.id),
            event_id=str(due.event_id),
            status=attempt.status,
            trouble=attempt.trouble and str(attempt.trouble),
            latency_ms=attempt.latency_ms,
        )

    def _consider(self, webhook: LeasedWebhook, attempts: Sequence[Attempt]) -> None:
        """Disable what has gone, or has taken nothing for days."""
        reason = None
        if any(attempt.status == _GONE for attempt in attempts):
            reason = DisabledReason.GONE
        elif webhook.failing_since and self._clock() - webhook.failing_since > FAILING_FOR:
            reason = DisabledReason.FAILING
        if reason is None:
            return
        with self._database.connection() as connection, connection.transaction():
            if disable_webhook(connection, webhook.id, reason):
                entry = entry_of(
                    NOBODY,
                    AuditAction.WEBHOOK_DISABLED,
                    [webhook.site_id],
                    str(webhook.id),
                    name=webhook.url,
                    after={"reason": str(reason)},
                )
                record_blocking(connection, entry)
        get_logger().warning("webhook.disabled", webhook_id=str(webhook.id), reason=str(reason))

    def _give_up(self, webhook_id: UUID, until: float) -> None:
        """Give up what waits for a webhook that failed; what is left is due a second later."""
        while self._now() < until:
            with self._database.connection() as connection:
                if give_up(connection, webhook_id, _BATCH) < _BATCH:
                    return
