"""A conversation's live state, as the scripts return it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from shared.contracts.operator import ConversationSummary, LastMessage
from shared.contracts.queues import StateMirror, TurnMessage
from shared.contracts.visitor import ConversationSnapshot
from shared.contracts.wire import ConversationState, Message, PartialAnswer, RatingInfo, ScoreInfo
from shared.domain.words import ConversationStatus, Sender
from shared.realtime.events import Fact

# Lua has one empty table, which cjson writes as {}; a hash field that is empty means "none".
EmptyAsNone = BeforeValidator(lambda value: value or None)
EmptyAsFalse = BeforeValidator(bool)
EmptyAsTuple = BeforeValidator(lambda value: value or ())


class LiveState(BaseModel):
    """The hash ``conv:<id>``; Redis gives all of it as text."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: UUID
    inc: str
    n: int
    site: UUID
    site_name: str
    visitor: UUID
    visitor_name: str
    status: ConversationStatus
    epoch: int
    seq: int
    visitor_seq: int = 0
    answered_seq: int = 0
    operator: Annotated[UUID | None, EmptyAsNone] = None
    operator_name: Annotated[str | None, EmptyAsNone] = None
    assignee: Annotated[UUID | None, EmptyAsNone] = None
    assignee_name: Annotated[str | None, EmptyAsNone] = None
    team: Annotated[UUID | None, EmptyAsNone] = None
    team_name: Annotated[str | None, EmptyAsNone] = None
    assigned_at: Annotated[datetime | None, EmptyAsNone] = None
    by_rule: Annotated[bool, EmptyAsFalse] = False
    agent: Annotated[str | None, EmptyAsNone] = None
    last_sender: Annotated[Sender | None, EmptyAsNone] = None
    last_text: str = ""
    last_at: Annotated[datetime | None, EmptyAsNone] = None
    waiting_since: Annotated[datetime | None, EmptyAsNone] = None
    updated_at: datetime
    labels: str = ""
    """Ids, comma separated."""

    @property
    def cursor(self) -> str:
        """The place in the stream of events right after this state."""
        return f"{self.inc}:{self.n}"

    def mirror(self) -> StateMirror:
        """Return what PostgreSQL keeps of this state."""
        return StateMirror(
            status=self.status,
            epoch=self.epoch,
            change=self.n,
            operator_id=self.operator,
            assignee_id=self.assignee,
            team_id=self.team,
            assigned_at=self.assigned_at,
            assigned_by_rule=self.by_rule,
            last_seq=self.seq,
            visitor_seq=self.visitor_seq,
            answered_seq=self.answered_seq,
        )

    def summary(self) -> ConversationSummary:
        """Return the line of the inbox."""
        last = None
        if self.last_sender and self.last_at:
            last = LastMessage(sender=self.last_sender, preview=self.last_text, at=self.last_at)
        return ConversationSummary(
            id=self.id,
            site_id=self.site,
            site_name=self.site_name,
            visitor_name=self.visitor_name,
            status=self.status,
            operator_id=self.operator,
            operator_name=self.operator_name,
            assignee_id=self.assignee,
            assignee_name=self.assignee_name,
            team_id=self.team,
            team_name=self.team_name,
            assigned_at=self.assigned_at,
            agent=self.agent,
            last_message=last,
            last_seq=self.seq,
            waiting_since=self.waiting_since,
            updated_at=self.updated_at,
            labels=tuple(UUID(label) for label in self.labels.split(",") if label),
            version=self.n,
        )


class AcceptedEntry(BaseModel):
    """What was accepted under a client's message id; a repeated one finds it again."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    message_id: UUID
    seq: int
    answer_id: UUID
    at: datetime
    text: str = ""
    epoch: int
    status: ConversationStatus
    published: bool
    n: int
    result: Literal["accepted", "repeated"]


class Accepted(BaseModel):
    """Reply of ``accept.lua``."""

    model_config = ConfigDict(frozen=True)

    entry: AcceptedEntry
    state: LiveState
    turn: Annotated[tuple[str, ...], EmptyAsTuple]

    def turn_messages(self) -> tuple[TurnMessage, ...]:
        """Return the visitor messages that wait for the answer, oldest first."""
        return tuple(TurnMessage.model_validate_json(item, extra="ignore") for item in self.turn)


class TransitionEntry(BaseModel):
    """The record of a change of floor."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    result: Literal["done", "repeated"]
    message_id: UUID
    seq: int
    at: datetime
    position: int | None = None


class Transitioned(BaseModel):
    """Reply of ``transition.lua``."""

    model_config = ConfigDict(frozen=True)

    entry: TransitionEntry
    state: LiveState


