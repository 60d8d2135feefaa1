"""Running programs from the checkout."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from ops.embedded.errors import EmbeddedError
from ops.embedded.layout import ROOT
from shared.config import process_environment

STANDINS = ROOT / "ops" / "docker" / "standins"


class ProofFailedError(EmbeddedError):
    """Something that was to be shown did not come about; the message says what."""


def run(
    *command: str | Path,
    timeout: float = 60.0,
    check: bool = True,
    log: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """Run a command in the checkout and return what it printed, its errors apart.

    Args:
        command: the program and its arguments.
        timeout: seconds.
        check: whether another exit status than 0 ends the proof.
        log: where all it says goes instead.
        environment: what is set for it besides.

    Raises:
        ProofFailedError: it is not there, ended with an error, or took longer.
    """
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=ROOT,
            env=process_environment() | dict(environment or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=timeout,
        )
    except subprocess.TimeoutExpired:
        raise ProofFailedError(f"{' '.join(words[:6])} … took more than {timeout:.0f} s") from None
    except FileNotFoundError:
        raise ProofFailedError(f"{words[0]} is not installed") from None
    if log is not None:
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
    if check and done.returncode != 0:
        said = (done.stdout + done.stderr)[-3000:]
        raise ProofFailedError(f"{' '.join(words[:6])} … ended with {done.returncode}\n{said}")
    return done.stdout
