"""Readings of a question, and how those of its parts become one where they belong to two agents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Self

from gpu_worker.agents.policy import Action, Decision
from gpu_worker.agents.router import Route
from gpu_worker.agents.understanding import Understood
from gpu_worker.retrieval.knowledge import Hit


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

    def needing(self, least: float) -> Self:
        """Return the reading by policies that answer from so sure on, if they asked for less."""
        policy = tuple(
            applied.model_copy(update={"threshold": max(least, applied.threshold)})
            for applied in self.decision.policy
        )
        decision = replace(self.decision, policy=policy)
        if not self.answering or decision.confidence >= decision.threshold:
            return replace(self, decision=decision)
        return replace(self, decision=replace(decision, action=Action.CLARIFY), answering=())

    def anyway(self) -> Self:
        """Return the reading with its best passage to be answered from, if there is any."""
        if self.answering or not self.route.hits:
            return self
        return replace(self, answering=(Answering(self.route.hits[0], self.question),))

    def after(self, step: Understood) -> Self:
        """Return the reading with a step of understanding before all others."""
        return replace(self, steps=(step, *self.steps))


def two_agents(
    parts: Sequence[Reading], least: float
) -> tuple[list[Reading], list[Reading]] | None:
    """Return the parts of the two agents that a message belongs to; None if it does not.

    Each of the two has a part that is at least so sure; the surer agents go before others. All
    parts of an agent are returned, in their order.
    """
    surest: dict[str, float] = {}
    for part in parts:
        agent, confidence = part.agents[0], part.decision.confidence
        if confidence >= least:
            surest[agent] = max(confidence, surest.get(agent, 0.0))
    if len(surest) < 2:
        return None
    chosen = sorted(surest, key=lambda agent: -surest[agent])[:2]
    first, second = dict.fromkeys(part.agents[0] for part in parts if part.agents[0] in chosen)
    return (
        [part for part in parts if part.agents[0] == first],
        [part for part in parts if part.agents[0] == second],
    )


def together(parts: Sequence[Reading]) -> str:
    """Return the words of parts that belong to one agent."""
    return " ".join(part.question for part in parts)


def join(whole: Reading, pair: Sequence[Reading]) -> Reading:
    """Make one reading of the parts of two agents, or of the whole where no part is sure."""
    agents = tuple(part.agents[0] for part in pair)
    sure = [part for part in pair if part.answering] or [whole]
    answering = tuple(answer for one in sure for answer in one.answering)
    answered = {answer.hit.agent for answer in answering}
    if len(set(agents)) < 2 or not answered <= set(agents):
        return whole
    hits = tuple(_in_turn(*(part.route.hits for part in pair), whole.route.hits))
    left = (part.route.hits for part in pair if answering and part.agents[0] not in answered)
    return replace(
        whole,
        route=Route(whole.route.agents, hits),
        decision=_less_sure(sure if answering else pair),
        answering=answering,
        agents=agents,
        unanswered=tuple(hit for found in left for hit in found),
    )


def _less_sure(readings: Sequence[Reading]) -> Decision:
    """Return the decision on the less sure one, by the policies of all; never to hand off."""
    decisions = [one.decision for one in readings]
    less = min(decisions, key=lambda decision: decision.confidence)
    policy = tuple(applied for decision in decisions for applied in decision.policy)
    if less.action is Action.HAND_OFF:
        less = replace(less, action=Action.CLARIFY, reason=None)
    return replace(less, policy=policy)


def _in_turn(*found: Sequence[Hit]) -> Iterator[Hit]:
    """Yield the first of each, then the second of each, and so on; each passage once."""
    told = set()
    for row in zip_longest(*found):
        for hit in row:
            if hit is not None and hit.passage.id not in told:
                told.add(hit.passage.id)
                yield hit
