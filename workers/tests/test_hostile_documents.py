"""A file that is damaged, locked or made to harm is an error with a code, and nothing else."""

import time

import pytest

from shared.domain.documents import DocumentTrouble, trouble_of, trouble_sentence
from shared.domain.words import Locale
from workers.documents.document import Bounds, Limits
from workers.documents.errors import DocumentError
from workers.documents.process import DocumentReader
from workers.documents.reading import read_document
from workers.tests.files import docx, pdf, with_part, xlsx

ROW = ("Вопрос?", "Ответ.")
T = DocumentTrouble
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ха">'
    + "".join(f'<!ENTITY {n} "{f"&{p};" * 10}">' for p, n in zip("abcdefg", "bcdefgh", strict=True))
    + "]><w>&h;</w>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>'


def in_docx(name: str, content: bytes) -> bytes:
    return with_part(docx(), f"word/{name}", content)


def body(content: bytes) -> bytes:
    return in_docx("document.xml", content)


def in_xlsx(name: str, content: bytes) -> bytes:
    return with_part(xlsx(ROW), f"xl/{name}", content)


def ole(words: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + words.encode("utf-16-le")


def bomb() -> bytes:
    return with_part(docx(), "word/media/image1.bin", bytes(40 * 1024 * 1024))


def encrypted_zip() -> bytes:
    content = bytearray(docx())
    for mark, place in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = content.find(mark)
        content[at + place] |= 1
    return bytes(content)


def liar() -> bytes:
    """An archive that says its large part is small."""
    content = bytearray(bomb())
    size = (40 * 1024 * 1024).to_bytes(4, "little")
    return bytes(content.replace(size, (10).to_bytes(4, "little")))


SMALL = Limits(unpacked_bytes=1024 * 1024, pages=2, rows=3, cells=20, text=500, cell_text=100)
CASES: dict[str, tuple[bytes, DocumentTrouble]] = {
    "nothing": (b"", T.EMPTY),
    "blanks": (b" \n\t\n", T.EMPTY),
    "an empty page": (b"<html><body><script>x</script></body></html>", T.EMPTY),
    "an image": (b"\x89PNG\r\n\x1a\n" + bytes(50), T.UNSUPPORTED),
    "a program": (b"\x7fELF" + bytes(range(200)), T.UNSUPPORTED),
    "bytes": (b"abc\x00\x01\x02def\x00\x03", T.UNSUPPORTED),
    "an old Word file": (ole("WordDocument"), T.UNSUPPORTED),
    "an encrypted office file": (ole("EncryptedPackage"), T.ENCRYPTED),
    "an encrypted archive": (encrypted_zip(), T.ENCRYPTED),
    "an encrypted PDF": (pdf([[("тайна", 12)]], encrypt=True), T.ENCRYPTED),
    "half a PDF": (b"%PDF-1.7\n1 0 obj\n<< /Type", T.BROKEN),
    "half a DOCX": (docx()[:2000], T.BROKEN),
    "another archive": (b"PK\x05\x06" + bytes(18), T.UNSUPPORTED),
    "a DOCX of no XML": (body(b"<w:document"), T.BROKEN),
    "a DOCX of other XML": (body(b"<a/>"), T.BROKEN),
    "an XLSX of other XML": (in_xlsx("workbook.xml", b"<a/>"), T.EMPTY),
    "images only": (pdf([[], []], image=True), T.IMAGES_ONLY),
    "no text": (pdf([[]]), T.EMPTY),
    "a bomb": (bomb(), T.BOMB),
    "a bomb that lies": (liar(), T.BROKEN),
    "a billion laughs": (body(LAUGHS.encode()), T.UNSAFE),
    "laughs in UTF-16": (in_docx("styles.xml", LAUGHS.encode("utf-16")), T.UNSAFE),
    "laughs by another name": (in_docx("document.bin", LAUGHS.encode()), T.UNSAFE),
    "an entity from outside":
        (in_xlsx("sharedStrings.xml", OUTSIDE.encode()), T.UNSAFE),
    "too many pages": (pdf([[("слово и дело", 12)]] * 3), T.TOO_MANY_PAGES),
    "too many rows": (xlsx(*[ROW] * 4), T.TOO_MANY_ROWS),
    "too many cells": (xlsx(range(21)), T.TOO_MANY_CELLS),
    "too long a cell": (xlsx(("x", "y" * 101)), T.TOO_MANY_CELLS),
    "too long a text": ("слово " .encode() * 200, T.TOO_LONG),
    "one column": (xlsx(("x",), ("y",)), T.NO_ANSWERS),
}  # fmt: skip


@pytest.mark.parametrize(("content", "trouble"), CASES.values(), ids=CASES)
def test_a_bad_file_has_a_code_that_says_what_is_wrong(
    content: bytes, trouble: DocumentTrouble
) -> None:
    with pytest.raises(DocumentError) as caught:
        read_document(content, "file", limits=SMALL)
    assert caught.value.trouble is trouble, caught.value


def test_a_file_over_the_size_is_not_even_looked_at() -> None:
    with pytest.raises(DocumentError) as caught:
        DocumentReader(Limits(file_bytes=10)).read(b"x" * 11, "a.txt")
    assert caught.value.trouble is DocumentTrouble.TOO_LARGE


@pytest.mark.parametrize("cut", range(0, 100, 9))
def test_no_part_of_a_file_raises_anything_but_a_document_s_error(cut: int) -> None:
    for content in (docx(), xlsx(ROW), pdf([[("слово", 12)]])):
        damaged = bytearray(content)
        at = len(content) * cut // 100
        damaged[at : at + 20] = b"\xff" * 20
        for piece in (bytes(damaged), content[:at]):
            try:
                DocumentReader().read(piece, "x") if cut == 0 else read_document(piece, "x")
            except DocumentError:
                continue


def test_deep_pages_and_many_cells_at_the_edge_are_read() -> None:
    deep = "<html><body>" + "<div>" * 240 + "глубоко" + "</div>" * 240
    assert "глубоко" in read_document(deep.encode(), "x").text
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
        '<t>Как?</t></is></c><c r="B1" t="inlineStr"><is><t>Ответ</t></is></c></row>'
        "</sheetData></worksheet>"
    ).encode()
    wide = in_xlsx("worksheets/sheet1.xml", sheet)
    assert "## Как?" in read_document(wide, "x").text


