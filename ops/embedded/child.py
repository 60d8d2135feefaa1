"""Start a program that does not outlive the process that watches it.

``python -I -S child.py SIGNAL COMMAND…`` asks the kernel to send SIGNAL when the parent dies,
however it dies, and becomes COMMAND. supervisord cannot do this itself; without it a supervisord
that is killed with -9 leaves its programs behind.
"""

import ctypes
import os
import signal
import sys
from pathlib import Path

_PR_SET_PDEATHSIG = 1


def die_with_parent(number: signal.Signals) -> None:
    """Ask for a signal at the parent's death (Linux; elsewhere nothing is asked)."""
    if sys.platform == "linux":
        parent = os.getppid()
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
        if os.getppid() != parent:
            os.kill(os.getpid(), number)


def guarded(command: tuple[str, ...], number: signal.Signals) -> tuple[str, ...]:
    """Return the command that runs ``command`` with its parent's death as a signal."""
    return (sys.executable, "-I", "-S", str(Path(__file__).resolve()), number.name, *command)


def _main() -> None:
    name, *command = sys.argv[1:]
    die_with_parent(signal.Signals[name])
    os.execv(command[0], command)  # noqa: S606  (no shell is the point)


if __name__ == "__main__":
    _main()
