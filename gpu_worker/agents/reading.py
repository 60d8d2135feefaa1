"""What the knowledge base has for a question: the agents' route, and the passages that answer."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.parts import split_parts
from gpu_worker.agents.policy import Action, Decision, Policy
from gpu_worker.agents.router import Route, route
from gpu_worker.agents.understanding import Question
from gpu_worker.retrieval.knowledge import Hit, KnowledgeIndex


@dataclass(frozen=True, slots=True)
class Answering:
    """A passage, and the question or part of it that it answers."""

    hit: Hit
    question: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The route of a question, the decision, and, if it is to answer, from what."""

    route: Route
    decision: Decision
    answering: tuple[Answering, ...] = ()


class Reader:
    """Searches for questions, whole and in parts."""

    def __init__(self, knowledge: KnowledgeIndex, calibration: Calibration) -> None:
        self._knowledge = knowledge
        self._weights = calibration.weights
        self._policy = Policy(calibration, knowledge.embedding_model)

    def read(self, site_id: UUID, question: Question, agents: Collection[str]) -> Reading:
        """Search for a question among the passages of ``agents``.

        A message that asks two things of two agents, each surely answered, is answered by both;
        anything else is decided as a whole.
        """
        whole = self._look(site_id, question.search, agents)
        if not question.is_follow_up:
            parts = split_parts(question.search, self._knowledge.lexicon(site_id))
            found = [self._look(site_id, part, agents) for part in parts]
            if both := _two_agents([reading for reading in found if reading.answering]):
                return replace(both, route=whole.route)
        return whole

    def _look(self, site_id: UUID, text: str, agents: Collection[str]) -> Reading:
        if not agents:
            return Reading(Route({}, ()), self._policy.decide(Route({}, ()), has_dense=False))
        found = self._knowledge.search(site_id, text, tuple(agents))
        routed = route(found.hits, agents, self._weights)
        decision = self._policy.decide(routed, has_dense=found.has_dense)
        if decision.action is Action.ANSWER:
            return Reading(routed, decision, (Answering(routed.hits[0], text),))
        return Reading(routed, decision)


def _two_agents(readings: list[Reading]) -> Reading | None:
    """Join the two first readings that belong to different agents, as sure as the less sure."""
    by_agent: dict[str, Reading] = {}
    for reading in readings:
        by_agent.setdefault(reading.answering[0].hit.passage.agent, reading)
    if len(by_agent) < 2:
        return None
    first, second = list(by_agent.values())[:2]
    less_sure = min(first.decision, second.decision, key=lambda decision: decision.confidence)
    return Reading(first.route, less_sure, (*first.answering, *second.answering))
