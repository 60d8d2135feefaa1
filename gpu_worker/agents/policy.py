"""Whether to answer, to offer choices or to call a person."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from gpu_worker.agents.calibration import Calibration, Evidence
from gpu_worker.agents.router import Route
from shared.contracts.policy import ConfidenceCurve
from shared.contracts.queues import AppliedPolicy
from shared.domain.words import HandoffReason


class Action(StrEnum):
    """What is done with a question."""

    ANSWER = "answer"
    CLARIFY = "clarify"
    HAND_OFF = "hand_off"


WrongShares = Mapping[str, float | None]
"""The agents that may answer, each with the wrong answers it may give; None: the default."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is done, how sure the agents are (0 to 1), why a person is called, by which policy."""

    action: Action
    confidence: float
    reason: HandoffReason | None = None
    policy: tuple[AppliedPolicy, ...] = ()

    @property
    def threshold(self) -> float:
        """The confidence from which the agents answer; of two the one that accepts more."""
        return min((applied.threshold for applied in self.policy), default=0.0)


class Policy:
    """Applies a calibration that fits the embedding model in use, or its lexical half."""

    def __init__(self, calibration: Calibration, embedding_model: str) -> None:
        self._calibration = calibration
        self._is_calibrated = embedding_model == calibration.embedding_model

    def decide(self, route: Route, agents: WrongShares, *, has_dense: bool) -> Decision:
        """Decide by the calibrated certainty of the first passage and the policy of its agent."""
        best = route.best
        if best is None or best.lexical <= 0.0:
            return Decision(Action.HAND_OFF, 0.0, HandoffReason.NO_KNOWLEDGE)
        is_fused = has_dense and self._is_calibrated
        curve = self._calibration.fused if is_fused else self._calibration.lexical
        dense_weight = self._calibration.weights.dense if is_fused else 0.0
        confidence = curve.probability(curve.certainty(weigh(route, dense_weight)))
        agent = best.agent
        accepted = agents.get(agent)
        threshold = curve.threshold(accepted)
        applied = (AppliedPolicy(agent=agent, wrong_share=accepted, threshold=threshold),)
        if confidence >= threshold:
            return Decision(Action.ANSWER, confidence, policy=applied)
        if confidence >= min(curve.clarify, threshold):
            return Decision(Action.CLARIFY, confidence, policy=applied)
        return Decision(Action.HAND_OFF, confidence, HandoffReason.LOW_CONFIDENCE, applied)

    def shown(self) -> ConfidenceCurve:
        """Return the curve that answers are given by, as the console shows it."""
        source = self._calibration.source
        curve = self._calibration.fused if self._is_calibrated else self._calibration.lexical
        return ConfidenceCurve(
            calibration=self._calibration.name,
            made=source.made,
            questions=source.size,
            wrong_share=curve.wrong_share,
            points=curve.points,
            reliability=curve.reliability,
        )


def weigh(route: Route, dense_weight: float) -> Evidence:
    """Return the evidence for the first passage, by scores with this weight of the vectors."""
    scores = [hit.lexical + dense_weight * hit.dense for hit in route.hits]
    if not scores:
        return Evidence(0.0, 0.0, 0.0)
    margin = scores[0] - max(scores[1:], default=0.0)
    return Evidence(scores[0], margin, route.agents.get(route.hits[0].agent, 0.0))
