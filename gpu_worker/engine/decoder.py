"""The layers of Llama's family, written with as few launches as a GPU needs.

The library's model is right and has thirty launches a layer, of which a recorded step of a 7B model
would spend half its time. This one has nine, and the same weights. It knows where tokens, keys and
adapters lie, and nothing of requests. Checked against PEFT like the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn.functional import embedding
from transformers import PreTrainedModel

from gpu_worker.engine.attention import Spans
from gpu_worker.engine.fans import Layout
from gpu_worker.engine.tails import Tail

_FAMILIES = frozenset({"llama", "mistral", "qwen2"})
_DIMS = (32, 64, 128, 256)
_JOINED = (("self_attn", ("q_proj", "k_proj", "v_proj")), ("self_attn", ("o_proj",)),
           ("mlp", ("gate_proj", "up_proj")), ("mlp", ("down_proj",)))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Norm:
    """A root mean square norm that is yet to be applied to what was made of its rows.

    Its scale is one number a row and commutes with a product, so that nobody waits for a row's sum.

    Attributes:
        squares: sums of a row's squares over some columns each, ``[tokens, parts]``, float32.
        width: how many columns there are.
        eps: of the norm.
    """

    squares: Tensor
    width: int
    eps: float

    def scales(self) -> Tensor:
        """Return the scale of each row, ``[tokens, 1]``, float32."""
        return torch.rsqrt(self.squares.sum(1, keepdim=True) / self.width + self.eps)


class Between(Protocol):
    """What stands between two products, adapters included; see ``kernels.py``."""

    def rotate_and_store(
        self,
        y: Tensor,
        bias: Tensor | None,
        table: Tensor,
        up: Tensor,
        rotary: tuple[Tensor, Tensor],
        positions: Tensor,
        at: Tensor,
        keys: Tensor,
        values: Tensor,
        heads: int,
        norm: Norm,
    ) -> Tensor:
        """Turn q, k and v into queries ``[tokens, heads, dim]``; store keys and values."""

    def add(
        self, h: Tensor, y: Tensor, table: Tensor, up: Tensor, weight: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Add a product to the residual, in place; return it times a weight, and its squares."""

    def gate(self, y: Tensor, table: Tensor, up: Tensor, norm: Norm) -> Tensor:
        """Return silu of the gate times up."""

    def attend(
        self,
        query: Tensor,
        keys: Tensor,
        values: Tensor,
        spans: Spans,
        longest: tuple[int, int],
        scale: float,
    ) -> Tensor:
        """Let each request's queries meet its own keys."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """A step's layout, as tensors.

    Attributes:
        tokens: ``[tokens]``, int64, as are ``positions`` and ``at``, the rows of the keys in which
            they are stored.
        table: the weight of each adapter's place for each token, ``[tokens, places]``, float32.
        spans: where requests are.
        last: the tokens whose logits are wanted, ``[requests]``.
        longest: the most tokens that a request may have in the step.
    """

    tokens: Tensor
    positions: Tensor
    at: Tensor
    table: Tensor
    spans: Spans
    last: Tensor
    longest: int


@dataclass(frozen=True, slots=True)
class _Layer:
    qkv: Tail
    out: Tail
    gate_up: Tail
    down: Tail
    norm: Tensor
    next_norm: Tensor


def is_decoder(model: PreTrainedModel) -> bool:
    """Whether a model is of the family and has nothing that the layers here have not."""
    config = model.config
    dim = getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads
    rope = getattr(config, "rope_parameters", None) or {}
    parts = [part for layer in model.model.layers for part in _modules(layer)] if (
        config.model_type in _FAMILIES and dim in _DIMS and config.hidden_act == "silu"
        and rope.get("partial_rotary_factor", 1) == 1
    ) else []  # fmt: skip
    return bool(parts) and all(
        all(type(module) is nn.Linear for module in modules)
        and (names[0] == "q_proj" or all(module.bias is None for module in modules))
        for names, modules in parts
    )


class Decoder:
    """A model's layers over its weights, which it takes out of the model.

    Args:
        model: for which ``is_decoder`` holds.
        layout: told when adapters lie in other tensors.
        context: tokens that a request may have.
        between: what stands between two products.
    """

    def __init__(
        self, model: PreTrainedModel, layout: Layout, context: int, between: Between
    ) -> None:
        base, config = model.model, model.config
        self._between, self._eps = between, float(config.rms_norm_eps)
        self._heads = int(config.num_attention_heads)
        self._scale = float(base.layers[0].self_attn.scaling)
        self._table, self._head = base.embed_tokens.weight, model.get_output_embeddings()
        self._first_norm = base.layers[0].input_layernorm.weight
        self._nothing = self._table.new_zeros(0, 16, config.hidden_size)
        positions = torch.arange(context, device=self._table.device)[None]
        cosine, sine = base.rotary_emb(self._table.new_zeros(1, dtype=torch.float32), positions)
        half = cosine.shape[-1] // 2
        self._rotary = cosine[0, :, :half].contiguous(), sine[0, :, :half].contiguous()
        self.fans: dict[tuple[str, ...], Tail] = {}
        norms = [layer.input_layernorm.weight for layer in base.layers[1:]] + [base.norm.weight]
        self._layers = [
            self._layer(number, layer, layout, norm)
            for number, (layer, norm) in enumerate(zip(base.layers, norms, strict=True))
        ]

    def __call__(self, inputs: Inputs, slots: Sequence[tuple[Tensor, Tensor]]) -> Tensor:
        """Compute a step.

        Args:
            inputs: its layout.
            slots: keys and values of each layer by token, ``[rows, kv_heads, dim]``.

        Returns:
            Logits, ``[requests, vocabulary]``.
        """
        between, table = self._between, inputs.table
        h = embedding(inputs.tokens, self._table)
        x, norm = self._added(h, torch.zeros_like(h), table, self._nothing, self._first_norm)
        for layer, (keys, values) in zip(self._layers, slots, strict=True):
            query = between.rotate_and_store(
                layer.qkv(x), layer.qkv.bias, table, layer.qkv.up, self._rotary,
                inputs.positions, inputs.at, keys, values, self._heads, norm,
            )  # fmt: skip
            longest = inputs.longest, len(self._rotary[0])
            seen = between.attend(query, keys, values, inputs.spans, longest, self._scale)
            y = layer.out(seen.flatten(1))
            x, norm = self._added(h, y, table, layer.out.up, layer.norm)
            act = between.gate(layer.gate_up(x), table, layer.gate_up.up, norm)
            x, norm = self._added(h, layer.down(act), table, layer.down.up, layer.next_norm)
        x = (x * norm.scales()).to(x.dtype)
        if inputs.longest > 1:
            x = x.index_select(0, inputs.last)
        logits: Tensor = self._head(x)
        return logits

    def _added(
        self, h: Tensor, y: Tensor, table: Tensor, up: Tensor, weight: Tensor
    ) -> tuple[Tensor, Norm]:
        x, squares = self._between.add(h, y, table, up, weight)
        return x, Norm(squares, h.shape[1], self._eps)

    def _layer(self, number: int, layer: nn.Module, layout: Layout, next_norm: Tensor) -> _Layer:
        tails = []
        for (parent, names), (_, modules) in zip(_JOINED, _modules(layer), strict=True):
            tails.append(Tail(modules, layout))
            for name in names:
                layer.get_submodule(parent).set_submodule(name, nn.Identity())
            prefix = f"model.layers.{number}.{parent}"
            self.fans[tuple(f"{prefix}.{name}" for name in names)] = tails[-1]
        qkv, out, gate_up, down = tails
        norm = layer.post_attention_layernorm.weight
        return _Layer(qkv, out, gate_up, down, norm, next_norm)


def _modules(layer: nn.Module) -> list[tuple[tuple[str, ...], list[nn.Linear]]]:
    return [
        (names, [layer.get_submodule(f"{parent}.{name}") for name in names])
        for parent, names in _JOINED
    ]
