"""Who is served by the next step, and with how many tokens."""

from collections import deque
from collections.abc import Callable

from gpu_worker.engine.core import EngineConfig
from gpu_worker.engine.request import Request
from gpu_worker.engine.slots import Slots

# How many answers one who waits for the first token outweighs, and how much the newest step tells.
_OUTWEIGHS = 4
_NEWEST = 0.2

Batch = list[tuple[Request, int]]


class Scheduler:
    """The requests that wait and the ones that run. Only ``waiting`` is touched by two threads."""

    def __init__(
        self, config: EngineConfig, slots: Slots, on_admitted: Callable[[Request], None]
    ) -> None:
        self._config, self._slots, self._on_admitted = config, slots, on_admitted
        self._step_tokens = config.step_tokens
        self._pace = 0.0
        self.waiting: deque[Request] = deque()
        self.running: list[Request] = []
        self.suspects: list[Request] = []

    def plan(self) -> Batch:
        """Return requests and how many of their tokens to compute: those that answer come first.

        Prompts are taken in piece by piece, the oldest request first.
        """
        self.suspects = [suspect for suspect in self.suspects if suspect in self.running]
        if self.suspects:
            suspect = self.suspects.pop()
            return [(suspect, min(suspect.pending, self._config.beside_tokens))]
        answering = [request for request in self.running if request.pending == 1]
        batch = [(request, 1) for request in sorted(answering, key=lambda r: r.blend.id)]
        arriving = [request for request in self.running if request.pending > 1]
        coming = len(arriving) + min(len(self.waiting), self._room)
        budget = self._budget(len(answering), coming)
        while budget and (arriving or (self.waiting and self._room)):
            request = arriving.pop(0) if arriving else self._admit()
            batch.append((request, min(request.pending, budget)))
            budget -= batch[-1][1]
        return batch

    def succeeded(self, prompt_tokens: int, seconds: float) -> None:
        """Learn from a step: how long a prompt's token takes; and take in a little more again."""
        if prompt_tokens >= self._config.beside_tokens:
            pace = seconds / prompt_tokens
            self._pace = (self._pace or pace) * (1 - _NEWEST) + pace * _NEWEST
        self._step_tokens = min(self._config.step_tokens, self._step_tokens + 1)

    def tighten(self) -> bool:
        """Halve what a step takes in, after it ran out of memory; False: it was the least."""
        before = self._step_tokens
        self._step_tokens = max(self._config.beside_tokens, before // 2)
        return self._step_tokens < before

    def remove(self, request: Request) -> None:
        """Forget a request; its slot is free at once."""
        if request in self.running:
            self.running.remove(request)
            self._slots.give_back(request.slot)
        else:
            self.waiting.remove(request)

    @property
    def is_full(self) -> bool:
        """Whether as many wait as may, besides those that the next step admits."""
        return len(self.waiting) >= self._config.queue + max(0, self._room)

    def _budget(self, answering: int, coming: int) -> int:
        """How many prompt tokens a step takes in beside so many answers.

        Many who wait for their first token outweigh those who would wait for their next, as long
        as that takes no longer than is seldom noticed.
        """
        if not answering:
            return self._step_tokens
        least = self._config.beside_tokens
        if coming < 2 or _OUTWEIGHS * coming < answering or not self._pace:
            return least
        most = int(self._config.pause_seconds / self._pace)
        return max(least, min(self._step_tokens - answering, most))

    @property
    def _room(self) -> int:
        return min(self._slots.free, self._config.running - len(self.running))

    def _admit(self) -> Request:
        request = self.waiting.popleft()
        request.slot, request.cached = self._slots.take(request.stamps[: request.length])
        self.running.append(request)
        self._on_admitted(request)
        return request
