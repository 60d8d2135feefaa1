"""Loads a language model from a folder or a hub, in the form in which this machine runs it best."""

from pathlib import Path
from typing import Literal, cast

import torch
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    BitsAndBytesConfig,
    PretrainedConfig,
    PreTrainedModel,
)
from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING_NAMES
from transformers.utils.import_utils import is_bitsandbytes_available

from gpu_worker.engine.core import ModelRefused
from gpu_worker.engine.linears import quantise_linears

Device = Literal["auto", "cpu", "cuda"]
Dtype = Literal["auto", "float32", "bfloat16", "float16"]
Quantization = Literal["int4", "int8"]


def load_model(
    source: str,
    *,
    device: Device | str = "auto",
    dtype: Dtype = "auto",
    quantization: Quantization | None = None,
) -> PreTrainedModel:
    """Load a causal language model.

    Args:
        source: a folder with ``config.json`` and safetensors, or a hub id.
        device: ``auto`` takes CUDA when it is there.
        dtype: ``auto`` takes bfloat16 on CUDA and on CPUs that multiply it, else float32.
        quantization: weights in 4 bits (CPU: torch's own products, groups of 32; CUDA:
            bitsandbytes) or in 8 bits (CUDA: bitsandbytes).

    Raises:
        ModelRefused: there is no such model, it is not a causal language model, weights are
            missing, or this machine cannot run it so; the message says which.
    """
    place = _device(device)
    kind = _dtype(dtype, place)
    config = read_config(source)
    options: dict[str, object] = {}
    if quantization is not None:
        options = _quantized(quantization, place)
        kind = torch.bfloat16 if place.type == "cpu" else kind
    try:
        loaded = AutoModelForCausalLM.from_pretrained(
            source,
            config=config,
            dtype=kind,
            output_loading_info=True,
            **options,
        )
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelRefused(f"model {source}: its weights cannot be loaded: {error}") from error
    model, report = cast("tuple[PreTrainedModel, dict[str, object]]", loaded)
    for fault in ("missing_keys", "mismatched_keys"):
        if faulty := sorted(map(str, cast("set[object]", report[fault]))):
            words = fault.replace("_keys", "")
            raise ModelRefused(f"model {source}: {len(faulty)} weights {words}, as {faulty[0]}")
    if quantization is None:
        model = model.to(place)
    elif place.type == "cpu":
        quantise_linears(model)
    return model.eval()


def read_config(source: str) -> PretrainedConfig:
    """Read a model's configuration: cheap, and it tells whether there is a model at all.

    Raises:
        ModelRefused: there is no such model, or nothing that transformers can read.
    """
    folder = Path(source)
    if folder.is_dir() and not (folder / "config.json").is_file():
        raise ModelRefused(f"model {source}: the folder has no config.json")
    if not folder.exists() and (folder.is_absolute() or source.startswith(".")):
        raise ModelRefused(f"model {source}: there is no such folder")
    try:
        config = AutoConfig.from_pretrained(source)
    except (OSError, ValueError) as error:
        raise ModelRefused(
            f"model {source}: no such model, or no configuration: {error}"
        ) from error
    if config.model_type not in MODEL_FOR_CAUSAL_LM_MAPPING_NAMES:
        raise ModelRefused(f"model {source} is {config.model_type}, not a causal language model")
    return cast("PretrainedConfig", config)


def _device(wanted: str) -> torch.device:
    is_there = torch.cuda.is_available()
    if wanted == "auto":
        return torch.device("cuda" if is_there else "cpu")
    try:
        device = torch.device(wanted)
    except RuntimeError as error:
        raise ModelRefused(f"device {wanted!r} is none that torch knows") from error
    if device.type == "cuda" and not is_there:
        raise ModelRefused("device 'cuda': torch finds no GPU here")
    return device


def _dtype(wanted: Dtype, device: torch.device) -> torch.dtype:
    if wanted == "auto":
        is_fast = device.type == "cuda" or cpu_multiplies_bfloat16()
        return torch.bfloat16 if is_fast else torch.float32
    known = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}
    if wanted not in known:
        raise ModelRefused(f"dtype {wanted!r} is none of {', '.join(known)}")
    if wanted == "float16" and device.type == "cpu":
        raise ModelRefused("dtype float16 is for GPUs; on a CPU take bfloat16 or float32")
    return known[wanted]


def cpu_multiplies_bfloat16() -> bool:
    """Whether this CPU has bfloat16 products (AVX512-BF16 or AMX); others only emulate them."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())  # noqa: SLF001  # torch has no public question


def _quantized(quantization: Quantization, device: torch.device) -> dict[str, object]:
    if device.type == "cpu":
        if quantization != "int4":
            raise ModelRefused(f"quantization {quantization!r} needs a GPU; a CPU runs 'int4'")
        return {}
    if quantization not in {"int4", "int8"}:
        raise ModelRefused(f"quantization {quantization!r} is neither 'int4' nor 'int8'")
    if not is_bitsandbytes_available():
        raise ModelRefused(f"quantization {quantization!r} needs the package bitsandbytes")
    bits = BitsAndBytesConfig(
        load_in_4bit=quantization == "int4",
        load_in_8bit=quantization == "int8",
        bnb_4bit_compute_dtype=torch.bfloat16,
    )
    return {"quantization_config": bits, "device_map": {"": device}}
