"""The nouns of an engine, and the seam behind which one stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class EngineError(Exception):
    """The engine could not finish a request: out of memory, past its deadline, stopped."""


@dataclass(frozen=True, slots=True)
class SamplingParams:
    """How tokens are chosen. Temperature 0 is greedy; ``stop_ids`` end the answer unseen."""

    max_new_tokens: int
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    stop_ids: frozenset[int] = frozenset()
    deadline_seconds: float = 20.0


class TokenStream(Protocol):
    """A request in flight. Iterating waits for tokens; it ends when the request does."""

    @property
    def id(self) -> str:
        """What ``Engine.cancel`` takes."""

    def __iter__(self) -> Iterator[int]:
        """Yield new token ids, without the stop token.

        Raises:
            EngineError: the request failed before its end.
        """


class Engine(Protocol):
    """Runs many requests at once. Thread-safe."""

    def submit(
        self, prompt_ids: Sequence[int], adapters: Mapping[str, float], params: SamplingParams
    ) -> TokenStream:
        """Start a request with a weighted blend of adapters (none: the bare model)."""

    def cancel(self, request_id: str) -> None:
        """Stop a request; unknown and finished ones are ignored."""


class Tokenizer(Protocol):
    """Text to token ids and back."""

    def encode(self, text: str, *, allow_control: bool) -> list[int]:
        """Encode text; control tokens are only read as such where they are allowed."""

    def decode(self, ids: Sequence[int]) -> str:
        """Decode token ids, leaving control tokens out."""
