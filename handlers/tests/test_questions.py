"""Questions in about the same words stand together, others apart."""

from datetime import UTC, datetime, timedelta

from handlers.services.questions import group_questions
from shared.kernel.ids import uuid7
from shared.storage.episode_lists import QuestionRow

NOW = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def row(text: str, stems: str, minutes: int = 0, agent: str | None = "access") -> QuestionRow:
    """A question, and its stems as PostgreSQL finds them."""
    return QuestionRow(uuid7(), agent, text, NOW - timedelta(minutes=minutes), stems.split())


def test_the_most_frequent_question_comes_first_in_its_newest_words() -> None:
    groups = group_questions(
        [
            row("Где парковка?", "парковк"),
            row("как оформить пропуск гостю", "оформ пропуск гост", 1),
            row("Оформить гостю пропуск", "оформ гост пропуск", 2, agent="security"),
            row("нужен пропуск для гостя, оформите", "нужн пропуск гост оформ", 3),
        ],
        10,
    )
    assert [(group.question, group.count) for group in groups] == [
        ("как оформить пропуск гостю", 3),
        ("Где парковка?", 1),
    ]
    assert groups[0].agents == ("access", "security")
    assert [example.text for example in groups[0].examples][1] == "Оформить гостю пропуск"
    assert groups[0].last_at == NOW - timedelta(minutes=1)


def test_one_common_word_does_not_make_two_questions_one() -> None:
    groups = group_questions(
        [
            row("пропуск потерял", "пропуск потеря"),
            row("пропуск на машину", "пропуск машин"),
        ],
        10,
    )
    assert [group.count for group in groups] == [1, 1]


def test_questions_of_small_words_alone_are_compared_as_they_are() -> None:
    groups = group_questions([row("А?", ""), row("а?", ""), row("И что", "")], 10)
    assert [group.count for group in groups] == [2, 1]


def test_only_so_many_groups_are_told() -> None:
    assert len(group_questions([row(str(n), f"слов{n}") for n in range(9)], 4)) == 4
