"""A relay as a process: what it leaves when it is told to end."""

import asyncio
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from redis.asyncio import Redis

from handlers.tests.door import SECRET, SHOP
from ops.embedded.ports import free_port
from shared.domain.words import Locale
from shared.storage.connections import Admitted, Connections
from shared.storage.keys import CONNECTIONS_KEY
from shared.tests.rows import new_conversation, new_site
from tests.serverless.relays import AWS, RelayProcess

pytestmark = pytest.mark.services


async def _offer(redis: Redis, database: psycopg.Connection[Any]) -> str:
    """Let a visitor in, as the functions do."""
    site_id = new_site(database, origins=(SHOP,))
    conversation_id = new_conversation(database, site_id)
    admitted = Admitted(
        uuid4(), site_id, conversation_id, Locale.RU, None, is_known=False, expires_at=None
    )
    connections, connection_id = Connections(redis), f"ending-{uuid4().hex}"
    await connections.open(connection_id, "198.51.100.7", SHOP, Locale.RU)
    await connections.admit(connection_id, admitted, None)
    await connections.offer(connection_id)
    return connection_id


async def test_one_that_ends_leaves_its_connections_to_others_at_once(
    connection: psycopg.Connection[Any],
    async_redis: Redis,
    database_url: str,
    redis_url: str,
    embedded_broker_url: str,
    services_folder: Path,
) -> None:
    """With a lease left on one, nobody would write to it for up to 15 seconds."""
    settings = {
        "SECRET_KEY": SECRET,
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "BROKER_URL": embedded_broker_url,
        "ENVIRONMENT": "development",
        "VISITOR_TRANSPORT": "websocket",
        "WEBSOCKET_URL": "ws://127.0.0.1:1",
        # Nobody listens there: that a frame does not go out is tried again for seconds.
        "WEBSOCKET_ENDPOINT": f"http://127.0.0.1:{free_port()}",
    }
    relay = RelayProcess(AWS | settings, services_folder / "relay-ending.log")
    with closing(relay):
        ids = [await _offer(async_redis, connection) for _ in range(20)]
        async with asyncio.timeout(10):
            while not all([await async_redis.zscore(CONNECTIONS_KEY, one) for one in ids]):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        # One that comes as it ends is left as well.
        ids.append(await _offer(async_redis, connection))
    assert [await async_redis.zscore(CONNECTIONS_KEY, one) for one in ids] == [0.0] * 21
    assert "relay.stopped" in relay.logged()
