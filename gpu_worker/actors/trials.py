"""What operators ask the agents: the way of a visitor's turn, and nothing of it in a conversation.

A trial runs beside the turns: at most so many at once in a process, so that threads are left for
visitors, and not at all once nobody waits for it any more.
"""

import threading
import time
from collections.abc import Callable

from redis.exceptions import RedisError

from gpu_worker.actors.turns import Refreshable
from gpu_worker.agents.pipeline import HistoryMessage, Pipeline
from gpu_worker.agents.progress import Superseded
from shared.contracts.queues import AiResult
from shared.contracts.trials import TrialRecord, TrialRequest
from shared.domain.trials import TrialFailure, TrialKind, TrialState
from shared.domain.words import HandoffReason, Outcome, Stage
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Unavailable
from shared.observability.logs import correlated, get_logger
from shared.observability.metrics import TRIALS
from shared.storage.answers import Answers
from shared.storage.knowledge import KnowledgeVersion
from shared.storage.trials import TrialResults

_MOST_ATTEMPTS = 2
_ATTEMPTS_TO_TELL = 3
# With these nothing was found, or nothing works: there is no best to be had.
_HOPELESS = {HandoffReason.NO_KNOWLEDGE, HandoffReason.FAILED}


class Until:
    """Progress that nobody follows; ends the work when nobody waits for it any more."""

    def __init__(self, is_over: Callable[[], bool]) -> None:
        """Ask ``is_over`` at every step."""
        self._is_over = is_over

    def stage(self, stage: Stage, agent: str | None = None) -> None:  # noqa: ARG002
        """Go on, or stop."""
        self.beat()

    def delta(self, text: str) -> None:  # noqa: ARG002
        """Go on, or stop."""
        self.beat()

    def beat(self) -> None:
        """Go on, or stop."""
        if self._is_over():
            raise Superseded

    def start_over(self) -> None:
        """Take nothing back: nothing was shown."""


class TrialService:
    """Runs trials; one that is delivered twice is told once."""

    def __init__(
        self,
        *,
        pipeline: Pipeline,
        knowledge: Refreshable,
        versions: KnowledgeVersion,
        results: TrialResults,
        answers: Answers,
        most: int,
        clock: Clock = utc_now,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Compose the service; ``most`` trials run at once in this process."""
        self._pipeline = pipeline
        self._knowledge = knowledge
        self._versions = versions
        self._results = results
        self._answers = answers
        self._room = threading.BoundedSemaphore(most)
        self._clock = clock
        self._sleep = sleep

    def run(self, trial: TrialRequest) -> None:
        """Ask the agents and tell the operator, if they still wait."""
        record = trial.record
        with correlated(trial.request_id, trial_id=str(record.trial_id)):
            if not self._is_wanted(record):
                get_logger().info("trial.not_wanted")
                return
            ended = self._ended(trial)
            self._tell(ended)
            TRIALS.labels(ended.kind, ended.failure or ended.state).inc()
            get_logger().info("trial.ended", kind=ended.kind, failure=ended.failure)

    def _ended(self, trial: TrialRequest) -> TrialRecord:
        if not self._room.acquire(blocking=False):
            return _failed(trial.record, TrialFailure.BUSY)
        try:
            if self._attempts(trial.record) > _MOST_ATTEMPTS:
                get_logger().error("trial.poisonous", attempts=_MOST_ATTEMPTS)
                return _failed(trial.record, TrialFailure.FAILED)
            self._refresh(trial.record)
            return self._made(trial)
        except Superseded:
            return _failed(trial.record, TrialFailure.LATE)
        except Unavailable as away:
            get_logger().warning("trial.unavailable", error=str(away))
            return _failed(trial.record, TrialFailure.UNAVAILABLE)
        except Exception:  # noqa: BLE001 (whoever asked is told, whatever happens)
            get_logger().exception("trial.failed")
            return _failed(trial.record, TrialFailure.FAILED)
        finally:
            self._room.release()

    def _made(self, trial: TrialRequest) -> TrialRecord:
        record, request = trial.record, trial.request
        history = [HistoryMessage(said.sender, said.text, said.agent) for said in record.history]
        progress = Until(lambda: self._clock() > trial.until)
        progress.beat()
        done: dict[str, object] = {"state": TrialState.DONE}
        if record.kind is TrialKind.SEARCH:
            found = self._pipeline.search(request, trial.request_id, history, progress)
            return record.model_copy(update=done | {"found": found})
        result = self._pipeline.answer(request, trial.request_id, history, progress)
        done |= {"result": result}
        if record.kind is TrialKind.DRAFT and _is_open(result):
            best = self._pipeline.answer(request, trial.request_id, history, progress, insists=True)
            if best.outcome in (Outcome.ANSWERED, Outcome.QUOTED):
                done |= {"attempt": best}
        return record.model_copy(update=done)

    def _is_wanted(self, record: TrialRecord) -> bool:
        try:
            return self._results.is_wanted(record.trial_id)
        except (RedisError, OSError):
            return False  # nobody could be told

    def _tell(self, record: TrialRecord) -> None:
        for _ in range(_ATTEMPTS_TO_TELL):
            try:
                self._results.end(record)
            except (RedisError, OSError) as error:
                get_logger().warning("trial.not_told", error=type(error).__name__)
                self._sleep(0.5)
            else:
                return

    def _attempts(self, record: TrialRecord) -> int:
        try:
            return self._answers.begin(record.trial_id)
        except (RedisError, OSError):
            return 1

    def _refresh(self, record: TrialRecord) -> None:
        try:
            version = self._versions.current(record.site_id)
        except (RedisError, OSError):
            return  # what is in memory will do
        self._knowledge.refresh(record.site_id, version)


def _is_open(result: AiResult) -> bool:
    """Whether a visitor would have got no answer, though there may be one."""
    if result.outcome is Outcome.CLARIFIED:
        return True
    return result.outcome is Outcome.HANDED_OFF and result.handoff_reason not in _HOPELESS


def _failed(record: TrialRecord, failure: TrialFailure) -> TrialRecord:
    return record.model_copy(update={"state": TrialState.FAILED, "failure": failure})
