"""The training set: of a knowledge base in two languages, and of operators' corrections."""

import json
import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from gpu_worker.agents.backends.base import Draft, Source
from gpu_worker.agents.backends.streaming import citations_of
from gpu_worker.agents.texts import Phrase, phrase
from gpu_worker.agents.verification import groundedness
from gpu_worker.tests.support import DOCUMENTS
from gpu_worker.training.dataset.__main__ import main
from gpu_worker.training.dataset.answers import cite
from gpu_worker.training.dataset.build import build
from gpu_worker.training.dataset.knowledge import BadKnowledge, KnownPassage, read_knowledge
from gpu_worker.training.dataset.lessons import Recipe
from gpu_worker.training.dataset.questions import questions_of
from gpu_worker.training.examples import Example, Kind, content_hash, read_lines
from gpu_worker.training.prompting import cited, shown_sources
from shared.domain.words import Locale, Sender

ENGLISH = """Do I need a permit to park? Every car needs a permit from the front desk.
The gate opens with a badge between seven and nine.

Bicycles stand in the yard behind the canteen."""


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """Three agents' Markdown, and an English agent's lines."""
    folder = tmp_path / "knowledge"
    for agent, text in DOCUMENTS.items():
        (folder / agent).mkdir(parents=True)
        (folder / agent / "first.md").write_text(text, "utf-8")
    (folder / "parking.txt").write_text(ENGLISH, "utf-8")
    (folder / "README.md").write_text("# How to write here\n\nWrite.", "utf-8")
    return folder


def _examples(knowledge: Path, recipe: Recipe, *corrections: object) -> list[Example]:
    out = knowledge.parent / "out.jsonl"
    lines = knowledge.parent / "corrections.jsonl"
    lines.write_text("".join(f"{json.dumps(one)}\n" for one in corrections), "utf-8")
    options = ["--refusals", str(recipe.refusals), "--follow-ups", str(recipe.follow_ups)]
    options += ["--seed", str(recipe.seed), "--sources", str(recipe.sources)]
    place = ["--knowledge", str(knowledge), "--out", str(out), "--corrections", str(lines)]
    assert main([*place, *options]) == 0
    return read_lines(out, Example)


def _correction(**changes: object) -> dict[str, object]:
    return {
        "agent": "network",
        "at": "2026-11-20T10:00:00Z",
        "question": "впн не коннектится",
        "answer": "Не знаю.",
        "corrected": "Перезапустите программу VPN. Введите новый рабочий пароль.",
        "sources": [{"n": 2, "title": "VPN", "text": DOCUMENTS["network"]}],
    } | changes


def test_each_way_of_asking_is_answered_from_its_passage_with_marks(knowledge: Path) -> None:
    made = _examples(knowledge, Recipe())
    answers = [one for one in made if one.kind is Kind.ANSWER and one.agent == "network"]
    asked = {one.question for one in answers}
    assert asked >= {"впн не коннектится", "VPN не подключается из дома"}
    assert "phrasings" not in " ".join(one.answer for one in answers)
    for one in (one for one in made if one.kind is Kind.ANSWER):
        sources = shown_sources(one)
        assert len(sources) == 3
        assert [source.n for source in sources] == [1, 2, 3]
        assert len(cited(one.answer)) == 1
        draft = Draft(one.answer, citations_of(one.answer, sources))
        # What the agents learn to say is what the check behind them lets through.
        assert groundedness(draft, sources) == 1.0


def test_steps_stay_steps_and_each_has_its_mark(knowledge: Path) -> None:
    made = _examples(knowledge, Recipe(follow_ups=0.0))
    (one,) = [
        each for each in made if each.question == "впн не коннектится" and each.kind is Kind.ANSWER
    ]
    (n,) = cited(one.answer)
    assert one.answer.split("\n")[2:5] == [
        f"1. Откройте любой сайт без VPN. [{n}]",
        f"2. Перезапустите программу VPN. [{n}]",
        f"3. Введите новый рабочий пароль. [{n}]",
    ]


