"""An origin is a scheme, a host and a port; whatever only looks like ours is refused."""

import json
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.origins import Origin, OriginError, parse_origin

# The gateway's Lua parser is held to the same table (ops/kong).
_TABLE = json.loads((Path(__file__).parent / "origins.json").read_text(encoding="utf-8"))
ALLOWED = frozenset(map(parse_origin, _TABLE["allowed"]))
HOSTILE = [
    one if isinstance(one, str) else one["before"] + one["repeat"] * one["times"] + one["after"]
    for kind in _TABLE["hostile"].values()
    for one in kind
]


def allows(text: str) -> bool:
    """Ask as the directory does."""
    try:
        return parse_origin(text) in ALLOWED
    except OriginError:
        return False


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:40]))
def test_a_hostile_origin_is_refused(text: str) -> None:
    assert not allows(text)


def test_there_are_enough_hostile_origins_and_no_two_are_equal() -> None:
    assert len(set(HOSTILE)) == len(HOSTILE) >= 60


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("https://example.com", Origin("https", "example.com", 443)),
        ("https://example.com:443", Origin("https", "example.com", 443)),
        ("http://example.com:80", Origin("http", "example.com", 80)),
        ("http://127.0.0.1:8080", Origin("http", "127.0.0.1", 8080)),
        ("http://[::1]:8080", Origin("http", "[::1]", 8080)),
        ("https://xn--e1afmkfd.xn--p1ai", Origin("https", "xn--e1afmkfd.xn--p1ai", 443)),
        ("https://a_b.example.com:65535", Origin("https", "a_b.example.com", 65535)),
    ],
)
def test_a_browser_s_origin_is_understood(text: str, origin: Origin) -> None:
    assert parse_origin(text) == origin


@pytest.mark.parametrize(("text", "serialised"), _TABLE["good"].items())
def test_an_origin_is_serialised_as_a_browser_does(text: str, serialised: str) -> None:
    assert str(parse_origin(text)) == serialised


def test_an_origin_with_its_default_port_equals_the_one_without() -> None:
    assert parse_origin("https://example.com:443") == parse_origin("https://example.com")
    assert str(parse_origin("https://example.com:443")) == "https://example.com"


@settings(max_examples=300)
@given(st.text(max_size=60))
def test_any_text_is_an_origin_or_an_origin_error_and_what_passes_reads_back_equal(
    text: str,
) -> None:
    try:
        origin = parse_origin(text)
    except OriginError:
        return
    assert parse_origin(str(origin)) == origin


_ANY = st.text(string.printable + "а。\u200b", max_size=12)


@settings(max_examples=400)
@given(_ANY, _ANY, _ANY)
def test_nothing_put_around_or_into_our_origin_passes_for_it(
    before: str, inside: str, after: str
) -> None:
    text = f"{before}https://exa{inside}mple.com{after}"
    if text in ("https://example.com", "https://example.com:443"):
        return
    assert not allows(text)
