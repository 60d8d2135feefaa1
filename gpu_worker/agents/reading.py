"""What the knowledge base has for a question: the agents' route, and the passages that answer."""

from dataclasses import replace
from uuid import UUID

from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.pairs import Answering, Reading, join, together, two_agents
from gpu_worker.agents.parts import split_parts
from gpu_worker.agents.policy import Action, Policy, WrongShares
from gpu_worker.agents.router import Route, route
from gpu_worker.agents.scopes import Scopes
from gpu_worker.agents.understanding import Question, Understood
from gpu_worker.retrieval.knowledge import Found, KnowledgeIndex
from gpu_worker.retrieval.reranker import Reranker, rerank
from shared.domain.words import Step


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
        self._follow_up = calibration.follow_up
        self._policy = Policy(calibration, knowledge.embedding_model)

    def read(
        self,
        site_id: UUID,
        question: Question,
        agents: WrongShares,
        scopes: Scopes | None = None,
    ) -> Reading:
        """Search for a question among the passages that ``agents`` may answer from.

        Without ``scopes`` each has its own passages.

        A message that asks two things of two agents is answered by both, or by one with choices
        for what is left, or with choices for both; as sure as each is. Behind another question,
        one that finds little by itself is taken for a part of that one.
        """
        scopes = scopes or Scopes.own(agents)
        if question.in_full:
            whole, found = self._look(
                site_id, agents, scopes, question.search, (question.in_full, question.in_context)
            )
            if not self._stands(question, whole):
                found = found.needing(self._follow_up.answer)
                return found.after(Understood(Step.FOLLOW_UP, question.in_full))
        parts = split_parts(question.search, self._knowledge.lexicon(site_id))
        whole, *readings = self._look(site_id, agents, scopes, question.search, *parts)
        groups = two_agents(readings, self._pair)
        if groups is None:
            return whole
        pair = self._look(site_id, agents, scopes, *(together(group) for group in groups))
        apart = Understood(Step.PARTS, "\n".join(one.question for one in pair))
        return join(whole, pair).after(apart)

    def _stands(self, question: Question, alone: Reading) -> bool:
        """Whether a question behind another one is a new one: long, or surely answered alone."""
        limits = self._follow_up
        if len(question.text.split()) > limits.words and not question.points_back:
            return True
        least = limits.sure_pointing_back if question.points_back else limits.sure
        return alone.decision.confidence >= least

    def _look(
        self,
        site_id: UUID,
        agents: WrongShares,
        scopes: Scopes,
        *texts: str | tuple[str, str],
    ) -> list[Reading]:
        """Search for texts, each with what is answered by it, if that is another."""
        pairs = [(text, text) if isinstance(text, str) else text for text in texts]
        if not agents:
            nothing = Route({}, ())
            decision = self._policy.decide(nothing, agents, has_dense=False)
            return [Reading(nothing, decision, question=asked) for _, asked in pairs]
        found = self._knowledge.search_all(
            site_id, [text for text, _ in pairs], scopes.searched, shared=scopes.has_shared
        )
        return [
            self._read(replace(one, hits=scopes.spoken(one.hits)), text, asked, agents)
            for one, (text, asked) in zip(found, pairs, strict=True)
        ]

    def _read(self, found: Found, text: str, asked: str, agents: WrongShares) -> Reading:
        routed = route(found.hits, agents, self._weights)
        if self._reranker:
            routed = replace(routed, hits=rerank(asked, routed.hits, self._reranker))
        decision = self._policy.decide(routed, agents, has_dense=found.has_dense)
        belongs = (max(routed.agents, key=routed.agents.__getitem__),)
        is_answer = decision.action is Action.ANSWER
        answering = (Answering(routed.hits[0], asked),) if is_answer else ()
        read = self._knowledge.reads(text)
        steps = (Understood(Step.GLOSS, read),) if read != text else ()
        return Reading(routed, decision, answering, asked, steps, belongs)
