"""Documents on their way to the index: how many, and waiting until they are found."""

import asyncio
import time
from collections.abc import Sequence
from uuid import UUID

from shared.storage.reindexing import on_their_way
from workers.cli.context import Context
from workers.cli.errors import Status

_POLL = 0.5


async def await_indexed(context: Context, sites: Sequence[UUID], seconds: float) -> Status:
    """Wait until the documents of ``sites`` can be found, and say how far it is.

    Returns ``FAILED`` when some could not be indexed, or were not in time.
    """
    until, told = time.monotonic() + seconds, -1
    async with context.database() as connection:
        while True:
            state = await on_their_way(connection, sites)
            if state.waiting != told:
                told = state.waiting
                context.say(f"{told} documents to be indexed")
            if not told or time.monotonic() >= until:
                break
            await asyncio.sleep(min(_POLL, max(0.0, until - time.monotonic())))
    for name, error in state.failed:
        context.warn(f"{name}: {error}")
    if told:
        context.warn("the time is over; workers go on, see that gpu_worker and tasks run")
    return Status.FAILED if told or state.failed else Status.DONE
