"""How far a training is: lines for the person who waits, events for the logs."""

import sys
import time
from collections.abc import Callable, Mapping
from typing import TextIO

import structlog

log = structlog.get_logger(__name__)


class Progress:
    """Writes lines to ``stream`` and tells the same as events."""

    def __init__(
        self, stream: TextIO = sys.stderr, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream
        self._clock = clock
        self._first: tuple[int, float] | None = None

    def say(self, line: str) -> None:
        """Write a line."""
        self._stream.write(f"{line}\n")
        self._stream.flush()

    def step(self, step: int, steps: int, epoch: float, logs: Mapping[str, float]) -> None:
        """Tell of a step what was logged of it: its loss, or the held-out one."""
        now = self._clock()
        self._first = self._first or (step, now)
        said = [f"step {step}/{steps}", f"epoch {epoch:.2f}"]
        if (loss := logs.get("loss")) is not None:
            rate = logs.get("learning_rate", 0.0)
            said += [f"loss {loss:.4f}", f"rate {rate:.2e}"]
            log.info("training.stepped", step=step, steps=steps, epoch=round(epoch, 3), loss=loss)
        elif (held_out := logs.get("eval_loss")) is not None:
            said.append(f"held-out loss {held_out:.4f}")
            log.info("training.measured", step=step, steps=steps, held_out_loss=held_out)
        else:
            return
        if left := self._left(step, steps, now):
            said.append(left)
        self.say(" · ".join(said))

    def _left(self, step: int, steps: int, now: float) -> str:
        first, since = self._first or (step, now)
        if step <= first or step >= steps:
            return ""
        seconds = (now - since) / (step - first) * (steps - step)
        return f"{seconds / 60:.0f} min left" if seconds >= 90 else f"{seconds:.0f} s left"
