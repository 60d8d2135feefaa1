"""What the knowledge base has for a question: the agents' route, and the passages that answer."""

from dataclasses import dataclass, replace
from uuid import UUID

from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.parts import split_parts
from gpu_worker.agents.policy import Action, Decision, Policy, WrongShares
from gpu_worker.agents.router import Route, route
from gpu_worker.agents.understanding import Question
from gpu_worker.retrieval.knowledge import Hit, KnowledgeIndex

# Behind another question: how many words surely make a new one, and how sure an answer to fewer
# alone must be to make them one, without and with words that point back.
_LONG = 8
_SURE = 0.35
_SURE_POINTING = 0.5


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
    question: str = ""
    """The question as it was understood in the end: alone, or with the one before it."""
    is_follow_up: bool = False


class Reader:
    """Searches for questions, whole and in parts."""

    def __init__(self, knowledge: KnowledgeIndex, calibration: Calibration) -> None:
        self._knowledge = knowledge
        self._weights = calibration.weights
        self._policy = Policy(calibration, knowledge.embedding_model)

    def read(self, site_id: UUID, question: Question, agents: WrongShares) -> Reading:
        """Search for a question among the passages of ``agents``.

        A message that asks two things of two agents, each surely answered, is answered by both;
        anything else is decided as a whole. Behind another question, one that finds little by
        itself is taken for a part of that one.
        """
        whole = self._look(site_id, question.search, agents)
        if question.in_full and not self._stands(question, whole):
            found = self._look(site_id, question.in_full, agents, asked=question.in_context)
            return replace(found, is_follow_up=True)
        parts = split_parts(question.search, self._knowledge.lexicon(site_id))
        readings = [self._look(site_id, part, agents) for part in parts]
        if both := _two_agents([reading for reading in readings if reading.answering]):
            return replace(both, route=whole.route, question=question.search)
        return whole

    def _stands(self, question: Question, alone: Reading) -> bool:
        """Whether a question behind another one is a new one.

        Of 48 follow-ups 43 were found among the first three so, and of 240 new questions behind
        another one 174; by the words alone 37 and 171.
        """
        if len(question.text.split()) > _LONG and not question.points_back:
            return True
        least = _SURE_POINTING if question.points_back else _SURE
        return alone.decision.confidence >= least

    def _look(self, site_id: UUID, text: str, agents: WrongShares, asked: str = "") -> Reading:
        """Search for a text; ``asked`` is what is answered, if that is another."""
        asked = asked or text
        if not agents:
            nothing = Route({}, ())
            decision = self._policy.decide(nothing, agents, has_dense=False)
            return Reading(nothing, decision, question=asked)
        found = self._knowledge.search(site_id, text, tuple(agents))
        routed = route(found.hits, agents, self._weights)
        decision = self._policy.decide(routed, agents, has_dense=found.has_dense)
        if decision.action is Action.ANSWER:
            return Reading(routed, decision, (Answering(routed.hits[0], asked),), asked)
        return Reading(routed, decision, question=asked)


def _two_agents(readings: list[Reading]) -> Reading | None:
    """Join the two first readings that belong to different agents, as sure as the less sure.

    Each was to be answered by the policy of its own agent.
    """
    by_agent: dict[str, Reading] = {}
    for reading in readings:
        by_agent.setdefault(reading.answering[0].hit.passage.agent, reading)
    if len(by_agent) < 2:
        return None
    first, second = list(by_agent.values())[:2]
    less_sure = min(first.decision, second.decision, key=lambda decision: decision.confidence)
    joined = replace(less_sure, policy=(*first.decision.policy, *second.decision.policy))
    return Reading(first.route, joined, (*first.answering, *second.answering))
