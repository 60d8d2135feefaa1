"""An example as tokens: the very prompt that serving writes, and the answer after it."""

import re
from dataclasses import dataclass

from gpu_worker.agents.backends.base import Source, WritingTask
from gpu_worker.agents.prompts import ChatMarks, build_prompt, shipped_templates
from gpu_worker.agents.understanding import HistoryMessage
from gpu_worker.engine.core import Tokenizer
from gpu_worker.training.examples import Example
from shared.contracts.queues import AgentProfile

_MARK = re.compile(r"\[([1-9]\d?)\]")


@dataclass(frozen=True, slots=True)
class Encoded:
    """Token ids of an example; ``answer`` ends with the token that ends a turn."""

    prompt: list[int]
    answer: list[int]
    weight: float

    @property
    def length(self) -> int:
        """Tokens of prompt and answer."""
        return len(self.prompt) + len(self.answer)


def encode(example: Example, tokenizer: Tokenizer, marks: ChatMarks) -> Encoded:
    """Encode an example as ``GenerativeBackend`` encodes its turns."""
    answer = tokenizer.encode(example.answer, allow_control=False)
    return Encoded(
        prompt=_prompt_ids(example, tokenizer, marks),
        answer=[*answer, end_token(tokenizer, marks)],
        weight=example.weight,
    )


def end_token(tokenizer: Tokenizer, marks: ChatMarks) -> int:
    """Return the token that ends an agent's turn; what follows it is the template's."""
    return tokenizer.encode(marks.end, allow_control=True)[0]


def shown_sources(example: Example) -> tuple[Source, ...]:
    """Return the sources as the backends have them."""
    return tuple(Source(one.n, one.title, one.text, one.url) for one in example.sources)


def cited(text: str) -> list[int]:
    """Return the numbers that an answer refers to, each once, in its order."""
    return list(dict.fromkeys(int(number) for number in _MARK.findall(text)))


def template_of(example: Example) -> str:
    """Return the name and version of the template that the prompt is made by."""
    return shipped_templates().find(example.agent, example.language).name


def _prompt_ids(example: Example, tokenizer: Tokenizer, marks: ChatMarks) -> list[int]:
    """The one place that knows how serving lays out a prompt."""
    words = example.system
    task = WritingTask(
        question=example.question,
        sources=shown_sources(example),
        agent=AgentProfile(
            slug=example.agent,
            name=words.name if words else example.agent,
            subject=words.subject if words else example.agent,
        ),
        language=example.language,
        history=tuple(HistoryMessage(said.sender, said.text) for said in example.history),
    )
    segments = build_prompt(task, marks, history_limit=len(task.history))
    return [
        token
        for segment in segments
        for token in tokenizer.encode(segment.text, allow_control=segment.is_control)
    ]
