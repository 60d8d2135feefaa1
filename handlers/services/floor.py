"""Who has the floor: hand-off, stop, take-over, return, close; and feedback."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.caller import OperatorCaller, Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.limits import Limits
from handlers.services.live import LiveConversations
from shared.contracts.queues import AcceptedMessage, FeedbackRecord, MessageRecord
from shared.contracts.visitor import ConversationRate, ConversationRead, MessageRate
from shared.contracts.wire import Message
from shared.domain.sentences import back_note
from shared.domain.words import CloseReason, HandoffReason, Outcome
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode, NotFound, Unavailable
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.observability.metrics import HANDOFFS
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import AsyncProducer
from shared.realtime.events import Fact
from shared.storage.floor import FloorChange, FloorCommand, floor_record

_FEEDBACK: dict[type, Fact] = {
    ConversationRead: Fact.CONVERSATION_SEEN,
    MessageRate: Fact.MESSAGE_RATED,
    ConversationRate: Fact.CONVERSATION_RATED,
}


@dataclass(frozen=True, slots=True)
class Closing:
    """Why a conversation is closed; for operators alone."""

    reason: CloseReason
    comment: str | None = None


class FloorService:
    """Moves the floor in Redis, at once for everybody, then has it stored."""

    def __init__(
        self,
        live: LiveConversations,
        producer: AsyncProducer,
        directory: SiteDirectory,
        limits: Limits,
        ratings_per_minute: int,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._live = live
        self._producer = producer
        self._directory = directory
        self._limits = limits
        self._ratings_per_minute = ratings_per_minute
        self._clock = clock

    async def request_human(self, visitor: Visitor, request_id: str) -> None:
        """Call a person; asking again while waiting changes nothing."""
        try:
            await self._change(
                FloorCommand.HANDOFF, visitor.conversation_id, visitor.site_id, request_id
            )
            HANDOFFS.labels(HandoffReason.REQUESTED).inc()
        except Conflict:
            # Somebody is called or here already, which is all that was asked for.
            get_logger().debug("handoff.already", conversation_id=str(visitor.conversation_id))

    async def command(
        self,
        operator: OperatorCaller,
        command: FloorCommand,
        conversation_id: UUID,
        site_id: UUID,
        request_id: str,
        closing: Closing | None = None,
    ) -> None:
        """Carry out an operator's take, return, close, reopening or release.

        Raises:
            Conflict: another operator has the floor.
        """
        await self._change(command, conversation_id, site_id, request_id, operator, closing)

    async def stop(self, visitor: Visitor, request_id: str) -> None:
        """Silence the agent; what it had written stays as a message."""
        now = self._clock()
        stopped = await self._live.run(
            visitor.conversation_id,
            lambda: self._live.conversations.stop(visitor.conversation_id, now, visitor.locale),
        )
        if stopped is None:
            return
        entry = stopped.entry
        message = Message(
            id=entry.message_id,
            conversation_id=visitor.conversation_id,
            seq=entry.seq,
            sender=entry.sender,
            agent=entry.agent,
            text=entry.text,
            outcome=Outcome.STOPPED,
            at=entry.at,
        )
        record = MessageRecord(
            site_id=visitor.site_id,
            message=message,
            in_reply_to=entry.in_reply_to,
            state=stopped.state.mirror(),
        )
        await self._store(record, request_id)

    async def typing(self, conversation_id: UUID) -> None:
        """Show operators that the visitor is typing; nobody keeps it."""
        payload = {"conversation_id": str(conversation_id), "name": None}
        await self._tell("typing.started", payload, to="operator", is_fact=False)

    async def feedback(
        self,
        visitor: Visitor,
        command: ConversationRead | MessageRate | ConversationRate,
        request_id: str,
    ) -> None:
        """Have a read mark or a rating stored; a rating that is the present one changes nothing.

        Raises:
            NotFound: there is no such conversation.
            RateLimited: too many ratings in a minute.
            Unavailable: the broker is away, or Redis, which knows how far can be read.
        """
        if isinstance(command, ConversationRead):
            # Nobody has read what nobody has written yet.
            _, there = await self._live.run(
                visitor.conversation_id,
                lambda: self._live.conversations.standing(visitor.conversation_id),
            )
            command = ConversationRead(seq=min(command.seq, there))
        elif await self._is_rated(visitor, command):
            return
        values: dict[str, Any] = command.model_dump()
        if "seq" in values:
            values["read_seq"] = values.pop("seq")
        record = FeedbackRecord(
            request_id=request_id,
            site_id=visitor.site_id,
            conversation_id=visitor.conversation_id,
            at=self._clock(),
            **values,
        )
        try:
            await self._producer.feedback(record)
        except BrokerUnavailable as error:
            raise Unavailable(ErrorCode.BROKER_UNAVAILABLE) from error
        event, said = _FEEDBACK[type(command)], command.model_dump(mode="json")
        payload = {"conversation_id": str(visitor.conversation_id), **said}
        # Another tab, and this one after a reload, know what was rated before it is stored.
        is_rating = not isinstance(command, ConversationRead)
        try:
            await self._tell(
                event, payload, to="all" if is_rating else "operator", is_fact=is_rating
            )
        except (Unavailable, NotFound) as error:
            # It is on its way into PostgreSQL, where consoles find it when they next look.
            get_logger().warning("feedback.not_told", code=error.code)

    async def _is_rated(self, visitor: Visitor, command: MessageRate | ConversationRate) -> bool:
        """Whether this is what the visitor was last heard to think.

        Each rating is a fact, and the stream of facts has an end: one that changes nothing is told
        to nobody, and those that change come no faster than a person thinks, or they would crowd
        out the messages that a socket resumes from.
        """
        await self._limits.hit(
            "rating", str(visitor.visitor_id), self._ratings_per_minute, timedelta(minutes=1)
        )
        here = visitor.conversation_id
        looked = await self._live.run(here, lambda: self._live.conversations.resume(here, None))
        rated = looked.rated()
        if isinstance(command, ConversationRate):
            return rated.score is not None and rated.score.model_dump() == command.model_dump()
        before = rated.ratings.get(command.message_id)
        return before is not None and before.model_dump() == command.model_dump()

    async def _change(
        self,
        command: FloorCommand,
        conversation_id: UUID,
        site_id: UUID,
        request_id: str,
        operator: OperatorCaller | None = None,
        closing: Closing | None = None,
    ) -> None:
        site = await self._directory.by_id(site_id)
        now = self._clock()
        change = FloorChange(
            command=command,
            conversation_id=conversation_id,
            message_id=uuid7(),
            now=now,
            locale=site.locale,
            operator_id=operator.operator_id if operator else None,
            operator_name=operator.name if operator else None,
            close_reason=closing.reason if closing else None,
            close_comment=closing.comment if closing else None,
            note=back_note(site.hours, now, site.locale) if command is FloorCommand.HANDOFF else "",
        )
        moved = await self._live.run(
            conversation_id, lambda: self._live.conversations.change_floor(change)
        )
        get_logger().info(
            "floor.moved",
            command=command,
            conversation_id=str(conversation_id),
            status=moved.state.status,
            repeated=moved.entry.result == "repeated",
        )
        await self._store(floor_record(change, moved, site_id), request_id)

    async def _tell(
        self, event: str, payload: dict[str, Any], *, is_fact: bool, to: str = "all"
    ) -> None:
        await self._live.run(
            UUID(payload["conversation_id"]),
            lambda: self._live.conversations.tell(event, payload, to=to, is_fact=is_fact),
        )

    async def _store(self, record: MessageRecord, request_id: str) -> None:
        message_id = record.message.id
        try:
            await self._producer.message(AcceptedMessage(request_id=request_id, record=record))
            await self._live.conversations.settle(message_id)
        except (BrokerUnavailable, RedisError, OSError) as error:
            # The floor has moved and everybody was told, so there is nothing to ask the caller to
            # do again. Redis keeps the record until it is settled; meanwhile the watcher stores it.
            get_logger().warning(
                "record.not_settled", message_id=str(message_id), error=type(error).__name__
            )
