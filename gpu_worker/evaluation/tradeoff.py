"""What accepting more wrong answers would bring: the points that an administrator chooses from."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from shared.contracts.policy import CurvePoint
from shared.domain.policy import LEAST_WRONG, MOST_WRONG

WRONG_SHARES = (LEAST_WRONG, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.075, MOST_WRONG)
_DIGITS = 4


def trade_off(
    probability: NDArray[np.float64],
    right: NDArray[np.bool_],
    total: int,
    threshold_within: Callable[[float], float],
) -> tuple[CurvePoint, ...]:
    """Return a point for each share of wrong answers.

    Args:
        probability: of the first passage of a question that it answers.
        right: whether it does.
        total: messages of the set, those without a search included.
        threshold_within: the threshold that keeps wrong answers within such a share.
    """
    points = []
    for share in WRONG_SHARES:
        threshold = round(threshold_within(share), _DIGITS)
        is_answered = probability >= threshold
        points.append(
            CurvePoint(
                wrong=share,
                right=round(int((is_answered & right).sum()) / total, _DIGITS),
                answered=round(int(is_answered.sum()) / total, _DIGITS),
                threshold=threshold,
            )
        )
    return tuple(points)
