"""Tables of DOCX as rows of equal columns: merged cells repeated, headers of two rows joined."""

from collections.abc import Callable
from typing import Any

from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from workers.documents.readers.answers import names_answers
from workers.documents.writer import across, joined_header

_WIDEST = 64


def read_table(table: Table, count: Callable[[int], None]) -> tuple[str, list[list[str]], bool]:
    """Return a table's caption, its rows, and whether the first of them is the header.

    ``count`` hears of the cells of each row, and may refuse them.
    """
    elements: list[Any] = list(table._tbl.tr_lst)  # noqa: SLF001 (row.cells is quadratic)
    rows: list[list[str]] = []
    for row in elements:
        cells = _cells(row, rows[-1] if rows else [])
        count(len(cells))
        rows.append(cells)
    caption = ""
    if len(rows) > 2 and len(rows[0]) == 1 and max(map(len, rows)) > 1:
        caption = rows.pop(0)[0]
        elements.pop(0)
    headers = _headers(elements, rows)
    if headers > 1:
        rows[:headers] = [joined_header(rows[:headers])]
    return caption, rows, bool(headers)


def _cells(row: Any, above: list[str]) -> list[str]:  # noqa: ANN401 (an lxml element)
    cells: list[str] = []
    for cell in row.tc_lst:
        place = len(cells)
        goes_on = cell.vMerge == "continue" and place < len(above)
        text = above[place] if goes_on else "\n".join(_texts(cell))
        cells += [text] * min(max(int(cell.grid_span), 1), _WIDEST)
    return across(cells[:_WIDEST], len(row.tc_lst))


def _texts(cell: Any) -> list[str]:  # noqa: ANN401
    """Return the paragraphs of a cell, those of tables within it too."""
    found = cell.iter(qn("w:p"))
    return [text for text in (Paragraph(p, None).text for p in found) if text.strip()]  # type: ignore[arg-type]  # a parent is not needed for text


def _headers(elements: list[Any], rows: list[list[str]]) -> int:
    """Return how many rows at the top are header.

    Two columns are mostly names and values, unless the first row looks like a header.
    """
    if len(rows) < 2:
        return 0
    marked = 0
    while marked < min(3, len(rows) - 1) and elements[marked].xpath("./w:trPr/w:tblHeader"):
        marked += 1
    if marked:
        return marked
    first: Any = elements[0]
    is_grouped = len(first.tc_lst) > 1 and any(int(cell.grid_span) > 1 for cell in first.tc_lst)
    if is_grouped and len(rows) > 2:
        return 2
    is_header = len(rows[0]) > 2 or names_answers(rows[0]) or _is_bold_row(first)
    return int(is_header)


def _is_bold_row(row: Any) -> bool:  # noqa: ANN401
    lines = [Paragraph(p, None) for p in row.iter(qn("w:p"))]  # type: ignore[arg-type]
    lines = [line for line in lines if line.text.strip()]
    return bool(lines) and all(is_bold(line) for line in lines)


def is_bold(paragraph: Paragraph) -> bool:
    """Return whether all words of a paragraph are in bold."""
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)
