"""What can go wrong at a start, as sentences for the person at the console.

EmbeddedError
├── AlreadyRunningError
├── PortTakenError
├── ProgramFailedError
└── BuildFailedError
"""

from pathlib import Path

_TAIL_LINES = 25


class EmbeddedError(Exception):
    """The installation cannot be started or built; the message says why and what to do."""


class AlreadyRunningError(EmbeddedError):
    """Another launcher holds this data folder."""

    def __init__(self, data: Path, holder: str) -> None:
        owner = f" (process {holder})" if holder else ""
        super().__init__(
            f"Otvet is already running{owner} with its data in {data}. Stop it first, or start "
            "another one with --data DIR and its own PORT."
        )


class PortTakenError(EmbeddedError):
    """The port that people would open belongs to another program."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(
            f"PORT: {host}:{port} is taken by another program. Stop that, or choose another "
            f"port: PORT={port + 1} make run"
        )


class ProgramFailedError(EmbeddedError):
    """A program did not start; the message ends with the tail of its log."""

    def __init__(self, name: str, reason: str, log: Path) -> None:
        self.name = name
        super().__init__(f"{name} {reason}. The end of {log}:\n{tail(log)}")


class BuildFailedError(EmbeddedError):
    """A build step ended with an error; the message ends with the tail of its log."""

    def __init__(self, name: str, log: Path) -> None:
        super().__init__(f"{name} could not be built. The end of {log}:\n{tail(log)}")


def tail(log: Path, lines: int = _TAIL_LINES) -> str:
    """Return the last lines of a log, indented; a missing log is said to be empty."""
    if not log.exists():
        return "    (nothing was logged)"
    text = log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:]
    return "\n".join(f"    {line}" for line in text) or "    (nothing was logged)"
