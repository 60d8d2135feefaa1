"""What stored messages and feedback mean to whoever listens from outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from shared.contracts.queues import FeedbackRecord, MessageRecord
from shared.contracts.webhooks import (
    ConversationRatingTold,
    ConversationTold,
    HandoffTold,
    MessageRatingTold,
    MessageTold,
    OperatorTold,
    Told,
)
from shared.domain.webhooks import WebhookEventType as Type
from shared.domain.words import Outcome
from shared.storage.outbox import Happened


@dataclass(frozen=True, slots=True)
class Known:
    """A conversation as it was before the batch."""

    site_id: UUID
    visitor_id: UUID
    last_seq: int


def of_messages(
    records: Sequence[MessageRecord], known: Mapping[UUID, Known], stored: set[UUID]
) -> list[Happened]:
    """Return what is to be told of a batch; ``stored`` are the messages that are new."""
    happened: list[Happened] = []
    begun: set[UUID] = set()
    told: set[UUID] = set()
    for record in sorted(records, key=lambda one: one.message.seq):
        message = record.message
        if message.id not in stored or message.id in told:
            continue
        told.add(message.id)
        conversation = known[message.conversation_id]
        here = _Here(message.conversation_id, conversation)
        if conversation.last_seq == 0 and message.conversation_id not in begun:
            begun.add(message.conversation_id)
            happened.append(here.tells(Type.CONVERSATION_CREATED, here.conversation()))
        happened.append(here.tells(Type.MESSAGE_CREATED, MessageTold(**here.ids, message=message)))
        if (change := _change(here, record)) is not None:
            happened.append(change)
    return happened


def of_message_rating(record: FeedbackRecord, known: Known) -> Happened | None:
    """Return what is to be told of a rating of a message."""
    if record.message_id is None or record.rating is None:
        return None
    here = _Here(record.conversation_id, known)
    told = MessageRatingTold(
        **here.ids, message_id=record.message_id, rating=record.rating, comment=record.comment
    )
    return here.tells(Type.MESSAGE_RATED, told)


def of_conversation_rating(record: FeedbackRecord, known: Known) -> Happened | None:
    """Return what is to be told of a score."""
    if record.score is None:
        return None
    here = _Here(record.conversation_id, known)
    told = ConversationRatingTold(**here.ids, score=record.score, comment=record.comment)
    return here.tells(Type.CONVERSATION_RATED, told)


class _Here:
    """A conversation in which something happened."""

    def __init__(self, conversation_id: UUID, known: Known) -> None:
        self._known = known
        self.ids = {"conversation_id": conversation_id, "visitor_id": known.visitor_id}

    def conversation(self) -> ConversationTold:
        return ConversationTold(**self.ids)

    def tells(self, kind: Type, data: Told) -> Happened:
        return Happened(kind, self._known.site_id, data, self.ids["conversation_id"])


def _change(here: _Here, record: MessageRecord) -> Happened | None:
    outcome = record.message.outcome
    if outcome is Outcome.HANDED_OFF:
        told = HandoffTold(**here.ids, reason=record.handoff_reason)
        return here.tells(Type.HANDOFF_STARTED, told)
    if outcome is Outcome.OPERATOR_JOINED:
        name = record.message.operator_name or ""
        return here.tells(Type.OPERATOR_JOINED, OperatorTold(**here.ids, operator_name=name))
    if outcome is Outcome.RETURNED:
        return here.tells(Type.CONVERSATION_RETURNED, here.conversation())
    if outcome is Outcome.CLOSED:
        return here.tells(Type.CONVERSATION_CLOSED, here.conversation())
    return None
