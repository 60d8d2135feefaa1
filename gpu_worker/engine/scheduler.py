"""Who is served by the next step, and with how many tokens."""

from collections import deque
from collections.abc import Callable

from gpu_worker.engine.core import EngineConfig
from gpu_worker.engine.request import Request
from gpu_worker.engine.slots import Slots

Batch = list[tuple[Request, int]]


class Scheduler:
    """The requests that wait and the ones that run. Only ``waiting`` is touched by two threads."""

    def __init__(
        self, config: EngineConfig, slots: Slots, on_admitted: Callable[[Request], None]
    ) -> None:
        self._config, self._slots, self._on_admitted = config, slots, on_admitted
        self._step_tokens = config.step_tokens
        self.waiting: deque[Request] = deque()
        self.running: list[Request] = []
        self.suspects: list[Request] = []

    def plan(self) -> Batch:
        """Return requests and how many of their tokens to compute: those that answer come first.

        Prompts are taken in piece by piece, the oldest request first. How much of them fits
        beside the answers depends on who is more: those that answer, or those that wait to.
        """
        self.suspects = [suspect for suspect in self.suspects if suspect in self.running]
        if self.suspects:
            suspect = self.suspects.pop()
            return [(suspect, min(suspect.pending, self._config.beside_tokens))]
        answering = [request for request in self.running if request.pending == 1]
        batch = [(request, 1) for request in sorted(answering, key=lambda r: r.blend.id)]
        arriving = [request for request in self.running if request.pending > 1]
        is_rush = len(arriving) + min(len(self.waiting), self._room) >= len(answering)
        budget = self._step_tokens if is_rush else self._config.beside_tokens
        while budget and (arriving or (self.waiting and self._room)):
            request = arriving.pop(0) if arriving else self._admit()
            batch.append((request, min(request.pending, budget)))
            budget -= batch[-1][1]
        return batch

    def relax(self) -> None:
        """Let steps that succeed take in more again, little by little."""
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

    @property
    def _room(self) -> int:
        return min(self._slots.free, self._config.running - len(self.running))

    def _admit(self) -> Request:
        request = self.waiting.popleft()
        request.slot, request.cached = self._slots.take(request.stamps[: request.length])
        self.running.append(request)
        self._on_admitted(request)
        return request
