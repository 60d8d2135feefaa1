"""Who asks, from where, and what they think of the answers; for operators."""

import json
from typing import Any
from uuid import UUID

from handlers.services.pages import name_place, read_place
from shared.contracts.context import (
    ContactInfo,
    ContextPage,
    ContextVisitor,
    ConversationContext,
    EarlierPage,
    Scalar,
)
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode, NotFound
from shared.storage.context import (
    ContextRow,
    closings_of,
    context_row,
    earlier_conversations,
    ratings_of,
)
from shared.storage.pool import AsyncDatabase, using

_ATTRIBUTES = 50


class ContextService:
    """Reads what stands beside a conversation."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Compose the service."""
        self._database = database

    async def of(self, conversation_id: UUID) -> ConversationContext:
        """Return a conversation's context.

        Raises:
            NotFound: there is no such conversation.
        """
        async with using(self._database) as connection:
            row = await _row(connection, conversation_id)
            ratings = await ratings_of(connection, conversation_id)
            closings = await closings_of(connection, conversation_id)
        return ConversationContext(
            conversation_id=conversation_id,
            site_name=row.site_name,
            visitor=_visitor(row),
            page=_page(row.page),
            contact=_contact(row.contact),
            read_seq=row.read_seq,
            score=row.score,
            score_comment=row.score_comment,
            ratings=tuple(ratings),
            closings=tuple(closings),
        )

    async def earlier(self, conversation_id: UUID, before: str | None, limit: int) -> EarlierPage:
        """Return other conversations of the visitor on the same site, newest first.

        Raises:
            NotFound: there is no such conversation.
        """
        place = read_place(before)
        async with using(self._database) as connection:
            row = await _row(connection, conversation_id)
            found = await earlier_conversations(
                connection,
                conversation_id,
                place,
                limit + 1,
                by_identity=_text(row.visitor.get("external_id")) is not None,
            )
        shown = found[:limit]
        last = shown[-1] if len(found) > limit else None
        return EarlierPage(
            items=tuple(shown), next=name_place((last.updated_at, last.id)) if last else None
        )


async def _row(connection: Any, conversation_id: UUID) -> ContextRow:  # noqa: ANN401
    row = await context_row(connection, conversation_id)
    if row is None:
        raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)
    return row


def _visitor(row: ContextRow) -> ContextVisitor:
    attributes = row.visitor.get("attributes")
    known = attributes if isinstance(attributes, dict) else {}
    return ContextVisitor(
        id=row.visitor_id,
        name=row.name,
        locale=Locale(row.locale),
        first_seen=row.created_at,
        external_id=_text(row.visitor.get("external_id")),
        email=_text(row.visitor.get("email")),
        attributes={str(key): _plain(value) for key, value in list(known.items())[:_ATTRIBUTES]},
    )


def _page(page: object) -> ContextPage | None:
    if not isinstance(page, dict):
        return None
    told = {name: _text(page.get(name)) for name in ContextPage.model_fields}
    return ContextPage(**told) if any(told.values()) else None


def _contact(contact: object) -> ContactInfo | None:
    if not isinstance(contact, dict):
        return None
    told = {name: _text(contact.get(name)) for name in ContactInfo.model_fields}
    return ContactInfo(**told) if any(told.values()) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _plain(value: object) -> Scalar:
    """Return a value as it can be shown; what is nested as the JSON that it is."""
    if value is None or isinstance(value, str | int | float):
        return value
    return json.dumps(value, ensure_ascii=False)
