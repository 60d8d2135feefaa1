# ruff: noqa: SLF001  # the kernel that reads slots where they lie has no public name; torch is pinned
"""The attention function: the only place in a forward that knows where requests end.

Tokens of all requests stand side by side in ``[1, tokens]``; each attends to its own slot.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import pad, scaled_dot_product_attention
from transformers import AttentionInterface

from gpu_worker.engine.slots import rows

NAME = "otvet_slots"
_FLASH_DTYPES = (torch.bfloat16, torch.float16)
_FLASH_FROM = 8, 0


@dataclass(frozen=True, slots=True)
class Share:
    """What a step computes of a request: ``count`` tokens behind ``start`` ones in ``slot``."""

    slot: int
    start: int
    count: int


class Plan:
    """A step's layout, made once for all layers, whose keys and values it writes and reads.

    Args:
        layers: keys and values, each ``[slots, heads, context, head_dim]``.
        shares: the requests' shares in the order of their tokens.
    """

    def __init__(
        self, layers: Sequence[tuple[Tensor, Tensor]], shares: Sequence[Share], padding: int = 0
    ) -> None:
        self.layers = layers
        self._shares = shares
        counts = [share.count for share in shares]
        ends = [share.start + share.count for share in shares]
        device = layers[0][0].device
        at = [np.arange(share.start, end) for share, end in zip(shares, ends, strict=True)]
        slots = np.repeat([share.slot for share in shares], counts)
        self._padding = padding
        self._at = torch.from_numpy(np.concatenate(at)).to(device)
        self.positions = pad(self._at, (0, padding))
        self.last = torch.tensor(counts, device=device).cumsum(0) - 1
        self._slots = torch.from_numpy(slots).to(device)
        self._masks = [_mask(share, device) for share in shares]
        self._is_flash = flashes(device, layers[0][0].dtype)
        if self._is_flash:
            ints = {"dtype": torch.int32, "device": device}
            context = layers[0][0].shape[2]
            self._starts = torch.tensor(np.cumsum([0, *counts]), **ints)
            self._places = torch.tensor(
                [share.slot * context for share in (*shares, shares[-1])], **ints
            )
            self._ends = torch.tensor(ends, **ints)
            self._longest = max(counts), context

    def attend(self, layer: int, query: Tensor, key: Tensor, value: Tensor, scale: float) -> Tensor:
        """Map query ``[heads, tokens, dim]`` to ``[tokens, heads, dim]``; keys may be fewer."""
        keys, values = self.layers[layer]
        keys[self._slots, :, self._at] = key[:, : len(self._at)].transpose(0, 1)
        values[self._slots, :, self._at] = value[:, : len(self._at)].transpose(0, 1)
        if self._is_flash:
            return self._flash(query, keys, values, scale)
        parts, first = [], 0
        for share, mask in zip(self._shares, self._masks, strict=True):
            stop, own = share.start + share.count, slice(share.slot, share.slot + 1)
            part = _of_one_slot(
                query[None, :, first : first + share.count],
                keys[own, :, :stop],
                values[own, :, :stop],
                mask,
                scale,
            )
            parts.append(part)
            first += share.count
        if self._padding:
            parts.append(query.new_zeros(self._padding, query.shape[0], query.shape[2]))
        return torch.cat(parts)

    def _flash(self, query: Tensor, keys: Tensor, values: Tensor, scale: float) -> Tensor:
        """The same in one launch."""
        spans = Spans(self._starts, self._places, self._ends)
        own = query.transpose(0, 1)
        return flash(own, rows(keys), rows(values), spans, self._longest, scale)


@dataclass(frozen=True, slots=True)
class Spans:
    """Where requests are, for flash attention; int32.

    Attributes:
        starts: ``[requests + 1]``, of each request's tokens, and their number.
        places: ``[requests + 1]``, of each one's keys; the last is not read.
        ends: ``[requests]``, how many keys each one has.
    """

    starts: Tensor
    places: Tensor
    ends: Tensor


def flashes(device: torch.device, dtype: torch.dtype) -> bool:
    """Whether torch's flash attention runs there."""
    is_there = device.type == "cuda" and dtype in _FLASH_DTYPES
    return is_there and torch.cuda.get_device_capability(device) >= _FLASH_FROM


def flash(
    query: Tensor,
    keys: Tensor,
    values: Tensor,
    spans: Spans,
    longest: tuple[int, int],
    scale: float,
) -> Tensor:
    """Map query ``[tokens, heads, dim]`` to the same shape; each request sees its own keys.

    torch's kernel reads each request's keys where they lie, if it is told where they begin and how
    many there are. Its public function for that copies a table of pages in addition.

    Args:
        query: of all requests, one behind the other.
        keys: ``[rows, kv_heads, dim]``.
        values: the same.
        spans: which of them are whose.
        longest: the most tokens and the most keys that a request may have.
        scale: of the products.
    """
    tokens, most = longest
    out: Tensor = torch.ops.aten._flash_attention_forward(
        query,
        keys,
        values,
        spans.starts,
        spans.places,
        tokens,
        most,
        0.0,
        tokens > 1,  # each sees what stands before it; a single one sees all
        False,  # noqa: FBT003  # positional in torch
        scale=scale,
        seqused_k=spans.ends,
    )[0]
    return out


def _of_one_slot(
    query: Tensor, keys: Tensor, values: Tensor, mask: Tensor | None, scale: float
) -> Tensor:
    """Map ``[1, heads, count, dim]`` to ``[count, heads, dim]``."""
    _, heads, count, dim = query.shape
    if count == 1:
        # The heads that share keys stand as so many rows of one head: the same sums in one call
        # that needs no mask. With grouped heads torch's kernel takes 9 times as long in bfloat16.
        rows = query.reshape(1, keys.shape[1], -1, dim)
        part = scaled_dot_product_attention(rows, keys, values, scale=scale)
        return part.reshape(1, heads, dim)
    part = scaled_dot_product_attention(
        query,
        keys,
        values,
        attn_mask=mask,
        is_causal=mask is None,
        scale=scale,
        enable_gqa=True,
    )
    return part[0].transpose(0, 1)


def _mask(share: Share, device: torch.device) -> Tensor | None:
    """Which keys each token may see; None where a kernel knows by itself."""
    if share.count == 1 or share.start == 0:
        return None
    seen = torch.ones(share.count, share.start + share.count, dtype=torch.bool, device=device)
    return seen.tril(share.start)


def _attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    _mask: Tensor | None,
    *,
    plan: Plan,
    scaling: float,
    **_: object,
) -> tuple[Tensor, None]:
    """What transformers calls in each layer; tensors are ``[1, heads, tokens, dim]``."""
    return plan.attend(module.layer_idx, query[0], key[0], value[0], scaling)[None], None


AttentionInterface.register(NAME, _attention)
