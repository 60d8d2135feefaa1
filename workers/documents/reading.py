"""Bytes to a document. Run in a process with limits (``process``), for the bytes are strangers'."""

from dataclasses import replace
from pathlib import PurePosixPath

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Document, Kind, Limits, Note
from workers.documents.encoding import decode
from workers.documents.errors import OverLimit, Unreadable
from workers.documents.language import language_of
from workers.documents.readers.csv import read_csv
from workers.documents.readers.docx import read_docx
from workers.documents.readers.html import read_html
from workers.documents.readers.markdown import read_markdown
from workers.documents.readers.pdf import read_pdf
from workers.documents.readers.plain import read_text
from workers.documents.readers.xlsx import read_xlsx
from workers.documents.sniff import sniff
from workers.documents.writer import MarkdownWriter, one_line

_META = 1024


def read_document(
    content: bytes, name: str, declared: str | None = None, limits: Limits | None = None
) -> Document:
    """Read a file; ``declared`` is the encoding that came with it, if it is text.

    Raises:
        DocumentError: it cannot be read, or may not.
    """
    limits = limits or Limits()
    if len(content) > limits.file_bytes:
        raise OverLimit(DocumentTrouble.TOO_LARGE, f"{len(content)} bytes")
    kind = sniff(content, name, declared)
    if kind is Kind.HTML:
        declared = declared or _meta_charset(content)
    fallback = one_line(PurePosixPath(name.rstrip("/")).stem.replace("_", " ")) or name
    document = _read(kind, content, fallback, declared, limits)
    if not document.text.strip():
        raise Unreadable(DocumentTrouble.EMPTY)
    return replace(document, language=language_of(document.text))


def _read(
    kind: Kind, content: bytes, fallback: str, declared: str | None, limits: Limits
) -> Document:
    if kind is Kind.MARKDOWN:
        title, text = read_markdown(decode(content, declared), fallback, limits)
        return Document(kind, title, text, None)
    writer = MarkdownWriter(limits)
    title, notes = _write(kind, content, declared, writer, limits)
    if writer.is_empty:
        raise Unreadable(DocumentTrouble.EMPTY)
    is_list = kind in (Kind.CSV, Kind.XLSX)
    title, text = writer.finish(one_line(title) or fallback, by_heading=not is_list)
    return Document(kind, title, text, None, notes)


def _write(
    kind: Kind, content: bytes, declared: str | None, writer: MarkdownWriter, limits: Limits
) -> tuple[str, tuple[Note, ...]]:
    match kind:
        case Kind.PDF:
            return read_pdf(content, writer, limits), ()
        case Kind.DOCX:
            return read_docx(content, writer, limits), ()
        case Kind.XLSX:
            return "", read_xlsx(content, writer, limits)
        case Kind.CSV:
            return "", read_csv(decode(content, declared), writer, limits)
        case Kind.HTML:
            return read_html(decode(content, declared), writer), ()
        case _:
            read_text(decode(content, declared), writer, limits)
            return "", ()


def _meta_charset(content: bytes) -> str | None:
    """Return the encoding that a page names in its head."""
    head = content[:_META].decode("ascii", errors="replace").lower()
    _, found, rest = head.partition("charset=")
    name = rest.lstrip("\"' ")[:40]
    for end, letter in enumerate(name):
        if not (letter.isalnum() or letter in "-_"):
            return name[:end] or None
    return name or None if found else None
