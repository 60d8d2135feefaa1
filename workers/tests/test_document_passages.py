"""A document's Markdown becomes passages: whole lists, whole sentences, nothing twice."""

import time

from shared.domain.passages import SECTION_LIMIT
from workers.documents.passages import sections_of

LONG = "Перезагрузите маршрутизатор и подождите две минуты, пока он включится."


def test_long_text_is_cut_at_the_end_of_a_sentence() -> None:
    sentence = "Позвоните т. е. наберите 5.5 по внутр. тел. и скажите об этом гл. инженеру. "
    _, sections = sections_of("# T\n## S\n" + sentence * 60)
    assert len(sections) > 1
    assert all(section.text.endswith("гл. инженеру.") for section in sections)
    assert all(len(section.text) <= SECTION_LIMIT for section in sections)


def test_text_without_any_end_is_cut_all_the_same_and_quickly() -> None:
    for text in ("а. " * 100_000, "а" * 300_000):
        _, sections = sections_of(text)
        assert all(len(section.text) <= SECTION_LIMIT for section in sections)


def test_a_list_stays_with_the_line_that_leads_to_it() -> None:
    steps = "\n".join(f"{n}. {'шаг ' * 20}" for n in range(1, 11))
    filler = "Слово. " * 240
    _, sections = sections_of(f"# T\n## S\n{filler}\n\nСделайте так:\n\n{steps}")
    assert [section.text.startswith("Сделайте так:") for section in sections] == [False, True]


def test_every_part_of_a_long_table_has_its_header() -> None:
    rows = "\n".join(f"| E{n} | {'слово ' * 10}|" for n in range(100))
    _, sections = sections_of(f"# T\n## S\n| Код | Смысл |\n|---|---|\n{rows}")
    assert len(sections) > 2
    assert all(part.text.startswith("| Код | Смысл |\n|---|---|\n| E") for part in sections)


def test_the_same_words_are_one_passage_and_keep_every_question() -> None:
    again = LONG.upper().replace(",", " — ").replace("Ё", "е")
    _, sections = sections_of(
        f"# T\n## Нет сети\n{LONG}\n## Нет Wi-Fi\n<!-- phrasings: пропал вайфай -->\n{again}\n"
        f"## Нет сети\n**{LONG}**\n"
    )
    assert len(sections) == 1
    assert sections[0].title == "Нет сети"
    assert sections[0].phrasings == ("Нет Wi-Fi", "пропал вайфай")


def test_other_numbers_and_short_answers_are_passages_of_their_own() -> None:
    version = "Установите обновление для Windows {} и перезагрузите компьютер дважды."
    _, sections = sections_of(
        f"# T\n## A\n{version.format(10)}\n## B\n{version.format(11)}\n## C\nДа.\n## D\nДа."
    )
    assert [section.title for section in sections] == ["A", "B", "C", "D"]


def test_a_section_may_belong_to_another_agent_and_have_an_address() -> None:
    _, sections = sections_of(
        "# T\n## S\n<!-- agent: network -->\n<!-- url: https://a.ru -->\nТекст."
    )
    assert (sections[0].agent, sections[0].url, sections[0].text) == (
        "network",
        "https://a.ru",
        "Текст.",
    )


def test_what_is_said_again_and_again_takes_no_time_and_no_room() -> None:
    parts = "\n\n".join(f"Слово {n}. {LONG * 20}" for n in range(200))
    asked = "; ".join(f"вопрос {n}" for n in range(10_000))
    _, sections = sections_of(
        f"# T\n## S\n<!-- phrasings: {asked} -->\n<!-- url: https://a.ru/{'x' * 9_000} -->\n{parts}"
    )
    assert len(sections) == 200
    assert all(section.phrasings[:2] == ("вопрос 0", "вопрос 1") for section in sections)
    assert sum(map(len, sections[0].phrasings)) <= 4_000
    assert {section.url for section in sections} == {""}
    again = "".join(f"## Вопрос {n}\n{LONG}\n" for n in range(30_000))
    begun = time.process_time()
    _, (one,) = sections_of(f"# T\n{again}")
    assert one.phrasings[:2] == ("Вопрос 1", "Вопрос 2")
    assert time.process_time() - begun < 5
