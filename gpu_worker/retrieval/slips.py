"""Words that are one slip away from a known one: a letter too many, too few, wrong or swapped.

Known words are indexed under themselves and under what is left of them without one letter; so is
the word that is looked for, and where they meet a slip lies between (Garbe's symmetric deletes,
SymSpell, 2012).
"""

from collections.abc import Iterable, Iterator


class Slips:
    """Known words, those that go first in front. Immutable once built."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = {word: place for place, word in enumerate(dict.fromkeys(known))}
        self._shortened: dict[str, list[str]] = {}
        for word in self._known:
            for rest in {word, *_without_one(word)}:
                self._shortened.setdefault(rest, []).append(word)

    def nearest(self, word: str) -> str | None:
        """Return the first known word that is one slip away; those with the same first letter."""
        found = {
            other
            for rest in {word, *_without_one(word)}
            for other in self._shortened.get(rest, ())
            if other[0] == word[0] and _is_slip(word, other)
        }
        return min(found, key=self._known.__getitem__, default=None)


def _without_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _is_slip(one: str, other: str) -> bool:
    """Whether one edit lies between: what meets without a letter each may be two away."""
    if len(one) != len(other):
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return shorter in _without_one(longer)
    apart = [at for at in range(len(one)) if one[at] != other[at]]
    if len(apart) == 1:
        return True
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return swapped and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
