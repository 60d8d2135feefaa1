"""Who has the floor: hand-off, stop, take-over, return, close; and feedback."""

from typing import Any
from uuid import UUID

from redis.exceptions import RedisError

from handlers.services.caller import OperatorCaller, Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.live import LiveConversations
from shared.contracts.queues import AcceptedMessage, FeedbackRecord, MessageRecord
from shared.contracts.visitor import ConversationRate, ConversationRead, MessageRate
from shared.contracts.wire import Message
from shared.domain.words import HandoffReason, Outcome
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode, Unavailable
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import AsyncProducer
from shared.storage.floor import FloorChange, FloorCommand, system_message


class FloorService:
    """Moves the floor in Redis, at once for everybody, then has it stored."""

    def __init__(
        self,
        live: LiveConversations,
        producer: AsyncProducer,
        directory: SiteDirectory,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._live = live
        self._producer = producer
        self._directory = directory
        self._clock = clock

    async def request_human(self, visitor: Visitor, request_id: str) -> None:
        """Call a person; asking again while waiting changes nothing."""
        try:
            await self._change(
                FloorCommand.HANDOFF, visitor.conversation_id, visitor.site_id, request_id
            )
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
    ) -> None:
        """Carry out an operator's take, return or close.

        Raises:
            Conflict: another operator has the floor.
        """
        await self._change(command, conversation_id, site_id, request_id, operator)

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

    async def typing(self, conversation_id: UUID, *, to: str, name: str | None = None) -> None:
        """Show that somebody is typing; nobody keeps it."""
        payload = {"conversation_id": str(conversation_id), "name": name}
        await self._tell("typing.started", payload, to=to, is_fact=False)

    async def feedback(
        self,
        visitor: Visitor,
        command: ConversationRead | MessageRate | ConversationRate,
        request_id: str,
    ) -> None:
        """Have a read mark or a rating stored."""
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

    async def _change(
        self,
        command: FloorCommand,
        conversation_id: UUID,
        site_id: UUID,
        request_id: str,
        operator: OperatorCaller | None = None,
    ) -> None:
        site = await self._directory.by_id(site_id)
        change = FloorChange(
            command=command,
            conversation_id=conversation_id,
            message_id=uuid7(),
            now=self._clock(),
            locale=site.locale,
            operator_id=operator.operator_id if operator else None,
            operator_name=operator.name if operator else None,
        )
        moved = await self._live.run(
            conversation_id, lambda: self._live.conversations.change_floor(change)
        )
        message = Message.model_validate(
            system_message(change, moved.entry.seq)
            | {"id": moved.entry.message_id, "at": moved.entry.at}
        )
        get_logger().info(
            "floor.moved",
            command=command,
            conversation_id=str(conversation_id),
            status=moved.state.status,
            repeated=moved.entry.result == "repeated",
        )
        # Only a visitor calls a person by a command; agents say why in their result.
        is_call = command is FloorCommand.HANDOFF
        record = MessageRecord(
            site_id=site_id,
            message=message,
            handoff_reason=HandoffReason.REQUESTED if is_call else None,
            state=moved.state.mirror(),
        )
        await self._store(record, request_id)

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
