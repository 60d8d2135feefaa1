"""Passwords as they come in: typed twice without an echo, or from a file; never as an argument.

An argument is seen by everybody on the machine (``ps``) and kept in the shell's history.
"""

import getpass
import sys
from pathlib import Path

from shared.auth.password_rules import password_trouble
from shared.domain.error_sentences import error_sentence
from shared.domain.words import Locale
from workers.cli.errors import Refused, WrongUse

_STDIN = "-"


def ask_password(given: str | None, email: str, name: str) -> str:
    """Return a password that the console would take, too; ``given`` is a file, ``-`` stdin.

    Raises:
        WrongUse: there is neither a terminal nor a file to take it from.
        Refused: it is too weak, both typed ones differ, or the file cannot be read.
    """
    password = _typed() if given is None else _read(given)
    if trouble := password_trouble(password, email, name):
        raise Refused(error_sentence(trouble, Locale.EN))
    return password


def _typed() -> str:
    if not sys.stdin.isatty():
        raise WrongUse("there is no terminal to ask for a password: use --password-file or --link")
    password = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != password:
        raise Refused("the two passwords differ")
    return password


def _read(file: str) -> str:
    try:
        text = sys.stdin.read() if file == _STDIN else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(f"--password-file {file}: {error}") from error
    # A line's end is nothing that anybody could type at a sign-in.
    return text.split("\n", 1)[0].removesuffix("\r")
