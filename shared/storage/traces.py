"""What Redis holds of conversations that are erased, and how it is removed (blocking client)."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from uuid import UUID

from redis import Redis

from shared.storage.keys import (
    ERASED_CHANNEL,
    UNSTORABLE_KEY,
    UNSTORED_KEY,
    conversation_key,
    knowledge_key,
)
from shared.storage.scripts_loader import script_source

# Longer than a process holds anything that it read before the rows were deleted.
_MARK = timedelta(days=8)
# Longer than a batch of deletions takes; when that fails, visitors can write again after it.
_CONDEMNED = timedelta(seconds=60)


class Traces:
    """Live state, owed messages and open sockets of conversations that are no more."""

    def __init__(self, redis: Redis) -> None:
        """Register the scripts; nothing is sent yet."""
        self._redis = redis
        self._erase = redis.register_script(script_source("erase"))
        self._condemn = redis.register_script(script_source("condemn"))

    def condemn(self, idle: Mapping[UUID, int]) -> set[UUID]:
        """Accept nothing more in conversations that are about to be deleted, for a minute.

        Args:
            idle: the ``seq`` of the newest message that PostgreSQL has, by conversation.

        Returns:
            The conversations in which nothing is that PostgreSQL does not have; the others
            live on.
        """
        seconds = int(_CONDEMNED.total_seconds())
        return {
            conversation_id
            for conversation_id, last_seq in idle.items()
            if self._condemn(keys=[conversation_key(conversation_id)], args=[last_seq, seconds])
        }

    def remove(self, site_id: UUID, conversations: Collection[UUID]) -> None:
        """Remove all of it; run again, it finds nothing."""
        seconds = str(int(_MARK.total_seconds()))
        for conversation_id in conversations:
            self._erase(keys=[conversation_key(conversation_id)], args=[seconds, str(site_id)])
        self._remove_owed(conversations)
        for conversation_id in conversations:
            self._redis.publish(ERASED_CHANNEL, str(conversation_id))

    def reload_inbox(self, site_id: UUID) -> None:
        """Have the consoles of a site load their lists anew: a line of one is no more."""
        self._redis.publish(ERASED_CHANNEL, f"site:{site_id}")

    def remove_site(self, site_id: UUID) -> None:
        """Remove what is kept of a site itself."""
        self._redis.delete(
            knowledge_key(site_id), *(f"site:{site_id}:{what}" for what in ("waiting", "waits"))
        )

    def _remove_owed(self, conversations: Iterable[UUID]) -> None:
        marks = [str(one).encode() for one in conversations]
        for key in (UNSTORED_KEY, UNSTORABLE_KEY):
            for field, entry in self._redis.hscan_iter(key, count=500):
                if any(mark in entry for mark in marks):
                    self._redis.hdel(key, field)
