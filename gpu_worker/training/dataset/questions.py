"""How visitors ask for a passage, as far as the passage itself tells."""

import re

from gpu_worker.retrieval.words import is_common, words
from gpu_worker.training.dataset.knowledge import KnownPassage
from shared.domain.passages import TITLE_SEPARATOR

_QUESTION = re.compile(r"^[^.!?\n]{8,200}\?")
_KEYWORDS = 5


def questions_of(passage: KnownPassage) -> tuple[str, ...]:
    """Return the ways of asking for a passage, each once.

    They are the phrasings its document carries, its heading, and the question it begins with, if
    any; a passage with none of these is asked for by the first words that are about something, as
    visitors who type keywords do.
    """
    begins = _QUESTION.match(passage.text)
    heading = passage.heading.replace(TITLE_SEPARATOR, ": ")
    found = [*passage.phrasings, heading, begins[0] if begins else ""]
    asked = tuple(dict.fromkeys(question for question in found if question.strip()))
    return asked or tuple(filter(None, (_keywords(passage.text),)))


def _keywords(text: str) -> str:
    told = dict.fromkeys(word for word in words(text) if not is_common(word) and len(word) > 2)
    return " ".join(list(told)[:_KEYWORDS])
