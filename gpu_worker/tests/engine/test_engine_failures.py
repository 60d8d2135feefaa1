"""A step that raises fails only what it must, and the engine goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from gpu_worker.engine.core import EngineConfig, EngineStopped, OutOfMemory, StepFailed
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.support import Held, greedy, random_ids, read_model, save_model

CONFIG = EngineConfig(slots=4, context=128, running=3, step_tokens=64, beside_tokens=8)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model("qwen2", tmp_path_factory.mktemp("failures"))


@pytest.fixture
def held(base: Path) -> Iterator[Held]:
    held = Held(base, CONFIG)
    held.open()
    yield held
    held.close()


def wanted(base: Path, prompt: list[int], new: int) -> list[int]:
    engine = LocalEngine(read_model(base), CONFIG)
    try:
        return list(engine.submit(prompt, {}, greedy(new)))
    finally:
        engine.close()


def test_a_failure_that_passes_harms_nobody(base: Path, held: Held) -> None:
    errors = iter([RuntimeError("a hiccup")])
    held.fails = lambda _: next(errors, None)
    prompts = [random_ids(20) for _ in range(3)]
    streams = [held.engine.submit(prompt, {}, greedy(6)) for prompt in prompts]
    assert [list(s) for s in streams] == [wanted(base, prompt, 6) for prompt in prompts]
    assert held.engine.stats().failed_steps == 1


def test_a_request_that_always_fails_is_found_and_fails_alone(base: Path) -> None:
    model = read_model(base)
    poison = 3

    def before(_module: object, _args: object, kwargs: dict[str, torch.Tensor]) -> None:
        if (kwargs["input_ids"] == poison).any():
            raise RuntimeError("poison")

    model.register_forward_pre_hook(before, with_kwargs=True)
    engine = LocalEngine(model, CONFIG)
    try:
        healthy = [random_ids(20) for _ in range(2)]
        streams = [engine.submit(prompt, {}, greedy(1)) for prompt in healthy]
        bad = engine.submit([*random_ids(10), poison], {}, greedy(1))
        with pytest.raises(StepFailed, match="poison"):
            list(bad)
        assert [len(list(stream)) for stream in streams] == [1, 1]
        assert len(list(engine.submit(random_ids(10), {}, greedy(1)))) == 1
    finally:
        engine.close()


def test_a_step_without_memory_is_made_smaller_and_gives_up_what_is_only_kept(
    base: Path, held: Held
) -> None:
    for _ in range(CONFIG.slots):
        list(held.engine.submit(random_ids(20), {}, greedy(1)))
    held.fails = lambda tokens: torch.OutOfMemoryError("too much") if tokens > 20 else None
    prompt = random_ids(100)
    assert list(held.engine.submit(prompt, {}, greedy(4))) == wanted(base, prompt, 4)
    assert held.engine.stats().slots == CONFIG.slots
    errors = iter([torch.OutOfMemoryError("still too much")] * 3)
    held.fails = lambda _: next(errors, None)
    prompt = random_ids(40)
    assert list(held.engine.submit(prompt, {}, greedy(4))) == wanted(base, prompt, 4)
    assert held.engine.stats().slots < CONFIG.slots
    assert not [ending for ending in held.recorder.endings if ending[1] != "done"]


def test_without_any_memory_the_newest_fails_and_the_engine_recovers(held: Held) -> None:
    held.fails = lambda _: RuntimeError("DefaultCPUAllocator: can't allocate memory")
    streams = [held.engine.submit(random_ids(20), {}, greedy(4)) for _ in range(3)]
    for stream in streams:
        with pytest.raises(OutOfMemory):
            list(stream)
    held.fails = lambda _: None
    assert len(list(held.engine.submit(random_ids(20), {}, greedy(4)))) == 4
    assert held.engine.stats().running == 0


def test_a_lost_device_stops_the_engine_with_a_reason(held: Held) -> None:
    held.fails = lambda _: torch.AcceleratorError("illegal address", 700)
    stream = held.engine.submit(random_ids(20), {}, greedy(4))
    with pytest.raises(EngineStopped, match="illegal address"):
        list(stream)
    with pytest.raises(EngineStopped, match="illegal address"):
        held.engine.submit(random_ids(20), {}, greedy(4))
