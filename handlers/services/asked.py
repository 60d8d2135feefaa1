"""What a visitor asks, found in a conversation: the turn, and what was said before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from shared.contracts.queues import TurnMessage
from shared.contracts.trials import HISTORY_LIMIT, TrialSaid
from shared.contracts.wire import TEXT_LIMIT, Message
from shared.domain.words import Outcome, Sender
from shared.kernel.errors import Conflict, ErrorCode, NotFound
from shared.storage.pool import AsyncDatabase, using
from shared.storage.turns import turn_before
from shared.storage.visitors import messages_before

# Stored messages looked through for the history; system messages are none of it.
_LOOKED_THROUGH = 40


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A turn with its history, both oldest first."""

    turn: tuple[TurnMessage, ...]
    history: tuple[TrialSaid, ...]


def open_question(messages: Sequence[Message]) -> AskedQuestion:
    """Return what the visitor asked last, whoever has the floor and said hello meanwhile.

    Raises:
        Conflict: the visitor has not asked anything.
    """
    said = [message for message in messages if message.sender is not Sender.SYSTEM]
    while said and said[-1].sender is not Sender.VISITOR:
        said.pop()
    if not said:
        raise Conflict(ErrorCode.NO_OPEN_QUESTION)
    settled = (place for place in range(len(said) - 1, -1, -1) if _is_settled(said[place]))
    begins = next(settled, -1) + 1
    turn = [message for message in said[begins:] if message.sender is Sender.VISITOR]
    return AskedQuestion(_turn(turn), _history(said[:begins]))


async def asked_before(
    database: AsyncDatabase, conversation_id: UUID, message_id: UUID
) -> AskedQuestion:
    """Return the turn that a stored message of an agent or operator answered.

    Raises:
        NotFound: there is no such message, or nothing was asked before it.
    """
    async with using(database) as connection:
        turn = await turn_before(connection, conversation_id, message_id)
        if not turn:
            raise NotFound(ErrorCode.NOT_FOUND)
        first = turn[0].seq
        before, _ = await messages_before(connection, conversation_id, first, _LOOKED_THROUGH)
    said = [message for message in before if message.sender is not Sender.SYSTEM]
    return AskedQuestion(tuple(turn), _history(said))


def _is_settled(message: Message) -> bool:
    """Whether a question before this is no longer open; choices that were offered leave it so."""
    return message.sender is not Sender.VISITOR and message.outcome is not Outcome.CLARIFIED


def _turn(messages: Sequence[Message]) -> tuple[TurnMessage, ...]:
    return tuple(TurnMessage(id=one.id, seq=one.seq, text=one.text) for one in messages)


def _history(messages: Sequence[Message]) -> tuple[TrialSaid, ...]:
    return tuple(
        TrialSaid(sender=one.sender, text=one.text[:TEXT_LIMIT], agent=one.agent)
        for one in messages[-HISTORY_LIMIT:]
        if one.sender is not Sender.SYSTEM
    )
