"""A request in flight, and the stream of its tokens."""

from collections.abc import Iterator, Sequence
from queue import SimpleQueue
from time import monotonic
from uuid import uuid4

import numpy as np

from gpu_worker.engine.adapters import Blend, Ints
from gpu_worker.engine.core import EngineError, SamplingParams

_BLEND = 32
_TOKEN = (1 << _BLEND) - 1


class Request:
    """The tokens of a request as stamps: which blend computes a token, and which token it is.

    Args:
        prompt: token ids.
        spans: from which token of the prompt on which blend acts; the last one writes.
        adapter: what observers call it.
        params: how tokens are chosen.
    """

    def __init__(
        self,
        prompt: Sequence[int],
        spans: list[tuple[int, Blend]],
        adapter: str,
        params: SamplingParams,
    ) -> None:
        self.id = uuid4().hex
        self.params, self.adapter, self.blend = params, adapter, spans[-1][1]
        self.prompt_length = self.length = len(prompt)
        self.stamps: Ints = np.zeros(len(prompt) + params.max_new_tokens, np.int64)
        self.stamps[: len(prompt)] = prompt
        for start, blend in spans:
            self.stamps[start:] &= _TOKEN
            self.stamps[start:] |= blend.id << _BLEND
        self._rng = np.random.default_rng(params.seed)
        # Drawn once a token: a step that fails and is made again must not draw anew.
        self.luck = self._rng.random()
        self.submitted = monotonic()
        self.deadline = self.submitted + params.deadline_seconds
        self.ending: EngineError | None = None
        self.slot = -1
        self.cached = 0
        self._events: SimpleQueue[int | EngineError | None] = SimpleQueue()

    def __iter__(self) -> Iterator[int]:
        """Yield tokens as they come; see ``TokenStream``."""
        while isinstance(event := self._events.get(), int):
            yield event
        self._events.put(event)  # who reads on must not wait for ever
        if event is not None:
            raise event

    @property
    def pending(self) -> int:
        """Known tokens that are not computed yet: one while it answers."""
        return self.length - self.cached

    @property
    def new_tokens(self) -> int:
        """Tokens it was given."""
        return self.length - self.prompt_length

    def give(self, token: int) -> None:
        """Append a token."""
        self.stamps[self.length] |= token
        self.length += 1
        self.luck = self._rng.random()

    def tell(self, event: int | EngineError | None) -> None:
        """Let the reader have a token, or know that no more come, and why."""
        self._events.put(event)


def blends(stamps: Ints) -> Ints:
    """Return the blends' ids of stamps."""
    return stamps >> _BLEND


def tokens(stamps: Ints) -> Ints:
    """Return the tokens of stamps."""
    return stamps & _TOKEN
