"""The directory of sites in a process that is frozen between invocations, PostgreSQL being away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from psycopg_pool import PoolTimeout

from handlers.services import directory as module
from handlers.services.directory import SiteDirectory
from shared.kernel.errors import Unavailable


class Clocks:
    """Both clocks of a process; one of them stands still while it is frozen."""

    def __init__(self) -> None:
        self.wall, self.ticks = 1_700_000_000.0, 5_000.0

    def time(self) -> float:
        """Return the wall's."""
        return self.wall

    def monotonic(self) -> float:
        """Return the process's."""
        return self.ticks

    def go(self, awake: float = 0.0, frozen: float = 0.0) -> None:
        """Let time pass."""
        self.wall += awake + frozen
        self.ticks += awake


class Database:
    """A pool that counts who waited for it in vain."""

    def __init__(self) -> None:
        self.is_away = False
        self.asked = 0

    @asynccontextmanager
    async def connection(self) -> AsyncIterator[None]:
        """Lend nothing, or fail."""
        self.asked += 1
        if self.is_away:
            raise PoolTimeout
        yield


Made = tuple[SiteDirectory, Database, Clocks]


@pytest.fixture
async def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """A directory that has read a site and the origins; then PostgreSQL went away."""
    clocks, database = Clocks(), Database()

    async def found(*_: Any) -> Any:  # noqa: ANN401
        return SimpleNamespace(id=uuid4(), is_open_by=lambda *_: True)

    monkeypatch.setattr(module, "time", clocks)
    monkeypatch.setattr(module, "site_by_key", found)
    monkeypatch.setattr(module, "all_origins", found)
    directory = SiteDirectory(database, frozenset())  # type: ignore[arg-type]  # enough of a pool
    await directory.catch_up()
    await directory.by_key("shop")
    database.is_away = True
    return directory, database, clocks


@pytest.mark.parametrize("how", ["awake", "frozen"])
async def test_a_known_site_is_served_for_five_minutes_however_many_invocations_there_are(
    made: Made, how: str
) -> None:
    directory, _, clocks = made
    for _ in range(58):
        clocks.go(**{how: 5.0})
        await directory.catch_up()
    await directory.by_key("shop")
    clocks.go(**{how: 11.0})
    await directory.catch_up()
    with pytest.raises(Unavailable):
        await directory.by_key("shop")


async def test_what_was_read_before_the_frost_is_read_anew_after_it(made: Made) -> None:
    directory, database, clocks = made
    database.is_away = False
    before = await directory.by_key("shop")
    clocks.go(frozen=20.0)
    await directory.catch_up()
    assert await directory.by_key("shop") is not before


async def test_no_page_that_cors_lets_through_is_refused_by_a_site_read_before_it(
    made: Made,
) -> None:
    directory, database, clocks = made
    database.is_away = False
    clocks.go(awake=10.0)
    directory.forget_all()
    before = await directory.by_key("shop")
    clocks.go(awake=5.0)
    assert await directory.by_key("shop") is before
    await directory.catch_up()
    assert await directory.by_key("shop") is not before


async def test_few_invocations_wait_for_a_database_that_is_away(made: Made) -> None:
    directory, database, clocks = made
    clocks.go(awake=15.0)
    before = database.asked
    for _ in range(15):
        await directory.catch_up()
        clocks.go(awake=1.0)
    assert database.asked - before == 3


async def test_of_keys_that_strangers_invent_nothing_stays_whatever_is_away(made: Made) -> None:
    directory, database, _ = made
    for number in range(50):
        with pytest.raises(Unavailable):
            await directory.by_key(f"invented-{number}")
    assert directory._locks == {}
    database.is_away = False
    for number in range(50):
        await directory.by_key(f"invented-{number}")
        directory.forget_all()
    assert (directory._locks, directory._entries) == ({}, {})


async def test_those_who_ask_for_a_site_at_once_have_it_read_once(made: Made) -> None:
    directory, database, clocks = made
    database.is_away = False
    clocks.go(awake=15.0)
    before = database.asked
    found = await asyncio.gather(*(directory.by_key("shop") for _ in range(20)))
    assert len({site.id for site in found}) == 1
    assert database.asked - before == 1
