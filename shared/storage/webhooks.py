"""Webhooks of sites and the log of what was delivered to them, for handlers."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

_SELECT = """
SELECT w.id, w.site_id, s.name AS site_name, w.url, w.events, w.disabled_at, w.disabled_reason,
       w.failing_since, w.previous_until, w.created_at,
       (SELECT count(*) FROM webhook_deliveries d
        WHERE d.webhook_id = w.id AND d.state = 'pending') AS pending,
       last.at AS last_at, last.state AS last_state
FROM webhooks w JOIN sites s ON s.id = w.site_id
LEFT JOIN LATERAL (
    SELECT a.at, CASE WHEN a.status BETWEEN 200 AND 299 THEN 'delivered' ELSE 'failed' END AS state
    FROM webhook_attempts a WHERE a.webhook_id = w.id ORDER BY a.at DESC LIMIT 1) last ON true
WHERE w.site_id = ANY(%(sites)s)
"""
_INSERT = """
INSERT INTO webhooks (id, site_id, url, events, secret)
VALUES (%(id)s, %(site_id)s, %(url)s, %(events)s, %(secret)s)
"""
_UPDATE = """
UPDATE webhooks SET url = %(url)s, events = %(events)s,
    disabled_at = CASE WHEN %(enabled)s THEN NULL ELSE coalesce(disabled_at, now()) END,
    disabled_reason = CASE WHEN %(enabled)s THEN NULL ELSE coalesce(disabled_reason, 'by_hand') END,
    failing_since = CASE WHEN %(forgets)s THEN NULL ELSE failing_since END,
    failures = CASE WHEN %(forgets)s THEN 0 ELSE failures END,
    rest_until = CASE WHEN %(forgets)s THEN NULL ELSE rest_until END
WHERE id = %(id)s
"""
_ROTATE = """
UPDATE webhooks SET previous_secret = secret, previous_until = %(until)s, secret = %(secret)s
WHERE id = %(id)s
"""
_IS_OF = "SELECT EXISTS (SELECT FROM webhooks WHERE id = %(id)s AND site_id = ANY(%(sites)s))"
_COUNT = "SELECT count(*) FROM webhooks WHERE site_id = %(site_id)s"
_LOG = """
SELECT d.event_id, d.position, e.type, e.body, d.state, d.attempts, d.created_at,
       CASE WHEN d.state = 'pending' THEN d.next_at END AS next_at
FROM webhook_deliveries d JOIN webhook_events e ON e.id = d.event_id
WHERE d.webhook_id = %(webhook_id)s
  AND (%(state)s::text IS NULL OR d.state = %(state)s)
  AND (%(before)s::bigint IS NULL OR d.position < %(before)s)
ORDER BY d.position DESC LIMIT %(limit)s
"""
_TRIES = """
SELECT event_id, at, status, trouble, latency_ms, excerpt FROM (
    SELECT a.*, row_number() OVER (PARTITION BY event_id ORDER BY at DESC) AS place
    FROM webhook_attempts a
    WHERE webhook_id = %(webhook_id)s AND event_id = ANY(%(events)s)) newest
