# mypy: ignore-errors
# ruff: noqa: ANN001, ANN201, ANN202, PLR0915  # Triton's functions are compiled, and have no types
"""The kernels that ``kernels.py`` launches; what their arguments are, it says."""

import triton
import triton.language as tl


@triton.jit
def _scales(
    squares, width, eps, row, is_row, parts: tl.constexpr, some_parts: tl.constexpr
):  # fmt: skip
    """Return the scale of each row's norm."""
    part = tl.arange(0, some_parts)
    sums = tl.load(
        squares + row[:, None] * parts + part[None, :],
        mask=is_row[:, None] & (part < parts)[None, :],
        other=0.0,
    )
    return tl.rsqrt(tl.sum(sums, 1) / width + eps)[:, None]


@triton.jit
def _of_row(
    y, table, up, column, is_column, member,
    members: tl.constexpr, outputs: tl.constexpr,
    places: tl.constexpr, some: tl.constexpr, rank: tl.constexpr,
):  # fmt: skip
    """Return what one row's adapters add to columns ``[n, 2]`` of two members ``[1, 2]``.

    A row has one adapter, seldom more: only theirs are read.
    """
    p, r = tl.arange(0, some), tl.arange(0, rank)
    left = tl.load(table + p, mask=p < places, other=0.0)
    acc = column.to(tl.float32) * 0
    while tl.max(tl.abs(left), 0) > 0:
        place = tl.argmax(tl.abs(left), 0)
        own = tl.sum(tl.where(p == place, left, 0.0), 0)
        left = tl.where(p == place, 0.0, left)
        low = tl.load(y + outputs + (place * members + member) * rank + r[:, None])
        b = tl.load(
            up + (place * rank + r[:, None, None]) * outputs + column[None, :, :],
            mask=is_column[None, :, :],
            other=0.0,
        )
        acc += tl.sum((low.to(tl.float32) * own)[:, None, :] * b.to(tl.float32), 0)
    return acc


@triton.jit
def _weights(
    table, row, is_row, table_stride,
    places: tl.constexpr, some: tl.constexpr, rank: tl.constexpr, rows: tl.constexpr,
):  # fmt: skip
    """Return the weight of each rank of each place for a tile's rows."""
    p = tl.arange(0, some)
    weight = tl.load(
        table + row[:, None] * table_stride + p[None, :],
        mask=is_row[:, None] & (p < places)[None, :],
        other=0.0,
    )
    return tl.broadcast_to(weight[:, :, None], (rows, some, rank)).reshape(rows, some * rank)


