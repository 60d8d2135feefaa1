"""Which agent a question belongs to: the passages found vote for theirs.

A search over all agents finds passages; an agent's vote is the smooth maximum of its passages'
scores (log-sum-exp): the best one counts, and others near to it. The votes become probabilities by
a calibrated softmax, and the probabilities a bonus for passages, never a filter: a wrong route must
not hide a right passage.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gpu_worker.agents.calibration import Weights
from gpu_worker.retrieval.knowledge import Hit


@dataclass(frozen=True, slots=True)
class Route:
    """Probabilities of the agents, and the passages in their final order."""

    agents: dict[str, float]
    hits: tuple[Hit, ...]

    @property
    def best(self) -> Hit | None:
        """The first passage."""
        return self.hits[0] if self.hits else None


def route(hits: Sequence[Hit], agents: Iterable[str], weights: Weights) -> Route:
    """Weigh the agents by the passages found and order the passages with their bonus."""
    votes = {
        slug: _smooth_maximum([hit.score for hit in hits if hit.agent == slug], weights.smoothness)
        for slug in agents
    }
    probabilities = _softmax(votes, weights.temperature)
    lifted = [
        replace(hit, score=hit.score + weights.agent * probabilities.get(hit.agent, 0.0))
        for hit in hits
    ]
    return Route(probabilities, tuple(sorted(lifted, key=lambda hit: -hit.score)))


def _smooth_maximum(scores: Sequence[float], smoothness: float) -> float:
    top = max(scores, default=0.0)
    total = sum(math.exp((score - top) / smoothness) for score in scores)
    return top + smoothness * math.log(max(1.0, total))


def _softmax(votes: dict[str, float], temperature: float) -> dict[str, float]:
    top = max(votes.values(), default=0.0)
    powers = {slug: math.exp((vote - top) / temperature) for slug, vote in votes.items()}
    total = sum(powers.values())
    return {slug: power / total for slug, power in powers.items()}
