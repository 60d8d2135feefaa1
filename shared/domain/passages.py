"""How a Markdown document becomes passages: one section, one passage.

A document has one H1 title; its H2 and H3 sections are what visitors are answered with. A
section keeps its lists as they were written, because an answer quotes steps as steps. A comment
right under a heading says how visitors ask for the section::

    ## Wi-Fi is connected, but there is no internet
    <!-- phrasings: sites do not load; no internet access -->

In the same way ``agent:`` gives the section to another agent of the site than the document's, and
``url:`` says where visitors can read it.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

SECTION_LIMIT = 2_400
"""Characters of a section above which it is split at paragraph or list boundaries."""

TITLE_SEPARATOR = " › "
"""Joins a document's title and the headings below it in ``Passage.title``."""

_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*#*$")
_NOTE = re.compile(r"<!--\s*(phrasings|agent|url):(.*?)-->", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"^\s*(```|~~~)")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?\s*$")
_NOT_WORDS = re.compile(r"[\s.,;:!?…«»\"'“”„()\[\]{}*_`>|]+|[-–—](?!\d)|\\")
_DEEPEST = 3
_SENTENCE = re.compile(r"(?<=[.!?…;])\s")
_OPENING_LIMIT = 70
_LINE_LIMIT = 1_000
"""Of what may be a heading or a table's rule: on a longer line their patterns take for ever."""

_NOTE_LIMIT = 2_000
_PHRASINGS_LIMIT = 4_000
"""Characters: each part of a long section has them all, so without a bound they would multiply."""

Sentences = Callable[[str], list[str]]
"""Cuts a paragraph into its sentences; rooms differ in what they have for it."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document that answers by itself.

    ``title`` holds the headings from H2 down, joined by ``TITLE_SEPARATOR``; it is empty for
    text that stands before the first of them. ``text`` is Markdown without headings.
    """

    title: str
    text: str
    phrasings: tuple[str, ...] = ()
    agent: str = ""
    """Slug or name of an agent; empty: the document's."""
    url: str = ""


def split_markdown(text: str, sentences: Sentences | None = None) -> tuple[str, list[Section]]:
    """Split a Markdown document into its title and its sections, in their order.

    Headings without text of their own make no section; deeper headings than H3 stay in the text
    as plain lines. The title is empty when there is no H1. A paragraph that is too long is cut
    where ``sentences`` end, or between words.
    """
    cut = _Cutter(sentences)
    title = ""
    path: dict[int, str] = {}
    sections: list[Section] = []
    lines: list[str] = []
    for line, heading in _lines(text):
        if heading is None:
            lines.append(line)
            continue
        depth, name = heading
        sections += _sections(path, lines, cut)
        lines = []
        if depth == 1 and not title:
            title = name
        path = {level: old for level, old in path.items() if level < depth}
        path[depth] = name
    sections += _sections(path, lines, cut)
    return title, sections


def opening(text: str) -> str:
    """Return the first words of a text without a heading: what a visitor can be offered."""
    line = next((line for line in map(str.strip, text.splitlines()) if line), "")
    sentence = _SENTENCE.split(line, maxsplit=1)[0]
    if len(sentence) <= _OPENING_LIMIT:
        return sentence.rstrip(".;")
    return sentence[:_OPENING_LIMIT].rsplit(" ", 1)[0].rstrip(",;:—- ") + "…"


def passage_title(document: str, section: str) -> str:
    """Join a document's title and a section's headings as ``Passage.title`` shows them."""
    return TITLE_SEPARATOR.join(part for part in (document, section) if part)


def said_alike(text: str) -> str:
    """Return a text's words, equal for texts that differ in case and punctuation alone.

    Numbers are words, so «10» and «11» stay two answers.
    """
    return " ".join(_NOT_WORDS.sub(" ", text.casefold().replace("ё", "е")).split())


def bounded_phrasings(phrasings: Iterable[str]) -> tuple[str, ...]:
    """Return the first phrasings, as many as a section may have."""
    kept: list[str] = []
    left = _PHRASINGS_LIMIT
    for phrase in phrasings:
        left -= len(phrase)
        if left < 0:
            break
        kept.append(phrase)
    return tuple(kept)


