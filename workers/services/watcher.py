"""Never silence: what nobody answered by its deadline goes to a person.

The watcher reads PostgreSQL, not the broker, so it also finds messages whose request was lost,
whatever lost it.
"""

from datetime import timedelta

from redis.exceptions import RedisError

from shared.contracts.queues import AcceptedMessage, MessageRecord
from shared.contracts.wire import Message
from shared.kernel.clock import Clock, utc_now
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import DEADLINES_MISSED
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import Producer
from shared.storage.answers import Answers
from shared.storage.floor import FloorChange, FloorCommand, system_message
from shared.storage.unanswered import Unanswered, find_unanswered
from shared.storage.visitors import seed_values_blocking
from workers.consumers.step import RetryLater
from workers.services.database import Database


class Watcher:
    """Hands over every accepted message that waited too long."""

    def __init__(
        self,
        answers: Answers,
        database: Database,
        producer: Producer,
        deadline: timedelta,
        clock: Clock = utc_now,
    ) -> None:
        """Hand over what is older than ``deadline``."""
        self._answers = answers
        self._database = database
        self._producer = producer
        self._deadline = deadline
        self._clock = clock

    def sweep(self) -> int:
        """Look once; returns how many conversations were handed over."""
        with self._database.connection() as connection:
            found = find_unanswered(connection, self._clock() - self._deadline)
        return sum(self._hand_over(one) for one in found)

    def _hand_over(self, found: Unanswered) -> bool:
        request_id = str(uuid7())
        with correlated(request_id, conversation_id=str(found.conversation_id)):
            change = FloorChange(
                command=FloorCommand.HANDOFF,
                conversation_id=found.conversation_id,
                message_id=uuid7(),
                now=self._clock(),
                locale=found.locale,
                unanswered_seq=found.visitor_seq,
            )
            try:
                self._seed(found)
                moved = self._answers.change_floor(change)
            except (RedisError, OSError) as error:
                raise RetryLater(f"redis: {type(error).__name__}") from error
            if moved is None:
                return False  # answered, or taken, a moment ago
            message = system_message(change, moved.entry.seq)
            message |= {"id": moved.entry.message_id, "at": moved.entry.at}
            record = MessageRecord(
                site_id=found.site_id,
                message=Message.model_validate(message),
                state=moved.state.mirror(),
            )
            try:
                self._producer.message(AcceptedMessage(request_id=request_id, record=record))
            except BrokerUnavailable as error:
                raise RetryLater(str(error)) from error
            DEADLINES_MISSED.inc()
            get_logger().warning("deadline.missed", visitor_seq=found.visitor_seq)
            return True

    def _seed(self, found: Unanswered) -> None:
        with self._database.connection() as connection:
            values = seed_values_blocking(connection, found.conversation_id)
        if values is not None:
            self._answers.seed(values)
