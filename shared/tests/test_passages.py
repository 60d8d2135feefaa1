"""Markdown documents become passages that answer by themselves."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.passages import SECTION_LIMIT, Section, opening, passage_title, split_markdown

DOCUMENT = """# Wi-Fi

Intro under the title.

## No internet
<!-- phrasings: sites do not load; no   internet ; -->
A lead line.

1. Do this.
2. Do that.

## Guests
### Codes
A code works on two devices.

#### Deep
Deeper text.

## Empty
"""


def test_each_section_becomes_a_passage_with_its_headings() -> None:
    title, sections = split_markdown(DOCUMENT)
    assert title == "Wi-Fi"
    assert [section.title for section in sections] == ["", "No internet", "Guests › Codes"]
    assert sections[1].text == "A lead line.\n\n1. Do this.\n2. Do that."


def test_phrasings_are_read_and_never_stay_in_the_text() -> None:
    section = split_markdown(DOCUMENT)[1][1]
    assert section.phrasings == ("sites do not load", "no internet")
    assert "phrasings" not in section.text


def test_deeper_headings_stay_in_the_text_as_plain_lines() -> None:
    assert split_markdown(DOCUMENT)[1][2].text.endswith("\n\nDeep\nDeeper text.")


def test_a_hash_inside_a_code_fence_is_no_heading() -> None:
    _, sections = split_markdown("# T\n## S\n```\n# comment\n```\nend")
    assert sections == [Section("S", "```\n# comment\n```\nend")]


def test_a_document_without_headings_is_one_section() -> None:
    assert split_markdown("just text") == ("", [Section("", "just text")])


def test_a_section_over_the_limit_is_split_between_list_items() -> None:
    items = [f"{n}. " + "word " * 60 for n in range(1, 31)]
    _, sections = split_markdown("# T\n## S\n<!-- phrasings: q -->\n" + "\n".join(items))
    assert len(sections) > 1
    assert all(len(section.text) <= SECTION_LIMIT for section in sections)
    assert all(section.text.startswith(tuple("123456789")) for section in sections)
    assert all(section.phrasings == ("q",) for section in sections)


def test_a_title_is_joined_from_what_there_is() -> None:
    assert passage_title("Wi-Fi", "Guests › Codes") == "Wi-Fi › Guests › Codes"
    assert passage_title("", "Guests") == "Guests"


def test_a_text_without_a_heading_is_called_by_its_first_words() -> None:
    assert opening("\n  Возврат товара. Оформляется в кабинете.") == "Возврат товара"
    long = "Для восстановления забытого пароля учётной записи сотруднику следует открыть страницу"
    assert opening(long) == "Для восстановления забытого пароля учётной записи сотруднику следует…"
    assert opening(" \n") == ""


@given(st.text(alphabet=st.sampled_from("ab .\n-1"), max_size=6_000))
def test_no_word_is_lost_and_no_section_is_too_long(text: str) -> None:
    _, sections = split_markdown(text)
    assert all(len(section.text) <= SECTION_LIMIT for section in sections)
    kept = "".join(section.text for section in sections)
    assert re.sub(r"\s", "", kept) == re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    "text",
    ["<!--" * 300_000, "<!-- phrasings:" * 100_000, "<!-- url:" + " " * 500_000 + "-->",
     "# a" + " " * 500_000 + "b", "# a" + "#" * 500_000 + "b", "x|y\n" + "-" * 500_000 + "x\nz",
     "|" + " " * 500_000 + "\n" + " " * 500_000 + "x\nx", "\n" * 500_000, "- " * 300_000],
    ids=lambda text: ascii(text[:12]),
)  # fmt: skip
def test_no_text_takes_for_ever(text: str) -> None:
    """Given patterns that look again from every place, a hostile page would hold a worker."""
    began = time.monotonic()
    split_markdown(text)
    assert time.monotonic() - began < 5
