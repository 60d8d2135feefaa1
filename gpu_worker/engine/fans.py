"""Fans: the linear modules that are given one tensor, as one product, with every adapter beside it.

A fan of q, k and v, or of gate and up, is multiplied at once, and so are the A of its adapters:
y = W x + B (A x), of which each adapter has its place in A ``[places, members, rank, in]`` and B
``[places, rank, out]``. Knows which token takes which place, nothing of names or requests.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from gpu_worker.engine.linears import join_linears, narrow

# Modules that transformers gives one tensor, by the names that its model families share.
_TOGETHER = (("q_proj", "k_proj", "v_proj"), ("gate_proj", "up_proj"))


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens that one adapter, or several by their weights, act on."""

    tokens: slice
    parts: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Few:
    """Short runs of one adapter each, side by side: as many rows for each of ``places``.

    ``take`` is ``[places * rows]``, the token that stands in each row (any where there is none);
    ``back`` is ``[tokens]``, the row in which each token stands.
    """

    tokens: slice
    places: slice
    take: Tensor
    back: Tensor


@dataclass(slots=True)
class Layout:
    """How the tokens of the next step meet the adapters.

    Either by ``table``, the weight of each place for each token, ``[tokens, places]``, or by
    ``few`` runs together and others one by one. ``weights`` is the table where the model is.
    ``generation`` is another number when the adapters lie in other tensors.
    """

    runs: Sequence[Run] = ()
    few: Few | None = None
    table: NDArray[np.float32] | None = None
    weights: Tensor | None = None
    generation: int = 0

    @property
    def is_bare(self) -> bool:
        """Whether no token meets any."""
        return not self.runs and self.few is None and self.weights is None


@dataclass(slots=True)
class Stack:
    """A fan's adapters: A ``[places, members, rank, in]``, B ``[places, rank, out]`` a member."""

    a: Tensor
    b: list[Tensor]
    _views: dict[tuple[int, int], tuple[Tensor, list[Tensor]]] = field(default_factory=dict)
    _converted: dict[tuple[int, torch.dtype], tuple[Tensor, list[Tensor]]] = field(
        default_factory=dict
    )

    @property
    def size(self) -> tuple[int, int]:
        """How many places there are, and the rank of each."""
        return self.a.shape[0], self.a.shape[2]

    def write(self, place: int, pairs: Sequence[tuple[Tensor, Tensor] | None]) -> None:
        """Put an adapter's A ``[rank, in]`` and B ``[out, rank]``, module by module, in a place."""
        self._converted.clear()
        self.a[place] = 0
        for member, (pair, b) in enumerate(zip(pairs, self.b, strict=True)):
            b[place] = 0
            if pair is not None:
                self.a[place, member, : len(pair[0])] = pair[0]
                b[place, : pair[1].shape[1]] = pair[1].T

    def at(self, place: int, dtype: torch.dtype) -> tuple[Tensor, list[Tensor]]:
        """Return the A ``[members * rank, in]`` and the B ``[rank, out]`` of one place."""
        if (place, dtype) not in self._converted:
            a, b = self.a[place].flatten(0, 1), [b[place] for b in self.b]
            self._converted[place, dtype] = a.to(dtype), [own.to(dtype) for own in b]
        return self._converted[place, dtype]

    def among(self, places: slice) -> tuple[Tensor, list[Tensor]]:
        """Return A as ``[places, in, members * rank]``, and B."""
        key = places.start, places.stop
        if key not in self._views:
            a = self.a[places].flatten(1, 2).transpose(1, 2)
            self._views[key] = a, [b[places] for b in self.b]
        return self._views[key]

    def low(self, rows: Tensor, tokens: slice, place: int, weight: float) -> tuple[Tensor, ...]:
        """Multiply some rows of ``[tokens, in]`` by one A: ``[tokens, rank]`` for each member."""
        low = narrow(rows, tokens, self.at(place, rows.dtype)[0])
        return tuple((low if weight == 1 else low * weight).chunk(len(self.b), 1))

    def few_lows(self, rows: Tensor, few: Few) -> tuple[Tensor, ...]:
        """Multiply short runs by their A: ``[places, rows, rank]`` for each member."""
        a, _ = self.among(few.places)
        own = rows.index_select(0, few.take).to(a.dtype).view(len(a), -1, rows.shape[1])
        return tuple(own.bmm(a).chunk(len(self.b), 2))


