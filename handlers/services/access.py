"""Which conversations an operator may touch: those of their sites, and no other exists."""

from uuid import UUID

from handlers.services.caller import OperatorCaller
from shared.kernel.errors import ErrorCode, NotFound
from shared.storage.inbox import site_of
from shared.storage.pool import AsyncDatabase, using

_MOST = 50_000


class AccessService:
    """Knows the site of every conversation it was asked for; that never changes while it is."""

    def __init__(self, database: AsyncDatabase) -> None:
        """Start with nothing known."""
        self._database = database
        self._sites: dict[UUID, UUID] = {}

    async def site_of(self, operator: OperatorCaller, conversation_id: UUID) -> UUID:
        """Return the conversation's site.

        Raises:
            NotFound: there is no such conversation, or it is none of this operator's business.
        """
        site_id = self._sites.get(conversation_id) or await self._load(conversation_id)
        if site_id is None or site_id not in operator.sites:
            raise NotFound(ErrorCode.CONVERSATION_NOT_FOUND)
        return site_id

    def forget(self, conversation_id: UUID) -> None:
        """Look again when it is next asked for: it is no more."""
        self._sites.pop(conversation_id, None)

    async def _load(self, conversation_id: UUID) -> UUID | None:
        async with using(self._database) as connection:
            site_id = await site_of(connection, conversation_id)
        if site_id is not None:
            if len(self._sites) >= _MOST:
                self._sites.clear()
            self._sites[conversation_id] = site_id
        return site_id
