"""Visitors, their conversations, and what was said in them."""

import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row, dict_row
from psycopg.types.json import Jsonb

from shared.contracts.wire import Message
from shared.domain.words import ConversationStatus, Locale
from shared.kernel.clock import utc_now

_NEW_VISITOR = """
INSERT INTO visitors (id, site_id, name, locale)
VALUES (%(visitor_id)s, %(site_id)s, %(name)s, %(locale)s)
"""
_NEW_CONVERSATION = """
INSERT INTO conversations (id, site_id, visitor_id, page)
VALUES (%(conversation_id)s, %(site_id)s, %(visitor_id)s, %(page)s)
"""
_OWNER = """
SELECT v.external_id FROM conversations c JOIN visitors v ON v.id = c.visitor_id
WHERE c.id = %(conversation_id)s AND c.site_id = %(site_id)s AND c.visitor_id = %(visitor_id)s
"""
_SEED = """
SELECT c.id, c.site_id, s.name AS site_name, c.visitor_id, v.name AS visitor_name,
       v.external_id IS NOT NULL AS is_known, c.status,
       c.epoch, c.change, c.operator_id, o.name AS operator_name,
       greatest(c.last_seq, (SELECT coalesce(max(seq), 0) FROM messages m
                             WHERE m.conversation_id = c.id)) AS last_seq,
       c.visitor_seq, c.answered_seq, c.assignee_id, a.name AS assignee_name, t.id AS team_id,
       t.name AS team_name, c.assigned_at, c.assigned_by_rule, c.agent, c.last_sender, c.last_text,
       c.last_at, c.waiting_since, c.updated_at,
       (SELECT string_agg(label_id::text, ',') FROM conversation_labels l
        WHERE l.conversation_id = c.id) AS labels
FROM conversations c
JOIN sites s ON s.id = c.site_id
JOIN visitors v ON v.id = c.visitor_id
LEFT JOIN operators o ON o.id = c.operator_id
LEFT JOIN operators a ON a.id = c.assignee_id
LEFT JOIN teams t ON t.id = c.team_id
WHERE c.id = %(conversation_id)s
"""
_MESSAGES = """
SELECT id, conversation_id, seq, sender, agent, operator_name, text, citations, choices,
       attachments, outcome, provenance->>'trouble' AS trouble, client_message_id, at
FROM messages
WHERE conversation_id = %(conversation_id)s AND seq < %(before_seq)s
ORDER BY seq DESC, id DESC LIMIT %(limit)s
"""

# Work that is in flight when Redis loses its memory carries numbers that PostgreSQL has not
# seen yet. Starting this far above what it has seen makes all of it out of date.
_JUMP = 1_000
_FAR = 2**62


async def create_visitor(
    connection: AsyncConnection[Any],
    *,
    visitor_id: UUID,
    conversation_id: UUID,
    site_id: UUID,
    locale: Locale,
    page: dict[str, str] | None = None,
) -> None:
    """Make a visitor, called by the last letters of their id, and their conversation."""
    values = {
        "visitor_id": visitor_id,
        "conversation_id": conversation_id,
        "site_id": site_id,
        "name": default_name(visitor_id, locale),
        "locale": locale,
        "page": None if page is None else Jsonb(page),
    }
    async with connection.transaction():
        await connection.execute(_NEW_VISITOR, values)
        await connection.execute(_NEW_CONVERSATION, values)


def default_name(visitor_id: UUID, locale: Locale) -> str:
    """Return what somebody is called whose name nobody knows.

    The console shows a name of its own, made of these letters (``admin/src/lib/visitor-name.ts``).
    """
    called = "Посетитель" if locale is Locale.RU else "Visitor"
    return f"{called} {visitor_id.hex[-4:].upper()}"


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose conversation it is: ``external_id`` is None of somebody whom nobody vouched for."""

    external_id: str | None


async def owner(
    connection: AsyncConnection[Any], *, visitor_id: UUID, conversation_id: UUID, site_id: UUID
) -> Owner | None:
    """Return who has the conversation; None when it is not this visitor's, on this site."""
    cursor = connection.cursor(row_factory=class_row(Owner))
    await cursor.execute(
        _OWNER,
        {"visitor_id": visitor_id, "conversation_id": conversation_id, "site_id": site_id},
    )
    return await cursor.fetchone()


async def messages_before(
    connection: AsyncConnection[Any], conversation_id: UUID, before_seq: int | None, limit: int
) -> tuple[tuple[Message, ...], bool]:
    """Return up to ``limit`` messages older than ``before_seq``, oldest first, and if more are."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(
        _MESSAGES,
        {
            "conversation_id": conversation_id,
            "before_seq": _FAR if before_seq is None else before_seq,
            "limit": limit + 1,
        },
    )
    rows = await cursor.fetchall()
    # Citations and files are JSON, which a newer version may have written (docs/adr/0022).
    page = [Message.model_validate(row, extra="ignore") for row in rows[:limit]]
    return tuple(reversed(page)), len(rows) > limit


async def seed_values(
    connection: AsyncConnection[Any], conversation_id: UUID
) -> dict[str, str] | None:
    """Return the fields of the Redis hash, from what PostgreSQL knows."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_SEED, {"conversation_id": conversation_id})
    row = await cursor.fetchone()
    return None if row is None else _seed(row)


def seed_values_blocking(
    connection: Connection[Any], conversation_id: UUID
) -> dict[str, str] | None:
    """Do the same with a blocking connection."""
    cursor = connection.cursor(row_factory=dict_row)
    row = cursor.execute(_SEED, {"conversation_id": conversation_id}).fetchone()
    return None if row is None else _seed(row)


def _seed(row: dict[str, Any]) -> dict[str, str]:
    is_new = row["last_seq"] == 0
    values: dict[str, Any] = {
        "id": row["id"],
        "inc": secrets.token_hex(8),
        "n": row["change"] + (0 if is_new else _JUMP),
        "site": row["site_id"],
        "site_name": row["site_name"],
        "visitor": row["visitor_id"],
        "visitor_name": row["visitor_name"],
        "known": int(row["is_known"]),
        "status": row["status"],
        "epoch": row["epoch"] + (0 if is_new else _JUMP),
        "seq": row["last_seq"],
        "visitor_seq": row["visitor_seq"],
        "answered_seq": row["answered_seq"],
        "last_text": row["last_text"],
        "labels": row["labels"] or "",
        "updated_at": (row["updated_at"] or utc_now()).isoformat(),
    }
    optional = {
        "operator": row["operator_id"],
        "operator_name": row["operator_name"],
        "assignee": row["assignee_name"] and row["assignee_id"],
        "assignee_name": row["assignee_name"],
        "team": row["team_id"],
        "team_name": row["team_name"],
        "assigned_at": row["assigned_at"] and row["assigned_at"].isoformat(),
        "assigned_ms": row["assigned_at"] and int(row["assigned_at"].timestamp() * 1000),
        "by_rule": "1" if row["assigned_by_rule"] else None,
        "agent": row["agent"],
        "last_sender": row["last_sender"],
        "last_at": row["last_at"] and row["last_at"].isoformat(),
        "waiting_since": row["waiting_since"] and row["waiting_since"].isoformat(),
    }
    values |= {key: value for key, value in optional.items() if value is not None}
    if row["status"] != ConversationStatus.OPERATOR:
        values.pop("operator", None)
        values.pop("operator_name", None)
    return {key: str(value) for key, value in values.items()}
