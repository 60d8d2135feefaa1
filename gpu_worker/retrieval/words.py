"""How text becomes words, stems and character n-grams.

Everything here is pure and cached by word: a help desk uses some ten thousand different words,
again and again.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources

import snowballstemmer

_WORD = re.compile(r"[0-9a-zа-я]+(?:[-+#.][0-9a-zа-я]+)*[+#]?")
_PARTS = re.compile(r"[0-9a-zа-я]+")
_HYPHENS = str.maketrans(
    {"‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-", "ё": "е", "\u00ad": None}
)
_CYRILLIC = re.compile(r"[а-я]")
_CACHE = 262_144
# A word's n-grams take over a kilobyte.
_GRAMS_CACHE = 16_384
GRAM_SIZES = (2, 3, 4)


def normalise(text: str) -> str:
    """Lower the case, write ё as е and every kind of hyphen as one."""
    return text.lower().translate(_HYPHENS)


def words(text: str) -> list[str]:
    """Return the words of ``text`` in their order, normalised, with repetitions.

    A compound such as ``wi-fi`` or ``1c.8`` gives its parts and, joined, itself; a word that has
    an alias gives the alias too.
    """
    return [word for match in _WORD.findall(normalise(text)) for word in _parts(match)]


@lru_cache(maxsize=_CACHE)
def _parts(match: str) -> tuple[str, ...]:
    """Return what a match gives: its parts, itself when it has several, and their aliases."""
    parts = _PARTS.findall(match)
    if len(parts) > 1:
        parts.append("".join(parts))
    found: list[str] = []
    for part in parts:
        found.append(part)
        alias = _aliases().get(stem(part))
        if alias is not None and stem(alias) != stem(part):
            found.append(alias)
    return tuple(found)


@lru_cache(maxsize=_CACHE)
def stem(word: str) -> str:
    """Return the Snowball stem of a normalised word, Russian or English by its letters."""
    language = "russian" if _CYRILLIC.search(word) else "english"
    # A stemmer keeps its word in itself while it works: one a call, for threads share this.
    return str(snowballstemmer.stemmer(language).stemWord(word)) or word


@lru_cache(maxsize=_GRAMS_CACHE)
def grams(word: str) -> tuple[str, ...]:
    """Return the character 2- to 4-grams of a word with its borders marked by blanks."""
    padded = f" {word} "
    return tuple(
        padded[start : start + size]
        for size in GRAM_SIZES
        for start in range(len(padded) - size + 1)
    )


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Words of everyday Russian and English that say nothing about a subject."""
    return frozenset(word for line in _data("common_words.txt") for word in line)


@lru_cache(maxsize=1)
def _aliases() -> dict[str, str]:
    """From the stem of every word of a group to the group's first word; the first group wins."""
    found: dict[str, str] = {}
    for first, *others in _data("aliases.txt"):
        for word in (first, *others):
            found.setdefault(stem(word), first)
    return found


def _data(name: str) -> list[list[str]]:
    """Read a word list: the words of each line that is not empty and no comment."""
    text = resources.files("gpu_worker.retrieval").joinpath(f"data/{name}").read_text("utf-8")
    lines = (normalise(line) for line in text.splitlines() if not line.startswith("#"))
    return [line.split() for line in lines if line.strip()]


@lru_cache(maxsize=_CACHE)
def is_common(word: str) -> bool:
    """Whether a normalised word, or another form of it, is an everyday word."""
    return word in common_words() or stem(word) in _common_stems()


@lru_cache(maxsize=1)
def _common_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in common_words() if len(word) > 3)


def content_stems(tokens: Iterable[str]) -> list[str]:
    """Return the stems of the words that are not everyday words."""
    return [stem(token) for token in tokens if not is_common(token)]
