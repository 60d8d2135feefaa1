"""Composition root of the GPU worker: ``python -m gpu_worker.main``.

One process, one engine, many actor threads that wait for it. A supervisor stands above: a
process that dies is started anew, and what it held is delivered again.
"""

import os
import signal
import socket
import sys
from datetime import timedelta
from threading import Event

import dramatiq.worker
from dramatiq import Broker, Middleware, Worker
from prometheus_client import REGISTRY

from gpu_worker.actors.curve import CurveTeller
from gpu_worker.actors.declare import declare_actors
from gpu_worker.actors.inventory import InventoryTeller
from gpu_worker.actors.middleware import BuryFailures
from gpu_worker.actors.passages import PassageService
from gpu_worker.actors.quorum_broker import QuorumBroker
from gpu_worker.actors.stream_broker import StreamBroker
from gpu_worker.actors.trials import TrialService
from gpu_worker.actors.turns import TurnService
from gpu_worker.agents.backends.base import Backend
from gpu_worker.agents.calibration import CalibrationError, load_calibration
from gpu_worker.agents.messages import learn
from gpu_worker.agents.pipeline import Pipeline
from gpu_worker.agents.policy import Policy
from gpu_worker.gpu_metrics import GpuGauges
from gpu_worker.models import build_backend
from gpu_worker.retrieval.distinct import DistinctPassages
from gpu_worker.retrieval.embedder import build_embedder
from gpu_worker.retrieval.errors import EmbeddingModelError, RerankerModelError
from gpu_worker.retrieval.indexer import Indexer
from gpu_worker.retrieval.knowledge import KnowledgeIndex
from gpu_worker.retrieval.reembedding import Reembedding
from gpu_worker.retrieval.reranker import build_reranker
from shared.config import Settings, SettingsError, load_settings, reveal
from shared.domain.words import ModelTrouble
from shared.observability.logs import configure_logs, get_logger
from shared.observability.metrics import (
    ADAPTERS_CHANGED,
    MODEL_TROUBLE,
    begin_at_zero,
    start_metrics_server,
)
from shared.queues.producers import build_producer, redis_client
from shared.storage.answers import Answers
from shared.storage.knowledge import KnowledgeVersion
from shared.storage.trials import TrialResults
from shared.storage.vectors import PassageStore

REQUIRED = ("REDIS_URL", "BROKER_URL", "CHROMA_URL")
_WAIT_MS = 1_000
_TELL_SECONDS = 60.0


def build_broker(settings: Settings) -> Broker:
    """Choose the broker by ``BROKER_URL``."""
    url = reveal(settings.broker_url)
    middleware: list[Middleware] = [BuryFailures()]
    if settings.broker_is_rabbitmq:
        return QuorumBroker(url, settings.connect_timeout, middleware)
    redis = redis_client(url, settings, blocking=timedelta(milliseconds=_WAIT_MS))
    return StreamBroker(redis, f"{socket.gethostname()}-{os.getpid()}", middleware)


def compose(settings: Settings, backend: Backend) -> tuple[Broker, CurveTeller]:
    """Return a broker with all actors declared, and what tells the curve they answer by.

    ``backend`` writes the answers.
    """
    redis = redis_client(reveal(settings.redis_url), settings)
    answers, versions = Answers(redis), KnowledgeVersion(redis)
    producer = build_producer(settings)
    store = PassageStore(settings.chroma_url or "", settings.chroma_timeout)
    embedder = build_embedder(settings)
    calibration = load_calibration(embedding_model=embedder.name)
    reembedding = Reembedding(store, embedder)
    passages = DistinctPassages(store)
    knowledge = KnowledgeIndex(passages, embedder, calibration.fusion, reembedding.start)
    pipeline = Pipeline(
        knowledge=knowledge,
        backend=backend,
        calibration=calibration,
        reranker=build_reranker(settings),
    )
    turns = TurnService(
        pipeline=pipeline,
        knowledge=knowledge,
        versions=versions,
        answers=answers,
        producer=producer,
        give_up_after=settings.answer_deadline * 2,
    )
    trials = TrialService(
        pipeline=pipeline,
        knowledge=knowledge,
        versions=versions,
        results=TrialResults(redis),
        answers=answers,
        # With one thread alone there is nothing to keep free.
        most=max(1, min(settings.trials_at_once, settings.gpu_worker_threads // 2)),
    )
    broker = build_broker(settings)
    indexing = PassageService(Indexer(store, embedder), versions, producer)
    declare_actors(broker, turns, indexing, trials)
    return broker, CurveTeller(redis, Policy(calibration, embedder.name).shown())


def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT, then finish what is under way."""
    stopping, is_ready = Event(), Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    if settings.metrics_port is not None:
        REGISTRY.register(GpuGauges())
        begin_at_zero(MODEL_TROUBLE, ModelTrouble)
        begin_at_zero(ADAPTERS_CHANGED, ("loaded", "unloaded", "refused"))
        start_metrics_server(settings.host, settings.metrics_port, is_ready.is_set)
    # Three and five seconds by default: long, for a visitor who waits while Redis restarts.
    for delay in ("CONSUMER_RESTART_DELAY_SECS", "POST_PROCESS_MESSAGE_RETRY_DELAY_SECS"):
        setattr(dramatiq.worker, delay, 0.5)
    backend = build_backend(settings, give_up=stopping.set)  # refuses wrong settings: before all
    learn()
    broker, curve = compose(settings, backend)
    redis = redis_client(reveal(settings.redis_url), settings)
    tellers = (curve, InventoryTeller(redis, settings, lambda: backend.model))
    worker = Worker(
        broker,
        worker_threads=settings.gpu_worker_threads,
        worker_timeout=_WAIT_MS,
    )
    # What waits in this process cannot be taken by an idle one, so take no more than is run.
    worker.queue_prefetch = settings.gpu_worker_threads
    worker.start()
    is_ready.set()
    get_logger().info(
        "gpu_worker.started", threads=settings.gpu_worker_threads, backend=settings.backend
    )
    while True:
        for teller in tellers:
            teller.tell()
        if stopping.wait(_TELL_SECONDS):
            break
    is_ready.clear()
    worker.stop(timeout=int(settings.drain_timeout.total_seconds() * 1000))
    backend.close()
    get_logger().info("gpu_worker.stopped")


def main() -> int:
    """Check the settings and run."""
    try:
        settings = load_settings(*REQUIRED)
        configure_logs("gpu_worker", settings.log_level)
        run(settings)
    except (SettingsError, EmbeddingModelError, RerankerModelError, CalibrationError) as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    return 0


if __name__ == "__main__":
    sys.exit(main())
