"""A turn ends in one confirmed result, or in nothing because nobody waits for it any more."""

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

import pytest
from redis.exceptions import ConnectionError as RedisDown
from structlog.testing import capture_logs

from gpu_worker.actors.turns import TurnService
from gpu_worker.agents.progress import Progress, Superseded
from shared.contracts.queues import AcceptedMessage, AiRequest, AiResult
from shared.domain.words import HandoffReason, Outcome, Stage
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import Producer
from shared.storage.answers import Answers
from shared.storage.chroma import VectorStoreDown
from shared.storage.knowledge import KnowledgeVersion
from shared.tests.samples import accepted_message, ai_result


class FakeAnswers:
    """The live state, as far as a turn asks for it."""

    def __init__(self) -> None:
        self.is_current_now = True
        self.attempts = 0
        self.holder: str | None = None
        self.is_down = False
        self.told: list[object] = []

    def _alive(self) -> None:
        if self.is_down:
            raise RedisDown("down")

    def is_current(self, *_: object) -> bool:
        self._alive()
        return self.is_current_now

    def begin(self, _: UUID) -> int:
        self._alive()
        self.attempts += 1
        return self.attempts

    def lease(self, _: UUID, token: str, __: timedelta) -> bool:
        self._alive()
        if self.holder is None:
            self.holder = token
        return self.holder == token

    def renew(self, _: UUID, token: str, __: timedelta) -> bool:
        self._alive()
        return self.holder == token

    def release(self, _: UUID, token: str) -> None:
        self._alive()
        if self.holder == token:
            self.holder = None

    def stage(self, *details: object, **_: object) -> bool:
        self._alive()
        self.told.append(details)
        return self.is_current_now

    def delta(self, *details: object) -> bool:
        self._alive()
        self.told.append(details)
        return self.is_current_now

    def history(self, *_: object, **__: object) -> list[object]:
        self._alive()
        return []


