"""Files that may travel with messages: what they are is told by their content, never by a name.

A closed set: pictures that browsers draw without running anything, and documents that are only
ever downloaded. SVG and HTML are not in it, for they run scripts.
"""

import struct
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

ATTACHMENT_LIMIT = 10 * 1024 * 1024
"""Bytes of one file."""
ATTACHMENTS_LIMIT = 5
"""Files of one message."""
_PIXELS = 50_000_000
_TEXTS = (".txt", ".csv", ".log", ".md")
_OFFICE = {
    "word/document.xml": "DOCX",
    "xl/workbook.xml": "XLSX",
    "ppt/presentation.xml": "PPTX",
}
_OPEN_DOCUMENT = {
    b"application/vnd.oasis.opendocument.text": "ODT",
    b"application/vnd.oasis.opendocument.spreadsheet": "ODS",
}


class FileType(StrEnum):
    """Media types that are taken."""

    PNG = "image/png"
    JPEG = "image/jpeg"
    GIF = "image/gif"
    WEBP = "image/webp"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    TEXT = "text/plain"

    @property
    def is_picture(self) -> bool:
        """Whether browsers draw it."""
        return self.startswith("image/")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a file is; pictures have a size in pixels."""

    type: FileType
    width: int | None = None
    height: int | None = None


def recognise(content: bytes, name: str) -> Recognised | None:
    """Return what a file is, or None when it is nothing that is taken.

    The name decides only whether plain text is meant to be read as text.
    """
    size = _picture(content)
    if size is not None:
        kind, width, height = size
        is_sane = width > 0 and height > 0 and width * height <= _PIXELS
        return Recognised(kind, width, height) if is_sane else None
    if content.startswith(b"%PDF-"):
        return Recognised(FileType.PDF)
    if content.startswith(b"PK\x03\x04"):
        return _archive(content)
    if PurePosixPath(name).suffix.lower() in _TEXTS and _is_text(content):
        return Recognised(FileType.TEXT)
    return None


def _picture(content: bytes) -> tuple[FileType, int, int] | None:
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n") and content[12:16] == b"IHDR":
            return FileType.PNG, *struct.unpack(">II", content[16:24])
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return FileType.GIF, *struct.unpack("<HH", content[6:10])
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg(content)
    except (struct.error, IndexError):
        return None
    return None


def _webp(content: bytes) -> tuple[FileType, int, int] | None:
    """Read a canvas' size (RFC 9649, sections 2.5 to 2.7)."""
    form = content[12:16]
    if form == b"VP8X" and len(content) >= 30:
        width = int.from_bytes(content[24:27], "little") + 1
        return FileType.WEBP, width, int.from_bytes(content[27:30], "little") + 1
    if form == b"VP8L" and len(content) >= 25 and content[20] == 0x2F:
        bits = int.from_bytes(content[21:25], "little")
        return FileType.WEBP, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", content[26:30])
        return FileType.WEBP, width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(content: bytes) -> tuple[FileType, int, int] | None:
    """Find the frame header (ITU-T T.81, annex B), which holds the size."""
    at = 2
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        is_frame = 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC)
        if is_frame:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return FileType.JPEG, width, height
        at += 2 + struct.unpack(">H", content[at + 2 : at + 4])[0]
    return None


def _archive(content: bytes) -> Recognised | None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            # The first file, and stored: so that its text can be read without unpacking anything.
            said = archive.getinfo("mimetype") if "mimetype" in names else None
            if said and said.compress_type == zipfile.ZIP_STORED and said.file_size < 100:
                found = _OPEN_DOCUMENT.get(archive.read("mimetype").strip())
                return Recognised(FileType[found]) if found else None
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
        return None  # damaged, cut off, encrypted, or of a later version: no file that is accepted
    # Macros are programs.
    if any(name.endswith("vbaProject.bin") for name in names):
        return None
    found = next((kind for part, kind in _OFFICE.items() if part in names), None)
    return Recognised(FileType[found]) if found else None


def _is_text(content: bytes) -> bool:
    if b"\x00" in content:
        return False
    for encoding in ("utf-8", "cp1251"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return True
    return False


def safe_name(name: str) -> str:
    """Return a name without paths and control characters, at most 120 characters long."""
    plain = "".join(char for char in name if char.isprintable()).replace("\\", "/")
    last = plain.rpartition("/")[2].strip(" .") or "file"
    if len(last) <= 120:
        return last
    stem, dot, suffix = last.rpartition(".")
    return f"{stem[: 119 - len(suffix)]}{dot}{suffix}" if dot and len(suffix) < 10 else last[:120]
