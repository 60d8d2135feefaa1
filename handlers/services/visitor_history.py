"""What a visitor said before, and a new conversation of theirs."""

from uuid import UUID

from handlers.services.caller import Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.live import LiveConversations
from handlers.services.pages import name_place, read_place
from handlers.services.sessions import SessionService, kept_page, log_new
from shared.auth.tokens import VisitorClaims
from shared.contracts.history import ConversationBegin, OwnConversationPage
from shared.contracts.http import VisitorMessagePage, VisitorSession
from shared.contracts.wire import ConversationState
from shared.domain.words import ConversationStatus
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode, NotAuthenticated, NotFound
from shared.kernel.ids import uuid7
from shared.storage.pool import AsyncDatabase, using
from shared.storage.visitor_history import (
    SomebodyElse,
    TooManyConversations,
    begin_conversation,
    is_own,
    own_conversations,
)

_WITH_PEOPLE = (ConversationStatus.WAITING, ConversationStatus.OPERATOR)


class VisitorHistory:
    """Reads, for one visitor at a time, what is theirs; and begins anew."""

    def __init__(
        self,
        database: AsyncDatabase,
        directory: SiteDirectory,
        live: LiveConversations,
        sessions: SessionService,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._directory = directory
        self._live = live
        self._sessions = sessions
        self._clock = clock

    async def page(self, visitor: Visitor, before: str | None, limit: int) -> OwnConversationPage:
        """Return a page of the visitor's conversations, the newest change first.

        Raises:
            InvalidInput: ``before`` is no place that this list has named.
        """
        place = read_place(before)
        async with using(self._database) as connection:
            found = await own_conversations(
                connection,
                visitor_id=visitor.visitor_id,
                site_id=visitor.site_id,
                is_known=visitor.is_known,
                current=visitor.conversation_id,
                before=place,
                limit=limit + 1,
            )
        shown = found[:limit]
        last = shown[-1] if len(found) > limit else None
        return OwnConversationPage(
            items=tuple(shown), next=name_place((last.updated_at, last.id)) if last else None
        )

    async def messages(
        self, visitor: Visitor, conversation_id: UUID, before_seq: int | None, limit: int
    ) -> VisitorMessagePage:
        """Return a page of messages of one of them, oldest first.

        Raises:
            NotFound: it is not this visitor's.
        """
        await self.require_own(visitor, conversation_id)
        return await self._live.older_for_visitor(conversation_id, before_seq, limit)

    async def require_own(self, visitor: Visitor, conversation_id: UUID) -> None:
        """Refuse what is not this visitor's.

        Raises:
            NotFound: it is somebody else's, or there is none.
        """
        async with using(self._database) as connection:
            if not await is_own(
                connection,
                conversation_id=conversation_id,
                visitor_id=visitor.visitor_id,
                site_id=visitor.site_id,
                is_known=visitor.is_known,
            ):
                raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)

    async def state(self, visitor: Visitor) -> ConversationState:
        """Return who has the floor and, while a person is awaited, the place and the time left.

        Raises:
            NotFound: there is no such conversation.
        """
        here = visitor.conversation_id
        # Whoever waits asks again and again, and wants none of what was said.
        looked = await self._live.run(
            here, lambda: self._live.conversations.resume(here, None, newest=0)
        )
        return looked.conversation()

    async def begin(self, visitor: Visitor, wanted: ConversationBegin) -> VisitorSession:
        """Return a key to a new conversation, or to one in which nothing was said yet.

        A token that an identity was given for is not made to last any longer.

        Raises:
            Conflict: a person is called or there already; or the visitor has begun too many.
            NotAuthenticated: the token is not good any more.
        """
        site = await self._directory.by_id(visitor.site_id)
        here = visitor.conversation_id
        status, seq = await self._live.run(here, lambda: self._live.conversations.standing(here))
        if status in _WITH_PEOPLE:
            raise Conflict(ErrorCode.CONVERSATION_TAKEN, detail=status)
        try:
            async with using(self._database) as connection:
                begun, is_new = await begin_conversation(
                    connection,
                    conversation_id=uuid7(),
                    visitor_id=visitor.visitor_id,
                    site_id=visitor.site_id,
                    is_known=visitor.is_known,
                    begun=here if seq else None,
                    page=kept_page(wanted.page),
                )
        except SomebodyElse as error:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID) from error
        except TooManyConversations as error:
            raise Conflict(ErrorCode.TOO_MANY) from error
        if is_new:
            log_new(begun, site.id)
        claims = VisitorClaims(visitor.visitor_id, site.id, begun, visitor.is_known)
        ends = visitor.expires_at if visitor.is_known else None
        ttl = ends - self._clock() if ends else None
        return self._sessions.grant(claims, site, wanted.locale or site.locale, ttl)
