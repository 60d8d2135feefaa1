"""Changes of floor: who may give a conversation to whom, and what everybody is told.

One table for all of them, so that a take-over, a hand-off by the watcher and a close cannot
drift apart: each is the same script with other words.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import orjson

from shared.contracts.queues import MessageRecord
from shared.contracts.wire import Message
from shared.domain.sentences import system_sentence
from shared.domain.words import (
    CloseReason,
    ConversationStatus,
    HandoffReason,
    Locale,
    Outcome,
    Sender,
)
from shared.kernel.text import preview
from shared.storage.state import Transitioned
from shared.storage.unstored import Beside


class FloorCommand(StrEnum):
    """What moves the floor."""

    HANDOFF = "handoff"
    TAKE = "take"
    RETURN = "return"
    CLOSE = "close"
    REOPEN = "reopen"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class _Rule:
    allowed: tuple[ConversationStatus, ...]
    status: ConversationStatus
    outcome: Outcome


_S = ConversationStatus
_RULES = {
    FloorCommand.HANDOFF: _Rule((_S.AGENT,), _S.WAITING, Outcome.HANDED_OFF),
    FloorCommand.TAKE: _Rule(
        (_S.AGENT, _S.WAITING, _S.OPERATOR), _S.OPERATOR, Outcome.OPERATOR_JOINED
    ),
    FloorCommand.RETURN: _Rule((_S.WAITING, _S.OPERATOR), _S.AGENT, Outcome.RETURNED),
    FloorCommand.CLOSE: _Rule((_S.AGENT, _S.WAITING, _S.OPERATOR), _S.CLOSED, Outcome.CLOSED),
    # Any operator of the site takes a closed conversation up again; it is theirs then.
    FloorCommand.REOPEN: _Rule((_S.CLOSED,), _S.OPERATOR, Outcome.REOPENED),
    # Back among those who wait, at the place and with the wait they had.
    FloorCommand.RELEASE: _Rule((_S.OPERATOR,), _S.WAITING, Outcome.RELEASED),
}


@dataclass(frozen=True, slots=True)
class FloorChange:
    """A request to move the floor, with the words that will report it."""

    command: FloorCommand
    conversation_id: UUID
    message_id: UUID
    now: datetime
    locale: Locale
    operator_id: UUID | None = None
    operator_name: str | None = None
    unanswered_seq: int | None = None
    """Only if the visitor message with this ``seq`` is still without an answer."""
    note: str = ""
    """What the system message says besides: when people are back."""
    close_reason: CloseReason | None = None
    close_comment: str | None = None

    @property
    def outcome(self) -> Outcome:
        """What the system message reports."""
        return _RULES[self.command].outcome

    @property
    def text(self) -> str:
        """The system message, in the site's language."""
        sentence = system_sentence(self.outcome, self.locale, self.operator_name)
        return f"{sentence} {self.note}" if self.note else sentence

    @property
    def beside(self) -> Beside:
        """What PostgreSQL keeps of it and visitors are not told."""
        called = None
        if self.command is FloorCommand.HANDOFF:
            missed = self.unanswered_seq is not None
            called = HandoffReason.DEADLINE if missed else HandoffReason.REQUESTED
        return Beside(
            handoff_reason=called,
            close_reason=self.close_reason,
            close_comment=self.close_comment,
            operator_id=self.operator_id,
        )


def transition_args(change: FloorChange) -> list[str | bytes]:
    """Return the arguments of ``transition.lua``."""
    rule = _RULES[change.command]
    args: list[str | bytes] = [
        change.command,
        ",".join(rule.allowed),
        rule.status,
        str(change.operator_id or ""),
        change.operator_name or "",
        "" if change.unanswered_seq is None else str(change.unanswered_seq),
        str(change.message_id),
        change.now.isoformat(),
        preview(change.text),
        orjson.dumps(
            {"conversation_id": change.conversation_id, "message": system_message(change)}
        ),
        change.beside.model_dump_json(),
    ]
    for event, audience, data in _events(change, rule.status):
        args += [event, audience, orjson.dumps(data)]
    return args


def floor_record(change: FloorChange, moved: Transitioned, site_id: UUID) -> MessageRecord:
    """Return the system message of a change that was made, as it is stored."""
    message = system_message(change, moved.entry.seq)
    message |= {"id": moved.entry.message_id, "at": moved.entry.at}
    return MessageRecord(
        site_id=site_id,
        message=Message.model_validate(message),
        state=moved.state.mirror(),
        **change.beside.model_dump(),
    )


def system_message(change: FloorChange, seq: int | str = "__seq__") -> dict[str, Any]:
    """Return the system message as it is sent; the script fills in its ``seq``."""
    return {
        "id": change.message_id,
        "conversation_id": change.conversation_id,
        "seq": seq,
        "sender": Sender.SYSTEM,
        "agent": None,
        "operator_name": change.operator_name,
        "text": change.text,
        "citations": [],
        "choices": [],
        "outcome": change.outcome,
        "client_message_id": None,
        "at": change.now.isoformat(),
    }


def _events(
    change: FloorChange, status: ConversationStatus
) -> list[tuple[str, str, dict[str, Any]]]:
    here: dict[str, Any] = {"conversation_id": change.conversation_id}
    name = change.operator_name if status is _S.OPERATOR else None
    told = [("conversation.status", "all", here | {"status": status, "operator_name": name})]
    if status is _S.WAITING:
        queued = here | {"position": "__position__", "eta_seconds": "__eta__"}
        told.append(("handoff.started", "all", queued))
    if status is _S.OPERATOR:
        told.append(("operator.joined", "all", here | {"name": change.operator_name or ""}))
    if change.close_reason is not None:
        closed = {
            "message_id": change.message_id,
            "reason": change.close_reason,
            "comment": change.close_comment,
            "operator_name": change.operator_name,
        }
        told.append(("conversation.closed", "operator", here | closed))
    return told
