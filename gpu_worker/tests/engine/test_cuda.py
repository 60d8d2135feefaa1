"""What runs on a GPU alone: kernels, flash attention, recorded steps. Not collected elsewhere."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import torch
from torch import Tensor

from gpu_worker.engine.attention import Spans
from gpu_worker.engine.core import EngineConfig, SamplingParams
from gpu_worker.engine.decoder import Between, Norm
from gpu_worker.engine.graphs import Graphed
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.plain import Plain
from gpu_worker.tests.engine.stepping import is_idle, read
from gpu_worker.tests.engine.worlds import (
    ADAPTERS,
    CONTEXT,
    FAMILIES,
    World,
    load_base,
    make_world,
    with_adapters,
)

_HALF = {"dtype": torch.bfloat16, "device": "cuda"}
_EVERYONE = (*ADAPTERS, None)


@pytest.fixture(scope="module", params=["qwen2", "llama-tied"])
def wide(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a checkpoint whose heads are as wide as a kernel wants them."""
    assert request.param in FAMILIES
    folder = Path(tmp_path_factory.mktemp("wide"))
    return make_world(request.param, folder, hidden_size=128, intermediate_size=200)


@pytest.fixture
def kernels() -> Between:
    """Return the kernels, with numbers drawn anew."""
    seed = secrets.randbits(32)
    print(f"seed {seed}")  # noqa: T201  # pytest shows it beside a failure
    torch.manual_seed(seed)
    from gpu_worker.engine import kernels  # noqa: PLC0415  # Triton is there on a GPU alone

    way: Between = kernels
    return way


