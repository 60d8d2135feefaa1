"""A backend that fails is left alone for a while, one that loads is waited for by nobody."""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from threading import Event, Thread

import pytest

from gpu_worker.agents.backends.base import BackendError, Draft, WritingTask
from gpu_worker.agents.backends.guard import GuardedBackend, GuardLimits
from gpu_worker.agents.backends.loading import BackendLost, LoadingBackend
from gpu_worker.tests.support import AGENTS, ScriptedBackend
from shared.domain.words import Locale, ModelTrouble

TASK = WritingTask("vpn?", (), AGENTS[0], Locale.RU)
DRAFT = Draft("ответ", ())


@dataclass
class Switchable:
    """A backend that fails when it is told to."""

    error: Exception | None = None
    asked: int = 0
    is_closed: bool = False
    hold: Event | None = None
    holding: Event = field(default_factory=Event)

    name, model, outcome = "switchable", "m", ScriptedBackend.outcome

    def write(self, _: WritingTask) -> Generator[str | Draft, None, None]:
        self.asked += 1
        yield "от"
        if self.hold:
            self.holding.set()
            self.hold.wait(5)
        if self.error:
            raise self.error
        yield DRAFT

    def close(self) -> None:
        self.is_closed = True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def failing(trouble: ModelTrouble = ModelTrouble.UNREACHABLE) -> Switchable:
    return Switchable(BackendError("down", trouble))


def guarded(inner: Switchable, clock: Clock, failures: int = 3) -> GuardedBackend:
    return GuardedBackend(inner, GuardLimits(failures=failures), clock)


def trouble_of(backend: GuardedBackend | LoadingBackend) -> ModelTrouble | None:
    """Ask once; returns the trouble, or None for an answer."""
    try:
        *_, last = backend.write(TASK)
    except BackendError as error:
        return error.trouble
    assert last == DRAFT
    return None


@pytest.mark.parametrize("failures", [1, 3, 5])
def test_after_some_failures_a_backend_is_not_asked_and_the_reason_stays(
    failures: int, clock: Clock
) -> None:
    inner = failing()
    backend = guarded(inner, clock, failures)
    troubles = [trouble_of(backend) for _ in range(9)]
    assert set(troubles) == {ModelTrouble.UNREACHABLE}
    assert inner.asked == failures


def test_after_the_rest_one_turn_tries_and_its_answer_closes_the_circuit(clock: Clock) -> None:
    inner = failing()
    backend = guarded(inner, clock)
    for _ in range(3):
        trouble_of(backend)
    clock.now = 5.1
    inner.error = None
    assert trouble_of(backend) is None
    assert trouble_of(backend) is None
    assert inner.asked == 5


def test_while_one_turn_tries_the_others_do_not_wait_for_it(clock: Clock) -> None:
    inner = failing()
    backend = guarded(inner, clock)
    for _ in range(3):
        trouble_of(backend)
    clock.now = 5.1
    inner.error, inner.hold = None, Event()
    probe = Thread(target=trouble_of, args=(backend,))
    probe.start()
    assert inner.holding.wait(5)
    assert trouble_of(backend) is ModelTrouble.UNREACHABLE
    inner.hold.set()
    probe.join(5)
    assert trouble_of(backend) is None


def test_each_failed_try_makes_the_rest_longer_up_to_a_bound(clock: Clock) -> None:
    inner = failing()
    backend = guarded(inner, clock)
    for _ in range(3):
        trouble_of(backend)
    rests = []
    for _ in range(10):
        rests.append(backend._rest_until - clock.now)
        clock.now = backend._rest_until
        trouble_of(backend)
    assert inner.asked == 3 + 10
    assert 3.75 <= rests[0] <= 5
    assert all(45 <= rest <= 60 for rest in rests[5:])
    assert rests[0] < rests[2] < rests[4]


def test_a_try_that_is_given_up_leaves_the_place_to_the_next(clock: Clock) -> None:
    inner = failing()
    backend = guarded(inner, clock)
    for _ in range(3):
        trouble_of(backend)
    clock.now = 5.1
    inner.error = None
    stream = backend.write(TASK)
    assert next(stream) == "от"
    stream.close()
    assert trouble_of(backend) is None


