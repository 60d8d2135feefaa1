"""Why a document could not be read.

DocumentError
├── Unreadable      it is empty, damaged, locked, of an unknown kind, or only images
├── Hostile         it is made to harm: a bomb, XML entities
├── OverLimit       more bytes, pages, rows, cells or text than is read
└── OutOfBounds     reading it took more time or memory than it was given

All are expected: they are the document's, are stored with it and shown to whoever brought it.
"""

from shared.domain.documents import DocumentTrouble


class DocumentError(Exception):
    """Base of them all; raised itself only where another process reported one."""

    def __init__(self, trouble: DocumentTrouble, detail: str = "") -> None:
        """Keep the stable code and a detail for developers."""
        self.trouble = trouble
        self.detail = detail
        super().__init__(f"{trouble}: {detail}" if detail else str(trouble))


class Unreadable(DocumentError):
    """There is nothing in it that could be read."""


class Hostile(DocumentError):
    """It is made to harm whoever reads it."""


class OverLimit(DocumentError):
    """It is larger than what is read."""


class OutOfBounds(DocumentError):
    """Reading it took more than it was given."""
