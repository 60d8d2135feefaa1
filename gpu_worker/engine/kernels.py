"""What stands between two products of a decoder layer, each in one launch, adapters included.

A step that writes is bound by memory and by launches: of a 7B model's 6 ms on an H100 a launch is
some 2.5 µs, and a layer written in torch's operators has thirty. Here it has three between its
products. What the adapters add, ``(m · low) B`` with ``low = A x`` from behind the product's own
outputs (``tails.py``), is added where the output is read anyway: after the idea of S-LoRA's and
Punica's gathered products (Sheng et al. 2023; Chen et al. 2023).

Needs Triton, which comes with torch for CUDA; imported there alone.
"""

import torch
import triton
from torch import Tensor

from gpu_worker.engine.attention import flash as attend
from gpu_worker.engine.decoder import Norm
from gpu_worker.engine.triton_kernels import add_kernel, gate_kernel, rotate_and_store_kernel

__all__ = ["add", "attend", "gate", "rotate_and_store"]

# Up to so many tokens a row reads its own adapters alone; beyond, a tile reads all of them once.
_FEW_TURNED, _FEW_GATED = 64, 4
_BLOCK = 512


def rotate_and_store(
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
    """Turn what q, k and v gave into queries ``[tokens, heads, dim]``; store keys and values.

    Args:
        y: ``[tokens, outputs + places * 3 * rank]``: q, k, v, and behind them A x, of an x that
            is not normalised yet.
        bias: ``[outputs]`` of the three, or none.
        table: the weight of each place for each token, ``[tokens, places]``, float32.
        up: B of all places, ``[places, rank, outputs]``.
        rotary: cosine and sine, ``[context, dim / 2]``, float32.
        positions: of the tokens, ``[tokens]``.
        at: rows of the keys in which the tokens are stored, ``[tokens]``.
        keys: ``[rows, kv_heads, dim]``.
        values: the same.
        heads: of the queries.
        norm: of x.
    """
    tokens, (kv_heads, dim) = len(y), keys.shape[-2:]
    query = torch.empty(tokens, heads, dim, dtype=y.dtype, device=y.device)
    places, rank, outputs = up.shape
    rows = 1 if places and tokens <= _FEW_TURNED else 16
    rotate_and_store_kernel[(heads + 2 * kv_heads, triton.cdiv(tokens, rows))](
        y, y if bias is None else bias, table, up, *rotary, positions, at, query, keys, values,
        norm.squares, norm.width, norm.eps,
        tokens, y.stride(0), table.stride(0),
        heads, kv_heads, dim, outputs, places, _power(places), rank, bias is not None, rows,
        norm.squares.shape[1], _power(norm.squares.shape[1]),
        num_warps=1 if rows == 1 else 4,
    )  # fmt: skip
    return query


def add(h: Tensor, y: Tensor, table: Tensor, up: Tensor, weight: Tensor) -> tuple[Tensor, Tensor]:
    """Add a product to the residual ``h`` ``[tokens, hidden]``, in place.

    Returns it times the weight of the norm that follows, ``[tokens, hidden]``, and the sums of its
    squares over some columns each, ``[tokens, parts]``, float32. The scale of a root mean square
    norm is one number a row, so that it may be applied after the product that follows: no program
    has to wait for the whole row.

    Args:
        h: the residual.
        y: ``[tokens, hidden + places * rank]``.
        table: ``[tokens, places]``, float32.
        up: ``[places, rank, hidden]``.
        weight: of the norm that follows, ``[hidden]``.
    """
    tokens, (places, rank, hidden) = len(h), up.shape
    block = min(_BLOCK, triton.next_power_of_2(hidden))
    parts = triton.cdiv(hidden, block)
    x = torch.empty_like(h)
    squares = torch.empty(tokens, parts, dtype=torch.float32, device=h.device)
    add_kernel[(parts, tokens)](
        h, y, table, up, weight, x, squares,
        y.stride(0), table.stride(0),
        hidden, places, _power(places), rank, block, parts,
        num_warps=2,
    )  # fmt: skip
    return x, squares


def gate(y: Tensor, table: Tensor, up: Tensor, norm: Norm) -> Tensor:
    """Return silu of the gate times up, ``[tokens, outputs / 2]``.

    Args:
        y: ``[tokens, outputs + places * 2 * rank]``: gate, up, and behind them A x, of an x that
            is not normalised yet.
        table: ``[tokens, places]``, float32.
        up: ``[places, rank, outputs]``.
        norm: of x.
    """
    places, rank, outputs = up.shape
    tokens, inner = len(y), outputs // 2
    act = torch.empty(tokens, inner, dtype=y.dtype, device=y.device)
    rows, columns, warps = _gate_tile(tokens, places)
    gate_kernel[(triton.cdiv(inner, columns), triton.cdiv(tokens, rows))](
        y, table, up, act,
        norm.squares, norm.width, norm.eps,
        tokens, y.stride(0), table.stride(0),
        inner, places, _power(places), rank, rows, columns,
        norm.squares.shape[1], _power(norm.squares.shape[1]),
        num_warps=warps,
    )  # fmt: skip
    return act


def _gate_tile(tokens: int, places: int) -> tuple[int, int, int]:
    """Return rows and columns of a tile and its warps: the fastest on an H100 of some tried."""
    if not places:
        return 16, 64, 4
    if tokens <= _FEW_GATED:
        return 1, 64, 2
    if tokens <= 16:
        return 16, 64, 4
    return (32, 32, 2) if tokens <= 32 else (64, 64, 4)


def _power(places: int) -> int:
    """Places in the power of two that a tile has."""
    return int(triton.next_power_of_2(max(1, places)))
