"""An ear of a function's own, whose connection to Redis is lost and made anew."""

from uuid import uuid4

import pytest
from redis.asyncio import Redis

from handlers.services.ears import OwnEars
from shared.queues.producers import async_redis_client
from shared.storage.keys import conversation_key
from tests.fixtures import MakeSettings

pytestmark = pytest.mark.services


async def test_an_ear_that_lost_its_connection_has_whoever_waits_look_for_themselves(
    make_settings: MakeSettings, redis_url: str, async_redis: Redis
) -> None:
    """What was said between the two connections is heard by nobody."""
    name, conversation_id = f"ear-{uuid4().hex}", uuid4()
    async with (
        async_redis_client(f"{redis_url}?client_name={name}", make_settings()) as own,
        OwnEars(own).listen(conversation_id) as ear,
    ):
        ear.passing()
        assert not await ear.hears(0.05)
        for client in await async_redis.client_list():
            if client["name"] == name:
                await async_redis.client_kill_filter(_id=client["id"])
        assert await ear.hears(10)
        ear.passing()
        # The new connection woke them, and it hears on.
        ((_, listeners),) = await async_redis.pubsub_numsub(conversation_key(conversation_id))
        assert listeners == 1
        assert not await ear.hears(0.05)
