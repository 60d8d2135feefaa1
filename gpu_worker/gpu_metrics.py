"""Memory and load of the GPUs that this process uses; nothing where there is none.

Read at the scrape. What the device has in use counts every process on it; what torch has allocated
and reserved is this process's own, so that both a leak of ours and a neighbour can be seen. A
process that does not use a GPU is left alone: to ask would take some of its memory for good.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

import torch
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector


class Cuda(Protocol):
    """What is asked of ``torch.cuda``."""

    def is_initialized(self) -> bool:
        """Whether this process uses a GPU already."""

    def device_count(self) -> int:
        """How many."""

    def mem_get_info(self, device: int) -> tuple[int, int]:
        """Free and total bytes of a device."""

    def memory_allocated(self, device: int) -> int:
        """Bytes of this process's tensors."""

    def memory_reserved(self, device: int) -> int:
        """Bytes that this process holds, its allocator's cache included."""

    def utilization(self, device: int) -> int:
        """Percent of the last moment in which a kernel ran; needs the package nvidia-ml-py."""


class GpuGauges(Collector):
    """``otvet_gpu_memory_bytes`` and ``otvet_gpu_utilisation_ratio`` by device."""

    def __init__(self, cuda: Cuda = torch.cuda) -> None:
        self._cuda = cuda

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Return both; without devices, or for a device that was lost, without values."""
        memory = GaugeMetricFamily(
            "otvet_gpu_memory_bytes", "Memory of a GPU.", labels=["device", "kind"]
        )
        busy = GaugeMetricFamily(
            "otvet_gpu_utilisation_ratio",
            "Share of the last moment in which a kernel ran.",
            labels=["device"],
        )
        for device in range(self._cuda.device_count() if self._cuda.is_initialized() else 0):
            self._measure(device, memory, busy)
        yield memory
        yield busy

    def _measure(self, device: int, memory: GaugeMetricFamily, busy: GaugeMetricFamily) -> None:
        try:
            free, total = self._cuda.mem_get_info(device)
        except RuntimeError:
            return  # a device that was lost: the engine says so itself, and a scrape must not fail
        kinds = {
            "total": total,
            "used": total - free,
            "reserved": self._cuda.memory_reserved(device),
            "allocated": self._cuda.memory_allocated(device),
        }
        for kind, size in kinds.items():
            memory.add_metric([str(device), kind], size)
        if (load := _asked(self._cuda.utilization, device)) is not None:
            busy.add_metric([str(device)], load / 100)


def _asked(utilization: Callable[[int], int], device: int) -> int | None:
    try:
        return utilization(device)
    except (ImportError, RuntimeError):
        return None  # without NVML; DCGM's exporter tells it beside us
