"""DOCX and XLSX are archives of XML: both are looked at before a library unpacks them."""

import zipfile
import zlib
from io import BytesIO
from xml.parsers import expat

from shared.domain.documents import DocumentTrouble
from workers.documents.document import Limits
from workers.documents.errors import Hostile, OverLimit, Unreadable

_PIECE = 64 * 1024
_XML = (".xml", ".rels", ".vml")


def check_archive(content: bytes, limits: Limits) -> None:
    """Unpack everything once, counting, and look at how each XML begins.

    What an archive says of its sizes is its own word, so they are counted. A document type
    can only stand before the first element; an office file has none.

    Raises:
        Hostile: it unpacks to too much, or declares a document type.
        Unreadable: it is damaged or encrypted.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        raise Unreadable(DocumentTrouble.BROKEN, type(error).__name__) from error
    except RuntimeError as error:  # zipfile's word for a password
        raise Unreadable(DocumentTrouble.ENCRYPTED, "zip") from error


def _check(archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    if len(entries) > limits.archive_files:
        raise Hostile(DocumentTrouble.BOMB, f"{len(entries)} files")
    if len({entry.filename for entry in entries}) < len(entries):
        raise Hostile(DocumentTrouble.UNSAFE, "two files of one name")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable(DocumentTrouble.ENCRYPTED, "zip")
    if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
        raise Hostile(DocumentTrouble.BOMB, "declared size")
    left = limits.unpacked_bytes
    for entry in entries:
        prolog = _Prolog(must_parse=entry.filename.lower().endswith(_XML))
        with archive.open(entry) as file:
            while piece := file.read(_PIECE):
                left -= len(piece)
                if left < 0:
                    raise Hostile(DocumentTrouble.BOMB, "unpacked size")
                prolog.feed(piece)


class _Prolog:
    """Reads XML up to its first element and refuses a document type.

    What is XML is told by the content types inside, so every file is tried, whatever its name.
    """

    def __init__(self, *, must_parse: bool) -> None:
        self._must_parse = must_parse
        self._is_over = False
        self._parser = expat.ParserCreate()
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._begin

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        if self._is_over:
            return
        try:
            self._parser.Parse(piece)
        except expat.ExpatError as error:
            if not self._is_over and self._must_parse:
                raise Unreadable(DocumentTrouble.BROKEN, "XML") from error
            self._is_over = True

    def _begin(self, *_: object) -> None:
        self._is_over = True

    def _refuse(self, *_: object) -> None:
        raise Hostile(DocumentTrouble.UNSAFE, "a document type")


def too_many(what: DocumentTrouble, most: int) -> OverLimit:
    """Return the error for more than ``most`` pages, rows or cells."""
    return OverLimit(what, f"more than {most}")