@pytest.mark.parametrize("tokens", [1, 2, 15, 16, 33, 70, 300])
@pytest.mark.parametrize(("places", "rank", "dim"), [(5, 16, 64), (2, 32, 128), (0, 16, 64)])
def test_kernels_equal_plain_torch(
    kernels: Between, tokens: int, places: int, rank: int, dim: int
) -> None:
    """In bfloat16 within one rounding of each number: the sums are made in float32."""
    heads, kv_heads, hidden, inner = 6, 2, 320, 200
    outputs = (heads + 2 * kv_heads) * dim
    table = torch.zeros(tokens, max(1, places), device="cuda")
    for token in range(tokens if places else 0):
        table[token, token % places] = float(token % 4 != 3)
        table[token, (token + 1) % places] -= 0.4 * (token % 5 == 2)
    y, bias = _drawn(tokens, outputs + places * 3 * rank), _drawn(outputs)
    up, rotary = _drawn(places, rank, outputs), (_drawn(50, dim // 2), _drawn(50, dim // 2))
    rotary = rotary[0].float(), rotary[1].float()
    positions = torch.randint(0, 50, (tokens,), device="cuda")
    at = torch.randperm(400, device="cuda")[:tokens]
    norm = Norm(torch.rand(tokens, 7, device="cuda") + 0.5, 7, 1e-6)
    found: list[Tensor] = []
    wanted: list[Tensor] = []
    for way, kind, results in ((kernels, torch.bfloat16, found), (Plain(), torch.float64, wanted)):
        keys, values = (torch.full((400, kv_heads, dim), 7.0).to("cuda", kind) for _ in range(2))
        query = way.rotate_and_store(
            y.to(kind), bias.to(kind), table, up.to(kind), rotary, positions, at, keys, values,
            heads, norm,
        )  # fmt: skip
        results += [query, keys, values]
    h, y = _drawn(tokens, hidden), _drawn(tokens, hidden + places * rank)
    up, weight = _drawn(places, rank, hidden), _drawn(hidden)
    for way, kind, results in ((kernels, torch.bfloat16, found), (Plain(), torch.float64, wanted)):
        own = h.to(kind, copy=True)
        x, squares = way.add(own, y.to(kind), table, up.to(kind), weight.to(kind))
        results += [own, x, squares.sum(1)]
    y, up = _drawn(tokens, 2 * inner + places * 2 * rank), _drawn(places, rank, 2 * inner)
    found.append(kernels.gate(y, table, up, norm))
    wanted.append(Plain().gate(y.double(), table, up.double(), norm))
    for one, other in zip(found, wanted, strict=True):
        assert _off(one, other) < 0.006


@pytest.mark.parametrize("counts", [[1], [1] * 9, [1, 1, 40, 1, 70], [130]])
def test_flash_attention_reads_keys_where_they_lie(kernels: Between, counts: list[int]) -> None:
    slots, context, heads, kv_heads, dim = 12, 160, 6, 2, 64
    keys, values = (_drawn(slots * context + 1, kv_heads, dim) for _ in range(2))
    own = torch.randperm(slots)[: len(counts)]
    ends = [int(torch.randint(count, context + 1, ())) for count in counts]
    ints = {"dtype": torch.int32, "device": "cuda"}
    starts = torch.tensor([0, *counts], **ints).cumsum(0, dtype=torch.int32)
    places = torch.tensor([*(own * context).tolist(), slots * context], **ints)
    spans, longest = Spans(starts, places, torch.tensor(ends, **ints)), (max(counts), context)
    query = _drawn(sum(counts), heads, dim)
    found = kernels.attend(query, keys, values, spans, longest, dim**-0.5)
    near = Spans(starts.cpu(), places.cpu(), spans.ends.cpu())
    wanted = Plain().attend(
        query.cpu().double(), keys.cpu().double(), values.cpu().double(), near, longest, dim**-0.5
    )
    assert _off(found.cpu(), wanted) < 0.006


def test_logits_are_as_near_to_the_truth_as_those_of_peft(wide: World) -> None:
    """As in ``test_equality.py``: twice as far at most, on average, and adapters told apart."""
    half = with_adapters(
        load_base(wide.base, torch.bfloat16).to("cuda"), wide.adapters, list(ADAPTERS)
    )
    own_errors, their_errors = [], []
    with _running(wide) as (engine, logits):
        for name in _EVERYONE * 3:
            prompt, blend = wide.prompt(30), {name: 1.0} if name else {}
            read(engine.submit(prompt, blend, SamplingParams(max_new_tokens=1)), 120)
            truth = wide.logits(prompt, blend)
            with torch.inference_mode():
                half.set_adapter(name or "all")
                ids = torch.tensor([prompt], device="cuda")
                if name:
                    theirs = half(input_ids=ids).logits[0, -1].float().cpu()
                else:
                    with half.disable_adapter():
                        theirs = half(input_ids=ids).logits[0, -1].float().cpu()
            own_errors.append(_off(logits[-1][0].cpu(), truth))
            their_errors.append(_off(theirs, truth))
            other = wide.logits(prompt, {} if name else {"all": 1.0})
            assert _off(other, truth) > 5 * own_errors[-1]
    assert sum(own_errors) <= 2 * sum(their_errors)


def test_a_mix_gives_the_tokens_of_each_alone(wide: World) -> None:
    """Where the greedy choice does not hang on rounding: PEFT's in float32, most of the time."""
    cases = [wide.case(name, length, 12) for length in (5, 60, 130) for name in _EVERYONE]
    with _running(wide) as (engine, _):
        params = SamplingParams(max_new_tokens=12)
        streams = [engine.submit(case.prompt, case.blend, params) for case in cases]
        found = [read(stream, 120) for stream in streams]
        assert is_idle(engine)
    pairs = [a == b for case, row in zip(cases, found, strict=True)
             for a, b in zip(case.tokens, row, strict=True)]  # fmt: skip
    first = [case.tokens[0] == row[0] for case, row in zip(cases, found, strict=True)]
    assert sum(first) >= 0.85 * len(first)
    assert sum(pairs) >= 0.6 * len(pairs), "one token that differs changes all that follow"


def test_records_are_made_once_and_anew_when_adapters_lie_elsewhere(wide: World) -> None:
    prompt, params = wide.prompt(20), SamplingParams(max_new_tokens=6)
    with _running(wide, names=["all"]) as (engine, _):
        forward = engine._forward
        assert isinstance(forward, Graphed)
        before = read(engine.submit(prompt, {"all": 1.0}, params), 120)
        records = dict(forward._records)
        assert read(engine.submit(prompt, {"all": 1.0}, params), 120) == before
        assert dict(forward._records) == records
        engine.load_adapter("mlp", wide.adapters / "mlp")
        assert read(engine.submit(prompt, {"all": 1.0}, params), 120) == before
        assert not set(map(id, forward._records.values())) & set(map(id, records.values()))
        engine.unload_adapter("mlp")
        assert read(engine.submit(prompt, {"all": 1.0}, params), 120) == before


@contextmanager
def _running(
    world: World, names: tuple[str, ...] | list[str] = tuple(ADAPTERS)
) -> Iterator[tuple[LocalEngine, list[Tensor]]]:
    """Run an engine in bfloat16 on the GPU, and keep a copy of all logits."""
    model = load_base(world.base, torch.bfloat16).to("cuda")
    engine = LocalEngine(model, EngineConfig.for_device("cuda", slots=8, context=CONTEXT))
    kept: list[Tensor] = []
    act: Callable[..., Tensor] = engine._forward.__class__.__call__

    class Kept(engine._forward.__class__):  # type: ignore[misc,name-defined]
        def __call__(self, step: object, slots: object) -> Tensor:
            kept.append(act(self, step, slots).float().clone())
            return kept[-1]

    engine._forward.__class__ = Kept
    try:
        for name in names:
            engine.load_adapter(name, world.adapters / name)
        yield engine, kept
    finally:
        engine.close()


def _drawn(*shape: int) -> Tensor:
    return torch.randn(*shape, **_HALF) * 0.5


def _off(one: Tensor, other: Tensor) -> float:
    error = (one.double() - other.double()).norm() / other.double().norm()
    return float(error)
