"""Fixtures of the shared room's tests."""

from collections.abc import Awaitable, Callable

import pytest
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.tests.talk import Talk

Begin = Callable[..., Awaitable[Talk]]


@pytest.fixture
def begin(async_redis: AsyncRedis, redis: Redis) -> Begin:
    """Begin a conversation of the test's own."""

    async def begin(**seed: str) -> Talk:
        return await Talk(async_redis, redis, **seed).begin()

    return begin
