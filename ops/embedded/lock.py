"""One launcher a data folder.

The lock is the kernel's, so a killed launcher leaves none behind. supervisord inherits it: while a
killed launcher's programs are still draining, the folder counts as in use.
"""

import fcntl
import os
import time
from pathlib import Path

from ops.embedded.errors import AlreadyRunningError


class InstanceLock:
    """The right to run programs on one data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self, wait_seconds: float = 0.0) -> int:
        """Take the lock and return its descriptor, for the children that keep it.

        Raises:
            AlreadyRunningError: another process holds it, still after ``wait_seconds``.
        """
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        deadline = time.monotonic() + wait_seconds
        while not _try_lock(descriptor):
            if time.monotonic() >= deadline:
                holder = os.read(descriptor, 32).decode("ascii", "replace").strip()
                os.close(descriptor)
                raise AlreadyRunningError(self._path.parent.parent, holder)
            time.sleep(0.05)
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))
        self._descriptor = descriptor
        return descriptor

    def release(self) -> None:
        """Give the lock back; does nothing when it is not held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
