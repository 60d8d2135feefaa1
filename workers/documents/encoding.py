"""Bytes to text, whatever a Russian company's programs wrote them in."""

import codecs
import re

from shared.domain.documents import DocumentTrouble
from workers.documents.errors import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CYRILLIC = ("cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5")
_SAMPLE = 64 * 1024
# Russian letters in a thousand, from the most frequent to the least.
_OFTEN = dict(
    zip(
        "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё",
        (110, 85, 80, 74, 67, 63, 55, 47, 45, 44, 35, 32, 30, 28, 26, 20, 19, 17, 17, 16, 16, 14,
         12, 10, 9, 7, 6, 5, 4, 3, 3, 1, 1),
        strict=True,
    )
)  # fmt: skip
_RARE = 40
"""What a letter costs that Russian has not, or a capital inside a word."""


def decode(content: bytes, declared: str | None = None) -> str:
    """Return the text of ``content``; ``declared`` is what its envelope says, if anything.

    Raises:
        Unreadable: it is no text.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return content.removeprefix(mark).decode(name + _order(mark, name), errors="replace")
    if (wide := _wide(content)) is not None:
        return content.decode(wide, errors="replace")
    if b"\x00" in content:
        raise Unreadable(DocumentTrouble.UNSUPPORTED, "binary")
    for named in ("utf-8", declared):
        if named and (text := _strict(content, named)) is not None:
            return text
    if _is_cut_utf8(content):
        return content.decode("utf-8", errors="replace")
    return content.decode(_best_cyrillic(content[:_SAMPLE]), errors="replace")


def _order(mark: bytes, name: str) -> str:
    if name == "utf-8":
        return ""
    return "-le" if mark in (codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE) else "-be"


def _wide(content: bytes) -> str | None:
    """Return UTF-16's name for text without a mark: nearly every second byte says the alphabet."""
    sample = content[: _SAMPLE & ~1]
    pairs = len(sample) // 2
    if pairs < 2 or len(content) % 2:
        return None
    for name, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if sum(high.count(byte) for byte in (0, 4)) > pairs * 0.9 and 0 in sample:
            return name
    return None


def _strict(content: bytes, name: str) -> str | None:
    try:
        if codecs.lookup(name).name in ("idna", "punycode", "unicode_escape", "undefined"):
            return None
        return content.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _is_cut_utf8(content: bytes) -> bool:
    """Whether it is UTF-8 but for a few damaged bytes."""
    text = content[:_SAMPLE].decode("utf-8", errors="replace")
    wide = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return wide > 20 * text.count("\ufffd")


def _best_cyrillic(sample: bytes) -> str:
    return max(_CYRILLIC, key=lambda name: _likeness(sample.decode(name, errors="replace")))


def _likeness(text: str) -> int:
    """Return how much a text looks like Russian."""
    score = 0
    before = ""
    for letter in text:
        if letter > "\x7f":
            score += _OFTEN.get(letter.lower(), -_RARE)
            if letter.isupper() and before.islower():
                score -= _RARE
        before = letter
    return score
