"""Fit ``data/calibration.json``: ``python -m gpu_worker.evaluation.calibrate --help``.

Fusion weights, the router's votes, the confidence curves and every threshold are fitted on
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

from gpu_worker.agents.calibration import Calibration, Curve, FollowUp, Source, Weights
from gpu_worker.agents.policy import weigh
from gpu_worker.agents.router import Route, route
from gpu_worker.evaluation.embedding import cached, keep_logs_quiet
from gpu_worker.evaluation.errors import EvaluationError
from gpu_worker.evaluation.figures import share_figures
from gpu_worker.evaluation.fitting import auroc, fit_curve
from gpu_worker.evaluation.knowledge import SITE, Knowledge
from gpu_worker.evaluation.labelled import LabelledSet
from gpu_worker.evaluation.limits import fit_follow_up, fit_pair, fit_service
from gpu_worker.evaluation.predictions import write_text
from gpu_worker.evaluation.questions import Question, read_questions
from gpu_worker.evaluation.run import ask
from gpu_worker.retrieval.embedder import Embedder, build_embedder
from gpu_worker.retrieval.knowledge import Found, Fusion
from shared.config import Settings
from shared.kernel.clock import utc_now

_DENSE = (0.5, 1.0, 2.0, 3.0, 4.0, 6.0)
_ASKED = (0.25, 0.5, 0.75, 1.0)
_AGENT = (0.05, 0.1, 0.2, 0.3, 0.5)
_TEMPERATURES = (0.1, 0.15, 0.2, 0.3, 0.45, 0.7, 1.0)
_SMOOTHNESS = (0.1, 0.15, 0.2, 0.3)
_PAIR = 0.5
_FOLLOW_UP = FollowUp(words=8, sure=0.35, sure_pointing_back=0.5, answer=0.0)
"""Where the fits of these begin."""
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
    place: int
    """Of its set among all."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Fit and write a calibration; return the exit code."""
    options = _options(arguments)
    embedder = cached(build_embedder(Settings(embedding_model=options.embedding_model)))
    try:
        if len(options.knowledge) != len(options.questions):
            raise EvaluationError("as many --questions as --knowledge, pair by pair")
        pairs = zip(options.knowledge, options.questions, strict=True)
        sets = [LabelledSet(*pair, embedder) for pair in pairs]
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


def _fit(sets: Sequence[LabelledSet], embedding_model: str) -> Calibration:
    service = fit_service(sets)
    best: tuple[float, Weights, list[_Searched]] | None = None
    for dense, asked in itertools.product(_DENSE, _ASKED):
        fusion = Fusion(dense, asked, 1.0)
        parts = [_search(one, place, fusion, service) for place, one in enumerate(sets)]
        searched = [one for part in parts for one in part]
        plain = Weights(
            dense=dense, asked=asked, whole=1.0, agent=0.0, smoothness=1.0, temperature=1.0
        )
        voting = (
            plain.model_copy(update={"smoothness": smoothness, "temperature": temperature})
            for smoothness, temperature in itertools.product(_SMOOTHNESS, _TEMPERATURES)
        )
        voted = min(voting, key=lambda weights: _loss(searched, weights))
        for agent in _AGENT:
            weights = voted.model_copy(update={"agent": agent})
            # A set counts as much as another, however many questions it has.
            quality = sum(_quality(part, weights) for part in parts) / len(parts)
            if best is None or quality > best[0]:
                best = (quality, weights, searched)
    if best is None or not best[2]:
        raise SystemExit("calibrate: there are no questions to fit on")
    _, weights, searched = best
    size = sum(len(one.questions) for one in sets)
    fused, lexical = _curves(searched, weights, sets)
    today = utc_now().date()
    calibration = Calibration(
        name=f"{today}-{embedding_model}-{size}",
        embedding_model=embedding_model,
        weights=weights,
        fused=fused,
        lexical=lexical,
        pair=_PAIR,
        follow_up=_FOLLOW_UP,
        service=service,
        groundedness=_GROUNDEDNESS,
        source=Source(
            made=today,
            questions=" ".join(one.name for one in sets),
            size=size,
            dev={},
            test={},
        ),
    )
    follow_up = fit_follow_up(sets, calibration)
    calibration = calibration.model_copy(update={"follow_up": follow_up})
    return calibration.model_copy(update={"pair": fit_pair(sets, calibration)})


def _search(one: LabelledSet, place: int, fusion: Fusion, service: float) -> list[_Searched]:
    """Search for every question that is taken for one."""
    index = one.index(fusion)
    return [
        _Searched(
            question,
            index.search(SITE, whole.in_full if whole.points_back else whole.search),
            one.knowledge.agents,
            place,
        )
        for question, whole in one.asked(index, service)
    ]


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


def _curves(
    searched: Sequence[_Searched], weights: Weights, sets: Sequence[LabelledSet]
) -> tuple[Curve, Curve]:
    """Fit the curve of the fused score and that of the lexical score alone."""
    routes = [route(one.found.hits, one.agents, weights) for one in searched]
    places = [_places(one.question, each) for one, each in zip(searched, routes, strict=True)]
    curves = []
    for dense in (weights.dense, 0.0):
        evidence = [weigh(each, dense) for each in routes]
        is_right = [first for first, _ in places]
        curve = fit_curve(
            evidence,
            is_right,
            [among for _, among in places],
            totals=[len(one.questions) for one in sets],
            of=[one.place for one in searched],
            wrong_share=_WRONG_SHARE,
            choice_share=_CHOICE_SHARE,
        )
        scores = [curve.certainty(one) for one in evidence]
        sys.stderr.write(f"auroc (dense {dense}): {auroc(scores, is_right):.3f}\n")
        curves.append(curve)
    return curves[0], curves[1]


if __name__ == "__main__":
    keep_logs_quiet()
    raise SystemExit(main())
