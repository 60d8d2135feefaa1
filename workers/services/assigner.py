"""Finds somebody for what waits, where a site or a team has that done by itself (ADR 0016).

Looks every second, in every process that writes messages: PostgreSQL knows what waits and who
works where, Redis who is here and what they have. The choice itself is one script, so processes
that look at once give a conversation once. Somebody who becomes available is found by the next
look, as is whoever comes after one who did not take it in time. What was given to somebody who
then was disabled, or left the site, is freed first, also where nothing is assigned by itself.
"""

from uuid import UUID

from redis.exceptions import RedisError

from shared.kernel.clock import Clock, utc_now
from shared.observability.logs import get_logger
from shared.storage.answers import Answers
from shared.storage.assignments import Unmirrored
from shared.storage.offers import Candidate, Due, Offers, find_candidates, find_due
from shared.storage.state import LiveState
from shared.storage.unanswered import find_abandoned
from shared.storage.visitors import seed_values_blocking
from workers.consumers.step import RetryLater
from workers.services.database import Database

EVERY_SECONDS = 1.0


class Assigner:
    """Offers waiting conversations to available operators."""

    def __init__(
        self,
        offers: Offers,
        unmirrored: Unmirrored,
        answers: Answers,
        database: Database,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._offers = offers
        self._unmirrored = unmirrored
        self._answers = answers
        self._database = database
        self._clock = clock

    def sweep(self) -> None:
        """Look once.

        Raises:
            RetryLater: PostgreSQL or Redis is away.
        """
        try:
            for state in self._unmirrored.states():
                self._mirror(state)
            self._take_back()
            self._offer_due()
        except (RedisError, OSError) as error:
            raise RetryLater(f"redis: {type(error).__name__}") from error

    def _take_back(self) -> None:
        """Free what was given to somebody who has gone, by hand or not: nobody else would."""
        with self._database.connection() as connection:
            found = find_abandoned(connection)
        for one in found:
            result, state = self._offers.take_back(one, self._clock())
            if result == "missing":
                self._seed(one.conversation_id)
                _, state = self._offers.take_back(one, self._clock())
            if state is not None:
                self._mirror(state)
                get_logger().info(
                    "conversation.freed",
                    conversation_id=str(one.conversation_id),
                    operator_id=str(one.assignee_id),
                )

    def _offer_due(self) -> None:
        with self._database.connection() as connection:
            found = find_due(connection, self._clock())
        known: dict[tuple[UUID, UUID | None], list[Candidate]] = {}
        for due in found:
            place = due.site_id, due.team_id
            if place not in known:
                with self._database.connection() as connection:
                    known[place] = find_candidates(connection, *place)
            if known[place] and not self._offer(due, known[place]):
                known[place] = []  # nobody is here: the rest need not be asked for

    def _offer(self, due: Due, candidates: list[Candidate]) -> bool:
        result, state = self._offers.offer(due, candidates, self._clock())
        if result == "missing":
            self._seed(due.conversation_id)
            result, state = self._offers.offer(due, candidates, self._clock())
        if state is not None:
            self._mirror(state)
            get_logger().info(
                "conversation.offered",
                conversation_id=str(due.conversation_id),
                operator_id=str(state.assignee),
            )
        # Nobody but the one who did not take it is an answer for this conversation alone.
        return result != "nobody" or due.is_offered

    def _mirror(self, state: LiveState) -> None:
        with self._database.connection() as connection:
            self._unmirrored.mirror(connection, state)

    def _seed(self, conversation_id: UUID) -> None:
        with self._database.connection() as connection:
            values = seed_values_blocking(connection, conversation_id)
        if values is not None:
            self._answers.seed(values)
