"""Reads a document in a process of its own: a hostile file harms nothing but its own reading.

A plain child process and not a pool: a Celery worker may be daemonic, which may have no children
of ``multiprocessing``, and it has threads, which must not be forked. A third of a second is a
fair price for a document.
"""

import json
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from shared.domain.documents import DocumentTrouble
from shared.domain.words import Locale
from workers.documents.document import Bounds, Document, Kind, Limits, Note
from workers.documents.errors import DocumentError, OutOfBounds, OverLimit, Unreadable

_ROOT = Path(__file__).resolve().parents[2]
_START = 10
"""Seconds on the clock beyond those of the processor: two cores may be busy with others."""


class DocumentReader:
    """Reads files of strangers. Thread-safe; holds nothing between two of them."""

    def __init__(
        self, limits: Limits | None = None, bounds: Bounds | None = None, module: str | None = None
    ) -> None:
        """Read within ``limits`` and ``bounds``; ``module`` is what the child process runs."""
        self._limits = limits or Limits()
        self._bounds = bounds or Bounds()
        self._module = module or "workers.documents.child"

    def read(self, content: bytes, name: str, declared: str | None = None) -> Document:
        """Read a file.

        Raises:
            DocumentError: it cannot be read, or may not.
        """
        if len(content) > self._limits.file_bytes:
            raise OverLimit(DocumentTrouble.TOO_LARGE, f"{len(content)} bytes")
        head = {
            "name": name,
            "declared": declared,
            "limits": asdict(self._limits),
            "bounds": asdict(self._bounds),
        }
        # The answer goes to a file: a pipe has no limit that the child could not pass.
        with tempfile.TemporaryFile() as answer:
            status = self._run(json.dumps(head).encode() + b"\n" + content, answer)
            if status != 0:
                raise _death(status)
            answer.seek(0)
            return _document(answer.read(self._bounds.answer_bytes))

    def _run(self, given: bytes, answer: IO[bytes]) -> int:
        seconds = self._bounds.seconds * 2 + _START
        try:
            done = subprocess.run(  # noqa: S603 (our own module)
                [sys.executable, "-P", "-m", self._module],
                input=given,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                timeout=seconds,
                check=False,
                cwd="/",
                # No secrets for whoever takes the child over.
                env={"PYTHONPATH": str(_ROOT), "LC_ALL": "C.UTF-8"},
                start_new_session=True,
            )
        except subprocess.TimeoutExpired as error:
            raise OutOfBounds(DocumentTrouble.TOO_SLOW, f"more than {seconds} s") from error
        return done.returncode


def _death(status: int) -> DocumentError:
    """Return what a child that did not answer died of."""
    if -status in (signal.SIGXCPU, signal.SIGALRM):
        return OutOfBounds(DocumentTrouble.TOO_SLOW, "processor time")
    if -status == signal.SIGKILL:  # the hard limit of time, or the kernel's killer
        return OutOfBounds(DocumentTrouble.TOO_HEAVY, "killed")
    return Unreadable(DocumentTrouble.BROKEN, f"exit status {status}")


def _document(answer: bytes) -> Document:
    try:
        found: dict[str, Any] = json.loads(answer)
        if "trouble" in found:
            raise DocumentError(DocumentTrouble(found["trouble"]), str(found["detail"]))
        return Document(
            kind=Kind(found["kind"]),
            title=str(found["title"]),
            text=str(found["text"]),
            language=Locale(found["language"]) if found["language"] else None,
            notes=tuple(Note(DocumentTrouble(code), str(more)) for code, more in found["notes"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(DocumentTrouble.BROKEN, "no answer") from error
