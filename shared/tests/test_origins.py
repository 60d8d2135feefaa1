"""An origin is a scheme, a host and a port; whatever only looks like ours is refused."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from shared.domain.origins import Origin, OriginError, parse_origin

ALLOWED = frozenset({parse_origin("https://example.com"), parse_origin("http://127.0.0.1:8080")})

HOSTILE = [
    # suffixes, prefixes, neighbours
    "https://example.com.evil.test",
    "https://example.comevil.test",
    "https://evilexample.com",
    "https://evil-example.com",
    "https://evil.test/example.com",
    "https://sub.example.com",
    "https://www.example.com",
    "https://example.co",
    "https://example.com.",
    "https://.example.com",
    "https://example..com",
    "https://xample.com",
    "https://example",
    "https://com",
    # userinfo and friends
    "https://example.com@evil.test",
    "https://example.com:443@evil.test",
    "https://evil.test@example.com",
    "https://user:pass@example.com",
    "https://example.com%40evil.test",
    "https://evil.test\\@example.com",
    "https://evil.test\\.example.com",
    "https://evil.test#example.com",
    "https://evil.test?example.com",
    "https://evil.test#@example.com/",
    "https://example.com#",
    "https://example.com?",
    # ports
    "https://example.com:444",
    "https://example.com:80",
    "https://example.com:0",
    "https://example.com:",
    "https://example.com:0443",
    "https://example.com:99999",
    "https://example.com:443:443",
    "https://example.com:-443",
    "https://example.com:4 43",
    "https://example.com:٤٤٣",
    "http://127.0.0.1",
    "http://127.0.0.1:80801",
    # schemes
    "http://example.com",
    "ftp://example.com",
    "ws://example.com",
    "wss://example.com",
    "file://example.com",
    "javascript://example.com",
    "data:text/html,https://example.com",
    "chrome-extension://example.com",
    "https:/example.com",
    "https:example.com",
    "https:///example.com",
    "//example.com",
    "://example.com",
    "example.com",
    # case: a browser always sends lower case
    "HTTPS://example.com",
    "Https://example.com",
    "https://EXAMPLE.com",
    "https://Example.Com",
    # other writings of the same or a similar host
    "https://еxample.com",
    "https://xn--xample-2of.com",
    "https://example。com",  # noqa: RUF100
    "https://example．com",
    "https://example｡com",
    "https://exаmple.com",
    "https://ｅxample.com",
    "https://example.com\u200b",
    "https://exam\u00adple.com",
    "https://%65xample.com",
    "http://2130706433:8080",
    "http://0x7f000001:8080",
    "http://127.1:8080",
    "http://[::1]:8080",
    "http://[::ffff:127.0.0.1]:8080",
    "http://localhost:8080",
    # paths
    "https://example.com/",
    "https://example.com/path",
    "https://example.com//",
    "https://example.com/.evil.test",
    # null, lists, several
    "null",
    "",
    " ",
    "*",
    "https://*",
    "https://*.com",
    "https://example.com, https://evil.test",
    "https://example.com https://evil.test",
    "https://example.com,https://example.com",
    '["https://example.com"]',
    # white space and control characters
    " https://example.com",
    "https://example.com ",
    "\thttps://example.com",
    "https://example.com\t",
    "https://exam\tple.com",
    "https://exam\nple.com",
    "https://example.com\n",
    "https://example.com\r\n",
    "https://example.com\r\nX-Injected: 1",
    "https://example.com\x00",
    "https://example.com\x00.evil.test",
    "https\x00://example.com",
    # size and injection
    "https://" + "a" * 8192 + ".com",
    "https://example.com" + "/" * 8192,
    "https://" + "example.com." * 700,
    "https://example.com' OR '1'='1",
    "https://example.com';DROP TABLE sites;--",
    "https://example.com%0d%0aX-Injected:1",
    "https://${jndi:ldap://evil.test}",
    "https://<script>alert(1)</script>",
    "https://-example.com",
    "https://example-.com",
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
