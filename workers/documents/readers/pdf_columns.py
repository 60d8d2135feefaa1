"""Lines of a PDF's page, and which of them stand side by side: columns of text, or a table."""

from collections.abc import Sequence
from dataclasses import dataclass

_COLUMN = 4.0
"""Points that the cells of a column may differ by in where they begin."""
_LEAST = 4
"""Rows side by side that may be columns of text."""
_PROSE = 0.25
"""Of the cells of each column: so many go on with a sentence, which those of a table begin."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; places are in points from the page's lower left corner."""

    text: str
    size: float
    left: float
    right: float
    bottom: float
    cells: tuple[str, ...] = ()
    """The parts of the line that stand apart, and where each begins."""
    starts: tuple[float, ...] = ()


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """Return lines with those of two columns of text one column after the other.

    Some programs write such a page line by line across it.
    """
    found: list[Line] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and is_aligned(lines[start], lines[end]):
            end += 1
        rows = lines[start:end]
        found += _columns(rows) if _is_prose(rows) else rows
        start = end
    return found


def _is_prose(rows: Sequence[Line]) -> bool:
    if len(rows) < _LEAST or len(rows[0].cells) != 2:
        return False
    return all(
        sum(_goes_on(row.cells[column]) for row in rows) >= len(rows) * _PROSE
        and sum(len(row.cells[column].split()) for row in rows) >= len(rows) * 2
        for column in range(2)
    )


def _goes_on(cell: str) -> bool:
    return cell[:1].islower() or cell.endswith(("-", "\u2010", "\u00ad"))


def _columns(rows: Sequence[Line]) -> list[Line]:
    return [
        Line(
            text=row.cells[column],
            size=row.size,
            left=row.starts[column],
            right=row.right if column else row.starts[1],
            bottom=row.bottom,
            cells=(row.cells[column],),
            starts=(row.starts[column],),
        )
        for column in range(2)
        for row in rows
    ]


def is_aligned(one: Line, other: Line) -> bool:
    """Whether two lines are rows of a table; words of even lines stand apart too, but anywhere."""
    if len(one.cells) < 2 or len(one.starts) != len(other.starts):
        return False
    pairs = zip(one.starts, other.starts, strict=True)
    return all(abs(left - right) < _COLUMN for left, right in pairs)
