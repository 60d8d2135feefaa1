"""A message that asks two things, taken apart."""

import re

from gpu_worker.agents.rules import Lexicon
from gpu_worker.retrieval.words import is_common, words

_BORDER = re.compile(
    r"[.!?;\n]+\s+|\n+|"
    r",?\s+(?:и ещ[её]|а ещ[её]|ещ[её] и|а также|и также|кроме того|плюс|and also|also)\s+|"
    r",\s+(?:и|а)\s+|:\s+|\s+и\s+(?=(?:как|где|куда|кому|кого|что|почему|когда|сколько)\s)",
    re.IGNORECASE,
)
_SUBJECTS = 2
_MOST = 3


def split_parts(text: str, lexicon: Lexicon) -> list[str]:
    """Return the parts that each name a subject of the knowledge base; fewer than two: none."""
    parts = [part.strip() for part in _BORDER.split(text) if part and part.strip()]
    named = [part for part in parts if _subjects(part, lexicon) >= _SUBJECTS]
    return named[:_MOST] if len(named) > 1 else []


def _subjects(part: str, lexicon: Lexicon) -> int:
    return len({word for word in words(part) if not is_common(word) and lexicon.knows(word)})
