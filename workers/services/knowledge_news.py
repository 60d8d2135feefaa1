"""Tells consoles that a site's documents or places have changed, as it happens."""

from collections.abc import Callable
from uuid import UUID

from redis import Redis
from redis.exceptions import RedisError

from shared.observability.logs import get_logger
from shared.storage.keys import KNOWLEDGE_NEWS, inbox_channel

Tell = Callable[[UUID], None]


def tell_nobody(_: UUID) -> None:
    """Say nothing."""


class KnowledgeNews:
    """Speaks on the channels that operators' sockets listen to."""

    def __init__(self, redis: Redis) -> None:
        """Publish through ``redis``."""
        self._redis = redis

    def tell(self, site_id: UUID) -> None:
        """Say that the lists of a site are out of date; unheard, they are asked for by and by."""
        try:
            self._redis.publish(inbox_channel(site_id), KNOWLEDGE_NEWS)
        except (RedisError, OSError) as error:
            get_logger().warning("knowledge.not_told", error=type(error).__name__)
