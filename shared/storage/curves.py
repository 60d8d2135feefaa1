"""The confidence curve that the gpu_workers answer by, where handlers find it."""

from pydantic import ValidationError
from redis import Redis
from redis.asyncio import Redis as AsyncRedis

from shared.contracts.policy import ConfidenceCurve
from shared.observability.logs import get_logger
from shared.storage.keys import CURVE_KEY


def keep_curve(redis: Redis, curve: ConfidenceCurve) -> None:
    """Keep the curve of this worker; all are to have the same one."""
    redis.set(CURVE_KEY, curve.model_dump_json())


async def kept_curve(redis: AsyncRedis) -> ConfidenceCurve | None:
    """Return the curve, or nothing when no worker has told it or it is of a newer version."""
    kept = await redis.get(CURVE_KEY)
    if kept is None:
        return None
    try:
        return ConfidenceCurve.model_validate_json(kept, extra="ignore")
    except ValidationError as error:
        get_logger().warning("curve.unreadable", errors=error.error_count())
        return None
