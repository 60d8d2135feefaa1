"""What docs/cli.md shows can be called, and what can be called is on that page."""

import re
import shlex
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from workers.cli.errors import Status
from workers.cli.main import parser

_PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
_SHOWN = [
    line.partition("  #")[0].partition(" < ")[0].strip()
    for block in re.findall(r"^```sh\n(.*?)^```", _PAGE, re.M | re.S)
    for line in block.splitlines()
]


def commands(at: ArgumentParser, name: str = "otvet") -> Iterator[tuple[str, ArgumentParser]]:
    """Yield every command by its words."""
    below = [one for one in at._actions if isinstance(one, _SubParsersAction)]
    if not below:
        yield name, at
    for action in below:
        for word, sub in action.choices.items():
            yield from commands(sub, f"{name} {word}")


@pytest.mark.parametrize("line", _SHOWN)
def test_a_command_on_the_page_can_be_called(line: str) -> None:
    program, *arguments = shlex.split(line)
    assert program == "otvet"
    if arguments == ["--help"]:
        return
    assert callable(parser().parse_args(arguments).run)


def test_every_command_and_every_option_is_on_the_page() -> None:
    missing = []
    for name, command in commands(parser()):
        if not any(line.startswith(name) for line in _SHOWN):
            missing.append(name)
        options = {one for action in command._actions for one in action.option_strings}
        options -= {"-h", "--help"}
        missing += [f"{name} {one}" for one in options if f"{one}" not in _PAGE]
    assert missing == []


def test_every_exit_status_is_on_the_page() -> None:
    rows = {int(row) for row in re.findall(r"^\| (\d+) \|", _PAGE, re.M)}
    assert rows == {int(status) for status in Status}
