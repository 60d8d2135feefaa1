"""What the launcher says: one calm line a step, each with its time. Standard library only."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

_NAME_WIDTH = 14
_DETAIL_WIDTH = 46


class Step:
    """A step under way; what is put into ``detail`` is shown when it ends."""

    def __init__(self) -> None:
        self.detail = "done"
        self.began = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long the step has taken until now."""
        return time.monotonic() - self.began


class Console:
    """Progress on a stream; on a terminal the step under way is shown too."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = stream or sys.stdout
        self._quiet = quiet
        self._live = not quiet and self._stream.isatty()

    @contextmanager
    def step(self, name: str) -> Iterator[Step]:
        """Show a step; an exception shows it as failed and goes on."""
        step = Step()
        self.working(name)
        try:
            yield step
        except BaseException:
            self.done(name, "failed", step.seconds)
            raise
        self.done(name, step.detail, step.seconds)

    def working(self, name: str, detail: str = "…") -> None:
        """Show what is under way, on a terminal only, until the next line replaces it."""
        if self._live:
            self._stream.write(f"\r\x1b[2K  {name:<{_NAME_WIDTH}} {detail}")
            self._stream.flush()

    def done(self, name: str, detail: str, seconds: float) -> None:
        """Show a finished step."""
        self.say(f"  {name:<{_NAME_WIDTH}} {detail:<{_DETAIL_WIDTH}} {seconds:6.1f} s")

    def say(self, text: str = "") -> None:
        """Write a line."""
        if self._quiet:
            return
        prefix = "\r\x1b[2K" if self._live else ""
        self._stream.write(f"{prefix}{text}\n")
        self._stream.flush()
