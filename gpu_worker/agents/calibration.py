"""Numbers that were fitted on labelled questions, with where and when they come from.

They are made by ``python -m gpu_worker.evaluation.calibrate`` and kept in ``data/``, one file for
the shipped embedding and one for words alone;
no threshold stands in the code. Scores of an embedding model that nobody calibrated say nothing
about certainty, so with such a model, as when Chroma does not answer, the confidence comes from
the lexical score alone, which has a curve of its own.
"""

import math
from datetime import date
from importlib import resources
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from gpu_worker.retrieval.knowledge import Fusion

_SHIPPED = ("calibration.json", "calibration-lexical.json")


class CalibrationError(Exception):
    """The calibration file cannot be used; the message says why."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Curve(_Part):
    """From a certainty (``policy.certainty``) to the probability that the passage answers.

    It is ``1 / (1 + exp(-(slope * certainty + offset)))`` (Platt 1999). From ``answer`` on the
    agent answers, from ``clarify`` on it offers choices, below it hands off.
    """

    slope: float
    offset: float
    answer: float = Field(ge=0, le=1)
    clarify: float = Field(ge=0, le=1)

    def probability(self, certainty: float) -> float:
        """Return how likely a passage of this certainty answers the question."""
        return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, self.slope * certainty + self.offset))))


class Weights(_Part):
    """Weights of the fused score, and of the router's votes in it."""

    dense: float
    asked: float
    whole: float
    agent: float
    """How much an agent's probability adds to the score of its passages."""
    temperature: float = Field(gt=0)
    """Divides the agents' votes before the softmax."""


class Source(_Part):
    """What the numbers were fitted on, and how well they did there."""

    made: date
    questions: str
    size: int
    dev: dict[str, float]
    test: dict[str, float]


class Calibration(_Part):
    """Everything the router and the policy need to know in numbers."""

    name: str
    embedding_model: str
    weights: Weights
    fused: Curve
    lexical: Curve
    pair: float = Field(ge=0, le=1)
    """How sure each of two parts must be for a message to belong to two agents."""
    groundedness: float = Field(ge=0, le=1)
    """Share of a written answer that must stand on the passages."""
    source: Source

    @property
    def fusion(self) -> Fusion:
        """The weights as ``KnowledgeIndex`` takes them."""
        return Fusion(self.weights.dense, self.weights.asked, self.weights.whole)


def load_calibration(path: Path | None = None, embedding_model: str | None = None) -> Calibration:
    """Read the calibration at ``path``, or the shipped one for an embedding model.

    A model that none was made for gets that of the shipped model, of which ``Policy`` then uses
    what does not hang on the model.

    Raises:
        CalibrationError: the file is missing or not a calibration.
    """
    folder = resources.files("gpu_worker.agents").joinpath("data")
    try:
        if path is not None:
            return Calibration.model_validate_json(path.read_text("utf-8"))
        shipped = [
            Calibration.model_validate_json(folder.joinpath(name).read_text("utf-8"))
            for name in _SHIPPED
        ]
    except (OSError, ValueError) as error:
        raise CalibrationError(f"calibration: {error}") from error
    return next((one for one in shipped if one.embedding_model == embedding_model), shipped[0])
