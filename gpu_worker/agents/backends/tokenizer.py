"""A model's own tokenizer, with data kept apart from control tokens.

A tokenizer reads ``<|im_start|>`` in any text as the token that begins a turn, whoever wrote it.
So there are two of them here: the model's own for what the template says, and a copy that does not
know the control tokens for what visitors and passages say. To the copy they are plain characters.
"""

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Tokenizer
from transformers import AutoTokenizer, PreTrainedTokenizerBase

from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.backends.chat_template import marks_of
from gpu_worker.agents.prompts import ChatMarks
from shared.domain.words import ModelTrouble

# Special ones are; and of the others those that are written like one, as <think> or <tool_call>.
# What is left are runs of blanks and the like, which are text.
_WRITTEN_LIKE_ONE = re.compile(r"[<>\[\]|｜]")


class HuggingFaceTokenizer:
    """The tokenizer of a checkpoint. Thread-safe: nothing is changed after it is made."""

    def __init__(self, tokenizer: PreTrainedTokenizerBase) -> None:
        """Take over a tokenizer.

        Raises:
            BackendError: it is one of a kind that control tokens cannot be told apart in, or
                its model's chat template is missing or cannot be used.
        """
        own = getattr(tokenizer, "backend_tokenizer", None)
        if not isinstance(own, Tokenizer):
            raise BackendError(
                f"a tokenizer of type {type(tokenizer).__name__} is not supported: it has no "
                "tokenizer.json",
                ModelTrouble.LOAD_FAILED,
            )
        self._own = Tokenizer.from_str(own.to_str())
        self._own.no_truncation()
        self._own.no_padding()
        added = self._own.get_added_tokens_decoder()
        self._control = frozenset(
            number
            for number, token in added.items()
            if token.special or _WRITTEN_LIKE_ONE.search(token.content)
        )
        self._plain = _without(self._own, self._control)
        self._eos = tokenizer.eos_token_id
        self.marks: ChatMarks = marks_of(tokenizer)

    @property
    def control_ids(self) -> frozenset[int]:
        """The tokens that data never becomes."""
        return self._control

    def encode(self, text: str, *, allow_control: bool) -> list[int]:
        """Encode text; control tokens are only read as such where they are allowed."""
        chosen = self._own if allow_control else self._plain
        ids = chosen.encode(text, add_special_tokens=False).ids
        if allow_control:
            return list(ids)
        # A vocabulary may hold a control token's text as a word of its own, too.
        return [number for number in ids if number not in self._control]

    def decode(self, ids: Sequence[int]) -> str:
        """Decode token ids, leaving control tokens out."""
        said = [number for number in ids if number not in self._control]
        return self._own.decode(said, skip_special_tokens=True)

    def stop_ids(self, generation: int | Iterable[int] | None = None) -> frozenset[int]:
        """Return the tokens that end an answer.

        Args:
            generation: ``eos_token_id`` of the model's generation configuration.
        """
        named = (generation,) if isinstance(generation, int) else (generation or ())
        turn = self.encode(self.marks.end, allow_control=True)[:1]
        ends = {number for number in turn if number in self._control}
        return frozenset(ends | set(named) | ({self._eos} if self._eos is not None else set()))


def load_tokenizer(model: str | Path, revision: str | None = None) -> HuggingFaceTokenizer:
    """Load the tokenizer of a checkpoint, from a folder or the hub.

    Raises:
        BackendError: there is none, or it cannot be used.
    """
    try:
        tokenizer = AutoTokenizer.from_pretrained(str(model), revision=revision)
    except (OSError, ValueError, KeyError) as error:
        raise BackendError(
            f"the tokenizer of {model} cannot be loaded: {error}", ModelTrouble.LOAD_FAILED
        ) from error
    return HuggingFaceTokenizer(tokenizer)


def _without(tokenizer: Tokenizer, control: frozenset[int]) -> Tokenizer:
    """Return a copy that does not know some of the added tokens."""
    description = json.loads(tokenizer.to_str())
    description["added_tokens"] = [
        token for token in description["added_tokens"] if token["id"] not in control
    ]
    description["post_processor"] = None  # it may refer to them, and adds nothing here anyway
    return Tokenizer.from_str(json.dumps(description))
