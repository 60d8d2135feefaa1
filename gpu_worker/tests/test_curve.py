"""A worker tells the console the curve that it answers by, as soon as it can."""

import pytest
from redis import Redis
from redis.asyncio import Redis as AsyncRedis
from redis.backoff import NoBackoff
from redis.retry import Retry

from gpu_worker.actors.curve import CurveTeller
from gpu_worker.agents.calibration import load_calibration
from gpu_worker.agents.policy import Policy
from ops.embedded.ports import free_port
from shared.storage.curves import kept_curve
from shared.storage.keys import CURVE_KEY

CURVE = Policy(load_calibration(), load_calibration().embedding_model).shown()


@pytest.mark.services
async def test_the_curve_comes_as_it_was_told_and_again_after_redis_was_emptied(
    redis: Redis, async_redis: AsyncRedis
) -> None:
    teller = CurveTeller(redis, CURVE)
    for _ in range(2):
        redis.delete(CURVE_KEY)
        assert await kept_curve(async_redis) is None
        teller.tell()
        assert await kept_curve(async_redis) == CURVE
    redis.delete(CURVE_KEY)


def test_without_redis_the_worker_goes_on() -> None:
    with Redis(port=free_port(), retry=Retry(NoBackoff(), 0)) as nowhere:
        CurveTeller(nowhere, CURVE).tell()
