"""What stands behind the front door: workers' own services, carried out between two steps.

So messages are stored, answered and told to webhooks, and exports are made, before the next
person does anything; and whatever that changes is known to be of this step.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from redis import Redis

from shared.config import Settings, reveal
from shared.contracts.queues import AcceptedMessage, AiResult
from shared.contracts.trials import TrialRequest
from shared.contracts.wire import Citation
from shared.domain.trials import TrialState
from shared.kernel.ids import uuid7
from shared.queues.dead_letters import DeadLetters
from shared.queues.delivery import Delivery
from shared.queues.envelope import unwrap, wrap
from shared.queues.names import Queue
from shared.queues.producers import redis_client
from shared.queues.streams import StreamConsumer, stream_key
from shared.storage.answers import Answers
from shared.storage.assignments import Unmirrored
from shared.storage.offers import Offers
from shared.storage.traces import Traces
from shared.storage.trials import TrialResults
from shared.storage.unstored import Unstored
from shared.tests.samples import ai_result
from tests.isolation.people import Company
from workers.services.assigner import Assigner
from workers.services.database import Database
from workers.services.episodes import EpisodeCounter
from workers.services.persistence import PersistenceService
from workers.services.privacy import PrivacyService
from workers.services.results import ResultService
from workers.services.watcher import Watcher
from workers.services.webhooks import WebhookService
from workers.web.post import Posted

_NO_WAIT = timedelta(0)
_MOST = 200


@dataclass(slots=True)
class Postbox:
    """Where webhooks lead to: nowhere, and what was sent is kept."""

    sent: list[tuple[str, bytes, dict[str, str]]] = field(default_factory=list)

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> Posted:
        """Take one."""
        self.sent.append((url, body, headers))
        return Posted(1, status=200, excerpt=url)


class Errands:
    """Everything that workers do, done when it is asked for."""

    def __init__(self, settings: Settings, companies: dict[UUID, Company]) -> None:
        """Compose; ``companies`` are known by their sites, for whom an agent's answer is of."""
        self._companies = companies
        self._redis: Redis = redis_client(reveal(settings.redis_url), settings)
        self._broker: Redis = Redis.from_url(reveal(settings.broker_url))
        self._database = Database(settings)
        self.postbox = Postbox()
        answers = Answers(self._redis)
        letters = DeadLetters(settings)
        self._privacy = PrivacyService(self._database, Traces(self._redis), letters)
        self._webhooks = WebhookService(self._database, self.postbox)  # type: ignore[arg-type]
        self._results = ResultService(answers, self._database)
        self._persistence = PersistenceService(self._database)
        self._trials = TrialResults(self._redis)
        unstored, unmirrored = Unstored(self._redis), Unmirrored(self._redis)
        self._watcher = Watcher(answers, unstored, self._database, settings.answer_deadline)
        self._assigner = Assigner(Offers(self._redis), unmirrored, answers, self._database)
        self._episodes = EpisodeCounter(self._database)
        self._consumers = {
            queue: StreamConsumer(self._broker, queue, "run", timedelta(seconds=60))
            for queue in Queue
        }

    def close(self) -> None:
        """Let go of connections."""
        self._database.drop()
        self._redis.close()
        self._broker.close()

    def store(self) -> None:
        """Answer what was asked of the agents, and store what was said."""
        for delivery in self._take(Queue.AI_REQUESTS):
            self._answer(delivery)
        if batch := self._take(Queue.DB_MESSAGES):
            self._persistence.process(batch)

    def deliver(self) -> None:
        """Tell webhooks, make exports, offer what waits, count episodes."""
        for request_id in self._privacy.due():
            self._privacy.fulfil(request_id)
        for webhook_id in self._webhooks.due():
            self._webhooks.deliver(webhook_id)
        self._watcher.sweep()
        self._assigner.sweep()
        self._episodes.count()

    def forgive(self) -> None:
        """Forget all rates: the run is no test of those."""
        for key in self._redis.scan_iter("rate:*", count=1_000):
            self._redis.delete(key)

    def _take(self, queue: Queue) -> list[Delivery]:
        if not self._broker.xlen(stream_key(queue)):  # a read would wait for a tenth of a second
            return []
        consumer = self._consumers[queue]
        batch = list(consumer.take(_MOST, _NO_WAIT))
        consumer.ack(batch)
        return batch

    def _answer(self, delivery: Delivery) -> None:
        body = unwrap(delivery.body)
        if body.get("kind") == "trial":
            trial = TrialRequest.model_validate(body)
            said = self._said(trial.record.site_id, trial.record.trial_id)
            self._trials.end(
                trial.record.model_copy(update={"state": TrialState.DONE, "result": said})
            )
        elif body.get("request"):
            accepted = AcceptedMessage.model_validate(body)
            request = accepted.request
            assert request is not None
            said = self._said(request.site_id, request.answer_id)
            asked = request.turn[-1]
            result = said.model_copy(
                update={
                    "conversation_id": request.conversation_id,
                    "epoch": request.epoch,
                    "in_reply_to": asked.id,
                    "answered_seq": asked.seq,
                }
            )
            self._results.process([Delivery(str(uuid7()), wrap(result))])

    def _said(self, site_id: UUID, answer_id: UUID) -> AiResult:
        company = self._companies.get(site_id)
        word = company.marks.word if company else str
        title, quote = word("title"), word("quote")
        return ai_result(
            site_id=site_id,
            answer_id=answer_id,
            text=word("answer"),
            citations=(Citation(n=1, title=title, quote=quote),),
        )
