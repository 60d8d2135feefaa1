"""What the knowledge base has for a question: the agents' route, and the passages that answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from uuid import UUID

from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.parts import split_parts
from gpu_worker.agents.policy import Action, Decision, Policy
from gpu_worker.agents.router import Route, route
from gpu_worker.agents.understanding import Question, Understood
from gpu_worker.retrieval.knowledge import Hit, KnowledgeIndex
from gpu_worker.retrieval.reranker import Reranker, rerank
from shared.domain.words import Step

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
    steps: tuple[Understood, ...] = ()
    """What was done to it before it was searched for: made whole, taken apart, glossed."""
    agents: tuple[str, ...] = ()
    """Whom it belongs to: one agent, or two."""
    unanswered: tuple[Hit, ...] = ()
    """What was found for the part that ``answering`` leaves, if it leaves one."""


class Reader:
    """Searches for questions, whole and in parts."""

    def __init__(
        self,
        knowledge: KnowledgeIndex,
        calibration: Calibration,
        reranker: Reranker | None = None,
    ) -> None:
        self._knowledge = knowledge
        self._reranker = reranker
        self._weights = calibration.weights
        self._pair = calibration.pair
        self._policy = Policy(calibration, knowledge.embedding_model)

    def read(self, site_id: UUID, question: Question, agents: Collection[str]) -> Reading:
        """Search for a question among the passages of ``agents``.

        A message that asks two things of two agents is answered by both, or by one with choices
        for what is left, or with choices for both; as sure as each is. Behind another question,
        one that finds little by itself is taken for a part of that one.
        """
        whole = self._look(site_id, question.search, agents)
        if question.in_full and not self._stands(question, whole):
            found = self._look(site_id, question.in_full, agents, asked=question.in_context)
            return _after(found, Understood(Step.FOLLOW_UP, question.in_full))
        parts = split_parts(question.search, self._knowledge.lexicon(site_id))
        readings = [self._look(site_id, part, agents) for part in parts]
        if pair := two_agents(readings, self._pair):
            apart = Understood(Step.PARTS, "\n".join(parts))
            return _after(_joined(whole, pair), apart)
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

    def _look(self, site_id: UUID, text: str, agents: Collection[str], asked: str = "") -> Reading:
        """Search for a text; ``asked`` is what is answered, if that is another."""
        asked = asked or text
        if not agents:
            nothing = Route({}, ())
            return Reading(nothing, self._policy.decide(nothing, has_dense=False), question=asked)
        found = self._knowledge.search(site_id, text, tuple(agents))
        routed = route(found.hits, agents, self._weights)
        if self._reranker:
            routed = replace(routed, hits=rerank(asked, routed.hits, self._reranker))
        decision = self._policy.decide(routed, has_dense=found.has_dense)
        belongs = (max(routed.agents, key=routed.agents.__getitem__),)
        is_answer = decision.action is Action.ANSWER
        answering = (Answering(routed.hits[0], asked),) if is_answer else ()
        read = self._knowledge.reads(text)
        steps = (Understood(Step.GLOSS, read),) if read != text else ()
        return Reading(routed, decision, answering, asked, steps, belongs)


def _after(reading: Reading, step: Understood) -> Reading:
    return replace(reading, steps=(step, *reading.steps))


def two_agents(readings: Sequence[Reading], least: float) -> tuple[Reading, Reading] | None:
    """Return the surest parts of the two agents that parts belong to, in their order.

    None unless there are two such agents, each with a part that is at least so sure.
    """
    by_agent: dict[str, Reading] = {}
    for reading in readings:
        known = by_agent.get(reading.agents[0])
        if reading.decision.confidence >= least and (known is None or _is_surer(reading, known)):
            by_agent[reading.agents[0]] = reading
    if len(by_agent) < 2:
        return None
    first, second = sorted(by_agent.values(), key=lambda one: -one.decision.confidence)[:2]
    return (first, second) if readings.index(first) < readings.index(second) else (second, first)


def _is_surer(one: Reading, other: Reading) -> bool:
    return one.decision.confidence > other.decision.confidence


def _joined(whole: Reading, pair: tuple[Reading, Reading]) -> Reading:
    """Make one reading of the parts of two agents, and of the whole where no part is sure."""
    agents = (pair[0].agents[0], pair[1].agents[0])
    hits = _in_turn(*(one.route.hits for one in pair), whole.route.hits)
    both = replace(whole, route=Route(whole.route.agents, hits), agents=agents)
    sure = [one for one in pair if one.answering]
    if not sure and whole.answering:
        if whole.agents[0] not in agents:
            return whole
        sure = [whole]
    if not sure:
        less = min((one.decision for one in pair), key=lambda decision: decision.confidence)
        return replace(both, decision=replace(less, action=Action.CLARIFY, reason=None))
    less = min((one.decision for one in sure), key=lambda decision: decision.confidence)
    answering = tuple(answer for one in sure for answer in one.answering)
    answered = {one.hit.passage.agent for one in answering}
    left = [hit for one in pair if one.agents[0] not in answered for hit in one.route.hits]
    return replace(both, decision=less, answering=answering, unanswered=tuple(left))


def _in_turn(*found: Sequence[Hit]) -> tuple[Hit, ...]:
    """Take the first of each, then the second of each, and so on; each passage once."""
    hits = (hit for row in zip_longest(*found) for hit in row if hit is not None)
    return tuple({hit.passage.id: hit for hit in hits}.values())
