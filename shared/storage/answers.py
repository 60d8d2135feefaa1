"""The live state of conversations, as workers need it (blocking client).

GPU workers report progress and read the history; result workers complete answers; the watcher
hands over what nobody answered.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, cast
from uuid import UUID

import orjson
from redis import Redis

from shared.contracts.queues import AiResult
from shared.contracts.wire import Message
from shared.domain.words import ConversationStatus, Outcome, Sender, Stage
from shared.kernel.text import preview
from shared.storage.floor import FloorChange, transition_args
from shared.storage.keys import attempts_key, conversation_key, lease_key
from shared.storage.scripts_loader import decode_reply, script_source
from shared.storage.state import LiveState, Transitioned, read_resumed

_RELEASE = """
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
"""
_RENEW = """
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end
return 0
"""


@dataclass(frozen=True, slots=True)
class Completion:
    """What became of a result."""

    result: Literal["done", "repeated", "stale", "missing"]
    message: Message | None = None
    state: LiveState | None = None


class Answers:
    """Progress, history and completion of agents' answers."""

    def __init__(self, redis: Redis) -> None:
        """Register the scripts; nothing is sent yet."""
        self._redis = redis
        names = ("progress", "complete", "transition", "resume", "seed")
        self._scripts = {name: redis.register_script(script_source(name)) for name in names}
        self._release = redis.register_script(_RELEASE)
        self._renew = redis.register_script(_RENEW)

    # --- for GPU workers ----------------------------------------------------------------------

    def is_current(self, conversation_id: UUID, epoch: int, turn_seq: int) -> bool:
        """Whether an agent still owes an answer to the message ``turn_seq``, in this epoch."""
        values = cast(
            "list[bytes | None]",
            self._redis.hmget(
                conversation_key(conversation_id), ["epoch", "status", "answered_seq"]
            ),
        )
        return (
            values[0] == str(epoch).encode()
            and values[1] == ConversationStatus.AGENT.encode()
            and int(values[2] or 0) < turn_seq
        )

    def begin(self, answer_id: UUID) -> int:
        """Count an attempt at an answer; returns how many there were, this one included."""
        key = attempts_key(answer_id)
        with self._redis.pipeline() as pipe:
            pipe.incr(key)
            pipe.expire(key, 3600)
            return int(pipe.execute()[0])

    def lease(self, answer_id: UUID, token: str, time: timedelta) -> bool:
        """Take the right to make an answer, unless another worker has it."""
        return bool(self._redis.set(lease_key(answer_id), token, nx=True, px=_ms(time)))

    def renew(self, answer_id: UUID, token: str, time: timedelta) -> bool:
        """Keep a lease; false when it was lost."""
        return bool(self._renew(keys=[lease_key(answer_id)], args=[token, _ms(time)]))

    def release(self, answer_id: UUID, token: str) -> None:
        """Give a lease back, if it is still ours."""
        self._release(keys=[lease_key(answer_id)], args=[token])

    def stage(
        self,
        conversation_id: UUID,
        epoch: int,
        answer_id: UUID,
        stage: Stage,
        *,
        agent: str | None,
        in_reply_to: UUID,
    ) -> bool:
        """Tell what the agents are doing; false when the work is out of date."""
        data = {
            "conversation_id": conversation_id,
            "message_id": answer_id,
            "stage": stage,
            "agent": agent,
            "position": None,
        }
        return self._progress(
            conversation_id, epoch, answer_id, "generation.stage", data,
            "stage", stage, agent or "", str(in_reply_to),
        )  # fmt: skip

    def delta(
        self, conversation_id: UUID, epoch: int, answer_id: UUID, offset: int, text: str
    ) -> bool:
        """Show a piece of the answer; false when the work is out of date."""
        data = {
            "conversation_id": conversation_id,
            "message_id": answer_id,
            "offset": offset,
            "text": text,
        }
        return self._progress(
            conversation_id, epoch, answer_id, "message.delta", data, "delta", str(offset), text
        )

    def history(self, conversation_id: UUID, before_seq: int, limit: int = 20) -> list[Message]:
        """Return what was said before ``before_seq``, oldest first, as far as Redis keeps it."""
        reply = decode_reply(
            self._run("resume", conversation_key(conversation_id), "", "0", str(limit * 4))
        )
        if reply.get("result") == "missing":
            return []
        messages = read_resumed(reply).messages().values()
        said = [m for m in messages if m.seq < before_seq and m.sender is not Sender.SYSTEM]
        return sorted(said, key=lambda message: message.seq)[-limit:]

    # --- for result workers -------------------------------------------------------------------

    def complete(self, result: AiResult, now: datetime) -> Completion:
        """Make an agent's words part of the conversation while its epoch holds."""
        message = _message_of(result, now)
        data = {
            "conversation_id": result.conversation_id,
            "message": message.model_dump(mode="json") | {"seq": "__seq__"},
        }
        is_handoff = result.outcome is Outcome.HANDED_OFF
        args: list[str | bytes] = [
            str(result.epoch),
            str(result.answer_id),
            str(result.answered_seq),
            now.isoformat(),
            result.outcome,
            result.agent or "",
            preview(result.text),
            "message.completed",
            orjson.dumps(data),
        ]
        if is_handoff:
            args += _handoff_events(result.conversation_id)
        reply = decode_reply(self._run("complete", conversation_key(result.conversation_id), *args))
        if reply["result"] not in ("done", "repeated"):
            return Completion(reply["result"])
        state = LiveState.model_validate(reply["state"])
        placed = message.model_copy(update={"seq": reply["seq"]})
        return Completion(reply["result"], placed, state)

    def change_floor(self, change: FloorChange) -> Transitioned | None:
        """Move the floor if its conditions still hold; nothing when they do not."""
        reply = decode_reply(
            self._run(
                "transition", conversation_key(change.conversation_id), *transition_args(change)
            )
        )
        return Transitioned.model_validate(reply) if "entry" in reply else None

    def seed(self, values: dict[str, str]) -> None:
        """Fill in a conversation that Redis does not know."""
        parts = [part for pair in values.items() for part in pair]
        self._run("seed", conversation_key(UUID(values["id"])), *parts)

    def _progress(
        self,
        conversation_id: UUID,
        epoch: int,
        answer_id: UUID,
        event: str,
        data: dict[str, Any],
        *rest: str,
    ) -> bool:
        return bool(
            self._run(
                "progress", conversation_key(conversation_id),
                str(epoch), str(answer_id), event, orjson.dumps(data), *rest,
            )
        )  # fmt: skip

    def _run(self, script: str, key: str, *args: str | bytes) -> Any:  # noqa: ANN401
        return self._scripts[script](keys=[key], args=args)


def _message_of(result: AiResult, now: datetime) -> Message:
    is_handoff = result.outcome is Outcome.HANDED_OFF
    return Message(
        id=result.answer_id,
        conversation_id=result.conversation_id,
        seq=1,  # the script gives the real one
        sender=Sender.SYSTEM if is_handoff else Sender.AGENT,
        agent=result.agent,
        text=result.text,
        citations=result.citations,
        choices=result.choices,
        outcome=result.outcome,
        trouble=result.provenance.trouble if result.provenance else None,
        at=now,
    )


def _handoff_events(conversation_id: UUID) -> list[str | bytes]:
    here = {"conversation_id": str(conversation_id)}
    status = here | {"status": ConversationStatus.WAITING, "operator_name": None}
    started = here | {"position": "__position__", "eta_seconds": "__eta__"}
    return [
        "conversation.status", "all", orjson.dumps(status),
        "handoff.started", "all", orjson.dumps(started),
    ]  # fmt: skip


def _ms(time: timedelta) -> int:
    return int(time.total_seconds() * 1000)
