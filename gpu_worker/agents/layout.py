"""Text typed with the wrong letters, put right.

``ytn bynthytnf`` (the wrong keyboard layout) and ``net interneta`` (Latin letters for Russian) both
mean ``нет интернета``.
"""

import re
from typing import Protocol

from gpu_worker.agents.translit import to_cyrillic
from gpu_worker.retrieval.gloss import knows
from gpu_worker.retrieval.words import grams, is_common, normalise, words
from shared.domain.words import Step

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюё"
_SHIFTED = {"{": "Х", "}": "Ъ", ":": "Ж", '"': "Э", "<": "Б", ">": "Ю", "~": "Ё"}
_KEYS = dict(zip(_LATIN, _CYRILLIC, strict=True))
_CAPITALS = {key.upper(): value.upper() for key, value in _KEYS.items() if key.isalpha()}
_TO_CYRILLIC = str.maketrans(_KEYS | _CAPITALS | _SHIFTED)
_TO_LATIN = str.maketrans({value: key for key, value in _KEYS.items()})
_TAIL = re.compile(r"[.,;:!?]+$")
_RUSSIAN_WORD = re.compile(r"(?<![\w-])[а-яё]+(?![\w-])", re.IGNORECASE)
_KNOWN_ENOUGH = 0.6
_LATIN_ENOUGH = 0.5
_GRAMS_ENOUGH = 0.85
_SHORTEST = 3


class Spelling(Protocol):
    """Which words and letters are usual in a knowledge base."""

    def has_stem(self, word: str) -> bool:
        """Whether a word, in any form, occurs anywhere."""

    def respelt(self, word: str) -> str | None:
        """Return the known word that is one slip away from an unknown one."""

    def has_gram(self, gram: str) -> bool:
        """Whether a character n-gram occurs anywhere."""


def repair_letters(text: str, spelling: Spelling) -> tuple[str, Step | None]:
    """Return the text as its author meant it, unchanged when it is not clearly mistyped.

    A message without a Cyrillic letter is converted when few of its words are known as they
    stand and most are known, or look Russian, after conversion. In a Cyrillic message a single
    unknown word that is a known Latin one in the other layout (``мзт`` for ``vpn``) is put right.
    """
    if re.search(r"[а-яё]", text, re.IGNORECASE):
        fixed = " ".join(_word_to_latin(word, spelling) for word in text.split(" "))
        return fixed, Step.LAYOUT if fixed != text else None
    pieces = text.split()
    letters = [piece for piece in pieces if re.search("[a-z]", piece, re.IGNORECASE)]
    known = sum(_known_latin(piece, spelling) for piece in letters)
    if sum(map(len, letters)) <= _SHORTEST or known > _LATIN_ENOUGH * len(letters):
        return text, None
    for step, convert in ((Step.LAYOUT, _to_cyrillic), (Step.TRANSLITERATION, _sounded)):
        converted = [convert(piece, spelling) for piece in pieces]
        plausible = sum(_plausible(piece, spelling) for piece in converted)
        if plausible >= _KNOWN_ENOUGH * len(converted):
            return " ".join(converted), step
    return text, None


def repair_slips(text: str, spelling: Spelling) -> tuple[str, Step | None]:
    """Return the text with unknown words that are one slip away from known ones put right."""

    def known(match: re.Match[str]) -> str:
        return spelling.respelt(normalise(match[0])) or match[0]

    fixed = _RUSSIAN_WORD.sub(known, text)
    return fixed, Step.SLIP if fixed != text else None


def russian_readings(text: str) -> tuple[str, ...]:
    """Return what a Latin message may mean in Russian, whether it is likely or not.

    Greetings and calls for a person are known by heart: for them no words need to be compared.
    """
    if re.search(r"[а-яё]", text, re.IGNORECASE) or not re.search("[a-z]", text, re.IGNORECASE):
        return ()
    return text.translate(_TO_CYRILLIC), to_cyrillic(text)


def _sounded(piece: str, spelling: Spelling) -> str:
    """Write a word as it sounds in Russian; known Latin ones stay."""
    if len(piece) >= _SHORTEST and _known_latin(piece, spelling):
        return piece
    return to_cyrillic(piece)


def _to_cyrillic(piece: str, spelling: Spelling) -> str:
    """Convert a word; known Latin ones stay, and closing marks are tried as letters and not."""
    if len(piece) >= _SHORTEST and _known_latin(piece, spelling):
        return piece
    whole = piece.translate(_TO_CYRILLIC)
    tail = _TAIL.search(piece)
    if tail is None or _known(whole, spelling):
        return whole
    return piece[: tail.start()].translate(_TO_CYRILLIC) + tail[0]


def _word_to_latin(piece: str, spelling: Spelling) -> str:
    bare = normalise(piece).strip(".,;:!?«»\"'()")
    if len(bare) < _SHORTEST or not bare.isalpha() or _known(bare, spelling):
        return piece
    converted = bare.translate(_TO_LATIN)
    if converted.isascii() and converted.isalpha() and spelling.has_stem(converted):
        return converted
    return piece


def _known(piece: str, spelling: Spelling) -> bool:
    found = words(piece)
    return bool(found) and all(
        is_common(word) or spelling.has_stem(word) or knows(word) for word in found
    )


def _known_latin(piece: str, spelling: Spelling) -> bool:
    return piece.isascii() and _known(piece, spelling)


def _plausible(piece: str, spelling: Spelling) -> bool:
    """Whether a word is known, or made of letter groups as the known ones are."""
    if _known(piece, spelling):
        return True
    parts = [gram for word in words(piece) for gram in grams(word) if len(gram) == 3]
    if len(parts) < _SHORTEST:
        return False
    return sum(map(spelling.has_gram, parts)) / len(parts) >= _GRAMS_ENOUGH
