"""A relay whose stores are away waits longer each time, and loses no connection for that."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from redis.exceptions import ConnectionError as RedisAway

from handlers.serverless.relay import Relay
from handlers.services.ears import Ear
from shared.contracts.polling import VisitorEvents
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
