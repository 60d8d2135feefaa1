"""What stands between a decoder's products in torch's own operators: the reference of kernels."""

from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn.functional import scaled_dot_product_attention, silu

from gpu_worker.engine.attention import Spans
from gpu_worker.engine.decoder import Norm


class Plain:
    """The same functions as in ``gpu_worker/engine/kernels.py``, for any device and dtype."""

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
        """Turn q, k and v into queries; store keys and values."""
        kv_heads, dim = keys.shape[-2:]
        whole = _with_adapters(y, table, up, [heads * dim, kv_heads * dim, kv_heads * dim])
        whole = whole * norm.scales().to(y.dtype)
        if bias is not None:
            whole = whole + bias
        query, key, value = whole.view(len(y), -1, dim).split([heads, kv_heads, kv_heads], 1)
        cosine, sine = (part[positions][:, None].to(y.dtype) for part in rotary)
        keys[at], values[at] = _turned(key, cosine, sine), value
        return _turned(query, cosine, sine)

    def add(
        self, h: Tensor, y: Tensor, table: Tensor, up: Tensor, weight: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Add a product to the residual, in place; return it times a weight, and its squares."""
        h += _with_adapters(y, table, up, [h.shape[1]])
        halves = h.float().pow(2).split(h.shape[1] // 2, 1)
        return h * weight, torch.stack([half.sum(1) for half in halves], 1)

    def gate(self, y: Tensor, table: Tensor, up: Tensor, norm: Norm) -> Tensor:
        """Return silu of the gate times up."""
        inner = up.shape[2] // 2
        whole = _with_adapters(y, table, up, [inner, inner]) * norm.scales().to(y.dtype)
        gate, more = whole.split(inner, 1)
        return silu(gate) * more

    def attend(
        self,
        query: Tensor,
        keys: Tensor,
        values: Tensor,
        spans: Spans,
        longest: tuple[int, int],  # noqa: ARG002  # a kernel wants it
        scale: float,
    ) -> Tensor:
        """Let each request's queries meet its own keys."""
        out = torch.full_like(query, float("nan"))
        for at, place, end in zip(
            range(len(spans.ends)), spans.places.tolist(), spans.ends.tolist(), strict=False
        ):
            start, stop = spans.starts[at : at + 2].tolist()
            if stop > start:
                seen = torch.ones(stop - start, end, dtype=torch.bool).tril(end - stop + start)
                out[start:stop] = scaled_dot_product_attention(
                    query[start:stop].transpose(0, 1)[None],
                    keys[place : place + end].transpose(0, 1)[None],
                    values[place : place + end].transpose(0, 1)[None],
                    attn_mask=seen,
                    scale=scale,
                    enable_gqa=True,
                )[0].transpose(0, 1)
        return out


def again(act: Callable[[], Tensor]) -> tuple[Callable[[], object], Tensor]:
    """Record a call by remembering it; what it returns stays where it lay, as on a GPU."""
    logits = act().clone()
    return lambda: logits.copy_(act()), logits


def _with_adapters(y: Tensor, table: Tensor, up: Tensor, outputs: list[int]) -> Tensor:
    base, (places, rank, _) = sum(outputs), up.shape
    low = y[:, base:].reshape(len(y), places, len(outputs), rank)
    low = low * table[:, :places, None, None].to(y.dtype)
    more = [
        low[:, :, member].flatten(1) @ part.flatten(0, 1)
        for member, part in enumerate(up.split(outputs, 2))
    ]
    return y[:, :base] + torch.cat(more, 1)


def _turned(x: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    one, two = x.chunk(2, -1)
    return torch.cat([one * cosine - two * sine, two * cosine + one * sine], -1)
