"""Which words stand in which text, and the two ways of weighing what they consist of.

``units`` are the texts that are scored; ``features`` are stems or character n-grams. Both
weightings are of the textbook: Okapi BM25 (Robertson and Zaragoza 2009) and TF-IDF with
logarithmic frequencies and cosine (Manning, Raghavan and Schütze 2008, chapter 6).

A text has ten times as many n-grams as words. So the words alone are kept for every unit, and the
n-grams once for every different word: all units get a bound from that, and few a score.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csc_array, csr_array

_K1 = 1.2
_B = 0.75
# Units whose n-grams are counted at once: some megabytes of them.
_PORTION = 1_024

Floats = NDArray[np.float32]
Places = NDArray[np.intp]
Featurise = Callable[[str], Sequence[str]]


class Tally:
    """Counts the words of one unit after another; ``ids`` may be shared and grows meanwhile."""

    def __init__(self, ids: dict[str, int]) -> None:
        self._ids = ids
        self._words = array("i")
        self._ends = array("q", [0])

    def add(self, words: Iterable[str]) -> None:
        """Count the words of the next unit."""
        ids = self._ids
        self._words.extend([ids.setdefault(word, len(ids)) for word in words])
        self._ends.append(len(self._words))

    def counts(self) -> csr_array:
        """Return how often each word (a column) occurs in each unit (a row)."""
        words = np.array(self._words, np.int32)
        ends = np.array(self._ends, np.int64)
        shape = (len(ends) - 1, len(self._ids))
        found = csr_array((np.ones(len(words), np.float32), words, ends), shape)
        found.sum_duplicates()
        return found


class Features:
    """What words consist of: how often each word (a row) has each feature (a column)."""

    def __init__(self, words: Iterable[str], featurise: Featurise) -> None:
        self.ids: dict[str, int] = {}
        tally = Tally(self.ids)
        for word in words:
            tally.add(featurise(word))
        self.of_words: csr_array = tally.counts()

    def known(self, query: dict[str, float]) -> tuple[NDArray[np.int32], Floats]:
        """Return the numbers of the features that there are, and their weights."""
        found = {self.ids[name]: weight for name, weight in query.items() if name in self.ids}
        return np.array([*found], np.int32), np.array([*found.values()], np.float32)


class Bm25:
    """Weights of the features of every unit by BM25; a question's are how often it has each."""

    def __init__(self, counts: csr_array, features: Features) -> None:
        found = counts @ features.of_words
        units = found.shape[0]
        lengths = np.asarray(found.sum(axis=1))
        seen = np.bincount(found.indices, minlength=found.shape[1])
        idf = np.log1p((units - seen + 0.5) / (seen + 0.5)).astype(np.float32)
        room = _K1 * (1 - _B + _B * lengths / max(1.0, float(lengths.mean()) if units else 1.0))
        rooms = np.repeat(room.astype(np.float32), np.diff(found.indptr))
        found.data *= idf[found.indices] * np.float32(_K1 + 1) / (found.data + rooms)
        self._features = features
        self._weights = csc_array(found)

    def score(self, query: dict[str, float]) -> Floats:
        """Return the product of every unit with the question; shape ``(units,)``."""
        columns, weights = self._features.known(query)
        return np.asarray(self._weights[:, columns] @ weights)


class TfIdf:
    """Weights of features by TF-IDF, each unit to length one. They are made when asked for."""

    def __init__(self, counts: csr_array, features: Features) -> None:
        units, of_words = counts.shape[0], features.of_words
        seen = np.zeros(of_words.shape[1], np.int64)
        for portion in _portions(units):
            seen += np.bincount((counts[portion] @ of_words).indices, minlength=len(seen))
        self.idf: Floats = (1.0 + np.log((1 + units) / (1 + seen))).astype(np.float32)
        self._lengths: Floats = np.ones(units, np.float32)
        for portion in _portions(units):
            found = counts[portion] @ of_words
            found.data = (self.idf[found.indices] * (1.0 + np.log(found.data))) ** 2
            self._lengths[portion] = np.sqrt(np.asarray(found.sum(axis=1)))
        # A unit without any words is like nothing, whatever it is divided by.
        self._lengths[self._lengths == 0.0] = 1.0
        self._counts = counts

    def bound(self, query: "GramQuery") -> Floats:
        """Return for every unit what its product with the question does not exceed.

        A frequency is at least its damped one, 1 + log: so a unit's product is at most the sum of
        its words', for which only the words need to be looked at.
        """
        products: Floats = self._counts @ query.score_words(self.idf)
        return products / self._lengths

    def score(self, query: "GramQuery", places: Places) -> Floats:
        """Return the product of some units with the question; shape ``(len(places),)``."""
        found = self._counts[places] @ query.of_words
        found.data = 1.0 + np.log(found.data)
        products: Floats = found @ query.weigh(self.idf)
        return products / self._lengths[places]


class Grams:
    """The n-grams of all words, by n-gram: a question has few of them."""

    def __init__(self, features: Features) -> None:
        self.ids = features.ids
        self._features = features
        self._by_feature = csc_array(features.of_words)

    def query(self, weights: dict[str, float]) -> "GramQuery":
        """Return what a question needs of them."""
        columns, values = self._features.known(weights)
        return GramQuery(columns, values, csr_array(self._by_feature[:, columns]))


class GramQuery:
    """The n-grams of one question: their weights, and which words have them."""

    def __init__(self, columns: NDArray[np.int32], weights: Floats, of_words: csr_array) -> None:
        self.of_words = of_words
        self._columns = columns
        self._weights = weights

    def weigh(self, idf: Floats) -> Floats:
        """Return the question's weights times those that the features have in some units."""
        return self._weights * idf[self._columns]

    def score_words(self, idf: Floats) -> Floats:
        """Return for every word the product of its n-grams with the question's."""
        return np.asarray(self.of_words @ self.weigh(idf))


def _portions(units: int) -> list[slice]:
    return [slice(start, start + _PORTION) for start in range(0, units, _PORTION)]
