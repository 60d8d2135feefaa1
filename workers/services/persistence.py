"""``db_messages`` into PostgreSQL: a batch, a transaction."""

from collections.abc import Sequence
from uuid import UUID

import psycopg
from pydantic import ValidationError

from shared.contracts.queues import AcceptedMessage, DbMessage, FeedbackRecord
from shared.observability.logs import get_logger
from shared.observability.metrics import ROWS_STORED
from shared.queues.delivery import Delivery
from shared.queues.envelope import EnvelopeError, unwrap
from shared.queues.names import Queue
from shared.storage.records import erased_among, write_feedback, write_messages
from workers.services.database import Database

Buried = list[tuple[Delivery, str]]
Decoded = tuple[Delivery, AcceptedMessage | FeedbackRecord]


class PersistenceService:
    """Stores messages and feedback; each at least once delivered, exactly once stored."""

    def __init__(self, database: Database) -> None:
        """Write through ``database``."""
        self._database = database

    def process(self, batch: Sequence[Delivery]) -> Buried:
        """Store a batch; returns what can never be stored."""
        buried: Buried = []
        decoded: list[Decoded] = []
        for delivery in batch:
            try:
                decoded.append((delivery, DbMessage.validate_python(unwrap(delivery.body))))
            except (EnvelopeError, ValidationError) as error:
                buried.append((delivery, type(error).__name__))
        return buried + self._store(decoded)

    def _store(self, decoded: Sequence[Decoded]) -> Buried:
        if not decoded:
            return []
        try:
            return self._write(decoded)
        except (psycopg.DataError, psycopg.IntegrityError) as error:
            # One bad row must not hold up the others: halve until it stands alone.
            if len(decoded) == 1:
                return [(decoded[0][0], type(error).__name__)]
            middle = len(decoded) // 2
            return self._store(decoded[:middle]) + self._store(decoded[middle:])

    def _write(self, decoded: Sequence[Decoded]) -> Buried:
        accepted = [item for _, item in decoded if isinstance(item, AcceptedMessage)]
        records = [item.record for item in accepted]
        requests = {item.record.message.id: item.request_id for item in accepted}
        feedback = [item for _, item in decoded if isinstance(item, FeedbackRecord)]
        orphans: set[UUID] = set()
        with self._database.connection() as connection:
            if records:
                orphans = write_messages(connection, records, requests)
            if orphans:
                # What was on its way when its visitor was erased is forgotten, not kept aside.
                orphans -= erased_among(connection, orphans)
            if feedback:
                write_feedback(connection, feedback)
        ROWS_STORED.labels(Queue.DB_MESSAGES).inc(len(records))
        for item in accepted:
            get_logger().info(
                "message.stored",
                request_id=item.request_id,
                conversation_id=str(item.record.message.conversation_id),
                message_id=str(item.record.message.id),
            )
        return [
            (delivery, "the conversation does not exist")
            for delivery, item in decoded
            if isinstance(item, AcceptedMessage) and item.record.message.conversation_id in orphans
        ]
