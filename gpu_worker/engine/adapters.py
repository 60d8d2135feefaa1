"""Stacked adapters: any mix of LoRA adapters in one batch, as two narrow matrix products.

y = W x + B (m * (A x)): the A of every adapter stand in one tall matrix, the B, scaled, in one
wide one, and m says for each token which columns count, and how much. Knows token ranges and
blends, nothing of requests.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from gpu_worker.engine.core import UnknownAdapter

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class AdapterWeights:
    """An adapter as read: per module A ``[r, in]`` and B ``[out, r]``, its scaling in B.

    ``invocation`` are the tokens from whose last occurrence on it acts (aLoRA); none: at once.
    """

    rank: int
    pairs: Mapping[str, tuple[Tensor, Tensor]]
    invocation: tuple[int, ...] = ()


@dataclass(eq=False, slots=True)
class Version:
    """A loaded adapter: the columns it owns until it is unloaded and its last request ended."""

    columns: slice
    invocation: tuple[int, ...]
    users: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Blend:
    """Versions and their weights; ``id`` is never used again, 0 is the bare model."""

    id: int
    parts: tuple[tuple[Version, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """``size`` tokens that share columns (none: the bare model).

    ``weights`` is ``[1 or size, columns]``, None: all ones.
    """

    size: int
    columns: tuple[int, int] = (0, 0)
    weights: Tensor | None = None


class StackedLinear(nn.Module):  # type: ignore[misc]  # torch is read without types
    """A linear module with every adapter's columns beside it: A ``[c, in]``, B ``[c, out]``."""

    def __init__(self, base: nn.Module, runs: list[Run], like: Tensor) -> None:
        super().__init__()
        self.base, self.runs = base, runs
        self.a = like.new_zeros(0, int(base.in_features))
        self.b = like.new_zeros(0, int(base.out_features))
        self._views: dict[tuple[int, int], tuple[Tensor, Tensor]] = {}

    def grow(self, a: Tensor, b: Tensor) -> None:
        """Take taller matrices."""
        self.a, self.b = a, b
        self._views.clear()

    def forward(self, x: Tensor) -> Tensor:
        """Map ``[1, tokens, in]`` to ``[1, tokens, out]``."""
        y: Tensor = self.base(x)
        if not len(self.a) or not any(run.columns[1] for run in self.runs):
            return y
        # Views are made by few calls and kept: one costs as much as a short product.
        sizes = [run.size for run in self.runs]
        for run, own, out in zip(self.runs, x[0].split(sizes), y[0].split(sizes), strict=True):
            if not run.columns[1]:
                continue
            if run.columns not in self._views:
                columns = slice(*run.columns)
                self._views[run.columns] = self.a[columns].T, self.b[columns]
            a, b = self._views[run.columns]
            low = own.mm(a)
            out.addmm_(low if run.weights is None else low.mul_(run.weights), b)
        return y


