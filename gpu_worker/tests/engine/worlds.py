"""Random checkpoints on disk, with PEFT as their reference."""

import secrets
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import torch
from peft import LoraConfig, PeftModel, get_peft_model
from torch import Tensor, nn
from transformers import AutoModelForCausalLM, LlamaConfig, PreTrainedModel, Qwen2Config

VOCABULARY, CONTEXT = 160, 256
FAMILIES = ("qwen2-tied", "qwen2", "llama", "llama-tied")
INVOCATION = [151, 152]
_ATTENTION = ["q_proj", "k_proj", "v_proj", "o_proj"]
_MLP = ["gate_proj", "up_proj", "down_proj"]
ADAPTERS: dict[str, dict[str, object]] = {
    "all": {"r": 8, "lora_alpha": 16, "target_modules": "all-linear"},
    "attention": {"r": 4, "lora_alpha": 12, "target_modules": ["q_proj", "v_proj"]},
    "mlp": {"r": 6, "lora_alpha": 9, "target_modules": _MLP},
    "patterns": {
        "r": 4,
        "lora_alpha": 8,
        "target_modules": _ATTENTION + _MLP,
        "rank_pattern": {"q_proj": 2, r"layers\.0\.mlp\.down_proj": 7},
        "alpha_pattern": {"q_proj": 5, r"layers\.1\.mlp\.up_proj": 20},
    },
    "rslora": {
        "r": 5,
        "lora_alpha": 4,
        "use_rslora": True,
        "target_modules": ["o_proj", "k_proj", "up_proj", "down_proj"],
    },
}
LATE: dict[str, object] = {
    "r": 4,
    "lora_alpha": 8,
    "target_modules": _ATTENTION + _MLP,
    "alora_invocation_tokens": INVOCATION,
}
# What float32 may be off by is a thousand times less.
_LEAST_GAP = 1e-3


@dataclass(frozen=True, slots=True)
class Case:
    """A prompt under a blend of adapters, and the new tokens that PEFT gives."""

    prompt: list[int]
    blend: dict[str, float]
    tokens: list[int]


