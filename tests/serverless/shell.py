"""Where the scripts of ``localstack/`` run: with programs of ours in place of those they call.

Each program notes how it was called, a line of JSON in ``calls``, so that their order is seen.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from shared.config import process_environment
from tests.serverless.function import ROOT

_NOTE = """
import json, os, sys
told = [os.environ.get(name) for name in os.environ.get("TOLD", "").split()]
open(os.environ["CALLS"], "a").write(json.dumps([NAME, *sys.argv[1:], *filter(None, told)]) + "\\n")
"""


class Shell:
    """A folder of programs, which stand before all others, and what they were called with."""

    def __init__(self, folder: Path, environment: Mapping[str, str] | None = None) -> None:
        """Make the folder; ``environment`` is told to every script besides its own."""
        self._programs = folder / "programs"
        self._programs.mkdir()
        self._calls = folder / "calls"
        kept = process_environment()
        self.environment = {
            "PATH": f"{self._programs}:{kept['PATH']}",
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT),
            "CALLS": str(self._calls),
        } | dict(environment or {})

    def add(self, name: str, then: str) -> None:
        """Make a program, which notes its call and goes on with these lines of ``sh``."""
        note = f"NAME = {name!r}\n{_NOTE}"
        path = self._programs / name
        path.with_suffix(".py").write_text(note, encoding="utf-8")
        line = f'"{sys.executable}" -S "{path.with_suffix(".py")}" "$@"'
        path.write_text(f"#!/bin/sh\n{line}\n{then}\n", encoding="utf-8")
        path.chmod(0o755)

    def add_aws(self, name: str) -> None:
        """Make a program that is the AWS CLI, as far as our scripts need one."""
        path = self._programs / name
        path.write_text(
            f'#!/bin/sh\nexec "{sys.executable}" -m tests.serverless.aws_cli "$@"\n',
            encoding="utf-8",
        )
        path.chmod(0o755)

    def run(
        self, script: Path, *words: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a script to its end."""
        return subprocess.run(
            ["/bin/bash", str(script), *words],
            env=self.environment | environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def calls(self) -> list[list[str]]:
        """Return what was called since the last time, in its order."""
        if not self._calls.exists():
            return []
        lines = self._calls.read_text(encoding="utf-8").splitlines()
        self._calls.unlink()
        return [json.loads(line) for line in lines]
