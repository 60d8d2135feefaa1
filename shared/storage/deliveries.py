"""What is to be delivered to webhooks next, for the worker that delivers.

One worker at a time holds a webhook, by a lease. What waits for one that was disabled because it
failed is due, too: to be given up. A delivery that was made and not noted (the
worker was killed in between) is made again: at least once, under the same id.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import Connection
from psycopg.rows import class_row

from shared.domain.webhooks import DeliveryState, DeliveryTrouble, DisabledReason

_DUE = """
SELECT w.id FROM webhooks w
WHERE w.disabled_at IS NULL
  AND (w.leased_until IS NULL OR w.leased_until < now())
  AND (w.rest_until IS NULL OR w.rest_until < now())
  AND EXISTS (SELECT FROM webhook_deliveries d
              WHERE d.webhook_id = w.id AND d.state = 'pending' AND d.next_at <= now())
   OR w.disabled_reason IN ('failing', 'gone')
  AND EXISTS (SELECT FROM webhook_deliveries d
              WHERE d.webhook_id = w.id AND d.state = 'pending')
ORDER BY w.leased_until NULLS FIRST LIMIT %(most)s
"""
_LEASE = """
UPDATE webhooks SET leased_until = now() + %(lease)s
WHERE id = %(id)s AND disabled_at IS NULL AND (leased_until IS NULL OR leased_until < now())
  AND (rest_until IS NULL OR rest_until < now())
RETURNING id, site_id, url, secret,
    CASE WHEN previous_until > now() THEN previous_secret END AS previous_secret, failures,
    failing_since
"""
_RELEASE = "UPDATE webhooks SET leased_until = NULL WHERE id = %(id)s"
# Only what heads its line: the next of a conversation waits until this one is over.
_NEXT = """
SELECT d.event_id, e.body, d.attempts FROM webhook_deliveries d
JOIN webhook_events e ON e.id = d.event_id
JOIN webhooks w ON w.id = d.webhook_id AND w.disabled_at IS NULL
WHERE d.webhook_id = %(id)s AND d.state = 'pending' AND d.next_at <= now()
  AND NOT EXISTS (
    SELECT FROM webhook_deliveries p
    WHERE p.webhook_id = d.webhook_id AND p.line = d.line AND p.state = 'pending'
      AND p.position < d.position)
ORDER BY d.position LIMIT %(most)s
"""
_ATTEMPT = """
INSERT INTO webhook_attempts (webhook_id, event_id, at, status, trouble, latency_ms, excerpt)
SELECT %(id)s, %(event_id)s, %(at)s, %(status)s, %(trouble)s, %(latency_ms)s, %(excerpt)s
WHERE EXISTS (SELECT FROM webhook_deliveries
              WHERE webhook_id = %(id)s AND event_id = %(event_id)s FOR UPDATE)
"""
_SETTLE = """
UPDATE webhook_deliveries SET state = %(state)s, attempts = attempts + 1,
    next_at = now() + %(wait)s
WHERE webhook_id = %(id)s AND event_id = %(event_id)s
"""
_WELL = """
UPDATE webhooks SET failures = 0, failing_since = NULL, rest_until = NULL WHERE id = %(id)s
"""
_UNWELL = """
UPDATE webhooks SET failures = failures + 1, failing_since = coalesce(failing_since, now()),
    rest_until = now() + %(rest)s
WHERE id = %(id)s
"""
_DISABLE = """
UPDATE webhooks SET disabled_at = now(), disabled_reason = %(reason)s
WHERE id = %(id)s AND disabled_at IS NULL
"""
# A batch: three days of a busy site in one statement could outlast its time limit, for ever.
_GIVE_UP = """
WITH given_up AS (
    UPDATE webhook_deliveries SET state = 'failed' WHERE ctid = ANY(ARRAY(
        SELECT d.ctid FROM webhook_deliveries d JOIN webhooks w ON w.id = d.webhook_id
        WHERE d.webhook_id = %(id)s AND d.state = 'pending'
          AND w.disabled_reason IN ('failing', 'gone')
        ORDER BY d.position LIMIT %(most)s FOR UPDATE OF d SKIP LOCKED))
    RETURNING webhook_id, event_id)
INSERT INTO webhook_attempts (webhook_id, event_id, at, trouble, latency_ms)
SELECT webhook_id, event_id, now(), %(trouble)s, 0 FROM given_up
"""
_FORGET = """
DELETE FROM webhook_events WHERE ctid = ANY(ARRAY(
    SELECT e.ctid FROM webhook_events e
    LEFT JOIN retention_policies p ON p.site_id = e.site_id
    WHERE e.at < now() - make_interval(days => coalesce(p.delivery_days, 30))
      AND NOT EXISTS (SELECT FROM webhook_deliveries d
                      WHERE d.event_id = e.id AND d.state = 'pending')
    LIMIT %(most)s))
