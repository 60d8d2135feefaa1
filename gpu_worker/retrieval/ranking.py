"""The best few of very many, when a score is dear and what it cannot exceed is cheap."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from gpu_worker.retrieval.postings import Places

_FIRST = 4
_MORE = 4
# At 100,000 passages a question needed some 200 to be sure of its best 50. A bound that tells
# nothing apart, as of a text of two everyday letters, is not worth scoring everything.
_MOST = 4_096


def best(
    bounds: NDArray[np.float64],
    score: Callable[[Places], NDArray[np.float64]],
    limit: int,
    most: int = _MOST,
) -> tuple[Places, NDArray[np.float64]]:
    """Return the places of the ``limit`` highest scores, best first, and these scores.

    ``bounds`` are never below the scores. Those with the highest are scored, and more of them until
    no other can be among the best, or until ``most`` have been. Of equals the first go first.
    """
    size = min(len(bounds), _FIRST * limit)
    while True:
        places = _highest(bounds, size)
        scores = score(places)
        order = np.argsort(-scores, kind="stable")[:limit]
        # What was not taken is bounded by the lowest bound that was.
        is_sure = len(order) == limit and scores[order[-1]] >= bounds[places].min()
        if is_sure or size >= min(len(bounds), most):
            return places[order], scores[order]
        size = min(len(bounds), most, _MORE * size)


def _highest(bounds: NDArray[np.float64], size: int) -> Places:
    """Return where the highest bounds are, in their order of place."""
    if size >= len(bounds):
        return np.arange(len(bounds))
    return np.sort(np.argpartition(-bounds, size - 1)[:size])
