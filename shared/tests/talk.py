"""A conversation on real Redis, driven as handlers and workers drive it."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.contracts.queues import AiResult
from shared.contracts.wire import Message
from shared.domain.words import Locale, Outcome, Sender, Stage
from shared.kernel.ids import uuid7
from shared.storage.answers import Answers, Completion
from shared.storage.conversations import Conversations, Submission
from shared.storage.floor import FloorChange, FloorCommand
from shared.storage.state import Accepted, LiveState, Resumed, Stopped, Transitioned
from shared.tests.samples import ai_result

ANNA, BORIS = uuid7(), uuid7()
NAMES = {ANNA: "Анна", BORIS: "Борис"}


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def seed_of(**changes: str) -> dict[str, str]:
    """The fields of a conversation that has just begun, changed."""
    return {
        "id": str(uuid7()),
        "inc": secrets.token_hex(8),
        "n": "0",
        "site": str(uuid7()),
        "site_name": "Магазин «Ромашка»",
        "visitor": str(uuid7()),
        "visitor_name": "Посетитель 1A2B",
        "status": "agent",
        "epoch": "0",
        "seq": "0",
        "visitor_seq": "0",
        "answered_seq": "0",
        "last_text": "",
        "updated_at": now().isoformat(),
    } | changes


class Talk:
    """One conversation; ``handlers`` and ``workers`` are the two ways to its state."""

    def __init__(self, async_redis: AsyncRedis, redis: Redis, **seed: str) -> None:
        self.values = seed_of(**seed)
        self.id = UUID(self.values["id"])
        self.site = UUID(self.values["site"])
        self.handlers = Conversations(async_redis)
        self.workers = Answers(redis)
        self.async_redis = async_redis
        self.redis = redis

    async def begin(self) -> "Talk":
        """Seed it."""
        await self.handlers.seed(self.values)
        return self

    async def state(self) -> LiveState:
        """Look at it."""
        return (await self.resume()).state

    async def resume(self, cursor: str | None = None) -> Resumed:
        """Look at it from a cursor."""
        return await self.handlers.resume(self.id, cursor)

    async def accept(
        self, text: str = "вопрос", client_id: str | None = None, operator: UUID | None = None
    ) -> Accepted:
        """Give a message its place, without showing it."""
        submission = Submission(
            self.id,
            Sender.OPERATOR if operator else Sender.VISITOR,
            client_id or secrets.token_hex(8),
            text,
            operator,
            per_minute=1_000_000,
        )
        return await self.handlers.accept(submission, now())

    async def say(self, text: str = "вопрос", client_id: str | None = None) -> Accepted:
        """A visitor's message, accepted, confirmed and shown."""
        client_id = client_id or secrets.token_hex(8)
        accepted = await self.accept(text, client_id)
        await self.announce(accepted, client_id)
        return accepted

    async def reply(self, operator: UUID, text: str = "ответ") -> Accepted:
        """An operator's message, accepted, confirmed and shown."""
        client_id = secrets.token_hex(8)
        accepted = await self.accept(text, client_id, operator)
        await self.announce(accepted, client_id, operator)
        return accepted

    async def announce(
        self,
        accepted: Accepted,
        client_id: str,
        operator: UUID | None = None,
        deadline: timedelta = timedelta(seconds=45),
    ) -> bool:
        """Show an accepted message."""
        entry = accepted.entry
        return await self.handlers.announce(
            Message(
                id=entry.message_id,
                conversation_id=self.id,
                seq=entry.seq,
                sender=Sender.OPERATOR if operator else Sender.VISITOR,
                operator_name=NAMES[operator] if operator else None,
                text=entry.text,
                client_message_id=client_id,
                at=entry.at,
            ),
            entry.answer_id if accepted.turn and not operator else None,
            deadline,
        )

    def change(
        self, command: FloorCommand, operator: UUID | None = None, unanswered: int | None = None
    ) -> FloorChange:
        """A change of floor, ready to be made."""
        return FloorChange(
            command=command,
            conversation_id=self.id,
            message_id=uuid7(),
            now=now(),
            locale=Locale.RU,
            operator_id=operator,
            operator_name=NAMES[operator] if operator else None,
            unanswered_seq=unanswered,
        )

    async def move(self, command: FloorCommand, operator: UUID | None = None) -> Transitioned:
        """Move the floor."""
        return await self.handlers.change_floor(self.change(command, operator))

    async def stop(self) -> Stopped | None:
        """The visitor stops the answer."""
        return await self.handlers.stop(self.id, now(), Locale.RU)

    def result(self, accepted: Accepted, **changes: Any) -> AiResult:  # noqa: ANN401
        """What an agent makes of the turn that ``accepted`` ended."""
        entry = accepted.entry
        return ai_result(
            **(
                {
                    "conversation_id": self.id,
                    "site_id": self.site,
                    "epoch": entry.epoch,
                    "answer_id": entry.answer_id,
                    "in_reply_to": entry.message_id,
                    "answered_seq": entry.seq,
                }
                | changes
            )
        )

    def complete(self, accepted: Accepted, **changes: Any) -> Completion:  # noqa: ANN401
        """Deliver the result of a turn."""
        return self.workers.complete(self.result(accepted, **changes), now())

    def hand_off(self, accepted: Accepted) -> Completion:
        """Deliver a hand-off instead."""
        return self.complete(
            accepted, outcome=Outcome.HANDED_OFF, agent=None, text="Зову", citations=()
        )

    def stage(self, accepted: Accepted, stage: Stage = Stage.WRITING) -> bool:
        """Report a stage of that turn's answer."""
        entry = accepted.entry
        return self.workers.stage(
            self.id,
            entry.epoch,
            entry.answer_id,
            stage,
            agent="network",
            in_reply_to=entry.message_id,
        )

    def delta(self, accepted: Accepted, offset: int, text: str) -> bool:
        """Show a piece of that turn's answer."""
        return self.workers.delta(
            self.id, accepted.entry.epoch, accepted.entry.answer_id, offset, text
        )
