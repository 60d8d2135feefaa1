"""What is left out of a prompt that is too long.

The oldest messages of the history go first, then the weakest passages; the last passage is cut at
a sentence. The rules and the question always stay. The history is let go four messages at a time:
so its beginning stays where it is for several turns, and with it what the engine has computed.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from razdel import sentenize

from gpu_worker.agents.backends.base import Source, WritingTask
from gpu_worker.agents.prompts.layout import Prompt, lay_out
from gpu_worker.agents.prompts.templates import Template

Size = Callable[[Prompt], int]
"""How many tokens a prompt has for the model."""

_STEP = 4


class PromptTooLong(Exception):
    """The rules, the question and one sentence of the best passage do not fit into the context."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A prompt that fits, the sources that are in it, and how much is not."""

    prompt: Prompt
    sources: tuple[Source, ...]
    tokens: int
    turns_cut: int = 0
    passages_cut: int = 0


def fit(task: WritingTask, template: Template, size: Size, room: int) -> Fitted:
    """Lay a task out in at most ``room`` tokens.

    Raises:
        PromptTooLong: even the least does not fit.
    """
    total = len(task.history)
    for step in range(math.ceil(total / _STEP) + 1):
        cut = min(step * _STEP, total)
        if fitted := _try(task.with_parts(history=task.history[cut:]), template, size, room):
            return replace(fitted, turns_cut=cut)
    alone = task.with_parts(history=())
    for kept in range(len(task.sources) - 1, 0, -1):
        shorter = alone.with_parts(sources=task.sources[:kept])
        if fitted := _try(shorter, template, size, room):
            return replace(fitted, turns_cut=total, passages_cut=len(task.sources) - kept)
    return replace(
        _shorten(alone, template, size, room), turns_cut=total, passages_cut=len(task.sources)
    )


def _try(task: WritingTask, template: Template, size: Size, room: int) -> Fitted | None:
    prompt = lay_out(task, template)
    tokens = size(prompt)
    return Fitted(prompt, task.sources, tokens) if tokens <= room else None


def _shorten(task: WritingTask, template: Template, size: Size, room: int) -> Fitted:
    """Keep as many sentences of the best passage as fit, by bisection."""
    if not task.sources:
        raise PromptTooLong("the question does not fit into the model's context")
    best = task.sources[0]
    ends = [sentence.stop for sentence in sentenize(best.text)]
    low, high, found = 0, len(ends) - 1, None
    while low < high:
        middle = (low + high) // 2
        shorter = replace(best, text=best.text[: ends[middle]])
        fitted = _try(task.with_parts(sources=(shorter,)), template, size, room)
        if fitted:
            found, low = fitted, middle + 1
        else:
            high = middle
    if found is None:
        raise PromptTooLong("the question and its best passage do not fit into the model's context")
    return found