class Bench:
    """A turn service with everything around it in the test's hands."""

    def __init__(self) -> None:
        self.answers = FakeAnswers()
        self.sent: list[AiResult] = []
        self.refusals = 0
        self.naps: list[float] = []
        self.on_nap: Callable[[], None] = lambda: None
        self.made = 0
        self.failure: Exception | None = None
        self.version_fails = False
        self.service = TurnService(
            pipeline=cast("Any", SimpleNamespace(answer=self._answer)),
            knowledge=cast("Any", SimpleNamespace(refresh=lambda *_: None)),
            versions=cast("KnowledgeVersion", SimpleNamespace(current=self._version)),
            answers=cast("Answers", self.answers),
            producer=cast("Producer", SimpleNamespace(response=self._send)),
            give_up_after=timedelta(seconds=90),
            sleep=self._nap,
        )

    def run(self, accepted: AcceptedMessage | None = None) -> None:
        """Answer a turn."""
        self.service.answer(accepted or accepted_message())

    def _answer(
        self, request: AiRequest, request_id: str, _: object, progress: Progress
    ) -> AiResult:
        self.made += 1
        progress.stage(Stage.WRITING, "network")
        if self.failure:
            raise self.failure
        progress.delta("Перезапустите VPN [1]")
        return ai_result(
            request_id=request_id,
            conversation_id=request.conversation_id,
            epoch=request.epoch,
            answer_id=request.answer_id,
        )

    def _version(self, _: UUID) -> int:
        if self.version_fails:
            raise RedisDown("down")
        return 1

    def _send(self, result: AiResult) -> None:
        if self.refusals > 0:
            self.refusals -= 1
            raise BrokerUnavailable("down")
        self.sent.append(result)

    def _nap(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.on_nap()


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_turn_is_answered_shown_and_its_lease_given_back(bench: Bench) -> None:
    bench.run()
    (result,) = bench.sent
    assert result.outcome is Outcome.QUOTED
    assert result.request_id == "request-1"
    assert len(bench.answers.told) >= 2
    assert bench.answers.holder is None


def test_a_message_without_a_request_is_no_turn(bench: Bench) -> None:
    bench.run(accepted_message().model_copy(update={"request": None}))
    assert (bench.made, bench.sent) == (0, [])


def test_a_turn_that_is_out_of_date_is_not_begun(bench: Bench) -> None:
    bench.answers.is_current_now = False
    bench.run()
    assert (bench.made, bench.sent) == (0, [])


def test_a_turn_that_goes_out_of_date_while_it_is_written_is_given_up(bench: Bench) -> None:
    def overtaken(*_: object, **__: object) -> bool:
        return False

    bench.answers.stage = overtaken  # type: ignore[method-assign]
    bench.run()
    assert bench.made == 1
    assert bench.sent == []
    assert bench.answers.holder is None


def test_superseded_by_the_pipeline_sends_nothing(bench: Bench) -> None:
    bench.failure = Superseded()
    bench.run()
    assert bench.sent == []


@pytest.mark.parametrize(
    ("failure", "event"),
    [
        (ZeroDivisionError("a bug"), ("turn.failed", "error")),
        (VectorStoreDown(detail="Chroma: ConnectError"), ("turn.unavailable", "warning")),
    ],
)
def test_a_failure_hands_the_visitor_to_a_person_and_only_a_bug_is_an_error(
    bench: Bench, failure: Exception, event: tuple[str, str]
) -> None:
    bench.failure = failure
    with capture_logs() as logged:
        bench.run()
    assert event in [(line["event"], line["log_level"]) for line in logged]
    (result,) = bench.sent
    assert (result.outcome, result.handoff_reason) == (Outcome.HANDED_OFF, HandoffReason.FAILED)
    assert result.text
    assert bench.answers.holder is None


def test_the_fifth_attempt_is_still_made_and_the_sixth_hands_over(bench: Bench) -> None:
    bench.answers.attempts = 4
    bench.run()
    bench.run()
    assert [result.outcome for result in bench.sent] == [Outcome.QUOTED, Outcome.HANDED_OFF]
    assert bench.sent[1].handoff_reason is HandoffReason.FAILED
    assert bench.made == 1


def test_while_the_broker_is_down_the_result_is_held_and_sent_when_it_is_back(
    bench: Bench,
) -> None:
    bench.refusals = 7
    bench.run()
    assert len(bench.sent) == 1
    assert bench.made == 1, "made anew instead of held"
    assert len(bench.naps) == 7
    assert all(0.1 <= nap <= 2 for nap in bench.naps)


def test_a_held_result_is_dropped_once_nobody_waits_for_it(bench: Bench) -> None:
    bench.refusals = 10_000

    def overtake_at_the_third() -> None:
        bench.answers.is_current_now = len(bench.naps) < 3

    bench.on_nap = overtake_at_the_third
    bench.run()
    assert bench.sent == []
    assert len(bench.naps) == 3


def test_a_second_worker_waits_for_the_first_and_then_finds_the_turn_answered(
    bench: Bench,
) -> None:
    bench.answers.holder = "another worker"

    def answered_at_the_fourth() -> None:
        bench.answers.is_current_now = len(bench.naps) < 4

    bench.on_nap = answered_at_the_fourth
    bench.run()
    assert (bench.made, bench.sent) == (0, [])
    assert bench.answers.holder == "another worker"


def test_a_second_worker_takes_over_when_the_first_one_s_lease_ends(bench: Bench) -> None:
    bench.answers.holder = "a dead worker"

    def lease_ends() -> None:
        bench.answers.holder = None if len(bench.naps) == 2 else bench.answers.holder

    bench.on_nap = lease_ends
    bench.run()
    assert len(bench.sent) == 1


def test_without_redis_a_turn_is_answered_all_the_same(bench: Bench) -> None:
    bench.answers.is_down = True
    bench.version_fails = True
    bench.run()
    assert [result.outcome for result in bench.sent] == [Outcome.QUOTED]
