"""From scores with known outcomes to a curve and thresholds."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gpu_worker.agents.calibration import Curve, Evidence
from gpu_worker.evaluation.reliability import reliability
from gpu_worker.evaluation.tradeoff import trade_off

_STEPS = 60
_RIDGE = 1e-3


def fit_curve(
    evidence: Sequence[Evidence],
    is_right: Sequence[bool],
    in_choices: Sequence[bool],
    *,
    totals: Sequence[int],
    wrong_share: float,
    choice_share: float,
    of: Sequence[int] | None = None,
) -> Curve:
    """Fit certainty, its logistic curve, two thresholds and what other thresholds would bring.

    Evidence that seems to speak against a passage is not counted: it cannot, and so few
    questions may say anything.

    Args:
        evidence: for the first passage, a question each.
        is_right: whether that passage answers.
        in_choices: whether a passage that answers is among the choices offered.
        totals: messages of each set, those without a search included.
        wrong_share: wrong answers allowed, as a share of every set: another company's knowledge
            is as unlike these as they are each other.
        choice_share: how likely the right choice must be on offer for choices to be offered.
        of: the set of each question, as its place in ``totals``; the first if not given.
    """
    right = np.asarray(is_right, dtype=bool)
    margin, route = _shares(np.asarray(evidence, dtype=np.float64).reshape(-1, 3), right)
    values = np.asarray([one.score + margin * one.margin + route * one.route for one in evidence])
    slope, offset = _platt(values, right)
    probability = 1.0 / (1.0 + np.exp(-(slope * values + offset)))

    wrong = (~right).astype(np.float64)
    place = np.zeros(len(right), dtype=np.intp) if of is None else np.asarray(of)
    total = sum(totals)

    def within(share: float) -> float:
        # Counting the wrong ones hangs on a handful of questions; what the curve itself expects
        # does not, but trusts its shape. The strictest is taken.
        counted = (
            _lowest_with(probability, np.where(place == number, wrong, 0.0), share * messages)
            for number, messages in enumerate(totals)
        )
        return max(*counted, _lowest_with(probability, 1.0 - probability, share * total))

    answer = within(wrong_share)
    clarify = min(
        answer, _clarify(values, np.asarray(in_choices, dtype=bool), choice_share, (slope, offset))
    )
    return Curve(
        slope=round(slope, 4),
        offset=round(offset, 4),
        margin=margin,
        route=route,
        answer=round(answer, 4),
        clarify=round(clarify, 4),
        wrong_share=wrong_share,
        points=trade_off(probability, right, total, within),
        reliability=reliability(probability, right),
    )


def auroc(scores: Sequence[float], is_right: Sequence[bool]) -> float:
    """Return the chance that a right passage scores above a wrong one (Mann and Whitney)."""
    order = np.argsort(np.argsort(np.asarray(scores))) + 1
    right = np.asarray(is_right, dtype=bool)
    positive, negative = int(right.sum()), int((~right).sum())
    if not positive or not negative:
        return 0.5
    above = float(order[right].sum()) - positive * (positive + 1) / 2
    return above / (positive * negative)


def _shares(evidence: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    """Return what margin and route count beside the score."""
    score, margin, route = _logistic(evidence, right)[:3]
    if score <= 0.0:
        return 1.0, 0.0
    return round(max(0.0, margin / score), 4), round(max(0.0, route / score), 4)


def _platt(values: NDArray[np.float64], right: NDArray[np.bool_]) -> tuple[float, float]:
    slope, offset = _logistic(values[:, None], right)
    return float(slope), float(offset)


def _logistic(values: NDArray[np.float64], right: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Fit slopes and an offset by Newton's method, with a little shrinkage towards zero."""
    design = np.column_stack((values, np.ones(len(values))))
    width = design.shape[1]
    weights = np.zeros(width)
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-design @ weights))
        gradient = design.T @ (chance - right) + _RIDGE * weights
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + _RIDGE * np.eye(width)
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights


def _lowest_with(
    probability: NDArray[np.float64], wrongness: NDArray[np.float64], allowed: float
) -> float:
    """Return the lowest threshold above which ``wrongness`` adds up to ``allowed`` at most.

    It lies half-way to the next question below, so that it does not hang on one of them.
    """
    order = np.argsort(-probability, kind="stable")
    wrong = np.cumsum(wrongness[order])
    last = int(np.searchsorted(wrong, allowed, side="right")) - 1
    if last < 0:
        return 1.0
    below = probability[order[last + 1]] if last + 1 < len(order) else 0.0
    return float((probability[order[last]] + below) / 2)


def _clarify(
    values: NDArray[np.float64],
    in_choices: NDArray[np.bool_],
    share: float,
    line: tuple[float, float],
) -> float:
    """Return the probability at which the right choice is on offer as often as asked."""
    slope, offset = _platt(values, in_choices)
    if slope <= 0.0:
        return 1.0
    certainty = (float(np.log(share / (1.0 - share))) - offset) / slope
    return float(1.0 / (1.0 + np.exp(-(line[0] * certainty + line[1]))))
