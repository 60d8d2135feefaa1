"""A shell in which ``otvet`` is run, with settings of its own and nothing else's."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from shared.config import Settings
from workers.cli.main import main


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a command."""

    status: int
    out: str
    err: str


class _Terminal(io.StringIO):
    """Where input comes from; no terminal until somebody types."""


class Shell:
    """Runs commands in a folder, with an environment that holds these settings alone."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        folder: Path,
        settings: Mapping[str, str],
    ) -> None:
        self._patch, self._capsys, self.folder = monkeypatch, capsys, folder
        for name in Settings.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        monkeypatch.chdir(folder)

    def set(self, **settings: str) -> None:
        """Set settings for the commands that follow."""
        for name, value in settings.items():
            self._patch.setenv(name, value)

    def type(self, *lines: str) -> None:
        """Sit down at a terminal and type these without an echo, in the commands that follow."""
        typed = iter(lines)
        self._patch.setattr("getpass.getpass", lambda _: next(typed))
        self._patch.setattr(_Terminal, "isatty", lambda _: True)

    def __call__(self, *arguments: str, stdin: str = "") -> Said:
        """Run a command; what argparse ends by itself is a status, too."""
        self._patch.setattr("sys.stdin", _Terminal(stdin))
        self._capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = self._capsys.readouterr()
        return Said(int(status), said.out, said.err)

    def done(self, *arguments: str, stdin: str = "") -> str:
        """Run a command that must do what it is told; returns its output."""
        said = self(*arguments, stdin=stdin)
        assert said.status == 0, f"{said.out}\n{said.err}"
        return said.out
