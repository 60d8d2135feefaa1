"""A thread that looks every few seconds for what was left undone.

Not a Celery task: a task is started by a message, and what is left undone is left so most often
because the broker is away.
"""

import random
from collections.abc import Callable
from threading import Event, Thread

from shared.observability.logs import get_logger
from workers.consumers.step import RetryLater

# A message is due after ANSWER_DEADLINE (45 s) and must be handed over within 60 s.
EVERY_SECONDS = 5.0


class SweepLoop(Thread):
    """Calls ``sweep`` until it is stopped; several processes may do so at once."""

    def __init__(self, sweep: Callable[[], None], every_seconds: float = EVERY_SECONDS) -> None:
        """Prepare; ``start`` begins."""
        super().__init__(name="sweep", daemon=True)
        self._sweep = sweep
        self._every_seconds = every_seconds
        self._stopping = Event()

    def run(self) -> None:
        """Sweep, wait, and again, whatever came of it."""
        while not self._stopping.is_set():
            try:
                self._sweep()
            except RetryLater as error:
                get_logger().warning("sweep.interrupted", error=str(error))
            except Exception:  # noqa: BLE001 (a bug must not end the watch)
                get_logger().exception("sweep.failed")
            self._stopping.wait(self._every_seconds * random.uniform(0.8, 1.0))  # noqa: S311

    def stop(self) -> None:
        """End soon; a sweep that is cut short is done by the next one, wherever that runs."""
        self._stopping.set()
        if self.is_alive():
            self.join(timeout=5)
