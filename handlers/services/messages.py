"""A message's way in: checked, numbered, confirmed by the broker, acknowledged, shown."""

from datetime import timedelta
from uuid import UUID

from handlers.services.attachments import AttachmentService
from handlers.services.caller import OperatorCaller, Visitor
from handlers.services.directory import SiteDirectory
from handlers.services.live import LiveConversations
from shared.contracts.queues import (
    AcceptedMessage,
    AgentProfile,
    AiRequest,
    MessageRecord,
)
from shared.contracts.visitor import MessageSend, MessageSendAck
from shared.contracts.wire import TEXT_LIMIT, Attachment, Message
from shared.domain.site import Site, in_language
from shared.domain.words import ConversationStatus, Sender
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, InvalidInput, TooLarge, Unavailable
from shared.kernel.text import clean
from shared.observability.logs import get_logger
from shared.observability.metrics import MESSAGES_ACCEPTED
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import AsyncProducer
from shared.storage.attachments import Uploader
from shared.storage.conversations import Submission
from shared.storage.state import Accepted


class MessageService:
    """Accepts messages of visitors and operators."""

    def __init__(
        self,
        live: LiveConversations,
        producer: AsyncProducer,
        directory: SiteDirectory,
        attachments: AttachmentService,
        messages_per_minute: int,
        answer_deadline: timedelta,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._live = live
        self._producer = producer
        self._directory = directory
        self._attachments = attachments
        self._per_minute = messages_per_minute
        self._deadline = answer_deadline
        self._clock = clock

    async def from_visitor(
        self, visitor: Visitor, command: MessageSend, request_id: str
    ) -> MessageSendAck:
        """Accept a visitor's message and, while an agent has the floor, ask for an answer.

        Raises:
            InvalidInput, TooLarge: the text is empty or too long.
            RateLimited: too many messages in a minute, of this visitor or for the site's share
                of the agents' answers.
            Unavailable: it is not accepted; the client sends the same id again.
        """
        site = await self._directory.by_id(visitor.site_id)
        files = await self._attachments.to_send(
            visitor.conversation_id,
            Uploader(Sender.VISITOR),
            command.attachments,
            command.client_message_id,
        )
        most = site.limits.text_limit or TEXT_LIMIT
        text = checked_text(command.text, most, may_be_empty=bool(files))
        submission = Submission(
            visitor.conversation_id,
            Sender.VISITOR,
            command.client_message_id,
            text,
            files=len(files),
            per_minute=site.limits.messages_per_minute or self._per_minute,
            answers_per_minute=site.limits.answers_per_minute,
        )
        return await self._accept(submission, site, request_id, files)

    async def from_operator(
        self,
        operator: OperatorCaller,
        conversation_id: UUID,
        site_id: UUID,
        command: MessageSend,
        request_id: str,
    ) -> MessageSendAck:
        """Accept the message of the operator who has the floor.

        Raises:
            Forbidden: somebody else has it.
        """
        files = await self._attachments.to_send(
            conversation_id,
            Uploader(Sender.OPERATOR, operator.operator_id),
            command.attachments,
            command.client_message_id,
        )
        submission = Submission(
            conversation_id,
            Sender.OPERATOR,
            command.client_message_id,
            checked_text(command.text, may_be_empty=bool(files)),
            operator.operator_id,
            len(files),
        )
        site = await self._directory.by_id(site_id)
        return await self._accept(submission, site, request_id, files, operator.name)

    async def _accept(
        self,
        submission: Submission,
        site: Site,
        request_id: str,
        files: tuple[Attachment, ...],
        name: str | None = None,
    ) -> MessageSendAck:
        now = self._clock()
        accepted = await self._live.run(
            submission.conversation_id,
            lambda: self._live.conversations.accept(submission, now),
        )
        entry = accepted.entry
        ack = MessageSendAck(message_id=entry.message_id, seq=entry.seq)
        if entry.published:
            return ack
        message = Message(
            id=entry.message_id,
            conversation_id=submission.conversation_id,
            seq=entry.seq,
            sender=submission.sender,
            operator_name=name,
            text=entry.text,
            attachments=files,
            client_message_id=submission.client_message_id,
            at=entry.at,
        )
        request = _request(submission, accepted, site)
        await self._publish(
            AcceptedMessage(
                request_id=request_id,
                record=MessageRecord(
                    site_id=site.id,
                    message=message,
                    operator_id=submission.operator_id,
                    state=accepted.state.mirror(),
                ),
                request=request,
            )
        )
        answer_id = request.answer_id if request else None
        await self._live.run(
            submission.conversation_id,
            lambda: self._live.conversations.announce(message, answer_id, self._deadline),
        )
        MESSAGES_ACCEPTED.labels(submission.sender).inc()
        get_logger().info(
            "message.accepted",
            conversation_id=str(message.conversation_id),
            message_id=str(message.id),
            seq=message.seq,
            sender=message.sender,
            status=entry.status,
        )
        return ack

    async def _publish(self, accepted: AcceptedMessage) -> None:
        try:
            await self._producer.message(accepted)
        except BrokerUnavailable as error:
            get_logger().warning("message.not_confirmed", error=str(error))
            raise Unavailable(ErrorCode.BROKER_UNAVAILABLE) from error


def checked_text(text: str, most: int = TEXT_LIMIT, *, may_be_empty: bool = False) -> str:
    """Return the text as it is kept.

    Raises:
        InvalidInput: nothing is left of it.
        TooLarge: it has more than ``most`` characters.
    """
    if len(text) > most:
        raise TooLarge(ErrorCode.TEXT_TOO_LONG)
    cleaned = clean(text)
    if not cleaned and not may_be_empty:
        raise InvalidInput(ErrorCode.TEXT_EMPTY)
    return cleaned


def agent_profiles(site: Site) -> tuple[AgentProfile, ...]:
    """Return what a turn of the site tells the workers of its agents."""
    return tuple(
        AgentProfile(
            slug=agent.slug,
            name=in_language(agent.name, site.locale),
            subject=in_language(agent.subject, site.locale),
            wrong_share=agent.wrong_share,
            knowledge=agent.knowledge,
            instructions=agent.instructions,
            instructions_version=agent.instructions_version,
            adapter=agent.adapter,
        )
        for agent in site.agents
    )


def _request(submission: Submission, accepted: Accepted, site: Site) -> AiRequest | None:
    entry = accepted.entry
    is_current = entry.epoch == accepted.state.epoch
    wants_answer = (
        submission.sender is Sender.VISITOR
        and entry.status is ConversationStatus.AGENT
        and is_current
        and accepted.turn
    )
    if not wants_answer:
        return None
    return AiRequest(
        conversation_id=submission.conversation_id,
        site_id=site.id,
        epoch=entry.epoch,
        answer_id=entry.answer_id,
        turn=accepted.turn_messages(),
        agents=agent_profiles(site),
        locale=site.locale,
        accepted_at=entry.at,
    )
