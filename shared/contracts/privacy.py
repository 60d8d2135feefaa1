"""Bodies of ``/api/v1/visitors`` and ``/api/v1/retention``."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import Field

from shared.contracts.wire import Contract


class RequestKind(StrEnum):
    """What is asked for about a visitor's data."""

    EXPORT = "export"
    ERASURE = "erasure"


class RequestState(StrEnum):
    """How far it has come."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


class VisitorInfo(Contract):
    """A visitor, to be found again; ``last_at`` is when something last happened with them.

    ``external_id`` is what their site knows them by; ``email`` what it says, or what they left.
    """

    id: UUID
    site_id: UUID
    site_name: str
    name: str
    email: str | None = None
    external_id: str | None = None
    created_at: datetime
    last_at: datetime | None = None
    conversations: int
    messages: int


class VisitorPage(Contract):
    """Visitors, newest first; ``next`` is the ``before`` of the next page."""

    items: tuple[VisitorInfo, ...]
    next: UUID | None = None


class VisitorRequestInfo(Contract):
    """An export or an erasure. ``counts`` are rows by what they are.

    ``archive_ready`` says whether an export can be fetched; after ``expires_at`` it is deleted.
    """

    id: UUID
    site_id: UUID
    visitor_id: UUID
    kind: RequestKind
    state: RequestState
    requested_by: Annotated[str, Field(examples=["Анна Демченко"])]
    created_at: datetime
    finished_at: datetime | None = None
    counts: Annotated[dict[str, int], Field(examples=[{"conversations": 2, "messages": 31}])] = (
        Field(default_factory=dict)
    )
    archive_ready: bool = False
    size: int = 0
    expires_at: datetime | None = None


class VisitorRequestPage(Contract):
    """Requests, newest first; ``next`` is the ``before`` of the next page."""

    items: tuple[VisitorRequestInfo, ...]
    next: UUID | None = None


ConversationDays = Annotated[int, Field(ge=1, le=3_650, examples=[365])]
DeliveryDays = Annotated[int, Field(ge=1, le=365, examples=[30])]
AuditDays = Annotated[int, Field(ge=30, le=3_650, examples=[730])]


class RetentionPut(Contract):
    """``PUT /retention/{site_id}``: days that things are kept; null: for ever.

    ``conversation_days`` counts from the last thing that happened in a conversation that is closed
    or with an agent; ``delivery_days`` is about the log of webhooks.
    """

    conversation_days: ConversationDays | None
    delivery_days: DeliveryDays
    audit_days: AuditDays | None


class RetentionInfo(RetentionPut):
    """A site's policy."""

    site_id: UUID
    site_name: str


class RetentionList(Contract):
    """The policies of the administrator's sites."""

    items: tuple[RetentionInfo, ...]


class RetentionPreview(Contract):
    """How much a policy would delete if it held now."""

    conversations: int
    deliveries: int
    audit_entries: int
