"""A visitor's own conversations, over HTTP under ``/visitor``."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.look import PageInfo
from shared.contracts.wire import Contract
from shared.domain.words import ConversationStatus, Locale


class OwnConversation(Contract):
    """A conversation in a visitor's own list; ``question`` is how they began it, cut."""

    id: UUID
    status: ConversationStatus
    question: Annotated[str | None, Field(examples=["VPN не подключается, ошибка 809"])] = None
    created_at: datetime
    updated_at: datetime
    score: int | None = None
    is_current: bool
    """It is the one that the token opens."""


class OwnConversationPage(Contract):
    """``GET /visitor/conversations``: newest first; ``next`` is the ``before`` of the next page."""

    items: tuple[OwnConversation, ...]
    next: str | None = None


class ConversationBegin(Contract):
    """``POST /visitor/conversations``: a new one, of the same visitor."""

    locale: Locale | None = None
    page: PageInfo | None = None
