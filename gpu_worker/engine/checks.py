"""What an engine asks of a model, of a prompt and of an error before it trusts them."""

from collections.abc import Sequence

import torch
from transformers import PretrainedConfig, PreTrainedModel

from gpu_worker.engine.core import (
    EngineConfig,
    ModelRefused,
    OutOfMemory,
    PromptRefused,
    PromptTooLong,
    SamplingParams,
)
from gpu_worker.engine.slots import Slots

# Rotary embeddings that depend on the longest request of a batch.
_UNSTEADY = frozenset({"dynamic", "longrope"})


def check_model(model: PreTrainedModel, context: int) -> None:
    """Check that the engine can run a model with requests of ``context`` tokens.

    Raises:
        ModelRefused: it attends within a window, its positions depend on the batch, they end
            before ``context``, or its attention is capped or cannot be replaced.
    """
    config = model.config
    name = type(model).__name__
    window = getattr(config, "sliding_window", None) or context
    usual = "sliding_attention" if window < context else "full_attention"
    layers = set(getattr(config, "layer_types", None) or (usual,))
    if window >= context:
        layers.discard("sliding_attention")
    if layers - {"full_attention"}:
        raise ModelRefused(f"{name} has layers of {sorted(layers)}; only full attention is run")
    rope = getattr(config, "rope_parameters", None) or {}
    if rope.get("rope_type") in _UNSTEADY:
        raise ModelRefused(f"{name} has {rope['rope_type']} positions, which depend on the batch")
    if getattr(config, "attn_logit_softcapping", None):
        raise ModelRefused(f"{name} caps the logits of its attention, which is not done here")
    known = getattr(config, "max_position_embeddings", None)
    if known is not None and known < context:
        raise ModelRefused(f"{name} knows {known} positions, the engine's context is {context}")
    if not getattr(model, "_supports_attention_backend", False):
        raise ModelRefused(f"{name} has an attention of its own that cannot be replaced")


def allocate(model: PreTrainedModel, config: EngineConfig, *, is_by_token: bool) -> Slots:
    """Make the slots; half as many each time there is no memory for them.

    Args:
        model: whose keys they hold.
        config: how many, and of what length.
        is_by_token: whether the heads of a token stand side by side, as flash attention reads.

    Raises:
        OutOfMemory: not even one fits.
    """
    shape = model.config
    heads = getattr(shape, "num_key_value_heads", None) or shape.num_attention_heads
    width = getattr(shape, "head_dim", None) or shape.hidden_size // shape.num_attention_heads
    like = next(p for p in model.parameters() if p.is_floating_point())
    count = config.slots
    while count:
        try:
            room = count, heads, config.context, width
            return Slots(shape.num_hidden_layers, room, like, is_by_token=is_by_token)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
        count //= 2
    raise OutOfMemory(f"no memory for the keys of one request of {config.context} tokens")


def check_prompt(
    prompt: Sequence[int], params: SamplingParams, context: int, config: PretrainedConfig
) -> None:
    """Check a prompt; an id outside the vocabulary would cost a GPU process its life.

    Raises:
        PromptRefused: it is empty or holds such an id.
        PromptTooLong: it does not fit the context together with its answer.
    """
    if not prompt:
        raise PromptRefused("the prompt is empty")
    if min(prompt) < 0 or max(prompt) >= config.vocab_size:
        raise PromptRefused(f"a token id is outside the vocabulary of {config.vocab_size}")
    if len(prompt) + params.max_new_tokens > context:
        raise PromptTooLong(
            f"{len(prompt)} tokens and {params.max_new_tokens} new ones "
            f"do not fit a context of {context}"
        )


def is_out_of_memory(error: Exception) -> bool:
    """Whether memory ran out, on a GPU or in the machine."""
    return isinstance(error, torch.OutOfMemoryError | MemoryError) or (
        isinstance(error, RuntimeError) and "can't allocate memory" in str(error)
    )
