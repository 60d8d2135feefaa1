"""Never silence: what nobody answered by its deadline goes to a person.

The watcher reads PostgreSQL and writes there itself, so it neither needs the broker nor minds
what lost a request. It also stores what Redis told everybody and no broker took. All of it may
be done twice, and by several processes at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import psycopg
from pydantic import ValidationError
from redis.exceptions import RedisError

from shared.contracts.queues import MessageRecord
from shared.contracts.wire import Message
from shared.domain.words import HandoffReason
from shared.kernel.clock import Clock, utc_now
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import BURIED, DEADLINES_MISSED
from shared.queues.names import Queue
from shared.storage.answers import Answers
from shared.storage.floor import FloorChange, FloorCommand, system_message
from shared.storage.records import write_messages
from shared.storage.unanswered import Unanswered, find_unanswered
from shared.storage.unstored import Unstored, read_entry
from shared.storage.visitors import seed_values_blocking
from workers.consumers.step import RetryLater
from workers.services.database import Database

# A handler that waits for the broker's confirmation deserves to be left alone that long.
_CONFIRMATION = timedelta(seconds=5)


class Watcher:
    """Hands over every accepted message that waited too long."""

    def __init__(
        self,
        answers: Answers,
        unstored: Unstored,
        database: Database,
        deadline: timedelta,
        clock: Clock = utc_now,
    ) -> None:
        """Hand over what is older than ``deadline``."""
        self._answers = answers
        self._unstored = unstored
        self._database = database
        self._deadline = deadline
        self._clock = clock

    def sweep(self) -> None:
        """Look once.

        Raises:
            RetryLater: PostgreSQL or Redis is away.
        """
        with self._database.connection() as connection:
            found = find_unanswered(connection, self._clock() - self._deadline)
        for one in found:
            with _alone(conversation_id=str(one.conversation_id)):
                self._hand_over(one)
        try:
            entries = self._unstored.entries()
        except (RedisError, OSError) as error:
            raise RetryLater(f"redis: {type(error).__name__}") from error
        for message_id, entry in entries.items():
            with _alone(message_id=message_id.decode()):
                self._store_entry(message_id, entry)

    def _hand_over(self, found: Unanswered) -> None:
        change = FloorChange(
            command=FloorCommand.HANDOFF,
            conversation_id=found.conversation_id,
            message_id=uuid7(),
            now=self._clock(),
            locale=found.locale,
            unanswered_seq=found.visitor_seq,
        )
        self._seed(found)
        moved = self._answers.change_floor(change)
        if moved is None:
            return  # answered, or taken, a moment ago
        message = system_message(change, moved.entry.seq)
        message |= {"id": moved.entry.message_id, "at": moved.entry.at}
        self._store(
            MessageRecord(
                site_id=found.site_id,
                message=Message.model_validate(message),
                handoff_reason=HandoffReason.DEADLINE,
                state=moved.state.mirror(),
            )
        )
        if moved.entry.result == "done":
            DEADLINES_MISSED.inc()
            get_logger().warning("deadline.missed", visitor_seq=found.visitor_seq)

    def _store_entry(self, message_id: bytes, entry: bytes) -> None:
        try:
            record = read_entry(entry)
            if record.message.at <= self._clock() - _CONFIRMATION:
                self._store(record)
        except (ValidationError, psycopg.DataError, psycopg.IntegrityError) as error:
            self._unstored.bury(message_id, entry)
            get_logger().error("message.buried", reason=type(error).__name__)
            BURIED.labels(Queue.DB_MESSAGES).inc()

    def _store(self, record: MessageRecord) -> None:
        with self._database.connection() as connection:
            write_messages(connection, [record])
        self._unstored.settle(record.message.id)
        get_logger().info("message.stored", message_id=str(record.message.id))

    def _seed(self, found: Unanswered) -> None:
        with self._database.connection() as connection:
            values = seed_values_blocking(connection, found.conversation_id)
        if values is not None:
            self._answers.seed(values)


@contextmanager
def _alone(**ids: str) -> Iterator[None]:
    """Log what fails with one conversation; it must not hold up those behind it."""
    with correlated(str(uuid7()), **ids):
        try:
            yield
        except (RetryLater, RedisError, OSError) as error:
            get_logger().warning("sweep.waits", error=f"{type(error).__name__}: {error}")
        except Exception:  # noqa: BLE001 (a bug with one must not silence the others)
            get_logger().exception("sweep.failed")
