"""What people type is cleaned of what nobody sees, and of nothing else."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.kernel.text import clean, preview


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  привет \n", "привет"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("tab\there", "tab\there"),
        ("nul\x00 bell\x07 del\x7f c1\x85", "nul bell del c1"),
        ("lone \ud800 surrogate", "lone  surrogate"),
        ("private \ue000\U000f0000 use", "private  use"),
        ("unassigned \u0378", "unassigned"),
        ("и\u0306", "й"),
        ("👩‍👩‍👧 семья", "👩‍👩‍👧 семья"),
        ("\x00\x01\x02", ""),
        ("\u200f", "\u200f"),
        ("", ""),
    ],
)
def test_typed_text_becomes_what_is_kept(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@settings(max_examples=150)
@given(st.text())
def test_clean_text_is_normal_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not any(
        unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"} and character not in "\n\t"
        for character in once
    )
    once.encode()  # no lone surrogate is left to break an encoder


@settings(max_examples=150)
@given(st.text(), st.integers(1, 40))
def test_a_preview_is_one_line_and_never_longer_than_asked(text: str, limit: int) -> None:
    line = preview(text, limit)
    assert len(line) <= limit
    assert line == " ".join(line.split())


def test_a_preview_of_short_text_is_the_text_and_of_long_text_ends_in_an_ellipsis() -> None:
    assert preview("one\n two\tthree") == "one two three"
    assert preview("x" * 120) == "x" * 120
    assert preview("x" * 121) == "x" * 119 + "…"
