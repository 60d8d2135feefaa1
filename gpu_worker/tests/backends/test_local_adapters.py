"""PEFT adapters in a running engine: taken up, swapped, refused and blended."""

import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from peft import LoraConfig, get_peft_model
from prometheus_client import REGISTRY
from transformers import Qwen2ForCausalLM

from gpu_worker.adapters import activate
from gpu_worker.agents.backends import local
from gpu_worker.agents.backends.base import WritingTask
from gpu_worker.engine.core import TokenStream
from gpu_worker.tests.backends.support import (
    ACCESS,
    TASK,
    adapter_said,
    engine_of,
    eventually,
    settings_for,
)
from gpu_worker.tests.support import AGENTS
from shared.domain.words import Locale

# PEFT asks an old name of transformers.
pytestmark = pytest.mark.filterwarnings("ignore:.is_gradient_checkpointing.:FutureWarning")


def adapter(checkpoint: Path, root: Path, agent: str, version: str) -> None:
    """Write a random adapter."""
    model = Qwen2ForCausalLM.from_pretrained(checkpoint)
    config = LoraConfig(r=4, lora_alpha=64, target_modules="all-linear")
    tuned = get_peft_model(model, config)
    for name, weights in tuned.named_parameters():
        if "lora_" in name:
            torch.nn.init.normal_(weights, std=0.5)
    tuned.save_pretrained(str(root / agent / version))


def test_adapters_are_swapped_while_the_engine_runs_and_a_broken_one_changes_nothing(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "_LOOK_SECONDS", 0.05)
    for version in ("v1", "v2", "v3"):
        adapter(checkpoint, tmp_path, "access", version)
    weights = tmp_path / "access" / "v3" / "adapter_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:200])
    activate(tmp_path, "access", "v1", force=True)
    backend = local.load_local(settings_for(checkpoint, ai_adapters=tmp_path))

    engine = engine_of(backend)
    assert engine.adapters() == {"access@v1"}
    assert adapter_said(backend) in ("access@v1", None)
    activate(tmp_path, "access", "v2", force=True)
    eventually(lambda: engine.adapters() == {"access@v2"})
    assert adapter_said(backend) in ("access@v2", None)
    refused = REGISTRY.get_sample_value("otvet_adapters_changed_total", {"result": "refused"}) or 0
    activate(tmp_path, "access", "v3", force=True)
    eventually(
        lambda: (
            REGISTRY.get_sample_value("otvet_adapters_changed_total", {"result": "refused"})
            == refused + 1
        )
    )
    time.sleep(0.2)
    assert engine.adapters() == {"access@v2"}, "the old one goes on"
    backend.close()


def test_two_agents_are_blended(
    checkpoint: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for agent, version in (("access", "v1"), ("network", "v2")):
        adapter(checkpoint, tmp_path, agent, version)
        activate(tmp_path, agent, version, force=True)
    backend = local.load_local(settings_for(checkpoint, ai_adapters=tmp_path))
    engine, submitted = engine_of(backend), []
    submit = engine.submit

    def recording(ids: Sequence[int], adapters: Mapping[str, float], params: Any) -> TokenStream:  # noqa: ANN401
        submitted.append(dict(adapters))
        return submit(ids, adapters, params)

    monkeypatch.setattr(engine, "submit", recording)
    both = WritingTask(TASK.question, TASK.sources, ACCESS, Locale.RU, partner=AGENTS[2])
    assert adapter_said(backend, both) in ("access@v1*0.5+network@v2*0.5", None)
    assert submitted == [{"access@v1": 0.5, "network@v2": 0.5}]
    backend.close()
