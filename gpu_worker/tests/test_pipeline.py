"""A turn comes out answered, asked back, greeted or handed to a person."""

import pytest

from gpu_worker.agents.backends.base import BackendError, Draft
from gpu_worker.agents.calibration import Calibration, load_calibration
from gpu_worker.agents.pipeline import HistoryMessage
from gpu_worker.agents.progress import Superseded
from gpu_worker.agents.texts import Phrase, phrase
from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.tests.support import AGENTS, Recorder, ScriptedBackend, ask, help_desk, never_sure
from shared.contracts.wire import Citation
from shared.domain.words import HandoffReason, Locale, Outcome, Sender, Stage
from shared.storage.vectors import VectorStoreDown

QUESTION = "не могу подключиться к vpn из дома"


def test_a_question_is_answered_by_its_agent_with_a_citation() -> None:
    result = ask(QUESTION)
    assert (result.outcome, result.agent) == (Outcome.QUOTED, "network")
    assert result.text.endswith("[1]")
    assert "1. Откройте любой сайт без VPN.\n2. Перезапустите" in result.text
    (citation,) = result.citations
    assert citation.n == 1
    assert citation.title == "VPN и удалённое подключение › VPN не подключается из дома"
    assert citation.url == "https://kb.example.ru/network"


def test_the_pieces_joined_are_the_answer_and_the_stages_come_in_their_order() -> None:
    progress = Recorder()
    result = ask(QUESTION, progress=progress)
    assert "".join(progress.deltas) == result.text
    assert len(progress.deltas) > 3
    assert [stage for stage, _ in progress.stages] == [
        Stage.UNDERSTANDING,
        Stage.ROUTING,
        Stage.READING,
        Stage.WRITING,
        Stage.CHECKING,
    ]
    assert progress.stages[2] == (Stage.READING, "network")


def test_what_was_just_quoted_is_not_quoted_again_but_other_passages_are_offered() -> None:
    first = ask(QUESTION)
    assert first.outcome is Outcome.QUOTED
    history = [
        HistoryMessage(Sender.VISITOR, QUESTION),
        HistoryMessage(Sender.AGENT, first.text, first.agent),
    ]
    again = ask("а если не помогло?", history=history)
    assert again.outcome is Outcome.CLARIFIED
    assert again.choices
    assert first.citations[0].title.rsplit(" › ", 1)[-1] not in again.choices
    history += [
        HistoryMessage(Sender.VISITOR, "а если не помогло?"),
        HistoryMessage(Sender.AGENT, again.text, again.agent),
    ]
    assert ask("всё равно не помогло", history=history).outcome is Outcome.HANDED_OFF


def test_the_result_belongs_to_its_request() -> None:
    result = ask("здравствуйте", "у меня принтер не печатает, документ висит в очереди")
    assert result.epoch == 3
    assert result.answered_seq == 6
    assert (result.outcome, result.agent) == (Outcome.QUOTED, "hardware")


def test_provenance_says_why() -> None:
    provenance = ask(QUESTION).provenance
    assert provenance is not None
    assert provenance.backend == "extractive"
    assert provenance.embedding_model.startswith("otvet-hashed")
    assert provenance.knowledge_version == 1
    assert provenance.passages[0].title.endswith("VPN не подключается из дома")
    assert sum(provenance.route.values()) == pytest.approx(1, abs=0.01)
    assert max(provenance.route, key=provenance.route.__getitem__) == "network"
    assert provenance.groundedness == 1
    assert set(provenance.stage_ms) >= {"understanding", "routing", "writing", "checking"}


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("Привет!", Outcome.GREETED, None),
        ("спасибо, всё заработало", Outcome.GREETED, None),
        ("ты тупой бот", Outcome.DECLINED, None),
        ("позовите живого человека", Outcome.HANDED_OFF, HandoffReason.REQUESTED),
        ("gjpjdb jgthfnjhf", Outcome.HANDED_OFF, HandoffReason.REQUESTED),
        ("I want to talk to a human", Outcome.HANDED_OFF, HandoffReason.REQUESTED),
        ("??? 🙄", Outcome.CLARIFIED, None),
        ("рецепт борща на пять литров", Outcome.HANDED_OFF, None),
    ],
)
def test_what_is_no_question_is_not_answered(
    text: str, outcome: Outcome, reason: HandoffReason | None
) -> None:
    result = ask(text)
    assert result.outcome is outcome
    assert result.citations == ()
    if reason:
        assert result.handoff_reason is reason


