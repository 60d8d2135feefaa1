"""What the agents made of a question."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from gpu_worker.evaluation.errors import CannotWrite
from gpu_worker.evaluation.knowledge import Label


class Action(StrEnum):
    """What becomes of a message, as the visitor sees it."""

    ANSWER = "answer"
    SUGGEST = "suggest"
    """Headings to tap."""
    CLARIFY = "clarify"
    """Asked to say more, without headings."""
    HANDOFF = "handoff"
    GREET = "greet"
    HUMAN = "human"
    ABUSE = "abuse"


@dataclass(frozen=True, slots=True)
class Prediction:
    """What became of one question.

    ``found`` are passages, best first, those quoted before all others; ``ranked`` their labels.
    ``quoted`` are those that an answer is made of. A service message belongs to no agent.
    """

    id: int | str
    action: Action
    agents: tuple[str, ...]
    found: tuple[UUID, ...]
    ranked: tuple[Label, ...]
    quoted: tuple[UUID, ...]
    confidence: float
    route: float
    """The probability of the agent that the whole message went to."""
    latency_ms: float
    stage_ms: dict[str, float]

    @property
    def agent(self) -> str | None:
        """The agent that the question belongs to first of all."""
        return self.agents[0] if self.agents else None

    def line(self) -> str:
        """Write the prediction as a line of JSON."""
        row = {
            "id": self.id,
            "agent": self.agent,
            "agents": self.agents,
            "ranked": self.ranked,
            "action": self.action,
            "confidence": self.confidence,
            "latency_ms": self.latency_ms,
        }
        return json.dumps(row, ensure_ascii=False)


def write_predictions(path: Path, predictions: Iterable[Prediction]) -> None:
    """Write predictions, one a line.

    Raises:
        CannotWrite: the file cannot be written.
    """
    write_text(path, "".join(f"{prediction.line()}\n" for prediction in predictions))


def write_text(path: Path, text: str) -> None:
    """Write a file of results.

    Raises:
        CannotWrite: it cannot be written.
    """
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise CannotWrite(f"{path} cannot be written: {error.strerror}") from error
