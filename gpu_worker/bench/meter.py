"""Time, CPU time and memory of a piece of work, and the machine they were taken on."""

import os
import platform
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TypeVar

import torch

from shared.kernel.clock import utc_now

_STATUS = Path("/proc/self/status")
_CLEAR_REFS = Path("/proc/self/clear_refs")
_COPIED_BYTES = 1 << 28
_COPIES = 5

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Spent:
    """What a piece of work cost. ``peak_mib`` is the whole process's (on CUDA, the device's)."""

    seconds: float
    cpu_seconds: float
    peak_mib: float


@dataclass(frozen=True, slots=True)
class Machine:
    """Where figures come from. ``copy_gb_s`` counts the bytes read and the bytes written.

    ``load`` is the machine's 1, 5 and 15 minute load before the first measurement.
    """

    device: str
    processor: str
    cores: int
    threads: int
    load: tuple[float, ...]
    copy_gb_s: float
    python: str
    torch: str
    transformers: str
    peft: str
    at: str


def spend(work: Callable[[], T], device: str) -> tuple[T, Spent]:
    """Do the work and say what it cost; a GPU is waited for before and after."""
    _settle(device)
    _forget_peak(device)
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    _settle(device)
    spent = Spent(time.perf_counter() - wall, time.process_time() - cpu, _peak_mib(device))
    return result, spent


def describe(device: str) -> Machine:
    """Say what this machine is, and measure how fast it copies memory."""
    return Machine(
        device=torch.cuda.get_device_name() if device == "cuda" else device,
        processor=_first(Path("/proc/cpuinfo"), r"model name\s*: (.*)") or platform.machine(),
        cores=len(os.sched_getaffinity(0)),
        threads=torch.get_num_threads(),
        load=os.getloadavg(),
        copy_gb_s=round(copy_bandwidth(device) / 1e9, 1),
        python=platform.python_version(),
        torch=version("torch"),
        transformers=version("transformers"),
        peft=version("peft"),
        at=utc_now().isoformat(timespec="seconds"),
    )


def copy_bandwidth(device: str) -> float:
    """Return bytes a second, read plus written, of copying 256 MiB within the device."""
    source = torch.ones(_COPIED_BYTES, dtype=torch.uint8, device=device)
    target = torch.empty_like(source)
    target.copy_(source)
    spent = [spend(lambda: target.copy_(source), device)[1].seconds for _ in range(_COPIES)]
    return 2 * _COPIED_BYTES / median(spent)


def _settle(device: str) -> None:
    if device == "cuda":
        torch.cuda.synchronize()


def _forget_peak(device: str) -> None:
    """Begin the peak anew; ``5`` resets VmHWM (proc_pid_clear_refs(5))."""
    if device == "cuda":
        torch.cuda.reset_peak_memory_stats()
    elif _CLEAR_REFS.exists():
        _CLEAR_REFS.write_text("5")


def _peak_mib(device: str) -> float:
    if device == "cuda":
        return float(torch.cuda.max_memory_allocated()) / 2**20
    return float(_first(_STATUS, r"VmHWM:\s*(\d+) kB") or 0) / 2**10


def _first(path: Path, pattern: str) -> str:
    found = re.search(pattern, path.read_text()) if path.exists() else None
    return found.group(1) if found else ""
