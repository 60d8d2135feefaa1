"""Live conversations in Redis, for handlers.

Every method is one script, so whatever two handlers do at once happens one after the other.
The scripts say what they do; this module only names their arguments.
"""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast
from uuid import UUID

import orjson
from redis.asyncio import Redis
from redis.commands.core import AsyncScript

from shared.contracts.wire import Message
from shared.domain.sentences import system_sentence
from shared.domain.words import ConversationStatus, Locale, Outcome, Sender, Stage
from shared.kernel.errors import Conflict, ErrorCode, Forbidden, RateLimited
from shared.kernel.ids import uuid7
from shared.kernel.text import preview
from shared.storage.assignments import Assigned, Assignment
from shared.storage.floor import FloorChange, transition_args
from shared.storage.keys import (
    RECOGNISED_CHANNEL,
    UNSTORED_KEY,
    conversation_key,
    inbox_channel,
)
from shared.storage.scripts_loader import decode_reply, script_source
from shared.storage.state import Accepted, LiveState, Resumed, Stopped, Transitioned, read_resumed

_SCRIPTS = (
    "seed",
    "accept",
    "announce",
    "transition",
    "stop",
    "tell",
    "resume",
    "assign",
    "recognise",
    "label",
)


class ConversationUnknownToRedis(Exception):
    """Redis has no state of the conversation; seed it from PostgreSQL and try again."""


@dataclass(frozen=True, slots=True)
class Submission:
    """A message as a client sent it."""

    conversation_id: UUID
    sender: Sender
    client_message_id: str
    text: str
    operator_id: UUID | None = None
    files: int = 0
    per_minute: int = 60
    """Messages this visitor may send in a minute; a repeated one does not count."""
    answers_per_minute: int | None = None
    """Messages of all visitors of the site that agents may answer in a minute."""


