"""Whether the confidence is to be believed: of what it calls 70 % sure, seven of ten are right."""

import numpy as np
from numpy.typing import NDArray

from gpu_worker.evaluation.resampling import Floats, Statistic
from shared.contracts.policy import ReliabilityBin

_BINS = 10
_DIGITS = 4


def reliability(confidence: Floats, is_right: NDArray[np.bool_]) -> tuple[ReliabilityBin, ...]:
    """Return each tenth of the confidence with the share that was right; empty ones left out."""
    places = _places(confidence)
    bins = []
    for place in np.unique(places):
        chosen = places == place
        bins.append(
            ReliabilityBin(
                low=round(int(place) / _BINS, _DIGITS),
                high=round((int(place) + 1) / _BINS, _DIGITS),
                predicted=round(float(confidence[chosen].mean()), _DIGITS),
                observed=round(float(is_right[chosen].mean()), _DIGITS),
                count=int(chosen.sum()),
            )
        )
    return tuple(bins)


def calibration_error(confidence: Floats, is_right: NDArray[np.bool_]) -> Statistic:
    """Return how far it is from what is right, bin by bin, in the mean (Naeini et al. 2015)."""
    apart = confidence - is_right
    is_in_bin = (_places(confidence)[:, None] == np.arange(_BINS)).astype(np.float64)

    def of(weights: Floats) -> Floats:
        gaps = np.abs((weights * apart) @ is_in_bin).sum(axis=1)
        return np.asarray(gaps / weights.sum(axis=1))

    return of


def _places(confidence: Floats) -> NDArray[np.intp]:
    """Return the bin of each confidence; 1 belongs to the last."""
    return np.minimum((confidence * _BINS).astype(np.intp), _BINS - 1)
