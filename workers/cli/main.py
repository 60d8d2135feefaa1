"""The console script ``otvet``: reads the command line and runs one command.

Also ``python -m workers.cli.main``.
"""

import asyncio
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from inspect import iscoroutine
from pathlib import Path
from typing import Any, NoReturn

from shared.config import SettingsError
from shared.domain.error_sentences import error_sentence
from shared.domain.words import Locale
from shared.kernel.errors import OtvetError, Unavailable
from shared.observability.logs import configure_logs
from shared.queues.dead_letters import LettersHeld
from shared.queues.delivery import BrokerUnavailable
from workers.cli import administrators, archives, check, letters, reindex, sites, tools
from workers.cli.context import Context
from workers.cli.embedded import installation_settings
from workers.cli.errors import CommandError, Status

_COMMANDS = (check, administrators, sites, archives, reindex, letters, tools)
_ABOUT = "Runs an installation of Otvet from a shell."
_MORE = """\
Settings come from the environment, from .env in the working directory, or, with --data, from the
installation that 'make run' has started on that folder:

  otvet --data .data check

Exit status: 0 done · 1 not done, or something is wrong · 64 wrong command line ·
69 a store or the broker is away · 78 settings. Every command and its options: docs/cli.md.
"""

_EXPECTED = (CommandError, SettingsError, BrokerUnavailable, OtvetError)
_HINT = "\nFor an installation of 'make run', name its folder: otvet --data .data …"


class Parser(ArgumentParser):
    """argparse with the exit status of the house, and options by their full names alone.

    By its beginnings, ``--password SECRET`` would be taken for ``--password-file``.
    """

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 (as argparse has them)
        super().__init__(**options, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and how it is meant."""
        self.print_usage(sys.stderr)
        self.exit(Status.USAGE, f"otvet: {message}\n")


def parser() -> Parser:
    """Return the whole command line."""
    top = Parser(
        prog="otvet",
        description=_ABOUT,
        epilog=_MORE,
        formatter_class=RawDescriptionHelpFormatter,
    )
    top.add_argument(
        "--data", type=Path, metavar="DIR", help="data folder of an installation of 'make run'"
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in _COMMANDS:
        module.add(commands)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the command line names; returns the exit status."""
    options = parser().parse_args(arguments)
    configure_logs("otvet", "CRITICAL")  # what is to be said, the command says
    try:
        given = installation_settings(options.data) if options.data else {}
        made = options.run(Context(given), options)
        return int(asyncio.run(made) if iscoroutine(made) else made)
    except BrokenPipeError:  # whoever read has enough: head, less
        sys.stderr.close()
        return Status.DONE
    except (*_EXPECTED, KeyboardInterrupt) as error:
        text, status = _told(error)
        if isinstance(error, SettingsError) and options.data is None:
            text += _HINT if "is not set" in text else ""
        sys.stderr.write(f"otvet: {text}\n")
        return status


def _told(error: BaseException) -> tuple[str, Status]:
    """Return what ended a command as a sentence, and the exit status."""
    if isinstance(error, CommandError):
        return str(error), error.status
    if isinstance(error, SettingsError):
        return str(error), Status.SETTINGS
    if isinstance(error, LettersHeld):
        return f"{error}, an erasure perhaps: try again", Status.FAILED
    if isinstance(error, BrokerUnavailable):
        return f"the broker is away: {error}", Status.UNAVAILABLE
    if isinstance(error, OtvetError):
        detail = f" ({error.detail})" if error.detail else ""
        status = Status.UNAVAILABLE if isinstance(error, Unavailable) else Status.FAILED
        return error_sentence(error.code, Locale.EN) + detail, status
    return "interrupted", Status.INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
