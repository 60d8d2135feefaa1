"""The language of a document, of the two that agents answer in."""

import re

from shared.domain.words import Locale

_SAMPLE = 100_000
_RUSSIAN_FROM = 0.25
"""A Russian text on computers is full of Latin words; an English one has no Cyrillic at all."""


def language_of(text: str) -> Locale | None:
    """Return the language; nothing when there are too few letters to tell."""
    sample = text[:_SAMPLE]
    russian, latin = len(re.findall("[а-яё]", sample, re.I)), len(re.findall("[a-z]", sample, re.I))
    if russian + latin < 3:
        return None
    return Locale.RU if russian >= (russian + latin) * _RUSSIAN_FROM else Locale.EN
