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

from shared.domain.sentences import system_sentence
from shared.domain.words import ConversationStatus, Locale, Outcome, Sender
from shared.kernel.text import preview


class FloorCommand(StrEnum):
    """What moves the floor."""

    HANDOFF = "handoff"
    TAKE = "take"
    RETURN = "return"
    CLOSE = "close"
    RELEASE = "release"
    """Their operator has gone for good: somebody else is called."""


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
    FloorCommand.RELEASE: _Rule((_S.OPERATOR,), _S.WAITING, Outcome.HANDED_OFF),
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

    @property
    def outcome(self) -> Outcome:
        """What the system message reports."""
        return _RULES[self.command].outcome

    @property
    def text(self) -> str:
        """The system message, in the site's language."""
        return system_sentence(self.outcome, self.locale, self.operator_name)


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
    ]
    for event, data in _events(change, rule.status):
        args += [event, "all", orjson.dumps(data)]
    return args


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


def _events(change: FloorChange, status: ConversationStatus) -> list[tuple[str, dict[str, Any]]]:
    here = {"conversation_id": change.conversation_id}
    name = change.operator_name if status is ConversationStatus.OPERATOR else None
    told = [("conversation.status", here | {"status": status, "operator_name": name})]
    if status is ConversationStatus.WAITING:
        told.append(("handoff.started", here | {"position": "__position__", "eta_seconds": None}))
    if change.command is FloorCommand.TAKE:
        told.append(("operator.joined", here | {"name": change.operator_name or ""}))
    return told
