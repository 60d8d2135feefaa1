"""A message that may ask two things, taken apart. Whether it does, the search for them tells."""

import re

from gpu_worker.agents.rules import Lexicon
from gpu_worker.retrieval.gloss import knows
from gpu_worker.retrieval.words import is_common, words

_BORDER = re.compile(
    r"[.!?;\n]+\s+|\n+|"
    r",?\s+(?:и ещ[её]|а ещ[её]|ещ[её] и|а также|и также|кроме того|плюс|вдобавок|заодно|при этом|"
    r"and also|also|and)\s+|,\s*|:\s+|\s+(?:и|а)\s+",
    re.IGNORECASE,
)
_SHORTEST = 2
# Each is searched for, which takes time, and nobody asks more at once.
_MOST = 4


def split_parts(text: str, lexicon: Lexicon) -> list[str]:
    """Return the parts of a message that each name something; fewer than two: none.

    A part that names nothing belongs to the one before it.
    """
    parts: list[str] = []
    for piece in filter(None, (piece.strip() for piece in _BORDER.split(text) if piece)):
        if _names_something(piece, lexicon):
            parts.append(piece)
        elif parts:
            parts[-1] += f" {piece}"
    return parts[:_MOST] if len(parts) > 1 else []


def _names_something(piece: str, lexicon: Lexicon) -> bool:
    if len(piece.split()) < _SHORTEST:
        return False
    return any(
        not is_common(word) and (lexicon.knows(word) or knows(word)) for word in words(piece)
    )
