"""The attention function: the only place in a forward that knows where requests end.

Tokens of all requests stand side by side in ``[1, tokens]``; each attends to its own slot.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.attention.varlen import varlen_attn
from torch.nn.functional import pad, scaled_dot_product_attention
from transformers import AttentionInterface

NAME = "otvet_slots"
_FLASH_DTYPES = (torch.bfloat16, torch.float16)


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
        self._is_flash = device.type == "cuda" and layers[0][0].dtype in _FLASH_DTYPES
        if self._is_flash:
            ints = {"dtype": torch.int32, "device": device}
            self._starts = torch.tensor(np.cumsum([0, *counts]), **ints)
            self._ends = torch.tensor(ends, **ints)
            self._pages = torch.tensor([[share.slot] for share in shares], **ints)
            self._longest = max(counts), max(ends)

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
        """The same in one launch, a slot being one page. Not run so far: no GPU was at hand."""
        return varlen_attn(
            query.transpose(0, 1),
            keys.transpose(1, 2),
            values.transpose(1, 2),
            self._starts,
            None,
            *self._longest,
            scale=scale,
            window_size=(-1, 0),
            enable_gqa=True,
            seqused_k=self._ends,
            block_table=self._pages,
        )


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
