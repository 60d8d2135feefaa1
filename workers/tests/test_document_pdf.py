"""PDF as it is printed: columns, broken words, headers and footers of several lines."""

from workers.documents.reading import read_document
from workers.tests.files import pdf

LEFT = ("Чтобы подключить прин-", "тер к сети, откройте па-", "нель управления и выбе-",
        "рите пункт «Принтеры».", "Затем нажмите кнопку", "добавления и подождите.")  # fmt: skip
RIGHT = ("Если принтер не виден,", "проверьте кабель и пи-", "тание. После этого пере-",
         "загрузите компьютер и", "повторите поиск ещё раз", "через пять минут.")  # fmt: skip


def text_of(*pages: list[tuple[str, int]]) -> str:
    return read_document(pdf(pages), "a.pdf").text


def test_columns_that_were_written_line_by_line_are_read_one_after_the_other() -> None:
    page = [
        ("Печать", 16),
        ("", 11),
        *((f"{a}\t{b}", 11) for a, b in zip(LEFT, RIGHT, strict=True)),
    ]
    words = " ".join(text_of(page).split())
    assert words == (
        "# Печать Чтобы подключить принтер к сети, откройте панель управления и выберите пункт "
        "«Принтеры». Затем нажмите кнопку добавления и подождите. Если принтер не виден, проверьте "
        "кабель и питание. После этого перезагрузите компьютер и повторите поиск ещё раз через "
        "пять минут."
    )


def test_a_table_of_two_columns_stays_a_table() -> None:
    rows = [("E1", "Нет сети в офисе"), ("E2", "Сбой почты"), ("E3", "нет бумаги"), ("E4", "Пыль")]
    text = text_of([("Коды", 16), *(("\t".join(row), 11) for row in rows)])
    assert "- E1: Нет сети в офисе\n- E2: Сбой почты\n- E3: нет бумаги\n- E4: Пыль\n" in text


def test_headers_and_footers_of_several_small_lines_are_left_out() -> None:
    pages = [
        [("ООО «Ромашка»", 9), ("Регламент № 5", 9),
         (f"Первое предложение страницы {n} не закан-", 11),
         ("чивается на ней, а идёт", 11), (f"дальше до числа {n} включительно.", 11), (f"{n}", 9),
         ("Для служебного пользования", 9)]
        for n in (1, 2, 3)
    ]  # fmt: skip
    text = text_of(*pages)
    for repeated in ("Ромашка", "Регламент", "служебного", "\n1\n"):
        assert repeated not in text
    assert "Первое предложение страницы 2 не заканчивается на ней, а идёт дальше до числа 2" in text


def test_two_pages_have_headers_too_and_chapters_are_none() -> None:
    pages = [
        [("Политика паролей", 9), (f"Глава {n}", 16), (f"Пароль номер {n} меняют раз в год.", 11),
         (f"Стр. {n} из 2", 9)]
        for n in (1, 2)
    ]  # fmt: skip
    text = text_of(*pages)
    assert "Политика" not in text
    assert "Стр." not in text
    assert "## Глава 1\n\nПароль номер 1" in text
    assert "## Глава 2\n\nПароль номер 2" in text


def test_chapters_at_the_top_of_every_page_are_no_headers() -> None:
    ends = ("Позвоните коллегам.", "Подождите час.", "Смените пароль.")
    pages = [[(f"Глава {n}", 16), (f"Шаг {n}.", 11), (end, 11)] for n, end in enumerate(ends, 1)]
    text = text_of(*pages)
    assert all(f"## Глава {n}" in text for n in (1, 2, 3))