def test_a_file_without_words_is_asked_about_and_a_person_is_a_tap_away() -> None:
    result = ask("")
    assert result.outcome is Outcome.CLARIFIED
    assert result.text == phrase(Phrase.FILES, Locale.RU)
    (choice,) = result.choices
    assert ask(choice).handoff_reason is HandoffReason.REQUESTED
    assert ask(phrase(Phrase.CALL, Locale.EN)).handoff_reason is HandoffReason.REQUESTED


def test_a_file_beside_a_question_does_not_hide_it() -> None:
    assert ask(QUESTION, "").text == ask(QUESTION).text


def test_an_insult_around_a_question_is_answered() -> None:
    result = ask("тупой бот, принтер не печатает, документ висит в очереди")
    assert (result.outcome, result.agent) == (Outcome.QUOTED, "hardware")


def test_a_wrong_keyboard_layout_is_repaired_and_the_repair_is_named() -> None:
    result = ask("ghbynth yt gtxfnftn? ljrevtyn dbcbn d jxthtlb")
    assert (result.outcome, result.agent) == (Outcome.QUOTED, "hardware")
    assert result.provenance is not None
    assert result.provenance.repairs == ("layout",)
    assert result.provenance.question.startswith("принтер не печатает")
    assert [one.step for one in result.provenance.steps] == ["layout"]
    assert result.provenance.steps[0].text == result.provenance.question
    assert result.provenance.language == "ru"


def test_a_follow_up_is_understood_with_the_question_before_it() -> None:
    history = [
        HistoryMessage(Sender.VISITOR, "принтер не печатает, документ висит в очереди"),
        HistoryMessage(Sender.AGENT, "Отмените все задания.", "hardware"),
    ]
    result = ask("не помогло", history=history)
    assert result.provenance is not None
    assert "follow_up" in result.provenance.repairs
    assert result.provenance.passages[0].agent == "hardware"


def test_an_answer_to_a_follow_up_must_be_surer_than_others() -> None:
    history = [
        HistoryMessage(Sender.VISITOR, "принтер не печатает, документ висит в очереди"),
        HistoryMessage(Sender.AGENT, "Позовите инженера.", "hardware"),
    ]
    shipped = load_calibration(embedding_model=HashedEmbedder.name)
    free, bound = (
        ask(
            "и что дальше",
            history=history,
            calibration=shipped.model_copy(
                update={"follow_up": shipped.follow_up.model_copy(update={"answer": least})}
            ),
        )
        for least in (0.0, 1.0)
    )
    assert (free.outcome, bound.outcome) == (Outcome.QUOTED, Outcome.CLARIFIED)
    # What was asked for is what the console tells.
    assert bound.provenance is not None
    assert [applied.threshold for applied in bound.provenance.policy] == [1.0]


def test_two_questions_of_two_agents_get_two_citations() -> None:
    result = ask(
        "принтер не печатает, документ висит в очереди. и ещё не могу подключиться к vpn из дома"
    )
    assert [citation.n for citation in result.citations] == [1, 2]
    assert "Отмените все задания." in result.text
    assert "Перезапустите программу VPN." in result.text


def test_what_an_answer_leaves_of_two_questions_is_offered_beside_it() -> None:
    calibration, progress = load_calibration(embedding_model=HashedEmbedder.name), Recorder()
    surer, other = (
        _certainty(text, calibration)
        for text in ("принтер не печатает документ висит в очереди", "сигнал в коридоре")
    )
    slope = 2 / (surer - other)  # .73 and .27
    curve = calibration.fused.model_copy(
        update={"slope": slope, "offset": -slope * (surer + other) / 2, "answer": 0.5}
    )
    calibration = calibration.model_copy(update={"fused": curve, "pair": 0.1})
    result = ask(
        "принтер не печатает, документ висит в очереди, и ещё сигнал в коридоре",
        calibration=calibration,
        progress=progress,
    )
    assert (result.outcome, result.agent) == (Outcome.QUOTED, "hardware")
    assert "Отмените все задания." in result.text
    assert result.choices[0] == "Wi-Fi в переговорной слабый"
    assert "Печать" not in " ".join(result.choices)
    assert "".join(progress.deltas) == result.text
    assert result.provenance is not None
    assert result.provenance.agents == ("hardware", "network")
    assert "parts" in result.provenance.repairs


