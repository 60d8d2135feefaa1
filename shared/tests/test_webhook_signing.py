"""Signatures are those of the Standard Webhooks specification; attempts end after a day."""

from datetime import timedelta

import pytest

from shared.domain.webhooks import (
    RETRIES,
    address_trouble,
    is_within,
    new_secret,
    rest_after,
    retry_after,
    signature,
)


def test_a_signature_is_the_one_of_the_specification_s_own_example() -> None:
    # standard-webhooks/libraries, the vector that every implementation there is tested with.
    made = signature(
        ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        b'{"test": 2432232314}',
    )
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_while_two_secrets_hold_both_sign() -> None:
    first, second = new_secret(), new_secret()
    both = signature([first, second], "id", 1, b"{}").split(" ")
    assert both == [signature([first], "id", 1, b"{}"), signature([second], "id", 1, b"{}")]


def test_a_secret_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="secret"):
        signature(["whsec_%%%"], "id", 1, b"{}")


def test_attempts_come_at_growing_distances_and_end_within_two_days() -> None:
    waits = [retry_after(attempts) for attempts in range(1, len(RETRIES) + 2)]
    assert waits[-1] is None
    known = [wait for wait in waits if wait is not None]
    assert len(known) == len(RETRIES)
    assert sum(known, timedelta()) < timedelta(days=2)
    for wait, planned in zip(known, RETRIES, strict=True):
        assert planned * 0.8 <= wait <= planned * 1.2


def test_a_webhook_that_fails_is_left_alone_longer_each_time_but_never_long() -> None:
    rests = [rest_after(failures) for failures in range(1, 20)]
    assert rests == sorted(rests)
    assert rests[-1] == timedelta(seconds=60)


@pytest.mark.parametrize(
    ("url", "trouble"),
    [
        ("https://crm.example.com/hook?x=1", None),
        ("http://crm.example.com/hook", "scheme"),
        ("ftp://crm.example.com", "scheme"),
        ("https://", "unreadable"),
        ("https://user:pass@crm.example.com/", "unreadable"),
        ("https://crm.example.com/#part", "unreadable"),
        ("https://crm.example.com:99999/", "unreadable"),
        ("https://[::1", "unreadable"),
        ("https://crm.example.com/a b", "unreadable"),
        ("https://169.254.169.254/latest", "private"),
        ("https://10.1.2.3/", "private"),
        ("https://[::1]/", "private"),
        ("https://8.8.8.8/", None),
    ],
)
def test_an_address_is_judged_as_it_is_written(url: str, trouble: str | None) -> None:
    assert address_trouble(url, is_http_allowed=False) == trouble


def test_plain_http_is_for_development() -> None:
    own = ["127.0.0.0/8"]
    assert address_trouble("http://127.0.0.1:9/x", is_http_allowed=True, networks=own) is None
    assert address_trouble("http://crm.local/x", is_http_allowed=True) is None


def test_a_network_that_was_named_is_known_by_its_addresses() -> None:
    assert is_within("10.20.3.4", ["10.20.0.0/16"])
    assert is_within("::ffff:10.20.3.4", ["10.20.0.0/16"])
    assert not is_within("10.21.3.4", ["10.20.0.0/16"])
    assert not is_within("fd00::1", ["10.20.0.0/16"])
    assert not is_within("no address", ["10.20.0.0/16"])
