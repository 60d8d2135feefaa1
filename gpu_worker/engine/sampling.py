"""From logits to tokens. A request's draws depend on its seed alone, not on its neighbours."""

from collections.abc import Sequence
from math import isfinite

import torch
from torch import Tensor

from gpu_worker.engine.core import SamplingParams

# Nearly every draw falls on one of the likeliest tokens; sorting the whole vocabulary costs
# milliseconds a row.
_LIKELIEST = 256

# How a row is chosen, and a number drawn from [0, 1) for it.
Dice = tuple[SamplingParams, float]


def choose(logits: Tensor, dice: Sequence[Dice]) -> list[int]:
    """Choose a token for each row of ``[rows, vocabulary]``.

    A draw takes the tokens in the order of their probability until ``top_p`` is reached, and one
    of them by inverting their cumulated probability (Holtzman et al., 2019).

    Raises:
        ValueError: a row holds what is no number; every token chosen from it would be nonsense.
    """
    likeliest, ids = logits.max(-1)  # a NaN is the greatest of all
    # Both at once: a GPU is waited for once a step.
    best, found = torch.stack([likeliest.double(), ids.double()]).tolist()
    if not all(map(isfinite, best)):
        raise ValueError("the model's logits are not finite")
    chosen = [int(token) for token in found]
    for row, (params, luck) in enumerate(dice):
        if params.temperature > 0:
            scores = logits[row].float() / params.temperature
            chosen[row] = _draw(scores.softmax(-1), params.top_p, luck)
    return chosen


def _draw(probabilities: Tensor, top_p: float, u: float) -> int:
    size = len(probabilities)
    values, ids = probabilities.topk(min(_LIKELIEST, size))
    reached = values.double().cumsum(0)
    if len(ids) < size and reached[-1] <= (top_p if top_p < 1 else u):
        values, ids = probabilities.sort(descending=True)
        reached = values.double().cumsum(0)
    # The token with which top_p is reached is the last one that counts.
    last = int(torch.searchsorted(reached, top_p).clamp(max=len(ids) - 1))
    mass = float(reached[last]) if top_p < 1 or len(ids) == size else 1.0
    return int(ids[torch.searchsorted(reached, u * mass, right=True)])
