"""Models and adapters to measure: random weights of a shape, or a checkpoint from disk."""

import copy
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, GenerationConfig, PreTrainedModel

from gpu_worker.bench.shapes import Shape

DTYPES = {"float32": torch.float32, "bfloat16": torch.bfloat16, "float16": torch.float16}


def build_model(source: Shape | Path, *, dtype: str, device: str, seed: int) -> PreTrainedModel:
    """Make the base model, ready to generate greedily and never to stop by itself."""
    torch.manual_seed(seed)
    if isinstance(source, Path):
        model = AutoModelForCausalLM.from_pretrained(source, dtype=DTYPES[dtype]).to(device)
    else:
        with torch.device(device):
            model = AutoModelForCausalLM.from_config(source.config(), dtype=DTYPES[dtype])
    model.generation_config = GenerationConfig(do_sample=False, pad_token_id=0)
    model.requires_grad_(requires_grad=False)
    return model.eval()


def twin(model: PreTrainedModel) -> PreTrainedModel:
    """Return a model of its own modules over the same weights, so that arms do not meet."""
    shared = {id(tensor): tensor for tensor in (*model.parameters(), *model.buffers())}
    return copy.deepcopy(model, shared)


def in_dtype(model: PreTrainedModel, dtype: str) -> PreTrainedModel:
    """Return a model with the same weights converted; the model itself where they are so."""
    if model.dtype == DTYPES[dtype]:
        return model
    return copy.deepcopy(model).to(DTYPES[dtype])


def save_adapters(
    model: PreTrainedModel,
    names: Sequence[str],
    folder: Path,
    *,
    rank: int,
    targets: str | tuple[str, ...],
    seed: int,
) -> dict[str, Path]:
    """Draw adapters whose B is not zero and let PEFT save them; return each one's folder."""
    torch.manual_seed(seed)
    settings = LoraConfig(
        r=rank,
        lora_alpha=2 * rank,
        target_modules=targets if isinstance(targets, str) else list(targets),
        init_lora_weights=False,
        task_type="CAUSAL_LM",
    )
    with _quiet_peft():
        wrapped = get_peft_model(
            twin(model), settings, adapter_name=names[0], autocast_adapter_dtype=False
        )
    for name in names[1:]:
        wrapped.add_adapter(name, settings, autocast_adapter_dtype=False)
    wrapped.save_pretrained(str(folder), selected_adapters=list(names))
    return {name: folder / name for name in names}


def load_adapters(model: PreTrainedModel, folders: dict[str, Path]) -> PeftModel:
    """Wrap the model with saved adapters, as PEFT does it, in the model's own dtype."""
    (first, folder), *others = folders.items()
    with _quiet_peft():
        wrapped = PeftModel.from_pretrained(
            model, str(folder), adapter_name=first, autocast_adapter_dtype=False
        )
    for name, folder in others:
        wrapped.load_adapter(str(folder), adapter_name=name, autocast_adapter_dtype=False)
    wrapped.eval()
    return wrapped


@contextmanager
def _quiet_peft() -> Iterator[None]:
    """PEFT 0.21 asks transformers 5.23 for a property by its old name."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="`is_gradient_checkpointing` is deprecated")
        yield


def weight_bytes(model: PreTrainedModel) -> int:
    """Return the bytes that one step reads: all weights but an untied embedding table."""
    tensors = {id(t): t for t in model.parameters()}
    config = model.config
    if not config.tie_word_embeddings:
        tensors.pop(id(model.get_input_embeddings().weight), None)
    return sum(t.numel() * t.element_size() for t in tensors.values())


def adapter_bytes(folders: dict[str, Path]) -> int:
    """Return the bytes of all saved adapters."""
    return sum(
        path.stat().st_size for folder in folders.values() for path in folder.glob("*.safetensors")
    )


def key_value_bytes(model: PreTrainedModel) -> int:
    """Return the bytes of keys and values that one token of context holds."""
    config = model.config
    width = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    numbers = 2 * config.num_hidden_layers * config.num_key_value_heads * width
    return int(numbers * model.dtype.itemsize)
