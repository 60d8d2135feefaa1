"""Each kind of file becomes Markdown with its title, headings, lists and tables."""

import pytest
from docx import Document as Document_

from shared.domain.documents import DocumentTrouble
from shared.domain.words import Locale
from workers.documents.document import Document, Kind, Note
from workers.documents.reading import read_document
from workers.tests.files import docx, pdf, saved, xlsx


def read(content: bytes | str, name: str = "file") -> Document:
    return read_document(content.encode() if isinstance(content, str) else content, name)


def test_markdown_keeps_its_words_and_gets_a_title() -> None:
    document = read("---\ntitle: 'Сеть'\n---\nВведение\n========\n\nТекст.\n", "net.md")
    assert document.kind is Kind.MARKDOWN
    assert (document.title, document.text) == ("Введение", "# Введение\n\nТекст.\n")
    assert read("---\ntitle: Сеть\n---\n## VPN\nТекст.", "net.md").text.startswith(
        "# Сеть\n\n## VPN"
    )
    assert read("## VPN\nТекст.", "сеть_офиса.md").title == "сеть офиса"


def test_markdown_loses_what_visitors_cannot_read_and_nothing_of_its_code() -> None:
    text = """# VPN

[![ok](https://x/b.svg)](https://x) ![схема](a.png)

- [Установка](#install)
1. [Настройка](#conf)

## Установка <a name="install"></a> {#install}
<!-- phrasings: как поставить -->

1. Скачайте [клиент](https://vpn.test/c), ключ `<a>&nbsp;![x](y)`.
   - вложено<br>ещё&nbsp;раз
   ```
   <b>&nbsp;![x](y)
   ---
   ```

| Код | Смысл |
|-----|-------|
| E1 | Нет<br/>сети |

***

<details><summary> Если нет? </summary>

Звоните &#60;!-- 5&gt;4 и a < b.
</details>
"""
    assert read(text, "a.md").text == (
        "# VPN\n\n\n\n## Установка\n<!-- phrasings: как поставить -->\n\n"
        "1. Скачайте [клиент](https://vpn.test/c), ключ `<a>&nbsp;![x](y)`.\n"
        "   - вложено\nещё раз\n   ```\n   <b>&nbsp;![x](y)\n   ---\n   ```\n\n"
        "| Код | Смысл |\n|-----|-------|\n| E1 | Нет сети |\n\n\n"
        "**Если нет?**\n\nЗвоните &#60;!-- 5&gt;4 и a < b.\n"
    )


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1251", "koi8-r", "cp866", "utf-16", "utf-16-le", "utf-16-be"],
)  # fmt: skip
def test_text_is_read_in_every_encoding_that_russian_programs_write(encoding: str) -> None:
    text = "Заголовок\n\nПринтер не печатает? Проверьте кабель, № порта и питание."
    document = read_document(text.encode(encoding, errors="replace"), "a.txt")
    assert document.title == "Заголовок"
    assert "Принтер не печатает? Проверьте кабель," in document.text
    assert document.language is Locale.RU


def test_text_gets_headings_and_lists_and_no_structure_by_accident() -> None:
    document = read(
        "Правила\n\nДоступ\n\nШаги:\n1. раз\n2) два\n   ещё\n\n# не заголовок\n```", "a.txt"
    )
    assert document.text == (
        "# Правила\n\n## Доступ\n\nШаги:\n\n1. раз\n2) два\n  ещё\n\n\\# не заголовок\n\\```\n"
    )


def test_html_gives_its_main_text_and_nothing_around_it() -> None:
    document = read(
        """<!DOCTYPE html><html><head><title>Помощь — ООО</title><style>x</style></head><body>
        <nav><a href=/>меню</a></nav><div class="cookie-banner">куки</div><main>
        <h1>VPN</h1><p>Как&nbsp;<b>подклю</b>чить<br>сегодня.</p>
        <script>alert(1)</script><p style="display:none">тайна</p>
        <h2>Шаги</h2><ol><li>раз<ul><li>вложено</ul><li><p>два</p><p>ещё</p></ol>
        <table><tr><th>Код<th>Смысл</tr><tr><td>E1<td>Нет сети</tr></table>
        <table><tr><td>Цена</td><td>10 ₽</td></tr></table>
        <details><summary>А если нет?</summary>Звоните.</details><pre># код\n  x</pre>
        </main><footer>подвал</footer></body></html>"""
    )
    assert document.kind is Kind.HTML
    assert document.title == "VPN"
    assert document.text == (
        "# VPN\n\nКак подключить\nсегодня.\n\n## Шаги\n\n1. раз\n  - вложено\n2. два\n  ещё\n\n"
        "- Код: E1; Смысл: Нет сети\n\n- Цена: 10 ₽\n\n### А если нет?\n\nЗвоните.\n\n"
        "```\n# код\n  x\n```\n"
    )


def test_html_is_read_in_the_encoding_that_it_names_or_that_came_with_it() -> None:
    page = "<html><head><meta charset=windows-1251></head><body><p>Щётка и ёжик</body></html>"
    assert "Щётка и ёжик" in read(page.encode("cp1251")).text
    plain = "<html><body><p>Щётка</p></body></html>".encode("koi8-r")
    assert "Щётка" in read_document(plain, "p", "koi8-r").text


