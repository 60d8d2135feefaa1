"""The base model with a fresh adapter on it, its tokenizer, and what tells it from others."""

import hashlib
import json
import warnings
from typing import Any

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, set_seed

from gpu_worker.agents.backends.base import BackendError
from gpu_worker.agents.backends.tokenizer import HuggingFaceTokenizer, load_tokenizer
from gpu_worker.training.errors import BadModel
from gpu_worker.training.options import TrainingOptions
from gpu_worker.training.record import BaseRecord

# What a configuration says of the file it came from, not of the model.
_NOT_THE_MODEL = {"transformers_version", "_name_or_path", "torch_dtype", "dtype", "_commit_hash"}


def base_tokenizer(options: TrainingOptions) -> HuggingFaceTokenizer:
    """Load the base model's tokenizer, as serving does.

    Raises:
        BadModel: it cannot be loaded, or has no chat template.
    """
    try:
        return load_tokenizer(options.model, options.revision)
    except BackendError as error:
        raise BadModel(str(error)) from error


def load_with_adapter(options: TrainingOptions) -> tuple[PeftModel, BaseRecord]:
    """Load the base model and put an adapter on it that does not change it yet.

    Raises:
        BadModel: the model cannot be loaded, or has no such modules.
    """
    device = _device(options)
    try:
        model: Any = AutoModelForCausalLM.from_pretrained(
            options.model, revision=options.revision, dtype=_dtype(options, device)
        )
    except (OSError, ValueError, ImportError, RuntimeError) as error:
        raise BadModel(f"{options.model!r} cannot be loaded: {error}") from error
    record = BaseRecord(
        name=options.model,
        revision=options.revision or getattr(model.config, "_commit_hash", None),
        config_hash=config_hash(model.config.to_dict()),
        dtype=str(model.dtype).removeprefix("torch."),
        parameters=model.num_parameters(),
    )
    config = LoraConfig(
        r=options.rank,
        lora_alpha=options.alpha,
        lora_dropout=options.dropout,
        target_modules=options.target_modules,
        revision=options.revision,
        task_type="CAUSAL_LM",
    )
    set_seed(options.seed)
    try:
        with warnings.catch_warnings():
            # peft 0.21 asks transformers 5.23 for something by its old name.
            warnings.filterwarnings("ignore", "`is_gradient_checkpointing`", FutureWarning)
            return get_peft_model(model.to(device), config), record
    except ValueError as error:
        raise BadModel(f"no adapter can be put on {options.model!r}: {error}") from error


def config_hash(config: dict[str, object]) -> str:
    """Return a digest of a model's configuration: equal for equal shapes, wherever they lie."""
    shape = {name: value for name, value in config.items() if name not in _NOT_THE_MODEL}
    text = json.dumps(shape, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _device(options: TrainingOptions) -> torch.device:
    if options.device == "cuda" and not torch.cuda.is_available():
        raise BadModel("there is no CUDA device; --device cpu trains without one")
    if options.device == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    return torch.device(options.device)


def _dtype(options: TrainingOptions, device: torch.device) -> torch.dtype:
    name = options.dtype
    if name == "auto":
        name = "bfloat16" if device.type == "cuda" else "float32"
    chosen: torch.dtype = getattr(torch, name)
    return chosen
