"""HTML: the main text of a page with its headings, lists and tables; nothing that is around it."""

import re
from dataclasses import dataclass, field

from lxml import html
from lxml.etree import LxmlError

from shared.domain.documents import DocumentTrouble
from workers.documents.errors import Unreadable
from workers.documents.readers.html_main import main_part
from workers.documents.readers.html_table import is_layout, read_table
from workers.documents.writer import MarkdownWriter, clean, one_line

_HEADING = re.compile(r"h([1-6])")
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong",
    "strike", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_DEEPEST = 150
"""Of nested elements; below it only text is taken. Written by hand, a page has twenty levels."""


def read_html(text: str, writer: MarkdownWriter) -> str:
    """Write the page and return what it calls itself.

    Raises:
        Unreadable: it cannot be parsed at all.
    """
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = html.document_fromstring(clean(text).encode(), parser=parser)
    except (LxmlError, ValueError) as error:
        raise Unreadable(DocumentTrouble.BROKEN, type(error).__name__) from error
    titles = root.xpath("//head/title")
    title = one_line(titles[0].text_content()) if titles else ""
    _Walk(writer).block(main_part(root), 0)
    return title


@dataclass(slots=True)
class _Item:
    """An item of a list that is open."""

    marker: str
    lines: list[str] = field(default_factory=list)


class _Walk:
    """One pass over a page; text between blocks gathers until the next block begins."""

    def __init__(self, writer: MarkdownWriter) -> None:
        self._writer = writer
        self._inline: list[str] = []
        self._level = 1
        self._items: list[_Item] = []

    def block(self, element: html.HtmlElement, depth: int) -> None:
        """Write an element that stands on its own lines."""
        self._gather(element, depth)
        self._flush()

    def _gather(self, element: html.HtmlElement, depth: int) -> None:
        self._inline.append(_spaced(element.text))
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, depth + 1)
            self._inline.append(_spaced(child.tail))

    def _child(self, child: html.HtmlElement, depth: int) -> None:
        tag = child.tag.lower()
        if tag == "br":
            self._inline.append("\n")
        elif depth > _DEEPEST:
            self._inline.append(_spaced(child.text_content()))
        elif tag in _INLINE and not _holds_blocks(child):
            self._gather(child, depth)
        else:
            self._flush()
            self._special(tag, child, depth)

    def _special(self, tag: str, child: html.HtmlElement, depth: int) -> None:
        if tag in ("table", "dl", "pre", "summary") or _HEADING.fullmatch(tag):
            self._write_item()
        if match := _HEADING.fullmatch(tag):
            self._heading(int(match[1]), child)
        elif tag == "summary":  # the question of an accordion
            self._writer.heading(min(self._level + 1, 6), child.text_content())
        elif tag in ("ul", "ol", "menu"):
            self._list(child, depth, is_numbered=tag == "ol")
        elif tag == "table" and not is_layout(child):
            caption, rows, has_header = read_table(child)
            self._writer.paragraph(caption)
            self._writer.table(rows, has_header=has_header)
        elif tag == "dl":
            self._definitions(child)
        elif tag == "pre":
            self._writer.code(child.text_content())
        else:
            self.block(child, depth)

    def _heading(self, level: int, element: html.HtmlElement) -> None:
        self._level = level
        self._writer.heading(level, element.text_content())

    def _list(self, element: html.HtmlElement, depth: int, *, is_numbered: bool) -> None:
        self._write_item()
        number = 0
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.tag.lower() != "li":
                self._special(child.tag.lower(), child, depth + 1)
                continue
            number += 1
            self._items.append(_Item(f"{number}." if is_numbered else "-"))
            self.block(child, depth + 1)
            self._write_item()
            self._items.pop()

    def _definitions(self, element: html.HtmlElement) -> None:
        term = ""
        for child in element.iter("dt", "dd"):
            words = one_line(child.text_content())
            if child.tag == "dt":
                term = words
            elif words:
                self._writer.item(f"{term.rstrip(':')}: {words}" if term else words)

    def _flush(self) -> None:
        text = re.sub(r" *\n *", "\n", re.sub(r"[ \t]+", " ", "".join(self._inline))).strip()
        self._inline = []
        if text and self._items:
            self._items[-1].lines.append(text)
        elif text:
            self._writer.paragraph(text)

    def _write_item(self) -> None:
        """Write what the open item holds so far; what comes later in it follows by itself."""
        if self._items and (lines := self._items[-1].lines):
            self._writer.item(
                "\n".join(lines), depth=len(self._items) - 1, marker=self._items[-1].marker
            )
            self._items[-1] = _Item("-")


def _spaced(text: str | None) -> str:
    """Return text with its line ends as spaces: only ``<br>`` ends a line."""
    return re.sub(r"\s+", " ", text or "")


def _holds_blocks(element: html.HtmlElement) -> bool:
    """Whether an inline element has blocks in it: ``<a><h3>…</h3></a>`` is usual."""
    return any(
        isinstance(child.tag, str) and child.tag.lower() not in _INLINE and child.tag != "br"
        for child in element.iterdescendants()
    )
