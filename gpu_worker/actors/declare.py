"""The actors: decode, call one service."""

from collections.abc import Callable
from typing import Any

from dramatiq import Broker, actor
from pydantic import TypeAdapter

from gpu_worker.actors.passages import PassageService
from gpu_worker.actors.trials import TrialService
from gpu_worker.actors.turns import TurnService
from shared.contracts.queues import AcceptedMessage, PassageBatch
from shared.contracts.trials import TrialRequest
from shared.queues.names import Actor, Queue

# A visitor waits for a turn, an operator for a trial, nobody for a document. Lower runs first.
_FIRST, _SECOND, _LATER = 0, 5, 10

_Accepted = TypeAdapter(AcceptedMessage)
_Batch = TypeAdapter(PassageBatch)
_Trial = TypeAdapter(TrialRequest)


def declare_actors(
    broker: Broker, turns: TurnService, passages: PassageService, trials: TrialService
) -> None:
    """Declare the actors of ``ai_requests`` on ``broker``."""

    def answer_turn(payload: dict[str, Any]) -> None:
        turns.answer(_Accepted.validate_python(payload))

    def embed_passages(payload: dict[str, Any]) -> None:
        passages.index(_Batch.validate_python(payload))

    def try_answer(payload: dict[str, Any]) -> None:
        trials.run(_Trial.validate_python(payload))

    def declare(function: Callable[[dict[str, Any]], None], name: Actor, priority: int) -> None:
        actor(actor_name=name, queue_name=Queue.AI_REQUESTS, priority=priority, broker=broker)(
            function
        )

    declare(answer_turn, Actor.ANSWER_TURN, _FIRST)
    declare(try_answer, Actor.TRY_ANSWER, _SECOND)
    declare(embed_passages, Actor.EMBED_PASSAGES, _LATER)