@pytest.mark.parametrize(
    "trouble", [ModelTrouble.LOADING, ModelTrouble.LOAD_FAILED, ModelTrouble.SILENT]
)
def test_what_is_told_at_once_opens_no_circuit(trouble: ModelTrouble, clock: Clock) -> None:
    inner = failing(trouble)
    backend = guarded(inner, clock)
    for _ in range(10):
        assert trouble_of(backend) is trouble
    assert inner.asked == 10


def test_failures_that_are_not_in_a_row_do_not_count(clock: Clock) -> None:
    inner = failing()
    backend = guarded(inner, clock)
    for _ in range(6):
        inner.error = BackendError("down")
        trouble_of(backend)
        trouble_of(backend)
        inner.error = None
        assert trouble_of(backend) is None


def test_a_bug_in_a_backend_is_a_failure_like_others(clock: Clock) -> None:
    inner = Switchable(ZeroDivisionError("a bug"))
    backend = guarded(inner, clock)
    assert [trouble_of(backend) for _ in range(5)] == [ModelTrouble.FAILED] * 5
    assert inner.asked == 3


# --- loading --------------------------------------------------------------------------------------


@dataclass
class Loader:
    """Loads after failing in the ways it is told."""

    failures: list[Exception]
    backend: Switchable = field(default_factory=Switchable)
    calls: int = 0
    gate: Event | None = None

    def __call__(self) -> Switchable:
        self.calls += 1
        if self.gate:
            self.gate.wait(5)
        if self.failures:
            raise self.failures.pop(0)
        return self.backend


def eventually(check: Callable[[], object], seconds: float = 5.0) -> None:
    until = time.monotonic() + seconds
    while not check():
        assert time.monotonic() < until, "it did not come to pass"
        time.sleep(0.005)


def test_while_a_model_loads_turns_are_told_so_at_once_and_then_answered() -> None:
    loader = Loader([], gate=Event())
    backend = LoadingBackend(loader, "m")
    began = time.monotonic()
    assert trouble_of(backend) is ModelTrouble.LOADING
    assert time.monotonic() - began < 0.5
    assert loader.gate is not None
    loader.gate.set()
    eventually(lambda: trouble_of(backend) is None)
    backend.close()
    assert loader.backend.is_closed


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (OSError("no such folder"), ModelTrouble.LOAD_FAILED),
        (BackendError("too big", ModelTrouble.OUT_OF_MEMORY), ModelTrouble.OUT_OF_MEMORY),
        (RuntimeError("broken weights"), ModelTrouble.LOAD_FAILED),
    ],
)
def test_a_model_that_does_not_load_says_why_and_is_tried_again(
    error: Exception, trouble: ModelTrouble
) -> None:
    loader = Loader([error, error, error])
    backend = LoadingBackend(loader, "m", first_pause=0.05)
    eventually(lambda: trouble_of(backend) is trouble)
    eventually(lambda: trouble_of(backend) is None)
    assert loader.calls == 4
    backend.close()


def test_an_engine_that_died_is_made_anew_once_however_many_turns_saw_it() -> None:
    dead, fresh = Switchable(BackendLost("the engine has stopped")), Switchable()
    made = [dead, fresh]
    backend = LoadingBackend(lambda: made.pop(0), "m")
    eventually(lambda: backend._inner is dead)
    streams = [backend.write(TASK) for _ in range(4)]
    for stream in streams:
        next(stream)
    for stream in streams:
        with pytest.raises(BackendLost):
            list(stream)
    assert dead.is_closed
    eventually(lambda: trouble_of(backend) is None)
    assert made == []
    backend.close()


def test_an_engine_that_cannot_be_made_anew_asks_for_a_new_process() -> None:
    dead, gave_up = Switchable(BackendLost("the device is lost")), Event()
    made: list[Switchable] = [dead]

    def load() -> Switchable:
        if made:
            return made.pop()
        raise BackendError("the device is lost", ModelTrouble.LOAD_FAILED)

    backend = LoadingBackend(load, "m", first_pause=0.01, give_up=gave_up.set)
    eventually(lambda: backend._inner is dead)
    assert trouble_of(backend) is ModelTrouble.FAILED
    assert gave_up.wait(5)
    backend.close()


def test_a_model_that_never_loaded_does_not_end_the_process() -> None:
    gave_up = Event()
    loader = Loader([OSError("no such folder")] * 6)
    backend = LoadingBackend(loader, "m", first_pause=0.002, give_up=gave_up.set)
    eventually(lambda: trouble_of(backend) is None)
    assert not gave_up.is_set()
    backend.close()
