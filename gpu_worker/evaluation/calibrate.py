"""Fit ``data/calibration.json``: ``python -m gpu_worker.evaluation.calibrate --help``.

Fusion weights, the router's temperature, the confidence curves and the thresholds are fitted on
labelled questions over one or more folders of knowledge; the figures of questions kept for the
test are printed and kept beside them, and never looked at by the fit.
"""

import argparse
import itertools
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from gpu_worker.agents.calibration import Calibration, Curve, Source, Weights
from gpu_worker.agents.messages import classify
from gpu_worker.agents.policy import certainty
from gpu_worker.agents.router import Route, route
from gpu_worker.agents.rules import recognise
from gpu_worker.agents.understanding import repair, understand
from gpu_worker.evaluation.embedding import cached, keep_logs_quiet
from gpu_worker.evaluation.errors import EvaluationError
from gpu_worker.evaluation.figures import share_figures
from gpu_worker.evaluation.fitting import auroc, fit_curve
from gpu_worker.evaluation.knowledge import SITE, Knowledge, read_knowledge
from gpu_worker.evaluation.predictions import write_text
from gpu_worker.evaluation.questions import Question, read_questions
from gpu_worker.evaluation.run import ask
from gpu_worker.retrieval.embedder import Embedder, build_embedder
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import Found, Fusion, KnowledgeIndex
from gpu_worker.retrieval.memory import MemoryPassages
from shared.config import Settings
from shared.kernel.clock import utc_now

_DENSE = (0.5, 1.0, 2.0, 3.0, 4.0, 6.0)
_ASKED = (0.25, 0.5, 0.75, 1.0)
_AGENT = (0.05, 0.1, 0.2, 0.3, 0.5)
_TEMPERATURES = (0.1, 0.15, 0.2, 0.3, 0.45, 0.7, 1.0)
_WRONG_SHARE = 0.03
_CHOICE_SHARE = 0.35
_CHOICES = 3
_GROUNDEDNESS = 0.7
_FAILED = 2


@dataclass(frozen=True, slots=True)
class _Searched:
    """A question that the rules let through, what was found for it, and who might answer."""

    question: Question
    found: Found
    agents: Sequence[str]


class _Set:
    """Knowledge in a store of its own, and labelled questions over it."""

    def __init__(self, knowledge: Path, questions: Path, embedder: Embedder) -> None:
        self.knowledge = read_knowledge(knowledge)
        self.questions = read_questions(questions, self.knowledge)
        self.name = f"{questions.parent.name}/{questions.name}"
        self._embedder, self._passages = embedder, MemoryPassages()
        self.knowledge.index(Indexer(self._passages, embedder))

    def search(self, fusion: Fusion) -> list[_Searched]:
        """Search for every question that the rules let through."""
        index = KnowledgeIndex(self._passages, self._embedder, fusion)
        index.refresh(SITE, 1)
        lexicon = index.lexicon(SITE)
        searched = []
        for question in self.questions:
            messages, steps = repair((question.text,), lexicon)
            if recognise(messages[0], lexicon) is None and classify(messages[0]) is None:
                whole = understand(messages, steps, question.history, lexicon)
                found = index.search(SITE, whole.in_full if whole.points_back else whole.search)
                searched.append(_Searched(question, found, self.knowledge.agents))
        return searched


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write a calibration; return the exit code."""
    options = _options(arguments)
    embedder = cached(build_embedder(Settings(embedding_model=options.embedding_model)))
    try:
        if len(options.knowledge) != len(options.questions):
            raise EvaluationError("as many --questions as --knowledge, pair by pair")
        pairs = zip(options.knowledge, options.questions, strict=True)
        sets = [_Set(*pair, embedder) for pair in pairs]
        calibration = _fit(sets, embedder.name)
        parts = {"dev": sets[0].questions}
        if options.test is not None:
            parts["test"] = read_questions(options.test, sets[0].knowledge)
        measured = {
            name: _measured(part, sets[0].knowledge, embedder, calibration)
            for name, part in parts.items()
        }
        source = calibration.source.model_copy(update=measured)
        text = calibration.model_copy(update={"source": source}).model_dump_json(indent=2) + "\n"
        write_text(options.out, text)
    except EvaluationError as error:
        sys.stderr.write(f"calibrate: {error}\n")
        return _FAILED
    sys.stdout.write(text)
    return 0


def _measured(
    questions: Sequence[Question],
    knowledge: Knowledge,
    embedder: Embedder,
    calibration: Calibration,
) -> dict[str, float]:
    """Return the shares of the pipeline; its times are the machine's and are not kept."""
    figures = share_figures(ask(questions, knowledge, embedder, calibration))
    values = {name: figure.estimate.value for name, figure in figures.items()}
    known = {name: round(value, 4) for name, value in values.items() if value is not None}
    return known | {"questions": float(len(questions))}


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m gpu_worker.evaluation.calibrate")
    parser.add_argument(
        "--knowledge", type=Path, required=True, action="append", help="a folder of agents"
    )
    parser.add_argument(
        "--questions", type=Path, required=True, action="append", help="labelled, JSONL; over it"
    )
    parser.add_argument("--test", type=Path, help="questions over the first, never fitted on")
    parser.add_argument("--out", type=Path, required=True, help="where the calibration goes")
    parser.add_argument("--embedding-model", help="path or hub id; the shipped one if not set")
    return parser.parse_args(arguments)


