"""The nouns of an engine, and the seam behind which one stands.

Errors::

    EngineError              the engine could not do what was asked
    ├── UnknownAdapter       a request names an adapter that is not loaded
    ├── AdapterRefused       an adapter's folder cannot serve this model
    ├── ModelRefused         a model cannot be loaded or run
    ├── PromptRefused        empty, or token ids outside the vocabulary
    │   └── PromptTooLong    prompt and answer do not fit the context
    ├── QueueFull            too many requests wait
    ├── PastDeadline         the request's time ran out, waiting or running
    ├── RequestCancelled     somebody cancelled it
    ├── OutOfMemory          no memory left, after all that could be given up was
    ├── StepFailed           the model raised on this request alone
    └── EngineStopped        the engine was closed, or its device is lost
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol


class EngineError(Exception):
    """The engine could not do what was asked; ``code`` is stable, the message a sentence."""

    code: ClassVar[str] = "engine_failed"


class UnknownAdapter(EngineError):
    """A request names an adapter that is not loaded."""

    code = "unknown_adapter"


class AdapterRefused(EngineError):
    """An adapter's folder cannot serve this model; the message names what does not fit."""

    code = "adapter_refused"


class ModelRefused(EngineError):
    """A model cannot be loaded or run here; the message names why."""

    code = "model_refused"


class PromptRefused(EngineError):
    """A prompt is empty or holds token ids outside the vocabulary."""

    code = "prompt_refused"


class PromptTooLong(PromptRefused):
    """Prompt and answer together do not fit the context."""

    code = "prompt_too_long"


class QueueFull(EngineError):
    """As many requests wait as may."""

    code = "queue_full"


class PastDeadline(EngineError):
    """The time of a request ran out, while it waited or while it ran."""

    code = "past_deadline"


class RequestCancelled(EngineError):
    """A request was cancelled."""

    code = "cancelled"


class OutOfMemory(EngineError):
    """Memory ran out, and giving up what could be given up did not help."""

    code = "out_of_memory"


class StepFailed(EngineError):
    """The model raised while it ran this request alone."""

    code = "step_failed"


class EngineStopped(EngineError):
    """The engine was closed, or its device is lost; only a new process helps."""

    code = "engine_stopped"


@dataclass(frozen=True, slots=True)
class SamplingParams:
    """How tokens are chosen. Temperature 0 is greedy; ``stop_ids`` end the answer unseen."""

    max_new_tokens: int
    temperature: float = 0.0
    top_p: float = 1.0
    seed: int = 0
    stop_ids: frozenset[int] = frozenset()
    deadline_seconds: float = 20.0

    def __post_init__(self) -> None:
        is_sound = self.max_new_tokens >= 1 and self.temperature >= 0 and self.seed >= 0
        if not is_sound or not 0 < self.top_p <= 1:
            raise ValueError(f"not a way of choosing tokens: {self}")


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """What an engine may use.

    Attributes:
        slots: conversations whose keys and values are kept, running ones included.
        context: tokens that a slot holds; prompt and answer together. Memory is bounded by
            ``slots * context`` tokens, allocated once.
        running: requests that one step serves at most, not more than there are slots.
        queue: requests that may wait.
        step_tokens: tokens a step takes in at most.
        beside_tokens: prompt tokens a step takes in at most beside requests that are being
            answered: bounds the wait between their tokens.
        pause_seconds: how long that wait may be instead while several others wait for their
            first token.
    """

    slots: int = 16
    context: int = 2048
    running: int = 16
    queue: int = 64
    step_tokens: int = 256
    beside_tokens: int = 32
    pause_seconds: float = 0.25

    def __post_init__(self) -> None:
        if min(self.slots, self.context, self.running, self.queue, self.beside_tokens) < 1:
            raise ValueError(f"an engine needs at least one of each: {self}")
        if self.running > self.slots or self.beside_tokens > self.step_tokens:
            raise ValueError(f"running is at most slots, beside_tokens at most step_tokens: {self}")

    @classmethod
    def for_device(cls, device: str, *, slots: int, context: int) -> "EngineConfig":
        """Return what suits a kind of device (``cpu``, ``cuda``), all slots running.

        A GPU takes in some three hundred tokens in the time that a step's weights take to read.
        """
        at_once = {"step_tokens": 1_024, "beside_tokens": 256} if device == "cuda" else {}
        return cls(slots=slots, running=slots, context=context, **at_once)


@dataclass(frozen=True, slots=True)
class EngineStats:
    """What an engine holds now, and what it did since it started."""

    running: int
    waiting: int
    slots: int
    cached_tokens: int
    steps: int
    failed_steps: int
    prompt_tokens: int
    reused_tokens: int
    new_tokens: int
    cancelled_tokens: int


class Observer:
    """Hears what happens, for metrics; this one ignores it. Override what is wanted.

    Called on the engine's thread: must be quick and must not raise.

    ``adapter`` is the names of a request's blend joined by ``+``, or ``base``.
    """

    def admitted(self, adapter: str, waited: float, prompt_tokens: int, reused: int) -> None:
        """A request left the queue after ``waited`` seconds; ``reused`` tokens were cached."""

    def began(self, adapter: str, seconds: float) -> None:
        """The first token came ``seconds`` after the request was submitted."""

    def ended(self, adapter: str, code: str, new_tokens: int, seconds: float) -> None:
        """A request ended: ``code`` is ``done`` or that of its ``EngineError``."""

    def stepped(self, stats: EngineStats, answering: int, taken_in: int, seconds: float) -> None:
        """A step gave ``answering`` requests a token and took in ``taken_in`` prompt tokens."""


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
        """Start a request with a weighted blend of adapters (none: the bare model).

        Raises:
            EngineError: the request cannot be taken.
        """

    def cancel(self, request_id: str) -> None:
        """Stop a request; unknown and finished ones are ignored."""


class Tokenizer(Protocol):
    """Text to token ids and back."""

    def encode(self, text: str, *, allow_control: bool) -> list[int]:
        """Encode text; control tokens are only read as such where they are allowed."""

    def decode(self, ids: Sequence[int]) -> str:
        """Decode token ids, leaving control tokens out."""
