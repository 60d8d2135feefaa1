"""What a file is, by what is in it; its name decides only between kinds of text."""

import re
import zipfile
from io import BytesIO
from pathlib import PurePosixPath

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Kind
from workers.documents.encoding import decode
from workers.documents.errors import Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024
"""Readers of PDF have always put up with so many bytes before the header."""
_OTHERS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"II*\x00", b"MM\x00*", b"{\\rtf",
    b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x7fELF", b"MZ", b"ID3",
    b"OggS", b"%!PS",
)  # fmt: skip
_TAG = re.compile(
    r"\A\s*(?:<\?xml[^>]*>\s*)?(?><!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|article|main|div|section|h1|p)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)
_BY_NAME = {
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
}
_QUESTION_ROW = re.compile(
    r'\A\s*"?(?:вопросы?|questions?)"?\s*[;,\t|]|\A[^\n]*[;,\t|]\s*"?(?:ответы?|answers?)"?\s*(?:[;,\t|\r\n]|\Z)',
    re.IGNORECASE,
)


def sniff(content: bytes, name: str = "", declared: str | None = None) -> Kind:
    """Return what kind of file it is; ``declared`` is the encoding its envelope names.

    Raises:
        Unreadable: of none that is read.
    """
    if not content.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(DocumentTrouble.EMPTY)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Kind.PDF
    if content.startswith(b"PK"):
        return _archive(content)
    if content.startswith(_OLE):
        encrypted = _ENCRYPTED in content
        trouble = DocumentTrouble.ENCRYPTED if encrypted else DocumentTrouble.UNSUPPORTED
        raise Unreadable(trouble, "an OLE file")
    if content.startswith(_OTHERS) and not _is_words(content):
        raise Unreadable(DocumentTrouble.UNSUPPORTED, repr(content[:4]))
    return _of_text(decode(content, declared), PurePosixPath(name).suffix.lower())


def _is_words(content: bytes) -> bool:
    """Whether what begins like a program or an image goes on as text: «BMW», «MZ»."""
    return content[:2] in (b"BM", b"MZ", b"II", b"MM") and b"\x00" not in content[:64]


def _archive(content: bytes) -> Kind:
    try:
        names = set(zipfile.ZipFile(BytesIO(content)).namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise Unreadable(DocumentTrouble.BROKEN, type(error).__name__) from error
    if any(name.startswith("word/document") for name in names):
        return Kind.DOCX
    if any(name.startswith("xl/workbook") and not name.endswith(".bin") for name in names):
        return Kind.XLSX
    raise Unreadable(DocumentTrouble.UNSUPPORTED, "an archive")


def _of_text(text: str, suffix: str) -> Kind:
    if _TAG.match(text[:20_000]):
        return Kind.HTML
    named = _BY_NAME.get(suffix)
    if named is not None:
        return named
    if _HEADING.search(text) and suffix != ".txt":
        return Kind.MARKDOWN
    if _QUESTION_ROW.match(text[:2_000]):
        return Kind.CSV
    return Kind.TEXT
