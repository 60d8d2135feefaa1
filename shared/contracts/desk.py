"""What operators are told of each other on ``/operator``, and what they say of themselves."""

from typing import Literal, Self
from uuid import UUID

from pydantic import model_validator

from shared.contracts.wire import Contract
from shared.domain.words import Availability, Presence


class AvailabilitySet(Contract):
    """``availability.set``: whether new conversations may come to me; kept until changed."""

    availability: Availability


class ConversationAssign(Contract):
    """``conversation.assign``: who is responsible from now on: an operator, a team, or nobody."""

    conversation_id: UUID
    operator_id: UUID | None = None
    team_id: UUID | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if self.operator_id and self.team_id:
            raise ValueError("either an operator or a team")
        return self


class OperatorPresence(Contract):
    """A colleague as they are now."""

    id: UUID
    name: str
    state: Presence


class PresenceUpdated(Contract):
    """``presence.updated``: colleagues of one of the operator's sites.

    ``full``: these are all who work for it, as sent to every socket that connects; otherwise
    those who changed.
    """

    site_id: UUID
    full: bool
    operators: tuple[OperatorPresence, ...]


class ConversationViewer(Contract):
    """An operator who has the conversation open; ``typing`` holds for six seconds."""

    id: UUID
    name: str
    typing: bool


class ConversationViewers(Contract):
    """``viewers.updated``: all who have the conversation open, whoever is told included."""

    conversation_id: UUID
    viewers: tuple[ConversationViewer, ...]


class AvailabilityAck(Contract):
    """The ack of ``availability.set``."""

    ok: Literal[True] = True
    availability: Availability
