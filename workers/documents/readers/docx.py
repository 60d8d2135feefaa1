"""DOCX: headings by their styles, lists by their numbering, tables row by row."""

import re
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document as Docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits
from workers.documents.errors import Unreadable
from workers.documents.readers.archive import check_archive, too_many
from workers.documents.readers.docx_styles import Numbering, Styles
from workers.documents.readers.docx_table import is_bold, read_table
from workers.documents.writer import MarkdownWriter

_BOLD_HEADING = 90
_CONTENTS = ("содержание", "оглавление", "contents", "table of contents")
_TO_PAGE = re.compile(r"\S.*\t\s*\d{1,4}\s*")


def read_docx(content: bytes, writer: MarkdownWriter, limits: Limits) -> str:
    """Write the document and return the title that it has in its properties.

    Raises:
        Unreadable: it is damaged or encrypted.
        Hostile: it is made to harm.
        OverLimit: it is too large.
    """
    check_archive(content, limits)
    try:
        document = docx.Document(BytesIO(content))
        _Reader(document, writer, limits).read()
        return str(document.core_properties.title or "")
    except (OpcError, LxmlError, BadZipFile, KeyError, ValueError, AttributeError) as error:
        # python-docx trusts the shape of what it reads.
        raise Unreadable(DocumentTrouble.BROKEN, type(error).__name__) from error


class _Reader:
    def __init__(self, document: Docx, writer: MarkdownWriter, limits: Limits) -> None:
        self._document = document
        self._writer = writer
        self._limits = limits
        self._styles = Styles(document)
        self._numbering = Numbering(document)
        self._cells = 0

    def read(self) -> None:
        """Go through the body in its order."""
        blocks = list(self._document.iter_inner_content())
        has_headings = any(
            isinstance(block, Paragraph) and self._styles.level(block) for block in blocks
        )
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            else:
                self._paragraph(block, by_bold=not has_headings)

    def _paragraph(self, paragraph: Paragraph, *, by_bold: bool) -> None:
        text = paragraph.text
        if not text.strip() or _is_contents(self._styles.name(paragraph), text):
            return
        level = self._styles.level(paragraph)
        item = self._numbering.item(paragraph, self._styles)
        if level:
            self._writer.heading(level, text)
        elif item is not None:
            self._writer.item(text, depth=item.depth, marker=item.marker)
        elif by_bold and _is_bold_line(paragraph, text):
            self._writer.heading(2, text)
        else:
            self._writer.paragraph(text)

    def _table(self, table: Table) -> None:
        caption, rows, has_header = read_table(table, self._count)
        if max(map(len, rows), default=0) < 2:  # a frame around text
            for cells in rows:
                self._writer.paragraph("\n\n".join(cells))
            return
        self._writer.paragraph(caption)
        self._writer.table(rows, has_header=has_header)

    def _count(self, cells: int) -> None:
        self._cells += cells
        if self._cells > self._limits.cells:
            raise too_many(DocumentTrouble.TOO_MANY_CELLS, self._limits.cells)


def _is_bold_line(paragraph: Paragraph, text: str) -> bool:
    """Whether it is how people who know no styles write headings."""
    line = text.strip()
    return len(line) <= _BOLD_HEADING and line[-1] not in ".,;" and is_bold(paragraph)


def _is_contents(style: str, text: str) -> bool:
    """Whether it is of a table of contents: what stands there stands below once more."""
    is_line = style.startswith(("toc ", "оглавление ")) or bool(_TO_PAGE.fullmatch(text))
    return is_line or text.strip().lower().rstrip(":") in _CONTENTS
