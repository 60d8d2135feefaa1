"""Whatever happens to the language model, the turn is answered and operators are told why."""

from collections.abc import Callable
from threading import Event

import pytest
from prometheus_client import REGISTRY

from gpu_worker.agents.backends.base import Backend, BackendError, Draft
from gpu_worker.agents.backends.generative import GenerativeBackend, Loaded, NoAdapters
from gpu_worker.agents.backends.guard import GuardedBackend
from gpu_worker.agents.backends.loading import LoadingBackend
from gpu_worker.agents.prompts import CHATML
from gpu_worker.engine import core
from gpu_worker.tests.support import (
    FakeEngine,
    Recorder,
    ScriptedBackend,
    WordTokenizer,
    ask,
)
from shared.domain.words import HandoffReason, ModelTrouble, Outcome

QUESTION = "не могу подключиться к vpn из дома"
ANSWER = "Перезапустите программу VPN. [1]"


def backend_over(engine: FakeEngine, context: int = 8_000) -> GenerativeBackend:
    return GenerativeBackend(
        Loaded(
            name="tiny",
            engine=engine,
            tokenizer=WordTokenizer(),
            marks=CHATML,
            params=core.SamplingParams(max_new_tokens=200),
            adapters=NoAdapters(),
            context_tokens=context,
        )
    )


def failing_after(words: int, error: core.EngineError) -> Backend:
    return backend_over(FakeEngine(ANSWER, fails_at=words, error=error))


def refusing(error: core.EngineError) -> Backend:
    return backend_over(FakeEngine(ANSWER, refusal=error))


def still_loading() -> Backend:
    def load() -> Backend:
        Event().wait(0.3)
        return ScriptedBackend([])

    return LoadingBackend(load, "tiny")


def not_loaded() -> Backend:
    tried = Event()

    def load() -> Backend:
        tried.set()
        raise OSError("no such folder")

    backend = LoadingBackend(load, "tiny")
    tried.wait(5)
    backend._thread.join(0.1)
    return backend


MATRIX: dict[str, tuple[Callable[[], Backend], ModelTrouble]] = {
    "it is loading": (still_loading, ModelTrouble.LOADING),
    "it did not load": (not_loaded, ModelTrouble.LOAD_FAILED),
    "its queue is full": (
        lambda: refusing(core.QueueFull("64 requests wait already")),
        ModelTrouble.OVERLOADED,
    ),
    "memory runs out at once": (
        lambda: refusing(core.OutOfMemory("no memory")),
        ModelTrouble.OUT_OF_MEMORY,
    ),
    "memory runs out while it writes": (
        lambda: failing_after(7, core.OutOfMemory("no memory")),
        ModelTrouble.OUT_OF_MEMORY,
    ),
    "time runs out before the first word": (
        lambda: failing_after(0, core.PastDeadline("not finished within 20 s")),
        ModelTrouble.DEADLINE,
    ),
    "time runs out while it writes": (
        lambda: failing_after(7, core.PastDeadline("not finished within 20 s")),
        ModelTrouble.DEADLINE,
    ),
    "a step fails": (lambda: failing_after(3, core.StepFailed("nan")), ModelTrouble.FAILED),
    "the engine stops": (lambda: failing_after(3, core.EngineStopped("lost")), ModelTrouble.FAILED),
    "it says nothing": (lambda: backend_over(FakeEngine("  \n")), ModelTrouble.SILENT),
    "its context is too small": (
        lambda: backend_over(FakeEngine(ANSWER), context=400),
        ModelTrouble.FAILED,
    ),
    "it has a bug": (
        lambda: GuardedBackend(ScriptedBackend(["сло"], error=ZeroDivisionError("a bug"))),
        ModelTrouble.FAILED,
    ),
}


def counted(reason: ModelTrouble) -> float:
    return REGISTRY.get_sample_value("otvet_model_trouble_total", {"reason": reason}) or 0.0


@pytest.mark.parametrize("name", MATRIX)
def test_the_turn_is_quoted_the_reason_noted_and_the_model_s_words_taken_back(name: str) -> None:
    make, trouble = MATRIX[name]
    before, progress = counted(trouble), Recorder()
    backend = make()
    result = ask(QUESTION, backend=backend, progress=progress)
    backend.close()
    assert result.outcome is Outcome.QUOTED
    assert "Перезапустите программу VPN." in result.text
    assert result.provenance is not None
    assert (result.provenance.backend, result.provenance.model) == ("extractive", None)
    assert result.provenance.trouble is trouble
    assert progress.restarts == 1
    assert "".join(progress.deltas) == result.text
    assert counted(trouble) == before + 1


def test_when_nothing_can_be_quoted_either_a_person_is_told_why() -> None:
    first = ScriptedBackend(["сло"], error=BackendError("down", ModelTrouble.UNREACHABLE))
    for fallback, reason in [
        (ScriptedBackend([], Draft("", ())), HandoffReason.UNGROUNDED),
        (ScriptedBackend([], error=BackendError("too")), HandoffReason.FAILED),
    ]:
        result = ask(QUESTION, backend=first, fallback=fallback)
        assert (result.outcome, result.handoff_reason) == (Outcome.HANDED_OFF, reason)
        assert result.provenance is not None
        assert result.provenance.trouble is ModelTrouble.UNREACHABLE


def test_an_answer_of_the_model_has_no_trouble_and_says_all_it_was_made_from() -> None:
    result = ask(QUESTION, backend=backend_over(FakeEngine(ANSWER)))
    assert result.outcome is Outcome.ANSWERED
    why = result.provenance
    assert why is not None
    assert (why.backend, why.model, why.trouble) == ("local", "tiny", None)
    assert why.template == "default.2+network.1"
    assert why.prompt_hash
    assert (why.turns_cut, why.passages_cut) == (0, 0)
    assert why.seed is not None
    assert why.answer_tokens == len(ANSWER)
    assert why.prompt_tokens > 100


def test_the_same_turn_answered_again_has_the_same_seed_and_another_turn_another() -> None:
    engine = FakeEngine(ANSWER)
    backend = backend_over(engine)
    turns = [ask(QUESTION, backend=backend) for _ in range(2)]
    seeds = {turn.answer_id: turn.provenance and turn.provenance.seed for turn in turns}
    assert len(set(seeds.values())) == 2
    assert [params.seed for _, _, params in engine.submitted] == list(seeds.values())


def test_what_the_model_cost_is_counted_by_agent() -> None:
    def value(name: str, **labels: str) -> float:
        return REGISTRY.get_sample_value(name, {"agent": "network", **labels}) or 0.0

    names = [
        ("ai_tokens_used_total", {"kind": "answer"}),
        ("ai_tokens_used_total", {"kind": "prompt"}),
        ("otvet_first_text_seconds_count", {}),
        ("otvet_writing_seconds_count", {}),
    ]
    before = [value(name, **labels) for name, labels in names]
    ask(QUESTION, backend=ScriptedBackend([], Draft("", ())))  # no model: not counted
    assert [value(name, **labels) for name, labels in names] == before
    result = ask(QUESTION, backend=backend_over(FakeEngine(ANSWER)))
    assert result.provenance is not None
    grown = [value(name, **labels) - old for (name, labels), old in zip(names, before, strict=True)]
    assert grown == [len(ANSWER), result.provenance.prompt_tokens, 1, 1]
