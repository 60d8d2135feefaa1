"""What operators ask the agents goes the visitors' way, and ends told, whatever happens."""

import threading
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from redis.exceptions import ConnectionError as RedisDown

from gpu_worker.actors.trials import TrialService
from gpu_worker.agents.backends.base import Backend, Draft
from gpu_worker.agents.backends.extractive import ExtractiveBackend
from gpu_worker.agents.calibration import load_calibration
from gpu_worker.agents.pipeline import Pipeline
from gpu_worker.retrieval.hashed import HashedEmbedder
from gpu_worker.tests.support import (
    AGENTS,
    SITE,
    Recorder,
    ScriptedBackend,
    help_desk,
    never_sure,
)
from shared.contracts.trials import TrialRecord, TrialRequest, TrialSaid
from shared.domain.trials import TrialFailure, TrialKind, TrialState
from shared.domain.words import HandoffReason, Outcome, Sender
from shared.kernel.clock import utc_now
from shared.storage.chroma import VectorStoreDown
from shared.tests.samples import trial

QUESTION = "Забыл пароль от рабочей учётной записи"


class Bench:
    """A trial service over the small help desk, with the rest in the test's hands."""

    def __init__(self, *, sure: bool = True, backend: Backend | None = None, most: int = 4) -> None:
        self.knowledge = help_desk()[1]
        calibration = load_calibration(embedding_model=HashedEmbedder.name)
        self.pipeline = Pipeline(
            knowledge=self.knowledge,
            backend=backend or ExtractiveBackend(),
            calibration=calibration if sure else never_sure(),
        )
        self.told: list[TrialRecord] = []
        self.is_wanted = True
        self.refusals = 0
        self.attempts = 0
        self.failure: Exception | None = None
        results = SimpleNamespace(is_wanted=lambda _: self.is_wanted, end=self._end)
        self.service = TrialService(
            pipeline=self.pipeline,
            knowledge=cast("Any", SimpleNamespace(refresh=self._refresh)),
            versions=cast("Any", SimpleNamespace(current=lambda _: 1)),
            results=cast("Any", results),
            answers=cast("Any", SimpleNamespace(begin=lambda _: self.attempts + 1)),
            most=most,
            sleep=lambda _: None,
        )

    def ask(self, text: str, *more: str, **record: object) -> TrialRecord:
        """Run a trial and return what the operator was told."""
        self.service.run(self.request(text, *more, **record))
        (told,) = self.told
        return told

    @staticmethod
    def request(text: str, *more: str, **record: Any) -> TrialRequest:  # noqa: ANN401
        asked = trial(text, site_id=SITE, **record)
        first = asked.request.turn[0]
        turn = tuple(first.model_copy(update={"text": one}) for one in (text, *more))
        return asked.model_copy(
            update={"request": asked.request.model_copy(update={"agents": AGENTS, "turn": turn})}
        )

    def _end(self, record: TrialRecord) -> bool:
        if self.refusals:
            self.refusals -= 1
            raise RedisDown("down")
        self.told.append(record)
        return True

    def _refresh(self, *_: object) -> None:
        if self.failure:
            raise self.failure


def test_a_trial_is_answered_as_a_visitor_s_turn_is() -> None:
    bench = Bench()
    told = bench.ask(QUESTION)
    same = bench.pipeline.answer(bench.request(QUESTION).request, "request-1", (), Recorder())
    assert told.state is TrialState.DONE
    assert told.result is not None
    assert told.result.provenance is not None
    assert same.provenance is not None
    times: dict[str, object] = {"stage_ms": {}}
    ours, theirs = (
        one.model_copy(update={"provenance": one.provenance.model_copy(update=times)})
        for one in (told.result, same)
        if one.provenance
    )
    assert ours == theirs
    assert told.result.outcome is Outcome.QUOTED
    assert told.attempt is None


def test_a_trial_knows_what_was_said_before() -> None:
    history = (
        TrialSaid(sender=Sender.VISITOR, text="принтер не печатает"),
        TrialSaid(sender=Sender.AGENT, text="Отмените все задания.", agent="hardware"),
    )
    told = Bench().ask("а документ в очереди висит", history=history)
    assert told.result is not None
    assert told.result.provenance is not None
    assert told.result.provenance.agents == ("hardware",)


def test_a_search_finds_passages_with_their_scores_and_writes_nothing() -> None:
    backend = ScriptedBackend(["не"], Draft("не", ()))
    told = Bench(backend=backend).ask(QUESTION, kind=TrialKind.SEARCH)
    assert told.result is None
    assert told.found is not None
    assert told.found.passages[0].agent == "access"
    assert {one.agent for one in told.found.passages} > {"access"}
    scores = [one.score for one in told.found.passages]
    assert scores == sorted(scores, reverse=True)
    assert told.found.passages[0].lexical > 0 < told.found.passages[0].dense
    assert told.found.stage_ms.keys() == {"understanding", "routing"}
    assert backend.tasks == []


