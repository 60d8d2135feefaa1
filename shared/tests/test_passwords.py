"""Passwords are hashed by bcrypt over a pre-hash, and a missing operator costs the same time."""

import asyncio
import time

import pytest

from shared.auth.passwords import (
    COST,
    NOBODY,
    PasswordChecker,
    check_password,
    hash_password,
)

CHEAP = 4


@pytest.mark.parametrize(
    "password",
    ["secret", "пароль", "x" * 1024, "a\x00b", " ", "👩‍👩‍👧", "x" * 72 + "y"],
)
def test_the_right_password_passes_and_a_longer_or_cut_one_does_not(password: str) -> None:
    stored = hash_password(password, CHEAP)
    assert check_password(password, stored)
    assert not check_password(password + "x", stored)
    assert not check_password(password[:-1], stored)


def test_what_follows_a_nul_or_the_72nd_byte_still_counts() -> None:
    assert not check_password("a\x00c", hash_password("a\x00b", CHEAP))
    assert not check_password("x" * 72 + "z", hash_password("x" * 72 + "y", CHEAP))


def test_two_hashes_of_one_password_differ() -> None:
    assert hash_password("secret", CHEAP) != hash_password("secret", CHEAP)


@pytest.mark.parametrize(
    "stored", ["", "plain", "$2b$", "$2b$12$short", "$1$md5$hash", "x" * 60, "пароль"]
)
def test_a_stored_hash_that_is_none_matches_nothing(stored: str) -> None:
    assert not check_password("plain", stored)


def test_the_cost_is_at_least_twelve_and_written_into_the_hash() -> None:
    assert COST >= 12
    assert hash_password("x", 5).startswith("$2b$05$")


def test_nobody_s_hash_costs_what_everybody_s_does() -> None:
    assert NOBODY[:7] == hash_password("x")[:7] == f"$2b${COST}$"


async def test_nobody_s_password_is_never_right_and_takes_as_long_as_a_wrong_one() -> None:
    checker = PasswordChecker()
    stored = hash_password("right")
    try:
        began = time.thread_time(), time.perf_counter()
        assert not await checker.check("wrong", stored)
        of_somebody = time.perf_counter() - began[1]
        began = time.thread_time(), time.perf_counter()
        assert not await checker.check("nobody has this password", None)
        of_nobody = time.perf_counter() - began[1]
        assert await checker.check("right", stored)
    finally:
        checker.close()
    # Both are hashes of the same cost; on a busy machine one may wait for a core.
    assert of_nobody > of_somebody / 5


async def test_the_event_loop_goes_on_while_passwords_are_checked() -> None:
    checker = PasswordChecker(threads=1)
    stored = hash_password("right", 10)
    turns = 0
    try:
        checks = [asyncio.create_task(checker.check("right", stored)) for _ in range(3)]
        while not all(check.done() for check in checks):
            turns += 1
            await asyncio.sleep(0)
        assert all(check.result() for check in checks)
    finally:
        checker.close()
    assert turns > 20


@pytest.mark.parametrize("stored", [None, ""])
def test_no_password_lets_nobody_in_who_has_no_hash(
    stored: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also not by the one that is checked in their place; "" is whoever was made with a link."""
    monkeypatch.setattr("shared.auth.passwords.NOBODY", hash_password("secret", CHEAP))
    checker = PasswordChecker(threads=1)
    assert not asyncio.run(checker.check("secret", stored))
    checker.close()
