"""Fit ``data/calibration.json``: ``python -m gpu_worker.evaluation.calibrate --help``.

Fusion weights, the router's temperature, the confidence curves and the thresholds are fitted on
the development part of labelled questions; the figures of the part kept for the test are printed
and kept beside them, and never looked at by the fit.
"""

import argparse
import itertools
import math
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from gpu_worker.agents.calibration import Calibration, Curve, Source, Weights
from gpu_worker.agents.policy import certainty
from gpu_worker.agents.router import Route, route
from gpu_worker.agents.rules import recognise
from gpu_worker.agents.understanding import repair, understand
from gpu_worker.evaluation.embedding import keep_logs_quiet
from gpu_worker.evaluation.errors import EvaluationError
from gpu_worker.evaluation.figures import share_figures
from gpu_worker.evaluation.fitting import auroc, fit_curve
from gpu_worker.evaluation.knowledge import SITE, Knowledge, read_knowledge
from gpu_worker.evaluation.predictions import write_text
from gpu_worker.evaluation.questions import Kind, Question, read_questions
from gpu_worker.evaluation.run import ask
from gpu_worker.retrieval.embedder import Embedder, build_embedder
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import Found, Fusion, KnowledgeIndex
from gpu_worker.retrieval.memory import MemoryPassages
from shared.config import Settings
from shared.kernel.clock import utc_now

_DENSE = (0.25, 0.5, 1.0)
_ASKED = (0.5, 0.75, 1.0)
_AGENT = (0.05, 0.1, 0.2, 0.3, 0.5)
_TEMPERATURES = (0.1, 0.15, 0.2, 0.3, 0.45, 0.7, 1.0)
_WRONG_SHARE = 0.03
_CHOICE_SHARE = 0.5
_CHOICES = 3
_GROUNDEDNESS = 0.7
_TEST_EVERY = 3
_FAILED = 2


@dataclass(frozen=True, slots=True)
class _Searched:
    """A question that the rules let through, and what was found for it."""

    question: Question
    found: Found


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write a calibration; return the exit code."""
    options = _options(arguments)
    embedder = build_embedder(Settings(embedding_model=options.embedding_model))
    try:
        knowledge = read_knowledge(options.knowledge)
        questions = read_questions(options.questions, knowledge)
        dev, test = _split(questions)
        passages = MemoryPassages()
        knowledge.index(Indexer(passages, embedder))
        calibration = _fit(passages, embedder, dev, knowledge.agents, str(options.questions))
        measured = {
            name: _measured(part, knowledge, embedder, calibration)
            for name, part in (("dev", dev), ("test", test))
        }
        source = calibration.source.model_copy(update=measured)
        text = calibration.model_copy(update={"source": source}).model_dump_json(indent=2) + "\n"
        write_text(options.out, text)
    except EvaluationError as error:
        sys.stderr.write(f"calibrate: {error}\n")
        return _FAILED
    sys.stdout.write(text)
    return 0


def _split(questions: Sequence[Question]) -> tuple[list[Question], list[Question]]:
    """Keep every third question of each kind for the test; return those to fit on first."""
    seen: Counter[Kind | None] = Counter()
    parts: tuple[list[Question], list[Question]] = ([], [])
    for question in questions:
        seen[question.kind] += 1
        parts[seen[question.kind] % _TEST_EVERY == 0].append(question)
    return parts


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
    parser.add_argument("--knowledge", type=Path, required=True, help="folder of agents' folders")
    parser.add_argument("--questions", type=Path, required=True, help="labelled questions, JSONL")
    parser.add_argument("--out", type=Path, required=True, help="where the calibration goes")
    parser.add_argument("--embedding-model", help="path or hub id; the shipped one if not set")
    return parser.parse_args(arguments)


def _fit(
    passages: MemoryPassages,
    embedder: Embedder,
    dev: Sequence[Question],
    agents: Sequence[str],
    name: str,
) -> Calibration:
    best: tuple[float, Weights, list[_Searched]] | None = None
    for dense, asked in itertools.product(_DENSE, _ASKED):
        knowledge = _knowledge(passages, embedder, Fusion(dense, asked, 1.0))
        searched = _search(knowledge, dev)
        temperature = min(_TEMPERATURES, key=lambda t: _loss(searched, agents, _weights(t)))
        for agent in _AGENT:
            weights = Weights(
                dense=dense, asked=asked, whole=1.0, agent=agent, temperature=temperature
            )
            quality = _quality(searched, agents, weights)
            if best is None or quality > best[0]:
                best = (quality, weights, searched)
    if best is None or not best[2]:
        raise SystemExit("calibrate: there are no questions to fit on")
    _, weights, searched = best
    fused, lexical = _curves(searched, agents, weights, total=len(dev))
    today = utc_now().date()
    return Calibration(
        name=f"{today}-{embedder.name}-{len(dev)}",
        embedding_model=embedder.name,
        weights=weights,
        fused=fused,
        lexical=lexical,
        groundedness=_GROUNDEDNESS,
        source=Source(made=today, questions=name, size=len(dev), dev={}, test={}),
    )


def _knowledge(passages: MemoryPassages, embedder: Embedder, fusion: Fusion) -> KnowledgeIndex:
    knowledge = KnowledgeIndex(passages, embedder, fusion)
    knowledge.refresh(SITE, 1)
    return knowledge


def _search(knowledge: KnowledgeIndex, questions: Iterable[Question]) -> list[_Searched]:
    lexicon = knowledge.lexicon(SITE)
    searched = []
    for question in questions:
        messages, repairs = repair((question.text,), lexicon)
        if recognise(messages[0], lexicon) is None:
            whole = understand(messages, repairs, question.history, lexicon)
            searched.append(_Searched(question, knowledge.search(SITE, whole.search)))
    return searched


def _weights(temperature: float) -> Weights:
    return Weights(dense=0.0, asked=0.0, whole=0.0, agent=0.0, temperature=temperature)


def _loss(searched: Sequence[_Searched], agents: Sequence[str], weights: Weights) -> float:
    """Mean log-loss of the agents' probabilities on questions that belong to one."""
    losses = [
        -math.log(
            max(1e-9, sum(routed.agents.get(agent, 0.0) for agent in one.question.agents or ()))
        )
        for one in searched
        if one.question.agents
        for routed in (route(one.found.hits, agents, weights),)
    ]
    return sum(losses) / max(1, len(losses))


def _quality(searched: Sequence[_Searched], agents: Sequence[str], weights: Weights) -> float:
    """Share of right first passages plus share of right ones among the first three."""
    places = [
        _places(one.question, route(one.found.hits, agents, weights))
        for one in searched
        if one.question.passages
    ]
    return sum(first + among for first, among in places) / max(1, len(places))


def _places(question: Question, routed: Route) -> tuple[bool, bool]:
    """Whether a passage that answers is the first, and whether it is among the choices."""
    wanted = question.passages or frozenset()
    right = [hit.passage.id in wanted for hit in routed.hits[:_CHOICES]]
    return bool(right and right[0]), any(right)


def _curves(
    searched: Sequence[_Searched], agents: Sequence[str], weights: Weights, *, total: int
) -> tuple[Curve, Curve]:
    """Fit the curve of the fused score and that of the lexical score alone."""
    routes = [route(one.found.hits, agents, weights) for one in searched]
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
