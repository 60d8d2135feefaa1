"""``python -m tests.watching.stand_in PORT``: what a worker with a model on a GPU would tell.

This machine has neither. The metrics are our own objects, counted by the very code that counts
them beside an engine; only ``STANDS_IN`` is served, so that nothing else is taken for measured.
"""

import sys
import threading
from collections.abc import Iterator
from typing import Any

from prometheus_client import REGISTRY, CollectorRegistry, start_http_server
from prometheus_client.registry import Collector

from gpu_worker.agents.backends.engine_metrics import EngineMetrics
from gpu_worker.engine.core import EngineStats
from gpu_worker.gpu_metrics import GpuGauges
from gpu_worker.tests.test_gpu_metrics import FakeCuda
from shared.observability.metrics import (
    AI_FIRST_TEXT,
    AI_TOKENS,
    AI_TRUNCATIONS,
    AI_WRITING,
    PASSAGES_CUT,
    TRIALS,
)

STANDS_IN = frozenset({
    "otvet_engine_wait_seconds",
    "otvet_engine_first_token_seconds",
    "otvet_engine_requests",
    "otvet_engine_tokens",
    "otvet_engine_batch",
    "otvet_engine_step_seconds",
    "otvet_engine_now",
    "otvet_gpu_memory_bytes",
    "otvet_gpu_utilisation_ratio",
    "ai_tokens_used",
    "ai_history_truncation",
    "otvet_passages_cut",
    "otvet_first_text_seconds",
    "otvet_writing_seconds",
    "otvet_trials",
})  # fmt: skip
"""Names without ``_total``: metrics that need a model, a GPU, or an operator who tries an agent."""

_STATS = EngineStats(4, 1, 8, 4_096, 100, 0, 4_000, 3_000, 800, 20)
_EVERY = 0.3


class _Only(Collector):
    def collect(self) -> Iterator[Any]:
        return (metric for metric in REGISTRY.collect() if metric.name in STANDS_IN)


def moment(metrics: EngineMetrics) -> None:
    """Count one answer."""
    metrics.admitted("network@3", 0.02, 400, 300)
    metrics.began("network@3", 0.2)
    metrics.stepped(_STATS, 4, 64, 0.03)
    metrics.ended("network@3", "done", 40, 1.5)
    AI_FIRST_TEXT.labels("network").observe(0.3)
    AI_WRITING.labels("network").observe(1.5)
    AI_TOKENS.labels("network", "prompt").inc(400)
    AI_TOKENS.labels("network", "answer").inc(40)
    AI_TRUNCATIONS.labels("network").inc()
    PASSAGES_CUT.labels("network").inc()
    TRIALS.labels("draft", "done").inc()


def main(port: int) -> None:
    """Serve until the process is ended."""
    REGISTRY.register(GpuGauges(FakeCuda()))
    registry = CollectorRegistry()
    registry.register(_Only())
    start_http_server(port, "127.0.0.1", registry)
    metrics, never = EngineMetrics(), threading.Event()
    while not never.wait(_EVERY):
        moment(metrics)


if __name__ == "__main__":
    main(int(sys.argv[1]))
