"""Greetings, thanks, calls for a person and abuse, recognised by rules before any search.

A rule holds for a whole message only: as soon as the rest of it has a word that the knowledge base
is about, the message is a question, however it is wrapped. Asking plainly for a person is the
exception, for a person must always be within reach. The patterns are data: ``data/rules.toml``.
"""

import re
import tomllib
from collections.abc import Sequence
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Protocol

from gpu_worker.retrieval.words import is_common, normalise, words

_FLAT = re.compile(r"[0-9a-zа-я]+(?:-[0-9a-zа-я]+)*")
_FEW = 2
_LONG = 4
_NEAR = 0.85


class Service(StrEnum):
    """What a message is when it is not a question."""

    GREETING = "greeting"
    THANKS = "thanks"
    HUMAN = "human"
    ABUSE = "abuse"
    EMPTY = "empty"


class Lexicon(Protocol):
    """The words of a knowledge base."""

    def knows(self, word: str) -> bool:
        """Whether a word, in any form, is one that passages are about."""


# What a message of signs alone says.
_SIGNS = (
    (Service.ABUSE, frozenset("🖕💩🤡🤬")),
    (Service.GREETING, frozenset("👋")),
    (Service.THANKS, frozenset("👍🙏❤♥😊🙂👌✅💪🔥👏")),
)
# Tried in this order, each with the patterns that may stand around it.
_ORDER = (
    (Service.ABUSE, "abuse", ("greeting", "thanks", "around", "named_person")),
    (Service.HUMAN, "named_person", ("greeting", "thanks", "around")),
    (Service.THANKS, "thanks", ("greeting",)),
    (Service.GREETING, "greeting", ("around",)),
)


def recognise(text: str, lexicon: Lexicon) -> Service | None:
    """Tell what a message is when it is not a question, else None."""
    flat = _spelt(_flat(text), lexicon)
    if not flat:
        return next((kind for kind, signs in _SIGNS if signs & set(text)), Service.EMPTY)
    patterns = _patterns()
    if patterns["called_person"].search(flat) or (
        patterns["asked_for_person"].search(flat) and _is_brief(flat, lexicon)
    ):
        return Service.HUMAN
    if is_refusal(text):
        return None
    is_asking = "?" in text or bool(patterns["asking"].search(flat))
    if not is_asking and patterns["thanks"].search(flat) and patterns["worked"].search(flat):
        return Service.THANKS
    about = () if is_asking else ("about_us",)
    for service, own, around in _ORDER:
        if patterns[own].search(flat) and _is_all(flat, (own, *around, *about), lexicon):
            return service
    return None


def is_refusal(text: str) -> bool:
    """Whether the visitor says that the last answer was not it."""
    flat = _flat(text)
    is_no = flat in {"нет", "неа", "другое", "ничего", "no", "nope", "other"}
    return is_no or bool(_patterns()["refused"].search(flat))


def _flat(text: str) -> str:
    """Words in lower case, with single blanks between and no marks."""
    return " ".join(_FLAT.findall(normalise(text)))


def _spelt(flat: str, lexicon: Lexicon) -> str:
    """Put right what is nearly a word of these messages and no word of the knowledge base."""
    spelt = []
    for word in flat.split():
        is_strange = len(word) >= _LONG and not is_common(word) and not lexicon.knows(word)
        near = get_close_matches(word, _spellings(), n=1, cutoff=_NEAR) if is_strange else ()
        spelt.append(near[0] if near else word)
    return " ".join(spelt)


@lru_cache(maxsize=1)
def _spellings() -> list[str]:
    """Words that are often misspelt in these messages."""
    text = resources.files("gpu_worker.agents").joinpath("data/rules.toml").read_text("utf-8")
    return [str(word) for word in tomllib.loads(text)["spellings"].split()]


def _rest(flat: str, names: Sequence[str]) -> list[str]:
    """Return the words that no pattern covers and that could be about something."""
    for name in names:
        flat = _patterns()[name].sub(" ", flat)
    return [word for word in words(flat) if not is_common(word)]


def _is_all(flat: str, names: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether nothing is left that could be a question."""
    rest = _rest(flat, names)
    return len(rest) <= _FEW and not any(map(lexicon.knows, rest))


def _is_brief(flat: str, lexicon: Lexicon) -> bool:
    """Whether at most a few words of the matter stand around the call for a person."""
    rest = _rest(flat, ("asked_for_person", "greeting", "thanks"))
    return sum(map(lexicon.knows, rest)) <= _FEW


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    text = resources.files("gpu_worker.agents").joinpath("data/rules.toml").read_text("utf-8")
    data = tomllib.loads(text)
    parts = {f"{{{name}}}": value for name, value in data.items() if isinstance(value, str)}
    compiled = {}
    for name, alternatives in data.items():
        if isinstance(alternatives, list):
            joined = "|".join(alternatives)
            for part, value in parts.items():
                joined = joined.replace(part, value)
            compiled[name] = re.compile(rf"(?<![0-9a-zа-я])(?:{joined})(?![0-9a-zа-я])")
    return compiled
