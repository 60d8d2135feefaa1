"""Quoted answers: whole sentences and whole lists, and nothing that the passages do not say."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from gpu_worker.agents.backends.base import Draft, Source, WritingTask
from gpu_worker.agents.backends.extractive import ExtractiveBackend, excerpt, quote
from gpu_worker.agents.blocks import split_blocks
from gpu_worker.agents.verification import groundedness
from gpu_worker.tests.support import AGENTS
from shared.domain.words import Locale

LONG = """Печать останавливается, когда одно повреждённое задание не пропускает остальные задания.

Порядок действий:

1. Посмотрите на экран принтера: он сообщает, если кончилась бумага.
2. Откройте очередь печати.
   Она лежит в параметрах Windows, в разделе принтеров.

3. Отмените все задания и подождите минуту.

Картридж меняет дежурный инженер. Заявку на ремонт принтера оставьте на портале. Гарантия год.
Пробная страница печатается из свойств принтера.

Что ещё важно

- Не открывайте крышку во время печати.
- Не тяните за бумагу.
"""


def _task(question: str, *texts: str) -> WritingTask:
    sources = tuple(Source(n, f"T{n}", text, None, question) for n, text in enumerate(texts, 1))
    return WritingTask(question, sources, AGENTS[0], Locale.RU)


def _write(task: WritingTask) -> tuple[list[str], Draft]:
    *pieces, draft = ExtractiveBackend().write(task)
    assert isinstance(draft, Draft)
    return [piece for piece in pieces if isinstance(piece, str)], draft


def test_steps_are_quoted_whole_with_the_sentence_that_leads_to_them() -> None:
    quoted = quote("как отменить задания печати", LONG)
    assert "Порядок действий:\n\n1. Посмотрите" in quoted
    assert "2. Откройте очередь печати.\n   Она лежит" in quoted
    assert "3. Отмените все задания и подождите минуту." in quoted


def test_headings_are_never_quoted() -> None:
    quoted = quote("можно ли открывать крышку и тянуть бумагу", LONG)
    assert "- Не открывайте крышку во время печати.\n- Не тяните за бумагу." in quoted
    assert "Что ещё важно" not in quoted


def test_of_plain_text_the_first_sentence_and_the_nearest_are_quoted_in_their_order() -> None:
    filler = " ".join(f"Совсем другое предложение номер {n} о погоде." for n in range(12))
    text = f"Отпуск оформляют в кадрах. {filler} Заявление подают за две недели. {filler}"
    quoted = quote("за сколько недель подают заявление", text)
    assert quoted.startswith("Отпуск оформляют в кадрах.")
    assert "Заявление подают за две недели." in quoted
    assert len(quoted) < len(text) / 3


def test_blocks_are_spans_of_their_text() -> None:
    blocks = split_blocks(LONG)
    assert [block.is_steps for block in blocks[:2]] == [False, True]
    assert all(LONG[block.start : block.end].strip() for block in blocks)


def test_at_most_two_passages_are_cited_and_the_pieces_are_the_text() -> None:
    pieces, draft = _write(_task("печать", "Печать идёт.", "Печать стоит.", "Печать ждёт."))
    assert draft.text == "Печать идёт. [1]\n\nПечать стоит. [2]"
    assert "".join(pieces) == draft.text
    assert [citation.quote for citation in draft.citations] == ["Печать идёт.", "Печать стоит."]


def test_a_source_that_does_not_answer_is_not_quoted() -> None:
    sources = (Source(1, "A", "Ответ.", None, "вопрос"), Source(2, "B", "Другое."))
    _, draft = _write(WritingTask("вопрос", sources, AGENTS[0], Locale.RU))
    assert draft.text == "Ответ. [1]"


_LINES = st.sampled_from(
    [
        "Откройте параметры сети.",
        "1. Нажмите «Пуск», т. е. кнопку. Подождите.",
        "2) Введите код 12.5",
        "- пункт без точки",
        "   продолжение пункта",
        "Заголовок",
        "Шаги:",
        "| таблица | да |",
        "```",
        "",
        "См. п. 3! Что дальше? Ничего…",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_LINES, min_size=1, max_size=25), st.text("пунктсеть код?", max_size=30))
def test_every_line_of_an_answer_occurs_in_its_passages(lines: list[str], question: str) -> None:
    passage = "\n".join(lines)
    _, draft = _write(_task(question or "код", passage, LONG))
    for line in draft.text.split("\n"):
        assert re.sub(r" \[\d\]$", "", line) in f"{passage}\n{LONG}"
    for citation in draft.citations:
        source = (passage, LONG)[citation.n - 1]
        assert all(line in source for line in citation.quote.split("\n"))


def test_a_quoted_answer_is_grounded_and_an_invented_one_is_not() -> None:
    task = _task("как отменить задания", LONG)
    _, draft = _write(task)
    assert groundedness(draft, task.sources) == 1
    invented = Draft("Продайте старый велосипед. [1]", draft.citations)
    assert groundedness(invented, task.sources) == 0
    assert groundedness(Draft(draft.text, ()), task.sources) == 0


def test_a_citation_shows_the_beginning_of_a_long_quotation_alone() -> None:
    lines = [
        f"{number}. Откройте окно номер {number} и подождите минуту." for number in range(1, 12)
    ]
    shown = excerpt("\n".join(lines))
    assert shown.split("\n") == lines[: len(shown.split("\n"))]
    assert 1 <= len(shown.split("\n")) < len(lines)
    assert excerpt("Одна очень длинная строка. " * 20) == "Одна очень длинная строка. " * 20
