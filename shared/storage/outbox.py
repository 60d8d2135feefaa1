"""The outbox of webhooks: what happened, written in the transaction in which it happened.

An event that no webhook of its site wants is not written at all. ``tell`` and its twin may be
called by any room that changes something a webhook may be told of.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.types.json import Jsonb

from shared.contracts.webhooks import PAYLOADS, Envelope, Told
from shared.domain.webhooks import WebhookEventType
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7

# ``only`` names the one webhook that a test is for, whatever it is subscribed to.
_WRITE = """
WITH input AS (
    SELECT * FROM jsonb_to_recordset(%(rows)s) AS row (
        place integer, id uuid, site_id uuid, conversation_id uuid, type text, body text,
        only_for uuid)
), wanted AS (
    SELECT input.*, w.id AS webhook_id
    FROM input JOIN webhooks w ON w.site_id = input.site_id AND w.disabled_at IS NULL
    WHERE CASE WHEN only_for IS NULL THEN type = ANY(w.events) ELSE w.id = only_for END
), kept AS (
    INSERT INTO webhook_events (id, site_id, conversation_id, type, body)
    SELECT DISTINCT id, site_id, conversation_id, type, body FROM wanted
    ON CONFLICT DO NOTHING
)
INSERT INTO webhook_deliveries (webhook_id, event_id, line)
SELECT webhook_id, id, coalesce(conversation_id, id) FROM wanted ORDER BY place
ON CONFLICT DO NOTHING
"""
_LISTENING = """
SELECT DISTINCT site_id FROM webhooks WHERE site_id = ANY(%(sites)s) AND disabled_at IS NULL
"""


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that webhooks of a site may be told."""

    type: WebhookEventType
    site_id: UUID
    data: Told
    conversation_id: UUID | None = None
    only_for: UUID | None = None


def listening(connection: Connection[Any], sites: Iterable[UUID]) -> set[UUID]:
    """Return those of ``sites`` that have a webhook."""
    rows = connection.execute(_LISTENING, {"sites": list(sites)}).fetchall()
    return {row[0] for row in rows}


def tell_blocking(connection: Connection[Any], happened: Sequence[Happened]) -> None:
    """Write events, in the transaction of what they tell."""
    if happened:
        connection.execute(_WRITE, {"rows": Jsonb(_rows(happened))})


async def tell(connection: AsyncConnection[Any], happened: Sequence[Happened]) -> UUID | None:
    """Write events, in the transaction of what they tell; returns the id of the last."""
    if not happened:
        return None
    rows = _rows(happened)
    await connection.execute(_WRITE, {"rows": Jsonb(rows)})
    return UUID(rows[-1]["id"])


def _rows(happened: Sequence[Happened]) -> list[dict[str, Any]]:
    rows = []
    for place, one in enumerate(happened):
        if type(one.data) is not PAYLOADS[one.type]:
            raise TypeError(f"{one.type} is told by {PAYLOADS[one.type].__name__}")
        envelope = Envelope(
            id=uuid7(), type=one.type, timestamp=utc_now(), site_id=one.site_id, data=one.data
        )
        rows.append(
            {
                "place": place,
                "id": str(envelope.id),
                "site_id": str(one.site_id),
                "conversation_id": one.conversation_id and str(one.conversation_id),
                "type": one.type,
                "body": envelope.model_dump_json(),
                "only_for": one.only_for and str(one.only_for),
            }
        )
    return rows
