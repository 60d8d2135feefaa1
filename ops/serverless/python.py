"""LocalStack's own Python: a virtual environment of exact versions, made once for each of them."""

import hashlib
import shutil
import sys
from pathlib import Path

from ops.docker.proof.shell import ProofFailedError, run
from ops.embedded.layout import ROOT

STANDIN = ROOT / "localstack" / "standin"
HOME = ROOT / "build" / "localstack"
_LISTS = ("requirements.txt", "runtime.txt")
_PATIENCE = 900.0


def version() -> str:
    """Return which LocalStack is listed."""
    lines = (STANDIN / "requirements.txt").read_text(encoding="utf-8").splitlines()
    (found,) = [line.partition("==")[2] for line in lines if line.startswith("localstack-core==")]
    return found


def made() -> Path:
    """Return the environment's folder, after installing what is listed where that has changed.

    ``runtime`` in it has what a function finds besides its own code, and LocalStack's packages not.

    Raises:
        ProofFailedError: this is no Python 3.11, the functions' own, or a package did not come.
    """
    if sys.version_info[:2] != (3, 11):
        raise ProofFailedError("functions run on Python 3.11, and this is another")
    home, stamp = HOME / "venv", HOME / "venv" / "listed"
    listed = hashlib.sha256(b"\0".join((STANDIN / name).read_bytes() for name in _LISTS))
    if stamp.exists() and stamp.read_text(encoding="ascii") == listed.hexdigest():
        return home
    shutil.rmtree(home, ignore_errors=True)
    run(sys.executable, "-m", "venv", home, timeout=_PATIENCE)
    pip = (home / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps")
    run(*pip, "-r", STANDIN / "requirements.txt", timeout=_PATIENCE)
    runtime = ("--target", home / "runtime")
    run(*pip, *runtime, "-r", STANDIN / "runtime.txt", timeout=_PATIENCE)
    stamp.write_text(listed.hexdigest(), encoding="ascii")
    return home
