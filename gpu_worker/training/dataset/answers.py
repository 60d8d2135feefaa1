"""Answers in the form agents give: each statement followed by the number of its source."""

import re
from collections.abc import Sequence

from razdel import sentenize

from gpu_worker.agents.backends.base import Source
from gpu_worker.agents.backends.extractive import quote
from gpu_worker.retrieval.words import content_stems, words

_MARKED = re.compile(r"\[[1-9]\d?\]")
_ITEM = re.compile(r"^\s*(?:[-*+•]|\d{1,3}[.)])\s+\S")
_FENCE = re.compile(r"^\s*(```|~~~)")
_SUPPORTED = 0.6


def answer_from(question: str, source: Source) -> str:
    """Return what a passage says to a question, in its own words, with its number."""
    return cite(quote(question, source.text) or source.text, (source,))


def cite(text: str, sources: Sequence[Source]) -> str:
    """Put after each sentence and each step the number of the source that says it.

    What no source says gets no number, nor does what announces a list or stands in a code block.
    A line that has numbers already is left as it is: whoever wrote it knew.
    """
    lines, in_fence = [], False
    for line in text.split("\n"):
        is_fence = bool(_FENCE.match(line))
        if in_fence or is_fence or not line.strip() or _MARKED.search(line):
            lines.append(line)
        else:
            lines.append(_line(line.rstrip(), sources))
        in_fence ^= is_fence
    return "\n".join(lines)


def _line(line: str, sources: Sequence[Source]) -> str:
    # A step is one statement, however many sentences it takes.
    if _ITEM.match(line):
        return _marked(line, sources)
    return " ".join(_marked(part.text, sources) for part in sentenize(line))


def _marked(statement: str, sources: Sequence[Source]) -> str:
    if statement.endswith(":"):
        return statement
    supports = [(_support(statement, source), -source.n) for source in sources]
    support, number = max(supports, default=(0.0, 0))
    return f"{statement} [{-number}]" if support >= _SUPPORTED else statement


def _support(statement: str, source: Source) -> float:
    """Share of the statement's content words that a source has; 1 for one said word for word."""
    if " ".join(statement.split()) in " ".join(source.text.split()):
        return 1.0
    wanted = set(content_stems(words(statement)))
    have = set(content_stems(words(f"{source.title}\n{source.text}")))
    return len(wanted & have) / len(wanted) if wanted else 0.0
