"""Checkpoints on disk are loaded as this machine runs them best, or refused with a reason."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file, save_file

from gpu_worker.engine.core import EngineConfig, ModelRefused, SamplingParams
from gpu_worker.engine.linears import (
    Int4Linear,
    PackedLinear,
    join_linears,
    narrow,
    pack_linears,
    quantise_linears,
)
from gpu_worker.engine.loading import cpu_multiplies_bfloat16, load_model
from gpu_worker.engine.local import LocalEngine
from gpu_worker.tests.engine.worlds import VOCABULARY, load_base, save_base


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loading") / "base"
    # Four bits are packed in groups of 32 inputs.
    save_base(folder, "qwen2", hidden_size=64, intermediate_size=96)
    return folder


def test_the_dtype_is_what_the_cpu_multiplies_or_what_was_asked(base: Path) -> None:
    usual = torch.bfloat16 if cpu_multiplies_bfloat16() else torch.float32
    assert load_model(str(base), device="cpu").dtype is usual
    assert load_model(str(base), device="cpu", dtype="float32").dtype is torch.float32


def test_four_bits_are_loaded_and_answer(base: Path) -> None:
    model = load_model(str(base), device="cpu", quantization="int4")
    assert sum(isinstance(module, Int4Linear) for module in model.modules()) == 14
    prompt = np.random.default_rng().integers(0, VOCABULARY, 10).tolist()
    engine = LocalEngine(model, EngineConfig(context=64))
    try:
        assert len(list(engine.submit(prompt, {}, SamplingParams(5)))) == 5
    finally:
        engine.close()


def test_products_with_packed_and_four_bit_weights_are_near_the_plain_ones() -> None:
    plain = torch.nn.Linear(64, 48).requires_grad_(requires_grad=False)
    x = torch.randn(1, 5, 64)
    assert torch.allclose(PackedLinear(plain)(x), plain(x), atol=1e-5)
    step = (plain.weight.view(48, 2, 32).amax(-1) - plain.weight.view(48, 2, 32).amin(-1)) / 15
    half = plain.to(torch.bfloat16)
    given = Int4Linear(half)(x.to(torch.bfloat16)).float()
    # Each weight is off by half a step at most; bfloat16 adds a percent.
    bound = x.abs().sum() * step.max() / 2 + 0.02 * half(x.to(torch.bfloat16)).abs().max()
    assert (given - half(x.to(torch.bfloat16)).float()).abs().max() < bound
    assert not torch.equal(given, half(x.to(torch.bfloat16)).float())


@pytest.mark.parametrize("shape", [(1, 64), (20, 64), (3, 50, 64)])
def test_a_packed_model_gives_what_it_gave(shape: tuple[int, ...]) -> None:
    inner = torch.nn.Sequential(torch.nn.Linear(48, 16, bias=False))
    model, x = torch.nn.Sequential(torch.nn.Linear(64, 48), inner), torch.randn(shape)
    with torch.inference_mode():
        before = model(x)
        pack_linears(model)
        assert [type(model[0]), type(model[1][0])] == [PackedLinear, PackedLinear]
        assert torch.allclose(model(x), before, atol=1e-5)


def test_linears_that_are_given_one_tensor_are_joined_with_and_without_biases() -> None:
    modules = [torch.nn.Linear(64, out, bias=out != 16) for out in (48, 16, 32)]
    x = torch.randn(1, 5, 64)
    with torch.inference_mode():
        for part, module in zip(join_linears(modules)(x), modules, strict=True):
            assert torch.allclose(part, module(x), atol=1e-5)
        mixed = [modules[0], Int4Linear(modules[2].to(torch.bfloat16))]
        wanted = [module.to(torch.bfloat16)(x.to(torch.bfloat16)) for module in mixed]
        assert all(map(torch.equal, join_linears(mixed)(x.to(torch.bfloat16)), wanted))


@pytest.mark.parametrize("rows", [slice(0, 3), slice(0, 64), slice(9, 69), slice(30, 100)])
def test_narrow_products_are_those_of_their_rows_however_many(rows: slice) -> None:
    x, a = torch.randn(100, 64), torch.randn(6, 64)
    assert torch.allclose(narrow(x, rows, a), x[rows] @ a.T, atol=1e-4)
    half = narrow(x.to(torch.bfloat16), rows, a.to(torch.bfloat16))
    assert torch.allclose(half.float(), x[rows] @ a.T, atol=0.5)


def test_the_output_layer_is_not_quantised(base: Path) -> None:
    model = load_base(base, torch.bfloat16)
    quantise_linears(model)
    assert isinstance(model.get_output_embeddings(), torch.nn.Linear)


def test_a_model_that_cannot_be_loaded_is_refused_with_the_reason(
    base: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copy"

    def refused(message: str, **options: str) -> None:
        with pytest.raises(ModelRefused, match=message):
            load_model(str(folder), **({"device": "cpu"} | options))  # type: ignore[arg-type]

    refused("no such folder")
    folder.mkdir()
    refused("no config.json")
    shutil.copytree(base, folder, dirs_exist_ok=True)
    refused("none that torch knows", device="abc")
    refused("float16 is for GPUs", dtype="float16")
    refused("'float8' is none of", dtype="float8")
    refused("needs a GPU", quantization="int8")
    if not torch.cuda.is_available():
        refused("finds no GPU", device="cuda")
    weights = load_file(folder / "model.safetensors")
    lost = next(key for key in weights if "mlp" in key)
    save_file(
        {key: value for key, value in weights.items() if key != lost},
        folder / "model.safetensors",
        metadata={"format": "pt"},
    )
    refused(f"1 weights missing, as {lost}")
    (folder / "model.safetensors").unlink()
    refused("weights cannot be loaded")
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps(config | {"model_type": "vit"}))
    refused("not a causal language model")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"max_position_embeddings": 32}, "knows 32 positions"),
        ({"layer_types": ["full_attention", "sliding_attention"], "sliding_window": 8}, "sliding"),
        ({"rope_parameters": {"rope_type": "dynamic"}}, "depend on the batch"),
    ],
)
def test_a_model_that_the_engine_would_run_wrongly_is_refused(
    base: Path, change: dict[str, object], message: str
) -> None:
    model = load_base(base)
    for name, value in change.items():
        setattr(model.config, name, value)
    with pytest.raises(ModelRefused, match=message):
        LocalEngine(model, EngineConfig(context=64))