def test_lines_of_text_are_passages_in_their_own_language(knowledge: Path) -> None:
    made = [one for one in _examples(knowledge, Recipe(refusals=1.0)) if one.agent == "parking"]
    answers = [one for one in made if one.kind is Kind.ANSWER]
    assert len(answers) == 3
    assert {one.language for one in answers} == {Locale.EN}
    assert "Do I need a permit to park?" in {one.question for one in answers}
    refusals = {one.answer for one in made if one.kind is Kind.REFUSAL}
    assert refusals == {phrase(Phrase.NO_KNOWLEDGE, language) for language in Locale}


def test_a_refusal_is_shown_what_comes_up_and_nothing_that_answers(knowledge: Path) -> None:
    made = _examples(knowledge, Recipe(refusals=1.0))
    refused = [one for one in made if one.kind is Kind.REFUSAL and one.agent == "access"]
    (one,) = [each for each in refused if each.question.startswith("Забыл пароль")]
    assert one.answer == phrase(Phrase.NO_KNOWLEDGE, Locale.RU)
    assert one.sources
    assert all("Пароль сбрасывается" not in source.text for source in one.sources)


def test_greetings_and_hand_offs_are_said_as_the_agents_say_them(knowledge: Path) -> None:
    made = _examples(knowledge, Recipe())
    for agent in ("network", "parking"):
        said = {one.answer for one in made if one.kind is Kind.GREETING and one.agent == agent}
        assert said == {
            phrase(name, language)
            for name in (Phrase.GREETING, Phrase.THANKS)
            for language in Locale
        }
        calls = {one.answer for one in made if one.kind is Kind.HANDOFF and one.agent == agent}
        assert calls == {phrase(Phrase.REQUESTED, language) for language in Locale}


def test_follow_ups_come_after_a_question_and_its_answer(knowledge: Path) -> None:
    made = _examples(knowledge, Recipe(follow_ups=1.0))
    (one, *_) = [each for each in made if each.kind is Kind.ANSWER and each.agent == "network"]
    assert [said.sender for said in one.history] == [Sender.VISITOR, Sender.AGENT]
    assert "[1]" in one.history[1].text
    none = _examples(knowledge, Recipe(follow_ups=0.0))
    assert not any(each.history for each in none)


def test_the_same_input_gives_the_same_set_and_no_example_twice(knowledge: Path) -> None:
    recipe = Recipe(seed=random.SystemRandom().randrange(1000), refusals=0.5, follow_ups=0.5)
    made = _examples(knowledge, recipe)
    assert made == _examples(knowledge, recipe)
    assert len({content_hash(one) for one in made}) == len({one.id for one in made}) == len(made)
    other = Recipe(seed=recipe.seed + 1000, refusals=0.5, follow_ups=0.5)
    assert made != _examples(knowledge, other)


def test_another_agent_s_document_leaves_the_questions_as_they_are(knowledge: Path) -> None:
    before = _examples(knowledge, Recipe())
    (knowledge / "hr.txt").write_text("Отпуск оформляют за две недели.", "utf-8")
    after = _examples(knowledge, Recipe())
    kept = {(one.agent, one.kind, one.question, bool(one.history)) for one in after}
    assert {(o.agent, o.kind, o.question, bool(o.history)) for o in before} <= kept


def test_a_correction_is_cited_weighs_more_and_settles_its_question(knowledge: Path) -> None:
    made = _examples(knowledge, Recipe(refusals=1.0, follow_ups=0.0), _correction())
    (one,) = [each for each in made if each.question.casefold() == "впн не коннектится"]
    assert (one.kind, one.weight, one.language) == (Kind.CORRECTION, 3.0, Locale.RU)
    assert one.answer == "Перезапустите программу VPN. [2] Введите новый рабочий пароль. [2]"


def test_of_two_corrections_the_newer_one_holds(knowledge: Path) -> None:
    old = _correction(corrected="Позвоните по номеру 1111.", question="ВПН  не коннектится")
    new = _correction(at="2026-11-21T00:30:00+03:00")
    made = _examples(knowledge, Recipe(), new, old)
    corrections = [one for one in made if one.kind is Kind.CORRECTION]
    assert [one.answer for one in corrections] == [
        "Перезапустите программу VPN. [2] Введите новый рабочий пароль. [2]"
    ]


