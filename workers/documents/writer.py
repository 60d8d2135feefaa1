"""Markdown as the passage splitter reads it, from whatever a reader finds.

What stands in a document as plain text must not become structure: a line that begins with ``#``
or a fence is escaped, and a comment's beginning is broken up.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits
from workers.documents.errors import OverLimit

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u2060"
                        r"\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")  # fmt: skip
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_STRUCTURE = re.compile(r"^(\s*)(#{1,6}\s|```|~~~)", re.MULTILINE)
_TITLE_LIMIT = 300


def clean(text: str) -> str:
    """Return text in composed form, with one kind of line ends and nothing invisible in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x85", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n\n")
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text))


def one_line(text: str) -> str:
    """Return cleaned text on one line, with single spaces."""
    return " ".join(_SPACES.sub(" ", clean(text)).split())


def _plain(text: str) -> str:
    """Return cleaned lines that no reader of Markdown takes for structure."""
    lines = (_SPACES.sub(" ", line).strip() for line in clean(text).split("\n"))
    kept = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return _STRUCTURE.sub(r"\1\\\2", kept).replace("<!--", "<! --")


@dataclass(slots=True)
class _Block:
    text: str
    level: int = 0
    """Of a heading; 0 for what is none."""
    is_item: bool = False
    begins: bool = False
    """An item that continues no list above it."""
    comments: tuple[str, ...] = ()


class MarkdownWriter:
    """Collects headings, paragraphs, lists and tables in their order."""

    def __init__(self, limits: Limits) -> None:
        """Write at most what ``limits`` allow."""
        self._most = limits.text
        self._length = 0
        self._blocks: list[_Block] = []

    def heading(
        self,
        level: int,
        text: str,
        *,
        phrasings: Sequence[str] = (),
        agent: str | None = None,
        url: str | None = None,
    ) -> None:
        """Begin a section; the rest is what the splitter keeps for it beside its text."""
        said = {"phrasings": "; ".join(phrasings), "agent": agent or "", "url": url or ""}
        comments = tuple(
            f"<!-- {name}: {one_line(value).replace('-->', '')} -->"
            for name, value in said.items()
            if value
        )
        name = _plain(one_line(text))[:_TITLE_LIMIT].rstrip("# ")
        if name:
            self._add(_Block(name, level=level, comments=comments))

    def paragraph(self, text: str) -> None:
        """Add a paragraph; its line ends stay."""
        if plain := _plain(text):
            self._add(_Block(plain))

    def item(self, text: str, *, depth: int = 0, marker: str = "-", begins: bool = False) -> None:
        """Add an item to the list above it, unless it ``begins`` one."""
        if plain := _plain(text):
            indent = "  " * min(depth, 6)
            body = plain.replace("\n\n", "\n").replace("\n", f"\n{indent}  ")
            self._add(_Block(f"{indent}{marker} {body}", is_item=True, begins=begins))

    def code(self, text: str) -> None:
        """Add lines that are kept as they are."""
        body = clean(text).strip("\n").replace("```", "'''").replace("<!--", "<! --")
        if body.strip():
            self._add(_Block(f"```\n{body}\n```"))

    def table(self, rows: Sequence[Sequence[str]], *, has_header: bool) -> None:
        """Add each row as an item that names its columns, so that it can stand alone.

        A row of one cell stands across the columns and is of none of them.
        """
        cells = [[one_line(cell) for cell in row] for row in rows]
        header = cells.pop(0) if has_header and len(cells) > 1 else None
        begins = True
        for row in cells:
            if header is None or len(row) == 1:
                line = _without_header(row)
            else:
                pairs = zip(header + [""] * len(row), row, strict=False)
                line = "; ".join(
                    f"{name}: {cell}" if name else cell for name, cell in pairs if cell
                )
            self.item(line, begins=begins)
            begins = False

    def finish(self, title: str, *, by_heading: bool = True) -> tuple[str, str]:
        """Return the title and the whole text; ``title`` is used where no heading is one.

        The highest heading is the title if it comes first and is alone on its level. Otherwise,
        and without ``by_heading``, it begins a section like the others of its level.
        """
        levels = sorted({block.level for block in self._blocks if block.level})
        top = [n for n, block in enumerate(self._blocks) if levels and block.level == levels[0]]
        has_title = by_heading and top == [0]
        if has_title:
            title = self._blocks[0].text
        depth = {level: n for n, level in enumerate(levels, 1 if has_title else 2)}
        title = _plain(one_line(title))[:_TITLE_LIMIT]
        groups: list[list[str]] = [] if has_title or not title else [[f"# {title}"]]
        follows_item = False
        for block in self._blocks:
            text = f"{'#' * min(depth[block.level], 6)} {block.text}" if block.level else block.text
            lines = [text, *block.comments]
            if follows_item and block.is_item and not block.begins:
                groups[-1] += lines
            else:
                groups.append(lines)
            follows_item = block.is_item
        return title, "".join("\n".join(lines) + "\n\n" for lines in groups)[:-1]

    @property
    def has_headings(self) -> bool:
        """Whether any heading was written."""
        return any(block.level for block in self._blocks)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing but headings."""
        return all(block.level for block in self._blocks)

    def _add(self, block: _Block) -> None:
        self._length += len(block.text) + 2
        if self._length > self._most:
            raise OverLimit(DocumentTrouble.TOO_LONG, f"more than {self._most} characters")
        self._blocks.append(block)


def across(row: list[str], cells: int) -> list[str]:
    """Return a row that was made of ``cells``: one over several columns is said once."""
    return row[:1] if cells == 1 and len(set(row)) == 1 else row


def joined_header(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the header that several rows make: each column's words from above to below, once."""
    width = max(map(len, rows), default=0)
    columns = (
        dict.fromkeys(one_line(row[place]) for row in rows if place < len(row))
        for place in range(width)
    )
    return [" ".join(filter(None, words)) for words in columns]


def _without_header(row: Sequence[str]) -> str:
    """Two cells are mostly a name and its value."""
    filled = [cell for cell in row if cell]
    if len(filled) == 2:
        return ": ".join((filled[0].rstrip(": "), filled[1]))
    return "; ".join(filled)
