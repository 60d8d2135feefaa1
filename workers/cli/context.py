"""What commands work with: settings, stores, the terminal, and who is at it."""

import os
import pwd
import sys
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

import psycopg
from psycopg import AsyncConnection
from psycopg.rows import TupleRow
from redis import Redis
from redis.exceptions import RedisError

from shared.config import Settings, load_settings, reveal
from shared.domain.audit import AuditAction, AuditActor
from shared.queues.producers import redis_client
from shared.storage.audit import Actor, AuditEntry, Value, entry_of
from shared.storage.keys import REVOKED_CHANNEL, SITE_CHANGED_CHANNEL
from shared.storage.pool import connect_options
from workers.cli.errors import PartAway, Refused

COMMAND_LINE = "otvet: "
"""What the name of an actor in the audit log begins with; the console says it in its language."""

Link = AsyncConnection[TupleRow]


@dataclass(frozen=True)
class Context:
    """A run of the command line; ``given`` are settings that win over the environment."""

    given: Mapping[str, str] = field(default_factory=dict)

    def settings(self, *required: str) -> Settings:
        """Return the settings, which have those that are required.

        Raises:
            SettingsError: one is missing, malformed, unknown or unsafe.
        """
        return load_settings(*required, given=self.given)

    @staticmethod
    def say(text: str = "") -> None:
        """Write a line for the person, or the program, that called."""
        sys.stdout.write(f"{text}\n")

    @staticmethod
    def warn(text: str) -> None:
        """Write a line that is not part of the output."""
        sys.stderr.write(f"otvet: {text}\n")

    @cached_property
    def login(self) -> str:
        """Who is at the terminal: also under sudo the one who signed in, not root."""
        try:
            return os.getlogin()
        except OSError:  # no terminal: a timer, a container
            return _name_of(os.getuid())

    def entry(
        self,
        action: AuditAction,
        site_ids: Sequence[UUID],
        subject: str,
        *,
        name: str = "",
        before: dict[str, Value] | None = None,
        after: dict[str, Value] | None = None,
    ) -> AuditEntry:
        """Return what the audit log keeps of a change made from a shell."""
        actor = Actor(AuditActor.SYSTEM, None, f"{COMMAND_LINE}{self.login}")
        return entry_of(actor, action, site_ids, subject, name=name, before=before, after=after)

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Link]:
        """Lend a connection to PostgreSQL.

        Raises:
            PartAway: it cannot be reached, or does not answer in time.
            Refused: it has not the tables of this version, or cannot hold a value.
        """
        settings = self.settings("DATABASE_URL")
        try:
            connection = await AsyncConnection.connect(
                reveal(settings.database_url), **connect_options(settings)
            )
            async with connection:
                yield connection
        except (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn) as error:
            raise Refused("the database is of another version: run 'otvet migrate'") from error
        except psycopg.OperationalError as error:
            raise PartAway(f"PostgreSQL: {first_line(error)}") from error
        except psycopg.DataError as error:
            raise Refused(f"PostgreSQL cannot hold this: {first_line(error)}") from error

    @contextmanager
    def redis(self) -> Iterator[Redis]:
        """Lend a client of the live state.

        Raises:
            PartAway: it cannot be reached, or does not answer in time.
        """
        settings = self.settings("REDIS_URL")
        with closing(redis_client(reveal(settings.redis_url), settings)) as client:
            try:
                yield client
            except (RedisError, OSError) as error:
                raise PartAway(f"Redis: {first_line(error)}") from error

    def tell_site_changed(self, site_id: UUID) -> None:
        """Have every handler read a site again; unheard, they do so by and by."""
        self._publish(SITE_CHANGED_CHANNEL, [site_id])

    def tell_revoked(self, session_ids: Sequence[UUID]) -> None:
        """Have the sockets of sign-ins closed, wherever they live."""
        self._publish(REVOKED_CHANNEL, session_ids)

    def _publish(self, channel: str, ids: Sequence[UUID]) -> None:
        if self.settings().redis_url is None:
            self.warn("REDIS_URL is not set, so running processes learn of it within minutes")
            return
        try:
            with self.redis() as client:
                for one in ids:
                    client.publish(channel, str(one))
        except PartAway as error:
            self.warn(f"it is done, but running processes learn of it later ({error})")


def first_line(error: Exception) -> str:
    """Return what an error of a client library says, in one line."""
    return next(iter(str(error).strip().splitlines()), "") or type(error).__name__


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:  # a container's number without a name
        return f"uid {uid}"
