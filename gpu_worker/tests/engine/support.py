"""Tiny random checkpoints and adapters on disk, PEFT's own answers to them, a held engine."""

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Semaphore
from typing import Any

import numpy as np
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import (
    AutoModelForCausalLM,
    LlamaConfig,
    LlamaForCausalLM,
    PreTrainedModel,
    Qwen2Config,
    Qwen2ForCausalLM,
)
from transformers.utils import logging

from gpu_worker.engine.core import EngineConfig, EngineStats, Observer, SamplingParams
from gpu_worker.engine.local import LocalEngine

logging.set_verbosity_error()
logging.disable_progress_bar()
torch.set_num_threads(1)

VOCABULARY = 160
NEW = 16
SHAPE: dict[str, Any] = {
    "vocab_size": VOCABULARY,
    "hidden_size": 64,
    "intermediate_size": 96,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 512,
    # Llama's default would be kept out of the reference's answers until their least length.
    "eos_token_id": None,
    # Wide enough that the likeliest token stands out and that an adapter changes it.
    "initializer_range": 0.3,
}
INVOCATION = [7, 8, 9]
KINDS: dict[str, dict[str, Any]] = {
    "all": {"r": 8, "lora_alpha": 16, "target_modules": "all-linear"},
    "attention": {"r": 4, "lora_alpha": 4, "target_modules": ["q_proj", "v_proj"]},
    "mlp": {"r": 3, "lora_alpha": 12, "target_modules": ["up_proj", "down_proj"]},
    "uneven": {
        "r": 2,
        "lora_alpha": 8,
        "target_modules": ["q_proj", "o_proj", "gate_proj"],
        "rank_pattern": {"o_proj": 6},
        "alpha_pattern": {"gate_proj": 2},
    },
    "rooted": {"r": 16, "lora_alpha": 8, "target_modules": ["k_proj"], "use_rslora": True},
    "late": {
        "r": 8,
        "lora_alpha": 16,
        "target_modules": ["q_proj", "k_proj", "v_proj"],
        "alora_invocation_tokens": INVOCATION,
    },
}
# A reference whose two likeliest tokens are nearer than this is drawn anew: float32 sums in
# another order differ in the sixth digit.
TIE = 1e-3


def random_ids(length: int) -> list[int]:
    rng = np.random.default_rng(secrets.randbits(64))
    return [int(token) for token in rng.integers(10, VOCABULARY, length)]


def save_model(family: str, folder: Path) -> Path:
    torch.manual_seed(secrets.randbits(32))
    if family == "qwen2":
        model = Qwen2ForCausalLM(Qwen2Config(**SHAPE, tie_word_embeddings=True))
    else:
        model = LlamaForCausalLM(LlamaConfig(**SHAPE))
    model.save_pretrained(folder / "base")
    return folder / "base"


def read_model(base: Path, dtype: torch.dtype = torch.float32) -> PreTrainedModel:
    return AutoModelForCausalLM.from_pretrained(base, dtype=dtype)


def save_adapter(base: Path, name: str, **options: Any) -> Path:  # noqa: ANN401  # LoraConfig's
    """Let PEFT make and save an adapter; fresh random weights each time."""
    folder = base.parent / f"{name}-{secrets.token_hex(4)}"
    config = LoraConfig(init_lora_weights=False, task_type="CAUSAL_LM", **options)
    get_peft_model(read_model(base), config).save_pretrained(str(folder))
    return folder


