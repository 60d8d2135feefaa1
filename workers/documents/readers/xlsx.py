"""XLSX: each sheet is a list of questions and answers."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO
from zipfile import BadZipFile

from lxml.etree import LxmlError
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits, Note
from workers.documents.errors import Unreadable
from workers.documents.readers.answers import AnswerList
from workers.documents.readers.archive import check_archive
from workers.documents.writer import MarkdownWriter

_DAMAGES = (
    InvalidFileException, BadZipFile, LxmlError, SyntaxError, KeyError, ValueError, TypeError,
    AttributeError, IndexError, EOFError,
)  # fmt: skip
"""openpyxl trusts the shape of what it reads; expat's error is a ``SyntaxError``."""


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
                _texts(rows),
                level=2 if is_alone else 3,
                place="" if is_alone else f"{sheet.title} ",
            )
    except _DAMAGES as error:
        raise Unreadable(DocumentTrouble.BROKEN, type(error).__name__) from error
    return answers.notes()


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
