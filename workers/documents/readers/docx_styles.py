"""What a DOCX paragraph is by its style and numbering, which Word keeps apart from it."""

import re
from dataclasses import dataclass
from typing import Any

from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_HEADING = re.compile(r"(?:heading|заголовок)\s*([1-9])", re.IGNORECASE)
_TITLES = ("title", "название", "заголовок")
_BULLET = "bullet"
_MOST_BASES = 20


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph's place in a list."""

    depth: int
    marker: str


class Styles:
    """Levels of headings and lists that come with a style, or with one it is based on."""

    def __init__(self, document: Docx) -> None:
        root: Any = document.styles.element
        self._by_id = {style.get(qn("w:styleId")): style for style in root.iter(qn("w:style"))}
        self._levels: dict[str | None, int] = {}

    def level(self, paragraph: Paragraph) -> int:
        """Return 1 for the title, more for headings, 0 for other paragraphs."""
        own = _value(paragraph._p, "w:pPr/w:outlineLvl")  # noqa: SLF001
        if own is not None and own.isdigit() and int(own) < 9:
            return int(own) + 2
        style = self.style_of(paragraph)
        if style not in self._levels:
            self._levels[style] = self._level(style)
        return self._levels[style]

    def numbering(self, paragraph: Paragraph) -> Any | None:  # noqa: ANN401 (an lxml element)
        """Return the numbering that the paragraph's style brings."""
        for style in self._chain(self.style_of(paragraph)):
            found = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
            if found is not None:
                return found
        return None

    def style_of(self, paragraph: Paragraph) -> str | None:
        """Return the id of the paragraph's style."""
        return _value(paragraph._p, "w:pPr/w:pStyle")  # noqa: SLF001

    def name(self, paragraph: Paragraph) -> str:
        """Return the name of the paragraph's style, in small letters; empty without one."""
        style = self._by_id.get(self.style_of(paragraph))
        return "" if style is None else (_value(style, "w:name") or "").lower()

    def _chain(self, style_id: str | None) -> list[Any]:
        found: list[Any] = []
        while style_id in self._by_id and len(found) < _MOST_BASES:
            found.append(self._by_id[style_id])
            style_id = _value(found[-1], "w:basedOn")
        return found

    def _level(self, style_id: str | None) -> int:
        for style in self._chain(style_id):
            name = (_value(style, "w:name") or "").strip().lower()
            if name in _TITLES:
                return 1
            if match := _HEADING.fullmatch(name):
                return int(match[1]) + 1
            outline = _value(style, "w:pPr/w:outlineLvl")
            if outline is not None and outline.isdigit() and int(outline) < 9:
                return int(outline) + 2
        return 0


class Numbering:
    """Markers of list items: a dash, or the number that Word would show."""

    def __init__(self, document: Docx) -> None:
        self._formats: dict[tuple[str, str], str] = {}
        self._counts: dict[tuple[str, int], int] = {}
        try:
            root: Any = document.part.numbering_part.element
        except (KeyError, NotImplementedError):  # no list in the document
            return
        lists = {each.get(qn("w:abstractNumId")): each for each in root.iter(qn("w:abstractNum"))}
        for number in root.iter(qn("w:num")):
            abstract = lists.get(_value(number, "w:abstractNumId"))
            for level in [] if abstract is None else abstract.iter(qn("w:lvl")):
                key = number.get(qn("w:numId")), level.get(qn("w:ilvl"))
                self._formats[key] = _value(level, "w:numFmt") or _BULLET

    def item(self, paragraph: Paragraph, styles: Styles) -> Item | None:
        """Return the paragraph's place in its list, if it is an item."""
        found: Any = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")  # noqa: SLF001
        if found is None:
            found = styles.numbering(paragraph)
        if found is None:
            return None
        number, level = _value(found, "w:numId") or "0", _value(found, "w:ilvl") or "0"
        if number == "0" or not level.isdigit():  # Word's way to take an item out of its list
            return None
        depth = int(level)
        if self._formats.get((number, level), _BULLET) in (_BULLET, "none"):
            return Item(depth, "-")
        for deeper in [key for key in self._counts if key[0] == number and key[1] > depth]:
            del self._counts[deeper]
        count = self._counts.get((number, depth), 0) + 1
        self._counts[number, depth] = count
        return Item(depth, f"{count}.")


def _value(element: Any, path: str) -> str | None:  # noqa: ANN401 (an lxml element)
    """Return ``w:val`` of the element at ``path`` below ``element``."""
    found = element.find("/".join(qn(step) for step in path.split("/")))
    value = None if found is None else found.get(qn("w:val"))
    return None if value is None else str(value)
