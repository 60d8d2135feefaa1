"""A word-by-word English gloss of Russian text, for embedding models that know English alone.

The dictionaries lie in ``data/gloss-*.tsv``: a lemma, or several words' lemmas, and its English.
Expressions go before words and forms before lemmas; what is in no dictionary is left out, and what
is written in Latin letters stays. The order of words stays too: it is no translation.
"""

import re
from functools import lru_cache
from importlib import resources

import pymorphy3

from gpu_worker.retrieval.words import normalise, stem

_WORD = re.compile(r"[0-9a-zа-я]+(?:[-+#.][0-9a-zа-я]+)*[+#]?")
_CYRILLIC = re.compile(r"[а-я]")
_DICTIONARIES = ("gloss-it.tsv", "gloss-general.tsv", "gloss-business.tsv", "gloss-everyday.tsv")
"""The sense that a word has in a former one goes before that of a latter one."""
_LONGEST = 4
_SHORTEST = 4
_CACHE = 65_536


def gloss(text: str) -> str:
    """Return the English of a text's words, one behind the other; empty if none is known."""
    known, found, place = _entries(), list[str](), 0
    forms = _words(text)
    lemmas = [lemma(form) for form in forms]
    while place < len(forms):
        for size in range(min(_LONGEST, len(forms) - place), 1, -1):
            if entry := known.get(" ".join(lemmas[place : place + size])):
                found.append(entry)
                place += size
                break
        else:
            found.append(_word(forms[place], lemmas[place]))
            place += 1
    return " ".join(filter(None, found))


@lru_cache(maxsize=_CACHE)
def knows(word: str) -> bool:
    """Whether a normalised word is in a dictionary, in some form."""
    return bool(_word(word, lemma(word))) if _CYRILLIC.search(word) else False


def known_words() -> list[str]:
    """Return the single words of the dictionaries."""
    return [word for word in _entries() if " " not in word]


@lru_cache(maxsize=_CACHE)
def lemma(word: str) -> str:
    """Return the dictionary form of a normalised word; a word in Latin letters as it is."""
    if not _CYRILLIC.search(word):
        return word
    return normalise(str(_analyser().parse(word)[0].normal_form))


def _words(text: str) -> list[str]:
    known = _entries()
    words: list[str] = _WORD.findall(normalise(text))
    return [part for word in words for part in ([word] if word in known else word.split("-"))]


@lru_cache(maxsize=_CACHE)
def _word(form: str, base: str) -> str:
    if not _CYRILLIC.search(form):
        return form
    known, root = _entries(), stem(form)
    by_root = _stems().get(root, "") if len(root) >= _SHORTEST else ""
    return known.get(form) or known.get(base) or by_root


@lru_cache(maxsize=1)
def _entries() -> dict[str, str]:
    entries: dict[str, str] = {}
    for name in _DICTIONARIES:
        path = resources.files("gpu_worker.retrieval").joinpath(f"data/{name}")
        for line in path.read_text("utf-8").splitlines():
            if line and not line.startswith("#"):
                word, _, english = line.partition("\t")
                entries.setdefault(word, english)
    return entries


@lru_cache(maxsize=1)
def _stems() -> dict[str, str]:
    """Entries by the stems of their words: slang that no analyser knows has forms too."""
    stems: dict[str, str] = {}
    for word, english in _entries().items():
        if " " not in word:
            stems.setdefault(stem(word), english)
    return stems


@lru_cache(maxsize=1)
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")
