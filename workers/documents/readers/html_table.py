"""Tables of HTML as rows of equal columns: merged cells repeated, headers of two rows joined."""

from collections.abc import Sequence

from lxml import html

from workers.documents.readers.answers import names_answers
from workers.documents.writer import across, joined_header, one_line

_ROWS = "./tr | ./thead/tr | ./tbody/tr | ./tfoot/tr"
_WIDEST = 64
_MOST_HEADERS = 3
_SPAN = 1_000
"""Rows that a cell may be repeated in; more is a mistake, or made to be slow."""


def is_layout(table: html.HtmlElement) -> bool:
    """Whether a table only places things on the page."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    rows = table.xpath(_ROWS)
    return all(len(row) < 2 for row in rows) or table.find(".//h1") is not None


def read_table(table: html.HtmlElement) -> tuple[str, list[list[str]], bool]:
    """Return a table's caption, its rows, and whether the first of them is the header."""
    found = table.find("caption")
    caption = "" if found is None else one_line(found.text_content())
    elements = table.xpath(_ROWS)
    rows = _grid(elements)
    headers = _headers(elements)
    if headers > 1:
        rows[:headers] = [joined_header(rows[:headers])]
    width = max(map(len, rows), default=0)
    has_header = bool(headers) or width > 2 or (bool(rows) and names_answers(rows[0]))
    return caption, rows, has_header


def _headers(rows: Sequence[html.HtmlElement]) -> int:
    """Return how many rows at the top are header."""
    count = 0
    while count < min(len(rows) - 1, _MOST_HEADERS) and _is_header(rows[count]):
        count += 1
    if not count and len(rows) > 1 and _is_bold(rows[0]) and not _is_bold(rows[1]):
        return 1
    return count


def _is_header(row: html.HtmlElement) -> bool:
    cells = {cell.tag for cell in row if isinstance(cell.tag, str)}
    return cells == {"th"} or row.getparent().tag == "thead"


def _is_bold(row: html.HtmlElement) -> bool:
    """Whether all that is said in a row is in bold."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    return bool(cells) and all(
        one_line(cell.text_content())
        and one_line(cell.text_content())
        == one_line(
            " ".join(part.text_content() for part in cell.xpath("./b|./strong|./*/b|./*/strong"))
        )
        for cell in cells
    )


def _grid(rows: Sequence[html.HtmlElement]) -> list[list[str]]:
    grid: list[list[str]] = []
    held: dict[int, tuple[int, str]] = {}
    for row in rows:
        line: list[str] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _fill_held(line, held)
            text = " ".join(cell.itertext())
            down = _span(cell, "rowspan", _SPAN)
            for _ in range(_span(cell, "colspan", _WIDEST)):
                if len(line) < _WIDEST:
                    if down > 1:
                        held[len(line)] = (down - 1, text)
                    line.append(text)
        _fill_held(line, held)
        grid.append(across(line, len(row.xpath("./td|./th"))))
    return grid


def _fill_held(line: list[str], held: dict[int, tuple[int, str]]) -> None:
    """Put the cells from above that reach into this row where they stand."""
    while len(line) in held:
        left, text = held.pop(len(line))
        if left > 1:
            held[len(line)] = (left - 1, text)
        line.append(text)


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    value = cell.get(name, "1").strip()
    return (
        min(max(int(value), 1), most)
        if value.isascii() and value.isdigit() and len(value) < 6
        else 1
    )