class Fan:
    """Modules that are given one tensor. Used by one thread."""

    def __init__(self, modules: Sequence[nn.Module], layout: Layout, like: Tensor) -> None:
        self.inputs = int(modules[0].in_features)
        self.outputs = [int(module.out_features) for module in modules]
        self.stack: Stack | None = None
        self._base, self._layout = join_linears(modules), layout
        # Few rows are multiplied in float32 even beside bfloat16: on a CPU that is faster.
        dtype = torch.float32 if like.device.type == "cpu" else like.dtype
        self._own = {"dtype": dtype, "device": like.device}
        self._x: Tensor | None = None
        self._ys: Sequence[Tensor] = ()

    @property
    def is_adapted(self) -> bool:
        """Whether an adapter may change it."""
        return self.stack is not None

    def reserve(self, places: int, rank: int) -> None:
        """Have room for so many adapters of such a rank; what it holds stays."""
        if self.stack is None or self.stack.size != (places, rank):
            self.stack = self.enlarged(places, rank)

    def write(self, place: int, pairs: Sequence[tuple[Tensor, Tensor] | None]) -> None:
        """Put an adapter's A ``[rank, in]`` and B ``[out, rank]``, module by module, in a place.

        There must be room for it.
        """
        if self.stack is not None:
            self.stack.write(place, pairs)

    def enlarged(self, places: int, rank: int) -> Stack:
        """Return a stack for so many adapters of such a rank that holds what this one's holds."""
        a = torch.zeros(places, len(self.outputs), rank, self.inputs, **self._own)
        b = [torch.zeros(places, rank, out, **self._own) for out in self.outputs]
        if self.stack is not None:
            held, _, height, _ = self.stack.a.shape
            a[:held, :, :height] = self.stack.a
            for new, old in zip(b, self.stack.b, strict=True):
                new[:held, :height] = old
        return Stack(a, b)

    def output(self, x: Tensor, member: int) -> Tensor:
        """Map ``[1, tokens, in]`` to a member's ``[1, tokens, out]``; the first makes all."""
        if x is not self._x:
            self._x, self._ys = x, self._forward(x)
        y = self._ys[member]
        if member == len(self.outputs) - 1:
            self._x, self._ys = None, ()  # what is kept until the next step takes memory from it
        return y

    def _forward(self, x: Tensor) -> Sequence[Tensor]:
        stack, layout = self.stack, self._layout
        if stack is None or layout.is_bare:
            return self._base(x)
        if layout.weights is not None:
            return self._all(x, stack, layout.weights)
        # The narrow products come first: x is in the cache yet, from where W pushes it out.
        rows, few = x[0], layout.few
        few_lows = stack.few_lows(rows, few) if few else ()
        lows = [
            (run.tokens, place, stack.low(rows, run.tokens, place, weight))
            for run in layout.runs
            for place, weight in run.parts
        ]
        ys = self._base(x)
        outs = [y[0] for y in ys]
        if few is not None:
            for out, low, b in zip(outs, few_lows, stack.among(few.places)[1], strict=True):
                more = low.bmm(b).flatten(0, 1).index_select(0, few.back)
                out[few.tokens].add_(more)
        for tokens, place, parts in lows:
            for out, low, b in zip(outs, parts, stack.at(place, x.dtype)[1], strict=True):
                out[tokens].addmm_(low, b)
        return ys

    def _all(self, x: Tensor, stack: Stack, weights: Tensor) -> Sequence[Tensor]:
        """One product over all places for all tokens: few launches, for a GPU."""
        ys, rows = self._base(x), x[0]
        low = (rows @ stack.a.flatten(0, 2).T).view(len(rows), *stack.a.shape[:3])
        low *= weights[:, : len(stack.a), None, None]
        for member, (y, b) in enumerate(zip(ys, stack.b, strict=True)):
            y[0].addmm_(low[:, :, member].flatten(1), b.flatten(0, 1))
        return ys


class Member(nn.Module):  # type: ignore[misc]  # torch is read without types
    """What stands in a model in place of a linear module."""

    def __init__(self, fan: Fan, place: int) -> None:
        super().__init__()
        self.fan, self.place = fan, place

    def forward(self, x: Tensor) -> Tensor:
        """Map ``[1, tokens, in]`` to ``[1, tokens, out]``."""
        return self.fan.output(x, self.place)


def fan_out(model: nn.Module, layout: Layout) -> dict[tuple[str, ...], Fan]:
    """Replace a model's linear modules, all but the output layer; return fans by their modules."""
    like = next(p for p in model.parameters() if p.is_floating_point())
    fans = {}
    for names in list(_groups(model)):
        fan = Fan([model.get_submodule(name) for name in names], layout, like)
        for place, name in enumerate(names):
            model.set_submodule(name, Member(fan, place))
        fans[names] = fan
    return fans


def _groups(model: nn.Module) -> Iterator[tuple[str, ...]]:
    groups: dict[tuple[str, ...], list[str]] = {}
    head = model.get_output_embeddings()
    for name, module in model.named_modules():
        if hasattr(module, "in_features") and module is not head:
            parent, _, own = name.rpartition(".")
            together = next((group for group in _TOGETHER if own in group), (own,))
            groups.setdefault((parent, *together), []).append(name)
    return map(tuple, groups.values())
