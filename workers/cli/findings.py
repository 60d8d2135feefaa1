"""What a check found: of one thing, how bad it is, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How bad it is; only a failure makes the command fail."""

    OK = "ok"
    WARNING = "warning"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of the check; ``todo`` says what to do, and is empty where all is well."""

    about: str
    level: Level
    told: str
    todo: str = ""


def fine(about: str, told: str) -> Finding:
    """All is well."""
    return Finding(about, Level.OK, told)


def doubtful(about: str, told: str, todo: str) -> Finding:
    """It works, and may not for long, or not safely."""
    return Finding(about, Level.WARNING, told, todo)


def wrong(about: str, told: str, todo: str) -> Finding:
    """It does not work."""
    return Finding(about, Level.FAILED, told, todo)
