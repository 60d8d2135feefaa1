"""What a model's chat template puts between the texts of a dialogue.

The template is rendered with words that stand for the texts, and cut at them. So whatever a
template does (a system turn, the rules folded into the visitor's first one, a date, an empty
thought) comes out as it would there, while the texts themselves never pass through it: a template
cannot be talked into anything, and each text is encoded by itself.
"""

import re
from collections.abc import Sequence

from jinja2.exceptions import TemplateError
from transformers import PreTrainedTokenizerBase

from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.prompts import CHATML, ChatMarks
from shared.domain.words import ModelTrouble

_RULES = "Qrulesq"
_WORDS = tuple(f"Q{name}q" for name in ("one", "two", "three", "four", "five"))
_FOLDED = "\n\n"

Dialogue = list[dict[str, str]]


def marks_of(tokenizer: PreTrainedTokenizerBase) -> ChatMarks:
    """Return the marks of a model's chat template.

    A model without a template gets ChatML's marks if its tokenizer has ChatML's tokens: models
    that have them were made for it. Any other is refused. Written in plain characters, marks
    would be no borders to such a model, and it would never end its answer.

    Raises:
        BackendError: there is no template, or it does not keep the texts in their order.
    """
    if not tokenizer.chat_template:
        if {"<|im_start|>", "<|im_end|>"} <= set(tokenizer.get_vocab()):
            return CHATML
        raise _refused("the model has no chat template; put a chat_template.jinja beside it")
    marks = _with_system(tokenizer) or _without_system(tokenizer)
    if marks is None:
        raise _refused("the model's chat template does not keep the texts of a dialogue in order")
    return marks


def _with_system(tokenizer: PreTrainedTokenizerBase) -> ChatMarks | None:
    """Cut a dialogue that begins with the rules; None if the template refuses or drops them."""
    parts = _cut(tokenizer, (_RULES, *_WORDS))
    return _marks(parts[0], parts[1:], _end(tokenizer, has_rules=True)) if parts else None


def _without_system(tokenizer: PreTrainedTokenizerBase) -> ChatMarks | None:
    """Cut a dialogue without rules; they will stand at the head of the visitor's first turn."""
    parts = _cut(tokenizer, _WORDS)
    if not parts:
        return None
    return _marks(parts[0], [_FOLDED, *parts[1:]], _end(tokenizer, has_rules=False))


def _marks(begin: str, rest: Sequence[str], end: str) -> ChatMarks | None:
    to_first, to_agent, to_visitor, to_agent_again, to_visitor_again, to_answer = rest
    if (to_agent, to_visitor) != (to_agent_again, to_visitor_again) or not end:
        return None
    return ChatMarks(begin, to_first, to_agent, to_visitor, to_answer, end)


def _cut(tokenizer: PreTrainedTokenizerBase, words: Sequence[str]) -> list[str] | None:
    """Render a dialogue of these words and return what stands before, between and after them."""
    text = _render(tokenizer, _dialogue(words), is_open=True)
    parts = re.split("|".join(words), text) if text else []
    in_order = re.findall("|".join(words), text) == list(words) if text else False
    return parts if in_order else None


def _dialogue(words: Sequence[str]) -> Dialogue:
    roles = ("system",) if words[0] == _RULES else ()
    sides = ("user", "assistant") * len(words)
    return [
        {"role": role, "content": word} for role, word in zip((*roles, *sides), words, strict=False)
    ]


def _end(tokenizer: PreTrainedTokenizerBase, *, has_rules: bool) -> str:
    """Return what a template writes after an agent's answer, or else the end of the text."""
    words = (_RULES, *_WORDS[:2]) if has_rules else _WORDS[:2]
    text = _render(tokenizer, _dialogue(words), is_open=False)
    tail = text.rpartition(words[-1])[2].lstrip()
    return tail or str(tokenizer.eos_token or "")


def _render(tokenizer: PreTrainedTokenizerBase, dialogue: Dialogue, *, is_open: bool) -> str:
    try:
        # Models that can think before they answer are told not to: a visitor waits.
        rendered = tokenizer.apply_chat_template(
            dialogue, tokenize=False, add_generation_prompt=is_open, enable_thinking=False
        )
    except (TemplateError, ValueError, TypeError):
        return ""  # "System role not supported", or a template that wants other roles
    return str(rendered)


def _refused(why: str) -> BackendError:
    return BackendError(why, ModelTrouble.LOAD_FAILED)