def test_a_correction_that_no_source_says_is_kept_and_counted(
    knowledge: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with capture_logs() as events:
        made = _examples(knowledge, Recipe(), _correction(corrected="Позвоните Ивану Петровичу."))
    (one,) = [each for each in made if each.kind is Kind.CORRECTION]
    assert one.answer == "Позвоните Ивану Петровичу."
    assert events[-1]["unsupported"] == 1
    assert "1 corrections say what no source" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"at": "2026-11-20T10:00:00"}, "line 1: at: Input should have timezone info"),
        ({"corrected": ""}, "line 1: corrected: "),
        ({"operator": "x"}, "line 1: operator: Extra inputs"),
    ],
)
def test_a_bad_correction_is_named_by_file_and_number(
    knowledge: Path, capsys: pytest.CaptureFixture[str], change: dict[str, object], reason: str
) -> None:
    path = knowledge.parent / "bad.jsonl"
    path.write_text(json.dumps(_correction(**change)), "utf-8")
    out = knowledge.parent / "out.jsonl"
    given = ["--knowledge", str(knowledge), "--out", str(out), "--corrections", str(path)]
    assert main(given) == 1
    assert f"bad.jsonl, {reason}" in capsys.readouterr().err
    assert not out.exists()


def test_agents_are_called_as_the_site_calls_them(knowledge: Path) -> None:
    site = knowledge.parent / "site.json"
    words = {"ru": "Сеть", "en": "Network"}
    site.write_text(json.dumps({"agents": [{"slug": "network", "name": words, "subject": words}]}))
    out = knowledge.parent / "out.jsonl"
    given = ["--knowledge", str(knowledge), "--out", str(out)]
    assert main([*given, "--agents", str(site)]) == 0
    made = read_lines(out, Example)
    called = {
        (one.language, one.system and one.system.name) for one in made if one.agent == "network"
    }
    assert called == {(Locale.RU, "Сеть"), (Locale.EN, "Network")}
    assert {one.system for one in made if one.agent == "parking"} == {None}
    site.write_text("[]")
    assert main([*given, "--agents", str(site)]) == 1


def test_a_folder_without_knowledge_and_a_name_that_is_no_slug_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadKnowledge, match="has no knowledge"):
        read_knowledge(tmp_path)
    (tmp_path / "Сеть.txt").write_text("Текст.", "utf-8")
    with pytest.raises(BadKnowledge, match="slug"):
        read_knowledge(tmp_path)


def _sources(*texts: str) -> Sequence[Source]:
    return [Source(n, "", text) for n, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Restart the router. Call Bob.", "Restart the router. [1] Call Bob. [2]"),
        ("Restart the router. [2]", "Restart the router. [2]"),
        ("Do this:\n\n1. Restart the router.", "Do this:\n\n1. Restart the router. [1]"),
        ("```\nrestart the router\n```", "```\nrestart the router\n```"),
        ("Feed the unicorn.", "Feed the unicorn."),
    ],
)
def test_statements_are_marked_with_the_source_that_says_them(text: str, wanted: str) -> None:
    assert cite(text, _sources("Always restart the router.", "If it hangs, call Bob.")) == wanted


def test_a_passage_without_any_way_of_asking_is_asked_for_by_its_words() -> None:
    bare = KnownPassage("network", "x.txt:1", "", "", "Пароль меняют на портале каждые 90 дней.")
    (asked,) = questions_of(bare)
    assert asked.startswith("пароль меняют портале")
    assert build([bare], [], Recipe(), 3.0).examples


def test_the_demo_s_knowledge_teaches_every_kind() -> None:
    folder = Path(__file__).parents[3] / "ops/embedded/demo/knowledge"
    agents = ("access", "network")  # all five take seconds
    passages = [one for one in read_knowledge(folder) if one.agent in agents]
    made = build(passages, [], Recipe(), 3.0).examples
    for agent in agents:
        kinds = {one.kind for one in made if one.agent == agent}
        assert kinds == {Kind.ANSWER, Kind.REFUSAL, Kind.GREETING, Kind.HANDOFF}
    answers = [one for one in made if one.kind is Kind.ANSWER]
    assert len(answers) > 500
    assert all(cited(one.answer) for one in answers)
