"""Variables of canned replies: known ones pass, misspelt ones are named, other braces are text."""

import pytest

from shared.domain.replies import Variable, unknown_variables


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Здравствуйте, {visitor.name}! Это {operator.name}, {site.name}.", ()),
        ("{ agent.name }", ()),
        ("{visitor.nmae} и {имя} и {visitor.nmae}", ("visitor.nmae", "имя")),
        ("{visitor name}", ("visitor name",)),
        ('{"a": 1} {} {{', ()),
    ],
)
def test_names_in_braces_must_be_variables(text: str, unknown: tuple[str, ...]) -> None:
    assert unknown_variables(text) == unknown


def test_every_variable_is_known_to_itself() -> None:
    assert unknown_variables(" ".join(f"{{{name}}}" for name in Variable)) == ()