class AdapterStack:
    """Every loaded adapter of one model. Changed only between two steps.

    Args:
        model: its linear modules, all but the output layer, are replaced.
        is_dense: one product over all columns for all tokens (few launches, for a GPU) instead of
            one a blend over its own columns (few operations, for a CPU).
    """

    def __init__(self, model: nn.Module, *, is_dense: bool) -> None:
        self._is_dense = is_dense
        self._runs: list[Run] = []
        self._like = next(p for p in model.parameters() if p.is_floating_point())
        self._modules: dict[str, StackedLinear] = {}
        self._named: dict[str, Version] = {}
        self._versions: list[Version] = []
        self._blends: dict[tuple[tuple[Version, float], ...], Blend] = {(): Blend(0)}
        self._by_id = {0: self._blends[()]}
        self._ids = count(1)
        head = model.get_output_embeddings()
        for name, module in list(model.named_modules()):
            if hasattr(module, "in_features") and module is not head:
                self._modules[name] = StackedLinear(module, self._runs, self._like)
                model.set_submodule(name, self._modules[name])

    @property
    def names(self) -> frozenset[str]:
        """The adapters that a request may name."""
        return frozenset(self._named)

    @property
    def shapes(self) -> dict[str, tuple[int, int]]:
        """For each module that an adapter may change: its inputs and outputs."""
        return {name: (m.a.shape[1], m.b.shape[1]) for name, m in self._modules.items()}

    def pin(self, adapters: Mapping[str, float], prompt: Sequence[int]) -> list[tuple[int, Blend]]:
        """Return from which token of the prompt on which blend acts; hold its versions.

        Raises:
            UnknownAdapter: one is not loaded.
        """
        if unknown := sorted(set(adapters) - set(self._named)):
            raise UnknownAdapter(f"no adapter {unknown[0]!r} is loaded")
        acting = [(self._named[name], weight) for name, weight in adapters.items() if weight]
        starts = [_last(version.invocation, prompt) for version, _ in acting]
        spans = [
            (at, self._blend([p for p, start in zip(acting, starts, strict=True) if start <= at]))
            for at in sorted({0, *starts} - {len(prompt)})
        ]
        for version, _ in spans[-1][1].parts:
            version.users += 1
        return spans

    def unpin(self, blend: Blend) -> None:
        """Let go of a blend's versions; retired ones without users leave their columns."""
        for version, _ in blend.parts:
            version.users -= 1
            self._free(version)

    def add(self, name: str, weights: AdapterWeights) -> None:
        """Write an adapter into free columns; requests that use its old version keep that."""
        columns = self._room(weights.rank)
        width = max([columns.stop, *(version.columns.stop for version in self._versions)])
        # All that can run out of memory comes before the first change.
        grown = {
            module: (_tall(module.a, width), _tall(module.b, width))
            for key, module in self._modules.items()
            if key in weights.pairs or len(module.a)
        }
        for module, (a, b) in grown.items():
            module.grow(a, b)
            a[columns], b[columns] = 0, 0
        for key, (low, high) in weights.pairs.items():
            own = slice(columns.start, columns.start + len(low))
            self._modules[key].a[own], self._modules[key].b[own] = low, high.T
        if name in self._named:
            self.remove(name)
        self._named[name] = Version(columns, weights.invocation)
        self._versions.append(self._named[name])

    def remove(self, name: str) -> None:
        """Forget a name at once, and its columns when its last request ended."""
        if name not in self._named:
            raise UnknownAdapter(f"no adapter {name!r} is loaded")
        version = self._named.pop(name)
        version.retired = True
        self._free(version)

    def select(self, ids: Ints) -> None:
        """Say which blend each token of the next step has; ``ids`` is ``[tokens]``."""
        bounds = [0, *(np.flatnonzero(np.diff(ids)) + 1).tolist(), len(ids)]
        spans = [(slice(*ends), self._by_id[int(ids[ends[0]])]) for ends in pairwise(bounds)]
        groups = [spans] if self._is_dense else [[span] for span in spans]
        self._runs[:] = [self._run(group) for group in groups]

    def _run(self, group: list[tuple[slice, Blend]]) -> Run:
        first, size = group[0][0].start, group[-1][0].stop - group[0][0].start
        owned = [version.columns for _, blend in group for version, _ in blend.parts]
        if not owned:
            return Run(size)
        start, stop = min(own.start for own in owned), max(own.stop for own in owned)
        table = np.zeros((size if len(group) > 1 else 1, stop), np.float32)
        for tokens, blend in group:
            for version, weight in blend.parts:
                table[tokens.start - first : tokens.stop - first, version.columns] = weight
        is_plain = bool((table[:, start:] == 1).all())
        return Run(size, (start, stop), None if is_plain else self._tensor(table[:, start:]))

    def _tensor(self, table: NDArray[np.float32]) -> Tensor:
        return torch.from_numpy(table).to(self._like.device, self._like.dtype)

    def _blend(self, acting: list[tuple[Version, float]]) -> Blend:
        parts = tuple(sorted(acting, key=lambda part: part[0].columns.start))
        if parts not in self._blends:
            blend = self._blends[parts] = Blend(next(self._ids), parts)
            self._by_id[blend.id] = blend
        return self._blends[parts]

    def _room(self, rank: int) -> slice:
        """The first free columns that are wide enough."""
        start = 0
        for used in sorted((v.columns for v in self._versions), key=lambda own: own.start):
            if used.start - start >= rank:
                break
            start = used.stop
        return slice(start, start + rank)

    def _free(self, version: Version) -> None:
        if version.retired and not version.users:
            self._versions.remove(version)
            for parts in [p for p in self._blends if any(v is version for v, _ in p)]:
                del self._by_id[self._blends.pop(parts).id]


def _last(invocation: tuple[int, ...], prompt: Sequence[int]) -> int:
    """Where the invocation last begins in the prompt; the prompt's length if nowhere."""
    size, tokens = len(invocation), tuple(prompt)
    places = range(len(tokens) - size, -1, -1) if size else (0,)
    return next((at for at in places if tokens[at : at + size] == invocation), len(tokens))


def _tall(old: Tensor, height: int) -> Tensor:
    if len(old) >= height:
        return old
    new = old.new_zeros(height, old.shape[1])
    new[: len(old)] = old
    return new
