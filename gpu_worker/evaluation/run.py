"""One evaluation: read the folder and the questions, ask them all, count."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gpu_worker.agents.calibration import Calibration
from gpu_worker.evaluation.asking import Asker
from gpu_worker.evaluation.figures import (
    Figure,
    Point,
    all_figures,
    curve,
    kind_figures,
    reliability_bins,
    stage_times,
)
from gpu_worker.evaluation.judging import Case
from gpu_worker.evaluation.knowledge import Knowledge, read_knowledge
from gpu_worker.evaluation.questions import Question, read_questions
from gpu_worker.retrieval.embedder import Embedder
from shared.contracts.policy import ReliabilityBin
from shared.kernel.clock import utc_now


@dataclass(frozen=True, slots=True)
class Run:
    """What an evaluation was made of, and every question with what became of it."""

    folder: str
    file: str
    knowledge: Knowledge
    embedding_model: str
    calibration: str
    made: datetime
    cases: tuple[Case, ...]

    @property
    def judged(self) -> int:
        """How many questions have labels that say what should become of them."""
        return sum(case.question.is_judged for case in self.cases)

    @property
    def actions(self) -> dict[str, int]:
        """How often each thing was done, the commonest first."""
        return dict(Counter(case.prediction.action.value for case in self.cases).most_common())


@dataclass(frozen=True, slots=True)
class Results:
    """The figures of a run: of all, of each kind, of other thresholds, of the confidence."""

    figures: dict[str, Figure]
    kinds: dict[str, dict[str, Figure]]
    curve: list[Point]
    reliability: tuple[ReliabilityBin, ...]
    stages: dict[str, tuple[float, float]]


def evaluate(folder: Path, file: Path, embedder: Embedder, calibration: Calibration) -> Run:
    """Ask the questions of a file over the knowledge of a folder.

    Raises:
        BadKnowledge: the folder cannot be used.
        BadQuestions: the questions cannot be used.
    """
    knowledge = read_knowledge(folder)
    questions = read_questions(file, knowledge)
    return Run(
        folder=folder.as_posix(),
        file=file.as_posix(),
        knowledge=knowledge,
        embedding_model=embedder.name,
        calibration=calibration.name,
        made=utc_now(),
        cases=tuple(ask(questions, knowledge, embedder, calibration)),
    )


def ask(
    questions: Sequence[Question],
    knowledge: Knowledge,
    embedder: Embedder,
    calibration: Calibration,
) -> list[Case]:
    """Ask questions and put each beside what became of it."""
    predictions = Asker(knowledge, embedder, calibration).ask_all(questions)
    return [Case(*pair) for pair in zip(questions, predictions, strict=True)]


def count(run: Run) -> Results:
    """Compute the figures of a run."""
    return Results(
        figures=all_figures(run.cases),
        kinds=kind_figures(run.cases),
        curve=curve(run.cases),
        reliability=reliability_bins(run.cases),
        stages=stage_times(run.cases),
    )
