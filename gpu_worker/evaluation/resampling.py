"""Intervals by the bootstrap: what the figure would be on other questions of the same sort.

A resample is a weight for every question: how often it was drawn. All figures are computed from
the weights, of all resamples at once (Efron and Tibshirani 1993, chapter 13).
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Statistic = Callable[[Floats], Floats]
"""From weights, one row a resample and one column a question, to the figure of each resample."""

RESAMPLES = 1_000
SEED = 20_261_122
_COVERED = (2.5, 97.5)
_CELLS = 4_000_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and its 95 % interval. None: the questions say nothing about it."""

    value: float | None
    low: float | None
    high: float | None


def estimate(statistic: Statistic, size: int) -> Estimate:
    """Compute a figure over ``size`` questions, each drawn once, and its interval."""
    if size == 0:
        return Estimate(None, None, None)
    value = float(statistic(np.ones((1, size)))[0])
    if np.isnan(value):
        return Estimate(None, None, None)
    rng = np.random.default_rng(SEED)
    block = max(1, _CELLS // size)
    drawn = []
    for start in range(0, RESAMPLES, block):
        rows = min(block, RESAMPLES - start)
        weights = rng.multinomial(size, np.full(size, 1.0 / size), size=rows)
        drawn.append(statistic(weights.astype(np.float64)))
    low, high = np.nanpercentile(np.concatenate(drawn), _COVERED)
    return Estimate(value, float(low), float(high))


def ratio(numerators: Floats, denominators: Floats) -> Statistic:
    """Return the ratio of two sums."""

    def of(weights: Floats) -> Floats:
        return _divided(weights @ numerators, weights @ denominators)

    return of


def auroc(scores: Floats, is_positive: NDArray[np.bool_]) -> Statistic:
    """Return the chance that a positive scores above a negative, a tie being half a chance."""
    order = np.argsort(scores, kind="stable")
    positive = is_positive[order].astype(np.float64)
    starts = _group_starts(scores[order])

    def of(weights: Floats) -> Floats:
        ordered = weights[:, order]
        above = np.add.reduceat(ordered * positive, starts, axis=1)
        below = np.add.reduceat(ordered * (1 - positive), starts, axis=1)
        lower = np.cumsum(below, axis=1) - below / 2
        return _divided((above * lower).sum(axis=1), above.sum(axis=1) * below.sum(axis=1))

    return of


def percentile(values: Floats, percent: float) -> Statistic:
    """Return the lowest value that so many percent of the values do not exceed."""
    order = np.argsort(values, kind="stable")
    sorted_values = values[order]

    def of(weights: Floats) -> Floats:
        reached = np.cumsum(weights[:, order], axis=1)
        enough = reached >= reached[:, -1:] * (percent / 100) - 1e-9
        return np.asarray(sorted_values[np.argmax(enough, axis=1)])

    return of


def best_within(
    scores: Floats, gains: Floats, losses: Floats, totals: tuple[Floats, Floats], allowed: float
) -> Statistic:
    """Return the greatest share of gains that a threshold reaches within ``allowed`` losses.

    A question scored at or above the threshold brings its gain and its loss; they are shares of
    what ``totals`` add up to.
    """
    order = np.argsort(-scores, kind="stable")
    ends = np.append(_group_starts(scores[order])[1:], len(scores)) - 1

    def of(weights: Floats) -> Floats:
        lost = np.cumsum((weights * losses)[:, order], axis=1)[:, ends]
        won = np.cumsum((weights * gains)[:, order], axis=1)[:, ends]
        may_lose = (weights @ totals[1])[:, None] * allowed
        most = np.where(lost <= may_lose + 1e-9, won, 0.0).max(axis=1)
        return _divided(most, weights @ totals[0])

    return of


def _divided(above: Floats, below: Floats) -> Floats:
    """Divide; not a number where ``below`` is 0."""
    return np.asarray(np.divide(above, below, out=np.full(len(below), np.nan), where=below > 0))


def _group_starts(ordered: Floats) -> NDArray[np.intp]:
    """Return where each run of equal values begins."""
    return np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
