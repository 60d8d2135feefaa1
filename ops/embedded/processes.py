"""The platform's own processes, as programs of the supervisor."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from signal import Signals

from ops.embedded.child import guarded
from ops.embedded.ports import LOOPBACK
from ops.embedded.probes import http_ok
from ops.embedded.programs import Group, Program

_GPU_THREADS = 8
"""More threads than this gain nothing for the small models of an embedded installation."""


@dataclass(frozen=True, slots=True)
class _Process:
    name: str
    group: Group
    arguments: tuple[str, ...]


_WORKERS = (
    _Process("gpu_worker", Group.GPU_WORKER, ("-m", "gpu_worker.main")),
    _Process("results", Group.WORKERS, ("-m", "workers.main", "results")),
    _Process("persistence", Group.WORKERS, ("-m", "workers.main", "persistence")),
    _Process("tasks", Group.WORKERS, ("-m", "workers.main", "tasks")),
    _Process("beat", Group.WORKERS, ("-m", "workers.main", "beat")),
)

WORKER_NAMES = tuple(worker.name for worker in _WORKERS)


def handlers(host: str, port: int) -> Program:
    """Describe the front door."""
    reached = LOOPBACK if host in ("0.0.0.0", "::") else host  # noqa: S104  (compared, not bound)
    return Program(
        name="handlers",
        group=Group.HANDLERS,
        command=guarded((sys.executable, "-m", "handlers.main"), Signals.SIGTERM),
        ready=lambda: http_ok(reached, port, "/readyz"),
        where=f"{reached}:{port}",
        environment={"HOST": host, "PORT": str(port), "OMP_NUM_THREADS": "1"},
    )


def workers(ports: Mapping[str, int]) -> list[Program]:
    """Describe the GPU worker and the Celery processes; ``ports`` are for their metrics."""
    return [_worker(worker, ports[worker.name]) for worker in _WORKERS]


def _worker(worker: _Process, port: int) -> Program:
    threads = min(os.cpu_count() or 1, _GPU_THREADS) if worker.name == "gpu_worker" else 1
    return Program(
        name=worker.name,
        group=worker.group,
        command=guarded((sys.executable, *worker.arguments), Signals.SIGTERM),
        ready=lambda: http_ok(LOOPBACK, port, "/healthz"),
        where=f"{LOOPBACK}:{port}",
        environment={"METRICS_PORT": str(port), "OMP_NUM_THREADS": str(threads)},
    )
