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
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, model_validator

from gpu_worker.retrieval.knowledge import Fusion
from shared.contracts.policy import CurvePoint, ReliabilityBin

_SHIPPED = ("calibration.json", "calibration-lexical.json")


class CalibrationError(Exception):
    """The calibration file cannot be used; the message says why."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Evidence(NamedTuple):
    """What speaks for the first passage."""

    score: float
    """Its own score, without its agent's bonus."""
    margin: float
    """How far it stands above the second: one that has a rival is less certain."""
    route: float
    """The probability of its agent."""


class Curve(_Part):
    """From the evidence for a passage to the probability that it answers.

    The certainty is ``score + margin * evidence.margin + route * evidence.route``, the probability
    ``1 / (1 + exp(-(slope * certainty + offset)))`` (Platt 1999). From ``answer`` on the
    agent answers, from ``clarify`` on it offers choices, below it hands off.
    """

    slope: float
    offset: float
    margin: float = 1.0
    route: float = 0.0
    answer: float = Field(ge=0, le=1)
    clarify: float = Field(ge=0, le=1)
    wrong_share: float | None = None
    """The share of wrong answers that ``answer`` accepts."""
    points: tuple[CurvePoint, ...] = ()
    """What accepting more or fewer would bring; none in files from before they were kept."""
    reliability: tuple[ReliabilityBin, ...] = ()
    """How often the probabilities were right on the questions they were fitted on."""

    @model_validator(mode="after")
    def _is_monotone(self) -> Self:
        for less, more in pairwise(self.points):
            if less.wrong >= more.wrong:
                raise ValueError("points: not in the order of wrong")
            if less.threshold < more.threshold or less.right > more.right:
                raise ValueError("points: accepting more wrong answers must answer more")
        return self

    def threshold(self, wrong_share: float | None) -> float:
        """Return the probability from which to answer, so that so many answers are wrong.

        Between two points it is read off the line that joins them; beyond the ends it is theirs.
        """
        if wrong_share is None or not self.points:
            return self.answer
        accepted = [point.wrong for point in self.points]
        thresholds = [point.threshold for point in self.points]
        return round(float(np.interp(wrong_share, accepted, thresholds)), 4)

    def certainty(self, evidence: Evidence) -> float:
        """Return the one number that the evidence comes to."""
        return evidence.score + self.margin * evidence.margin + self.route * evidence.route

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
    smoothness: float = Field(gt=0)
    """How far below an agent's best passage others still add to its vote."""
    temperature: float = Field(gt=0)
    """Divides the agents' votes before the softmax."""


class FollowUp(_Part):
    """What behind another question is a new one, and no part of that one."""

    words: int
    """So many and more are one, unless they point back."""
    sure: float = Field(ge=0, le=1)
    """How sure an answer to fewer words alone must be."""
    sure_pointing_back: float = Field(ge=0, le=1)
    """The same for words that point back."""
    answer: float = Field(ge=0, le=1)
    """How sure an answer to it with what was before must be, where its policy asks for less: it
    is the question before that is found most surely."""


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
    follow_up: FollowUp
    service: float = Field(ge=0, le=1)
    """How sure it must be by the examples that a message is a greeting, thanks, abuse or a call."""
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
