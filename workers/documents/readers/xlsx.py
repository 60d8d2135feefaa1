"""XLSX: each sheet is a list of questions and answers."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile

from lxml.etree import LxmlError
from openpyxl import load_workbook
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits, Note
from workers.documents.errors import Unreadable
from workers.documents.readers.answers import AnswerList
from workers.documents.readers.archive import check_archive
from workers.documents.writer import MarkdownWriter

_DAMAGES = (
    InvalidFileException, BadZipFile, LxmlError, SyntaxError, KeyError, ValueError, TypeError,
    AttributeError, IndexError, EOFError, expat.ExpatError,
)  # fmt: skip
"""openpyxl trusts the shape of what it reads; expat's error is a ``SyntaxError``."""
_MOST_MERGED = 20_000


def read_xlsx(content: bytes, writer: MarkdownWriter, limits: Limits) -> tuple[Note, ...]:
    """Write the rows of every sheet that is shown.

    Raises:
        Unreadable: it is damaged, or has no rows with a question and an answer.
        Hostile: it is made to harm.
        OverLimit: it has too many rows or cells.
    """
    check_archive(content, limits)
    answers = AnswerList(writer, limits)
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in sheets:
            is_alone = len(sheets) == 1
            # What a sheet says of its size may be anything, and rows are padded to it.
            sheet.reset_dimensions()
            if not is_alone:
                writer.heading(2, sheet.title)
            rows = sheet.iter_rows(max_col=limits.columns, values_only=True)
            answers.sheet(
                _unmerged(_texts(rows), _merged(sheet)),
                level=2 if is_alone else 3,
                place="" if is_alone else f"{sheet.title} ",
            )
    except _DAMAGES as error:
        raise Unreadable(DocumentTrouble.BROKEN, type(error).__name__) from error
    return answers.notes()


def _merged(sheet: Any) -> dict[int, list[tuple[int, int]]]:  # noqa: ANN401 (of openpyxl)
    """Return cells that are merged over rows: by their first row their column and last row.

    openpyxl forgets them when it reads row by row, which a large sheet needs.
    """
    found: dict[int, list[tuple[int, int]]] = {}

    def begin(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(":")[2] != "mergeCell" or len(found) >= _MOST_MERGED:
            return
        left, top, _, bottom = range_boundaries(attributes.get("ref", ""))
        if left and top and bottom and bottom > top:
            found.setdefault(top, []).append((left - 1, bottom))

    parser = expat.ParserCreate()  # keeps nothing of a sheet that may be large
    parser.StartElementHandler = begin
    with sheet._get_source() as source:  # noqa: SLF001 (where its rows come from too)
        parser.ParseFile(source)
    return found


def _unmerged(
    rows: Iterator[list[str]], merged: dict[int, list[tuple[int, int]]]
) -> Iterator[list[str]]:
    """Repeat what stands in a merged cell in each of its rows."""
    held: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(rows, 1):
        for column, (last, text) in list(held.items()):
            if number > last:
                del held[column]
            elif any(row):
                row.extend([""] * (column + 1 - len(row)))
                row[column] = row[column] or text
        for column, last in merged.get(number, ()):
            if column < len(row) and row[column]:
                held[column] = (last, row[column])
        yield row


def _texts(rows: Iterator[Sequence[object]]) -> Iterator[list[str]]:
    for row in rows:
        cells = [_text(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def _text(value: object) -> str:
    """Return a cell as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().strftime("%d.%m.%Y")
    if isinstance(value, datetime | date):
        return value.strftime("%d.%m.%Y %H:%M" if isinstance(value, datetime) else "%d.%m.%Y")
    return str(value)
