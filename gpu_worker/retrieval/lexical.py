"""Exact lexical scores of the passages of a site: stems and character n-grams.

A passage is scored twice, because a question resembles the way others ask for the passage, and its
details stand in the text: as it is asked for (title and phrasings), and as a whole. Each side has
an index of its own, with its own rarities and lengths.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

import numpy as np
from scipy.sparse import csr_array

from gpu_worker.retrieval.gloss import known_words, knows
from gpu_worker.retrieval.postings import (
    Bm25,
    Features,
    Floats,
    GramQuery,
    Grams,
    Places,
    Tally,
    TfIdf,
)
from gpu_worker.retrieval.slips import Slips
from gpu_worker.retrieval.words import grams, is_common, stem, words
from shared.storage.vectors import StoredPassage

# BM25 grows with the number of rare words found, and rarity with the number of passages. Divided by
# so many of the rarest words it comes near the 0 to 1 of a cosine, in a small index as in a large.
_RAREST_WORDS = 4.0
# Everyday words still tell «как подключить» from «не подключается», but they tell little.
_COMMON_STEM = 0.4
_COMMON_GRAM = 0.3
# Shorter words are one slip away from too many others, and rarer ones are slips themselves.
_LONG_ENOUGH = 5
_VOCABULARY = 30_000


class _Side:
    """Stems and n-grams of one text a passage."""

    def __init__(self, counts: csr_array, stems: Features, parts: Features) -> None:
        self.stems = Bm25(counts, stems)
        self.grams = TfIdf(counts, parts)
        self._scale = 1.0 / (_RAREST_WORDS * max(1.0, math.log1p(counts.shape[0] / 1.5)))

    def score_stems(self, stems: dict[str, float]) -> Floats:
        """Score every passage by stems, from 0 to about 1."""
        return self.stems.score(stems) * np.float32(self._scale)


class Comparison:
    """How the passages compare with one text: all of them roughly, and any exactly."""

    def __init__(self, sides: Sequence[_Side], stems: dict[str, float], parts: GramQuery) -> None:
        self._sides = sides
        self._parts = parts
        self._stems = [side.score_stems(stems) for side in sides]

    def bounds(self) -> tuple[Floats, Floats]:
        """Return what the scores of every passage do not exceed; both of shape ``(n,)``."""
        asked, whole = (
            stems + side.grams.bound(self._parts)
            for side, stems in zip(self._sides, self._stems, strict=True)
        )
        return asked, whole

    def scores(self, places: Places) -> tuple[Floats, Floats]:
        """Score some passages: how each is asked for, and the whole."""
        asked, whole = (
            stems[places] + side.grams.score(self._parts, places)
            for side, stems in zip(self._sides, self._stems, strict=True)
        )
        return asked, whole


class LexicalIndex:
    """Immutable once built; shared by all threads."""

    def __init__(self, passages: Sequence[StoredPassage]) -> None:
        ids: dict[str, int] = {}
        texts, asked = Tally(ids), Tally(ids)
        for one in passages:
            texts.add(words(one.text))
            asked.add(words("\n".join((one.title, *one.phrasings))))
        stems, parts = Features(ids, lambda word: (stem(word),)), Features(ids, grams)
        counts = asked.counts()
        whole = texts.counts() + counts
        self._size = len(passages)
        self._stems, self._grams = stems, Grams(parts)
        self._asked, self._whole = _Side(counts, stems, parts), _Side(whole, stems, parts)
        self._subject = _subject_stems(whole, list(ids), stems)
        self._slips = _slips_of(_by_frequency(whole, list(ids)))

    def knows(self, word: str) -> bool:
        """Whether a word, in any form, is one that passages are about."""
        return stem(word) in self._subject

    def has_stem(self, word: str) -> bool:
        """Whether a word, in any form, occurs anywhere."""
        return stem(word) in self._stems.ids

    def respelt(self, word: str) -> str | None:
        """Return the word of the passages, or else of the dictionaries, that is one slip away.

        None for a word that is known, short or not Russian.
        """
        if len(word) < _LONG_ENOUGH or not word.isalpha() or word.isascii():
            return None
        if is_common(word) or knows(word) or self.has_stem(word):
            return None
        root = stem(word)
        for slips, written in (self._slips, _dictionary_slips()):
            if (near := slips.nearest(root)) is not None:
                return written[near]
        return None

    def has_gram(self, gram: str) -> bool:
        """Whether a character n-gram occurs anywhere."""
        return gram in self._grams.ids

    def compare(self, text: str) -> Comparison:
        """Compare every passage with a text."""
        counts = Counter(words(text))
        stems = {stem(word): _COMMON_STEM if is_common(word) else 1.0 for word in counts}
        parts = self._grams.query(self._query_grams(counts))
        return Comparison((self._asked, self._whole), stems, parts)

    def score(self, text: str) -> tuple[Floats, Floats]:
        """Score every passage: how it is asked for, and the whole; each of shape ``(n,)``.

        For thousands of passages; of more, ``compare`` is to score those that matter.
        """
        return self.compare(text).scores(np.arange(self._size))

    def _query_grams(self, counts: Counter[str]) -> dict[str, float]:
        """Weigh the question's n-grams by TF-IDF, to length one."""
        query: dict[str, float] = {}
        for word, count in counts.items():
            weight = count * (_COMMON_GRAM if is_common(word) else 1.0)
            for gram in grams(word):
                query[gram] = query.get(gram, 0.0) + weight
        features, idf = self._grams.ids, self._whole.grams.idf
        # A gram that no passage has weighs as much as the rarest: it is of a word unknown here.
        rarest = float(idf.max(initial=1.0))
        for gram, frequency in query.items():
            feature = features.get(gram)
            query[gram] = math.log1p(frequency) * (
                rarest if feature is None else float(idf[feature])
            )
        length = sum(weight**2 for weight in query.values()) ** 0.5
        return {gram: weight / length for gram, weight in query.items()}


_Slips = tuple[Slips, dict[str, str]]
"""Stems, and a word that was written for each."""


def _slips_of(found: Iterable[str]) -> _Slips:
    """Know the words that are long enough; those that go first in front."""
    written: dict[str, str] = {}
    long = (word for word in found if len(word) >= _LONG_ENOUGH and not word.isascii())
    for word in islice(long, _VOCABULARY):
        written.setdefault(stem(word), word)
    return Slips(written), written


def _by_frequency(counts: csr_array, known: Sequence[str]) -> Iterator[str]:
    """Return the words, the most frequent first."""
    often = np.bincount(counts.indices, counts.data, minlength=len(known))
    return (known[place] for place in np.argsort(-often, kind="stable")[: len(known)])


@lru_cache(maxsize=1)
def _dictionary_slips() -> _Slips:
    return _slips_of(known_words())


def _subject_stems(counts: csr_array, known: Sequence[str], stems: Features) -> frozenset[str]:
    """Stems that tell passages apart: not everyday words, and not in more than a third."""
    of_words = stems.of_words.copy()
    everyday = np.array([is_common(word) for word in known], bool)
    of_words.data[everyday] = 0.0
    of_words.eliminate_zeros()
    seen = np.bincount((counts @ of_words).indices, minlength=len(stems.ids))
    most = max(3, counts.shape[0] // 3)
    return frozenset(
        name for name, place in stems.ids.items() if 0 < seen[place] <= most and len(name) > 1
    )
