"""Tails: the fans of a GPU, whose adapters' A are further rows of the base's own weights.

``W`` of q, k and v, of gate and up, or of one module alone, and behind it every adapter's A: one
product gives ``[W x, A x]``, and no launch is spent on A. What B adds is added by whoever reads the
product (``kernels.py``). All of B lies in one tensor, ``[places, rank, outputs]``.
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn.functional import linear

from gpu_worker.engine.fans import Layout

# Tensor cores multiply by sixteen; a kernel's ranks are powers of two.
_LEAST_RANK = 16


class Tail:
    """The linear modules that are given one tensor, with every adapter. Used by one thread.

    Attributes:
        bias: ``[outputs]``, not added by the product; none if no module has one.
        up: B of every place, ``[places, rank, outputs]``.
    """

    def __init__(self, modules: Sequence[nn.Linear], layout: Layout) -> None:
        self.inputs = int(modules[0].in_features)
        self.outputs = [int(module.out_features) for module in modules]
        self.bias = _joined_bias(modules)
        self._layout = layout
        self._weight = torch.cat([module.weight.detach() for module in modules])
        self.up = self._weight.new_zeros(0, _LEAST_RANK, sum(self.outputs))

    def __call__(self, x: Tensor) -> Tensor:
        """Map ``[tokens, in]`` to ``[tokens, outputs + places * members * rank]``."""
        return linear(x, self._weight)

    @property
    def is_adapted(self) -> bool:
        """Whether an adapter may change it."""
        return len(self.up) > 0

    def reserve(self, places: int, rank: int) -> None:
        """Have room for so many adapters of such a rank; what it holds stays."""
        height = max(_LEAST_RANK, 1 << (rank - 1).bit_length())
        if self.up.shape[:2] == (places, height):
            return
        base, members = sum(self.outputs), len(self.outputs)
        weight = self._weight.new_zeros(base + places * members * height, self.inputs)
        up = self.up.new_zeros(places, height, base)
        held, low, _ = self.up.shape
        weight[:base] = self._weight[:base]
        self._down(weight, up)[:held, :, :low] = self._down(self._weight, self.up)
        up[:held, :low] = self.up
        self._weight, self.up = weight, up
        self._layout.generation += 1

    def write(self, place: int, pairs: Sequence[tuple[Tensor, Tensor] | None]) -> None:
        """Put an adapter's A ``[rank, in]`` and B ``[out, rank]``, module by module, in a place.

        There must be room for it.
        """
        down = self._down(self._weight, self.up)[place].zero_()
        up = self.up[place].zero_().split(self.outputs, 1)
        for pair, own_down, own_up in zip(pairs, down, up, strict=True):
            if pair is not None:
                own_down[: len(pair[0])] = pair[0]
                own_up[: pair[1].shape[1]] = pair[1].T

    def _down(self, weight: Tensor, up: Tensor) -> Tensor:
        """Return A of every place, ``[places, members, rank, in]``, where it lies."""
        places, rank, base = up.shape
        return weight[base:].view(places, len(self.outputs), rank, self.inputs)


def _joined_bias(modules: Sequence[nn.Linear]) -> Tensor | None:
    if all(module.bias is None for module in modules):
        return None
    nothing = [module.weight.new_zeros(module.out_features) for module in modules]
    parts = zip(modules, nothing, strict=True)
    return torch.cat([none if own.bias is None else own.bias.detach() for own, none in parts])
