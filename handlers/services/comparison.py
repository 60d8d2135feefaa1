"""Two texts side by side: lines that went and came, and in changed lines the words.

``difflib`` compares; what would take it long is shown as replaced whole.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from shared.contracts.knowledge import DiffLine, DiffPart, DocumentDiff

_CONTEXT = 3
_MOST_LINES = 2_000
"""Of a comparison that is shown."""
_MOST_COMPARED = 20_000
_MOST_WORDS = 400
_BUDGET = 60_000
"""Words of all lines together that are compared: about a second."""
_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.4
"""Lines that share less are not each other's versions."""

_Op = tuple[str, int, int, int, int]


def compare(before: tuple[int, str], after: tuple[int, str]) -> DocumentDiff:
    """Compare two versions, each with its number."""
    old, new = before[1].splitlines(), after[1].splitlines()
    words = _Words()
    lines: list[DiffLine] = []
    added = removed = 0
    for line in _lines(old, new, words):
        added += line.kind == "added"
        removed += line.kind == "removed"
        lines.append(line)
    return DocumentDiff(
        before=before[0],
        after=after[0],
        lines=tuple(lines[:_MOST_LINES]),
        added=added,
        removed=removed,
        is_cut=len(lines) > _MOST_LINES,
    )


def _lines(old: Sequence[str], new: Sequence[str], words: "_Words") -> Iterator[DiffLine]:
    for kind, a, b, c, d in _operations(old, new):
        if kind == "equal":
            yield from _same(old[a:b], is_first=a == 0, is_last=b == len(old))
        else:
            yield from _replaced(old[a:b], new[c:d], words)


def _operations(old: Sequence[str], new: Sequence[str]) -> Sequence[_Op]:
    if len(old) + len(new) > _MOST_COMPARED:
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old, new, autojunk=True).get_opcodes()


def _same(lines: Sequence[str], *, is_first: bool, is_last: bool) -> Iterator[DiffLine]:
    head = 0 if is_first else _CONTEXT
    tail = 0 if is_last else _CONTEXT
    if len(lines) <= head + tail + 1:
        head, tail = len(lines), 0
    yield from map(_plain, lines[:head])
    if skipped := len(lines) - head - tail:
        yield DiffLine(kind="skipped", count=skipped)
    yield from map(_plain, lines[len(lines) - tail :])


def _plain(line: str) -> DiffLine:
    return DiffLine(kind="same", parts=(DiffPart(text=line),))


def _replaced(old: Sequence[str], new: Sequence[str], words: "_Words") -> Iterator[DiffLine]:
    """Yield what went and then what came; the words that differ are marked pair by pair."""
    pairs = [words.compare(one, other) for one, other in zip_longest(old, new)]
    for went, _ in pairs:
        if went is not None:
            yield DiffLine(kind="removed", parts=went)
    for _, came in pairs:
        if came is not None:
            yield DiffLine(kind="added", parts=came)


_Parts = tuple[DiffPart, ...]


class _Words:
    """Compares lines word by word, while its time lasts."""

    def __init__(self) -> None:
        self._left = _BUDGET

    def compare(self, old: str | None, new: str | None) -> tuple[_Parts | None, _Parts | None]:
        if old is None or new is None or self._left <= 0:
            return _whole(old), _whole(new)
        one, other = _WORDS.findall(old), _WORDS.findall(new)
        if max(len(one), len(other)) > _MOST_WORDS:
            return _whole(old), _whole(new)
        self._left -= len(one) + len(other)
        matcher = SequenceMatcher(None, one, other, autojunk=False)
        if matcher.ratio() < _ALIKE:
            return _whole(old), _whole(new)
        left: list[DiffPart] = []
        right: list[DiffPart] = []
        for kind, a, b, c, d in matcher.get_opcodes():
            is_changed = kind != "equal"
            if b > a:
                left.append(DiffPart(text="".join(one[a:b]), changed=is_changed))
            if d > c:
                right.append(DiffPart(text="".join(other[c:d]), changed=is_changed))
        return tuple(left), tuple(right)


def _whole(line: str | None) -> _Parts | None:
    return None if line is None else (DiffPart(text=line),)