@triton.jit
def _low(
    y, row, is_row, y_stride, weight, member,
    members: tl.constexpr, outputs: tl.constexpr,
    places: tl.constexpr, some: tl.constexpr, rank: tl.constexpr,
):  # fmt: skip
    """Return A x of a tile's rows, weighted, the ranks of all places side by side."""
    k = tl.arange(0, some * rank)
    own = outputs + (k // rank * members + member) * rank + k % rank
    low = tl.load(
        y + row[:, None] * y_stride + own[None, :],
        mask=is_row[:, None] & (k < places * rank)[None, :],
        other=0.0,
    )
    return (low * weight).to(low.dtype)


@triton.jit
def _up(
    up, column, is_column,
    outputs: tl.constexpr, places: tl.constexpr, some: tl.constexpr, rank: tl.constexpr,
):  # fmt: skip
    """Return some columns of B, the ranks of all places one below the other."""
    k = tl.arange(0, some * rank)
    return tl.load(
        up + k[:, None] * outputs + column[None, :],
        mask=(k < places * rank)[:, None] & is_column[None, :],
        other=0.0,
    )


@triton.jit
def rotate_and_store_kernel(
    y, bias, table, up, cos, sin, positions, at, query, keys, values,
    squares, width, eps,
    tokens, y_stride, table_stride,
    heads: tl.constexpr, kv_heads: tl.constexpr, dim: tl.constexpr, outputs: tl.constexpr,
    places: tl.constexpr, some: tl.constexpr, rank: tl.constexpr,
    has_bias: tl.constexpr, rows: tl.constexpr, parts: tl.constexpr, some_parts: tl.constexpr,
):  # fmt: skip
    """A program for a head and some rows; a row has its adapters' share alone if it is single."""
    half: tl.constexpr = dim // 2
    head = tl.program_id(0)
    row = tl.program_id(1) * rows + tl.arange(0, rows)
    is_row = row < tokens
    d = tl.arange(0, half)
    near, far = head * dim + d, head * dim + half + d
    own = y + row[:, None] * y_stride
    one = tl.load(own + near[None, :], mask=is_row[:, None], other=0.0).to(tl.float32)
    two = tl.load(own + far[None, :], mask=is_row[:, None], other=0.0).to(tl.float32)
    if places:
        member = (head >= heads).to(tl.int32) + (head >= heads + kv_heads).to(tl.int32)
        if rows == 1:
            pair = tl.arange(0, 2)[None, :]
            column = head * dim + d[:, None] + pair * half
            only = tl.program_id(1)
            more = _of_row(y + only * y_stride, table + only * table_stride, up, column,
                           column >= 0, member + pair * 0,
                           3, outputs, places, some, rank)  # fmt: skip
            more_one, more_two = tl.split(more)
            one += more_one[None, :]
            two += more_two[None, :]
        else:
            weight = _weights(table, row, is_row, table_stride, places, some, rank, rows)
            low = _low(y, row, is_row, y_stride, weight, member, 3, outputs, places, some, rank)
            one += tl.dot(low, _up(up, near, d < half, outputs, places, some, rank))
            two += tl.dot(low, _up(up, far, d < half, outputs, places, some, rank))
    scale = _scales(squares, width, eps, row, is_row, parts, some_parts)
    one, two = one * scale, two * scale
    if has_bias:
        one += tl.load(bias + near).to(tl.float32)[None, :]
        two += tl.load(bias + far).to(tl.float32)[None, :]
    if head < heads + kv_heads:
        position = tl.load(positions + row, mask=is_row, other=0)
        c = tl.load(cos + position[:, None] * half + d[None, :])
        s = tl.load(sin + position[:, None] * half + d[None, :])
        one, two = one * c - two * s, two * c + one * s
    kind = query.dtype.element_ty
    if head < heads:
        to = query + row[:, None].to(tl.int64) * heads * dim + near[None, :]
        tl.store(to, one.to(kind), mask=is_row[:, None])
        tl.store(to + half, two.to(kind), mask=is_row[:, None])
    else:
        stored = tl.load(at + row, mask=is_row, other=0).to(tl.int64)
        place = stored[:, None] * kv_heads * dim + d[None, :]
        if head < heads + kv_heads:
            to = keys + place + (head - heads) * dim
            tl.store(to, one.to(kind), mask=is_row[:, None])
            tl.store(to + half, two.to(kind), mask=is_row[:, None])
        else:
            to = values + place + (head - heads - kv_heads) * dim
            tl.store(to, one.to(kind), mask=is_row[:, None])
            tl.store(to + half, two.to(kind), mask=is_row[:, None])


@triton.jit
def add_kernel(
    h, y, table, up, weight, x, squares,
    y_stride, table_stride,
    hidden: tl.constexpr, places: tl.constexpr, some: tl.constexpr, rank: tl.constexpr,
    block: tl.constexpr, parts: tl.constexpr,
):  # fmt: skip
    """A program for some columns of a row."""
    part, row = tl.program_id(0), tl.program_id(1).to(tl.int64)
    column = part * block + tl.arange(0, block)
    is_column = column < hidden
    acc = tl.load(y + row * y_stride + column, mask=is_column, other=0.0).to(tl.float32)
    acc += tl.load(h + row * hidden + column, mask=is_column, other=0.0).to(tl.float32)
    w = tl.load(weight + column, mask=is_column, other=0.0).to(tl.float32)
    if places:
        p, r = tl.arange(0, some), tl.arange(0, rank)
        left = tl.load(table + row * table_stride + p, mask=p < places, other=0.0)
        # A row has one adapter, seldom more: only theirs are read.
        while tl.max(tl.abs(left), 0) > 0:
            place = tl.argmax(tl.abs(left), 0)
            own = tl.sum(tl.where(p == place, left, 0.0), 0)
            left = tl.where(p == place, 0.0, left)
            low = tl.load(y + row * y_stride + hidden + place * rank + r).to(tl.float32) * own
            b = tl.load(
                up + (place * rank + r[:, None]) * hidden + column[None, :],
                mask=is_column[None, :],
                other=0.0,
            )
            acc += tl.sum(low[:, None] * b.to(tl.float32), 0)
    kind = h.dtype.element_ty
    tl.store(h + row * hidden + column, acc.to(kind), mask=is_column)
    acc = acc.to(kind).to(tl.float32)
    tl.store(x + row * hidden + column, (acc * w).to(kind), mask=is_column)
    tl.store(squares + row * parts + part, tl.sum(acc * acc, 0))


@triton.jit
def gate_kernel(
    y, table, up, act,
    squares, width, eps,
    tokens, y_stride, table_stride,
    inner: tl.constexpr, places: tl.constexpr, some: tl.constexpr, rank: tl.constexpr,
    rows: tl.constexpr, columns: tl.constexpr, parts: tl.constexpr, some_parts: tl.constexpr,
):  # fmt: skip
    """A program for some columns and rows; a single row has its adapters' share alone."""
    row = tl.program_id(1) * rows + tl.arange(0, rows)
    is_row = row < tokens
    column = tl.program_id(0) * columns + tl.arange(0, columns)
    is_column = column < inner
    is_both = is_row[:, None] & is_column[None, :]
    own = y + row[:, None].to(tl.int64) * y_stride + column[None, :]
    g = tl.load(own, mask=is_both, other=0.0).to(tl.float32)
    u = tl.load(own + inner, mask=is_both, other=0.0).to(tl.float32)
    if places:
        if rows == 1:
            pair = tl.arange(0, 2)[None, :]
            only = tl.program_id(1).to(tl.int64)
            more = _of_row(y + only * y_stride, table + only * table_stride, up,
                           column[:, None] + pair * inner, is_column[:, None] & (pair < 2), pair,
                           2, 2 * inner, places, some, rank)  # fmt: skip
            more_g, more_u = tl.split(more)
            g += more_g[None, :]
            u += more_u[None, :]
        else:
            weight = _weights(table, row, is_row, table_stride, places, some, rank, rows)
            low = _low(y, row, is_row, y_stride, weight, 0, 2, 2 * inner, places, some, rank)
            g += tl.dot(low, _up(up, column, is_column, 2 * inner, places, some, rank))
            low = _low(y, row, is_row, y_stride, weight, 1, 2, 2 * inner, places, some, rank)
            u += tl.dot(low, _up(up, column + inner, is_column, 2 * inner, places, some, rank))
    scale = _scales(squares, width, eps, row, is_row, parts, some_parts)
    g, u = g * scale, u * scale
    out = g / (1 + tl.exp(-g)) * u
    to = act + row[:, None].to(tl.int64) * inner + column[None, :]
    tl.store(to, out.to(act.dtype.element_ty), mask=is_both)
