# ruff: noqa: SLF001  # the packed products have no public names; torch is pinned
"""Linear modules in the form in which a CPU multiplies them fastest.

torch's own product repacks the weights in every call; oneDNN takes weights that were packed once.
Measured on one thread of an EPYC with AVX-512: 1.7 to 2.8 times faster in float32 for 1 to 256
rows, up to 2.9 times in bfloat16, where long prompts gain nothing.
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

_DTYPES = (torch.float32, torch.bfloat16)
# For how many rows the layout is chosen; others are right too.
_ROWS = 32
_GROUP = 32
# torch's product takes outputs by sixteen.
_OUTPUTS = 16
# From so many rows on oneDNN multiplies with few outputs faster.
_WIDE = 48
_STEP = 32


class PackedLinear(nn.Module):  # type: ignore[misc]  # torch is read without types
    """A linear module whose weights are packed for oneDNN, and not kept otherwise."""

    def __init__(self, module: nn.Linear) -> None:
        super().__init__()
        self.in_features, self.out_features = module.in_features, module.out_features
        self.bias = module.bias
        self._packed = torch.ops.mkldnn._reorder_linear_weight(module.weight.detach(), _ROWS)

    def forward(self, x: Tensor) -> Tensor:
        """Map ``[..., in]`` to ``[..., out]``."""
        y: Tensor = torch.ops.mkldnn._linear_pointwise(x, self._packed, self.bias, "none", [], "")
        return y


class Int4Linear(nn.Module):  # type: ignore[misc]  # torch is read without types
    """A linear module with weights of 4 bits in groups that share a scale and a zero.

    A group's weights are ``scale * (q - 8) + zero`` for q from 0 to 15 (torch's tinygemm form).
    Fewer bytes to read: at one row it is the fastest on a CPU, from sixteen on bfloat16 is.
    """

    def __init__(self, module: nn.Linear) -> None:
        super().__init__()
        self.in_features, self.out_features = module.in_features, module.out_features
        self.bias = module.bias
        groups = module.weight.detach().float().view(self.out_features, -1, _GROUP)
        low, high = groups.amin(-1, keepdim=True), groups.amax(-1, keepdim=True)
        scale = ((high - low) / 15).clamp(min=1e-6)
        q = ((groups - low) / scale).round().clamp(0, 15).to(torch.int32)
        self._packed = torch.ops.aten._convert_weight_to_int4pack_for_cpu(q.flatten(1), 1)
        zeros = torch.cat([scale, low + 8 * scale], -1).transpose(0, 1)
        self._zeros = zeros.contiguous().to(torch.bfloat16)

    def forward(self, x: Tensor) -> Tensor:
        """Map ``[..., in]`` to ``[..., out]``, in bfloat16."""
        rows = x.reshape(-1, self.in_features)
        y: Tensor = torch.ops.aten._weight_int4pack_mm_for_cpu(
            rows, self._packed, _GROUP, self._zeros
        )
        if self.bias is not None:
            y += self.bias
        return y.view(*x.shape[:-1], self.out_features)


def quantise_linears(model: nn.Module) -> None:
    """Replace the linear modules of a bfloat16 model on the CPU by ones of 4 bits.

    The output layer stays: it decides between tokens, and is often tied to the embedding. So does
    what does not divide into groups.
    """
    head = model.get_output_embeddings()
    for name, module in list(model.named_modules()):
        fits = isinstance(module, nn.Linear) and not (
            module.in_features % _GROUP or module.out_features % _OUTPUTS
        )
        if fits and module is not head:
            model.set_submodule(name, Int4Linear(module))


def pack(module: nn.Module) -> nn.Module:
    """Return a linear module packed, where this machine packs; else the module as it is."""
    if type(module) is not nn.Linear or module.weight.dtype not in _DTYPES:
        return module
    is_here = module.weight.device.type == "cpu" and torch.backends.mkldnn.is_available()
    return PackedLinear(module) if is_here else module


def pack_linears(model: nn.Module) -> None:
    """Pack every linear module of a model, where this machine packs: it cannot be trained then."""
    for name, module in list(model.named_modules()):
        if name and type(module) is nn.Linear:
            model.set_submodule(name, pack(module))


def join_linears(modules: Sequence[nn.Module]) -> Callable[[Tensor], Sequence[Tensor]]:
    """Return what multiplies a tensor with several linear modules: at once, if they are plain."""
    if any(type(module) is not nn.Linear for module in modules):
        return lambda x: [module(x) for module in modules]
    sizes = [int(module.out_features) for module in modules]
    whole = pack(modules[0] if len(modules) == 1 else _joined(modules))
    return lambda x: whole(x).split(sizes, -1)


def _joined(modules: Sequence[nn.Linear]) -> nn.Linear:
    with torch.device("meta"):
        joined = nn.Linear(modules[0].in_features, 1, bias=False)
    weight = torch.cat([module.weight.detach() for module in modules])
    joined.weight, joined.out_features = nn.Parameter(weight, requires_grad=False), len(weight)
    if any(module.bias is not None for module in modules):
        biases = [
            weight.new_zeros(module.out_features) if module.bias is None else module.bias.detach()
            for module in modules
        ]
        joined.bias = nn.Parameter(torch.cat(biases), requires_grad=False)
    return joined


def narrow(x: Tensor, rows: slice, a: Tensor) -> Tensor:
    """Map rows of ``[tokens, in]`` to ``[rows, few]`` by ``[few, in]``, the faster way for them."""
    count = rows.stop - rows.start
    size = count + -count % _STEP
    if count < _WIDE or size > len(x) or x.dtype != torch.float32 or x.device.type != "cpu":
        return x[rows].mm(a.T)
    # torch's own takes twice as long where oneDNN knows of wider registers than MKL uses.
    first = min(rows.start, len(x) - size)
    y: Tensor = torch.ops.mkldnn._linear_pointwise(x[first : first + size], a, None, "none", [], "")
    return y[rows.start - first : rows.stop - first]
