"""A list of questions and answers is Markdown for the index and pairs for the form."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.domain.answers import Pair, read_answers, write_answers
from shared.domain.passages import split_markdown

VPN = Pair(
    "VPN просит код?",
    "Откройте приложение.\n\n1. Нажмите «Код».\n2. Введите шесть цифр.",
    ("vpn asks for a code", "где взять код"),
    agent="network",
    url="https://kb.example/vpn",
)
PRINTER = Pair("Принтер молчит", "# не решётка, а текст\n```\nи не код\n\\# и не это")


def test_what_was_written_is_read_back_and_split_as_visitors_ask() -> None:
    text = write_answers("Частые вопросы", [VPN, PRINTER])
    assert read_answers(text) == ("Частые вопросы", [VPN, PRINTER])
    title, sections = split_markdown(text)
    assert (title, [section.title for section in sections]) == (
        "Частые вопросы", ["VPN просит код?", "Принтер молчит"],
    )  # fmt: skip
    first = sections[0]
    assert (first.phrasings, first.agent, first.url) == (VPN.phrasings, "network", VPN.url)


def test_what_would_break_a_note_is_made_harmless() -> None:
    wild = replace(VPN, question="## Два; вопроса #", phrasings=("a; b", "c --> d", " "))
    found = read_answers(write_answers("", [wild]))
    assert found is not None
    assert found[0] == ""
    assert (found[1][0].question, found[1][0].phrasings) == ("Два; вопроса", ("a, b", "c d"))


@pytest.mark.parametrize(
    "text",
    [
        "", "# T", "Просто текст", "# T\n\nтекст до вопроса\n\n## В\n\nо", "## В\n",
        "## В\n\n### г",        "## В\n\nо\n\n# Второй", "## В\n\nо <!-- чужой --> о",
        "## А\n\nо\n\n## Б\n\n<!-- phrasings: x -->",
    ],
)  # fmt: skip
def test_any_other_document_is_none(text: str) -> None:
    assert read_answers(text) is None


_LINES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=40
)
_WORDS = st.from_regex(r"[А-Яа-яa-z][\wА-я ?!-]{0,30}[а-яa-z?]", fullmatch=True)


@given(
    st.lists(
        st.builds(
            Pair,
            question=_WORDS.map(lambda text: " ".join(text.split())),
            answer=st.lists(
                st.one_of(_WORDS, _LINES, st.sampled_from(["```", "# x", "\\# y", ""])), min_size=1
            )
            .map(lambda lines: "\n".join(lines).replace("<!--", "").strip())
            .map(
                lambda text: "\n".join(line.rstrip() for line in text.split("\n")).strip() or "да"
            ),
            phrasings=st.lists(_WORDS.map(lambda text: " ".join(text.split())), max_size=3).map(
                tuple
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_any_pairs_are_read_back_as_they_were(pairs: list[Pair]) -> None:
    found = read_answers(write_answers("Т", pairs))
    assert found == ("Т", pairs)
