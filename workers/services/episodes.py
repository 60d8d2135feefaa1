"""Episodes are made anew for conversations that changed."""

from shared.observability.logs import get_logger
from shared.storage.episodes import refresh_episodes
from workers.services.database import Database

_AT_ONCE = 200
_MOST = 50


class EpisodeCounter:
    """Counts what changed, some conversations a transaction."""

    def __init__(self, database: Database) -> None:
        """Read and write through ``database``."""
        self._database = database

    def count(self) -> int:
        """Count until nothing is due, or enough for one run; returns how many conversations."""
        done = 0
        for _ in range(_MOST):
            with self._database.connection() as connection:
                some = refresh_episodes(connection, _AT_ONCE)
            done += some
            if some < _AT_ONCE:
                break
        if done:
            get_logger().info("episodes.counted", conversations=done)
        return done
