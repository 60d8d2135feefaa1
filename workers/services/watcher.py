"""Never silence: what nobody answered in time, or whose operator has gone, goes to a person.

The watcher reads PostgreSQL and writes there itself, so it neither needs the broker nor minds
what lost a request. It also stores what Redis told everybody and no broker took. All of it may
be done twice, and by several processes at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import psycopg
from pydantic import ValidationError
from redis.exceptions import RedisError

from shared.contracts.queues import MessageRecord
from shared.domain.sentences import back_note
from shared.domain.words import HandoffReason
from shared.kernel.clock import Clock, utc_now
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import BURIED, DEADLINES_MISSED, HANDOFFS
from shared.queues.names import Queue
from shared.storage.answers import Answers
from shared.storage.floor import FloorChange, FloorCommand, floor_record
from shared.storage.records import write_messages
from shared.storage.state import Transitioned
from shared.storage.unanswered import Deserted, Unanswered, find_deserted, find_unanswered
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
            deserted = find_deserted(connection)
        for one in found:
            # Its lines belong to the question that nobody answered.
            with _alone(one.request_id, conversation_id=str(one.conversation_id)):
                self._hand_over(one)
        for held in deserted:
            with _alone(conversation_id=str(held.conversation_id)):
                self._release(held)
        try:
            entries = self._unstored.entries()
        except (RedisError, OSError) as error:
            raise RetryLater(f"redis: {type(error).__name__}") from error
        for message_id, entry in entries.items():
            with _alone(message_id=message_id.decode()):
                self._store_entry(message_id, entry)

    def _hand_over(self, found: Unanswered) -> None:
        now = self._clock()
        change = FloorChange(
            command=FloorCommand.HANDOFF,
            conversation_id=found.conversation_id,
            message_id=uuid7(),
            now=now,
            locale=found.locale,
            unanswered_seq=found.visitor_seq,
            note=back_note(found.hours, now, found.locale),
        )
        moved = self._move(change, found.site_id, found.request_id)
        if moved is not None and moved.entry.result == "done":
            DEADLINES_MISSED.inc()
            HANDOFFS.labels(HandoffReason.DEADLINE).inc()
            get_logger().warning("deadline.missed", visitor_seq=found.visitor_seq)

    def _release(self, held: Deserted) -> None:
        change = FloorChange(
            command=FloorCommand.RELEASE,
            conversation_id=held.conversation_id,
            message_id=uuid7(),
            now=self._clock(),
            locale=held.locale,
            operator_id=held.operator_id,  # whoever else has it meanwhile keeps it
        )
        if self._move(change, held.site_id) is not None:
            get_logger().info("conversation.released", operator_id=str(held.operator_id))

    def _move(
        self, change: FloorChange, site_id: UUID, request_id: str | None = None
    ) -> Transitioned | None:
        """Move the floor and store it; None: it had moved a moment ago."""
        self._seed(change.conversation_id)
        moved = self._answers.change_floor(change)
        if moved is not None:
            self._store(floor_record(change, moved, site_id), request_id)
        return moved

    def _store_entry(self, message_id: bytes, entry: bytes) -> None:
        try:
            record = read_entry(entry)
            if record.message.at <= self._clock() - _CONFIRMATION:
                self._store(record)
        except (ValidationError, psycopg.DataError, psycopg.IntegrityError) as error:
            self._unstored.bury(message_id, entry)
            get_logger().error("message.buried", reason=type(error).__name__)
            BURIED.labels(Queue.DB_MESSAGES).inc()

    def _store(self, record: MessageRecord, request_id: str | None = None) -> None:
        requests = {} if request_id is None else {record.message.id: request_id}
        with self._database.connection() as connection:
            write_messages(connection, [record], requests)
        self._unstored.settle(record.message.id)
        get_logger().info("message.stored", message_id=str(record.message.id))

    def _seed(self, conversation_id: UUID) -> None:
        with self._database.connection() as connection:
            values = seed_values_blocking(connection, conversation_id)
        if values is not None:
            self._answers.seed(values)


@contextmanager
def _alone(request_id: str | None = None, **ids: str) -> Iterator[None]:
    """Log what fails with one conversation; it must not hold up those behind it."""
    with correlated(request_id or str(uuid7()), **ids):
        try:
            yield
        except (RetryLater, RedisError, OSError) as error:
            get_logger().warning("sweep.waits", error=f"{type(error).__name__}: {error}")
        except Exception:  # noqa: BLE001 (a bug with one must not silence the others)
            get_logger().exception("sweep.failed")
