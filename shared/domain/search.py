"""What somebody typed into the search box, taken apart; and where it stands in a message.

Words are compared by their stems, as PostgreSQL's dictionaries make them, or as the beginning of
a longer word. What stands in quotes, or is held together by dots, hyphens and at-signs (an
e-mail, a number of a request), must stand so in the message. A telephone is found however it is
written.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

_QUOTES = re.compile(r'["«„“]([^"»“”]*)["»“”]')
_PHONE = re.compile(r"(?<![\w-])\+?\d[\d ()–-]{5,20}\d(?![\w-])")
_WORD = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans("Ёё", "Ее")
_MOST_WORDS = 12
_LONG_PHONE, _SHORT_PHONE = 10, 7
_PREFIX_FROM = 3
"""Letters from which on a word is also looked for as the beginning of others."""
_AROUND = 24
"""Characters of an excerpt in front of the first hit."""
_EXCERPT = 130
_ENDING = 4
"""Letters that an inflected form may have beyond its stem."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be in a message: words that follow each other, or a telephone."""

    words: tuple[str, ...]
    is_prefix: bool = False
    is_phone: bool = False


@dataclass(frozen=True, slots=True)
class Stem:
    """What a word of a message is compared with."""

    text: str
    is_prefix: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of an excerpt."""

    text: str
    hit: bool


def plain(text: str) -> str:
    """Return ``text`` as it is compared: small letters, «ё» as «е»; every letter in its place."""
    small = text.lower()
    if len(small) != len(text):  # «İ» becomes two
        small = "".join(one if len(one.lower()) != 1 else one.lower() for one in text)
    return small.translate(_PLAIN)


def parse_query(text: str) -> tuple[Term, ...]:
    """Take a search apart; nothing is left of one without letters and digits."""
    terms: list[Term] = []
    rest = plain(text)
    for quoted in _QUOTES.findall(rest):
        terms += _phrase(quoted, is_prefix=False)
    rest = _QUOTES.sub(" ", rest)
    for found in _PHONE.findall(rest):
        digits = re.sub(r"\D", "", found)
        length = _LONG_PHONE if len(digits) >= _LONG_PHONE else _SHORT_PHONE
        if len(digits) >= _SHORT_PHONE and (digits != found or len(digits) >= _LONG_PHONE):
            terms.append(Term((digits[-length:],), is_phone=True))
            rest = rest.replace(found, " ")
    for piece in rest.split():
        terms += _phrase(piece, is_prefix=True)
    return tuple(terms[:_MOST_WORDS])


def query_id(text: str) -> UUID | None:
    """Return the id that was searched for, if it was one."""
    try:
        return UUID(text.strip())
    except ValueError:
        return None


def excerpt(text: str, stems: Sequence[Stem]) -> tuple[Part, ...]:
    """Cut a message around the first word that was looked for, and mark each of them."""
    line = " ".join(text.split())
    compared = plain(line)
    spans = [found.span() for found in _WORD.finditer(compared) if _matches(found.group(), stems)]
    spans += [span for span in _phones(compared, stems) if span not in spans]
    spans.sort()
    first = _fullest(spans)
    begin = max(0, first - _AROUND)
    if begin:  # not in the middle of a word
        begin = line.find(" ", begin, first) + 1 or begin
    end = min(len(line), begin + _EXCERPT)
    parts: list[Part] = [Part("…", hit=False)] if begin else []
    place = begin
    for start, stop in spans:
        if start < place or stop > end:
            continue
        if start > place:
            parts.append(Part(line[place:start], hit=False))
        parts.append(Part(line[start:stop], hit=True))
        place = stop
    if place < end:
        parts.append(Part(line[place:end], hit=False))
    if end < len(line):
        parts.append(Part("…", hit=False))
    return tuple(parts)


def _fullest(spans: Sequence[tuple[int, int]]) -> int:
    """Return where the excerpt with the most hits has its first."""
    room = _EXCERPT - _AROUND
    held = [sum(start <= stop <= start + room for _, stop in spans) for start, _ in spans]
    return spans[held.index(max(held))][0] if spans else 0


def _phrase(text: str, *, is_prefix: bool) -> list[Term]:
    words = tuple(_WORD.findall(text))
    last_is_long = bool(words) and len(words[-1]) >= _PREFIX_FROM
    return [Term(words, is_prefix=is_prefix and last_is_long)] if words else []


def _matches(word: str, stems: Sequence[Stem]) -> bool:
    return any(_matches_stem(word, stem) for stem in stems)


def _matches_stem(word: str, stem: Stem) -> bool:
    if word.startswith(stem.text):
        return stem.is_prefix or len(word) - len(stem.text) <= _ending(stem.text)
    # English stems end in «i» where the word has «y».
    return stem.text.endswith("i") and word == stem.text[:-1] + "y"


def _ending(stem: str) -> int:
    return min(_ENDING, len(stem) - 1)


def _phones(text: str, stems: Sequence[Stem]) -> list[tuple[int, int]]:
    numbers = {stem.text for stem in stems if stem.text.isdigit()}
    if not numbers:
        return []
    found = ((one.span(), re.sub(r"\D", "", one.group())) for one in _PHONE.finditer(text))
    return [span for span, digits in found if numbers & {digits[-10:], digits[-7:]}]
