"""A connection to Redis that is lost between two commands costs nobody anything."""

import pytest
import uvloop

from shared.queues.producers import async_redis_client
from tests.fixtures import MakeSettings

pytestmark = pytest.mark.services


def test_a_subscription_whose_connection_is_lost_goes_on_over_another(
    make_settings: MakeSettings, redis_url: str
) -> None:
    async def listen() -> object:
        client = async_redis_client(redis_url, make_settings())
        async with client, client.pubsub(ignore_subscribe_messages=True) as heard:
            await heard.subscribe("lost-links:one")
            # Lost, and the reader has not been told yet: uvloop refuses to write.
            heard.connection._writer.transport.abort()
            await heard.subscribe("lost-links:two")
            await client.publish("lost-links:one", "still here")
            while (item := await heard.get_message(timeout=5)) is None:
                pass
            return item["data"]

    assert uvloop.run(listen()) == b"still here"
