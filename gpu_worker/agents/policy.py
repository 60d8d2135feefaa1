"""Whether to answer, to offer choices or to call a person."""

from dataclasses import dataclass
from enum import StrEnum

from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.router import Route
from shared.domain.words import HandoffReason


class Action(StrEnum):
    """What is done with a question."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    HAND_OFF = "hand_off"


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done, how sure the agents are (0 to 1), and why a person is called."""

    action: Action
    confidence: float
    reason: HandoffReason | None = None


class Policy:
    """Applies a calibration that fits the embedding model in use, or its lexical half."""

    def __init__(self, calibration: Calibration, embedding_model: str) -> None:
        self._calibration = calibration
        self._is_calibrated = embedding_model == calibration.embedding_model

    def decide(self, route: Route, *, has_dense: bool) -> Decision:
        """Decide by the calibrated certainty of the first passage."""
        best = route.best
        if best is None or best.lexical <= 0.0:
            return Decision(Action.HAND_OFF, 0.0, HandoffReason.NO_KNOWLEDGE)
        is_fused = has_dense and self._is_calibrated
        curve = self._calibration.fused if is_fused else self._calibration.lexical
        dense_weight = self._calibration.weights.dense if is_fused else 0.0
        score = certainty(route, dense_weight)
        confidence = curve.probability(score)
        if confidence >= curve.answer:
            return Decision(Action.ANSWER, confidence)
        if confidence >= curve.clarify:
            return Decision(Action.CLARIFY, confidence)
        return Decision(Action.HAND_OFF, confidence, HandoffReason.LOW_CONFIDENCE)


def certainty(route: Route, dense_weight: float) -> float:
    """Return the score that the confidence comes from, or 0 without passages.

    It is the first passage's own score, without its agent's bonus, plus how far it stands above
    the second: a passage that has a rival is less certain at the same score.
    """
    scores = [hit.lexical + dense_weight * hit.dense for hit in route.hits]
    if not scores:
        return 0.0
    return scores[0] + scores[0] - max(scores[1:], default=0.0)
