"""Where keys and values live: slots of equal length, each with the stamps of what it holds.

A cached token's identity is its stamp, (blend that computed it, token), see ``request.py``. The
longest common run of stamps is what a new request need not compute: a shared system prompt, a
conversation's earlier turns, and never another adapter's keys. Knows nothing of requests.
"""

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from gpu_worker.engine.adapters import Ints

# Zeros of a shape: what was never written is masked out, and a mask does not stop a NaN.
_Make = Callable[[Tensor, Sequence[int]], Tensor]


class Slots:
    """Keys and values of all layers, each ``[slots, heads, context, head_dim]``.

    Attributes:
        layers: the keys and the values of each layer.
        generation: another number when ``layers`` are other tensors.

    Raises:
        RuntimeError: there is no memory for them.
    """

    def __init__(
        self,
        layers: int,
        shape: tuple[int, int, int, int],
        like: Tensor,
        *,
        is_by_token: bool = False,
    ) -> None:
        self._make = _by_token if is_by_token else torch.Tensor.new_zeros
        self.layers = [(self._make(like, shape), self._make(like, shape)) for _ in range(layers)]
        self.generation = 0
        self.context = shape[2]
        self._stamps: Ints = np.zeros((shape[0], shape[2]), np.int64)
        self._filled: Ints = np.zeros(shape[0], np.int64)
        self._used_at: Ints = np.zeros(shape[0], np.int64)
        self._free = set(range(shape[0]))
        self._clock = 0

    @property
    def free(self) -> int:
        """Slots that no request owns; they still hold what may be used again."""
        return len(self._free)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._filled)

    @property
    def cached_tokens(self) -> int:
        """Tokens held in all slots."""
        return int(self._filled.sum())

    def take(self, stamps: Ints) -> tuple[int, int]:
        """Give a free slot to a request; return it and how many of its tokens are there already.

        A slot is continued if that loses little of what it holds; else the common part is copied
        into the free slot that was not used for longest. The last token is always computed.
        """
        best, common = self._closest(stamps[:-1])
        slot = min(self._free, key=lambda free: self._used_at[free])
        if best in self._free and 2 * common >= self._filled[best]:
            slot = best
        elif common:
            for keys, values in self.layers:
                keys[slot, :, :common] = keys[best, :, :common]
                values[slot, :, :common] = values[best, :, :common]
            self._stamps[slot, :common] = stamps[:common]
            self._used_at[best] = self._clock
        self._free.discard(slot)
        self._filled[slot] = common
        return slot, common

    def fill(self, slot: int, stamps: Ints) -> None:
        """Say which tokens a step wrote behind the ones that a slot held."""
        start = self._filled[slot]
        self._stamps[slot, start : start + len(stamps)] = stamps
        self._filled[slot] = start + len(stamps)

    def give_back(self, slot: int) -> None:
        """Let others have the slot; what it holds can be used again until they do."""
        self._clock += 1
        self._used_at[slot] = self._clock
        self._free.add(slot)

    def shrink(self) -> dict[int, int]:
        """Give up the slots that are free, all but one; return the new number of the others.

        Raises:
            RuntimeError: there is no memory to begin with; nothing changed.
        """
        spare = sorted(self._free, key=lambda free: self._used_at[free])[:-1]
        kept = [slot for slot in range(self.count) if slot not in spare]
        # One by one: each gives back more than the next one takes.
        for at, layer in enumerate(self.layers):
            self.layers[at] = _kept(layer, kept, self._make)
        self.generation += 1
        self._stamps, self._filled = self._stamps[kept], self._filled[kept]
        self._used_at = self._used_at[kept]
        moved = {old: new for new, old in enumerate(kept)}
        self._free = {moved[slot] for slot in self._free if slot in moved}
        return moved

    def _closest(self, stamps: Ints) -> tuple[int, int]:
        same = np.zeros((self.count, len(stamps) + 1), bool)
        same[:, :-1] = self._stamps[:, : len(stamps)] == stamps
        runs = np.minimum(same.argmin(1), self._filled)
        best = int(np.lexsort((-self._used_at, -runs))[0])
        return best, int(runs[best])


def rows(layer: Tensor) -> Tensor:
    """Return a layer's keys or values by token, ``[slots * context + 1, heads, head_dim]``.

    The token behind the last slot belongs to nobody: a step writes there what nobody will read.
    """
    slots, heads, context, dim = layer.shape
    return layer.as_strided((slots * context + 1, heads, dim), (heads * dim, dim, 1))


def _by_token(like: Tensor, shape: Sequence[int]) -> Tensor:
    """Make room of a shape in which the heads of a token stand side by side."""
    slots, heads, context, dim = shape
    room = like.new_zeros(slots * context + 1, heads, dim)
    return room[:-1].view(slots, context, heads, dim).transpose(1, 2)


def _kept(layer: tuple[Tensor, Tensor], slots: list[int], make: _Make) -> tuple[Tensor, Tensor]:
    new = [make(part, (len(slots), *part.shape[1:])) for part in layer]
    for fresh, part in zip(new, layer, strict=True):
        for at, slot in enumerate(slots):
            fresh[at] = part[slot]
    return new[0], new[1]
