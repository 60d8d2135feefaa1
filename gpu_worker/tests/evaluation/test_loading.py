"""A folder of knowledge and a file of questions are read as they are meant, or refused by name."""

from pathlib import Path
from unicodedata import normalize

import pytest

from gpu_worker.evaluation.errors import BadKnowledge, BadQuestions
from gpu_worker.evaluation.knowledge import Knowledge, read_knowledge
from gpu_worker.evaluation.questions import Kind, read_questions
from gpu_worker.tests.evaluation.support import knowledge_folder, write_questions
from shared.domain.words import Sender


@pytest.fixture
def knowledge(tmp_path: Path) -> Knowledge:
    return read_knowledge(knowledge_folder(tmp_path / "knowledge"))


def test_lines_and_sections_are_numbered_and_sections_in_a_folder_go_by_their_heading(
    knowledge: Knowledge,
) -> None:
    assert set(knowledge.agents) == {"Доступ и пароли", "network", "Печать"}
    assert sorted(knowledge.labels.values(), key=str) == [
        ("network", 1),
        ("network", 2),
        ("Доступ и пароли", 1),
        ("Доступ и пароли", 2),
        ("Доступ и пароли", 3),
        ("Печать", "printers.md#Заменить картридж"),
    ]


def test_empty_lines_do_not_count_and_a_line_is_offered_by_its_first_words(
    knowledge: Knowledge,
) -> None:
    (second,) = knowledge.ids(("Доступ и пароли", 2))
    passage = knowledge.passages[second]
    assert passage.text == "Заблокированная учётная запись открывается через пятнадцать минут."
    assert passage.title == "Заблокированная учётная запись открывается через пятнадцать минут"


def test_a_long_line_is_offered_by_whole_words(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("слово " * 40, "utf-8")
    passage = next(iter(read_knowledge(tmp_path).passages.values()))
    assert len(passage.title) <= 71
    assert passage.title.endswith("слово…")


def test_sections_keep_how_visitors_ask(knowledge: Knowledge) -> None:
    (first,) = knowledge.ids(("network", 1))
    assert knowledge.passages[first].phrasings == ("впн не коннектится",)


def test_a_name_packed_on_another_system_is_the_same_name(tmp_path: Path) -> None:
    (tmp_path / normalize("NFD", "Войти.txt")).write_text("\ufeffСтраница входа.", "utf-8")
    knowledge = read_knowledge(tmp_path)
    assert knowledge.agents == ("Войти",)
    assert knowledge.ids((normalize("NFD", "Войти"), 1)) == knowledge.ids(("Войти", 1))
    assert next(iter(knowledge.passages.values())).text == "Страница входа."


def test_a_readme_and_hidden_files_are_no_agents(tmp_path: Path) -> None:
    folder = knowledge_folder(tmp_path / "knowledge")
    (folder / "README.md").write_text("# About\nThis folder.", "utf-8")
    (folder / "._network.md").write_bytes(b"\x00\xff")
    assert len(read_knowledge(folder).agents) == 3


def test_a_section_cut_in_parts_is_one_label(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    text = "\n\n".join(["предложение " * 100] * 4)
    (tmp_path / "a" / "b.md").write_text(f"# T\n## H\n{text}", "utf-8")
    assert len(read_knowledge(tmp_path).ids(("a", "b.md#H"))) > 1


def test_a_folder_without_knowledge_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("\n \n", "utf-8")
    with pytest.raises(BadKnowledge, match="has no knowledge"):
        read_knowledge(tmp_path)
    with pytest.raises(BadKnowledge, match="not a folder"):
        read_knowledge(tmp_path / "none")


@pytest.mark.parametrize("other", ["network.txt", "network/vpn.md"])
def test_two_sources_of_one_agent_are_refused(tmp_path: Path, other: str) -> None:
    folder = knowledge_folder(tmp_path / "knowledge")
    (folder / other).parent.mkdir(exist_ok=True)
    (folder / other).write_text("# T\n## H\nText.", "utf-8")
    with pytest.raises(BadKnowledge, match="«network»"):
        read_knowledge(folder)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "Сеть.txt").write_bytes("Проверьте кабель.".encode("cp1251"))
    with pytest.raises(BadKnowledge, match=r"Сеть\.txt is not UTF-8"):
        read_knowledge(tmp_path)


def test_questions_are_read_with_whatever_labels_they_have(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    path = write_questions(
        tmp_path / "q.jsonl",
        [
            {
                "id": "1",
                "text": "забыл пароль",
                "history": [{"sender": "visitor", "text": "привет"}],
                "kind": "answerable",
                "agents": ["Доступ и пароли"],
                "passages": [["Доступ и пароли", 1]],
                "note": "passed over",
            },
            "",
            {"id": 2, "text": "без меток", "history": []},
            {"id": "3", "text": "рецепт борща", "kind": "out_of_scope"},
        ],
    )
    first, second, third = read_questions(path, knowledge)
    assert first.passages == knowledge.ids(("Доступ и пароли", 1))
    assert first.history[0].sender is Sender.VISITOR
    assert (second.id, second.kind, second.agents, second.passages) == (2, None, None, None)
    assert not second.is_judged
    assert third.kind is Kind.OUT_OF_SCOPE
    assert third.is_judged


GOOD = {"id": "1", "text": "t"}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "Invalid JSON"),
        ("[]", "object"),
        ({"id": "2"}, "text: Field required"),
        ({"id": "2", "text": 5}, "text: .*string"),
        ({"id": "1", "text": "t"}, "earlier line"),
        ({"id": "2", "text": "t", "kind": "riddle"}, "kind: "),
        ({"id": "2", "text": "t", "history": [{"sender": "cat", "text": "m"}]}, "sender: "),
        ({"id": "2", "text": "t", "agents": ["Сеть"]}, "no agent «Сеть»"),
        ({"id": "2", "text": "t", "passages": [["network", 3]]}, r"no passage \[network, 3\]"),
        ({"id": "2", "text": "t", "passages": [["network", True]]}, "passages"),
        ({"id": "2", "text": "t", "passages": [["network"]]}, "passages"),
    ],
)
def test_a_malformed_line_is_refused_with_its_file_and_number(
    tmp_path: Path, knowledge: Knowledge, row: object, says: str
) -> None:
    path = write_questions(tmp_path / "q.jsonl", [GOOD, "", row])
    with pytest.raises(BadQuestions, match=rf"q\.jsonl, line 3: .*{says}"):
        read_questions(path, knowledge)


def test_a_file_without_questions_is_refused(tmp_path: Path, knowledge: Knowledge) -> None:
    with pytest.raises(BadQuestions, match="no questions"):
        read_questions(write_questions(tmp_path / "q.jsonl", [""]), knowledge)
    with pytest.raises(BadQuestions, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl", knowledge)
