"""The version of a site's searchable knowledge: a number that grows with every change."""

from uuid import UUID

from redis import Redis

from shared.storage.keys import knowledge_key


class KnowledgeVersion:
    """Tells every worker when what it has in memory is out of date."""

    def __init__(self, redis: Redis) -> None:
        """Count in ``redis``."""
        self._redis = redis

    def current(self, site_id: UUID) -> int:
        """Return the present number; 0 when nothing was indexed yet."""
        return int(self._redis.get(knowledge_key(site_id)) or 0)

    def bump(self, site_id: UUID) -> None:
        """Say that something changed."""
        self._redis.incr(knowledge_key(site_id))
