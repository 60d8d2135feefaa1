"""A relay whose stores are away loses no connection for that, nor does one that ends."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from redis.exceptions import ConnectionError as RedisAway

from handlers.serverless.relay import Relay
from handlers.services.ears import Ear
from shared.contracts.polling import VisitorEvent, VisitorEvents
from shared.domain.words import Locale
from shared.kernel.errors import ErrorCode, Unavailable
from shared.storage.connections import Admitted, Connection

_VISITOR = Admitted(uuid4(), uuid4(), uuid4(), Locale.RU, None, is_known=False, expires_at=None)
_FOUND = Connection("a", "198.51.100.7", "https://a.example", Locale.RU, _VISITOR, "beef:1")


class Parts:
    """All that a relay stands on, away as long as it should be."""

    def __init__(self, *trouble: Exception) -> None:
        self.trouble = list(trouble)
        self.closed: list[str] = []

    async def find(self, _: str) -> Connection:
        """Find the connection."""
        return _FOUND

    @asynccontextmanager
    async def listen(self, _: UUID) -> AsyncIterator[Ear]:
        """Lend an ear."""
        yield Ear()

    async def look_again(self, _: object) -> None:
        """Refuse nobody."""

    async def after(self, _: UUID, cursor: str) -> VisitorEvents:
        """Fail, or tell nothing new."""
        if self.trouble:
            raise self.trouble.pop(0)
        return VisitorEvents(cursor=cursor, events=())

    async def close(self, connection_id: str) -> None:
        """Close a connection."""
        self.closed.append(connection_id)


class Offers(Parts):
    """Connections that a relay may have, in turns; nobody can renew one."""

    def __init__(self, *offers: list[str]) -> None:
        super().__init__()
        self.offers = list(offers)
        self.claims = 0
        self.may_claim = asyncio.Event()
        self.may_claim.set()
        self.given_back: list[str] = []
        self.written: list[str] = []

    async def claim(self, _: str, __: int) -> list[str]:
        """Take those of the next turn, or all that were given back."""
        self.claims += 1
        await self.may_claim.wait()
        if not self.offers:
            again, self.given_back = self.given_back, []
            return again
        return self.offers.pop(0)

    async def renew(self, _: str, __: list[str]) -> set[str]:
        """Fail."""
        raise RedisAway

    async def give_back(self, _: str, ids: list[str]) -> None:
        """Let another relay have them."""
        self.given_back += ids

    async def after(self, _: UUID, cursor: str | None) -> VisitorEvents:
        """Tell everybody something."""
        events = () if cursor == "beef:2" else (VisitorEvent(event="typing.started", data={}),)
        return VisitorEvents(cursor="beef:2", events=events)

    async def move(self, *_: str) -> bool:
        """Note it."""
        return True

    async def post(self, connection_id: str, _: str) -> None:
        """Write to a connection."""
        self.written.append(connection_id)


def _relay(parts: Any) -> Relay:  # noqa: ANN401
    return Relay(parts, parts, parts, parts, parts)


@pytest.mark.parametrize(
    "error",
    [Unavailable(ErrorCode.STORE_UNAVAILABLE), RedisAway(), OSError()],
    ids=lambda error: type(error).__name__,
)
async def test_each_try_waits_longer_than_the_one_before_and_none_too_long(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    parts = Parts(*[error] * 2_000)
    pauses: list[float] = []
    sleep = asyncio.sleep

    async def noted(seconds: float) -> None:
        pauses.append(seconds)
        await sleep(0)

    monkeypatch.setattr(asyncio, "sleep", noted)
    monkeypatch.setattr("random.uniform", lambda *_: 1.0)
    serving = asyncio.create_task(_relay(parts)._serve("a"))
    async with asyncio.timeout(20):
        while parts.trouble:
            await sleep(0)
    await sleep(0)
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)
    assert pauses[:6] == [0.4, 0.8, 1.6, 3.2, 5.0, 5.0]
    assert set(pauses[5:]) == {5.0}
    assert parts.closed == []


async def test_a_connection_that_cannot_be_looked_up_is_left_to_whoever_claims_it_next() -> None:
    parts = Parts()

    async def away(_: str) -> Connection:
        raise RedisAway

    parts.find = away  # type: ignore[method-assign]
    await _relay(parts)._serve("a")
    assert parts.closed == []


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


async def test_what_is_claimed_after_others_lapsed_is_written_to_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A Redis that was away for longer than a lease renews nothing before the next turn."""
    monkeypatch.setattr("handlers.serverless.relay.LEASE", timedelta(seconds=0.3))
    offers = Offers(["a"])
    relay = _relay(offers)
    running = asyncio.create_task(relay.run())
    await _until(lambda: offers.written == ["a"])
    await asyncio.sleep(0.4)
    offers.offers.append(["b"])
    relay.look()
    await _until(lambda: offers.written == ["a", "b"])
    relay.stop()
    await running


async def test_a_relay_that_ends_gives_back_what_it_is_claiming_and_claims_no_more() -> None:
    offers = Offers(["a"])
    relay = _relay(offers)
    running = asyncio.create_task(relay.run())
    await _until(lambda: offers.written == ["a"])
    offers.may_claim.clear()
    offers.offers.append(["b"])
    claims = offers.claims
    relay.look()
    await _until(lambda: offers.claims > claims)
    relay.stop()
    offers.may_claim.set()
    async with asyncio.timeout(5):
        await running
    # In the process they hear of it as every relay does.
    relay.look()
    await asyncio.sleep(0.1)
    assert sorted(offers.given_back) == ["a", "b"]