def test_a_search_among_one_agent_s_passages_finds_no_other_s() -> None:
    bench = Bench()
    request = bench.request(QUESTION, kind=TrialKind.SEARCH)
    one = tuple(agent for agent in AGENTS if agent.slug == "hardware")
    bench.service.run(
        request.model_copy(update={"request": request.request.model_copy(update={"agents": one})})
    )
    (told,) = bench.told
    assert told.found is not None
    assert {passage.agent for passage in told.found.passages} == {"hardware"}


def test_a_draft_of_unsure_agents_is_their_best_attempt_beside_what_a_visitor_gets() -> None:
    told = Bench(sure=False).ask(QUESTION, kind=TrialKind.DRAFT)
    assert told.result is not None
    assert told.result.outcome is Outcome.CLARIFIED
    assert told.attempt is not None
    assert told.attempt.outcome is Outcome.QUOTED
    assert "портале" in told.attempt.text
    assert told.attempt.agent == "access"
    assert told.attempt.citations


def test_only_a_draft_is_insisted_on() -> None:
    told = Bench(sure=False).ask(QUESTION)
    assert told.result is not None
    assert told.result.outcome is Outcome.CLARIFIED
    assert told.attempt is None


def test_a_draft_answers_what_stands_beside_the_call_for_a_person() -> None:
    told = Bench().ask(QUESTION, "позовите оператора", kind=TrialKind.DRAFT)
    assert told.result is not None
    assert told.result.handoff_reason is HandoffReason.REQUESTED
    assert told.attempt is not None
    assert "портале" in told.attempt.text


def test_a_call_for_a_person_alone_has_no_draft() -> None:
    told = Bench().ask("позовите оператора", kind=TrialKind.DRAFT)
    assert told.result is not None
    assert told.result.handoff_reason is HandoffReason.REQUESTED
    assert told.attempt is None


def test_what_nothing_was_found_for_has_no_draft() -> None:
    bench = Bench()
    asked = bench.request(QUESTION, kind=TrialKind.DRAFT)
    nobody = asked.request.model_copy(update={"agents": ()})
    bench.service.run(asked.model_copy(update={"request": nobody}))
    (told,) = bench.told
    assert told.result is not None
    assert told.result.handoff_reason is HandoffReason.NO_KNOWLEDGE
    assert told.attempt is None


def test_nobody_is_asked_once_nobody_waits() -> None:
    bench = Bench()
    bench.is_wanted = False
    bench.service.run(bench.request(QUESTION))
    assert bench.told == []


def test_a_trial_whose_time_is_over_is_told_so() -> None:
    bench = Bench()
    late = {"until": utc_now() - timedelta(seconds=1)}
    bench.service.run(bench.request(QUESTION).model_copy(update=late))
    assert [one.failure for one in bench.told] == [TrialFailure.LATE]


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (VectorStoreDown(), TrialFailure.UNAVAILABLE),
        (ZeroDivisionError("a bug"), TrialFailure.FAILED),
    ],
)
def test_a_trial_that_fails_is_told_why(error: Exception, failure: TrialFailure) -> None:
    bench = Bench()
    bench.failure = error
    told = bench.ask(QUESTION)
    assert (told.state, told.failure) == (TrialState.FAILED, failure)


def test_a_trial_that_ends_its_worker_is_not_begun_for_ever() -> None:
    bench = Bench()
    bench.attempts = 2
    assert bench.ask(QUESTION).failure is TrialFailure.FAILED


def test_what_cannot_be_told_at_first_is_told_again() -> None:
    bench = Bench()
    bench.refusals = 2
    assert bench.ask(QUESTION).state is TrialState.DONE


def test_trials_take_no_more_threads_than_they_may() -> None:
    """The others are for visitors."""
    begun, holding = threading.Event(), threading.Event()

    class Slow(ScriptedBackend):
        def write(self, task: Any) -> Any:  # noqa: ANN401
            begun.set()
            holding.wait(20)
            yield from super().write(task)

    bench = Bench(backend=Slow(["Портал [1]"], Draft("Портал [1]", ())), most=1)
    first = threading.Thread(target=bench.service.run, args=(bench.request(QUESTION),))
    first.start()
    assert begun.wait(20)
    bench.service.run(bench.request(QUESTION))
    assert [one.failure for one in bench.told] == [TrialFailure.BUSY]
    holding.set()
    first.join(20)
    assert [one.state for one in bench.told] == [TrialState.FAILED, TrialState.DONE]
