"""A visitor's conversations, as they see them: a list, whose each is, and a new one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.contracts.history import OwnConversation

# A token from before the site vouched for the visitor opens nothing here, whatever Redis has heard.
_LIST = """
SELECT c.id, c.status, c.created_at, c.updated_at, c.score, c.id = %(current)s AS is_current,
       (SELECT left(m.text, 200) FROM messages m
        WHERE m.conversation_id = c.id AND m.sender = 'visitor' AND m.text <> ''
        ORDER BY m.seq LIMIT 1) AS question
FROM conversations c
WHERE c.visitor_id = %(visitor_id)s AND c.site_id = %(site_id)s AND c.last_seq > 0
  AND (%(before_at)s::timestamptz IS NULL
       OR (c.updated_at, c.id) < (%(before_at)s, %(before_id)s))
  AND EXISTS (SELECT FROM visitors v WHERE v.id = %(visitor_id)s
              AND (v.external_id IS NOT NULL) = %(is_known)s)
ORDER BY c.updated_at DESC, c.id DESC LIMIT %(limit)s
"""
_IS_OWN = """
SELECT FROM conversations
WHERE id = %(conversation_id)s AND visitor_id = %(visitor_id)s AND site_id = %(site_id)s
  AND EXISTS (SELECT FROM visitors v WHERE v.id = %(visitor_id)s
              AND (v.external_id IS NOT NULL) = %(is_known)s)
"""
_ALL = "SELECT id FROM conversations WHERE visitor_id = %(visitor_id)s ORDER BY id"
# Two tabs that ask at once wait for each other here, and so does whoever vouches for the visitor.
_HOLD = """
SELECT external_id IS NOT NULL FROM visitors
WHERE id = %(visitor_id)s AND site_id = %(site_id)s FOR UPDATE
"""
_EMPTY = """
SELECT id FROM conversations
WHERE visitor_id = %(visitor_id)s AND last_seq = 0 AND status = 'agent'
  AND id IS DISTINCT FROM %(begun)s
ORDER BY created_at DESC, id DESC LIMIT 1
"""
_COUNT = "SELECT count(*) FROM conversations WHERE visitor_id = %(visitor_id)s"
_NEW = """
INSERT INTO conversations (id, site_id, visitor_id, page)
VALUES (%(id)s, %(site_id)s, %(visitor_id)s, %(page)s)
"""

Place = tuple[datetime, UUID]
MOST = 30
"""Conversations of a visitor whom nobody vouched for: a sign-in shuts the tokens of all of them."""


class TooManyConversations(Exception):
    """The visitor has as many as they may have."""


class SomebodyElse(Exception):
    """There is no such visitor, or their site has vouched for them since the token was given."""


async def own_conversations(
    connection: AsyncConnection[Any],
    *,
    visitor_id: UUID,
    site_id: UUID,
    is_known: bool,
    current: UUID,
    before: Place | None,
    limit: int,
) -> list[OwnConversation]:
    """Return a visitor's conversations in which something was said, the newest change first."""
    cursor = connection.cursor(row_factory=class_row(OwnConversation))
    values = {
        "visitor_id": visitor_id,
        "site_id": site_id,
        "is_known": is_known,
        "current": current,
        "before_at": before and before[0],
        "before_id": before and before[1],
        "limit": limit,
    }
    await cursor.execute(_LIST, values)
    return await cursor.fetchall()


async def is_own(
    connection: AsyncConnection[Any],
    *,
    conversation_id: UUID,
    visitor_id: UUID,
    site_id: UUID,
    is_known: bool,
) -> bool:
    """Whether a conversation is this visitor's, and their site vouched for them as it does now."""
    values = {
        "conversation_id": conversation_id,
        "visitor_id": visitor_id,
        "site_id": site_id,
        "is_known": is_known,
    }
    cursor = await connection.execute(_IS_OWN, values)
    return await cursor.fetchone() is not None


async def all_of_visitor(connection: AsyncConnection[Any], visitor_id: UUID) -> list[UUID]:
    """Return the ids of all conversations of a visitor."""
    cursor = await connection.execute(_ALL, {"visitor_id": visitor_id})
    return [row[0] for row in await cursor.fetchall()]


async def begin_conversation(
    connection: AsyncConnection[Any],
    *,
    conversation_id: UUID,
    visitor_id: UUID,
    site_id: UUID,
    is_known: bool,
    begun: UUID | None,
    page: dict[str, str] | None,
) -> tuple[UUID, bool]:
    """Return the visitor's empty conversation, or a new one, and whether it is new.

    ``begun`` is none of the empty ones, though PostgreSQL may not know yet that something was said
    in it.

    Raises:
        SomebodyElse: the token is not good any more.
        TooManyConversations: nobody vouched for the visitor, and they have begun too many.
    """
    values: dict[str, Any] = {
        "id": conversation_id,
        "visitor_id": visitor_id,
        "site_id": site_id,
        "begun": begun,
        "page": None if page is None else Jsonb(page),
    }
    async with connection.transaction():
        held = await (await connection.execute(_HOLD, values)).fetchone()
        if held is None or held[0] is not is_known:
            raise SomebodyElse
        if empty := await (await connection.execute(_EMPTY, values)).fetchone():
            return empty[0], False
        counted = await (await connection.execute(_COUNT, values)).fetchone()
        if not is_known and counted and counted[0] >= MOST:
            raise TooManyConversations
        await connection.execute(_NEW, values)
    return conversation_id, True
