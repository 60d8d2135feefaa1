"""Russian written in Latin letters, as people do it without a Russian keyboard."""

import re

_LETTERS = {
    "shch": "щ", "sch": "щ", "yo": "е", "jo": "е", "zh": "ж", "kh": "х", "ts": "ц", "ch": "ч",
    "sh": "ш", "yu": "ю", "ju": "ю", "iu": "ю", "ya": "я", "ja": "я", "ia": "ия", "ye": "е",
    "tsya": "тся", "ai": "ай", "ei": "ей", "oi": "ой",
    "ii": "ий", "iy": "ий", "ij": "ий", "yy": "ый", "yj": "ый",
    "a": "а", "b": "б", "c": "ц", "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и",
    "j": "й", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "q": "к", "r": "р",
    "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "кс", "y": "ы", "z": "з", "'": "ь",
}  # fmt: skip
_PIECE = re.compile("|".join(sorted(map(re.escape, _LETTERS), key=len, reverse=True)))
_SHORT_I = re.compile(r"(?<=[аеоуюя])ы")


def to_cyrillic(text: str) -> str:
    """Return lower-case Cyrillic that sounds like the Latin text; other characters stay."""
    sounded = _PIECE.sub(lambda match: _LETTERS[match[0]], text.lower())
    return _SHORT_I.sub("й", sounded)
