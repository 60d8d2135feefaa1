"""Reads what the stores hold, for the gauges of beat; see ``shared.observability.state``."""

from collections.abc import Callable
from dataclasses import replace

from redis import Redis
from redis.exceptions import RedisError

from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.observability.state import PlatformState
from shared.queues.delivery import BrokerUnavailable
from shared.queues.names import Queue, dead_letters
from shared.storage.presence import count_here
from shared.storage.standing import read_standing
from shared.storage.unstored import Unstored
from workers.consumers.step import RetryLater
from workers.services.database import Database

EVERY_SECONDS = 10.0
_UNSTORED = "unstored"


class StateReader:
    """Looks at each store by itself: one that is away hides what it keeps and nothing else."""

    def __init__(
        self,
        database: Database,
        redis: Redis,
        unstored: Unstored,
        depths: Callable[[], dict[str, int]],
        show: Callable[[PlatformState], None],
        clock: Clock = utc_now,
    ) -> None:
        """Read through the first four, ``depths`` a queue's name; ``show`` gets each state."""
        self._database = database
        self._redis = redis
        self._unstored = unstored
        self._depths = depths
        self._show = show
        self._clock = clock

    def sweep(self) -> None:
        """Look once, and show what could be read."""
        state = PlatformState()
        for part, read in (
            ("database", self._with_database),
            ("redis", self._with_redis),
            ("broker", self._with_broker),
        ):
            try:
                state, is_read = read(state), True
            except (RetryLater, BrokerUnavailable, RedisError, OSError) as error:
                get_logger().warning("state.unreadable", part=part, error=type(error).__name__)
                is_read = False
            state = replace(state, readable={**state.readable, part: is_read})
        self._show(state)

    def _with_database(self, state: PlatformState) -> PlatformState:
        with self._database.connection() as connection:
            standing = read_standing(connection, self._clock())
        return replace(
            state,
            active=standing.active,
            oldest_unanswered=standing.oldest_unanswered,
            longest_wait=standing.longest_wait,
        )

    def _with_redis(self, state: PlatformState) -> PlatformState:
        buried = {**state.buried, _UNSTORED: self._unstored.count_buried()}
        return replace(state, operators=count_here(self._redis), buried=buried)

    def _with_broker(self, state: PlatformState) -> PlatformState:
        depths = self._depths()
        buried = {str(queue): depths[dead_letters(queue)] for queue in Queue}
        return replace(
            state,
            queued={str(queue): depths[queue] for queue in Queue},
            buried={**state.buried, **buried},
        )
