"""Files as companies have them, made by the tests."""

import zipfile
from collections.abc import Sequence
from io import BytesIO

from docx import Document
from openpyxl import Workbook

PDF_STEP = 14


def pdf(
    pages: Sequence[Sequence[tuple[str, int]]], *, image: bool = False, encrypt: bool = False
) -> bytes:
    """A PDF of lines, each with its size and cells; letters are cp1251 with a map to Unicode."""
    codes = [bytes((code,)) for code in range(32, 256) if code not in (0x98, 0xA0, 0xAD)]
    table = "\n".join(
        f"<{code.hex()}> <{ord(code.decode('cp1251', 'replace')):04x}>" for code in codes
    )
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def "
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{table}\nendbfchar endcmap end end"
    ).encode()
    widths = " ".join("500" for _ in range(256))
    objects: list[bytes] = [
        b"",
        b"",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 "
        f"/Widths [{widths}] /ToUnicode 4 0 R >>".encode(),
        _stream(cmap),
        _stream(b"\xff\x00\x00", "/Type /XObject /Subtype /Image /Width 1 /Height 1 "
                "/ColorSpace /DeviceRGB /BitsPerComponent 8"),
    ]  # fmt: skip
    kids: list[int] = []
    for lines in pages:
        objects.append(_stream(_page(lines, image=image)))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> >>".encode()
        )
        kids.append(len(objects))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    lock = ""
    if encrypt:
        blank = "00" * 32
        objects.append(
            f"<< /Filter /Standard /V 1 /R 2 /O <{blank}> /U <{'5a' * 32}> /P -4 >>".encode()
        )
        lock = f"/Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    return _assemble(objects, lock)


def _page(lines: Sequence[tuple[str, int]], *, image: bool) -> bytes:
    drawn = b"q 500 0 0 700 40 40 cm /I Do Q\n" if image else b""
    height = 800
    for text, size in lines:
        for place, cell in enumerate(text.split("\t")) if text else ():
            words = cell.encode("cp1251").hex()
            left = 50 + 160 * place
            drawn += f"BT /F {size} Tf {left} {height} Td <{words}> Tj ET\n".encode()
        height -= PDF_STEP
    return drawn


def _stream(content: bytes, more: str = "") -> bytes:
    return f"<< {more} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def _assemble(objects: Sequence[bytes], more: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {more} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def docx() -> bytes:
    """A document with a title, headings, lists of both kinds and a table."""
    document = Document()
    document.add_heading("Регламент доступа", 0)
    document.add_heading("Пароли", 1)
    document.add_paragraph("Пароль меняют раз в 90 дней.")
    for step in ("Откройте портал", "Нажмите «Сменить»"):
        document.add_paragraph(step, style="List Number")
    document.add_heading("Сети", 1)
    for name in ("VPN", "Wi-Fi"):
        document.add_paragraph(name, style="List Bullet")
    table = document.add_table(2, 3)
    for row, words in zip(table.rows, (("Код", "Значение", "Срок"), ("E1", "Нет сети", "1 день")),
                          strict=True):  # fmt: skip
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    return saved(document)


def xlsx(*rows: Sequence[object], sheets: Sequence[str] = ("Лист1",)) -> bytes:
    """A workbook with the same rows on every sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(document: object) -> bytes:
    """What a document saves as."""
    file = BytesIO()
    document.save(file)  # type: ignore[attr-defined]  # both libraries' documents have it
    return file.getvalue()


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    """The same archive with one part replaced or added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