@dataclass(slots=True)
class World:
    """A checkpoint and its adapters on disk, and the same in PEFT's hands.

    ``asked`` and ``rejected`` count prompts, and those whose answer hung on rounding.
    """

    base: Path
    adapters: Path
    reference: PeftModel
    rng: np.random.Generator
    asked: int = 0
    rejected: int = 0
    _blends: dict[str, str] = field(default_factory=dict)
    _drawn: int = 0

    def prompt(self, length: int) -> list[int]:
        """Return random token ids, none of them of the invocation; no two begin alike for long."""
        ids: list[int] = self.rng.integers(0, INVOCATION[0], length).tolist()
        self._drawn += 1
        return [self._drawn % INVOCATION[0], *ids[1:]]

    def case(
        self,
        adapter: str | Mapping[str, float] | None = None,
        length: int = 12,
        new: int = 8,
        *,
        before: Sequence[int] = (),
        after: Sequence[int] = (),
    ) -> Case:
        """Draw a prompt, anew as long as its greedy answer hangs on rounding."""
        named = {adapter: 1.0} if isinstance(adapter, str) else dict(adapter or {})
        while True:
            self.asked += 1
            prompt = [*before, *self.prompt(length), *after]
            tokens, gap = self.answer(prompt, named, new)
            if gap > _LEAST_GAP:
                return Case(prompt, named, tokens)
            self.rejected += 1
            assert self.rejected <= max(10, self.asked // 2), "too many answers hang on rounding"

    def answer(
        self, prompt: list[int], blend: Mapping[str, float], new: int
    ) -> tuple[list[int], float]:
        """Return PEFT's greedy tokens and the least gap between a token's logit and the next.

        The gap is a part of the range of all logits.
        """
        ids = torch.tensor([prompt])
        generate: Any = self.reference.generate
        with self._acting(blend), torch.inference_mode():
            made = generate(
                input_ids=ids,
                attention_mask=torch.ones_like(ids),
                max_new_tokens=new,
                do_sample=False,
                output_logits=True,
                return_dict_in_generate=True,
            )
        logits = torch.cat(made.logits)
        best = logits.topk(2).values
        gaps = (best[:, 0] - best[:, 1]) / (logits.amax(-1) - logits.amin(-1))
        tokens: list[int] = made.sequences[0, len(prompt) :].tolist()
        return tokens, float(gaps.min())

    def logits(self, prompt: list[int], blend: Mapping[str, float]) -> Tensor:
        """Return PEFT's logits behind a prompt, ``[vocabulary]``."""
        with self._acting(blend), torch.inference_mode():
            row: Tensor = self.reference(input_ids=torch.tensor([prompt])).logits[0, -1].float()
        return row

    @contextmanager
    def _acting(self, blend: Mapping[str, float]) -> Iterator[None]:
        if not blend:
            with self.reference.disable_adapter():
                yield
            return
        name = next(iter(blend))
        if dict(blend) != {name: 1.0}:
            name = self._weighted(blend)
        self.reference.set_adapter(name)
        yield

    def _weighted(self, blend: Mapping[str, float]) -> str:
        key = repr(sorted(blend.items()))
        if key not in self._blends:
            self._blends[key] = f"blend{len(self._blends)}"
            # PEFT takes the first one's rsLoRA over to the sum, whose scaling must be 1.
            names = sorted(blend, key=lambda name: bool(ADAPTERS[name].get("use_rslora")))
            self.reference.add_weighted_adapter(
                names, [blend[name] for name in names], self._blends[key], combination_type="cat"
            )
        return self._blends[key]


def make_world(family: str, folder: Path, **changes: object) -> World:
    """Save a random checkpoint and five adapters, and read them back with PEFT."""
    seed = secrets.randbits(32)
    print(f"{family}: seed {seed}")  # noqa: T201  # pytest shows it beside a failure
    torch.manual_seed(seed)
    save_base(folder / "base", family, **changes)
    for name, options in ADAPTERS.items():
        save_adapter(folder / "base", folder / name, options)
    reference = with_adapters(load_base(folder / "base"), folder, list(ADAPTERS))
    return World(folder / "base", folder, reference, np.random.default_rng(seed))


def save_base(folder: Path, family: str, **changes: object) -> None:
    """Save a random checkpoint of a family's shape; its logits are far apart."""
    sizes: dict[str, object] = {
        "vocab_size": VOCABULARY,
        "hidden_size": 32,
        "intermediate_size": 56,
        "num_hidden_layers": 2,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": CONTEXT,
        "bos_token_id": None,
        "eos_token_id": None,
        "tie_word_embeddings": family.endswith("tied"),
        **changes,
    }
    config = Qwen2Config(**sizes) if family.startswith("qwen2") else LlamaConfig(**sizes)
    model = AutoModelForCausalLM.from_config(config)
    for name, parameter in model.named_parameters():
        if "norm" not in name:
            # Small embeddings: else a token mostly predicts itself where they are tied.
            is_small = parameter.dim() == 1 or "embed" in name
            nn.init.normal_(parameter, std=0.3 if is_small else 1.5 / parameter.shape[1] ** 0.5)
    model.save_pretrained(folder)


def save_adapter(
    base: Path, folder: Path, options: Mapping[str, object], *, strength: float = 1.0
) -> None:
    """Save a random adapter as PEFT does; what it changes weighs about as much as the base."""
    config = LoraConfig(task_type="CAUSAL_LM", **dict[str, Any](options))
    with as_peft_is():
        model = get_peft_model(load_base(base), config)
    for name, parameter in model.named_parameters():
        if parameter.dim() < 2:
            continue
        if "lora_A" in name:
            nn.init.normal_(parameter, std=1 / parameter.shape[1] ** 0.5)
        elif "lora_B" in name:
            nn.init.normal_(parameter, std=0.5 * strength / parameter.shape[1] ** 0.5)
    with as_peft_is():
        model.save_pretrained(str(folder))


def with_adapters(model: PreTrainedModel, folder: Path, names: Sequence[str]) -> PeftModel:
    """Put adapters on a model as PEFT does, in the model's own dtype."""
    with as_peft_is():
        reference = PeftModel.from_pretrained(
            model, folder / names[0], adapter_name=names[0], autocast_adapter_dtype=False
        )
    for name in names[1:]:
        reference.load_adapter(folder / name, adapter_name=name, autocast_adapter_dtype=False)
    reference.to(model.dtype).eval()
    return reference


@contextmanager
def as_peft_is() -> Iterator[None]:
    """Call PEFT without its warnings being errors.

    PEFT 0.21 asks transformers 5.23 for what the latter calls something else now, and advises
    against some of the adapters that an engine must refuse.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def load_base(folder: Path, dtype: torch.dtype = torch.float32) -> PreTrainedModel:
    """Read a checkpoint."""
    return AutoModelForCausalLM.from_pretrained(folder, dtype=dtype, local_files_only=True)
