"""Small, pure operations on text that people typed."""

import unicodedata

# Categories that carry nothing a reader sees and that make hostile text: controls (except the
# line breaks and tabs people type), surrogates, private use and unassigned code points.
_DROPPED = frozenset({"Cc", "Cs", "Co", "Cn"})
_KEPT_CONTROLS = frozenset("\n\t")


def clean(text: str) -> str:
    """Normalise typed text: NFC, Unix line ends, no control characters, no outer blanks."""
    unified = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(
        character
        for character in unified
        if character in _KEPT_CONTROLS or unicodedata.category(character) not in _DROPPED
    ).strip()


def preview(text: str, limit: int = 120) -> str:
    """Return the first ``limit`` characters of ``text`` on one line, with an ellipsis if cut."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
