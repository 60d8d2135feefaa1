"""Asks questions of the pipeline that serves visitors, over knowledge in a store of its own."""

import time
from collections.abc import Generator, Iterable
from uuid import UUID

from gpu_worker.agents.backends.base import Draft, WritingTask
from gpu_worker.agents.backends.extractive import ExtractiveBackend
from gpu_worker.agents.calibration import Calibration
from gpu_worker.agents.pipeline import Pipeline
from gpu_worker.agents.reading import Reader
from gpu_worker.agents.understanding import repair, understand
from gpu_worker.evaluation.knowledge import SITE, Knowledge, Label
from gpu_worker.evaluation.predictions import Action, Prediction
from gpu_worker.evaluation.questions import Question
from gpu_worker.retrieval.embedder import Embedder
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import KnowledgeIndex
from gpu_worker.retrieval.memory import MemoryPassages
from shared.contracts.queues import AgentProfile, AiRequest, AiResult, TurnMessage
from shared.domain.words import HandoffReason, Locale, Outcome, Stage
from shared.kernel.clock import utc_now
from shared.kernel.ids import uuid7

_RANKED = 10
_ACTIONS = {
    Outcome.ANSWERED: Action.ANSWER,
    Outcome.QUOTED: Action.ANSWER,
    Outcome.CLARIFIED: Action.CLARIFY,
    Outcome.GREETED: Action.GREET,
    Outcome.DECLINED: Action.ABUSE,
    Outcome.HANDED_OFF: Action.HANDOFF,
}


class Nobody:
    """Progress that nobody follows."""

    def stage(self, stage: Stage, agent: str | None = None) -> None:
        """Tell nobody."""

    def delta(self, text: str) -> None:
        """Tell nobody."""

    def beat(self) -> None:
        """Ask nobody."""

    def start_over(self) -> None:
        """Take nothing back."""


class Witness(ExtractiveBackend):
    """Quotes as ever, and remembers what it was last asked to quote."""

    def __init__(self) -> None:
        self.task: WritingTask | None = None

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Remember the task and write."""
        self.task = task
        yield from super().write(task)


class Asker:
    """Asks one question after the other; nothing is learnt from any of them."""

    def __init__(self, knowledge: Knowledge, embedder: Embedder, calibration: Calibration) -> None:
        self._knowledge = knowledge
        store = MemoryPassages()
        knowledge.index(Indexer(store, embedder))
        self._index = KnowledgeIndex(store, embedder, calibration.fusion)
        self._index.refresh(SITE, 1)
        self._witness = Witness()
        self._pipeline = Pipeline(
            knowledge=self._index, backend=self._witness, calibration=calibration
        )
        self._reader = Reader(self._index, calibration)
        self._agents = tuple(
            AgentProfile(slug=name, name=name, subject=name) for name in knowledge.agents
        )

    def ask_all(self, questions: Iterable[Question]) -> list[Prediction]:
        """Ask every question.

        What a process reads once, at its first message, belongs to no question's time, so a
        message nobody asked goes before.
        """
        self.ask(Question(id="", text=self._knowledge.agents[0]))
        return [self.ask(question) for question in questions]

    def ask(self, question: Question) -> Prediction:
        """Ask a question and tell what became of it."""
        request = self._request(question.text)
        self._witness.task = None
        started = time.perf_counter()
        result = self._pipeline.answer(request, "evaluation", question.history, Nobody())
        spent = (time.perf_counter() - started) * 1_000
        provenance = result.provenance
        seen = [score.passage_id for score in provenance.passages] if provenance else []
        action = _action(result)
        quoted = self._quoted(seen) if action is Action.ANSWER else ()
        found, ranked = self._ranked([*quoted, *seen], question)
        return Prediction(
            id=question.id,
            action=action,
            agents=provenance.agents if provenance else (),
            found=found,
            ranked=ranked,
            quoted=quoted,
            confidence=provenance.confidence if provenance else 0.0,
            route=max(provenance.route.values(), default=0.0) if provenance else 0.0,
            latency_ms=round(spent, 2),
            stage_ms=provenance.stage_ms if provenance else {},
        )

    def _request(self, text: str) -> AiRequest:
        return AiRequest(
            conversation_id=uuid7(),
            site_id=SITE,
            epoch=1,
            answer_id=uuid7(),
            turn=(TurnMessage(id=uuid7(), seq=1, text=text),),
            agents=self._agents,
            locale=Locale.RU,
            accepted_at=utc_now(),
        )

    def _quoted(self, seen: list[UUID]) -> tuple[UUID, ...]:
        """The passages that answer. A source has no id, so it is known by its words."""
        if (task := self._witness.task) is None:
            return ()
        known = self._knowledge.passages
        by_words = {(one.title, one.text): key for key, one in reversed(known.items())}
        by_words |= {(known[key].title, known[key].text): key for key in reversed(seen)}
        return tuple(by_words[one.title, one.text] for one in task.sources if one.answers)

    def _ranked(
        self, found: list[UUID], question: Question
    ) -> tuple[tuple[UUID, ...], tuple[Label, ...]]:
        """Return passages and their labels, at least ten where there are so many.

        A message that no search was made for has none of its own: what it would have found is
        put there, after its time was taken.
        """
        labels = self._knowledge.labels
        wanted = min(_RANKED, len(set(labels.values())))
        if len({labels[key] for key in found}) < wanted:
            found = [*found, *self._search(question)]
        firsts: dict[Label, UUID] = {}
        for key in found:
            firsts.setdefault(labels[key], key)
        kept = list(firsts.items())[:_RANKED]
        return tuple(key for _, key in kept), tuple(label for label, _ in kept)

    def _search(self, question: Question) -> list[UUID]:
        lexicon = self._index.lexicon(SITE)
        messages, steps = repair((question.text,), lexicon)
        whole = understand(messages, steps, question.history, lexicon)
        reading = self._reader.read(SITE, whole, dict.fromkeys(self._knowledge.agents))
        return [hit.passage.id for hit in reading.route.hits]


def _action(result: AiResult) -> Action:
    if result.outcome is Outcome.CLARIFIED and result.choices:
        return Action.SUGGEST
    if result.handoff_reason is HandoffReason.REQUESTED:
        return Action.HUMAN
    return _ACTIONS[result.outcome]
