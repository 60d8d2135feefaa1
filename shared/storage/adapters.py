"""What the gpu_workers write answers with, where handlers find it."""

from datetime import datetime, timedelta

from pydantic import ValidationError
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.contracts.adapters import WritingInventory
from shared.observability.logs import get_logger
from shared.storage.keys import INVENTORIES_KEY

_FRESH = timedelta(minutes=3)
"""A worker tells every minute; one that did not for so long is gone."""


def keep_inventory(redis: Redis, worker: str, inventory: WritingInventory) -> None:
    """Keep what one worker has; what workers that are gone had is forgotten in time."""
    redis.hset(INVENTORIES_KEY, worker, inventory.model_dump_json())
    redis.expire(INVENTORIES_KEY, 2 * _FRESH)


async def kept_inventories(redis: AsyncRedis, now: datetime) -> list[WritingInventory]:
    """Return what the workers that run have; of a newer version nothing."""
    kept = await redis.hgetall(INVENTORIES_KEY)
    found: list[WritingInventory] = []
    for worker, value in kept.items():
        try:
            inventory = WritingInventory.model_validate_json(value, extra="ignore")
        except ValidationError as error:
            get_logger().warning("inventory.unreadable", errors=error.error_count())
            continue
        if now - inventory.told_at < _FRESH:
            found.append(inventory)
        else:
            await redis.hdel(INVENTORIES_KEY, worker)
    return found
