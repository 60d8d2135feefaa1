"""What visitors type is put right, made whole, and told apart from what is no question."""

import pytest

from gpu_worker.agents.layout import repair_letters
from gpu_worker.agents.parts import split_parts
from gpu_worker.agents.rules import Service, recognise
from gpu_worker.agents.scripts import unmix
from gpu_worker.agents.translit import to_cyrillic
from gpu_worker.agents.understanding import HistoryMessage, repair, understand
from gpu_worker.retrieval.lexical import LexicalIndex
from gpu_worker.tests.support import SITE, help_desk
from shared.domain.words import Sender, Step


@pytest.fixture(scope="module")
def lexicon() -> LexicalIndex:
    return help_desk()[1].lexicon(SITE)


@pytest.mark.parametrize(
    ("typed", "meant", "repair"),
    [
        ("ghbynth yt gtxfnftn", "принтер не печатает", Step.LAYOUT),
        ("pf,sk gfhjkm", "забыл пароль", Step.LAYOUT),
        ("vpn yt gjlrk.xftncz", "vpn не подключается", Step.LAYOUT),
        ("не работает мзт", "не работает vpn", Step.LAYOUT),
        ("printer ne pechataet", "принтер не печатает", Step.TRANSLITERATION),
    ],
)
def test_mistyped_letters_are_put_right(
    typed: str, meant: str, repair: Step, lexicon: LexicalIndex
) -> None:
    assert repair_letters(typed, lexicon) == (meant, repair)


@pytest.mark.parametrize(
    "typed",
    ["how do i connect to vpn from home", "Принтер HP не печатает", "vpn", "0x80070005", "ok", ""],
)
def test_what_is_right_stays_as_it_is(typed: str, lexicon: LexicalIndex) -> None:
    assert repair_letters(typed, lexicon) == (typed, None)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("не pаботает пpинтер", "не работает принтер"),
        ("забыл пapoль", "забыл пароль"),
        ("подключиться к vpnу из дома", "подключиться к vpn из дома"),
        ("настроить VPN'ом", "настроить VPN"),
        ("не открывается vрn", "не открывается vpn"),
        ("прintер", "принтер"),
    ],
)
def test_words_of_two_alphabets_become_words_of_one(
    typed: str, meant: str, lexicon: LexicalIndex
) -> None:
    assert unmix(typed, lexicon) == meant


@pytest.mark.parametrize("typed", ["не работает vpn", "wi-fi на 5 этаже", "ООО «Ромашка»", "хzф"])
def test_words_of_one_alphabet_or_of_no_sense_stay(typed: str, lexicon: LexicalIndex) -> None:
    assert unmix(typed, lexicon) == typed


def test_each_repair_of_each_message_is_told_in_order(lexicon: LexicalIndex) -> None:
    texts, steps = repair(["ghbynth", "не pаботает"], lexicon)
    assert texts == ("принтер", "не работает")
    assert [(one.step, one.text) for one in steps] == [
        (Step.LAYOUT, "принтер"),
        (Step.MIXED_SCRIPT, "не работает"),
    ]


def test_russian_in_latin_letters_is_sounded_out() -> None:
    assert to_cyrillic("zdravstvuyte, podklyuchite vneshniy disk") == (
        "здравствуйте, подключите внешний диск"
    )


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Добрый день, коллеги!", Service.GREETING),
        ("ок понял спасибо", Service.THANKS),
        ("соедините с оператором", Service.HUMAN),
        ("оператор", Service.HUMAN),
        ("хочу поговорить с живым человеком, принтер достал", Service.HUMAN),
        ("вы идиоты", Service.ABUSE),
        ("!!!", Service.EMPTY),
        ("привет, принтер не печатает", None),
        ("спасибо, но не помогло", None),
        ("идиоты, где мой пароль", None),
        ("кто меняет картридж", None),
        ("405", None),
    ],
)
def test_rules_hold_for_whole_messages_only(
    text: str, service: Service | None, lexicon: LexicalIndex
) -> None:
    assert recognise(text, lexicon) is service


def test_a_follow_up_takes_the_last_question_along(lexicon: LexicalIndex) -> None:
    history = (
        HistoryMessage(Sender.VISITOR, "забыл пароль"),
        HistoryMessage(Sender.AGENT, "Откройте портал.", "access"),
        HistoryMessage(Sender.VISITOR, "спасибо"),
    )
    question = understand(("а если телефона нет?",), (), history, lexicon)
    assert question.search == "а если телефона нет?"
    assert question.in_context == "забыл пароль\nа если телефона нет?"
    assert question.in_full == "забыл пароль\nОткройте портал.\nа если телефона нет?"
    assert question.points_back
    whole = "принтер не печатает, документ висит в очереди печати"
    assert not understand((whole,), (), history, lexicon).points_back
    assert understand((whole,), (), history[:0], lexicon).in_full == ""


def test_only_parts_that_name_a_subject_count(lexicon: LexicalIndex) -> None:
    text = "Добрый день! Принтер не печатает документ, и ещё VPN не подключается"
    assert split_parts(text, lexicon) == [
        "Принтер не печатает документ",
        "VPN не подключается",
    ]
    assert split_parts("принтер не печатает. помогите", lexicon) == []
