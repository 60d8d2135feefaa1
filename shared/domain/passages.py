"""How a Markdown document becomes passages: one section, one passage.

A document has one H1 title; its H2 and H3 sections are what visitors are answered with. A
section keeps its lists as they were written, because an answer quotes steps as steps. A comment
right under a heading says how visitors ask for the section::

    ## Wi-Fi is connected, but there is no internet
    <!-- phrasings: sites do not load; no internet access -->
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

SECTION_LIMIT = 2_400
"""Characters of a section above which it is split at paragraph or list boundaries."""

TITLE_SEPARATOR = " › "
"""Joins a document's title and the headings below it in ``Passage.title``."""

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_PHRASINGS = re.compile(r"<!--\s*phrasings:(.*?)-->", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^\s*(```|~~~)")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document that answers by itself.

    ``title`` holds the headings from H2 down, joined by ``TITLE_SEPARATOR``; it is empty for
    text that stands before the first of them. ``text`` is Markdown without headings.
    """

    title: str
    text: str
    phrasings: tuple[str, ...] = ()


def split_markdown(text: str) -> tuple[str, list[Section]]:
    """Split a Markdown document into its title and its sections, in their order.

    Headings without text of their own make no section; deeper headings than H3 stay in the text
    as plain lines. The title is empty when there is no H1.
    """
    title = ""
    path: dict[int, str] = {}
    sections: list[Section] = []
    lines: list[str] = []
    for line, heading in _lines(text):
        if heading is None:
            lines.append(line)
            continue
        depth, name = heading
        sections += _sections(path, lines)
        lines = []
        if depth == 1 and not title:
            title = name
        path = {level: old for level, old in path.items() if level < depth}
        path[depth] = name
    sections += _sections(path, lines)
    return title, sections


def passage_title(document: str, section: str) -> str:
    """Join a document's title and a section's headings as ``Passage.title`` shows them."""
    return TITLE_SEPARATOR.join(part for part in (document, section) if part)


def _lines(text: str) -> list[tuple[str, tuple[int, str] | None]]:
    """Return the lines, each with its heading (depth, name) if it is one outside a code fence."""
    found: list[tuple[str, tuple[int, str] | None]] = []
    in_fence = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = raw.rstrip()
        if _FENCE.match(line):
            in_fence = not in_fence
        match = None if in_fence else _HEADING.match(line)
        if match is None:
            found.append((line, None))
        elif len(match[1]) > _DEEPEST:
            found.append((match[2], None))
        else:
            found.append(("", (len(match[1]), match[2])))
    return found


def _sections(path: dict[int, str], lines: list[str]) -> list[Section]:
    raw = "\n".join(lines)
    phrasings = tuple(
        phrase
        for match in _PHRASINGS.finditer(raw)
        for phrase in (" ".join(part.split()) for part in match[1].split(";"))
        if phrase
    )
    body = re.sub(r"\n{3,}", "\n\n", _COMMENT.sub("", raw)).strip()
    if not body:
        return []
    title = TITLE_SEPARATOR.join(name for level, name in sorted(path.items()) if level > 1)
    return [Section(title, part, phrasings) for part in _split_long(body)]


def _split_long(text: str) -> list[str]:
    """Cut text over the limit at blank lines, then between list items, then between words."""
    if len(text) <= SECTION_LIMIT:
        return [text]
    return _pack(text.split("\n\n"), "\n\n", _split_block)


def _split_block(block: str) -> list[str]:
    """Cut one paragraph or list: items stay whole, lines that continue an item stay with it."""
    items: list[str] = []
    for line in block.split("\n"):
        if items and not _ITEM.match(line) and _ITEM.match(items[-1]):
            items[-1] += f"\n{line}"
        else:
            items.append(line)
    return _pack(items, "\n", _split_words)


def _split_words(line: str) -> list[str]:
    words = [
        word[start : start + SECTION_LIMIT]
        for word in line.split()
        for start in range(0, len(word), SECTION_LIMIT)
    ]
    return _pack(words, " ", lambda word: [word])


def _pack(pieces: list[str], joiner: str, split: Callable[[str], list[str]]) -> list[str]:
    """Join neighbours while they fit; a piece that alone does not fit is split further."""
    parts: list[str] = []
    open_part = ""
    for piece in pieces:
        if open_part and len(open_part) + len(joiner) + len(piece) <= SECTION_LIMIT:
            open_part += joiner + piece
            continue
        if open_part:
            parts.append(open_part)
        open_part = piece
        if len(piece) > SECTION_LIMIT:
            *whole, open_part = split(piece)
            parts += whole
    return [part for part in (*parts, open_part) if part.strip()]
