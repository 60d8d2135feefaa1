"""Words that are one slip away from known ones."""

import random

import pytest

from gpu_worker.agents.layout import repair_slips
from gpu_worker.retrieval.lexical import LexicalIndex
from gpu_worker.retrieval.slips import Slips
from gpu_worker.tests.support import SITE, help_desk
from shared.domain.words import Step

_LETTERS = "абвгдежзиклмнопрст"


@pytest.fixture(scope="module")
def lexicon() -> LexicalIndex:
    return help_desk()[1].lexicon(SITE)


@pytest.mark.parametrize("word", ["парол", "прол", "паароль", "парорь", "праоль", "царпароль"])
def test_one_slip_is_found_and_two_are_not(word: str) -> None:
    expected = None if word in {"царпароль", "прол"} else "пароль"
    assert Slips(["принтер", "пароль"]).nearest(word) == expected


def test_every_slip_of_a_word_finds_it_whatever_it_is() -> None:
    dice = random.Random()  # noqa: S311 - words, not secrets
    for _ in range(200):
        word = "".join(dice.choices(_LETTERS, k=8))
        at, letter = dice.randrange(1, 7), dice.choice(_LETTERS)
        slips = (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
        assert all(Slips([word]).nearest(slip) == word for slip in slips if slip != word)
        assert Slips([word]).nearest(word) is None


def test_the_first_of_several_known_words_is_taken() -> None:
    assert Slips(["полка", "палка"]).nearest("плка") == "полка"
    assert Slips(["палка", "полка"]).nearest("плка") == "палка"


def test_unknown_words_are_put_right_and_known_ones_and_names_stay(lexicon: LexicalIndex) -> None:
    assert repair_slips("Прнтер мигает", lexicon) == ("принтер мигает", Step.SLIP)
    same = "Принтер холодильник VPN абвгдейка"
    assert repair_slips(same, lexicon) == (same, None)