class Conversations:
    """The state of conversations that are going on."""

    def __init__(self, redis: Redis) -> None:
        """Register the scripts; nothing is sent yet."""
        self._redis = redis
        self._scripts: dict[str, AsyncScript] = {
            name: redis.register_script(script_source(name)) for name in _SCRIPTS
        }

    async def seed(self, values: dict[str, str]) -> None:
        """Fill in a conversation, unless somebody else already did."""
        key = conversation_key(UUID(values["id"]))
        await self._run("seed", key, *[part for pair in values.items() for part in pair])

    async def accept(self, submission: Submission, now: datetime) -> Accepted:
        """Give a message its place, or find the place its client id already has.

        Raises:
            ConversationUnknownToRedis: seed it first.
            Forbidden: an operator writes without having the floor.
            RateLimited: a visitor writes too fast, or all visitors of the site do.
        """
        reply = await self._ask(
            "accept",
            conversation_key(submission.conversation_id),
            submission.sender,
            str(submission.operator_id or ""),
            submission.client_message_id,
            str(uuid7()),
            str(uuid7()),
            now.isoformat(),
            submission.text,
            str(submission.per_minute),
            str(submission.answers_per_minute or ""),
            str(submission.files),
        )
        if reply.get("result") == "limited":
            raise RateLimited(retry_after=int(reply["wait"]))
        if reply.get("result") == "not_yours":
            raise Forbidden(ErrorCode.CONVERSATION_NOT_YOURS)
        return Accepted.model_validate(reply)

    async def announce(self, message: Message, answer_id: UUID | None, deadline: timedelta) -> bool:
        """Show a confirmed message, and that its answer is awaited; false when that was done.

        After ``deadline`` the answer keeps nobody waiting any more.
        """
        queued = {
            "conversation_id": message.conversation_id,
            "message_id": answer_id,
            "stage": Stage.QUEUED,
            "agent": None,
            "position": "__position__",
        }
        data = {
            "conversation_id": message.conversation_id,
            "message": message.model_dump(mode="json"),
        }
        return bool(
            await self._run(
                "announce",
                conversation_key(message.conversation_id),
                message.sender,
                message.client_message_id or "",
                orjson.dumps(data),
                message.line,
                message.at.isoformat(),
                orjson.dumps(queued) if answer_id else "",
                str(round(deadline.total_seconds() * 1000)),
            )
        )

    async def change_floor(self, change: FloorChange) -> Transitioned:
        """Give the floor to somebody else and tell everybody, in one step.

        Raises:
            ConversationUnknownToRedis: seed it first.
            Conflict: another operator has it, or its status does not allow the change.
        """
        reply = await self._ask(
            "transition", conversation_key(change.conversation_id), *transition_args(change)
        )
        _refuse_conflict(reply)
        return Transitioned.model_validate(reply)

    async def stop(self, conversation_id: UUID, now: datetime, locale: Locale) -> Stopped | None:
        """Silence the agent; returns the message that is left, or nothing if it was not writing."""
        reply = await self._ask(
            "stop",
            conversation_key(conversation_id),
            str(uuid7()),
            now.isoformat(),
            system_sentence(Outcome.STOPPED, locale),
        )
        return None if reply.get("result") == "nothing" else Stopped.model_validate(reply)

    async def settle(self, message_id: UUID) -> None:
        """Forget the record of a floor change or stop: the broker has it."""
        await self._redis.hdel(UNSTORED_KEY, str(message_id))

    async def label(self, conversation_id: UUID, labels: Sequence[UUID]) -> None:
        """Tell the inbox of all the labels of a conversation.

        Raises:
            ConversationUnknownToRedis: seed it first.
        """
        names = ",".join(str(label) for label in labels)
        await self._ask("label", conversation_key(conversation_id), names)

    async def tell_seen(
        self, site_id: UUID, conversation_id: UUID, operator_id: UUID, seq: int
    ) -> None:
        """Tell an operator's other devices what they have seen on this one."""
        seen = {"reader": operator_id, "conversation_id": conversation_id, "seq": seq}
        await self._redis.publish(inbox_channel(site_id), orjson.dumps(seen))

    async def tell(self, event: str, payload: dict[str, Any], *, to: str, is_fact: bool) -> None:
        """Send an event to everybody in a conversation; a fact is also kept for resuming."""
        key = conversation_key(UUID(payload["conversation_id"]))
        last = payload.get("message", {})
        await self._run(
            "tell",
            key,
            "1" if is_fact else "0",
            preview(last.get("text", "")),
            last.get("sender", ""),
            last.get("at", ""),
            event,
            to,
            orjson.dumps(payload),
        )

    async def standing(self, conversation_id: UUID) -> tuple[ConversationStatus, int]:
        """Return who has the floor, and the ``seq`` of the newest message.

        Raises:
            ConversationUnknownToRedis: seed it first.
        """
        key = conversation_key(conversation_id)
        status, seq = await cast(
            "Awaitable[list[bytes | None]]", self._redis.hmget(key, ["status", "seq"])
        )
        if status is None or seq is None:
            raise ConversationUnknownToRedis(key)
        return ConversationStatus(status.decode()), int(seq)

    async def recognise(self, conversation_id: UUID, visitor_name: str | None) -> None:
        """Note that the visitor's site has vouched for them, and their name if it said one.

        Raises:
            ConversationUnknownToRedis: seed it first.
        """
        await self._ask("recognise", conversation_key(conversation_id), visitor_name or "")

    async def put_strangers_out(self, conversation_id: UUID) -> None:
        """Have the sockets closed that came in before the visitor was vouched for."""
        await self._redis.publish(RECOGNISED_CHANNEL, str(conversation_id))

    async def is_known(self, conversation_id: UUID) -> bool | None:
        """Whether the visitor's site has vouched for them; None: Redis cannot say."""
        key = conversation_key(conversation_id)
        value = await cast("Awaitable[bytes | None]", self._redis.hget(key, "known"))
        return None if value is None else value == b"1"

    async def resume(self, conversation_id: UUID, cursor: str | None, newest: int = 100) -> Resumed:
        """Look at a conversation as it is, with what came after ``cursor`` if that still holds.

        If not, with the ``newest`` frames there are.

        Raises:
            ConversationUnknownToRedis: seed it first.
        """
        incarnation, _, number = (cursor or ":0").partition(":")
        reply = await self._ask(
            "resume", conversation_key(conversation_id), incarnation, number, str(newest)
        )
        return read_resumed(reply)

    async def assign(self, wanted: Assignment, now: datetime) -> Assigned:
        """Make somebody responsible and tell the inbox, in one step.

        Raises:
            ConversationUnknownToRedis: seed it first.
            Conflict: it is closed, or another operator has the floor and only they, or whoever
                may dispose of it, can hand it on.
        """
        reply = await self._ask(
            "assign",
            conversation_key(wanted.conversation_id),
            str(wanted.operator_id or ""),
            wanted.operator_name,
            str(wanted.team_id or ""),
            wanted.team_name,
            now.isoformat(),
            str(wanted.asked_by),
            "1" if wanted.may_dispose else "",
        )
        _refuse_conflict(reply)
        return Assigned.model_validate(reply)

    async def _ask(self, script: str, key: str, *args: str | bytes) -> dict[str, Any]:
        reply = cast("dict[str, Any]", decode_reply(await self._run(script, key, *args)))
        if reply.get("result") == "missing":
            raise ConversationUnknownToRedis(key)
        return reply

    async def _run(self, script: str, key: str, *args: str | bytes) -> Any:  # noqa: ANN401
        return await self._scripts[script](keys=[key], args=args)


def _refuse_conflict(reply: dict[str, Any]) -> None:
    if reply.get("result") in ("taken", "refused", "stale"):
        state = LiveState.model_validate(reply["state"])
        raise Conflict(
            ErrorCode.CONVERSATION_TAKEN, detail=reply["result"], who=state.operator_name
        )
