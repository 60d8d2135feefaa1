"""What fails is told to the one it belongs to; the others, and the engine, go on."""

import random
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic, sleep
from typing import NoReturn

import pytest
import torch
from torch import Tensor

from gpu_worker.engine.core import (
    EngineConfig,
    EngineError,
    EngineStopped,
    ModelRefused,
    Observer,
    QueueFull,
    RequestCancelled,
    SamplingParams,
    StepFailed,
)
from gpu_worker.engine.local import LocalEngine
from gpu_worker.engine.sampling import Dice, choose
from gpu_worker.tests.engine.stepping import (
    Stepper,
    before_steps,
    is_idle,
    read,
    running,
    submit,
    within,
)
from gpu_worker.tests.engine.worlds import (
    ADAPTERS,
    CONTEXT,
    VOCABULARY,
    Case,
    World,
    load_base,
    save_base,
)

POISON = VOCABULARY - 1


def _fall_ill(ids: Tensor) -> None:
    if POISON in ids.tolist():
        raise IndexError("no such expert")


def _cases(world: World, new: int = 8) -> list[Case]:
    return [_well(world, name, 10, new) for name in (*ADAPTERS, None)]


def _well(world: World, adapter: str | None, length: int, new: int) -> Case:
    """A case whose answer is no poison either."""
    while POISON in (case := world.case(adapter, length, new)).tokens:
        pass
    return case


def test_a_request_on_which_the_model_raises_fails_alone(world: World) -> None:
    cases, sick = _cases(world), world.case("all", 6, before=[3, POISON])
    with running(world) as engine, before_steps(engine, _fall_ill):
        streams = [submit(engine, case) for case in cases[:3]]
        ill = submit(engine, sick)
        streams += [submit(engine, case) for case in cases[3:]]
        with pytest.raises(StepFailed, match="IndexError: no such expert"):
            read(ill)
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
        assert read(submit(engine, cases[0])) == cases[0].tokens
        assert engine.stats().failed_steps >= 1
        assert is_idle(engine)


def test_a_request_whose_logits_are_no_numbers_fails_alone(world: World) -> None:
    cases, sick = _cases(world), world.case("all", 6, before=[3, POISON])
    with running(world) as engine:
        engine._model.get_input_embeddings().weight.data[POISON] = float("nan")
        streams = [submit(engine, case) for case in (*cases[:3], sick, *cases[3:])]
        with pytest.raises(StepFailed, match="not finite"):
            read(streams.pop(3))
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
        # What the ill one left in its slot harms nobody who gets that slot.
        assert [read(submit(engine, case)) for case in cases] == [case.tokens for case in cases]
        assert is_idle(engine)


def test_a_failure_in_the_middle_of_an_answer_takes_nobody_along(world: World) -> None:
    """Given a model that fails once a certain token was made, beside answers that are sampled."""
    sick, params = world.case("all", 8, 10), SamplingParams(25, temperature=1.0, seed=5)
    bad = sick.tokens[4]
    alone = [bad]
    with running(world) as engine:
        while bad in alone:
            calm = world.prompt(10)
            alone = read(engine.submit(calm, {"mlp": 1.0}, params))

    def fall_ill(ids: Tensor) -> None:
        if ids[0] == bad or ids[-1] == bad:
            raise ValueError("a bad token")

    stepper = Stepper()
    with running(world, observer=stepper) as engine:
        stepper.hold(engine)
        ill, well = submit(engine, sick), engine.submit(calm, {"mlp": 1.0}, params)
        stepper.step()
        with before_steps(engine, fall_ill):
            stepper.let_go()
            with pytest.raises(StepFailed, match="a bad token"):
                read(ill)
            assert read(well) == alone, "a step that is made again must not draw anew"


