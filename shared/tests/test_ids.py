"""Identifiers are UUIDv7, and sort in the order they were minted."""

import time
from threading import Thread
from unittest.mock import patch
from uuid import RFC_4122, UUID

from shared.kernel.ids import uuid7


def test_an_id_carries_version_seven_and_the_rfc_variant() -> None:
    minted = [uuid7() for _ in range(200)]
    assert {one.version for one in minted} == {7}
    assert {one.variant for one in minted} == {RFC_4122}


def test_an_id_tells_the_millisecond_of_its_minting() -> None:
    before = time.time_ns() // 1_000_000
    stamp = uuid7().int >> 80
    # The counter may run a few milliseconds ahead when many ids are minted at once.
    assert before <= stamp <= time.time_ns() // 1_000_000 + 50


def test_ids_minted_one_after_the_other_sort_in_that_order() -> None:
    minted = [uuid7() for _ in range(20_000)]
    assert minted == sorted(minted)
    assert [str(one) for one in minted] == sorted(str(one) for one in minted)


def test_ids_of_many_threads_are_all_different_and_each_thread_sees_its_own_in_order() -> None:
    found: list[list[UUID]] = [[] for _ in range(8)]

    def mint(into: list[UUID]) -> None:
        into.extend(uuid7() for _ in range(2_000))

    threads = [Thread(target=mint, args=(into,)) for into in found]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one for into in found for one in into}) == 16_000
    assert all(into == sorted(into) for into in found)


def test_a_clock_that_goes_back_does_not_turn_the_order_round() -> None:
    first = uuid7()
    with patch("shared.kernel.ids.time.time_ns", return_value=1_000_000_000):
        later = [uuid7() for _ in range(5_000)]
    assert first < later[0]
    assert later == sorted(later)
    assert {one.version for one in later} == {7}
