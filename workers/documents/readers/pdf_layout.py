"""Lines of a PDF into headings, paragraphs and lists: a PDF knows only where letters stand."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from workers.documents.readers.pdf_columns import Line, in_columns, is_aligned
from workers.documents.readers.pdf_edges import body_size, running_lines, without_edges
from workers.documents.writer import MarkdownWriter

_ITEM = re.compile(r"^([-*•●▪◦‣–—·]|\d{1,2}[.)])\s+(\S.*)$")
_LARGER = 1.12
_HEADING_LIMIT = 200
_GAP = 1.6
"""Of the usual distance between lines; more begins a paragraph."""
_KEPT_HYPHENS = re.compile(
    r"(?:\b(?:по|из|кое|кой|во|в)-$)|^(?:то|либо|нибудь|ка|таки|за|под|над)\b", re.IGNORECASE
)


def write_lines(pages: Sequence[Sequence[Line]], writer: MarkdownWriter) -> None:
    """Write the pages as one text, without what is repeated above and below each."""
    pages = [in_columns(page) for page in pages]
    running = running_lines(pages)
    levels, step, width = _levels(pages), _step(pages), _width(pages)
    state = _State(writer)
    for page in pages:
        above: Line | None = None
        lines = without_edges(page, running)
        rows = _rows(lines)
        for place, line in enumerate(lines):
            if place in rows:
                state.table(rows[place])
                above = None
            if any(start <= place < start + len(rows[start]) for start in rows):
                continue
            is_apart = above is None or not 0 < above.bottom - line.bottom < step * _GAP
            level = levels.get(line.size, 0) if len(line.text) <= _HEADING_LIMIT else 0
            is_end = above is not None and _ends(above, width)
            state.add(line, level, is_apart=is_apart and above is not None, is_end=is_end)
            above = line
        state.end_page()
    state.flush()


class _State:
    """What is being put together: one heading, item or paragraph."""

    def __init__(self, writer: MarkdownWriter) -> None:
        self._writer = writer
        self._text = ""
        self._level = 0
        self._marker = ""

    def add(self, line: Line, level: int, *, is_apart: bool, is_end: bool) -> None:
        """Take the next line."""
        item = None if level else _ITEM.match(line.text)
        goes_on = self._text and level == self._level and item is None and not is_apart
        if goes_on and (level or self._marker or not is_end):
            self._text = joined(self._text, line.text)
            return
        self.flush()
        self._level = level
        self._marker = (item[1] if item[1][0].isdigit() else "-") if item else ""
        self._text = item[2] if item else line.text

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Write a table."""
        self.flush()
        self._writer.table(rows, has_header=len(rows[0]) > 2)

    def end_page(self) -> None:
        """Leave a sentence open that goes on overleaf."""
        if self._level or self._text.endswith((".", "!", "?", ":", ";")):
            self.flush()

    def flush(self) -> None:
        """Write what was put together."""
        if self._level:
            self._writer.heading(self._level, self._text)
        elif self._marker:
            self._writer.item(self._text, marker=self._marker)
        else:
            self._writer.paragraph(self._text)
        self._text, self._level, self._marker = "", 0, ""


def joined(text: str, more: str) -> str:
    """Return a line with the next one; a word that was broken between them is whole again."""
    if text.endswith(("-", "\u2010", "\u00ad")) and text[-2:-1].isalpha() and more[:1].islower():
        keeps = _KEPT_HYPHENS.search(text.rsplit(maxsplit=1)[-1]) or _KEPT_HYPHENS.match(more)
        return f"{text}{more}" if keeps else f"{text[:-1]}{more}"
    return f"{text} {more}"


def _rows(lines: Sequence[Line]) -> dict[int, list[tuple[str, ...]]]:
    """Return tables by the place of their first line: lines whose cells stand in columns."""
    found: dict[int, list[tuple[str, ...]]] = {}
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and is_aligned(lines[start], lines[end]):
            end += 1
        if end - start > 1:
            found[start] = [line.cells for line in lines[start:end]]
        start = end
    return found


def _ends(line: Line, width: float) -> bool:
    return line.right < width * 0.85 and line.text.endswith((".", "!", "?", ":", ";"))


def _levels(pages: Sequence[Sequence[Line]]) -> dict[float, int]:
    """Return the level of heading of each size that is larger than that of most of the text."""
    body = body_size(pages)
    sizes = {line.size for page in pages for line in page}
    larger = sorted((size for size in sizes if size > body * _LARGER), reverse=True)
    return {size: min(level, 6) for level, size in enumerate(larger, 1)}


def _step(pages: Sequence[Sequence[Line]]) -> float:
    steps = [
        above.bottom - line.bottom
        for page in pages
        for above, line in pairwise(page)
        if 0 < above.bottom - line.bottom < 60
    ]
    return median(steps) if steps else 0.0


def _width(pages: Sequence[Sequence[Line]]) -> float:
    return max((line.right for page in pages for line in page), default=0.0)
