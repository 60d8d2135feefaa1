"""Visitors whom their site knows: the same person on every device, with one open conversation."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.errors import UniqueViolation
from psycopg.types.json import Jsonb

from shared.domain.identity import Identity
from shared.domain.words import Locale
from shared.storage.visitors import default_name

# Two devices that come at once wait for each other at the row, and then find one conversation.
_UPSERT = """
INSERT INTO visitors (id, site_id, name, locale, external_id, email, attributes)
VALUES (%(id)s, %(site_id)s, %(fallback)s, %(locale)s, %(external_id)s, %(email)s, %(attributes)s)
ON CONFLICT (site_id, external_id) DO UPDATE SET
    name = coalesce(%(name)s, visitors.name), locale = EXCLUDED.locale,
    email = EXCLUDED.email, attributes = EXCLUDED.attributes
RETURNING id
"""
# Somebody wrote before they signed in: what they wrote is theirs, if nobody else's.
_RECOGNISE = """
UPDATE visitors SET external_id = %(external_id)s, name = coalesce(%(name)s, name),
    email = %(email)s, attributes = %(attributes)s
WHERE id = %(anonymous)s AND site_id = %(site_id)s AND external_id IS NULL
    AND NOT EXISTS (SELECT FROM visitors
                    WHERE site_id = %(site_id)s AND external_id = %(external_id)s)
RETURNING id
"""
_OPEN = """
SELECT id FROM conversations WHERE visitor_id = %(visitor_id)s AND site_id = %(site_id)s
    AND (status <> 'closed' OR id = %(preferred)s)
ORDER BY status = 'closed', created_at DESC, id DESC LIMIT 1
"""
_NEW = """
INSERT INTO conversations (id, site_id, visitor_id, page)
VALUES (%(conversation_id)s, %(site_id)s, %(visitor_id)s, %(page)s)
"""
_PAGE = "UPDATE conversations SET page = %(page)s WHERE id = %(conversation_id)s"
_CONTACT = "UPDATE conversations SET contact = %(contact)s WHERE id = %(conversation_id)s"


@dataclass(frozen=True, slots=True)
class Known:
    """A visitor whom the site knows, and the conversation that goes on."""

    visitor_id: UUID
    conversation_id: UUID
    is_new: bool
    """The conversation has just begun."""


async def known_visitor(
    connection: AsyncConnection[Any],
    *,
    site_id: UUID,
    identity: Identity,
    locale: Locale,
    new_visitor: UUID,
    new_conversation: UUID,
    anonymous: UUID | None,
    preferred: UUID | None,
    page: dict[str, str] | None,
) -> Known:
    """Find or make the visitor and their open conversation, in one transaction.

    ``anonymous`` is the visitor of the token that came along: one whom nobody knew becomes this
    one, unless this one is known already. ``preferred`` is the token's conversation: theirs, it
    goes on even when it is closed, as long as no other is open.
    """
    values: dict[str, Any] = {
        "id": new_visitor,
        "site_id": site_id,
        "external_id": identity.external_id,
        "name": identity.name,
        "fallback": identity.name or default_name(new_visitor, locale),
        "email": identity.email,
        "attributes": Jsonb(identity.attributes),
        "locale": locale,
        "anonymous": anonymous,
        "preferred": preferred,
        "conversation_id": new_conversation,
        "page": None if page is None else Jsonb(page),
    }
    try:
        return await _known(connection, values, page)
    except UniqueViolation:
        # Somebody else became this visitor in the same moment: they are there now.
        return await _known(connection, values | {"anonymous": None}, page)


async def _known(
    connection: AsyncConnection[Any], values: dict[str, Any], page: dict[str, str] | None
) -> Known:
    async with connection.transaction():
        found = await _first(connection, _RECOGNISE, values) if values["anonymous"] else None
        visitor_id = found or await _first(connection, _UPSERT, values)
        if visitor_id is None:
            raise LookupError("INSERT … RETURNING returned nothing")
        values["visitor_id"] = visitor_id
        going_on = await _first(connection, _OPEN, values)
        if going_on is None:
            await connection.execute(_NEW, values)
        elif page is not None:
            await connection.execute(_PAGE, values | {"conversation_id": going_on})
    return Known(visitor_id, going_on or values["conversation_id"], going_on is None)


async def keep_page(
    connection: AsyncConnection[Any], conversation_id: UUID, page: dict[str, str]
) -> None:
    """Keep where the visitor now writes from."""
    await connection.execute(_PAGE, {"conversation_id": conversation_id, "page": Jsonb(page)})


async def keep_contact(
    connection: AsyncConnection[Any], conversation_id: UUID, contact: dict[str, str], at: datetime
) -> None:
    """Keep how the visitor can be reached; the newest contact replaces an older one."""
    value = Jsonb(contact | {"at": at.isoformat()})
    await connection.execute(_CONTACT, {"conversation_id": conversation_id, "contact": value})


async def _first(
    connection: AsyncConnection[Any], query: str, values: dict[str, Any]
) -> UUID | None:
    cursor = await connection.execute(query, values)
    row = await cursor.fetchone()
    return row[0] if row else None
