"""The operators' inbox: the list by filters, and search."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from handlers.services.access import AccessService
from handlers.services.caller import OperatorCaller
from handlers.services.live import LiveConversations
from shared.contracts.inbox import ConversationPage, ConversationQuery
from shared.contracts.operator import ConversationSummary
from shared.domain.search import parse_query, query_id
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound
from shared.storage.inbox import (
    Asked,
    Place,
    asked,
    conversation_summary,
    list_conversations,
    summaries,
)
from shared.storage.pool import AsyncDatabase, using
from shared.storage.reads import mark_read
from shared.storage.search import FoundPage, search, search_hits, search_id, text_query


class InboxService:
    """Reads the list for one operator at a time, of their sites alone."""

    def __init__(
        self, database: AsyncDatabase, access: AccessService, live: LiveConversations
    ) -> None:
        """Compose the service."""
        self._database = database
        self._access = access
        self._live = live

    async def page(self, operator: OperatorCaller, query: ConversationQuery) -> ConversationPage:
        """Return a page of what is asked for.

        Raises:
            NotFound: the site is none of this operator's.
            InvalidInput: ``before`` is no place that this list has named.
        """
        sites = _sites(operator, query.site)
        before = _place(query.before)
        searched = bool(query.q.strip())
        wanted = asked(
            query,
            sites=sites,
            caller=operator.operator_id,
            before=before,
            limit=query.limit + 1,
        )
        if searched:
            return await self._search(operator, query, wanted)
        async with using(self._database) as connection:
            items = await list_conversations(connection, wanted)
        page = items[: query.limit]
        last = page[-1] if len(items) > query.limit else None
        return ConversationPage(
            items=tuple(page), next=_name_of_place((last.updated_at, last.id)) if last else None
        )

    async def _search(
        self, operator: OperatorCaller, query: ConversationQuery, wanted: Asked
    ) -> ConversationPage:
        text, known = "", query_id(query.q)
        async with using(self._database) as connection:
            if known is not None:
                found = await search_id(connection, known, wanted, query.limit)
            elif terms := parse_query(query.q):
                text = await text_query(connection, terms)
                found = await search(connection, text, wanted, query.limit)
            else:
                found = FoundPage((), None)
            ids = [one.id for one in found.items]
            return ConversationPage(
                items=tuple(await summaries(connection, ids, operator.operator_id)),
                hits=await search_hits(connection, found.items, text),
                next=_name_of_place(found.next) if found.next else None,
            )

    async def line(self, operator: OperatorCaller, conversation_id: UUID) -> ConversationSummary:
        """Return one line of the inbox, which the caller may see.

        Raises:
            NotFound: there is no such conversation.
        """
        async with using(self._database) as connection:
            summary = await conversation_summary(connection, conversation_id, operator.operator_id)
        if summary is None:
            raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)
        return summary

    async def mark_read(self, operator: OperatorCaller, conversation_id: UUID, seq: int) -> None:
        """Keep how far an operator has seen a conversation, and tell their other devices.

        Raises:
            NotFound: the conversation is none of this operator's.
        """
        site_id = await self._access.site_of(operator, conversation_id)
        async with using(self._database) as connection:
            news = await mark_read(connection, conversation_id, operator.operator_id, seq)
        if news:
            await self._live.run(
                conversation_id,
                lambda: self._live.conversations.tell_seen(
                    site_id, conversation_id, operator.operator_id, seq
                ),
            )


def _sites(operator: OperatorCaller, site: UUID | None) -> Sequence[UUID]:
    if site is None:
        return list(operator.sites)
    if site not in operator.sites:
        raise NotFound(ErrorCode.SITE_UNKNOWN)
    return [site]


def _place(before: str | None) -> Place | None:
    if before is None:
        return None
    at, _, conversation_id = before.partition("~")
    try:
        return datetime.fromisoformat(at), UUID(conversation_id)
    except ValueError as error:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD) from error


def _name_of_place(place: Place) -> str:
    # "Z", for a "+" would have to be escaped in a query.
    return f"{place[0].isoformat().replace('+00:00', 'Z')}~{place[1]}"