@pytest.mark.parametrize(
    ("deed", "trouble"),
    [
        ("while True: pass", DocumentTrouble.TOO_SLOW),
        ("x = [bytes(50_000_000) for _ in range(100)]", DocumentTrouble.TOO_HEAVY),
        ("import os; os.abort()", DocumentTrouble.BROKEN),
        ("import os; os._exit(0)", DocumentTrouble.BROKEN),
        ("print('{\"kind\": 1}')", DocumentTrouble.BROKEN),
        ("import sys\nwhile True: sys.stdout.write('x' * 100_000)", DocumentTrouble.BROKEN),
    ],
)
def test_a_reader_that_was_taken_over_harms_only_itself(
    deed: str, trouble: DocumentTrouble
) -> None:
    bounds = Bounds(seconds=1, memory=400_000_000, answer_bytes=1_000_000)
    with pytest.raises(DocumentError) as caught:
        DocumentReader(bounds=bounds, module="workers.tests.hostile").read(deed.encode(), "x")
    assert caught.value.trouble is trouble, caught.value


def test_the_reading_process_has_no_secrets_in_its_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://secret")
    deed = "import os\nfrom workers.documents.errors import *\n" \
           "raise Unreadable(DocumentTrouble.BROKEN, ' '.join(os.environ))"  # fmt: skip
    with pytest.raises(DocumentError) as caught:
        DocumentReader(module="workers.tests.hostile").read(deed.encode(), "x")
    assert set(caught.value.detail.split()) <= {"PYTHONPATH", "LC_ALL", "LC_CTYPE"}


@pytest.mark.parametrize("trouble", DocumentTrouble)
def test_every_trouble_has_its_sentence_in_each_language(trouble: DocumentTrouble) -> None:
    russian, english = (trouble_sentence(trouble, locale) for locale in (Locale.RU, Locale.EN))
    assert any("а" <= letter <= "я" for letter in russian)
    assert english.isascii()
    assert trouble_of(f"{trouble}: detail") is trouble_of(str(trouble)) is trouble


def test_another_part_s_error_is_that_the_document_is_not_indexed_yet() -> None:
    assert trouble_of("store_unavailable: chroma") is DocumentTrouble.NOT_INDEXED


@pytest.mark.parametrize("text", ["<!-- x -->" * 40 + "<form>Текст</form>", "# " * 200_000 + "x"])
def test_no_beginning_takes_for_ever_to_tell_what_it_is(text: str) -> None:
    begun = time.process_time()
    read_document(text.encode(), "a")
    assert time.process_time() - begun < 5
