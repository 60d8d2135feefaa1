"""Messages that are no questions, recognised by examples where no rule is."""

from collections import Counter

import pytest

from gpu_worker.agents.calibration import load_calibration
from gpu_worker.agents.messages import classify, examples
from gpu_worker.agents.rules import Service, recognise
from gpu_worker.retrieval.lexical import LexicalIndex
from gpu_worker.tests.support import SITE, help_desk


@pytest.fixture(scope="module")
def lexicon() -> LexicalIndex:
    return help_desk()[1].lexicon(SITE)


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("Здравствуйте, это Мария из отдела кадров", Service.GREETING),
        ("вы волшебники, всё снова открывается, спасибо!", Service.GREETING),
        ("переключите меня уже на живого сотрудника поддержки", Service.HUMAN),
        ("бестолковая ваша железка, одни дармоеды кругом", Service.ABUSE),
        ("принтер мигает красным и не печатает", None),
        ("спасибо, но теперь не открывается почта", None),
        ("как добавить оператора в 1С", None),
        ("идиотский принтер опять жуёт бумагу, что делать", None),
    ],
)
def test_a_message_is_told_from_a_question_by_its_likes(text: str, service: Service | None) -> None:
    assert classify(text, load_calibration().service) is service


def test_every_kind_has_examples_and_no_example_stands_twice() -> None:
    found = examples()
    kinds = Counter(kind for kind, _ in found)
    assert set(kinds) == {"question", "greeting", "human", "abuse"}
    assert min(kinds.values()) >= 70
    assert len({message.lower() for _, message in found}) == len(found)


@pytest.mark.parametrize(
    ("text", "service"),
    [
        ("👍🙏", Service.THANKS),
        ("🖕", Service.ABUSE),
        ("…", Service.EMPTY),
        ("добый вечер", Service.GREETING),
        ("сеодините с операторм", Service.HUMAN),
        ("принтер ожил, спасибо, всё работает", Service.THANKS),
        ("спасибо, принтер работает, но как менять картридж", None),
        ("Третий раз пишу про принтер! Позовите уже нормального админа!", Service.HUMAN),
    ],
)
def test_signs_slips_and_plain_calls_are_understood(
    text: str, service: Service | None, lexicon: LexicalIndex
) -> None:
    assert recognise(text, lexicon) is service
