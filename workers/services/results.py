"""``ai_response``: agents' answers become part of their conversations, or are dropped."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import psycopg
from pydantic import ValidationError
from redis.exceptions import RedisError

from shared.contracts.queues import AiResponse, AiResult, MessageRecord, PassagesIndexed
from shared.domain.words import HandoffReason, Outcome
from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import HANDOFFS, RESULTS, ROWS_STORED
from shared.queues.delivery import Delivery
from shared.queues.envelope import EnvelopeError, unwrap
from shared.queues.names import Queue
from shared.storage.answers import Answers, Completion
from shared.storage.documents import settle_document
from shared.storage.records import write_messages
from shared.storage.removals import settle_removal
from workers.consumers.step import RetryLater
from workers.services.database import Database
from workers.services.knowledge_news import Tell, tell_nobody
from workers.services.site_hours import SiteHours

Stored = tuple[Delivery, MessageRecord, str]
"""The answer, and the request that it belongs to."""


class ResultService:
    """Delivers and stores answers.

    An answer is shown in the same Redis step that checks its epoch, and stored right after
    (docs/adr/0004): were it stored first, a take-over in between would leave a row that nobody
    may see. A crash between the two is harmless, for the unacknowledged result comes again and
    finds its ``seq``.
    """

    def __init__(
        self,
        answers: Answers,
        database: Database,
        hours: SiteHours,
        clock: Clock = utc_now,
        tell: Tell = tell_nobody,
    ) -> None:
        """Deliver through ``answers``, store through ``database``; ``hours`` are said of hand-offs.

        ``tell`` hears of sites whose documents were indexed.
        """
        self._tell = tell
        self._answers = answers
        self._database = database
        self._hours = hours
        self._clock = clock
        self._told: dict[UUID, MessageRecord] = {}

    def process(self, batch: Sequence[Delivery]) -> list[tuple[Delivery, str]]:
        """Handle a batch; returns what can never be handled."""
        buried: list[tuple[Delivery, str]] = []
        records: list[Stored] = []
        indexed: list[PassagesIndexed] = []
        # Everything is told before PostgreSQL is asked for anything: nobody waits for it.
        for delivery in batch:
            try:
                # A visitor waits for it: what this version does not know of it is left out.
                response = AiResponse.validate_python(unwrap(delivery.body), extra="ignore")
            except (EnvelopeError, ValidationError) as error:
                buried.append((delivery, type(error).__name__))
                continue
            with correlated(response.request_id):
                if isinstance(response, PassagesIndexed):
                    indexed.append(response)
                elif (record := self._complete(response)) is not None:
                    records.append((delivery, record, response.request_id))
        for response in indexed:
            with correlated(response.request_id):
                self._settle(response)
        buried += self._store(records)
        self._told.clear()
        return buried

    def _store(self, records: Sequence[Stored]) -> list[tuple[Delivery, str]]:
        if not records:
            return []
        try:
            with self._database.connection() as connection:
                write_messages(
                    connection,
                    [record for _, record, _ in records],
                    {record.message.id: request_id for _, record, request_id in records},
                )
        except (psycopg.DataError, psycopg.IntegrityError) as error:
            # One bad row must not hold up the others: halve until it stands alone.
            if len(records) == 1:
                return [(records[0][0], type(error).__name__)]
            middle = len(records) // 2
            return self._store(records[:middle]) + self._store(records[middle:])
        ROWS_STORED.labels(Queue.AI_RESPONSE).inc(len(records))
        return []

    def _complete(self, result: AiResult) -> MessageRecord | None:
        if (told := self._told.get(result.answer_id)) is not None:
            # Tried again when PostgreSQL is back, it is stored as it was told, whatever Redis
            # has forgotten meanwhile.
            return told
        now = self._clock()
        result = self._with_hours(result, now)
        try:
            completion = self._answers.complete(result, now)
        except (RedisError, OSError) as error:
            raise RetryLater(f"redis: {type(error).__name__}") from error
        RESULTS.labels(completion.result).inc()
        if completion.result == "done" and result.outcome is Outcome.HANDED_OFF:
            HANDOFFS.labels(result.handoff_reason or HandoffReason.FAILED).inc()
        get_logger().info(
            "answer.delivered" if completion.message else "answer.dropped",
            result=completion.result,
            conversation_id=str(result.conversation_id),
            message_id=str(result.answer_id),
            outcome=result.outcome,
        )
        record = _record(result, completion)
        if record is not None:
            self._told[result.answer_id] = record
        return record

    def _with_hours(self, result: AiResult, now: datetime) -> AiResult:
        """Let a hand-off say when people are back."""
        if result.outcome is not Outcome.HANDED_OFF:
            return result
        note = self._hours.back_note(result.site_id, now)
        return result.model_copy(update={"text": f"{result.text} {note}"}) if note else result

    def _settle(self, indexed: PassagesIndexed) -> None:
        with self._database.connection() as connection:
            is_current = settle_document(
                connection, indexed.document_id, indexed.document_version, indexed.error
            )
            # A removal that the index refused is sent again by itself.
            if not is_current and indexed.error is None:
                is_current = settle_removal(
                    connection, indexed.document_id, indexed.document_version
                )
        self._tell(indexed.site_id)
        get_logger().info(
            "document.indexed",
            document_id=str(indexed.document_id),
            version=indexed.document_version,
            is_current=is_current,
            error=indexed.error,
        )


def _record(result: AiResult, completion: Completion) -> MessageRecord | None:
    if completion.message is None or completion.state is None:
        return None
    return MessageRecord(
        site_id=result.site_id,
        message=completion.message,
        in_reply_to=result.in_reply_to,
        handoff_reason=result.handoff_reason,
        provenance=result.provenance.model_dump_json() if result.provenance else None,
        state=completion.state.mirror(),
    )
