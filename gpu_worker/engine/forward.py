"""The forward of a step: by the library's model, or recorded (``graphs.py``)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from torch import Tensor
from transformers import PreTrainedModel

from gpu_worker.engine.adapters import Fans, Ints
from gpu_worker.engine.attention import NAME, Plan, Share, flashes
from gpu_worker.engine.fans import Layout, fan_out
from gpu_worker.engine.linears import pack
from gpu_worker.engine.slots import Slots

# From so many tokens on a step has a multiple of them on a CPU: oneDNN makes code for each number
# of rows that it meets, which takes as long as some ten tokens.
_ROWS = 16


@dataclass(frozen=True, slots=True)
class Step:
    """What to compute: ``tokens`` of the shares in their order, and logits of the ``ready`` ones.

    ``ready`` are places in ``shares``.
    """

    tokens: Ints
    shares: Sequence[Share]
    ready: Sequence[int]


class Forward(Protocol):
    """Computes steps. How their tokens meet the adapters, the layout says before each.

    Attributes:
        fans: the linear modules, by their names.
        layout: what they read.
        is_dense: whether it wants a table of all adapters for all tokens.
        is_by_token: whether the heads of a token must stand side by side in the slots.
        is_async: whether a call returns before what it returns is computed.
    """

    fans: Fans
    layout: Layout
    is_dense: bool
    is_by_token: bool
    is_async: bool

    def padded(self, tokens: int) -> int:
        """Return how many tokens it wants in place of so many; the last one is repeated."""

    def __call__(self, step: Step, slots: Slots) -> Tensor:
        """Write the shares' keys and values; return ``[ready, vocabulary]``."""


class Eager:
    """By the library's model, whose linear modules are replaced by fans."""

    def __init__(self, model: PreTrainedModel) -> None:
        model.set_attn_implementation(NAME)
        model.set_output_embeddings(pack(model.get_output_embeddings()))
        self.layout = Layout()
        self.fans: Fans = fan_out(model, self.layout)
        self.is_dense = self.is_async = model.device.type != "cpu"
        self.is_by_token = flashes(model.device, model.dtype)
        self._model = model

    def padded(self, tokens: int) -> int:
        """Return the next multiple that a CPU wants."""
        is_many = tokens > _ROWS and self._model.device.type == "cpu"
        return tokens + (-tokens % _ROWS if is_many else 0)

    def __call__(self, step: Step, slots: Slots) -> Tensor:
        """Compute a step."""
        device, layout = self._model.device, self.layout
        padding = len(step.tokens) - sum(share.count for share in step.shares)
        plan = Plan(slots.layers, step.shares, padding)
        table = layout.table
        layout.weights = (
            None if table is None else torch.from_numpy(table).to(device, self._model.dtype)
        )
        logits: Tensor = self._model(
            input_ids=torch.from_numpy(np.ascontiguousarray(step.tokens)).to(device)[None],
            position_ids=plan.positions[None],
            logits_to_keep=plan.last[list(step.ready)],
            use_cache=False,
            plan=plan,
        ).logits[0]
        return logits
