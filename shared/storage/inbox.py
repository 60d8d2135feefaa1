"""The operators' list of conversations: what is asked for, in the order of time, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import dict_row

from shared.contracts.inbox import InboxFilter
from shared.contracts.operator import ConversationSummary, LastMessage
from shared.domain.words import ConversationStatus

Place = tuple[datetime, UUID]
"""Where a page ends: the last change and the id of its last conversation."""

_COLUMNS = """
SELECT c.id, c.site_id, s.name AS site_name, v.name AS visitor_name, c.status, c.operator_id,
       o.name AS operator_name, c.assignee_id, a.name AS assignee_name, t.id AS team_id,
       t.name AS team_name, c.assigned_at, c.agent, c.last_sender, c.last_text, c.last_at,
       c.last_seq, c.waiting_since, c.updated_at, c.change AS version,
       ARRAY(SELECT l.label_id FROM conversation_labels l WHERE l.conversation_id = c.id) AS labels,
       (SELECT r.seq FROM operator_reads r
        WHERE r.conversation_id = c.id AND r.operator_id = %(caller)s) AS read_seq
FROM {conversations} c
JOIN sites s ON s.id = c.site_id
JOIN visitors v ON v.id = c.visitor_id
LEFT JOIN operators o ON o.id = c.operator_id
LEFT JOIN operators a ON a.id = c.assignee_id
LEFT JOIN teams t ON t.id = c.team_id
"""
# The newest of each site and of those the newest: «site = ANY(…)» cannot be read from an index in
# the order of time.
NEWEST = """(
    SELECT one.* FROM unnest(%(sites)s::uuid[]) AS site(id) CROSS JOIN LATERAL (
        SELECT * FROM conversations c WHERE c.site_id = site.id AND c.last_seq > 0 {conditions}
        ORDER BY c.updated_at DESC, c.id DESC LIMIT %(limit)s) AS one
    ORDER BY one.updated_at DESC, one.id DESC LIMIT %(limit)s)
"""
_IN_ORDER = "ORDER BY c.updated_at DESC, c.id DESC"
_BEFORE = "AND (c.updated_at, c.id) < (%(before_at)s, %(before_id)s)"
_CONDITIONS = {
    "agent": "AND c.agent = %(agent)s",
    # Whoever handed one on still has the floor until it is taken: then it is in two inboxes.
    "operator_id": "AND (c.operator_id = %(operator_id)s OR c.assignee_id = %(operator_id)s)",
    "waiting_over": "AND c.status = 'waiting'"
    " AND c.waiting_since < now() - make_interval(secs => %(waiting_over)s)",
    "scores": "AND c.score = ANY(%(scores)s)",
    "rating": "AND c.id IN (SELECT m.conversation_id FROM ratings r JOIN messages m"
    " ON m.id = r.message_id WHERE r.rating = %(rating)s)",
    "since": "AND c.updated_at >= %(since)s",
    "until": "AND c.updated_at < %(until)s",
    "labels": "AND c.id IN (SELECT l.conversation_id FROM conversation_labels l"
    " WHERE l.label_id = ANY(%(labels)s) GROUP BY l.conversation_id"
    " HAVING count(*) = cardinality(%(labels)s))",
}
_NOBODY_S = "AND c.operator_id IS NULL AND c.assignee_id IS NULL"
_UNREAD = """AND (c.status = 'waiting' OR c.status = 'operator' AND c.operator_id = %(caller)s)
AND c.last_seq > coalesce((SELECT r.seq FROM operator_reads r
    WHERE r.conversation_id = c.id AND r.operator_id = %(caller)s), 0)"""
_ONE_STATUS = "AND c.status = %(status)s"
_SOME_STATUS = "AND c.status = ANY(%(statuses)s)"
_SUMMARY = _COLUMNS.format(conversations="conversations") + "WHERE c.id = %(conversation_id)s"
_SOME = _COLUMNS.format(conversations="conversations") + "WHERE c.id = ANY(%(ids)s) " + _IN_ORDER
_ONE = "SELECT site_id FROM conversations WHERE id = %(conversation_id)s"


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters as SQL: conditions about ``c``, each beginning with AND, and their values."""

    conditions: str
    values: Mapping[str, Any]


def asked(
    filters: InboxFilter, *, sites: Sequence[UUID], caller: UUID, before: Place | None, limit: int
) -> Asked:
    """Turn filters into conditions; ``caller`` is «me», and ``sites`` are all that may be seen."""
    given = filters.assigned
    values = {
        "sites": list(sites),
        "caller": caller,
        "operator_id": caller if given == "me" else given if isinstance(given, UUID) else None,
        "agent": filters.agent,
        "waiting_over": filters.waiting_over,
        "scores": list(filters.scores) or None,
        "rating": filters.rating,
        "since": filters.since,
        "until": filters.until,
        "labels": list(dict.fromkeys(filters.labels)) or None,
        "status": filters.status[0] if filters.status else None,
        "statuses": list(filters.status),
        "before_at": before and before[0],
        "before_id": before and before[1],
        "limit": limit,
    }
    # Only the conditions that are asked for: with «NULL or equal» PostgreSQL gives up the index
    # when it has prepared the statement.
    conditions = [text for name, text in _CONDITIONS.items() if values[name] is not None]
    if filters.status:
        conditions.append(_ONE_STATUS if len(filters.status) == 1 else _SOME_STATUS)
    if given == "nobody":
        conditions.append(_NOBODY_S)
    if filters.unread:
        conditions.append(_UNREAD)
    if before:
        conditions.append(_BEFORE)
    return Asked(" ".join(conditions), values)


async def list_conversations(
    connection: AsyncConnection[Any], wanted: Asked
) -> list[ConversationSummary]:
    """Return conversations, newest change first."""
    newest = NEWEST.format(conditions=wanted.conditions)
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_COLUMNS.format(conversations=newest) + _IN_ORDER, dict(wanted.values))
    return [_summary(row) for row in await cursor.fetchall()]


async def summaries(
    connection: AsyncConnection[Any], ids: Sequence[UUID], caller: UUID
) -> list[ConversationSummary]:
    """Return the lines of these conversations, newest change first."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_SOME, {"ids": list(ids), "caller": caller})
    return [_summary(row) for row in await cursor.fetchall()]


async def conversation_summary(
    connection: AsyncConnection[Any], conversation_id: UUID, caller: UUID
) -> ConversationSummary | None:
    """Return one line of the inbox."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_SUMMARY, {"conversation_id": conversation_id, "caller": caller})
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
