"""The operators' inbox over HTTP: the list, filters, search, saved views, labels, bulk actions."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StringConstraints, model_validator

from shared.contracts.operator import ConversationSummary
from shared.contracts.wire import Contract
from shared.domain.words import ConversationStatus, LabelColour, Sender

MOST_AT_ONCE = 100
"""Conversations that one bulk action may name, and lines of one page."""

MOST_LABELS = 100
"""Labels of one site: more are no order but a second search."""

_Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
_LabelName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40)]


class InboxFilter(Contract):
    """Which conversations are asked for; all that is given must hold. Times have a zone.

    ``assigned`` is ``me``, ``nobody`` or an operator's id; ``waiting_over`` is in seconds;
    ``labels`` must all be on it; ``scores`` are the visitor's, ``rating`` is that of any answer;
    ``since`` and ``until`` are about the last change; ``unread``: waiting or the caller's, with
    something that the caller has not seen. ``q`` is searched for in messages and visitors.
    """

    q: Annotated[str, Field(max_length=200)] = ""
    status: Annotated[tuple[ConversationStatus, ...], Field(max_length=4)] = ()
    site: UUID | None = None
    agent: Annotated[
        str | None, Field(pattern=r"^[a-z][a-z0-9_-]{1,31}$", examples=["network"])
    ] = None
    assigned: Literal["me", "nobody"] | UUID | None = None
    labels: Annotated[tuple[UUID, ...], Field(max_length=10)] = ()
    unread: bool = False
    waiting_over: Annotated[int | None, Field(ge=0, le=31_536_000)] = None
    scores: Annotated[tuple[Annotated[int, Field(ge=1, le=5)], ...], Field(max_length=5)] = ()
    rating: Literal["up", "down"] | None = None
    since: datetime | None = None
    until: datetime | None = None

    @model_validator(mode="after")
    def _zoned(self) -> Self:
        if any(at is not None and at.tzinfo is None for at in (self.since, self.until)):
            raise ValueError("a time without a zone")
        return self


class ConversationQuery(InboxFilter):
    """``GET /conversations``; ``before`` is the ``next`` of the page above."""

    before: Annotated[str | None, Field(max_length=100)] = None
    limit: Annotated[int, Field(ge=1, le=MOST_AT_ONCE)] = 50


class ExcerptPart(Contract):
    """A piece of an excerpt; ``hit``: it is what was looked for."""

    text: str
    hit: bool


class SearchHit(Contract):
    """The newest message of a conversation in which the search was found, cut around it."""

    conversation_id: UUID
    message_id: UUID
    seq: int
    sender: Sender
    at: datetime
    excerpt: tuple[ExcerptPart, ...]


class ConversationPage(Contract):
    """Lines of the inbox, newest change first; ``next`` is the ``before`` of the next page.

    Of a search a page may be short, or empty, and yet have a ``next``: then only a part was looked
    through. ``hits`` are of ``items``; one without a hit was found by the visitor.
    """

    items: tuple[ConversationSummary, ...]
    hits: tuple[SearchHit, ...] = ()
    next: str | None = None


class LabelInfo(Contract):
    """A label of a site."""

    id: UUID
    site_id: UUID
    name: str
    colour: LabelColour
    conversations: int = 0


class LabelList(Contract):
    """Labels of the operator's sites, by name."""

    items: tuple[LabelInfo, ...]


class LabelPost(Contract):
    """``POST /labels``."""

    site_id: UUID
    name: _LabelName
    colour: LabelColour


class LabelPatch(Contract):
    """``PATCH /labels/{id}``."""

    name: _LabelName
    colour: LabelColour


class ViewInfo(Contract):
    """Filters under a name. With ``site_id`` it is shared with that site's people."""

    id: UUID
    name: str
    filters: InboxFilter
    site_id: UUID | None = None
    owner_id: UUID
    owner_name: str


class ViewList(Contract):
    """The operator's own views and those shared with them, by name."""

    items: tuple[ViewInfo, ...]


class ViewPut(Contract):
    """``POST /views`` and ``PUT /views/{id}``. Only supervisors may share: give a ``site_id``."""

    name: _Name
    filters: InboxFilter
    site_id: UUID | None = None


class BulkAction(StrEnum):
    """What can be done to many conversations at once."""

    CLOSE = "close"
    RETURN = "return"
    LABEL = "label"
    UNLABEL = "unlabel"


class BulkRequest(Contract):
    """``POST /conversations/bulk``; ``label_id`` is for ``label`` and ``unlabel`` alone."""

    action: BulkAction
    conversation_ids: Annotated[tuple[UUID, ...], Field(min_length=1, max_length=MOST_AT_ONCE)]
    label_id: UUID | None = None

    @model_validator(mode="after")
    def _names_a_label(self) -> Self:
        about_labels = self.action in (BulkAction.LABEL, BulkAction.UNLABEL)
        if about_labels != (self.label_id is not None):
            raise ValueError("label_id goes with label and unlabel, and with nothing else")
        return self


class BulkOutcome(Contract):
    """What became of one conversation; ``code`` and ``message`` say why it was refused."""

    conversation_id: UUID
    ok: bool
    code: str | None = None
    message: str | None = None


class BulkResult(Contract):
    """Of each conversation once, in the order they were named."""

    items: tuple[BulkOutcome, ...]
