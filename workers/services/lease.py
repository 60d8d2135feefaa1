"""A request stays with the worker that is at it, however long that takes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

from shared.observability.logs import get_logger
from shared.storage.visitor_requests import ClaimedRequest, renew_request
from workers.consumers.step import RetryLater
from workers.services.database import Database


@contextmanager
def renewed(database: Database, request: ClaimedRequest, lease: timedelta) -> Iterator[None]:
    """Renew the lease of a request three times in its length, until the block ends.

    When the process dies, or PostgreSQL is away for the length of a lease, another worker begins
    it again.
    """
    is_over = Event()

    def renew() -> None:
        try:
            while not is_over.wait(lease.total_seconds() / 3):
                try:
                    with database.connection() as connection:
                        if not renew_request(connection, request, lease):
                            return
                except RetryLater as error:
                    get_logger().warning("lease.not_renewed", error=str(error))
        finally:
            database.drop()

    thread = Thread(target=renew, name="renew-lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()
