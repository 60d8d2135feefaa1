"""Tickets, codes and sealed secrets of a sign-in in two steps; which passwords are refused."""

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from shared.auth.password_rules import password_trouble
from shared.auth.sealing import SealBroken, Sealer
from shared.auth.tokens import Ticket, Tokens, is_of
from shared.auth.totp import (
    PERIOD,
    matching_step,
    new_recovery_codes,
    new_secret,
    provisioning_uri,
    qr_path,
    recovery_hash,
)
from shared.domain.devices import browser_of, system_of
from shared.kernel.errors import ErrorCode, NotAuthenticated
from shared.kernel.ids import uuid7

NOW = datetime.now(UTC)
TOKENS = Tokens("k" * 20 + "unit-test-only" * 2, timedelta(days=30), timedelta(minutes=15))
# RFC 6238, appendix B: the secret «12345678901234567890», SHA-1, the last six of eight digits.
RFC_SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
RFC = [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")]


@pytest.mark.parametrize(("seconds", "code"), RFC)
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    assert matching_step(RFC_SECRET, code, moment) == seconds // PERIOD


def test_a_code_is_good_half_a_minute_early_and_late_and_no_longer() -> None:
    secret, step = RFC_SECRET, 37_037_036
    moment = datetime.fromtimestamp(step * PERIOD + 29, UTC)
    for drift, found in ((-2, None), (-1, step - 1), (0, step), (1, step + 1), (2, None)):
        code = pyotp.TOTP(secret).generate_otp(step + drift)
        assert matching_step(secret, code, moment) == found
    assert matching_step(secret, "", NOW) is None
    assert matching_step(secret, "12345", NOW) is None


def test_recovery_codes_are_read_however_they_are_typed_and_hold_80_bits() -> None:
    codes = new_recovery_codes()
    assert len(set(codes)) == 10
    assert all(
        re.fullmatch(r"(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}", code) for code in codes
    )
    typed = codes[0].upper().replace("-", " ")
    assert recovery_hash(typed) == recovery_hash(codes[0]) != recovery_hash(codes[1])


def test_a_qr_code_covers_each_dark_module_once() -> None:
    size, path = qr_path(provisioning_uri(new_secret(), "anna@shop.example"))
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    dark = [(int(x) + n, int(y)) for x, y, width, _ in runs for n in range(int(width))]
    assert len(dark) == len(set(dark))
    assert all(x < size and y < size for x, y in dark)
    assert {(0, 0), (6, 0), (0, 6), (size - 1, 0)} <= set(dark)  # corners of its finder patterns
    assert "".join(f"M{x} {y}h{w}v1h-{b}z" for x, y, w, b in runs) == path


def test_a_sealed_secret_opens_for_whom_it_is_about_with_the_same_key() -> None:
    sealer = Sealer("a" * 40, "two-factor")
    sealed = sealer.seal("anna", "SECRET")
    assert sealer.open("anna", sealed) == "SECRET"
    assert b"SECRET" not in sealed
    assert sealer.seal("anna", "SECRET") != sealed
    for other, about, what in (
        (sealer, "boris", sealed),
        (Sealer("b" * 40, "two-factor"), "anna", sealed),
        (Sealer("a" * 40, "something else"), "anna", sealed),
        (sealer, "anna", sealed[:-4] + b"AAA="),
        (sealer, "anna", b""),
    ):
        with pytest.raises(SealBroken):
            other.open(about, what)


def test_a_ticket_is_good_for_its_step_alone_and_dies_with_the_password() -> None:
    operator_id = uuid7()
    ticket = TOKENS.for_ticket(Ticket.CODE, operator_id, "hash", NOW)
    found, mark = TOKENS.ticket(Ticket.CODE, ticket)
    assert found == operator_id
    assert is_of(mark, "hash")
    assert not is_of(mark, "another")
    assert "hash" not in mark
    for verify in (TOKENS.operator, TOKENS.visitor, lambda one: TOKENS.ticket(Ticket.SETUP, one)):
        with pytest.raises(NotAuthenticated):
            verify(ticket)
    old = TOKENS.for_ticket(Ticket.CODE, operator_id, "hash", NOW - timedelta(minutes=11))
    with pytest.raises(NotAuthenticated) as refusal:
        TOKENS.ticket(Ticket.CODE, old)
    assert refusal.value.code == ErrorCode.TOKEN_EXPIRED


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery staple",
        "Тихий кот ест суп",
        "kolibri на крыше 7",
        "x9!kQ2#vR7$m",
        "длинныйзонтик",
    ],
)
def test_a_password_of_some_length_that_nobody_guesses_is_taken(password: str) -> None:
    assert password_trouble(password, "anna@shop.example", "Анна") is None


@pytest.mark.parametrize(
    ("password", "trouble"),
    [
        ("", ErrorCode.PASSWORD_LENGTH),
        ("x9!kQ2#vR7$", ErrorCode.PASSWORD_LENGTH),
        ("я" * 129, ErrorCode.PASSWORD_LENGTH),
        ("aaaaaaaaaaaa", ErrorCode.PASSWORD_COMMON),
        ("123456789012", ErrorCode.PASSWORD_COMMON),
        ("qwertyuiop12", ErrorCode.PASSWORD_COMMON),
        ("йцукенгшщзхъ", ErrorCode.PASSWORD_COMMON),
        ("gfhjkmgfhjkm", ErrorCode.PASSWORD_COMMON),
        ("парольпароль", ErrorCode.PASSWORD_COMMON),
        ("Password2024!", ErrorCode.PASSWORD_COMMON),
        ("administrator", ErrorCode.PASSWORD_COMMON),
        ("annakuznetsova", ErrorCode.PASSWORD_PERSONAL),
        ("8 ANNAKUZNETSOVA 8", ErrorCode.PASSWORD_PERSONAL),
    ],
)
def test_a_password_that_is_easily_guessed_is_refused(password: str, trouble: ErrorCode) -> None:
    assert password_trouble(password, "annakuznetsova@shop.example", "Анна") == trouble


def test_a_short_part_before_the_at_sign_refuses_nobody() -> None:
    assert password_trouble("Тихий кот al ест суп", "al@shop.example") is None


def test_a_long_password_costs_no_long_thought() -> None:
    began = datetime.now(UTC)
    password_trouble("aB3$" * 32, "anna@shop.example")
    assert datetime.now(UTC) - began < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("user_agent", "browser", "system"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/140.0.0.0 YaBrowser/25.8.0.0 Safari/537.36",
            "Yandex 25",
            "Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 "
            "(KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Safari 18",
            "iOS",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Chrome/141.0.0.0 Mobile Safari/537.36",
            "Chrome 141",
            "Android",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox 140",
            "macOS",
        ),
        ("curl/8.0", "", ""),
        ("", "", ""),
    ],
)
def test_a_device_is_told_as_people_would(user_agent: str, browser: str, system: str) -> None:
    assert (browser_of(user_agent), system_of(user_agent)) == (browser, system)
