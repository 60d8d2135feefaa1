"""What is repeated above and below each page of a PDF, and the numbers of the pages."""

import re
from collections import Counter
from collections.abc import Sequence

from workers.documents.readers.pdf_columns import Line

_PAGE_NUMBER = re.compile(
    r"\W*(?:стр(?:аница)?\.?|page)?\s*\d{1,4}(?:\s*(?:из|of|/)\s*\d+)?\W*", re.I
)
_DEEPEST = 3
"""Lines of a header or a footer."""

Mark = tuple[str, float]


def running_lines(pages: Sequence[Sequence[Line]]) -> frozenset[Mark]:
    """Return what most pages begin or end with, all but the numbers in it.

    What is in smaller letters than the text may stand on further lines. Large letters with a
    number are chapters, and two pages must have the very same words.
    """
    if len(pages) < 2:
        return frozenset()
    body = body_size(pages)
    edges = Counter(mark for page in pages for mark in _edges(page, body))
    least = len(pages) / 2
    return frozenset(
        mark
        for mark, count in edges.items()
        if count > least and ("#" not in mark[0] or (len(pages) > 2 and mark[1] <= body))
    )


def body_size(pages: Sequence[Sequence[Line]]) -> float:
    """Return the size of most letters, in points; 0 without any."""
    weights: Counter[float] = Counter()
    for page in pages:
        for line in page:
            weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def _edges(page: Sequence[Line], body: float) -> set[Mark]:
    outer = (*page[:1], *page[-1:])
    inner = (*page[1:_DEEPEST], *page[-_DEEPEST:-1])
    return {_mark(line) for line in (*outer, *(line for line in inner if line.size < body))}


def without_edges(page: Sequence[Line], running: frozenset[Mark]) -> list[Line]:
    """Return the lines of a page without its header and footer."""
    lines = list(page)
    for edge in (0, -1):
        for _ in range(_DEEPEST + 1):
            if lines and (
                _mark(lines[edge]) in running or _PAGE_NUMBER.fullmatch(lines[edge].text)
            ):
                lines.pop(edge)
    return lines


def _mark(line: Line) -> Mark:
    return re.sub(r"\d+", "#", line.text), line.size
