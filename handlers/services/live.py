"""Conversations in Redis, filled in from PostgreSQL whenever Redis does not know one."""

from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID

from redis.exceptions import RedisError

from shared.contracts.http import VisitorMessagePage
from shared.contracts.visitor import ConversationSnapshot
from shared.contracts.wire import Message
from shared.kernel.errors import ErrorCode, NotFound, OtvetError, Unavailable
from shared.storage.context import ratings_among, score_of
from shared.storage.conversations import Conversations, ConversationUnknownToRedis
from shared.storage.pool import AsyncDatabase, using
from shared.storage.state import Rated
from shared.storage.visitors import messages_before, seed_values

Result = TypeVar("Result")
_PAGE = 50


class LiveConversations:
    """Runs an operation on a conversation's live state, seeding that first if need be."""

    def __init__(self, conversations: Conversations, database: AsyncDatabase) -> None:
        """Use Redis through ``conversations`` and PostgreSQL through ``database``."""
        self.conversations = conversations
        self._database = database

    async def run(self, conversation_id: UUID, call: Callable[[], Awaitable[Result]]) -> Result:
        """Return what ``call`` returns.

        Raises:
            NotFound: there is no such conversation.
            Unavailable: Redis, or PostgreSQL where it is needed, is away.
        """
        try:
            try:
                return await call()
            except ConversationUnknownToRedis:
                await self._seed(conversation_id)
                return await call()
        except (RedisError, OSError, ConversationUnknownToRedis) as error:
            raise Unavailable(ErrorCode.STORE_UNAVAILABLE, detail=type(error).__name__) from error

    async def look(self, conversation_id: UUID) -> None:
        """See that there is such a conversation.

        Raises:
            NotFound: there is none.
            Unavailable: Redis, or PostgreSQL where it is needed, is away.
        """
        await self.run(
            conversation_id, lambda: self.conversations.resume(conversation_id, None, newest=0)
        )

    async def snapshot(self, conversation_id: UUID, cursor: str | None) -> ConversationSnapshot:
        """Return the truth: what is new since ``cursor``, or the newest page of everything."""
        resumed = await self.run(
            conversation_id, lambda: self.conversations.resume(conversation_id, cursor)
        )
        if resumed.holds:
            return resumed.snapshot()
        stored: tuple[Message, ...] = ()
        thought = Rated()
        try:
            async with using(self._database) as connection:
                stored, _ = await messages_before(connection, conversation_id, None, _PAGE)
                ids = [message.id for message in stored]
                ratings = await ratings_among(connection, conversation_id, ids)
                score = await score_of(connection, conversation_id)
                thought = Rated({rating.message_id: rating for rating in ratings}, score)
        except OtvetError:
            # The newest messages are in Redis too; older ones can be fetched when it is back.
            if not resumed.frames and resumed.state.seq:
                raise
        return resumed.snapshot(stored, _PAGE, thought)

    async def older(
        self, conversation_id: UUID, before_seq: int | None, limit: int
    ) -> tuple[tuple[Message, ...], bool]:
        """Return a page of stored messages, oldest first, and whether there are older ones."""
        async with using(self._database) as connection:
            return await messages_before(connection, conversation_id, before_seq, limit)

    async def older_for_visitor(
        self, conversation_id: UUID, before_seq: int | None, limit: int
    ) -> VisitorMessagePage:
        """Return such a page as its visitor may see it, with their own thumbs."""
        async with using(self._database) as connection:
            found, has_more = await messages_before(connection, conversation_id, before_seq, limit)
            ids = [message.id for message in found]
            ratings = await ratings_among(connection, conversation_id, ids)
        public = tuple(message.model_copy(update={"trouble": None}) for message in found)
        return VisitorMessagePage(items=public, has_more=has_more, ratings=ratings)

    async def _seed(self, conversation_id: UUID) -> None:
        async with using(self._database) as connection:
            values = await seed_values(connection, conversation_id)
        if values is None:
            raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)
        await self.conversations.seed(values)
