"""Tells every handler process whose sockets must close now."""

from collections.abc import Iterable
from uuid import UUID

from redis.asyncio import Redis
from redis.exceptions import RedisError

from shared.observability.logs import get_logger
from shared.storage.keys import REVOKED_CHANNEL


class Revocations:
    """Closes the sockets of sign-ins, wherever they live.

    A sign-in that is still good comes back at once, as what its operator now is: so a change of
    role or of sites reaches open sockets, too.
    """

    def __init__(self, redis: Redis) -> None:
        """Tell through ``redis``."""
        self._redis = redis

    async def tell(self, session_ids: Iterable[UUID]) -> None:
        """Have sockets closed.

        Without Redis nobody hears of it now; but then every handler drops its operators' sockets
        when Redis is back, and none of a revoked sign-in comes in again.
        """
        try:
            for session_id in session_ids:
                await self._redis.publish(REVOKED_CHANNEL, str(session_id))
        except (RedisError, OSError) as error:
            get_logger().warning("operator.sockets_left", error=type(error).__name__)
