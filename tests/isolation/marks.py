"""Words that only one company has: whoever meets one knows whose it is."""

import itertools
import re
from collections.abc import Iterable
from random import Random

_LETTERS = "abcdefghjkmnpqrstuvwxyz"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


class Marks:
    """A company's secret, and the words made of it: no two are the same.

    A word is letters and digits alone, so that it may stand in a slug, an e-mail or an address,
    and comes out of JSON, HTML, CSV and URLs as it went in.
    """

    def __init__(self, random: Random) -> None:
        """Make up a secret of ten letters (10¹³ of them)."""
        self.secret = "".join(random.choices(_LETTERS, k=10))
        self._numbers = itertools.count(1)
        self._pattern = re.compile(rf"{self.secret}[0-9a-z]*")

    def word(self, kind: str = "w") -> str:
        """Return a new word; ``kind`` tells a reader what it was made for."""
        return f"{self.secret}{kind}{next(self._numbers)}"

    def among(self, text: str) -> set[str]:
        """Return this company's words in a text of lower case."""
        return set(self._pattern.findall(text)) if self.secret in text else set()


def uuids(text: str) -> set[str]:
    """Return all identifiers in a text of lower case."""
    return set(_UUID.findall(text))


def strings(value: object) -> Iterable[str]:
    """Yield every text in a JSON value, keys too."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)
    elif value is not None:
        yield str(value)
