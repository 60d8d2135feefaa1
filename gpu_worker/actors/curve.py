"""Tells the console what accepting wrong answers brings, by the calibration in use here."""

from redis import Redis
from redis.exceptions import RedisError

from shared.contracts.policy import ConfidenceCurve
from shared.observability.logs import get_logger
from shared.storage.curves import keep_curve


class CurveTeller:
    """Tells one curve, again and again: a Redis that was emptied knows it again soon."""

    def __init__(self, redis: Redis, curve: ConfidenceCurve) -> None:
        self._redis = redis
        self._curve = curve

    def tell(self) -> None:
        """Put the curve where handlers find it; without Redis, nothing is lost but time."""
        try:
            keep_curve(self._redis, self._curve)
        except (RedisError, OSError) as error:
            get_logger().warning("curve.not_told", error=type(error).__name__)
