"""One turn, from a queue's payload to a confirmed result; whatever happens, there is one."""

import random
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol
from uuid import UUID

from redis.exceptions import RedisError

from gpu_worker.actors.progress import LiveProgress
from gpu_worker.actors.turn_metrics import count_turn
from gpu_worker.agents.pipeline import HistoryMessage, Pipeline
from gpu_worker.agents.progress import Superseded
from gpu_worker.agents.texts import handoff_phrase
from shared.contracts.queues import AcceptedMessage, AiRequest, AiResult
from shared.domain.words import HandoffReason, Outcome
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Unavailable
from shared.kernel.ids import uuid7
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import AI_QUEUE_SECONDS, AI_SECONDS, AI_STALE
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import Producer
from shared.storage.answers import Answers
from shared.storage.knowledge import KnowledgeVersion

_MOST_ATTEMPTS = 5
_LEASE = timedelta(seconds=8)


class Refreshable(Protocol):
    """What must be up to date before a turn is answered."""

    def refresh(self, site_id: UUID, version: int) -> None:
        """Take in the knowledge of ``version``; cheap when that is what there is."""


class TurnService:
    """Answers turns; safe to run twice, on two workers, or after a crash."""

    def __init__(
        self,
        *,
        pipeline: Pipeline,
        knowledge: Refreshable,
        versions: KnowledgeVersion,
        answers: Answers,
        producer: Producer,
        give_up_after: timedelta,
        clock: Clock = utc_now,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Compose the service; a result that nobody takes is given up after a while."""
        self._pipeline = pipeline
        self._knowledge = knowledge
        self._versions = versions
        self._answers = answers
        self._producer = producer
        self._give_up_after = give_up_after
        self._clock = clock
        self._sleep = sleep

    def answer(self, accepted: AcceptedMessage) -> None:
        """Answer the turn that came with a message, if it is still wanted."""
        request = accepted.request
        if request is None:
            return
        with correlated(
            accepted.request_id,
            conversation_id=str(request.conversation_id),
            answer_id=str(request.answer_id),
        ):
            waited = (self._clock() - request.accepted_at).total_seconds()
            AI_QUEUE_SECONDS.observe(max(0.0, waited))
            token = str(uuid7())
            if not self._acquire(request, token):
                AI_STALE.inc()
                get_logger().info("turn.superseded", epoch=request.epoch)
                return
            try:
                self._make(request, accepted.request_id, token)
            finally:
                self._release(request, token)

    def _make(self, request: AiRequest, request_id: str, token: str) -> None:
        started = time.perf_counter()
        try:
            result = self._result(request, request_id, token)
        except Superseded:
            AI_STALE.inc()
            get_logger().info("turn.superseded", epoch=request.epoch)
            return
        self._publish(request, result)
        seconds = time.perf_counter() - started
        AI_SECONDS.observe(seconds)
        count_turn(request, result, (self._clock() - request.accepted_at).total_seconds())
        get_logger().info(
            "turn.answered",
            outcome=result.outcome,
            agent=result.agent,
            reason=result.handoff_reason,
            ms=round(seconds * 1000, 1),
        )

    def _result(self, request: AiRequest, request_id: str, token: str) -> AiResult:
        if self._attempts(request) > _MOST_ATTEMPTS:
            # It has ended its worker every time; a person takes it before it ends one more.
            get_logger().error("turn.poisonous", attempts=_MOST_ATTEMPTS)
            return _failed(request, request_id)
        progress = LiveProgress(
            self._answers,
            request,
            keep=lambda: self._answers.renew(request.answer_id, token, _LEASE),
        )
        try:
            self._refresh(request.site_id)
            result = self._pipeline.answer(request, request_id, self._history(request), progress)
            progress.flush()
        except Superseded:
            raise
        except Unavailable as away:
            # Chroma, with nothing of the site in memory: expected, and a person can help.
            get_logger().warning("turn.unavailable", error=str(away))
            return _failed(request, request_id)
        except Exception:  # noqa: BLE001 (never silence)
            # A bug in the pipeline: its story is in the log, and the visitor gets a person.
            get_logger().exception("turn.failed")
            return _failed(request, request_id)
        return result

    def _publish(self, request: AiRequest, result: AiResult) -> None:
        """Hold the turn until the broker has its result; the message is acknowledged after."""
        until = time.monotonic() + self._give_up_after.total_seconds()
        while True:
            try:
                self._producer.response(result)
            except BrokerUnavailable as error:
                get_logger().warning("result.not_confirmed", error=str(error))
                if time.monotonic() > until or not self._is_current(request):
                    return  # the watcher has called a person by now
                self._sleep(random.uniform(0.2, 1.0))  # noqa: S311 (jitter)
            else:
                return

    def _acquire(self, request: AiRequest, token: str) -> bool:
        """Take the lease; wait while another worker has it, until the turn is answered."""
        while self._is_current(request):
            try:
                if self._answers.lease(request.answer_id, token, _LEASE):
                    return True
            except (RedisError, OSError):
                return True  # without Redis nobody can hold a lease; results are checked later
            self._sleep(0.25)
        return False

    def _release(self, request: AiRequest, token: str) -> None:
        try:
            self._answers.release(request.answer_id, token)
        except (RedisError, OSError):
            get_logger().debug("lease.left_to_expire")

    def _is_current(self, request: AiRequest) -> bool:
        try:
            return self._answers.is_current(
                request.conversation_id, request.epoch, request.turn[-1].seq
            )
        except (RedisError, OSError):
            return True  # it is not known to be out of date

    def _attempts(self, request: AiRequest) -> int:
        try:
            return self._answers.begin(request.answer_id)
        except (RedisError, OSError):
            return 1

    def _refresh(self, site_id: UUID) -> None:
        try:
            version = self._versions.current(site_id)
        except (RedisError, OSError):
            return  # what is in memory will do
        self._knowledge.refresh(site_id, version)

    def _history(self, request: AiRequest) -> list[HistoryMessage]:
        try:
            said = self._answers.history(request.conversation_id, request.turn[0].seq)
        except (RedisError, OSError):
            return []
        return [HistoryMessage(m.sender, m.text, m.agent) for m in said if m.text]


def _failed(request: AiRequest, request_id: str) -> AiResult:
    return AiResult(
        request_id=request_id,
        conversation_id=request.conversation_id,
        site_id=request.site_id,
        epoch=request.epoch,
        answer_id=request.answer_id,
        in_reply_to=request.turn[-1].id,
        answered_seq=request.turn[-1].seq,
        outcome=Outcome.HANDED_OFF,
        text=handoff_phrase(HandoffReason.FAILED, request.locale),
        handoff_reason=HandoffReason.FAILED,
    )
