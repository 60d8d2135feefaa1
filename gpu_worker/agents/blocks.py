"""A passage taken apart into what may be quoted: whole sentences and whole lists.

A list stays in one piece with the sentence that leads to it; headings are left out. Each block
is a span of the passage, so that what is quoted is what is written there.
"""

import re
from dataclasses import dataclass

from razdel import sentenize

_ITEM = re.compile(r"\s*(?:[-*+•–—]|\d{1,3}[.)])\s+\S")
_TABLE = re.compile(r"\s*\|.*\|\s*$")
_FENCE = re.compile(r"\s*(```|~~~)")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][»”\"')\]*_`]*$")


@dataclass(frozen=True, slots=True)
class Block:
    """``text[start:end]`` of a passage: a sentence, or a whole list, table or code (steps)."""

    start: int
    end: int
    is_steps: bool


@dataclass(slots=True)
class _Span:
    start: int
    end: int
    kind: str


def split_blocks(text: str) -> list[Block]:
    """Take a passage apart, in its order; what is left out are headings and blank lines."""
    spans = _spans(text)
    blocks: list[Block] = []
    for place, span in enumerate(spans):
        follows = spans[place + 1].kind if place + 1 < len(spans) else ""
        if span.kind == "steps":
            start = span.start
            if blocks and _leads(text, blocks[-1], span.start):
                start = blocks.pop().start
            blocks.append(Block(start, span.end, is_steps=True))
        elif len(spans) == 1 or not _is_heading(text[span.start : span.end], follows):
            blocks += _sentences(text, span)
    return blocks


def _spans(text: str) -> list[_Span]:
    """Group lines into paragraphs and steps (lists, tables and fenced code)."""
    spans: list[_Span] = []
    is_open = in_fence = False
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        is_fence = bool(_FENCE.match(line))
        if not line.strip() and not in_fence:
            is_open = False
        else:
            is_item = bool(in_fence or is_fence or _ITEM.match(line) or _TABLE.match(line))
            last = spans[-1] if spans else None
            continues = last and last.kind == "steps" and (is_item or is_open or line[0] in " \t")
            if last and (continues or (is_open and not is_item)):
                last.end = end
            else:
                spans.append(_Span(start, end, "steps" if is_item else "text"))
            is_open = True
        in_fence ^= is_fence
        start = end + 1
    return spans


def _sentences(text: str, span: _Span) -> list[Block]:
    return [
        Block(span.start + part.start, span.start + part.stop, is_steps=False)
        for part in sentenize(text[span.start : span.end])
        if part.text.strip()
    ]


def _leads(text: str, block: Block, start: int) -> bool:
    """Whether a sentence announces the list after it."""
    return (
        not block.is_steps
        and text[block.start : block.end].rstrip().endswith(":")
        and (not text[block.end : start].strip())
    )


def _is_heading(text: str, follows: str) -> bool:
    """A single short line without an end mark, above something else."""
    line = text.strip()
    is_line = "\n" not in line and len(line) <= 120
    return bool(follows) and is_line and not _ENDS_SENTENCE.search(line)
