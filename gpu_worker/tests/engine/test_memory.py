"""Memory that runs out: what an engine gives up, and for how long."""

from typing import NoReturn

import pytest
import torch
from torch import Tensor

from gpu_worker.engine.core import OutOfMemory
from gpu_worker.tests.engine.stepping import (
    Stepper,
    before_steps,
    is_idle,
    read,
    running,
    submit,
    take,
)
from gpu_worker.tests.engine.worlds import ADAPTERS, World


def _no_memory(_ids: object = None) -> NoReturn:
    raise torch.OutOfMemoryError("tried to allocate 20 GiB")


def test_too_little_memory_for_much_at_once_makes_steps_smaller_for_a_while(world: World) -> None:
    cases = [world.case(name, 60, 6) for name in (*ADAPTERS, None)]

    def run_out(ids: Tensor) -> None:
        if len(ids) > 20:
            _no_memory()

    with running(world, step_tokens=64, beside_tokens=8) as engine:
        with before_steps(engine, run_out):
            streams = [submit(engine, case) for case in cases]
            assert [read(stream) for stream in streams] == [case.tokens for case in cases]
        small = engine._scheduler._step_tokens
        assert engine.stats().failed_steps >= 2
        assert small < 64
        assert engine.stats().slots == 8, "smaller steps were enough"
        for case in cases * 2:
            assert read(submit(engine, case)) == case.tokens
        assert engine._scheduler._step_tokens > small
        assert is_idle(engine)


def test_memory_that_slots_hold_is_given_up_before_a_request_is(world: World) -> None:
    """Given two that run in the midst of slots that only hold what may be used again."""
    cases, stepper = [world.case(name, 10, 12) for name in (*ADAPTERS, None)], Stepper()
    left = 3  # two steps are made smaller, then slots go
    with running(world, observer=stepper) as engine:
        for case in cases:
            read(submit(engine, case))
        stepper.hold(engine)
        streams = [submit(engine, case) for case in cases[1:3]]
        stepper.step(3)

        def run_out(_ids: Tensor) -> None:
            nonlocal left
            if left:
                left -= 1
                _no_memory()

        with before_steps(engine, run_out):
            stepper.let_go()
            assert [read(stream) for stream in streams] == [case.tokens for case in cases[1:3]]
        assert 2 <= engine.stats().slots < 8
        assert all(len(keys) == engine.stats().slots for keys, _ in engine._slots.layers)
        assert [read(submit(engine, case)) for case in cases] == [case.tokens for case in cases]
        assert is_idle(engine)


def test_when_nothing_is_left_to_give_up_the_newest_request_goes(world: World) -> None:
    old, new = world.case("all", 8, 12), world.case(None, 8, 12)
    stepper = Stepper()
    with running(world, observer=stepper, slots=2, running=2) as engine:
        stepper.hold(engine)
        streams = [iter(submit(engine, old))]
        stepper.step()
        streams.append(iter(submit(engine, new)))
        stepper.step(2)

        def run_out(ids: Tensor) -> None:
            if len(ids) > 1:
                _no_memory()

        with before_steps(engine, run_out):
            stepper.let_go()
            assert take(streams[1], 2) == new.tokens[:2]
            with pytest.raises(OutOfMemory, match="20 GiB"):
                read(streams[1])
            assert read(streams[0]) == old.tokens
        assert read(submit(engine, new)) == new.tokens, "it recovered"
        assert is_idle(engine)


def test_no_memory_even_to_give_up_slots_costs_a_request_not_the_engine(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = world.case("all", 8)
    monkeypatch.setattr("gpu_worker.engine.slots._kept", lambda *_: _no_memory())
    with running(world) as engine:
        with before_steps(engine, _no_memory), pytest.raises(OutOfMemory):
            read(submit(engine, case))
        assert read(submit(engine, case)) == case.tokens
        assert is_idle(engine)


def test_no_memory_for_an_adapter_changes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = world.case("all", 8)
    with running(world, names=["all"]) as engine:
        monkeypatch.setattr("gpu_worker.engine.fans.Fan.enlarged", lambda *_: _no_memory())
        with pytest.raises(OutOfMemory, match="20 GiB"):
            engine.load_adapter("mlp", world.adapters / "mlp")
        assert engine.adapters() == {"all"}
        assert read(submit(engine, case)) == case.tokens
