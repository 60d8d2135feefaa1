"""``python -m ops.embedded.supervisord -c FILE``: supervisord, which outlives a full disk.

When it cannot write a log, supervisord says so on its standard error. That is a file on the same
disk, so this fails too, and the second failure closes the pipe of the program whose line it was,
or ends supervisord, and with it everything. Here what cannot be said is not said.
"""

import sys
from contextlib import suppress
from typing import TextIO, cast

from supervisor import supervisord


class _Forgiving:
    """A stream that loses what it cannot write."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with suppress(OSError):
            return self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


def main() -> None:
    """Become supervisord."""
    sys.stdout = cast("TextIO", _Forgiving(sys.stdout))
    sys.stderr = cast("TextIO", _Forgiving(sys.stderr))
    supervisord.main()


if __name__ == "__main__":
    main()
