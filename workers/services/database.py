"""One connection to PostgreSQL for each thread that writes."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local
from typing import Any

import psycopg
from psycopg import Connection

from shared.config import Settings, reveal
from shared.storage.pool import connect_options
from workers.consumers.step import RetryLater


class Database:
    """Keeps a connection open and makes a new one when it fails."""

    def __init__(self, settings: Settings) -> None:
        """Remember where to connect; nothing is opened yet."""
        self._url = reveal(settings.database_url)
        self._options = connect_options(settings)
        self._local = local()

    @contextmanager
    def connection(self) -> Iterator[Connection[Any]]:
        """Lend this thread's connection.

        Raises:
            RetryLater: PostgreSQL is away, or a deadlock or time-out ended the transaction.
        """
        try:
            connection = getattr(self._local, "connection", None)
            if connection is None or connection.closed:
                connection = psycopg.connect(self._url, **self._options)
                self._local.connection = connection
            yield connection
        except psycopg.OperationalError as error:
            self.drop()
            raise RetryLater(str(error).strip()) from error

    def drop(self) -> None:
        """Close this thread's connection."""
        connection = getattr(self._local, "connection", None)
        self._local.connection = None
        if connection is not None:
            connection.close()
