"""All figures of a run, each with its interval and its target."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from gpu_worker.evaluation.judging import SHARES, Case, judge
from gpu_worker.evaluation.reliability import calibration_error, reliability
from gpu_worker.evaluation.resampling import (
    Estimate,
    Floats,
    auroc,
    best_within,
    estimate,
    percentile,
    ratio,
)
from gpu_worker.evaluation.targets import TARGETS, WRONG_ALLOWED, Level, Target
from shared.contracts.policy import ReliabilityBin

_OTHERS = {
    "right_within_wrong": "answered rightly, were the threshold the best within 5 % wrong of all",
    "auroc_right": "AUROC of the confidence: the first passage answers, or does not",
    "auroc_answerable": "AUROC of the confidence: some passage answers, or none does",
    "expected_calibration_error": "how far the confidence is from the share that is right",
    "route_calibration_error": "how far the probability of the agent is from how often it is its",
    "ms_p50": "milliseconds, of all",
    "ms_p95": "milliseconds, of all",
}
MEANINGS: Mapping[str, str] = {**SHARES, **_OTHERS}
UNLABELLED = "unlabelled"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, its 95 % interval, and of how many questions it is."""

    name: str
    estimate: Estimate
    of: int

    @property
    def is_share(self) -> bool:
        """Whether it is between 0 and 1; milliseconds otherwise."""
        return not self.name.startswith("ms_")

    @property
    def target(self) -> Target | None:
        """What is wanted of it."""
        return TARGETS.get(self.name)

    @property
    def level(self) -> Level | None:
        """How far it gets, where something is wanted of it and it is known."""
        if self.target is None or self.estimate.value is None:
            return None
        return self.target.level(self.estimate.value)


@dataclass(frozen=True, slots=True)
class Point:
    """What the agents would do, were ``threshold`` the confidence from which they answer."""

    threshold: float
    answered: float
    right: float
    wrong: float


def share_figures(cases: Sequence[Case], names: Iterable[str] = SHARES) -> dict[str, Figure]:
    """Return figures that are shares, by name."""
    judged = [judge(case) for case in cases]
    found = {}
    for name in names:
        numerators, denominators = np.array([row[name] for row in judged]).reshape(-1, 2).T
        of = ratio(numerators, denominators)
        found[name] = Figure(name, estimate(of, len(cases)), int((denominators > 0).sum()))
    return found


def all_figures(cases: Sequence[Case]) -> dict[str, Figure]:
    """Return every figure of a run, by name."""
    spent = _floats(case.prediction.latency_ms for case in cases)
    judged = [case for case in cases if case.question.is_judged]
    searched = [case for case in judged if case.is_searched]
    confidence = _floats(case.prediction.confidence for case in searched)
    is_found = _floats(case.is_found_in(1) for case in searched) > 0
    is_answerable = _floats(case.is_answerable for case in searched) > 0
    routed = [case for case in searched if case.question.agents]
    is_its = _floats(case.prediction.agent in (case.question.agents or ()) for case in routed) > 0
    route = _floats(case.prediction.route for case in routed)
    more = {
        "right_within_wrong": _within(judged),
        "auroc_right": estimate(auroc(confidence, is_found), len(searched)),
        "auroc_answerable": estimate(auroc(confidence, is_answerable), len(searched)),
        "expected_calibration_error": estimate(
            calibration_error(confidence, is_found), len(searched)
        ),
        "route_calibration_error": estimate(calibration_error(route, is_its), len(routed)),
        "ms_p50": estimate(percentile(spent, 50), len(cases)),
        "ms_p95": estimate(percentile(spent, 95), len(cases)),
    }
    of = {
        "right_within_wrong": sum(case.is_answerable for case in judged),
        "auroc_right": len(searched),
        "auroc_answerable": len(searched),
        "expected_calibration_error": len(searched),
        "route_calibration_error": len(routed),
    }
    others = {name: Figure(name, one, of.get(name, len(cases))) for name, one in more.items()}
    return share_figures(cases) | others


def kind_figures(cases: Sequence[Case]) -> dict[str, dict[str, Figure]]:
    """Return the shares of each kind, the commonest first; what does not apply is left out."""
    kinds = Counter(_kind(case) for case in cases)
    return {
        kind: {
            name: figure
            for name, figure in share_figures([c for c in cases if _kind(c) == kind]).items()
            if figure.of
        }
        for kind, _ in kinds.most_common()
    }


def curve(cases: Sequence[Case]) -> list[Point]:
    """Return what each threshold would do, the highest first; nothing without labels.

    Two agents' answers count as their first passage's, since a threshold has no parts to join.
    """
    judged = [case for case in cases if case.question.is_judged]
    searched = sorted(
        (case for case in judged if case.is_searched),
        key=lambda case: -case.prediction.confidence,
    )
    answerable = max(1, sum(case.is_answerable for case in judged))
    points = [Point(1.0, 0.0, 0.0, 0.0)] if searched else []
    right = 0
    for number, case in enumerate(searched, start=1):
        right += case.is_found_in(1)
        confidence = case.prediction.confidence
        if number < len(searched) and searched[number].prediction.confidence == confidence:
            continue
        points.append(
            Point(
                threshold=confidence,
                answered=number / len(judged),
                right=right / answerable,
                wrong=(number - right) / len(judged),
            )
        )
    return points


def reliability_bins(cases: Sequence[Case]) -> tuple[ReliabilityBin, ...]:
    """Return the confidence of what was taken for a question, beside how often it was right."""
    searched = [case for case in cases if case.question.is_judged and case.is_searched]
    confidence = _floats(case.prediction.confidence for case in searched)
    return reliability(confidence, _floats(case.is_found_in(1) for case in searched) > 0)


def stage_times(cases: Sequence[Case]) -> dict[str, tuple[float, float]]:
    """Return median and 95th percentile of the milliseconds of each stage, where it was gone to."""
    stages = dict.fromkeys(stage for case in cases for stage in case.prediction.stage_ms)
    times = {
        stage: [c.prediction.stage_ms[stage] for c in cases if stage in c.prediction.stage_ms]
        for stage in stages
    }
    return {
        stage: (float(np.percentile(spent, 50)), float(np.percentile(spent, 95)))
        for stage, spent in times.items()
    }


def _kind(case: Case) -> str:
    return case.question.kind.value if case.question.kind else UNLABELLED


def _floats(values: Iterable[float]) -> Floats:
    return np.array(list(values), dtype=np.float64)


def _within(judged: Sequence[Case]) -> Estimate:
    """Answered rightly at the best threshold that keeps wrong answers within what is allowed."""
    right = _floats(case.is_searched and case.is_found_in(1) for case in judged)
    wrong = _floats(case.is_searched and not case.is_found_in(1) for case in judged)
    scores = _floats(case.prediction.confidence if case.is_searched else -1.0 for case in judged)
    totals = _floats(case.is_answerable for case in judged), np.ones(len(judged))
    return estimate(best_within(scores, right, wrong, totals, WRONG_ALLOWED), len(judged))
