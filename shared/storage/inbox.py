"""The operators' list of conversations."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import dict_row

from shared.contracts.operator import ConversationSummary, LastMessage
from shared.domain.words import ConversationStatus

_COLUMNS = """
SELECT c.id, c.site_id, s.name AS site_name, v.name AS visitor_name, c.status, c.operator_id,
       o.name AS operator_name, c.assignee_id, a.name AS assignee_name, t.id AS team_id,
       t.name AS team_name, c.assigned_at, c.agent, c.last_sender, c.last_text, c.last_at,
       c.last_seq, c.waiting_since, c.updated_at, c.change AS version
FROM {conversations} c
JOIN sites s ON s.id = c.site_id
JOIN visitors v ON v.id = c.visitor_id
LEFT JOIN operators o ON o.id = c.operator_id
LEFT JOIN operators a ON a.id = c.assignee_id
LEFT JOIN teams t ON t.id = c.team_id
"""
# The newest of each site and of those the newest: «site = ANY(…)» cannot be read from an index in
# the order of time.
_NEWEST = """(
    SELECT one.* FROM unnest(%(sites)s::uuid[]) AS site(id) CROSS JOIN LATERAL (
        SELECT * FROM conversations c WHERE c.site_id = site.id AND c.last_seq > 0 {conditions}
        ORDER BY c.updated_at DESC, c.id DESC LIMIT %(limit)s) AS one
    ORDER BY one.updated_at DESC, one.id DESC LIMIT %(limit)s)
"""
_STATUS = "AND c.status = %(status)s"
# Whoever handed one on still has the floor until it is taken: then it is in two inboxes.
_OPERATOR = "AND (c.operator_id = %(operator_id)s OR c.assignee_id = %(operator_id)s)"
_BEFORE = "AND (c.updated_at, c.id) < (%(before_at)s, %(before_id)s)"
_SUMMARY = _COLUMNS.format(conversations="conversations") + "WHERE c.id = %(conversation_id)s"
_ONE = "SELECT site_id FROM conversations WHERE id = %(conversation_id)s"


async def list_conversations(
    connection: AsyncConnection[Any],
    *,
    sites: Sequence[UUID],
    status: ConversationStatus | None,
    operator_id: UUID | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> list[ConversationSummary]:
    """Return conversations of ``sites``, newest change first."""
    # Only the conditions that are asked for: with «NULL or equal» PostgreSQL gives up the index
    # when it has prepared the statement.
    asked = {_STATUS: status, _OPERATOR: operator_id, _BEFORE: before}
    conditions = " ".join(text for text, value in asked.items() if value is not None)
    newest = _NEWEST.format(conditions=conditions)
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(
        _COLUMNS.format(conversations=newest) + "ORDER BY c.updated_at DESC, c.id DESC",
        {
            "sites": list(sites),
            "status": status,
            "operator_id": operator_id,
            "before_at": before and before[0],
            "before_id": before and before[1],
            "limit": limit,
        },
    )
    return [_summary(row) for row in await cursor.fetchall()]


async def conversation_summary(
    connection: AsyncConnection[Any], conversation_id: UUID
) -> ConversationSummary | None:
    """Return one line of the inbox."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_SUMMARY, {"conversation_id": conversation_id})
    row = await cursor.fetchone()
    return _summary(row) if row else None


async def site_of(connection: AsyncConnection[Any], conversation_id: UUID) -> UUID | None:
    """Return the site of a conversation."""
    cursor = await connection.execute(_ONE, {"conversation_id": conversation_id})
    row = await cursor.fetchone()
    return row[0] if row else None


def _summary(row: dict[str, Any]) -> ConversationSummary:
    sender, text, at = row.pop("last_sender"), row.pop("last_text"), row.pop("last_at")
    last = LastMessage(sender=sender, preview=text, at=at) if sender and at else None
    if row["status"] != ConversationStatus.OPERATOR:
        row["operator_id"] = row["operator_name"] = None
    return ConversationSummary(**row, last_message=last)
