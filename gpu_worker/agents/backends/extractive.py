"""Answers without a language model: the sentences of the passages that answer, quoted.

Nothing is written that does not stand in a passage, except the marks ``[n]``. Steps stay steps:
a list is quoted whole or not at all.
"""

import re
from collections.abc import Generator, Iterator, Sequence
from typing import Literal

from gpu_worker.agents.backends.base import Draft, WritingTask
from gpu_worker.agents.blocks import Block, split_blocks
from gpu_worker.retrieval.words import content_stems, words
from shared.contracts.wire import Citation
from shared.domain.words import Outcome

_CITATIONS = 2
_SHORT = 400
_SENTENCES = 4
_AFTER_STEPS = 2
_RELEVANT = 0.34
_PIECE = 40
_EXCERPT = 200


class ExtractiveBackend:
    """Quotes the passages that answer, at most two. Needs nothing and cannot fail."""

    name = "extractive"
    model: str | None = None
    outcome: Literal[Outcome.QUOTED] = Outcome.QUOTED

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield the answer in pieces of a few words, and last of all the draft."""
        parts: list[str] = []
        citations: list[Citation] = []
        answering = [source for source in task.sources if source.answers]
        for source in answering[:_CITATIONS]:
            if quoted := quote(source.answers, source.text):
                parts.append(f"{quoted} [{source.n}]")
                citations.append(
                    Citation(n=source.n, title=source.title, url=source.url, quote=excerpt(quoted))
                )
        text = "\n\n".join(parts)
        yield from _pieces(text)
        yield Draft(text, tuple(citations))

    def close(self) -> None:
        """Hold nothing."""


def quote(question: str, text: str) -> str:
    """Return the parts of a passage that answer, as they stand there, in their order.

    Sentences that stand side by side stay on one line; what was left out between breaks it.
    """
    blocks = split_blocks(text)
    if not blocks:
        return ""
    wanted = set(content_stems(words(question)))
    chosen = _choose(wanted, text, blocks)
    runs: list[list[int]] = []
    for place in chosen:
        last = runs[-1][-1] if runs else -2
        if last == place - 1 and not text[blocks[last].end : blocks[place].start].strip():
            runs[-1].append(place)
        else:
            runs.append([place])
    lines = (text[blocks[run[0]].start : blocks[run[-1]].end].strip() for run in runs)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines))


def excerpt(quoted: str) -> str:
    """Return the first lines of a quotation: enough to know the place; the answer has it all."""
    lines = [line for line in quoted.split("\n") if line.strip()]
    kept = lines[:1]
    for line in lines[1:]:
        if len("\n".join([*kept, line])) > _EXCERPT:
            break
        kept.append(line)
    return "\n".join(kept)


def _choose(wanted: set[str], text: str, blocks: Sequence[Block]) -> list[int]:
    if len(text) <= _SHORT:
        return list(range(len(blocks)))
    scores = [_overlap(wanted, text[block.start : block.end]) for block in blocks]
    steps = [place for place, block in enumerate(blocks) if block.is_steps]
    return _with_steps(scores, steps) if steps else _sentences_only(scores)


def _with_steps(scores: Sequence[float], steps: Sequence[int]) -> list[int]:
    """The list that answers best, the sentence before it, and what speaks of the matter after."""
    main = max(steps, key=lambda place: (scores[place], -place))
    before = [main - 1] if main and main - 1 not in steps else []
    after = [
        place
        for place in range(main + 1, len(scores))
        if place not in steps and scores[place] >= _RELEVANT
    ]
    return [*before, main, *after[:_AFTER_STEPS]]


def _sentences_only(scores: Sequence[float]) -> list[int]:
    """The first sentence, which says what it is about, and the ones nearest to the question."""
    best = max(scores)
    ranked = sorted(range(1, len(scores)), key=lambda place: (-scores[place], place))
    near = [place for place in ranked if best == 0.0 or scores[place] >= best / 2]
    return sorted([0, *near[: _SENTENCES - 1]])


def _overlap(wanted: set[str], text: str) -> float:
    """Share of the question's content words that occur in the text; 0 to 1."""
    if not wanted:
        return 0.0
    return len(wanted.intersection(content_stems(words(text)))) / len(wanted)


def _pieces(text: str) -> Iterator[str]:
    """Cut at blanks into pieces of about forty characters; joined they are the text."""
    piece = ""
    for word in re.findall(r"\s*\S+|\s+$", text):
        piece += word
        if len(piece) >= _PIECE:
            yield piece
            piece = ""
    if piece:
        yield piece
