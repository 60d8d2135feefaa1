"""A backend that is made in the background, while turns are answered without it.

A model takes seconds to minutes to load, and may fail to: its folder is not there, its weights
are broken, its memory is taken. The worker serves from its first second all the same, says why
the model does not write, and goes on trying. An engine that died is made anew the same way; if
that fails too, the device is lost to this process, and only a new one will help.
"""

import random
from collections.abc import Callable, Generator
from contextlib import closing
from threading import Event, Lock, Thread
from typing import Literal

import structlog

from gpu_worker.agents.backends.base import Backend, BackendError, Draft, WritingTask
from shared.domain.words import ModelTrouble, Outcome
from shared.observability.metrics import MODEL_READY

log = structlog.get_logger(__name__)

_FIRST_PAUSE, _LONGEST_PAUSE = 5.0, 300.0
_MOST_REVIVALS = 3


class BackendLost(BackendError):
    """The backend cannot go on, as when its engine has died; it must be made anew."""


class LoadingBackend:
    """Writes with what ``load`` returned; before that it raises, and says why."""

    name = "local"
    outcome: Literal[Outcome.ANSWERED] = Outcome.ANSWERED

    def __init__(
        self,
        load: Callable[[], Backend],
        model: str,
        *,
        first_pause: float = _FIRST_PAUSE,
        give_up: Callable[[], None] = lambda: None,
    ) -> None:
        """Begin to load.

        Args:
            load: makes the backend; called in a thread, again and again until it succeeds. Raises
                ``BackendError`` with the trouble; anything else is a failure to load, too.
            model: its name, until the backend itself has one.
            first_pause: seconds before the second attempt; each pause doubles the one before.
            give_up: ends this process for another; called when a backend that was lost could not
                be made anew.
        """
        self._load = load
        self._called = model
        self._first_pause = first_pause
        self._give_up = give_up
        self._has_died = False
        self._lock = Lock()
        self._inner: Backend | None = None
        self._trouble = ModelTrouble.LOADING
        self._reason = "the model is loading"
        self._closing = Event()
        self._thread = self._start()

    @property
    def model(self) -> str | None:
        """The model's name, with its version once it is loaded."""
        inner = self._inner
        return inner.model if inner else self._called

    def write(self, task: WritingTask) -> Generator[str | Draft, None, None]:
        """Yield what the loaded backend yields.

        Raises:
            BackendError: it failed, or is not there yet.
        """
        inner = self._inner
        if inner is None:
            raise BackendError(self._reason, self._trouble)
        try:
            with closing(inner.write(task)) as pieces:
                yield from pieces
        except BackendLost as lost:
            self._make_anew(inner, lost)
            raise

    def close(self) -> None:
        """Stop loading, and close what was loaded."""
        self._closing.set()
        self._thread.join(timeout=1.0)
        self._release()

    def _start(self) -> Thread:
        thread = Thread(target=self._keep_loading, name="model-loading", daemon=True)
        thread.start()
        return thread

    def _make_anew(self, lost: Backend, error: BackendLost) -> None:
        with self._lock:
            if self._inner is not lost or self._closing.is_set():
                return  # another turn was here first
            self._trouble, self._reason = error.trouble, str(error)
            self._has_died = True
            self._release()
        log.error("model.lost", model=self._called, reason=error.trouble, error=str(error))
        self._thread = self._start()

    def _release(self) -> None:
        inner, self._inner = self._inner, None
        MODEL_READY.set(0)
        if inner is not None:
            inner.close()

    def _keep_loading(self) -> None:
        pause, failures = self._first_pause, 0
        while not self._closing.is_set():
            try:
                inner = self._load()
            except Exception as error:  # noqa: BLE001 (whatever is wrong with a model)
                self._note(error, pause)
                failures += 1
                if self._has_died and failures == _MOST_REVIVALS:
                    log.critical("model.given_up", model=self._called)
                    self._give_up()
            else:
                self._take(inner)
                return
            self._closing.wait(pause * random.uniform(0.75, 1.0))  # noqa: S311 (jitter)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _note(self, error: Exception, pause: float) -> None:
        trouble = error.trouble if isinstance(error, BackendError) else ModelTrouble.LOAD_FAILED
        self._trouble, self._reason = trouble, str(error)
        log.error(
            "model.not_loaded",
            model=self._called,
            reason=trouble,
            error=f"{type(error).__name__}: {error}",
            again_in=round(pause),
        )

    def _take(self, inner: Backend) -> None:
        with self._lock:
            self._inner, self._has_died = inner, False
            if self._closing.is_set():
                self._release()
                return
        MODEL_READY.set(1)
        log.info("model.loaded", model=inner.model)
