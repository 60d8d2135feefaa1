"""Waiting for a condition instead of for a time."""

import time
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")
_POLL = 0.02


def wait_until(what: str, condition: Callable[[], Value | None], timeout: float) -> Value:
    """Return the first value of ``condition`` that is true.

    Raises:
        AssertionError: there was none in ``timeout`` seconds; says what was waited for.
    """
    deadline = time.monotonic() + timeout
    while True:
        if value := condition():
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {timeout:.0f} s in vain until {what}")
        time.sleep(_POLL)