"""


@dataclass(frozen=True, slots=True)
class LeasedWebhook:
    """A webhook that this worker alone delivers to for a while."""

    id: UUID
    site_id: UUID
    url: str
    secret: str
    previous_secret: str | None
    failures: int
    failing_since: datetime | None

    @property
    def secrets(self) -> list[str]:
        """Those that sign, the present one first."""
        return [self.secret, *([self.previous_secret] if self.previous_secret else [])]


@dataclass(frozen=True, slots=True)
class DueDelivery:
    """An event to be sent now."""

    event_id: UUID
    body: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of sending it."""

    at: datetime
    latency_ms: int
    status: int | None = None
    trouble: DeliveryTrouble | None = None
    excerpt: str = ""

    @property
    def is_taken(self) -> bool:
        """Whether the receiver said that it has it."""
        return self.status is not None and 200 <= self.status < 300


def due_webhooks(connection: Connection[Any], most: int = 100) -> list[UUID]:
    """Return webhooks that something waits for and that nobody holds, or that have failed."""
    rows = connection.execute(_DUE, {"most": most}).fetchall()
    return [row[0] for row in rows]


def lease_webhook(
    connection: Connection[Any], webhook_id: UUID, lease: timedelta
) -> LeasedWebhook | None:
    """Hold a webhook for a while; nothing when another worker does, or it rests."""
    cursor = connection.cursor(row_factory=class_row(LeasedWebhook))
    return cursor.execute(_LEASE, {"id": webhook_id, "lease": lease}).fetchone()


def release_webhook(connection: Connection[Any], webhook_id: UUID) -> None:
    """Let another worker have it."""
    connection.execute(_RELEASE, {"id": webhook_id})


def next_deliveries(connection: Connection[Any], webhook_id: UUID, most: int) -> list[DueDelivery]:
    """Return what is to be sent next, in order: of each conversation one at most."""
    cursor = connection.cursor(row_factory=class_row(DueDelivery))
    return cursor.execute(_NEXT, {"id": webhook_id, "most": most}).fetchall()


def settle_delivery(
    connection: Connection[Any],
    webhook_id: UUID,
    event_id: UUID,
    attempt: Attempt,
    retry: timedelta | None,
) -> None:
    """Note an attempt. One that failed is due again after ``retry``, or is given up.

    An event that was erased meanwhile leaves no trace.
    """
    state = DeliveryState.PENDING if retry is not None else DeliveryState.FAILED
    if attempt.is_taken:
        state = DeliveryState.DELIVERED
    values = {
        "id": webhook_id,
        "event_id": event_id,
        "at": attempt.at,
        "status": attempt.status,
        "trouble": attempt.trouble,
        "latency_ms": attempt.latency_ms,
        "excerpt": attempt.excerpt,
        "state": state,
        "wait": retry or timedelta(0),
    }
    with connection.transaction():
        connection.execute(_ATTEMPT, values)
        connection.execute(_SETTLE, values)


def note_taken(connection: Connection[Any], webhook_id: UUID) -> None:
    """Note that a webhook takes what it is sent: all its failures are forgotten."""
    connection.execute(_WELL, {"id": webhook_id})


def note_failure(connection: Connection[Any], webhook_id: UUID, rest: timedelta) -> None:
    """Note that a webhook did not take what it was sent; it is left alone for ``rest``."""
    connection.execute(_UNWELL, {"id": webhook_id, "rest": rest})


def disable_webhook(connection: Connection[Any], webhook_id: UUID, reason: DisabledReason) -> bool:
    """Stop telling a webhook anything; what waits is to be given up. False: it was disabled."""
    return bool(connection.execute(_DISABLE, {"id": webhook_id, "reason": reason}).rowcount)


def give_up(connection: Connection[Any], webhook_id: UUID, most: int) -> int:
    """Give up a batch of what waits for a webhook that was disabled because it failed."""
    values = {"id": webhook_id, "trouble": DeliveryTrouble.WEBHOOK_DISABLED, "most": most}
    return connection.execute(_GIVE_UP, values).rowcount


def forget_deliveries(connection: Connection[Any], most: int) -> int:
    """Delete a batch of old events with their deliveries; returns how many."""
    return connection.execute(_FORGET, {"most": most}).rowcount
