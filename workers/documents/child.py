"""The process that reads one document: limits first, then the bytes from standard input.

``process`` starts it. It has no secrets in its environment, cannot write files, and what it may
use of time and memory is fixed before the first byte of the document is looked at.
"""

import json
import resource
import sys

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Bounds, Document, Limits
from workers.documents.errors import DocumentError
from workers.documents.reading import read_document


def restrict(bounds: Bounds) -> None:
    """Give this process its bounds; it can never raise them again."""
    for kind, most in (
        (resource.RLIMIT_AS, bounds.memory),
        (resource.RLIMIT_CPU, bounds.seconds),
        (resource.RLIMIT_FSIZE, bounds.answer_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        # The hard limit of time comes later: what ends a process tells which limit it was.
        last = most + 2 if kind == resource.RLIMIT_CPU else most
        last = last if hard == resource.RLIM_INFINITY else min(last, hard)
        resource.setrlimit(kind, (min(most, last), last))


def answer(document: Document) -> dict[str, object]:
    """Return a document as ``process`` reads it."""
    return {
        "kind": document.kind,
        "title": document.title,
        "text": document.text,
        "language": document.language,
        "notes": [[note.trouble, note.detail] for note in document.notes],
    }


def main() -> int:
    """Read the document and write what it is, or what is wrong with it."""
    head = json.loads(sys.stdin.buffer.readline())
    restrict(Bounds(**head["bounds"]))
    limits = Limits(**head["limits"])
    try:
        content = sys.stdin.buffer.read(limits.file_bytes + 1)
        result = answer(read_document(content, head["name"], head["declared"], limits))
    except DocumentError as error:
        result = {"trouble": error.trouble, "detail": error.detail}
    except MemoryError:
        result = {"trouble": DocumentTrouble.TOO_HEAVY, "detail": "memory"}
    except Exception as error:  # noqa: BLE001 (a library met what it never thought of)
        result = {"trouble": DocumentTrouble.BROKEN, "detail": type(error).__name__}
    sys.stdout.buffer.write(json.dumps(result, ensure_ascii=False).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