def test_a_failed_draw_does_not_shift_the_luck_of_others(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a first step that fails when every token was drawn, and is made again one by one."""
    prompts = [world.prompt(8) for _ in range(3)]
    params = SamplingParams(10, temperature=1.3, seed=9)
    with running(world, names=[]) as engine:
        alone = [read(engine.submit(prompt, {}, params)) for prompt in prompts]
    failed = Event()

    def choose_and_fail(logits: Tensor, dice: Sequence[Dice]) -> list[int]:
        chosen = choose(logits, dice)
        if len(chosen) == 3 and not failed.is_set():
            failed.set()
            raise RuntimeError("lost on the way back")
        return chosen

    monkeypatch.setattr("gpu_worker.engine.local.choose", choose_and_fail)
    stepper = Stepper()
    with running(world, names=[], observer=stepper) as engine:
        stepper.hold(engine)
        streams = [engine.submit(prompt, {}, params) for prompt in prompts]
        stepper.let_go()
        assert [read(stream) for stream in streams] == alone
    assert failed.is_set()


def _lose(*_: object) -> NoReturn:
    raise torch.AcceleratorError("an illegal memory access was encountered")


def _stumble(*_: object) -> NoReturn:
    raise KeyError("a bug")


@contextmanager
def _crowd(world: World) -> Iterator[tuple[LocalEngine, Callable[[], list[BaseException | None]]]]:
    """An engine between two steps: two requests run, four wait, each with a reader.

    Yields it, and what lets it go on and returns how the six ended.
    """
    cases, stepper = [world.case(name, 10, 60) for name in ("all", None)] * 3, Stepper()
    with running(world, observer=stepper, running=2) as engine, ThreadPoolExecutor(6) as pool:
        stepper.hold(engine)
        streams = [submit(engine, case) for case in cases]
        stepper.step(2)
        readers = [pool.submit(read, stream) for stream in streams]

        def go_on() -> list[BaseException | None]:
            stepper.let_go()
            return [reader.exception(20) for reader in readers]

        yield engine, go_on
        assert (engine.stats().running, engine.stats().waiting) == (0, 0)


def _check_stopped(engine: LocalEngine, world: World, words: str) -> None:
    acts: tuple[Callable[[], object], ...] = (
        lambda: engine.submit([1], {}, SamplingParams(1)),
        lambda: engine.load_adapter("hot", world.adapters / "all"),
        lambda: engine.unload_adapter("all"),
    )
    for act in acts:
        with pytest.raises(EngineStopped, match=words):
            act()
    engine.cancel("unknown")
    within(10, engine.close)


def test_a_closed_engine_tells_every_reader_and_caller(world: World) -> None:
    with _crowd(world) as (engine, go_on), ThreadPoolExecutor(2) as pool:
        change = pool.submit(engine.unload_adapter, "mlp")
        _wait_until(lambda: bool(engine._changes))
        closing = pool.submit(engine.close)
        _wait_until(lambda: engine._stopped is not None)
        assert [type(end) for end in go_on()] == [EngineStopped] * 6
        assert isinstance(change.exception(20), EngineStopped)
        closing.result(20)
        _check_stopped(engine, world, "was closed")


def _lose_device(engine: LocalEngine) -> None:
    engine._model.register_forward_pre_hook(_lose)


def _break_plan(engine: LocalEngine) -> None:
    engine._scheduler.plan = _stumble  # type: ignore[method-assign]


def _break_slots(engine: LocalEngine) -> None:
    engine._slots.take = _stumble  # type: ignore[method-assign, assignment]
    for request in engine._scheduler.running:
        engine.cancel(request.id)


@pytest.mark.parametrize("break_down", [_lose_device, _break_plan, _break_slots])
def test_an_engine_that_breaks_down_tells_every_reader_and_caller(
    world: World, break_down: Callable[[LocalEngine], None]
) -> None:
    with _crowd(world) as (engine, go_on):
        break_down(engine)
        ends = go_on()
        assert [type(end) for end in ends[2:]] == [EngineStopped] * 4
        assert all(isinstance(end, EngineStopped | RequestCancelled) for end in ends[:2])
        _check_stopped(engine, world, "engine failed: (KeyError|AcceleratorError)")


def _wait_until(is_true: Callable[[], bool]) -> None:
    while not is_true():
        sleep(0.001)


class _Clumsy(Observer):
    """Raises at everything it hears."""

    def admitted(self, *_: object) -> None:
        raise OSError("admitted")

    def began(self, *_: object) -> None:
        raise OSError("began")

    def ended(self, *_: object) -> None:
        raise OSError("ended")

    def stepped(self, *_: object) -> None:
        raise OSError("stepped")


def test_an_observer_that_raises_costs_no_request(world: World) -> None:
    cases = _cases(world, 4)
    with running(world, observer=_Clumsy()) as engine:
        streams = [submit(engine, case) for case in cases]
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
        endless = submit(engine, Case(cases[0].prompt, {}, []), max_new_tokens=200)
        engine.cancel(endless.id)
        with pytest.raises(RequestCancelled):
            read(endless)
        left = submit(engine, Case(cases[0].prompt, {}, []), max_new_tokens=200)
    with pytest.raises(EngineStopped):
        read(left)


def test_threads_that_ask_read_and_cancel_at_random_leave_nothing_behind(world: World) -> None:
    """Given sixteen at once, adapters that come and go meanwhile, and now and then a failure."""
    names = (*ADAPTERS, None) * 2
    cases = [_well(world, name, int(world.rng.integers(1, 50)), 6) for name in names]
    until, seed = monotonic() + 1.5, int(world.rng.integers(1 << 30))
    sick, codes = Case([3, POISON], {"mlp": 1.0}, [0]), set[str]()

    def ask(number: int) -> int:
        rng, done = random.Random(seed + number), 0  # noqa: S311
        while monotonic() < until:
            case = sick if rng.random() < 0.05 else rng.choice(cases)
            try:
                stream = submit(engine, case, deadline_seconds=rng.choice([0.002, 20, 20, 20]))
                tokens = iter(stream)
                if rng.random() < 0.3:
                    [next(tokens, None) for _ in range(rng.randrange(4))]
                    engine.cancel(stream.id)
                if len(rest := list(tokens)) == len(case.tokens):
                    assert rest == case.tokens
                    done += 1
            except EngineError as error:
                codes.add(error.code)
                sleep(0.001 if isinstance(error, QueueFull) else 0)
        return done

    def swap() -> int:
        swaps = 0
        while monotonic() < until:
            engine.load_adapter("all", world.adapters / "all")
            engine.load_adapter("extra", world.adapters / "mlp")
            engine.unload_adapter("extra")
            swaps += 1
            sleep(0.02)
        return swaps

    with running(world, running=5, slots=6, queue=7) as engine, before_steps(engine, _fall_ill):
        with ThreadPoolExecutor(17) as pool:
            swapped = pool.submit(swap)
            asked = [pool.submit(ask, number) for number in range(16)]
            done = [one.result(30) for one in asked]
            assert swapped.result(30) > 3
        assert sum(done) > 20
        assert codes <= {"queue_full", "cancelled", "past_deadline", "step_failed"}
        assert is_idle(engine)
        assert len(engine._adapters._versions) == len(ADAPTERS)
        assert all(read(submit(engine, case)) == case.tokens for case in cases)


@pytest.mark.parametrize(
    ("family", "changes", "words"),
    [
        ("qwen2", {"use_sliding_window": True, "sliding_window": 16, "max_window_layers": 0},
         "only full attention"),
        ("llama", {"rope_parameters": {"rope_type": "dynamic", "factor": 2.0, "rope_theta": 1e4}},
         "depend on the batch"),
        ("llama", {"max_position_embeddings": CONTEXT // 2}, "positions, the engine's context"),
        ("llama", {"attn_logit_softcapping": 50.0}, "caps the logits of its attention"),
    ],
)  # fmt: skip
def test_a_model_that_would_be_run_wrongly_is_refused(
    tmp_path: Path, family: str, changes: dict[str, object], words: str
) -> None:
    save_base(tmp_path / "base", family, **changes)
    with pytest.raises(ModelRefused, match=words):
        LocalEngine(load_base(tmp_path / "base"), EngineConfig(context=CONTEXT))
