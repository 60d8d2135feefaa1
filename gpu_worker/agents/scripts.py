"""Words of two alphabets, put right: ``пapoль`` with Latin letters in it, ``vpnом``, ``excelь``."""

import re
from typing import Protocol

from gpu_worker.agents.translit import to_cyrillic
from gpu_worker.retrieval.gloss import knows
from gpu_worker.retrieval.words import is_common, normalise
from gpu_worker.retrieval.words import words as split

_WORD = re.compile(r"[a-zа-яё]+", re.IGNORECASE)
_LATIN = re.compile(r"[a-z]", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_INFLECTED = re.compile(r"([a-z]{2,})['’]?([а-яё]{1,3})", re.IGNORECASE)
_APOSTROPHE = re.compile(r"\b([a-z]{2,})['’]([а-яё]{1,3})\b", re.IGNORECASE)
# Letters that look alike; in capitals there are more of them.
_LOOKS = dict(zip("aceopxyABCEHKMOPTXYk", "асеорхуАВСЕНКМОРТХУк", strict=True))
_TO_CYRILLIC = str.maketrans(_LOOKS)
_TO_LATIN = str.maketrans({cyrillic: latin for latin, cyrillic in _LOOKS.items()})


class Stems(Protocol):
    """Which words a knowledge base uses."""

    def has_stem(self, word: str) -> bool:
        """Whether a word, in any form, occurs anywhere."""


def unmix(text: str, stems: Stems) -> str:
    """Return the text with every word in one alphabet, where it is clear in which."""

    def one_alphabet(match: re.Match[str]) -> str:
        word = match[0]
        if not (_LATIN.search(word) and _CYRILLIC.search(word)):
            return word
        return _one_alphabet(word, stems)

    return _WORD.sub(one_alphabet, _APOSTROPHE.sub(r"\1", text))


def _one_alphabet(word: str, stems: Stems) -> str:
    cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
    if not _LATIN.search(cyrillic) and _is_known(cyrillic, stems):
        return cyrillic
    if not _CYRILLIC.search(latin) and _is_known(latin, stems):
        return latin
    # A Latin name with a Russian ending: the ending says nothing that is searched for.
    if inflected := _INFLECTED.fullmatch(word):
        return inflected[1]
    if not _LATIN.search(cyrillic):
        return cyrillic
    sounded = to_cyrillic(word)
    return sounded if _is_known(sounded, stems) else word


def _is_known(word: str, stems: Stems) -> bool:
    found = split(normalise(word))
    return bool(found) and all(is_common(one) or stems.has_stem(one) or knows(one) for one in found)
