"""The base model's tokenizer behind the engine's seam, and how its template marks turns."""

from collections.abc import Sequence
from typing import Any

from gpu_worker.agents.prompts import CHATML, ChatMarks
from gpu_worker.training.errors import BadModel

_SAID = ("\ue000system\ue000", "\ue000visitor\ue000", "\ue000agent\ue000", "\ue000again\ue000")


class BaseTokenizer:
    """A tokenizer of transformers; control tokens in data are read as plain text."""

    def __init__(self, tokenizer: Any) -> None:  # noqa: ANN401 (transformers has no types)
        self._tokenizer = tokenizer

    def encode(self, text: str, *, allow_control: bool) -> list[int]:
        """Encode text, with control tokens read as such only where they are allowed."""
        encoded = self._tokenizer(
            text, add_special_tokens=False, split_special_tokens=not allow_control, verbose=False
        )
        return list(encoded["input_ids"])

    def decode(self, ids: Sequence[int]) -> str:
        """Decode token ids, leaving control tokens out."""
        return str(self._tokenizer.decode(list(ids), skip_special_tokens=True))


def template_marks(tokenizer: Any) -> ChatMarks:  # noqa: ANN401
    """Read from a chat template what stands before and after each role's text.

    A conversation is rendered and taken apart at its texts; what the seams between them have in
    common is the end of a turn.

    Raises:
        BadModel: the tokenizer has no template, or one without a system role.
    """
    if not tokenizer.chat_template:
        if "<|im_start|>" in tokenizer.get_vocab():
            return CHATML
        raise BadModel("the model's tokenizer has no chat template: an instruct model is needed")
    system, visitor, agent, again = _SAID
    said = [
        {"role": "system", "content": system},
        {"role": "user", "content": visitor},
        {"role": "assistant", "content": agent},
        {"role": "user", "content": again},
    ]
    whole = tokenizer.apply_chat_template(said, tokenize=False, add_generation_prompt=True)
    parts = []
    for text in _SAID:
        before, found, whole = whole.partition(text)
        if not found:
            raise BadModel("the model's chat template has no system role or changes what is said")
        parts.append(before)
    parts.append(whole)
    first, after_system, after_visitor, after_agent, last = parts
    end = _common_start((after_system, after_visitor, after_agent, last))
    return ChatMarks(
        system=first,
        user=after_system.removeprefix(end),
        assistant=after_visitor.removeprefix(end),
        end=end,
    )


def _common_start(texts: Sequence[str]) -> str:
    for place, letters in enumerate(zip(*texts, strict=False)):
        if len(set(letters)) > 1:
            return texts[0][:place]
    return min(texts, key=len)
