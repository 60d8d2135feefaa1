"""Documents on their way to the index: how many, and waiting until they are found."""

import asyncio
import time
from collections.abc import Sequence
from uuid import UUID

from shared.storage.reindexing import not_found_yet
from workers.cli.context import Context
from workers.cli.errors import Status

_POLL = 0.5


async def await_indexed(context: Context, documents: Sequence[UUID], seconds: float) -> Status:
    """Wait until these documents can be found, and say how far it is.

    Returns ``FAILED`` when some of them could not be indexed, or were not in time.
    """
    until, told = time.monotonic() + seconds, -1
    async with context.database() as connection:
        while True:
            left = await not_found_yet(connection, documents)
            waiting = sum(not one.has_failed for one in left)
            if waiting != told:
                told = waiting
                context.say(f"{told} documents to be indexed")
            if not told or time.monotonic() >= until:
                break
            documents = [one.id for one in left]
            await asyncio.sleep(min(_POLL, max(0.0, until - time.monotonic())))
    for one in left:
        if one.has_failed:
            context.warn(f"{one.name}: {one.error}")
    if told:
        context.warn("the time is over; workers go on, see that gpu_worker and tasks run")
    return Status.FAILED if left else Status.DONE
