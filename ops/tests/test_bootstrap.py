"""The environment of a checkout: what is imported there, and what can be called."""

import subprocess
import sys
from pathlib import Path

import pytest

from ops.embedded import bootstrap
from shared.config import process_environment


def test_the_checkout_can_be_imported_and_its_command_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    packages.mkdir(parents=True)
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(bootstrap, "_VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "_PYTHON", Path(sys.executable))
    for _ in range(2):
        bootstrap._link_checkout()
    assert (packages / "otvet.pth").read_text() == f"{bootstrap.ROOT}\n"
    command = [str(tmp_path / "bin" / "otvet"), "check", "--help"]
    # A worktree may share its .venv with the checkout that made it.
    where = process_environment() | {"PYTHONPATH": str(bootstrap.ROOT)}
    said = subprocess.run(
        command, env=where, capture_output=True, text=True, check=False, timeout=60
    )
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("usage: otvet check")
