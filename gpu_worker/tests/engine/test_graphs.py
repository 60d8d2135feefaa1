"""Recorded steps of a decoder of our own, on a CPU: plain torch in place of kernels.

What a record reads and where it lies is the same as on a GPU; ``test_cuda.py`` has the rest.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import torch
from torch import Tensor
from transformers import PreTrainedModel

from gpu_worker.engine.core import EngineConfig, OutOfMemory, SamplingParams
from gpu_worker.engine.decoder import Decoder, is_decoder
from gpu_worker.engine.fans import Layout
from gpu_worker.engine.forward import Eager
from gpu_worker.engine.graphs import Graphed, best_forward
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.plain import Plain, again
from gpu_worker.tests.engine.stepping import is_idle, read, submit
from gpu_worker.tests.engine.worlds import ADAPTERS, CONTEXT, FAMILIES, World, load_base

_EVERYONE = (*ADAPTERS, None)
WorldOf = Callable[[str], World]


@pytest.mark.parametrize("running", [8, 16])
@pytest.mark.parametrize("family", FAMILIES)
def test_every_mix_gives_the_tokens_of_peft(world_of: WorldOf, family: str, running: int) -> None:
    """Sixteen: a step of so many tokens may be pieces of prompts, or a token of each request."""
    world = world_of(family)
    cases = [world.case(name, length, 7) for length in (3, 40, 17) for name in _EVERYONE]
    cases.append(world.case({"all": 0.7, "mlp": 0.3}, 20))
    with _running(world, running=running) as engine:
        streams = [submit(engine, case) for case in cases]
        assert [read(stream) for stream in streams] == [case.tokens for case in cases]
        assert is_idle(engine)


def test_a_conversation_is_continued_from_what_its_slot_holds(world: World) -> None:
    first = world.case("all", 30, 6)
    second = world.case("all", 5, 6, before=(*first.prompt, *first.tokens))
    with _running(world) as engine:
        assert read(submit(engine, first)) == first.tokens
        assert read(submit(engine, second)) == second.tokens
        assert engine.stats().reused_tokens == len(first.prompt) + len(first.tokens) - 1


def test_a_record_is_made_once_for_a_size_and_anew_when_adapters_lie_elsewhere(
    world: World,
) -> None:
    case = world.case("all", 20, 5)
    with _running(world, names=["all"]) as engine:
        forward = engine._forward
        assert isinstance(forward, Graphed)
        assert read(submit(engine, case)) == case.tokens
        made = set(map(id, forward._records.values()))
        sizes = set(forward._records)
        assert {is_single for _, is_single in sizes} == {True, False}
        assert read(submit(engine, case)) == case.tokens
        assert set(map(id, forward._records.values())) == made
        for name in ("mlp", "rslora"):  # the second one does not fit the room for two
            engine.load_adapter(name, world.adapters / name)
            assert read(submit(engine, case)) == case.tokens
        assert not set(map(id, forward._records.values())) & made
        other = world.case("rslora", 20, 5)
        assert read(submit(engine, other)) == other.tokens
        engine.unload_adapter("rslora")
        assert read(submit(engine, case)) == case.tokens


def test_slots_that_were_given_up_are_not_written_to(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given a shortage after which keys lie elsewhere, in fewer slots."""
    cases, left = [world.case(name, 12, 10) for name in _EVERYONE], 3
    with _running(world) as engine:
        for case in cases:
            assert read(submit(engine, case)) == case.tokens
        compute = Decoder.__call__

        def run_out(self: Decoder, *args: object) -> Tensor:
            nonlocal left
            if left:
                left -= 1
                raise torch.OutOfMemoryError("tried to allocate 20 GiB")
            found: Tensor = compute(self, *args)  # type: ignore[arg-type]
            return found

        monkeypatch.setattr(Decoder, "__call__", run_out)
        streams = [submit(engine, case) for case in cases[:2]]
        assert [read(stream) for stream in streams] == [case.tokens for case in cases[:2]]
        assert engine.stats().slots < 8
        assert [read(submit(engine, case)) for case in cases] == [case.tokens for case in cases]
        assert is_idle(engine)


@pytest.mark.parametrize("left", [0, 3], ids=["no module", "some modules"])
def test_no_memory_for_an_adapter_changes_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    """Given modules that have more room already."""
    case = world.case("all", 8)
    with _running(world, names=["all"]) as engine:
        allocate = torch.Tensor.new_zeros

        def run_out(self: Tensor, *args: object, **kwargs: object) -> Tensor:
            nonlocal left
            if (left := left - 1) < 0:
                raise torch.OutOfMemoryError("tried to allocate 20 GiB")
            return allocate(self, *args, **kwargs)

        with monkeypatch.context() as patch:
            patch.setattr(torch.Tensor, "new_zeros", run_out)
            with pytest.raises(OutOfMemory, match="20 GiB"):
                engine.load_adapter("mlp", world.adapters / "mlp")
        assert engine.adapters() == {"all"}
        assert read(submit(engine, case)) == case.tokens
        engine.load_adapter("mlp", world.adapters / "mlp")
        other = world.case("mlp", 8)
        assert read(submit(engine, other)) == other.tokens


def test_sampling_depends_on_the_seed_alone(world: World) -> None:
    prompt = world.prompt(15)
    params = SamplingParams(max_new_tokens=8, temperature=1.5, seed=11)
    with _running(world) as engine:
        alone = read(engine.submit(prompt, {"all": 1.0}, params))
        streams = [submit(engine, world.case("mlp", 9)) for _ in range(3)]
        assert read(engine.submit(prompt, {"all": 1.0}, params)) == alone
        assert all(len(read(stream)) == 8 for stream in streams)


def test_a_cpu_runs_the_librarys_model(world: World) -> None:
    assert isinstance(best_forward(load_base(world.base), EngineConfig(context=CONTEXT)), Eager)


@pytest.mark.parametrize(
    "change", [{"hidden_act": "gelu"}, {"model_type": "phi3"}, {"head_dim": 48}], ids=str
)
def test_what_is_not_of_the_family_is_told_apart(world: World, change: dict[str, object]) -> None:
    model = load_base(world.base)
    model.config.head_dim = 32
    assert is_decoder(model)
    for name, value in change.items():
        setattr(model.config, name, value)
    assert not is_decoder(model)


def test_a_bias_that_no_kernel_adds_is_told_apart(world: World) -> None:
    model = load_base(world.base)
    model.config.head_dim = 32
    model.model.layers[1].mlp.down_proj.bias = torch.nn.Parameter(torch.ones(32))
    assert not is_decoder(model)


def _made(model: PreTrainedModel, config: EngineConfig) -> Graphed:
    layout = Layout()
    decoder = Decoder(model, layout, config.context, Plain())
    return Graphed(decoder, layout, config.running, again)


@contextmanager
def _running(
    world: World, *, names: list[str] | None = None, running: int = 8
) -> Iterator[LocalEngine]:
    config = EngineConfig(
        slots=running, running=running, context=CONTEXT, step_tokens=32, beside_tokens=8
    )
    engine = LocalEngine(load_base(world.base), config, make_forward=_made)
    try:
        for name in names or ADAPTERS:
            engine.load_adapter(name, world.adapters / name)
        yield engine
    finally:
        engine.close()
