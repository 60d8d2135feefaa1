"""What a reader makes of a file, and how much it may make."""

from dataclasses import dataclass
from enum import StrEnum

from shared.domain.documents import FILE_LIMIT, DocumentTrouble
from shared.domain.words import Locale


class Kind(StrEnum):
    """Kinds of files that are read."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a document is read; more is an error, not a cut."""

    file_bytes: int = FILE_LIMIT
    unpacked_bytes: int = 150 * 1024 * 1024
    """Of all files in the archive that a DOCX or an XLSX is."""
    archive_files: int = 5_000
    pages: int = 1_000
    rows: int = 20_000
    columns: int = 64
    cells: int = 200_000
    cell_text: int = 50_000
    text: int = 3_000_000


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the process that reads may use up."""

    seconds: int = 25
    """Of the processor, and on the clock."""
    memory: int = 1024 * 1024 * 1024
    answer_bytes: int = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Note:
    """Something that went wrong with a part of the document, and where."""

    trouble: DocumentTrouble
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as Markdown: one H1, its title, and what ``shared.domain.passages`` splits."""

    kind: Kind
    title: str
    text: str
    language: Locale | None
    notes: tuple[Note, ...] = ()
