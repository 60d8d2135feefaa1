"""PDF: the text of its pages as lines, each with its size and place, put together again."""

from ctypes import byref
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits
from workers.documents.errors import OverLimit, Unreadable
from workers.documents.readers.archive import too_many
from workers.documents.readers.pdf_columns import Line
from workers.documents.readers.pdf_layout import joined, write_lines
from workers.documents.writer import MarkdownWriter

_HYPHEN = "\u00ad"
_BREAKS = (0x02, 0xFFFE)
"""pdfium's marks for a hyphen at the end of a line."""
_CELL, _CELL_GAP = "\t", 0.5
_NO_TEXT = 10
_PROGRAMS = ("microsoft word", "untitled", "без имени", "документ")


def read_pdf(content: bytes, writer: MarkdownWriter, limits: Limits) -> str:
    """Write the document and return the title that it has in its properties.

    Raises:
        Unreadable: it is damaged or encrypted, or has only images.
        OverLimit: it has too many pages or too much text.
    """
    try:
        with pdfium.PdfDocument(content) as document:
            if len(document) > limits.pages:
                raise too_many(DocumentTrouble.TOO_MANY_PAGES, limits.pages)
            pages = _pages(document, limits)
            letters = sum(len(line.text) for page in pages for line in page)
            if letters < _NO_TEXT and _has_images(document):
                raise Unreadable(DocumentTrouble.IMAGES_ONLY)
            title = _title(document)
    except pdfium.PdfiumError as error:
        is_locked = error.err_code == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        trouble = DocumentTrouble.ENCRYPTED if is_locked else DocumentTrouble.BROKEN
        raise Unreadable(trouble, str(error)) from error
    write_lines(pages, writer)
    return title


def _pages(document: Any, limits: Limits) -> list[list[Line]]:  # noqa: ANN401 (pdfium has no types)
    pages: list[list[Line]] = []
    left = limits.text
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise OverLimit(DocumentTrouble.TOO_LONG, f"more than {limits.text} characters")
        pages.append(_lines(text))
        text.close()
        page.close()
    return pages


def _lines(page: Any) -> list[Line]:  # noqa: ANN401
    """Return the lines of a page in the order of the file, which is that of reading."""
    lines: list[Line] = []
    letters: list[str] = []
    places: list[int] = []
    starts: list[float] = []
    count = page.count_chars()
    for place in range(count + 1):
        code = raw.FPDFText_GetUnicode(page, place) if place < count else 10
        # pdfium joins a word that is broken at the end of a line, and the lines with it.
        is_broken = code in _BREAKS and places and _is_below(page, places[-1], place + 1, count)
        if is_broken:
            letters.append("-")
        if is_broken or code in (10, 13):
            if places and (text := _unbroken("".join(letters).strip())):
                lines.append(_line(page, text, places, starts))
            letters, places, starts = [], [], []
            continue
        if code > 32:
            if letters[-1:] == [" "] and places and _is_apart(page, places[-1], place):
                letters[-1] = _CELL
                starts.append(_box(page, place).left)
            places.append(place)
        letters.append(_letter(code))
    return lines


def _letter(code: int) -> str:
    if code in _BREAKS:
        return _HYPHEN
    return chr(code) if 0 < code < 0x110000 else ""


def _unbroken(text: str) -> str:
    """Mend words that pdfium has joined over the end of a line, with its mark between."""
    first, *more = text.split(_HYPHEN)
    for part in more:
        first = joined(f"{first}-", part) if part else f"{first}-"
    return first


def _line(page: Any, text: str, places: list[int], starts: list[float]) -> Line:  # noqa: ANN401
    first, last = (_box(page, place) for place in (places[0], places[-1]))
    return Line(
        text=text.replace(_CELL, " "),
        size=round((first.top - first.bottom) * 2) / 2,
        left=first.left,
        right=last.right,
        bottom=first.bottom,
        cells=tuple(cell.strip() for cell in text.split(_CELL)),
        starts=(first.left, *starts),
    )


def _is_below(page: Any, before: int, after: int, count: int) -> bool:  # noqa: ANN401
    """Whether the letter that comes next stands on another line."""
    while after < count and raw.FPDFText_GetUnicode(page, after) <= 32:
        after += 1
    if after >= count:
        return True
    one, other = _box(page, before), _box(page, after)
    return bool(abs(one.bottom - other.bottom) > (one.top - one.bottom) / 2)


def _is_apart(page: Any, before: int, after: int) -> bool:  # noqa: ANN401
    """Whether there is more between two letters than a space: they stand in two cells."""
    one, other = _box(page, before), _box(page, after)
    return bool(other.left - one.right > (one.top - one.bottom) * _CELL_GAP)


def _box(page: Any, place: int) -> Any:  # noqa: ANN401
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, place, byref(box))
    return box


def _has_images(document: Any) -> bool:  # noqa: ANN401
    kinds = [raw.FPDF_PAGEOBJ_IMAGE]
    return any(
        next(iter(document[number].get_objects(filter=kinds, max_depth=3)), None) is not None
        for number in range(min(len(document), 20))
    )


def _title(document: Any) -> str:  # noqa: ANN401
    title = str(document.get_metadata_value("Title") or "").strip()
    is_name = "." in title[-6:] or title.lower().startswith(_PROGRAMS)
    return "" if is_name else title
