"""From a bare checkout to ``.venv/``: standard library only, run by the system's Python.

``python3 -m ops.embedded.bootstrap [MODULE ARGUMENT…]`` installs what the locks name when they
changed since the last time, and then becomes ``.venv/bin/python -m MODULE ARGUMENT…``.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

from ops.embedded.progress import Console

ROOT = Path(__file__).resolve().parents[2]
_VENV = ROOT / ".venv"
_PYTHON = _VENV / "bin" / "python"
_STAMP = _VENV / "otvet.stamp"
_LOG = _VENV / "install.log"
_LOCKS = ROOT / "ops" / "locks"
_NEEDED = (3, 11)
_COMMAND = """#!{python}
import sys

from workers.cli.main import main

sys.exit(main())
"""
"""What pip would make of [project.scripts], were the checkout installed."""
_PIP = ("-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--no-compile")


def main(command: list[str]) -> int:
    """Make the environment ready and run ``command`` in it, when there is one."""
    if sys.version_info[:2] != _NEEDED:
        print(f"Otvet needs Python 3.11; this is {sys.version.split()[0]}. Set PYTHON=python3.11.")
        return 2
    try:
        _install(Console())
    except subprocess.CalledProcessError:
        lines = _LOG.read_text(encoding="utf-8", errors="replace").splitlines()[-20:]
        print(
            "The environment could not be installed. The end of .venv/install.log:",
            *lines,
            sep="\n",
        )
        return 1
    except KeyboardInterrupt:
        return 130
    if command:
        os.chdir(ROOT)
        os.execv(_PYTHON, [str(_PYTHON), "-m", *command])  # noqa: S606  (no shell is the point)
    return 0


def _install(console: Console) -> None:
    wanted = _fingerprint()
    with console.step("environment") as step:
        if _STAMP.exists() and _STAMP.read_text(encoding="ascii") == wanted:
            _link_checkout()
            step.detail = "up to date"
            return
        _STAMP.unlink(missing_ok=True)
        console.working("environment", "installing from ops/locks (minutes the first time) …")
        if not _PYTHON.exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", str(_VENV)], check=True)
        _install_packages()
        _link_checkout()
        _STAMP.write_text(wanted, encoding="ascii")
        step.detail = "installed in .venv"


def _install_packages() -> None:
    """Install torch and the locked rest side by side: the two sets do not overlap.

    torch's own dependencies are in the lock, but for those of its GPU builds; the last command
    adds them where the machine's index serves such a build.
    """
    with _LOG.open("wb") as log:
        torch = _pip(log, "--no-deps", "-r", str(_LOCKS / "torch.txt"))
        rest = _pip(log, "--no-deps", "--require-hashes", "-r", str(_LOCKS / "all.txt"))
        _finish(torch, rest)
        _finish(_pip(log, "-r", str(_LOCKS / "torch.txt")))
        # Imports write the same files one by one; doing it at once spares the first start.
        compiling = (str(_PYTHON), "-m", "compileall", "-q", "-j", "0", str(_VENV / "lib"))
        subprocess.run(compiling, stdout=log, stderr=log, check=False)


def _pip(log: BinaryIO, *arguments: str) -> "subprocess.Popen[bytes]":
    command = [str(_PYTHON), *_PIP, *arguments]
    return subprocess.Popen(command, stdout=log, stderr=log, cwd=ROOT)


def _finish(*processes: "subprocess.Popen[bytes]") -> None:
    codes = [process.wait() for process in processes]
    for process, code in zip(processes, codes, strict=True):
        if code != 0:
            raise subprocess.CalledProcessError(code, process.args)


def _link_checkout() -> None:
    """Make the checkout importable, and its command line a command.

    A room's packages are installed for real in its image.
    """
    packages = next((_VENV / "lib").glob("python3.*/site-packages"))
    _write(packages / "otvet.pth", f"{ROOT}\n", 0o644)
    _write(_VENV / "bin" / "otvet", _COMMAND.format(python=_PYTHON), 0o755)


def _write(path: Path, text: str, mode: int) -> None:
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)


def _fingerprint() -> str:
    digest = hashlib.sha256(f"{sys.version} {ROOT}".encode())
    for name in ("torch.txt", "all.txt"):
        digest.update((_LOCKS / name).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