def _certainty(text: str, calibration: Calibration) -> float:
    provenance = ask(text).provenance
    assert provenance is not None
    dense = calibration.weights.dense
    first, second = (one.lexical + dense * one.dense for one in provenance.passages[:2])
    return 2 * first - second


def test_unsure_means_choices_once_and_then_a_person() -> None:
    first = ask("сигнал", calibration=never_sure())
    assert first.outcome is Outcome.CLARIFIED
    assert 1 <= len(first.choices) <= 3
    assert "Wi-Fi в переговорной слабый" in first.choices
    said = HistoryMessage(Sender.AGENT, first.text)
    before = [HistoryMessage(Sender.VISITOR, "сигнал"), said]
    second = ask("сигнал", history=before, calibration=never_sure())
    assert second.outcome is Outcome.HANDED_OFF


def test_a_tapped_choice_is_answered() -> None:
    history = [
        HistoryMessage(Sender.VISITOR, "сигнал"),
        HistoryMessage(Sender.AGENT, phrase(Phrase.DID_YOU_MEAN, Locale.RU)),
    ]
    result = ask("Wi-Fi в переговорной слабый", history=history)
    assert result.outcome is Outcome.QUOTED


def test_an_agent_that_does_not_take_part_is_not_quoted() -> None:
    without_network = [agent for agent in AGENTS if agent.slug != "network"]
    result = ask(QUESTION, agents=without_network)
    assert result.agent != "network"
    assert result.provenance is not None
    assert all(score.agent != "network" for score in result.provenance.passages)


def test_without_agents_or_knowledge_a_person_is_called() -> None:
    assert ask(QUESTION, agents=()).handoff_reason is HandoffReason.NO_KNOWLEDGE
    empty = help_desk({})[1]
    assert ask(QUESTION, knowledge=empty).handoff_reason is HandoffReason.NO_KNOWLEDGE


def test_the_reply_is_in_the_language_of_the_question() -> None:
    assert ask("hello my dear friend").text == phrase(Phrase.GREETING, Locale.EN)
    assert ask("привет", locale=Locale.EN).text == phrase(Phrase.GREETING, Locale.RU)


def test_too_long_a_turn_is_asked_to_be_shorter() -> None:
    result = ask("а" * 3_000, "б" * 3_000)
    assert result.text == phrase(Phrase.TOO_LONG, Locale.RU)


def test_a_superseded_turn_stops_writing_at_once() -> None:
    backend = ScriptedBackend(["one ", "two ", "three"])
    with pytest.raises(Superseded):
        ask(QUESTION, progress=Recorder(superseded_at=1), backend=backend)
    assert backend.is_closed


def test_a_backend_that_fails_is_replaced_by_quoting() -> None:
    backend = ScriptedBackend(["half an ans"], error=BackendError("out of memory"))
    result = ask(QUESTION, backend=backend)
    assert result.outcome is Outcome.QUOTED
    assert result.provenance is not None
    assert result.provenance.backend == "extractive"


def test_an_answer_that_stands_on_nothing_is_not_given() -> None:
    citation = Citation(n=1, title="t", quote="q")
    invented = "Купите новый маршрутизатор у соседа. Пароль всегда qwerty."
    result = ask(QUESTION, backend=ScriptedBackend([invented], Draft(invented, (citation,))))
    assert result.handoff_reason is HandoffReason.UNGROUNDED
    assert invented not in result.text


def test_when_chroma_does_not_answer_the_lexical_index_still_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, knowledge = help_desk()

    def down(*_: object, **__: object) -> None:
        raise VectorStoreDown

    monkeypatch.setattr(store, "query", down)
    result = ask(QUESTION, knowledge=knowledge)
    assert (result.outcome, result.agent) == (Outcome.QUOTED, "network")
    assert result.provenance is not None
    assert result.provenance.passages[0].dense == 0