class StoppedEntry(BaseModel):
    """The message that a stop left: the answer so far or, without a word yet, a sentence."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    message_id: UUID
    sender: Sender
    agent: Annotated[str | None, EmptyAsNone] = None
    text: str
    in_reply_to: Annotated[UUID | None, EmptyAsNone] = None
    seq: int
    at: datetime


class Stopped(BaseModel):
    """Reply of ``stop.lua``."""

    model_config = ConfigDict(frozen=True)

    entry: StoppedEntry
    state: LiveState


class Frame(BaseModel):
    """What travels on a conversation's channel; ``to`` is who may see it."""

    model_config = ConfigDict(frozen=True)

    n: int
    inc: str
    event: str
    to: Literal["all", "visitor", "operator"]
    data: dict[str, Any]

    def payload(self) -> dict[str, Any]:
        """Return the event's data with its cursor."""
        if self.n == 0 or self.event == "message.delta":
            return self.data
        return {**self.data, "cursor": f"{self.inc}:{self.n}"}


_MESSAGE_EVENTS = frozenset({Fact.MESSAGE_CREATED, Fact.MESSAGE_COMPLETED})


@dataclass(frozen=True, slots=True)
class Rated:
    """What a visitor thinks of answers, by the message, and of the conversation."""

    ratings: dict[UUID, RatingInfo] = field(default_factory=dict)
    score: ScoreInfo | None = None


@dataclass(frozen=True, slots=True)
class Resumed:
    """A consistent look at a conversation; see ``resume.lua``."""

    state: LiveState
    holds: bool
    frames: tuple[Frame, ...]
    partial: PartialAnswer | None
    position: int | None
    eta_seconds: int | None = None

    def messages(self) -> dict[UUID, Message]:
        """Return the messages that are in the frames, by id."""
        found: dict[UUID, Message] = {}
        for frame in self.frames:
            if frame.event in _MESSAGE_EVENTS and frame.to != "operator":
                message = Message.model_validate(frame.data["message"], extra="ignore")
                found[message.id] = message
        return found

    def rated(self) -> Rated:
        """Return the ratings that are in the frames; they may not be stored yet."""
        ratings: dict[UUID, RatingInfo] = {}
        score = None
        for frame in sorted(self.frames, key=lambda frame: frame.n):
            if frame.event == Fact.MESSAGE_RATED:
                rating = RatingInfo.model_validate(frame.data, extra="ignore")
                ratings[rating.message_id] = rating
            elif frame.event == Fact.CONVERSATION_RATED:
                score = ScoreInfo.model_validate(frame.data, extra="ignore")
        return Rated(ratings, score)

    def conversation(self) -> ConversationState:
        """Return who has the floor."""
        return ConversationState(
            id=self.state.id,
            status=self.state.status,
            operator_name=self.state.operator_name,
            position=self.position,
            eta_seconds=self.eta_seconds,
        )

    def snapshot(
        self, stored: tuple[Message, ...] = (), limit: int = 50, thought: Rated | None = None
    ) -> ConversationSnapshot:
        """Build the event; ``stored`` are the newest rows of PostgreSQL for a full one.

        ``thought`` is what PostgreSQL knows of ratings of these rows.
        """
        messages = {message.id: message for message in stored} | self.messages()
        ordered = sorted(messages.values(), key=lambda message: (message.seq, message.id))
        newest = ordered if self.holds else ordered[-limit:]
        before, live = thought or Rated(), self.rated()
        ratings = before.ratings | live.ratings
        if not self.holds:
            ratings = {
                message.id: ratings[message.id] for message in newest if message.id in ratings
            }
        return ConversationSnapshot(
            conversation_id=self.state.id,
            conversation=self.conversation(),
            messages=tuple(newest),
            full=not self.holds,
            has_more=not self.holds and bool(newest) and newest[0].seq > 1,
            generation=self.partial,
            ratings=tuple(ratings.values()),
            score=live.score or before.score,
            cursor=self.state.cursor,
        )


class _ResumeReply(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    state: LiveState
    holds: bool
    frames: Annotated[tuple[str, ...], EmptyAsTuple]
    partial: Annotated[dict[str, str], BeforeValidator(lambda value: value or {})] = Field(
        default_factory=dict
    )
    text: str = ""
    position: int | None = None
    eta_seconds: int | None = None
    answer_position: int | None = None


def read_resumed(reply: object) -> Resumed:
    """Turn the reply of ``resume.lua`` into a ``Resumed``."""
    raw = _ResumeReply.model_validate(reply)
    partial = None
    if raw.partial.get("message_id"):
        partial = PartialAnswer(
            message_id=UUID(raw.partial["message_id"]),
            agent=raw.partial.get("agent") or None,
            stage=raw.partial.get("stage"),
            text=raw.text,
            position=raw.answer_position,
        )
    frames = tuple(Frame.model_validate_json(frame) for frame in raw.frames)
    return Resumed(raw.state, raw.holds, frames, partial, raw.position, raw.eta_seconds)