@dataclass
class Reference:
    """PEFT itself, one request at a time."""

    model: PeftModel

    @classmethod
    def read(
        cls, base: Path, folders: Mapping[str, Path], dtype: torch.dtype = torch.float32
    ) -> "Reference":
        (first, folder), *others = folders.items()
        model = PeftModel.from_pretrained(
            read_model(base, dtype), folder, first, autocast_adapter_dtype=False
        )
        for name, other in others:
            model.load_adapter(other, name, autocast_adapter_dtype=False)
        return cls(model.eval())

    def answer(self, prompt: Sequence[int], adapter: str | None) -> tuple[list[int], float]:
        """Return greedy tokens, and by how much the likeliest stood out where it did least."""
        ids = torch.tensor([list(prompt)])
        options = {
            "attention_mask": torch.ones_like(ids),
            "max_new_tokens": NEW,
            "min_new_tokens": NEW,
            "do_sample": False,
            "pad_token_id": 0,
            "return_dict_in_generate": True,
            "output_logits": True,
        }
        generate: Callable[..., Any] = self.model.generate
        if adapter is None:
            with self.model.disable_adapter():
                made = generate(input_ids=ids, **options)
        else:
            self.model.set_adapter(adapter)
            made = generate(input_ids=ids, **options)
        best = torch.stack(made.logits).topk(2).values
        return made.sequences[0, len(prompt) :].tolist(), float((best[..., 0] - best[..., 1]).min())

    def fresh(
        self, length: int, adapter: str | None, before: Sequence[int] = ()
    ) -> tuple[list[int], list[int]]:
        """Return a random prompt that begins with ``before``, without near ties, and its answer."""
        for _ in range(20):
            prompt = [*before, *random_ids(length)]
            answer, gap = self.answer(prompt, adapter)
            if gap > TIE:
                return prompt, answer
        raise AssertionError("twenty prompts with near ties: the model's logits are too flat")


@dataclass
class Recorder(Observer):
    """Remembers what an engine told."""

    steps: list[tuple[int, int]] = field(default_factory=list)
    admitted_tokens: list[tuple[str, int, int]] = field(default_factory=list)
    endings: list[tuple[str, str, int]] = field(default_factory=list)
    firsts: list[str] = field(default_factory=list)

    def admitted(self, adapter: str, waited: float, prompt_tokens: int, reused: int) -> None:
        assert waited >= 0
        self.admitted_tokens.append((adapter, prompt_tokens, reused))

    def began(self, adapter: str, seconds: float) -> None:
        assert seconds >= 0
        self.firsts.append(adapter)

    def ended(self, adapter: str, code: str, new_tokens: int, seconds: float) -> None:
        assert seconds >= 0
        self.endings.append((adapter, code, new_tokens))

    def stepped(self, stats: EngineStats, answering: int, taken_in: int, seconds: float) -> None:
        assert seconds >= 0
        assert stats.steps
        self.steps.append((answering, taken_in))


class Held:
    """An engine that steps only when it is let, and fails when it is told to."""

    def __init__(self, base: Path, config: EngineConfig) -> None:
        self.recorder = Recorder()
        self.fails: Callable[[int], Exception | None] = lambda _: None
        self._gate, self._reached = Semaphore(0), Semaphore(0)
        model = read_model(base)
        model.register_forward_pre_hook(self._before, with_kwargs=True)
        self.engine = LocalEngine(model, config, self.recorder)

    def wait(self) -> None:
        """Wait until the engine is about to compute a step."""
        assert self._reached.acquire(timeout=10)

    def let(self, steps: int) -> None:
        """Let the engine make steps; it then stands before the next one, if there is one."""
        self._gate.release(steps)

    def open(self) -> None:
        """Let it run for good."""
        self._gate.release(100_000)

    def close(self) -> None:
        self.open()
        self.engine.close()

    def _before(self, _module: object, _args: object, kwargs: Mapping[str, torch.Tensor]) -> None:
        self._reached.release()
        assert self._gate.acquire(timeout=10)
        if error := self.fails(kwargs["input_ids"].shape[1]):
            raise error


def greedy(
    new: int = NEW, deadline_seconds: float = 60.0, stop_ids: frozenset[int] = frozenset()
) -> SamplingParams:
    return SamplingParams(new, deadline_seconds=deadline_seconds, stop_ids=stop_ids)
