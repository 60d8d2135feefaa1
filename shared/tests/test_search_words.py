"""A search taken apart, and a message cut around what was looked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.search import Stem, Term, excerpt, parse_query, plain


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Принтер", (Term(("принтер",), is_prefix=True),)),
        ("ещё не", (Term(("еще",), is_prefix=True), Term(("не",)))),
        ("«не работает» vpn", (Term(("не", "работает")), Term(("vpn",), is_prefix=True))),
        ("ivanov@corp.ru", (Term(("ivanov", "corp", "ru")),)),
        ("INC-00123", (Term(("inc", "00123"), is_prefix=True),)),
        ("+7 (912) 345-67-89", (Term(("9123456789",), is_phone=True),)),
        ("8 912 345 67 89", (Term(("9123456789",), is_phone=True),)),
        ("345-67-89", (Term(("3456789",), is_phone=True),)),
        ("12345", (Term(("12345",), is_prefix=True),)),
        ("?!.. —", ()),
        ("'); drop", (Term(("drop",), is_prefix=True),)),
    ],
)
def test_a_search_is_words_phrases_and_telephones(text: str, terms: tuple[Term, ...]) -> None:
    assert parse_query(text) == terms


def test_a_search_of_many_words_is_bounded() -> None:
    assert len(parse_query("слово " * 100)) == 12


def marked(text: str, *stems: Stem) -> str:
    return "".join(f"[{part.text}]" if part.hit else part.text for part in excerpt(text, stems))


def test_what_was_looked_for_is_marked_in_its_forms_and_as_the_beginning_of_words() -> None:
    assert marked("Пароль и пароли, паролём", Stem("парол", is_prefix=False)) == (
        "[Пароль] и [пароли], [паролём]"
    )
    assert marked("Ещё раз: перезагрузка", Stem("перез", is_prefix=True)) == (
        "Ещё раз: [перезагрузка]"
    )
    assert marked("studies of a study", Stem("studi", is_prefix=False)) == "[studies] of a [study]"
    assert marked("машина мая", Stem("ма", is_prefix=False)) == "машина [мая]"


def test_a_telephone_is_marked_whole_however_it_is_written() -> None:
    number = Stem("9123456789", is_prefix=False)
    assert marked("Звоните +7 (912) 345-67-89!", number) == "Звоните [+7 (912) 345-67-89]!"


def test_a_long_message_is_cut_around_its_hits() -> None:
    text = "вода " * 80 + "принтер не печатает " + "вода " * 80
    cut = marked(text, Stem("печата", is_prefix=False))
    assert "[печатает]" in cut
    assert cut.startswith("…")
    assert cut.endswith("…")
    assert len(cut) < 200


@given(text=st.text(max_size=400), stems=st.lists(st.text(min_size=1, max_size=6), max_size=3))
def test_an_excerpt_is_a_piece_of_its_message(text: str, stems: list[str]) -> None:
    parts = excerpt(text, [Stem(plain(stem), is_prefix=True) for stem in stems])
    told = "".join(part.text for part in parts if part.text != "…")
    assert told in " ".join(text.split())