def test_html_leaves_out_consents_crumbs_and_anchors_of_headings() -> None:
    document = read(
        """<html><body><div class="topbar"><a href=/>Главная</a> <a href=/in>Войти</a></div>
        <div class="CookieConsent">Мы используем файлы. <a>Подробнее</a></div>
        <div class="b-crumbs"><a>Главная</a> / Помощь</div>
        <h1>Возврат товара<a class="headerlink" href="#x">¶</a></h1><p>Вернуть можно за 14 дней
        с чеком, а без чека обратитесь в магазин, где вы его купили, или напишите нам.</p>
        <div class="share"><a>ВК</a><a>Telegram</a></div></body></html>"""
    )
    assert document.text == (
        "# Возврат товара\n\nВернуть можно за 14 дней с чеком, а без чека обратитесь в магазин, "
        "где вы его купили, или напишите нам.\n"
    )


def test_docx_leaves_out_its_table_of_contents() -> None:
    made = Document_()
    made.add_heading("Регламент", 0)
    for line in ("Содержание", "1. Доступ\t3", "2. Пароли\t15"):
        made.add_paragraph(line)
    made.add_heading("Доступ", 1)
    made.add_paragraph("Заявку подают в портале.")
    assert read(saved(made)).text == "# Регламент\n\n## Доступ\n\nЗаявку подают в портале.\n"


def test_pdf_gives_headings_paragraphs_and_lists_without_running_lines() -> None:
    body = [("Обычный текст занимает строку целиком и пере-", 11), ("носится на другую.", 11)]
    pages = [
        [("ООО Ромашка", 11), (f"Глава {n}", 18), *body, ("", 11), ("1. первое", 11),
         ("2. второе", 11), (f"Стр. {n}", 11)]
        for n in (1, 2, 3)
    ]  # fmt: skip
    document = read(pdf(pages), "отчёт.pdf")
    assert document.kind is Kind.PDF
    assert "Ромашка" not in document.text
    assert "Стр." not in document.text
    assert document.text.startswith(
        "# отчёт\n\n## Глава 1\n\nОбычный текст занимает строку целиком и переносится на другую."
        "\n\n1. первое\n2. второе\n\n## Глава 2"
    )


def test_pdf_gives_rows_of_a_table_with_their_header() -> None:
    rows = ["Код\tСмысл\tСрок", "E1\tНет сети в офисе\t1 день", "E2\tСбой почты\t2 дня"]
    pages = [[("Перед таблицей идёт текст.", 11), *((row, 11) for row in rows), ("После неё.", 11)]]
    assert read(pdf(pages), "a").text == (
        "# a\n\nПеред таблицей идёт текст.\n\n- Код: E1; Смысл: Нет сети в офисе; Срок: 1 день\n"
        "- Код: E2; Смысл: Сбой почты; Срок: 2 дня\n\nПосле неё.\n"
    )


def test_docx_gives_headings_lists_and_rows_with_their_header() -> None:
    document = read(docx(), "x.bin")
    assert document.kind is Kind.DOCX
    assert document.text == (
        "# Регламент доступа\n\n## Пароли\n\nПароль меняют раз в 90 дней.\n\n1. Откройте портал\n"
        "2. Нажмите «Сменить»\n\n## Сети\n\n- VPN\n- Wi-Fi\n\n"
        "- Код: E1; Значение: Нет сети; Срок: 1 день\n"
    )


def test_a_list_of_answers_keeps_phrasings_agents_and_addresses() -> None:
    rows = [
        ("Ответ", "Вопрос", "Агент", "Ссылка"),
        ("Перезагрузите роутер.\n- раз\n- два",
         "Нет сети?; Не работает Wi-Fi\nПропал интернет", "network", "https://a.ru/x"),
        (None, "Без ответа", None, None),
        (42.0, "Сколько?", None, "javascript:alert(1)"),
    ]  # fmt: skip
    document = read(xlsx(*rows), "вопросы.xlsx")
    assert document.kind is Kind.XLSX
    assert document.text == (
        "# вопросы\n\n## Нет сети?\n<!-- phrasings: Не работает Wi-Fi; Пропал интернет -->\n"
        "<!-- agent: network -->\n<!-- url: https://a.ru/x -->\n\n"
        "Перезагрузите роутер.\n- раз\n- два\n\n## Сколько?\n\n42\n"
    )
    assert document.notes == (Note(DocumentTrouble.ROWS_SKIPPED, "3"),)


def test_every_sheet_is_a_section_of_its_own() -> None:
    document = read(xlsx(("Вопрос", "Ответ"), ("В?", "О"), sheets=("Сеть", "Почта")), "x")
    assert "## Сеть\n\n### В?\n\nО\n\n## Почта\n\n### В?" in document.text


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("question,answer\nWhat?,\"That, yes\"\n", "a.csv"),
        ("What?;That, yes\nWho?;They, all\n", "a.csv"),
        ("Question\tAnswer\nWhat?\tThat, yes", "no-name"),
        ("sep=|\nquestion|answer\nWhat?|That, yes", "a.csv"),
    ],
)  # fmt: skip
def test_csv_is_read_with_whatever_delimits_it(content: str, name: str) -> None:
    document = read(content, name)
    assert document.kind is Kind.CSV
    assert "## What?\n\nThat, yes" in document.text
    assert document.language is Locale.EN


def test_csv_in_the_encoding_of_excel_is_read() -> None:
    document = read("Вопрос;Ответ\nКак?;Так\n".encode("cp1251"), "a.txt")
    assert "## Как?\n\nТак" in document.text


@pytest.mark.parametrize(
    ("content", "kind"), [(docx(), Kind.DOCX), (pdf([[("Привет всем", 12)]]), Kind.PDF)]
)
def test_content_wins_over_the_name(content: bytes, kind: Kind) -> None:
    assert read(content, "table.csv").kind is kind