WHERE place <= 10 ORDER BY at DESC
"""
_REDELIVER = """
UPDATE webhook_deliveries SET state = 'pending', attempts = 0, next_at = now()
WHERE webhook_id = %(webhook_id)s AND event_id = %(event_id)s
"""


@dataclass(frozen=True, slots=True)
class WebhookRow:
    """A webhook, without its secret."""

    id: UUID
    site_id: UUID
    site_name: str
    url: str
    events: list[str]
    disabled_at: datetime | None
    disabled_reason: str | None
    failing_since: datetime | None
    previous_until: datetime | None
    created_at: datetime
    pending: int
    last_at: datetime | None
    last_state: str | None


@dataclass(frozen=True, slots=True)
class LogRow:
    """An event on its way to a webhook."""

    event_id: UUID
    position: int
    type: str
    body: str
    state: str
    attempts: int
    created_at: datetime
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class TryRow:
    """One attempt."""

    event_id: UUID
    at: datetime
    status: int | None
    trouble: str | None
    latency_ms: int
    excerpt: str


async def list_webhooks(
    connection: AsyncConnection[Any], sites: Collection[UUID], most: int
) -> list[WebhookRow]:
    """Return the webhooks of some sites, the oldest first."""
    cursor = connection.cursor(row_factory=class_row(WebhookRow))
    values = {"sites": list(sites), "most": most}
    await cursor.execute(_SELECT + "ORDER BY s.name, w.id LIMIT %(most)s", values)
    return await cursor.fetchall()


async def webhook_for_change(
    connection: AsyncConnection[Any], webhook_id: UUID, sites: Collection[UUID]
) -> WebhookRow | None:
    """Return a webhook of one of ``sites``, locked."""
    cursor = connection.cursor(row_factory=class_row(WebhookRow))
    values = {"sites": list(sites), "id": webhook_id}
    await cursor.execute(_SELECT + "AND w.id = %(id)s FOR UPDATE OF w", values)
    return await cursor.fetchone()


async def webhook_is_of(
    connection: AsyncConnection[Any], webhook_id: UUID, sites: Collection[UUID]
) -> bool:
    """Whether a webhook is of one of ``sites``."""
    cursor = await connection.execute(_IS_OF, {"id": webhook_id, "sites": list(sites)})
    row = await cursor.fetchone()
    return bool(row and row[0])


async def count_webhooks(connection: AsyncConnection[Any], site_id: UUID) -> int:
    """Return how many webhooks a site has."""
    cursor = await connection.execute(_COUNT, {"site_id": site_id})
    row = await cursor.fetchone()
    return row[0] if row else 0


async def insert_webhook(
    connection: AsyncConnection[Any],
    *,
    webhook_id: UUID,
    site_id: UUID,
    url: str,
    events: list[str],
    secret: str,
) -> None:
    """Store a new webhook."""
    values = {"id": webhook_id, "site_id": site_id, "url": url, "events": events, "secret": secret}
    await connection.execute(_INSERT, values)


async def update_webhook(
    connection: AsyncConnection[Any],
    row: WebhookRow,
    *,
    url: str,
    events: list[str],
    enabled: bool,
) -> None:
    """Change a webhook; enabled anew, or sent elsewhere, it is asked again at once."""
    values = {
        "id": row.id,
        "url": url,
        "events": events,
        "enabled": enabled,
        "forgets": url != row.url or (enabled and row.disabled_at is not None),
    }
    await connection.execute(_UPDATE, values)


async def rotate_webhook(
    connection: AsyncConnection[Any], webhook_id: UUID, secret: str, until: datetime
) -> None:
    """Give a webhook another secret; the present one signs as well ``until`` then."""
    values = {"id": webhook_id, "secret": secret, "until": until}
    await connection.execute(_ROTATE, values)


async def delete_webhook(connection: AsyncConnection[Any], webhook_id: UUID) -> None:
    """Delete a webhook with its log."""
    await connection.execute("DELETE FROM webhooks WHERE id = %(id)s", {"id": webhook_id})


async def delivery_log(
    connection: AsyncConnection[Any],
    webhook_id: UUID,
    *,
    state: str | None = None,
    before: int | None = None,
    limit: int,
) -> tuple[list[LogRow], list[TryRow]]:
    """Return deliveries, newest first, and the newest attempts at each."""
    cursor = connection.cursor(row_factory=class_row(LogRow))
    values = {"webhook_id": webhook_id, "state": state, "before": before, "limit": limit}
    await cursor.execute(_LOG, values)
    rows = await cursor.fetchall()
    tries = connection.cursor(row_factory=class_row(TryRow))
    events = [row.event_id for row in rows]
    await tries.execute(_TRIES, {"webhook_id": webhook_id, "events": events})
    return rows, await tries.fetchall()


async def redeliver(connection: AsyncConnection[Any], webhook_id: UUID, event_id: UUID) -> bool:
    """Send an event again from the beginning of the schedule; false when there is none."""
    values = {"webhook_id": webhook_id, "event_id": event_id}
    return bool((await connection.execute(_REDELIVER, values)).rowcount)
