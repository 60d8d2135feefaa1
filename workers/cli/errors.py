"""What ends a command before it is done, as a sentence for the person at the shell.

CommandError
├── Refused     1   cannot be done as asked; nothing was changed
├── WrongUse   64   the command line itself is wrong
└── PartAway   69   PostgreSQL, Redis, the broker or Chroma cannot be reached

Settings that are missing or wrong end with 78, as everywhere (``shared.config.SettingsError``).
"""

from enum import IntEnum


class Status(IntEnum):
    """How a command ends; those beside 0 and 1 are those of ``sysexits.h``."""

    DONE = 0
    FAILED = 1
    USAGE = 64
    UNAVAILABLE = 69
    SETTINGS = 78
    INTERRUPTED = 130


class CommandError(Exception):
    """Base of the errors; never raised itself."""

    status = Status.FAILED


class Refused(CommandError):
    """It cannot be done as asked, and nothing was changed."""


class WrongUse(CommandError):
    """The command line is wrong."""

    status = Status.USAGE


class PartAway(CommandError):
    """A store or the broker cannot be reached."""

    status = Status.UNAVAILABLE
