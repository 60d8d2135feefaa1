"""A circuit breaker: visitors do not wait, one after another, for a backend that is down.

closed ── failures in a row ──▶ open ── after a rest ──▶ half-open ── a turn answered ──▶ closed
                                 ▲                           │
                                 └── the turn failed too ────┘   (the next rest is longer)

While it is open, every turn is answered by the fallback at once. Half-open, one turn tries it and
the others do not. What comes out of a backend that is no ``BackendError`` is a bug; it is logged
with its story and counts as a failure, and the visitor still gets an answer.
"""

import random
import time
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from threading import Lock
from typing import Literal

import structlog

from gpu_worker.agents.backends.base import Backend, BackendError, Draft, WritingTask
from shared.domain.words import ModelTrouble, Outcome

log = structlog.get_logger(__name__)

# They are told at once, so there is nothing to spare anybody; or the model's way with one question.
_HARMLESS = frozenset({ModelTrouble.LOADING, ModelTrouble.LOAD_FAILED, ModelTrouble.SILENT})


@dataclass(frozen=True, slots=True)
class GuardLimits:
    """When a backend is left alone, and for how many seconds; each rest doubles the last."""

    failures: int = 3
    first_rest: float = 5.0
    longest_rest: float = 60.0


class GuardedBackend:
    """Stands in front of a backend that can fail."""

    def __init__(
        self,
        inner: Backend,
        limits: GuardLimits | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Guard ``inner``; ``clock`` gives monotonic seconds."""
        self._inner = inner
        self._limits = limits or GuardLimits()
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._trouble = ModelTrouble.FAILED
        self._rests = 0
        self._rest_until = 0.0
        self._has_probe = False

    @property
    def name(self) -> str:
        """The guarded backend's."""
        return self._inner.name

    @property
    def model(self) -> str | None:
        """The guarded backend's."""
        return self._inner.model

    @property
    def outcome(self) -> Literal[Outcome.ANSWERED, Outcome.QUOTED]:
        """The guarded backend's."""
        return self._inner.outcome

    def close(self) -> None:
        """Close the guarded backend."""
        self._inner.close()

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield what the guarded backend yields.

        Raises:
            BackendError: it failed, or is being left alone.
        """
        is_probe = self._admit()
        try:
            with closing(self._inner.write(task)) as pieces:
                for piece in pieces:
                    if isinstance(piece, Draft):
                        self._succeeded()
                    yield piece
        except BackendError as error:
            self._failed(error.trouble)
            raise
        except Exception as error:
            log.exception("backend.crashed", backend=self.name)
            self._failed(ModelTrouble.FAILED)
            raise BackendError(f"{type(error).__name__} in {self.name}") from error
        finally:
            if is_probe:
                self._has_probe = False

    def _admit(self) -> bool:
        """Let a turn through, or not; returns whether it is the one that tries."""
        with self._lock:
            if self._failures < self._limits.failures:
                return False
            if self._has_probe or self._clock() < self._rest_until:
                raise BackendError("the backend is left alone after failures", self._trouble)
            self._has_probe = True
            return True

    def _succeeded(self) -> None:
        with self._lock:
            if self._failures >= self._limits.failures:
                log.info("backend.recovered", backend=self.name)
            self._failures = self._rests = 0

    def _failed(self, trouble: ModelTrouble) -> None:
        if trouble in _HARMLESS:
            return
        with self._lock:
            self._trouble = trouble
            self._failures += 1
            if self._failures < self._limits.failures or self._clock() < self._rest_until:
                return
            longest = min(self._limits.first_rest * 2**self._rests, self._limits.longest_rest)
            rest = longest * random.uniform(0.75, 1.0)  # noqa: S311 (jitter)
            self._rests += 1
            self._rest_until = self._clock() + rest
            log.warning("backend.resting", backend=self.name, reason=trouble, seconds=round(rest))
