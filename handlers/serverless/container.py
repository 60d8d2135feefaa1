"""What a container of a function keeps between invocations, and how it comes back from the frost.

A container carries out one invocation at a time, on one loop that stands still in between: tasks in
the background are frozen with it, for milliseconds or for minutes, and connections die unheard.
So nothing here relies on such a task, and what slept for long connects anew.
"""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any, TypeVar

from handlers.composition import Composition
from handlers.services.ears import OwnEars
from shared.config import Settings
from shared.observability.logs import configure_logs, get_logger

Result = TypeVar("Result")
# Shorter than the time after which a broker gives up on a connection without a heartbeat, or a
# network forgets one that is idle; longer than the pauses of somebody who is writing.
_TRUSTED_SECONDS = 20.0


class Container:
    """One per process; made by its first invocation."""

    def __init__(self, settings: Settings) -> None:
        """Compose; connections are opened when they are first used."""
        configure_logs("handlers", settings.log_level)
        self.settings = settings
        self.loop = asyncio.new_event_loop()
        asyncio.set_event_loop(self.loop)
        self.parts = Composition(settings, lambda redis, _: OwnEars(redis))
        self._used = time.time()
        self.run(self.parts.database.open())
        get_logger().info("container.started")

    def run(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Carry something out while the container is not frozen."""
        return self.loop.run_until_complete(work)

    def wake(self) -> None:
        """Trust no connection that may have died meanwhile; read what may have changed."""
        slept = time.time() - self._used
        self.run(self._wake(slept))

    def rest(self) -> None:
        """Note when the frost may begin."""
        self._used = time.time()

    async def _wake(self, slept: float) -> None:
        parts = self.parts
        if slept > _TRUSTED_SECONDS:
            get_logger().info("container.woke", seconds=round(slept))
            await parts.redis.connection_pool.disconnect()
            await parts.database.drain()
            await parts.producer.renew()
        await parts.directory.catch_up()
