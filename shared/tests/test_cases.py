"""What a case expects is judged by rules; each says what it did not find."""

import pytest

from shared.domain.cases import (
    CaseAction,
    CaseFault,
    Expected,
    Fault,
    Made,
    action_of,
    is_comparable,
    judge,
)
from shared.domain.words import Outcome
from shared.kernel.ids import uuid7

VPN = uuid7()
MADE = Made(
    outcome=Outcome.QUOTED,
    agents=("network",),
    cited={VPN: "vpn.md"},
    text="Откройте на роутере «порты»\u00a0UDP 500 [1], ещё — 4500. **Перезагрузите** его [2].",
)


def test_what_is_as_expected_has_no_faults() -> None:
    expected = Expected("network", CaseAction.ANSWER, VPN, ("порты UDP 500",))
    assert judge(expected, MADE) == ()


def test_each_thing_that_is_not_so_is_told_with_what_was_made_instead() -> None:
    other = uuid7()
    expected = Expected("access", CaseAction.HAND_OFF, other, ("пароль", "порты"))
    assert judge(expected, MADE) == (
        Fault(CaseFault.AGENT, "access", "network"),
        Fault(CaseFault.ACTION, "hand_off", "answer"),
        Fault(CaseFault.CITATION, str(other), "vpn.md"),
        Fault(CaseFault.TEXT, "пароль"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "ПОРТЫ udp",
        "500, еще 4500",  # the mark of a source between them, «ё» for «е», a dash
        "порт* UDP",
        "перезагруз* его",
        "«роутере», порты",
    ],
)
def test_words_are_compared_without_what_typing_adds(text: str) -> None:
    assert judge(Expected(contains=(text,)), MADE) == ()


@pytest.mark.parametrize("text", ["порт", "500 4500", "UDP порты", "роутера", "50", "4500 его"])
def test_other_words_another_order_and_parts_of_words_are_not_found(text: str) -> None:
    assert judge(Expected(contains=(text,)), MADE) == (Fault(CaseFault.TEXT, text),)


def test_a_star_in_an_answer_is_no_ending_of_ours() -> None:
    made = Made(Outcome.ANSWERED, text="порт**")
    assert judge(Expected(contains=("порты",)), made) == (Fault(CaseFault.TEXT, "порты"),)
    assert judge(Expected(contains=("порт",)), made) == ()


def test_either_of_two_agents_will_do() -> None:
    made = Made(Outcome.QUOTED, agents=("network", "access"))
    assert judge(Expected(agent="access"), made) == ()


def test_a_written_and_a_quoted_answer_are_the_same_action() -> None:
    assert action_of(Outcome.ANSWERED) is action_of(Outcome.QUOTED) is CaseAction.ANSWER
    told = {action_of(outcome) for outcome in Outcome} - {None}
    assert told == set(CaseAction), "an action that nothing can come to"


@pytest.mark.parametrize(("text", "is_one"), [("…!", False), ("*", False), ("500", True)])
def test_what_has_no_word_cannot_be_looked_for(text: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_comparable(text) is is_one
