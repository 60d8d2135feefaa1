"""Adapters come, are replaced and go while requests run; what does not fit is refused."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file, save_file

from gpu_worker.engine.core import AdapterRefused, EngineConfig, UnknownAdapter
from gpu_worker.tests.engine.support import (
    KINDS,
    NEW,
    Held,
    Reference,
    greedy,
    random_ids,
    save_adapter,
    save_model,
)

pytestmark = [
    pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing:FutureWarning"),
    # PEFT, while it saves what is refused here.
    pytest.mark.filterwarnings("ignore:Setting .save_embedding_layers:UserWarning"),
]
CONFIG = EngineConfig(slots=4, context=128, running=3, step_tokens=64, beside_tokens=8)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_model("llama", tmp_path_factory.mktemp("adapters"))


@pytest.fixture
def held(base: Path) -> Iterator[Held]:
    held = Held(base, CONFIG)
    yield held
    held.close()


def test_an_adapter_is_replaced_and_unloaded_without_touching_running_requests(
    base: Path, held: Held
) -> None:
    folders = {name: save_adapter(base, name, **KINDS["all"]) for name in ("old", "new", "newest")}
    reference = Reference.read(base, folders)
    prompt, old = reference.fresh(20, "old")
    engine = held.engine
    engine.load_adapter("a", folders["old"])
    under_way = engine.submit(prompt, {"a": 1.0}, greedy())
    held.wait()
    held.let(3)
    for _ in range(3):
        held.wait()
    held.open()
    engine.load_adapter("a", folders["new"])
    second, new = reference.fresh(20, "new")
    replaced = engine.submit(second, {"a": 1.0}, greedy())
    assert (list(under_way), list(replaced)) == (old, new)
    # The columns of the first version are free now and taken by the third.
    engine.load_adapter("a", folders["newest"])
    third, newest = reference.fresh(20, "newest")
    last = engine.submit(third, {"a": 1.0}, greedy())
    engine.unload_adapter("a")
    assert engine.adapters() == frozenset()
    with pytest.raises(UnknownAdapter):
        engine.submit(third, {"a": 1.0}, greedy())
    with pytest.raises(UnknownAdapter):
        engine.unload_adapter("a")
    assert list(last) == newest
    stack = engine._adapters
    assert max(len(module.a) for module in stack._modules.values()) == 2 * KINDS["all"]["r"]
    assert (stack._versions, len(stack._blends)) == ([], 1)


def test_what_an_old_version_computed_is_not_reused(base: Path, held: Held) -> None:
    held.open()
    prompt = random_ids(30)
    for _ in range(2):
        held.engine.load_adapter("a", save_adapter(base, "a", **KINDS["all"]))
        assert len(list(held.engine.submit(prompt, {"a": 1.0}, greedy()))) == NEW
    assert [reused for *_, reused in held.recorder.admitted_tokens] == [0, 0]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"use_dora": True}, "use_dora"),
        ({"bias": "all"}, "bias"),
        ({"modules_to_save": ["lm_head"]}, "modules_to_save"),
        ({"target_modules": ["lm_head"]}, "lm_head"),
    ],
)
def test_what_would_be_computed_wrongly_is_refused(
    base: Path, held: Held, options: dict[str, Any], message: str
) -> None:
    folder = save_adapter(base, "odd", **{"r": 4, "target_modules": ["q_proj"], **options})
    with pytest.raises(AdapterRefused, match=message):
        held.engine.load_adapter("odd", folder)
    assert held.engine.adapters() == frozenset()


def test_an_adapter_of_another_model_is_refused_with_what_differs(
    base: Path, held: Held, tmp_path: Path
) -> None:
    folder = save_adapter(base, "good", **KINDS["attention"])
    config = json.loads((folder / "adapter_config.json").read_text())
    weights = load_file(folder / "adapter_model.safetensors")
    low = next(key for key in weights if "lora_A" in key)

    def refused(message: str) -> None:
        with pytest.raises(AdapterRefused, match=message):
            held.engine.load_adapter("good", folder)

    save_file(weights | {low: torch.zeros(4, 32)}, folder / "adapter_model.safetensors")
    refused("maps 32 to 64, the model's 64 to 64; it was trained for .*base")
    save_file(weights | {low: torch.zeros(5, 64)}, folder / "adapter_model.safetensors")
    refused("rank 5 and rank 4")
    save_file(weights | {low: torch.full((4, 64), torch.nan)}, folder / "adapter_model.safetensors")
    refused("not finite")
    (folder / "adapter_model.safetensors").unlink()
    refused("weights cannot be read")
    named = config | {"base_model_name_or_path": "somebody/another-model"}
    (folder / "adapter_config.json").write_text(json.dumps(named))
    refused("names the base model somebody/another-model, loaded is .*base")
    (folder / "adapter_config.json").unlink()
    refused("no adapter_config.json")
    folder = tmp_path / "nowhere"
    refused("no adapter_config.json in .*nowhere")
