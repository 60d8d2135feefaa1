"""Knowledge with labelled questions over it, as the fits of a calibration need it."""

from collections.abc import Iterator
from pathlib import Path

from gpu_worker.agents.messages import classify
from gpu_worker.agents.rules import recognise
from gpu_worker.agents.understanding import HistoryMessage, repair, understand
from gpu_worker.agents.understanding import Question as Understood
from gpu_worker.evaluation.knowledge import SITE, read_knowledge
from gpu_worker.evaluation.questions import Question, read_questions
from gpu_worker.retrieval.embedder import Embedder
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import Fusion, KnowledgeIndex
from gpu_worker.retrieval.memory import MemoryPassages
from shared.domain.words import Sender


class LabelledSet:
    """Knowledge in a store of its own, and labelled questions over it."""

    def __init__(self, knowledge: Path, questions: Path, embedder: Embedder) -> None:
        """Read both and index the knowledge.

        Raises:
            EvaluationError: they cannot be read.
        """
        self.knowledge = read_knowledge(knowledge)
        self.questions = read_questions(questions, self.knowledge)
        self.name = f"{questions.parent.name}/{questions.name}"
        self._embedder, self._passages = embedder, MemoryPassages()
        self.knowledge.index(Indexer(self._passages, embedder))

    def index(self, fusion: Fusion) -> KnowledgeIndex:
        """Return the knowledge as it is searched with these weights."""
        index = KnowledgeIndex(self._passages, self._embedder, fusion)
        index.refresh(SITE, 1)
        return index

    def asked(self, index: KnowledgeIndex, service: float) -> Iterator[tuple[Question, Understood]]:
        """Yield the questions that are taken for such, as understood."""
        lexicon = index.lexicon(SITE)
        for question in self.questions:
            messages, steps = repair((question.text,), lexicon)
            if recognise(messages[0], lexicon) is None and classify(messages[0], service) is None:
                yield question, understand(messages, steps, question.history, lexicon)

    def behind_another(
        self, index: KnowledgeIndex, service: float
    ) -> Iterator[tuple[Question, Understood]]:
        """Yield follow-ups, and other questions as if asked behind the one before them."""
        lexicon, before = index.lexicon(SITE), ""
        for question, understood in self.asked(index, service):
            if question.history:
                yield question, understood
            elif before:
                history = (HistoryMessage(Sender.VISITOR, before),)
                yield (
                    question,
                    understand((understood.text,), understood.steps, history, lexicon),
                )
            before = question.text
