"""Stacked adapters: any mix of LoRA adapters in one batch.

Which adapters there are, in which versions, who uses them, and which tokens of the next step meet
which of them. Knows token ranges and blends, nothing of requests; the products are in ``fans.py``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from gpu_worker.engine.core import UnknownAdapter
from gpu_worker.engine.fans import Few, Layout, Run

Ints = NDArray[np.int64]

# Up to so many tokens of an adapter are padded to as many as its neighbours have.
_FEW = 8
_SPARSE = 3


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
    """A loaded adapter: the place it has until it is unloaded and its last request ended."""

    place: int
    invocation: tuple[int, ...]
    users: int = 0
    retired: bool = False


class Fan(Protocol):
    """Modules that are given one tensor, and beside them their share of every adapter."""

    inputs: int
    outputs: list[int]

    @property
    def is_adapted(self) -> bool:
        """Whether an adapter may change it."""

    def reserve(self, places: int, rank: int) -> None:
        """Have room for so many adapters of such a rank; what it holds stays.

        Raises:
            RuntimeError: there is no memory for it; nothing changed.
        """

    def write(self, place: int, pairs: Sequence[tuple[Tensor, Tensor] | None]) -> None:
        """Put an adapter's A ``[rank, in]`` and B ``[out, rank]``, module by module, in a place."""


Fans = Mapping[tuple[str, ...], Fan]


@dataclass(frozen=True, slots=True)
class Blend:
    """Versions and their weights; ``id`` is never used again, 0 is the bare model."""

    id: int
    parts: tuple[tuple[Version, float], ...] = ()


class AdapterStack:
    """Every loaded adapter of one model. Changed only between two steps.

    Args:
        fans: the linear modules that adapters change, by their names.
        layout: what the fans read before each step.
        is_dense: one product over all adapters for all tokens (few launches, for a GPU) instead
            of one for each run of tokens over its own (few operations, for a CPU).
    """

    def __init__(self, fans: Fans, layout: Layout, *, is_dense: bool) -> None:
        self._is_dense = is_dense
        self._fans, self._layout = fans, layout
        self._places = self._rank = 0
        self._named: dict[str, Version] = {}
        self._versions: list[Version] = []
        self._blends: dict[tuple[tuple[Version, float], ...], Blend] = {(): Blend(0)}
        self._by_id = {0: self._blends[()]}
        self._ids = count(1)

    @property
    def names(self) -> frozenset[str]:
        """The adapters that a request may name."""
        return frozenset(self._named)

    @property
    def shapes(self) -> dict[str, tuple[int, int]]:
        """For each module that an adapter may change: its inputs and outputs."""
        return {
            name: (fan.inputs, out)
            for names, fan in self._fans.items()
            for name, out in zip(names, fan.outputs, strict=True)
        }

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
        """Let go of a blend's versions; retired ones without users leave their places."""
        for version, _ in blend.parts:
            version.users -= 1
            self._free(version)

    def add(self, name: str, weights: AdapterWeights) -> None:
        """Write an adapter into a free place; requests that use its old version keep that."""
        taken = {version.place for version in self._versions}
        place = next(place for place in count() if place not in taken)
        pairs = {
            fan: [weights.pairs.get(module) for module in modules]
            for modules, fan in self._fans.items()
        }
        touched = {fan: own for fan, own in pairs.items() if fan.is_adapted or any(own)}
        # All that can run out of memory comes before the first change that is seen.
        self._places = max(self._places, place + 1)
        self._rank = max(self._rank, weights.rank)
        for fan in touched:
            fan.reserve(self._places, self._rank)
        for fan, own in touched.items():
            fan.write(place, own)
        if name in self._named:
            self.remove(name)
        self._named[name] = Version(place, weights.invocation)
        self._versions.append(self._named[name])

    def remove(self, name: str) -> None:
        """Forget a name at once, and its place when its last request ended."""
        if name not in self._named:
            raise UnknownAdapter(f"no adapter {name!r} is loaded")
        version = self._named.pop(name)
        version.retired = True
        self._free(version)

    def select(self, ids: Ints) -> None:
        """Say which blend each token of the next step has; ``ids`` is ``[tokens]``."""
        bounds = [0, *(np.flatnonzero(np.diff(ids)) + 1).tolist(), len(ids)]
        spans = [(slice(*ends), self._by_id[int(ids[ends[0]])].parts) for ends in pairwise(bounds)]
        runs = [
            Run(tokens, tuple((version.place, weight) for version, weight in parts))
            for tokens, parts in spans
            if parts
        ]
        layout = self._layout
        layout.runs, layout.few, layout.table = runs, None, None
        if self._is_dense:
            layout.runs, layout.table = [], self._table(runs, len(ids)) if runs else None
        elif len(short := _short(runs)) > 1:
            layout.runs, layout.few = runs[len(short) :], _side_by_side(short)

    def _table(self, runs: Sequence[Run], tokens: int) -> NDArray[np.float32]:
        table = np.zeros((tokens, self._places), np.float32)
        for run in runs:
            for place, weight in run.parts:
                table[run.tokens, place] = weight
        return table

    def _blend(self, acting: list[tuple[Version, float]]) -> Blend:
        parts = tuple(sorted(acting, key=lambda part: part[0].place))
        if parts not in self._blends:
            blend = self._blends[parts] = Blend(next(self._ids), parts)
            self._by_id[blend.id] = blend
        return self._blends[parts]

    def _free(self, version: Version) -> None:
        if version.retired and not version.users:
            self._versions.remove(version)
            for parts in [p for p in self._blends if any(v is version for v, _ in p)]:
                del self._by_id[self._blends.pop(parts).id]


def _short(runs: Sequence[Run]) -> list[Run]:
    """Return the runs at the beginning, one behind the other, that few rows of one adapter make.

    Those who answer come first in a step.
    """
    short: list[Run] = []
    for run in runs:
        is_next = not short or run.tokens.start == short[-1].tokens.stop
        is_few = run.tokens.stop - run.tokens.start <= _FEW and [w for _, w in run.parts] == [1]
        if not (is_next and is_few):
            break
        short.append(run)
    places = {run.parts[0][0] for run in short}
    # What lies between the places is multiplied too, for nothing.
    is_dense = bool(places) and max(places) - min(places) < _SPARSE * len(places)
    return short if is_dense else []


def _side_by_side(runs: Sequence[Run]) -> Few:
    """Lay short runs, one behind the other, out in as many rows for each place."""
    tokens: dict[int, list[int]] = {}
    for run in runs:
        tokens.setdefault(run.parts[0][0], []).extend(range(run.tokens.start, run.tokens.stop))
    start, first, last = runs[0].tokens.start, min(tokens), max(tokens)
    rows = max(map(len, tokens.values()))
    take = np.zeros((last + 1 - first, rows), np.int64)
    back = np.zeros(runs[-1].tokens.stop - start, np.int64)
    for place, own in tokens.items():
        take[place - first, : len(own)] = own
        back[np.array(own) - start] = (place - first) * rows + np.arange(len(own))
    return Few(
        slice(start, start + len(back)),
        slice(first, last + 1),
        torch.from_numpy(take.ravel()),
        torch.from_numpy(back),
    )


def _last(invocation: tuple[int, ...], prompt: Sequence[int]) -> int:
    """Where the invocation last begins in the prompt; the prompt's length if nowhere."""
    size, tokens = len(invocation), tuple(prompt)
    places = range(len(tokens) - size, -1, -1) if size else (0,)
    return next((at for at in places if tokens[at : at + size] == invocation), len(tokens))
