"""An inverted index in three arrays, and the two ways of weighting it.

``units`` are the texts that are scored; ``features`` are stems or character n-grams. Both
weightings are of the textbook: Okapi BM25 (Robertson and Zaragoza 2009) and TF-IDF with
logarithmic frequencies and cosine (Manning, Raghavan and Schütze 2008, chapter 6).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_K1 = 1.2
_B = 0.75

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Featurise = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each word occurs in each unit: parallel arrays of one entry a pair."""

    words: tuple[str, ...]
    unit: Ints
    word: Ints
    count: Ints
    units: int


@dataclass(frozen=True, slots=True)
class Postings:
    """For each feature the units that have it (``start[f]:start[f + 1]``) and their weights."""

    features: Mapping[str, int]
    start: Ints
    unit: Ints
    weight: Floats
    idf: Floats
    units: int

    def dot(self, query: Iterable[tuple[str, float]]) -> Floats:
        """Return the product of every unit with the query's weights; shape ``(units,)``."""
        units, weights = [], []
        for name, weight in query:
            feature = self.features.get(name)
            if feature is not None:
                here = slice(self.start[feature], self.start[feature + 1])
                units.append(self.unit[here])
                weights.append(self.weight[here] * np.float32(weight))
        if not units:
            return np.zeros(self.units, dtype=np.float32)
        sums = np.bincount(np.concatenate(units), np.concatenate(weights), minlength=self.units)
        return sums.astype(np.float32)


def count_words(units: Sequence[Sequence[str]]) -> Counts:
    """Count the words of each unit."""
    ids: dict[str, int] = {}
    flat = [ids.setdefault(word, len(ids)) for unit in units for word in unit]
    owner = np.repeat(np.arange(len(units)), [len(unit) for unit in units])
    pairs, count = np.unique(
        owner * max(1, len(ids)) + np.array(flat, np.int64), return_counts=True
    )
    unit, word = np.divmod(pairs, max(1, len(ids)))
    return Counts(tuple(ids), unit, word, count, len(units))


def bm25(counts: Counts, featurise: Featurise) -> Postings:
    """Weigh features by BM25; a query's weights are how often it has each feature."""
    names, start, unit, frequency = _expand(counts, featurise)
    lengths = np.bincount(unit, frequency, minlength=counts.units)
    seen = np.diff(start)
    idf = np.log1p((counts.units - seen + 0.5) / (seen + 0.5))
    room = _K1 * (1 - _B + _B * lengths / max(1.0, float(lengths.mean()) if counts.units else 1.0))
    weight = np.repeat(idf, seen) * frequency * (_K1 + 1) / (frequency + room[unit])
    return Postings(names, start, unit, _f32(weight), _f32(idf), counts.units)


def tfidf(counts: Counts, featurise: Featurise) -> Postings:
    """Weigh features by TF-IDF, each unit to length one."""
    names, start, unit, frequency = _expand(counts, featurise)
    seen = np.diff(start)
    idf = 1.0 + np.log((1 + counts.units) / (1 + seen))
    weight = np.repeat(idf, seen) * (1.0 + np.log(frequency))
    lengths = np.sqrt(np.bincount(unit, weight**2, minlength=counts.units))
    weight /= lengths[unit]
    return Postings(names, start, unit, _f32(weight), _f32(idf), counts.units)


def _f32(values: NDArray[np.float64]) -> Floats:
    return values.astype(np.float32)


def _expand(
    counts: Counts, featurise: Featurise
) -> tuple[dict[str, int], Ints, Ints, NDArray[np.float64]]:
    """Count features instead of words: (their ids, starts, units, frequencies) by feature.

    Each different word is taken apart once, however often it occurs.
    """
    ids: dict[str, int] = {}
    parts = [[ids.setdefault(name, len(ids)) for name in featurise(word)] for word in counts.words]
    sizes = np.array([len(part) for part in parts], np.int64)
    begins = np.concatenate(([0], np.cumsum(sizes)))
    flat = np.array([feature for part in parts for feature in part], np.int64)
    repeat = sizes[counts.word] if len(counts.word) else np.zeros(0, np.int64)
    within = np.arange(repeat.sum()) - np.repeat(np.cumsum(repeat) - repeat, repeat)
    feature = flat[np.repeat(begins[counts.word], repeat) + within]
    key = feature * counts.units + np.repeat(counts.unit, repeat)
    pairs, position = np.unique(key, return_inverse=True)
    frequency = np.bincount(position, np.repeat(counts.count, repeat), minlength=len(pairs))
    feature, unit = np.divmod(pairs, max(1, counts.units))
    start = np.searchsorted(feature, np.arange(len(ids) + 1)).astype(np.int64)
    return ids, start, unit, frequency.astype(np.float64)
