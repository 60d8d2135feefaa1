"""Reads a LoRA adapter that PEFT saved, and refuses what the stack would compute wrongly."""

import math
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import cast

import torch
from peft import LoraConfig, PeftConfig, load_peft_weights
from peft.utils import CONFIG_NAME, SAFETENSORS_WEIGHTS_NAME, WEIGHTS_NAME
from peft.utils.other import get_pattern_key
from torch import Tensor
from transformers import PretrainedConfig

from gpu_worker.engine.adapters import AdapterWeights
from gpu_worker.engine.core import AdapterRefused

_PREFIX = "base_model.model."
# What of LoRA's options is served, or makes no difference once trained.
_SERVED = frozenset(
    {
        "r", "lora_alpha", "use_rslora", "rank_pattern", "alpha_pattern", "target_modules",
        "exclude_modules", "layers_to_transform", "layers_pattern", "alora_invocation_tokens",
        "lora_dropout", "init_lora_weights", "base_model_name_or_path", "revision", "peft_type",
        "task_type", "inference_mode", "auto_mapping", "peft_version", "runtime_config",
        "loftq_config", "eva_config", "corda_config", "lora_ga_config", "ensure_weight_tying",
        "qalora_group_size", "megatron_core",
    }
)  # fmt: skip
_Pair = dict[str, Tensor]


def read_adapter(
    name: str, folder: Path, shapes: Mapping[str, tuple[int, int]], base: PretrainedConfig
) -> AdapterWeights:
    """Read an adapter for a model.

    Args:
        name: what messages call it.
        folder: what ``save_pretrained`` of PEFT wrote.
        shapes: inputs and outputs of each module that may be adapted.
        base: the model's configuration, for its name.

    Raises:
        AdapterRefused: no such adapter, not plain LoRA, or made for another model.
    """
    config = _read_config(name, folder)
    _check_options(name, config)
    _check_base(name, config, base)
    try:
        weights = load_peft_weights(str(folder), device="cpu")
    except Exception as error:
        raise AdapterRefused(f"adapter {name!r}: its weights cannot be read: {error}") from error
    pairs = _pairs(name, weights)
    hint = f"it was trained for {config.base_model_name_or_path or 'a model it does not name'}"
    for module, pair in pairs.items():
        _check_shapes(name, module, pair, shapes, hint)
    scaled = {
        module: (pair["lora_A"], pair["lora_B"] * _scaling(config, module, len(pair["lora_A"])))
        for module, pair in pairs.items()
    }
    rank = max(len(low) for low, _ in scaled.values())
    return AdapterWeights(rank, scaled, tuple(config.alora_invocation_tokens or ()))


def _read_config(name: str, folder: Path) -> LoraConfig:
    # PEFT asks the hub for what is missing: a folder's name may be that of a stranger's repository.
    for files in ((CONFIG_NAME,), (SAFETENSORS_WEIGHTS_NAME, WEIGHTS_NAME)):
        if not any((folder / file).is_file() for file in files):
            raise AdapterRefused(f"adapter {name!r}: there is no {files[0]} in {folder}")
    try:
        config = PeftConfig.from_pretrained(str(folder))
    except Exception as error:
        raise AdapterRefused(
            f"adapter {name!r}: its configuration is not PEFT's: {error}"
        ) from error
    if not isinstance(config, LoraConfig):
        raise AdapterRefused(f"adapter {name!r} is {config.peft_type}; only LoRA is served")
    return config


def _check_options(name: str, config: LoraConfig) -> None:
    plain = LoraConfig()
    for option in fields(config):
        value, usual = getattr(config, option.name), getattr(plain, option.name, None)
        if option.name not in _SERVED and value and value != usual:
            raise AdapterRefused(
                f"adapter {name!r} has {option.name}={value!r}, which is not served; "
                "train it as plain LoRA"
            )


def _check_base(name: str, config: LoraConfig, base: PretrainedConfig) -> None:
    """Compare the last parts of the names: a hub id and a path may name the same model."""
    named, loaded = (
        str(model or "").rstrip("/").rpartition("/")[2].lower()
        for model in (config.base_model_name_or_path, base.name_or_path)
    )
    if named and loaded and named != loaded:
        raise AdapterRefused(
            f"adapter {name!r} names the base model {config.base_model_name_or_path}, "
            f"loaded is {base.name_or_path}"
        )


def _pairs(name: str, weights: Mapping[str, Tensor]) -> dict[str, _Pair]:
    pairs: dict[str, _Pair] = {}
    for key, tensor in weights.items():
        module, _, part = key.removeprefix(_PREFIX).removesuffix(".weight").rpartition(".")
        if part not in {"lora_A", "lora_B"}:
            raise AdapterRefused(f"adapter {name!r} has weights {key!r}, which are not served")
        if not torch.isfinite(tensor).all():
            raise AdapterRefused(f"adapter {name!r} has weights {key!r} that are not finite")
        pairs.setdefault(module, {})[part] = tensor
    if not pairs:
        raise AdapterRefused(f"adapter {name!r} has no weights")
    return pairs


def _check_shapes(
    name: str, module: str, pair: _Pair, shapes: Mapping[str, tuple[int, int]], hint: str
) -> None:
    if module not in shapes:
        raise AdapterRefused(f"adapter {name!r} has target module {module!r}, unknown here; {hint}")
    if len(pair) != 2:
        raise AdapterRefused(f"adapter {name!r}: {module} lacks one of its two matrices")
    low, high = pair["lora_A"].shape, pair["lora_B"].shape
    if low[0] != high[1]:
        raise AdapterRefused(f"adapter {name!r}: {module} has rank {low[0]} and rank {high[1]}")
    if (low[1], high[0]) != shapes[module]:
        raise AdapterRefused(
            f"adapter {name!r}: {module} maps {low[1]} to {high[0]}, "
            f"the model's {shapes[module][0]} to {shapes[module][1]}; {hint}"
        )


def _scaling(config: LoraConfig, module: str, rank: int) -> float:
    patterns = cast("dict[str, int]", config.alpha_pattern or {})
    alpha = patterns.get(get_pattern_key(list(patterns), module), config.lora_alpha)
    return alpha / (math.sqrt(rank) if config.use_rslora else rank)
