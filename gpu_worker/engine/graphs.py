"""Steps recorded once for each size and replayed: a GPU waits for no launch.

A step is laid out in buffers that do not move. Its size is rounded up: to a power of two where each
request has one token, else to few sizes; what is left over writes to a row of the keys that nobody
reads. A record is good as long as keys and adapters lie where they lay.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from transformers import PreTrainedModel

from gpu_worker.engine.adapters import Fans
from gpu_worker.engine.attention import Spans, flashes
from gpu_worker.engine.core import EngineConfig
from gpu_worker.engine.decoder import Decoder, Inputs, is_decoder
from gpu_worker.engine.fans import Layout
from gpu_worker.engine.forward import Eager, Forward, Step
from gpu_worker.engine.slots import Slots, rows

_LEAST = 16
_STRIDE = 256

# Records what a call does and returns what does it again; ``CudaRecorder`` on a GPU.
Recorder = Callable[[Callable[[], Tensor]], tuple[Callable[[], object], Tensor]]


def best_forward(model: PreTrainedModel, config: EngineConfig) -> Forward:
    """Return the forward that runs a model fastest where it is."""
    if not (flashes(model.device, model.dtype) and is_decoder(model) and find_spec("triton")):
        return Eager(model)
    kernels = import_module("gpu_worker.engine.kernels")
    layout = Layout()
    decoder = Decoder(model, layout, config.context, kernels)
    return Graphed(decoder, layout, config.running, CudaRecorder(model.device))


class Graphed:
    """Computes steps by a decoder's records.

    Args:
        decoder: the model.
        layout: how tokens meet adapters.
        running: requests that a step has at most.
        record: makes a record.
    """

    def __init__(self, decoder: Decoder, layout: Layout, running: int, record: Recorder) -> None:
        self.layout = layout
        self.fans: Fans = decoder.fans
        self.is_dense = self.is_by_token = self.is_async = True
        self._decoder, self._running, self._recorder = decoder, running, record
        self._records: dict[tuple[int, bool], _Record] = {}
        self._good_for = (-1, -1)

    def padded(self, tokens: int) -> int:
        """Return the same: steps are rounded up here."""
        return tokens

    def __call__(self, step: Step, slots: Slots) -> Tensor:
        """Compute a step."""
        if self._good_for != (good_for := (slots.generation, self.layout.generation)):
            self._records.clear()
            self._good_for = good_for
        device = slots.layers[0][0].device
        is_single = len(step.tokens) == len(step.shares)
        size = _rounded_up(len(step.tokens), is_single=is_single)
        record = self._records.get((size, is_single))
        if record is None:
            record = self._record(size, slots, is_single=is_single)
        record.buffers.fill(step, self.layout.table, slots)
        record.replay()
        if not step.ready and device.type == "cuda":
            # Nobody waits for a token: the layout must not be written anew before it is copied.
            torch.cuda.current_stream(device).synchronize()
        if is_single and len(step.ready) == len(step.shares):
            return record.logits[: len(step.ready)]
        return record.logits[list(step.ready)]

    def _record(self, size: int, slots: Slots, *, is_single: bool) -> "_Record":
        requests = size if is_single else self._running
        device = slots.layers[0][0].device
        places = max((len(tail.up) for tail in self._decoder.fans.values()), default=0)
        buffers = _Buffers(size, requests, max(1, places), device, is_single=is_single)
        buffers.clear(slots)
        inputs = buffers.inputs(longest=1 if is_single else size)
        held = [(rows(keys), rows(values)) for keys, values in slots.layers]
        replay, logits = self._recorder(lambda: self._decoder(inputs, held))
        record = self._records[size, is_single] = _Record(buffers, replay, logits)
        return record


class CudaRecorder:
    """Records CUDA graphs that share one pool of memory: they never run at the same time."""

    def __init__(self, device: torch.device) -> None:
        self._device = device
        self._pool = torch.cuda.graph_pool_handle()

    def __call__(self, act: Callable[[], Tensor]) -> tuple[Callable[[], object], Tensor]:
        """Run it once, so that what is made at a first run is made, and record it."""
        with torch.cuda.device(self._device):
            act()
            torch.cuda.current_stream().synchronize()
            graph = torch.cuda.CUDAGraph()
            # Other threads of the process use the GPU meanwhile.
            with torch.cuda.graph(graph, pool=self._pool, capture_error_mode="thread_local"):
                logits = act()
        return graph.replay, logits


@dataclass(frozen=True, slots=True)
class _Record:
    buffers: "_Buffers"
    replay: Callable[[], object]
    logits: Tensor


class _Buffers:
    """A step's layout in the machine's memory, and its copy on the device, made at once."""

    def __init__(
        self, tokens: int, requests: int, places: int, device: torch.device, *, is_single: bool
    ) -> None:
        self._is_single = is_single
        self._sizes: dict[str, tuple[type[np.generic], tuple[int, ...]]] = {
            "tokens": (np.int64, (tokens,)),
            "positions": (np.int64, (tokens,)),
            "at": (np.int64, (tokens,)),
            "last": (np.int64, (requests,)),
            "table": (np.float32, (tokens, places)),
            "starts": (np.int32, (requests + 1,)),
            "places": (np.int32, (requests + 1,)),
            "ends": (np.int32, (requests,)),
        }
        count = sum(_bytes(*size) for size in self._sizes.values())
        self._host = torch.zeros(count, dtype=torch.uint8, pin_memory=device.type == "cuda")
        self._device = torch.zeros(count, dtype=torch.uint8, device=device)
        self._views = {name: part.numpy() for name, part in self._carved(self._host)}

    def inputs(self, longest: int) -> Inputs:
        """Return the device's copy."""
        parts = dict(self._carved(self._device))
        spans = Spans(parts["starts"], parts["places"], parts["ends"])
        return Inputs(
            parts["tokens"],
            parts["positions"],
            parts["at"],
            parts["table"],
            spans,
            parts["last"],
            longest,
        )

    def clear(self, slots: Slots) -> None:
        """Lay out a step of nobody's tokens."""
        self._nobody(0, 0, slots)
        self._views["table"][:] = 0
        self._device.copy_(self._host)

    def fill(self, step: Step, table: NDArray[np.float32] | None, slots: Slots) -> None:
        """Lay out a step."""
        shares, count = step.shares, len(step.tokens)
        views, requests = self._views, len(step.shares)
        self._nobody(count, requests, slots)
        counts = np.array([share.count for share in shares])
        starts = np.array([share.start for share in shares])
        first = counts.cumsum() - counts
        own = np.array([share.slot for share in shares]) * slots.context
        positions = np.arange(count) + np.repeat(starts - first, counts)
        views["tokens"][:count] = step.tokens
        views["positions"][:count] = positions
        views["at"][:count] = positions + np.repeat(own, counts)
        views["last"][:requests] = first + counts - 1
        views["starts"][:requests] = first
        views["places"][:requests] = own
        views["ends"][:requests] = starts + counts
        views["table"][:] = 0
        if table is not None:
            # Places that an adapter did not fit into may be in the table, and hold none.
            width = min(table.shape[1], views["table"].shape[1])
            views["table"][:count, :width] = table[:, :width]
        self._device.copy_(self._host, non_blocking=True)

    def _nobody(self, count: int, requests: int, slots: Slots) -> None:
        """Let what stands behind so many tokens and requests use the row that nobody reads."""
        views, nowhere = self._views, slots.count * slots.context
        views["tokens"][count:] = 0
        views["positions"][count:] = 0
        views["at"][count:] = nowhere
        views["last"][requests:] = 0
        views["starts"][requests:] = count
        if self._is_single:
            views["starts"][requests:] = np.arange(requests, len(views["starts"]))
        views["places"][requests:] = nowhere
        views["ends"][requests:] = 1

    def _carved(self, buffer: Tensor) -> Sequence[tuple[str, Tensor]]:
        parts, start = [], 0
        for name, (kind, shape) in self._sizes.items():
            stop = start + _bytes(kind, shape)
            whole = buffer[start:stop].view(_TORCH[kind])
            parts.append((name, whole[: int(np.prod(shape))].view(shape)))
            start = stop
        return parts


_TORCH: dict[type[np.generic], torch.dtype] = {
    np.int64: torch.int64,
    np.int32: torch.int32,
    np.float32: torch.float32,
}


def _bytes(kind: type[np.generic], shape: tuple[int, ...]) -> int:
    """Return how many bytes it takes, in whole words of the largest kind."""
    count = int(np.prod(shape)) * np.dtype(kind).itemsize
    return count + -count % 16


def _rounded_up(tokens: int, *, is_single: bool) -> int:
    power = 1 << (tokens - 1).bit_length()
    if is_single:
        return power
    return max(_LEAST, power) if tokens <= _STRIDE else tokens + -tokens % _STRIDE