def _fit(sets: Sequence[_Set], embedding_model: str) -> Calibration:
    best: tuple[float, Weights, list[_Searched]] | None = None
    for dense, asked in itertools.product(_DENSE, _ASKED):
        parts = [one.search(Fusion(dense, asked, 1.0)) for one in sets]
        searched = [one for part in parts for one in part]
        temperature = min(_TEMPERATURES, key=lambda t: _loss(searched, _weights(t)))
        for agent in _AGENT:
            weights = Weights(
                dense=dense, asked=asked, whole=1.0, agent=agent, temperature=temperature
            )
            # A set counts as much as another, however many questions it has.
            quality = sum(_quality(part, weights) for part in parts) / len(parts)
            if best is None or quality > best[0]:
                best = (quality, weights, searched)
    if best is None or not best[2]:
        raise SystemExit("calibrate: there are no questions to fit on")
    _, weights, searched = best
    size = sum(len(one.questions) for one in sets)
    fused, lexical = _curves(searched, weights, total=size)
    today = utc_now().date()
    return Calibration(
        name=f"{today}-{embedding_model}-{size}",
        embedding_model=embedding_model,
        weights=weights,
        fused=fused,
        lexical=lexical,
        groundedness=_GROUNDEDNESS,
        source=Source(
            made=today,
            questions=" ".join(one.name for one in sets),
            size=size,
            dev={},
            test={},
        ),
    )


def _weights(temperature: float) -> Weights:
    return Weights(dense=0.0, asked=0.0, whole=0.0, agent=0.0, temperature=temperature)


def _loss(searched: Sequence[_Searched], weights: Weights) -> float:
    """Mean log-loss of the agents' probabilities on questions that belong to one."""
    losses = [
        -math.log(
            max(1e-9, sum(routed.agents.get(agent, 0.0) for agent in one.question.agents or ()))
        )
        for one in searched
        if one.question.agents
        for routed in (route(one.found.hits, one.agents, weights),)
    ]
    return sum(losses) / max(1, len(losses))


def _quality(searched: Sequence[_Searched], weights: Weights) -> float:
    """Share of right first passages plus share of right ones among the first three."""
    places = [
        _places(one.question, route(one.found.hits, one.agents, weights))
        for one in searched
        if one.question.passages
    ]
    return sum(first + among for first, among in places) / max(1, len(places))


def _places(question: Question, routed: Route) -> tuple[bool, bool]:
    """Whether a passage that answers is the first, and whether it is among the choices."""
    wanted = question.passages or frozenset()
    right = [hit.passage.id in wanted for hit in routed.hits[:_CHOICES]]
    return bool(right and right[0]), any(right)


def _curves(searched: Sequence[_Searched], weights: Weights, *, total: int) -> tuple[Curve, Curve]:
    """Fit the curve of the fused score and that of the lexical score alone."""
    routes = [route(one.found.hits, one.agents, weights) for one in searched]
    places = [_places(one.question, each) for one, each in zip(searched, routes, strict=True)]
    curves = []
    for dense in (weights.dense, 0.0):
        scores = [certainty(each, dense) for each in routes]
        is_right = [first for first, _ in places]
        sys.stderr.write(f"auroc (dense {dense}): {auroc(scores, is_right):.3f}\n")
        curves.append(
            fit_curve(
                scores,
                is_right,
                [among for _, among in places],
                total=total,
                wrong_share=_WRONG_SHARE,
                choice_share=_CHOICE_SHARE,
            )
        )
    return curves[0], curves[1]


if __name__ == "__main__":
    keep_logs_quiet()
    raise SystemExit(main())
