"""A file is what its content says, and only kinds that are safe to hand on are taken."""

import io
import struct
import zipfile
import zlib

import pytest

from shared.domain.files import FileType, Recognised, recognise, safe_name


def png(width: int, height: int) -> bytes:
    """A picture's head; nobody here decodes the rest."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


def jpeg(width: int, height: int, before: bytes = b"") -> bytes:
    """Start, an application segment, perhaps more, and the frame header."""
    segment = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + bytes(9)
    frame = b"\xff\xc0" + struct.pack(">HBHHB", 11, 8, height, width, 1) + bytes(3)
    return b"\xff\xd8" + segment + before + frame


def archive(*names: str, mimetype: bytes | None = None) -> bytes:
    """A zip with empty files of these names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        if mimetype is not None:
            file.writestr("mimetype", mimetype)
        for name in names:
            file.writestr(name, "")
    return made.getvalue()


WEBP_LOSSY = b"RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a" + struct.pack(
    "<HH", 320, 200
)
WEBP_LOSSLESS = b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + (319 | 199 << 14).to_bytes(
    4, "little"
)
WEBP_EXTENDED = (
    b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00"
    + (319).to_bytes(3, "little")
    + (199).to_bytes(3, "little")
)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (png(320, 200), FileType.PNG),
        (b"GIF89a" + struct.pack("<HH", 320, 200), FileType.GIF),
        (jpeg(320, 200), FileType.JPEG),
        (jpeg(320, 200, b"\xff\xff\xc4\x00\x04\x00\x00"), FileType.JPEG),
        (WEBP_LOSSY, FileType.WEBP),
        (WEBP_LOSSLESS, FileType.WEBP),
        (WEBP_EXTENDED, FileType.WEBP),
    ],
)
def test_pictures_are_known_with_their_size(content: bytes, kind: FileType) -> None:
    assert recognise(content, "whatever.txt") == Recognised(kind, 320, 200)


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a", FileType.PDF),
        (archive("word/document.xml"), "a", FileType.DOCX),
        (archive("xl/workbook.xml"), "a", FileType.XLSX),
        (archive("ppt/presentation.xml"), "a", FileType.PPTX),
        (archive(mimetype=b"application/vnd.oasis.opendocument.text"), "a", FileType.ODT),
        (archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "a", FileType.ODS),
        ("журнал".encode(), "a.LOG", FileType.TEXT),
        ("журнал".encode("cp1251"), "a.txt", FileType.TEXT),
        (b"<script>alert(1)</script>", "a.txt", FileType.TEXT),
    ],
)
def test_documents_are_known(content: bytes, name: str, kind: FileType) -> None:
    assert recognise(content, name) == Recognised(kind)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.svg"),
        (b"<!doctype html><script>alert(1)</script>", "a.html"),
        (b"MZ\x90\x00", "a.exe"),
        (b"MZ\x90\x00", "a.txt"),
        (b"\x7fELF", "a.png"),
        (b"#!/bin/sh\nrm -rf /", "a.sh"),
        (archive("evil.exe"), "a.docx"),
        (archive("word/document.xml", "word/vbaProject.bin"), "a.docm"),
        (archive(mimetype=b"application/java-archive"), "a.odt"),
        (b"PK\x03\x04broken", "a.docx"),
        (png(100_000, 100_000), "a.png"),
        (png(0, 5), "a.png"),
        (b"\x89PNG\r\n\x1a\n", "a.png"),
        (b"\xff\xd8\xff", "a.jpg"),
        (b"\xff\xd8\xff\xe0\xff\xff", "a.jpg"),
        (b"GIF89a", "a.gif"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8X", "a.webp"),
        (b"RIFF\x00\x00\x00\x00WAVE", "a.wav"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc"),
        (b"text", "a"),
    ],
)
def test_everything_else_is_refused(content: bytes, name: str) -> None:
    assert recognise(content, name) is None


def test_what_must_be_unpacked_to_be_known_is_not_unpacked() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", b"application/vnd.oasis.opendocument.text" * 2)
    whole = made.getvalue()
    at = 30 + len("mimetype")  # behind the local header: the packed bytes, which are spoilt
    assert recognise(whole[:at] + b"\xff" * 8 + whole[at + 8 :], "a.odt") is None


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("снимок экрана.png", "снимок экрана.png"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\cmd.txt", "cmd.txt"),
        ("a\r\nSet-Cookie: x=1.png", "aSet-Cookie: x=1.png"),
        ("\u202egnp.exe", "gnp.exe"),
        ("...", "file"),
        ("x" * 300 + ".jpeg", "x" * 115 + ".jpeg"),
        ("x" * 300, "x" * 120),
    ],
)
def test_a_name_is_only_a_name(name: str, safe: str) -> None:
    assert safe_name(name) == safe
