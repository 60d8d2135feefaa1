"""Text without marks: a short line that stands alone above a paragraph is its heading."""

import re

from workers.documents.document import Limits
from workers.documents.writer import MarkdownWriter, clean

_ITEM = re.compile(r"^[ \t]*([-*+•–—]|\d{1,3}[.)])[ \t]+(\S.*)$")
_UNDERLINE = re.compile(r"^\s*[=\-_*]{3,}\s*$")
_HEADING_LIMIT = 90


def read_text(text: str, writer: MarkdownWriter, _: Limits) -> None:
    """Write paragraphs, lists and the headings above them."""
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t]*\n+", clean(text))]
    blocks = [block for block in blocks if block.strip()]
    for place, block in enumerate(blocks):
        lines = block.split("\n")
        is_last = place + 1 == len(blocks)
        is_underlined = len(lines) == 2 and bool(_UNDERLINE.match(lines[1]))
        is_alone = len(lines) == 1 and _is_heading(lines[0])
        if not is_last and (is_underlined or is_alone):
            writer.heading(1 if place == 0 else 2, lines[0].strip())
        else:
            _write(lines, writer)


def _write(lines: list[str], writer: MarkdownWriter) -> None:
    """Write a block's lists as lists, what continues an item with it, the rest as it stands."""
    paragraph: list[str] = []
    item: tuple[str, list[str]] | None = None
    for line in lines:
        if match := _ITEM.match(line):
            writer.paragraph("\n".join(paragraph))
            paragraph = []
            _write_item(item, writer)
            item = (match[1], [match[2]])
        elif item is not None and line.startswith((" ", "\t")):
            item[1].append(line)
        else:
            _write_item(item, writer)
            item = None
            paragraph.append(line)
    _write_item(item, writer)
    writer.paragraph("\n".join(paragraph))


def _write_item(item: tuple[str, list[str]] | None, writer: MarkdownWriter) -> None:
    if item is not None:
        marker = item[0] if item[0][0].isdigit() else "-"
        writer.item("\n".join(item[1]), marker=marker)


def _is_heading(line: str) -> bool:
    text = line.strip()
    is_short = 2 < len(text) <= _HEADING_LIMIT
    return is_short and text[-1] not in ".,;:!…" and not _ITEM.match(line) and not line[0].isspace()
