"""Webhooks: what they are told, and how they are managed under ``/api/v1/webhooks``.

Everything sent to a webhook is one of the ``…Told`` payloads in an ``Envelope``. A change that a
receiver of the old form would not understand is a new ``version``.
"""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, Field

from shared.contracts.wire import Contract, Message
from shared.domain.webhooks import (
    CHOSEN,
    DeliveryState,
    DeliveryTrouble,
    DisabledReason,
    WebhookEventType,
)
from shared.domain.words import HandoffReason

_URL_BYTES = 2_000


class ConversationTold(Contract):
    """``conversation.created``, ``conversation.returned``, ``conversation.closed``."""

    conversation_id: UUID
    visitor_id: UUID


class MessageTold(ConversationTold):
    """``message.created``: anything said, by whomever. Order by ``message.seq``."""

    message: Message


class HandoffTold(ConversationTold):
    """``handoff.started``: an agent, the visitor or a deadline called a person."""

    reason: HandoffReason | None = None


class OperatorTold(ConversationTold):
    """``operator.joined``."""

    operator_name: str


class ConversationRatingTold(ConversationTold):
    """``conversation.rated``; a later one of the same conversation replaces it."""

    score: int
    comment: str | None = None


class MessageRatingTold(ConversationTold):
    """``message.rated``; a later one of the same message replaces it."""

    message_id: UUID
    rating: Literal["up", "down"]
    comment: str | None = None


class ErasureTold(Contract):
    """``visitor.erased``: forget this visitor, too."""

    visitor_id: UUID
    conversation_ids: tuple[UUID, ...]


class TestTold(Contract):
    """``webhook.tested``: somebody pressed the button."""

    webhook_id: UUID


Told = (
    MessageTold
    | HandoffTold
    | OperatorTold
    | ConversationRatingTold
    | MessageRatingTold
    | ConversationTold
    | ErasureTold
    | TestTold
)

PAYLOADS: dict[WebhookEventType, type[Contract]] = {
    WebhookEventType.CONVERSATION_CREATED: ConversationTold,
    WebhookEventType.CONVERSATION_RETURNED: ConversationTold,
    WebhookEventType.CONVERSATION_CLOSED: ConversationTold,
    WebhookEventType.CONVERSATION_RATED: ConversationRatingTold,
    WebhookEventType.MESSAGE_CREATED: MessageTold,
    WebhookEventType.MESSAGE_RATED: MessageRatingTold,
    WebhookEventType.HANDOFF_STARTED: HandoffTold,
    WebhookEventType.OPERATOR_JOINED: OperatorTold,
    WebhookEventType.VISITOR_ERASED: ErasureTold,
    WebhookEventType.WEBHOOK_TESTED: TestTold,
}


class Envelope(Contract):
    """The body of every delivery. Its ``id`` is the header ``webhook-id``, too: seen once, done."""

    version: Literal[1] = 1
    id: UUID
    type: WebhookEventType
    timestamp: datetime
    site_id: UUID
    data: Told


def _short(url: str) -> str:
    if len(url.encode()) > _URL_BYTES:
        raise ValueError("too long")
    return url


def _once(events: tuple[WebhookEventType, ...]) -> tuple[WebhookEventType, ...]:
    if any(kind not in CHOSEN for kind in events):
        raise ValueError("a test cannot be subscribed to")
    return tuple(kind for kind in WebhookEventType if kind in events)


WebhookUrl = Annotated[
    str,
    Field(
        min_length=8,
        max_length=_URL_BYTES,
        pattern=r"^https?://[^\s\x00]+$",
        examples=["https://crm.example.com/hooks/otvet"],
    ),
    AfterValidator(_short),
]
Events = Annotated[
    tuple[WebhookEventType, ...],
    Field(
        min_length=1,
        max_length=len(WebhookEventType),
        examples=[["conversation.created", "handoff.started"]],
    ),
    AfterValidator(_once),
]


class WebhookCreate(Contract):
    """``POST /webhooks``."""

    site_id: UUID
    url: WebhookUrl
    events: Events


class WebhookPatch(Contract):
    """``PATCH /webhooks/{webhook_id}``; what is left out stays. Enabling forgets the failures."""

    url: WebhookUrl | None = None
    events: Events | None = None
    enabled: bool | None = None


class WebhookInfo(Contract):
    """A webhook without its secret.

    ``failing_since`` is when it last began to take nothing; after three days it is disabled.
    ``pending`` are deliveries on their way; the two ``last_…`` tell of the newest attempt.
    """

    id: UUID
    site_id: UUID
    site_name: str
    url: str
    events: tuple[WebhookEventType, ...]
    enabled: bool
    disabled_reason: DisabledReason | None = None
    failing_since: datetime | None = None
    previous_secret_until: datetime | None = None
    pending: int = 0
    last_at: datetime | None = None
    last_state: DeliveryState | None = None
    created_at: datetime


class WebhookList(Contract):
    """Webhooks of the administrator's sites."""

    items: tuple[WebhookInfo, ...]


class WebhookSecret(Contract):
    """A webhook with its secret, which is shown this once."""

    webhook: WebhookInfo
    secret: Annotated[str, Field(examples=["whsec_C2FtcGxlLXNlY3JldC1vZi0zMi1ieXRlcy1vay4uLiE="])]


class AttemptInfo(Contract):
    """One attempt at a delivery: a status of the receiver, or the trouble on the way to it."""

    at: datetime
    status: int | None = None
    trouble: DeliveryTrouble | None = None
    latency_ms: int
    excerpt: str = ""


class DeliveryInfo(Contract):
    """An event on its way to a webhook, with its newest attempts (10 at most)."""

    event_id: UUID
    type: WebhookEventType
    state: DeliveryState
    attempts: int
    created_at: datetime
    next_at: datetime | None = None
    tries: tuple[AttemptInfo, ...] = ()
    body: str
    """What is sent, as it is sent."""


class DeliveryPage(Contract):
    """Deliveries of a webhook, newest first; ``next`` is the ``before`` of the next page."""

    items: tuple[DeliveryInfo, ...]
    next: int | None = None
