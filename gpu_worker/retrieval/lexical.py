"""Exact lexical scores of every passage of a site: stems and character n-grams.

A passage is scored twice, because a question resembles the way others ask for the passage, and its
details stand in the text: as it is asked for (title and phrasings), and as a whole. Each side has
an index of its own, with its own rarities and lengths.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from gpu_worker.retrieval.gloss import known_words, knows
from gpu_worker.retrieval.postings import Floats, Postings, bm25, count_words, tfidf
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

    def __init__(self, units: Sequence[Sequence[str]]) -> None:
        counts = count_words(units)
        self.stems: Postings = bm25(counts, lambda word: (stem(word),))
        self.grams: Postings = tfidf(counts, grams)
        self._scale = 1.0 / (_RAREST_WORDS * max(1.0, math.log1p(len(units) / 1.5)))

    def score(self, stems: dict[str, float], parts: dict[str, float]) -> Floats:
        return self.stems.dot(stems.items()) * np.float32(self._scale) + self.grams.dot(
            parts.items()
        )


class LexicalIndex:
    """Immutable once built; shared by all threads."""

    def __init__(self, passages: Sequence[StoredPassage]) -> None:
        asked = [words("\n".join((one.title, *one.phrasings))) for one in passages]
        whole = [[*words(one.text), *more] for one, more in zip(passages, asked, strict=True)]
        self._size = len(passages)
        self._asked = _Side(asked)
        self._whole = _Side(whole)
        self._subject = _subject_stems(whole)
        self._slips = _slips_of(word for unit in whole for word in unit)

    def knows(self, word: str) -> bool:
        """Whether a word, in any form, is one that passages are about."""
        return stem(word) in self._subject

    def has_stem(self, word: str) -> bool:
        """Whether a word, in any form, occurs anywhere."""
        return stem(word) in self._whole.stems.features

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
        return gram in self._whole.grams.features

    def score(self, text: str) -> tuple[Floats, Floats]:
        """Score every passage: how it is asked for, and the whole; each of shape ``(n,)``."""
        counts = Counter(words(text))
        if not counts or not self._size:
            nothing = np.zeros(self._size, dtype=np.float32)
            return nothing, nothing
        stems = {stem(word): _COMMON_STEM if is_common(word) else 1.0 for word in counts}
        parts = self._query_grams(counts)
        return self._asked.score(stems, parts), self._whole.score(stems, parts)

    def _query_grams(self, counts: Counter[str]) -> dict[str, float]:
        """Weigh the question's n-grams by TF-IDF, to length one."""
        query: dict[str, float] = {}
        for word, count in counts.items():
            weight = count * (_COMMON_GRAM if is_common(word) else 1.0)
            for gram in grams(word):
                query[gram] = query.get(gram, 0.0) + weight
        features, idf = self._whole.grams.features, self._whole.grams.idf
        # A gram that no passage has weighs as much as the rarest: it is of a word unknown here.
        rarest = float(idf.max())
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
    counts = Counter(word for word in found if len(word) >= _LONG_ENOUGH and not word.isascii())
    written: dict[str, str] = {}
    for word, _ in counts.most_common(_VOCABULARY):
        written.setdefault(stem(word), word)
    return Slips(written), written


@lru_cache(maxsize=1)
def _dictionary_slips() -> _Slips:
    return _slips_of(known_words())


def _subject_stems(whole: Sequence[Sequence[str]]) -> frozenset[str]:
    """Stems that tell passages apart: not everyday words, and not in more than a third."""
    seen = Counter(
        name for unit in whole for name in {stem(word) for word in unit if not is_common(word)}
    )
    most = max(3, len(whole) // 3)
    return frozenset(name for name, count in seen.items() if count <= most and len(name) > 1)
