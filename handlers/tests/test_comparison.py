"""Two versions side by side: what went, what came, and which words of a line."""

import time

from handlers.services.comparison import compare
from shared.contracts.knowledge import DiffLine


def shown(lines: tuple[DiffLine, ...]) -> list[str]:
    marks = {"same": " ", "added": "+", "removed": "-", "skipped": "…"}
    return [
        marks[line.kind]
        + (str(line.count) if line.kind == "skipped" else "")
        + "".join(f"[{part.text}]" if part.changed else part.text for part in line.parts)
        for line in lines
    ]


def test_the_words_that_differ_are_marked_and_the_rest_is_folded() -> None:
    old = "\n".join(["# Сеть", *map(str, range(20)), "Пароль меняется раз в 30 дней.", "Конец"])
    new = old.replace("30 дней", "90 дней").replace("Конец", "Конец\nНовая строка")
    diff = compare((1, old), (3, new))
    assert shown(diff.lines) == [
        "…18", " 17", " 18", " 19",
        "-Пароль меняется раз в [30] дней.", "+Пароль меняется раз в [90] дней.",
        " Конец", "+Новая строка",
    ]  # fmt: skip
    assert (diff.before, diff.after, diff.added, diff.removed) == (1, 3, 2, 1)


def test_equal_texts_have_one_folded_line_and_empty_ones_none() -> None:
    text = "\n".join(map(str, range(50)))
    assert shown(compare((1, text), (2, text)).lines) == ["…50"]
    assert compare((1, ""), (2, "")).lines == ()


def test_lines_that_have_nothing_in_common_are_shown_whole() -> None:
    diff = compare((1, "Перезагрузите роутер"), (2, "abc def"))
    assert shown(diff.lines) == ["-Перезагрузите роутер", "+abc def"]


def test_what_is_too_long_to_compare_is_replaced_whole_and_cut() -> None:
    old, new = ("\n".join(f"{name} {n}" for n in range(15_000)) for name in ("старое", "новое"))
    began = time.monotonic()
    diff = compare((1, old), (2, new))
    assert diff.is_cut
    assert (len(diff.lines), diff.added, diff.removed) == (2_000, 15_000, 15_000)
    assert time.monotonic() - began < 30
