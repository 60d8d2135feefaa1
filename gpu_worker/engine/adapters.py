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
    """Tokens that share columns; ``weights`` is ``[1 or tokens, columns]``, None: all ones."""

    tokens: slice
    columns: slice
    weights: Tensor | None


class StackedLinear(nn.Module):  # type: ignore[misc]  # torch is read without types
    """A linear module with every adapter's columns beside it: A ``[c, in]``, B ``[c, out]``."""

    def __init__(self, base: nn.Module, runs: list[Run], like: Tensor) -> None:
        super().__init__()
        self.base, self.runs = base, runs
        self.a = like.new_zeros(0, int(base.in_features))
        self.b = like.new_zeros(0, int(base.out_features))

    def forward(self, x: Tensor) -> Tensor:
        """Map ``[1, tokens, in]`` to ``[1, tokens, out]``."""
        y: Tensor = self.base(x)
        for run in self.runs if len(self.a) else ():
            low = x[0, run.tokens] @ self.a[run.columns].T
            if run.weights is not None:
                low *= run.weights
            y[0, run.tokens].addmm_(low, self.b[run.columns])
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
            module.a, module.b = a, b
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
        runs = [(slice(*ends), self._by_id[int(ids[ends[0]])]) for ends in pairwise(bounds)]
        runs = [run for run in runs if run[1].parts]
        if self._is_dense and runs:
            columns = slice(0, max(version.columns.stop for version in self._versions))
            table = np.zeros((len(ids), columns.stop), np.float32)
            for tokens, blend in runs:
                table[tokens] = _row(blend, columns)
            self._runs[:] = [Run(slice(None), columns, self._tensor(table))]
        else:
            self._runs[:] = [self._run(tokens, blend) for tokens, blend in runs]

    def _run(self, tokens: slice, blend: Blend) -> Run:
        owned = [version.columns for version, _ in blend.parts]
        columns = slice(min(own.start for own in owned), max(own.stop for own in owned))
        row = _row(blend, columns)
        return Run(tokens, columns, None if (row == 1).all() else self._tensor(row[None]))

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


def _row(blend: Blend, columns: slice) -> NDArray[np.float32]:
    row = np.zeros(columns.stop - columns.start, np.float32)
    for version, weight in blend.parts:
        row[version.columns.start - columns.start : version.columns.stop - columns.start] = weight
    return row


def _tall(old: Tensor, height: int) -> Tensor:
    if len(old) >= height:
        return old
    new = old.new_zeros(height, old.shape[1])
    new[: len(old)] = old
    return new
