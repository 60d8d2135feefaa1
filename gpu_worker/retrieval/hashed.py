"""The shipped embedding: stems and character n-grams, hashed into one vector.

It needs no model, no download and no training, and the same text gives the same vector in every
process and version. It knows words and parts of words, not meanings.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from gpu_worker.retrieval.words import grams, is_common, stem, words

DIMENSION = 1_024
_STEM_WEIGHT = 1.0
_GRAM_WEIGHT = 0.35
_COMMON_WEIGHT = 0.25

_Features = tuple[NDArray[np.intp], NDArray[np.float32]]


class HashedEmbedder:
    """Feature hashing (Weinberger et al. 2009) of stems and n-grams with signs."""

    name = f"otvet-hashed-1-{DIMENSION}"
    dimension = DIMENSION

    def reads(self, text: str) -> str:
        """Return the text as it is."""
        return text

    def queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed what visitors ask; shape ``(len(texts), dimension)``."""
        return self.documents(texts)

    def documents(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Embed what passages say; shape ``(len(texts), dimension)``."""
        if not texts:
            return np.zeros((0, DIMENSION), dtype=np.float32)
        return np.stack([_vector(text) for text in texts])


def _vector(text: str) -> NDArray[np.float32]:
    vector = np.zeros(DIMENSION, dtype=np.float32)
    for word, count in Counter(words(text)).items():
        places, weights = _features(word)
        np.add.at(vector, places, weights * np.float32(1.0 + np.log(count)))
    length = float(np.linalg.norm(vector))
    if length > 0.0:
        return vector / np.float32(length)
    # Text without a single word: cosine needs some direction, and this one is nobody's.
    vector[0] = 1.0
    return vector


@lru_cache(maxsize=32_768)
def _features(word: str) -> _Features:
    """Return where a word goes and how strongly; rare long words say more than short ones."""
    parts = grams(word)
    gram_weight = _GRAM_WEIGHT / max(1.0, len(parts) ** 0.5)
    named = [(f"s:{stem(word)}", _STEM_WEIGHT), *((f"g:{part}", gram_weight) for part in parts)]
    scale = _COMMON_WEIGHT if is_common(word) else 1.0
    hashes = [crc32(name.encode()) for name, _ in named]
    places = np.array([value % DIMENSION for value in hashes], dtype=np.intp)
    signs = np.array([1.0 if value >> 31 else -1.0 for value in hashes], dtype=np.float32)
    return places, signs * np.array([weight * scale for _, weight in named], dtype=np.float32)
