"""Tables as offices make them: titles above headers, merged cells, columns of numbers."""

from collections.abc import Sequence

import pytest
from docx import Document as Document_
from openpyxl import Workbook

from workers.documents.reading import read_document
from workers.tests.files import saved


def read(content: bytes | str, name: str) -> str:
    raw = content.encode() if isinstance(content, str) else content
    document = read_document(raw, name)
    assert document.notes == ()
    return document.text


def test_a_header_may_stand_below_titles_and_cells_may_be_merged() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    rows: list[Sequence[object]] = [
        ("База знаний отдела ИТ",), ("Обновлено: 01.02.2026",), (),
        ("№", "Категория", "Вопрос пользователя", "Ответ"),
        (1, "Сеть", "Нет Wi-Fi?", "Перезагрузите роутер."),
        (2, None, "Медленно?", "Проверьте тариф."),
        (3, "Почта", "Не приходит письмо?", "Проверьте спам.\nЗатем фильтры."),
        (4, None, None, "Напишите в поддержку."),
    ]  # fmt: skip
    for row in rows:
        sheet.append(list(row))
    for merged in ("A1:D1", "B5:B6", "B7:B8", "C7:C8"):
        sheet.merge_cells(merged)
    assert read(saved(book), "faq.xlsx") == (
        "# faq\n\n## Нет Wi-Fi?\n\nПерезагрузите роутер.\n\n## Медленно?\n\nПроверьте тариф.\n\n"
        "## Не приходит письмо?\n\nПроверьте спам.\nЗатем фильтры.\n\n"
        "## Не приходит письмо?\n\nНапишите в поддержку.\n"
    )


@pytest.mark.parametrize(
    "content",
    [
        'Категория;Вопрос клиента;Ответ оператора\nСеть;Нет сети?;"Ждите; звоните"\n',
        'Выгрузка от 1 мая;;\n;;\n№;Вопрос;Ответ\n1;Нет сети?;"Ждите; звоните"\n',
        '1;Нет сети?;"Ждите; звоните"\n2;Нет света?;Ждите\n',
        'Вопрос;Ответ\nНет сети?;"Ждите; звоните"\n',
    ],
)
def test_csv_of_an_office_is_read_whatever_stands_beside_the_questions(content: str) -> None:
    text = read(content.encode("cp1251"), "faq.csv")
    assert text.startswith("# faq\n\n## Нет сети?\n\nЖдите; звоните\n")


def test_a_question_about_questions_is_no_header() -> None:
    text = read("Вопросы задают где?;Ответы дают в чате\nКак?;Так\n", "a.csv")
    assert "## Вопросы задают где?" in text


def test_html_tables_keep_headers_of_two_rows_and_merged_cells() -> None:
    page = """<html><body><h1>Возврат</h1><p>За 14 дней.</p>
        <table><caption>Сроки</caption><thead><tr><th rowspan=2>Товар</th><th colspan=2>Срок
        <tr><th>Магазин</th><th>Сайт</th></tr></thead><tbody><tr><td rowspan=2>Обувь</td><td>14</td>
        <td>7</td></tr><tr><td>30</td><td>10</td></tr></tbody></table>
        <table><tr><td><b>Код</b></td><td><b>Смысл</b></td></tr><tr><td>E1</td><td>Сбой</td></tr></table>
        <table><tr><td>Вопрос</td><td>Ответ</td></tr><tr><td>Как?</td><td>Так.</td></tr></table>
        <table><tr><th>Цена</th><td>10 р.</td></tr><tr><th>Срок</th><td>2 дня</td></tr></table>
        <table><tr><td rowspan=99999 colspan=99999>x<td>y</tr></table>
        <table><tr><th>А<th>Б<th>В</tr><tr><td colspan=3>Раздел</tr><tr><td>1<td>2<td>3</tr></table>
        </body></html>"""
    assert read(page, "a.html") == (
        "# Возврат\n\nЗа 14 дней.\n\nСроки\n\n"
        "- Товар: Обувь; Срок Магазин: 14; Срок Сайт: 7\n"
        "- Товар: Обувь; Срок Магазин: 30; Срок Сайт: 10\n\n"
        "- Код: E1; Смысл: Сбой\n\n- Вопрос: Как?; Ответ: Так.\n\n"
        "- Цена: 10 р.\n- Срок: 2 дня\n\n- " + "; ".join(["x"] * 64) + "\n\n"
        "- Раздел\n- А: 1; Б: 2; В: 3\n"
    )


def test_docx_tables_keep_headers_of_two_rows_and_merged_cells() -> None:
    document = Document_()
    document.add_heading("Регламент", 0)
    grouped = document.add_table(4, 3)
    words = (("Роль", "Срок", ""), ("", "Обычно", "Срочно"), ("Админ", "2 дня", "1 день"),
             ("", "5 дней", "3 дня"))  # fmt: skip
    for row, line in zip(grouped.rows, words, strict=True):
        for cell, word in zip(row.cells, line, strict=True):
            cell.text = word
    for one, other in (((0, 1), (0, 2)), ((0, 0), (1, 0)), ((2, 0), (3, 0))):
        grouped.cell(*one).merge(grouped.cell(*other)).text = words[one[0]][one[1]]
    titled = document.add_table(3, 2)
    for place, word in enumerate(("Коды", "", "Вопрос", "Ответ", "Как?", "Так.")):
        titled.cell(*divmod(place, 2)).text = word
    titled.cell(0, 0).merge(titled.cell(0, 1)).text = "Коды"
    assert read(saved(document), "a.docx") == (
        "# Регламент\n\n- Роль: Админ; Срок Обычно: 2 дня; Срок Срочно: 1 день\n"
        "- Роль: Админ; Срок Обычно: 5 дней; Срок Срочно: 3 дня\n\nКоды\n\n"
        "- Вопрос: Как?; Ответ: Так.\n"
    )


def test_a_frame_around_text_is_no_table() -> None:
    document = Document_()
    document.add_heading("Регламент", 0)
    document.add_table(2, 1).cell(0, 0).text = "Внимание: не выключайте сервер."
    assert read(saved(document), "a.docx") == "# Регламент\n\nВнимание: не выключайте сервер.\n"