def _lines(text: str) -> list[tuple[str, tuple[int, str] | None]]:
    """Return the lines, each with its heading (depth, name) if it is one outside a code fence."""
    found: list[tuple[str, tuple[int, str] | None]] = []
    in_fence = False
    for raw in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = raw.rstrip()
        if _FENCE.match(line):
            in_fence = not in_fence
        is_heading = not in_fence and len(line) <= _LINE_LIMIT
        match = _HEADING.match(line) if is_heading else None
        if match is None:
            found.append((line, None))
        elif len(match[1]) > _DEEPEST:
            found.append((match[2], None))
        else:
            found.append(("", (len(match[1]), match[2])))
    return found


def _sections(path: dict[int, str], lines: list[str], cut: "_Cutter") -> list[Section]:
    raw = "\n".join(lines)
    # Beyond the last end no comment is whole, and looking for one takes for ever.
    end = raw.rfind("-->") + 3
    raw, rest = (raw[:end], raw[end:]) if end > 2 else ("", raw)
    notes = [(match[1].lower(), match[2]) for match in _NOTE.finditer(raw)]
    phrasings = bounded_phrasings(
        phrase
        for name, value in notes
        if name == "phrasings"
        for phrase in (" ".join(part.split()) for part in value.split(";"))
        if phrase
    )
    said = {name: " ".join(value.split()) for name, value in notes if len(value) <= _NOTE_LIMIT}
    body = re.sub(r"\n{3,}", "\n\n", _COMMENT.sub("", raw) + rest).strip()
    if not body:
        return []
    title = TITLE_SEPARATOR.join(name for level, name in sorted(path.items()) if level > 1)
    return [
        Section(title, part, phrasings, said.get("agent", ""), said.get("url", ""))
        for part in cut.text(body)
    ]


class _Cutter:
    """Cuts text over the limit at the best places it has."""

    def __init__(self, sentences: Sentences | None) -> None:
        self._sentences = sentences

    def text(self, text: str) -> list[str]:
        """Cut at blank lines first, but not between a list and the line that leads to it."""
        if len(text) <= SECTION_LIMIT:
            return [text]
        blocks: list[str] = []
        for block in text.split("\n\n"):
            leads = bool(blocks) and blocks[-1].rstrip().endswith(":")
            if leads and _ITEM.match(block) and len(blocks[-1]) + len(block) < SECTION_LIMIT:
                blocks[-1] += f"\n\n{block}"
            else:
                blocks.append(block)
        return _pack(blocks, "\n\n", self._block)

    def _block(self, block: str) -> list[str]:
        """Cut one paragraph, list or table: items and rows stay whole."""
        lines = block.split("\n")
        is_short = len(lines) > 2 and len(lines[1]) <= _LINE_LIMIT
        if is_short and "|" in lines[0] and _TABLE_RULE.match(lines[1]):
            return self._table(lines)
        items: list[str] = []
        for line in lines:
            if items and not _ITEM.match(line) and _ITEM.match(items[-1]):
                items[-1] += f"\n{line}"
            else:
                items.append(line)
        return _pack(items, "\n", self._line)

    def _table(self, lines: list[str]) -> list[str]:
        """Cut a table between its rows; every part has the header."""
        header = "\n".join(lines[:2])
        room = SECTION_LIMIT - len(header) - 1
        if room < SECTION_LIMIT // 4:
            return _pack(lines, "\n", self._line)
        parts = _pack(lines[2:], "\n", self._line, room)
        return [f"{header}\n{part}" for part in parts]

    def _line(self, line: str) -> list[str]:
        if self._sentences is None:
            return _words(line)
        return _pack([one.strip() for one in self._sentences(line)], " ", _words)


def _words(line: str) -> list[str]:
    words = [
        word[start : start + SECTION_LIMIT]
        for word in line.split()
        for start in range(0, len(word), SECTION_LIMIT)
    ]
    return _pack(words, " ", lambda word: [word])


def _pack(
    pieces: list[str], joiner: str, split: Callable[[str], list[str]], limit: int = SECTION_LIMIT
) -> list[str]:
    """Join neighbours while they fit; a piece that alone does not fit is split further."""
    parts: list[str] = []
    open_part = ""
    for piece in pieces:
        if open_part and len(open_part) + len(joiner) + len(piece) <= limit:
            open_part += joiner + piece
            continue
        if open_part:
            parts.append(open_part)
        open_part = piece
        if len(piece) > limit:
            *whole, open_part = split(piece)
            parts += whole
    return [part for part in (*parts, open_part) if part.strip()]
