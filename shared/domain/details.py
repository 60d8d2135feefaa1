"""The hard facts in what a visitor wrote: what an operator would otherwise look for by eye.

Nothing is understood or invented here: each detail stands in the text as it is returned.
"""

import re
from collections.abc import Iterator

_PATTERNS = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        # Addresses: of pages, of mail, of machines.
        (r"https?://[^\s<>«»\"']+[^\s<>«»\"'.,;:!?)]", 0),
        (r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", 0),
        (r"\b(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?\b", 0),
        # Errors and codes, with the word that names them.
        (
            r"\b(?:ошибк\w*|код\w*|статус\w*|error|code|status)[ :№#-]{1,4}"
            r"[A-Za-z]{0,4}[-_]?\d(?:[\w.-]*\w)?",
            re.IGNORECASE,
        ),
        (r"\b0x[0-9A-Fa-f]{4,}\b", 0),
        # Places and things with a number.
        (
            r"\b(?:кабинет\w*|каб\.|офис\w*|комнат\w*|этаж\w*|филиал\w*|room|office|floor)"
            r"[ №#]{1,3}\d[\w/-]*",
            re.IGNORECASE,
        ),
        (r"\b[A-ZА-ЯЁ]{2,}[-_]?\d{2,}[\w-]*", 0),
        # Products with their version.
        (r"\b[A-Z][A-Za-z]{2,}(?: [A-Z][A-Za-z]+)? v?\d+(?:\.\d+)*\b", 0),
        # What was quoted word for word.
        (r"«[^«»\n]{3,80}»|\"[^\"\n]{3,80}\"|“[^“”\n]{3,80}”", 0),
        # Telephones.
        (r"(?<!\w)\+?\d[\d ()-]{8,16}\d(?!\w)", 0),
    )
)


def details(text: str) -> list[str]:
    """Return the addresses, codes, numbers and quotations of a text, in their order, each once."""
    found: list[tuple[int, int]] = []
    for start, end in _spans(text):
        # What stands within something that was found already is a part of it.
        if not any(start < other_end and other < end for other, other_end in found):
            found.append((start, end))
    return list(dict.fromkeys(text[start:end].strip() for start, end in sorted(found)))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _PATTERNS:
        yield from (match.span() for match in pattern.finditer(text))
