"""How a model marks turns, and a prompt as segments for its tokenizer."""

from collections.abc import Iterator
from dataclasses import dataclass

from gpu_worker.agents.backends.base import WritingTask
from gpu_worker.agents.prompts.layout import Prompt, Role, lay_out
from gpu_worker.agents.prompts.templates import shipped_templates


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a prompt; control tokens are read as such only in control segments."""

    text: str
    is_control: bool


@dataclass(frozen=True, slots=True)
class ChatMarks:
    """What a model's chat template puts between the texts of a dialogue.

    Every mark may hold control tokens. A model without a system role has its rules at the head of
    the visitor's first turn: then ``to_first`` is no more than a blank line.
    """

    begin: str
    """Before the rules."""
    to_first: str
    """Between the rules and the visitor's first words."""
    to_agent: str
    """Between the visitor's words and an agent's earlier answer."""
    to_visitor: str
    """Between an agent's earlier answer and the visitor's next words; begins with ``end``."""
    to_answer: str
    """After the visitor's last words: what makes the model answer."""
    end: str
    """What ends an agent's answer; its first token is one that stops the generation."""


CHATML = ChatMarks(
    begin="<|im_start|>system\n",
    to_first="<|im_end|>\n<|im_start|>user\n",
    to_agent="<|im_end|>\n<|im_start|>assistant\n",
    to_visitor="<|im_end|>\n<|im_start|>user\n",
    to_answer="<|im_end|>\n<|im_start|>assistant\n",
    end="<|im_end|>\n",
)


def segments_of(prompt: Prompt, marks: ChatMarks) -> Iterator[Segment]:
    """Yield a prompt's segments; joined they are what the model's own template would write."""
    yield Segment(marks.begin, is_control=True)
    yield Segment(prompt.rules, is_control=False)
    between = marks.to_first
    for turn in prompt.turns:
        yield Segment(between, is_control=True)
        for piece in turn.pieces:
            yield Segment(piece, is_control=False)
        between = marks.to_agent if turn.role is Role.VISITOR else marks.to_visitor
    yield Segment(marks.to_answer, is_control=True)


def build_prompt(task: WritingTask, marks: ChatMarks, history_limit: int) -> tuple[Segment, ...]:
    """Lay out a whole task by the shipped templates, with the newest messages of its history.

    This is what serving writes when nothing has to be left out; training learns from it.
    """
    history = task.history[-history_limit:] if history_limit else ()
    template = shipped_templates().find(task.agent.slug, task.language)
    return tuple(segments_of(lay_out(task.with_parts(history=history), template), marks))
