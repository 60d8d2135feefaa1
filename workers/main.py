"""Composition root of the Celery workers: ``python -m workers.main ROLE``.

``results``      consumes ``ai_response``, and looks for messages without an answer
``persistence``  consumes ``db_messages``, and looks likewise; runs tasks of ``maintenance``
``tasks``        runs the tasks of ``ingestion`` and ``maintenance``
``beat``         sends what is periodic, and has the gauges of what the stores hold
"""

import os
import socket
import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from threading import Event

from celery.signals import beat_init, worker_ready
from prometheus_client import REGISTRY

from shared.config import Settings, SettingsError, load_settings, reveal
from shared.observability.logs import configure_logs, get_logger
from shared.observability.metrics import (
    BURIED,
    WEBHOOKS_SENT,
    begin_at_zero,
    start_metrics_server,
)
from shared.observability.state import StateGauges
from shared.queues.dead_letters import DeadLetters
from shared.queues.delivery import BatchConsumer
from shared.queues.names import Queue, TaskQueue
from shared.queues.producers import build_consumer, build_producer, redis_client
from shared.queues.topology import depths
from shared.storage.answers import Answers
from shared.storage.assignments import Unmirrored
from shared.storage.offers import Offers
from shared.storage.traces import Traces
from shared.storage.unstored import Unstored
from workers.app import build_celery
from workers.consumers.step import BatchLoop, ConsumerStep, Process
from workers.consumers.sweep import SweepLoop
from workers.services.assigner import EVERY_SECONDS, Assigner
from workers.services.database import Database
from workers.services.deleted_documents import DocumentCleaner
from workers.services.episodes import EpisodeCounter
from workers.services.ingestion import IngestionService
from workers.services.knowledge_news import KnowledgeNews
from workers.services.persistence import PersistenceService
from workers.services.privacy import PrivacyService
from workers.services.results import ResultService
from workers.services.retention import RetentionService
from workers.services.sessions import SessionCleaner
from workers.services.site_eraser import SiteEraser
from workers.services.site_hours import SiteHours
from workers.services.state_reader import EVERY_SECONDS as STATE_SECONDS
from workers.services.state_reader import StateReader
from workers.services.watcher import Watcher
from workers.services.web_sources import WebSourceService
from workers.services.webhooks import WebhookService
from workers.tasks import ingestion, maintenance, privacy, webhooks
from workers.web.fetch import Fetcher
from workers.web.post import Poster, address_book

REQUIRED = ("DATABASE_URL", "REDIS_URL", "BROKER_URL")
_THREADS = 4


class WorkerRole(StrEnum):
    """What a worker process does."""

    RESULTS = "results"
    PERSISTENCE = "persistence"
    TASKS = "tasks"
    BEAT = "beat"


class Composition:
    """Everything a worker of some role needs; opened when first used."""

    def __init__(self, settings: Settings) -> None:
        """Compose; nothing is opened."""
        self.settings = settings
        self.database = Database(settings)
        self.producer = build_producer(settings)
        self.redis = redis_client(reveal(settings.redis_url), settings)
        self.answers = Answers(self.redis)
        self.unstored = Unstored(self.redis)
        self.news = KnowledgeNews(self.redis)
        self.hours = SiteHours(self.database)
        self.app = build_celery(settings)
        poster = Poster(address_book(settings), contact=settings.public_url)
        webhooks.register(self.app, WebhookService(self.database, poster))
        traces = Traces(self.redis)
        erasing = PrivacyService(self.database, traces, DeadLetters(settings))
        privacy.register(
            self.app,
            erasing,
            RetentionService(self.database, traces, erasing),
            SiteEraser(self.database, traces, erasing),
        )
        maintenance.register(
            self.app,
            SessionCleaner(self.database),
            DocumentCleaner(self.database, settings.deleted_documents_kept),
            EpisodeCounter(self.database),
        )
        ingestion.register(
            self.app,
            IngestionService(self.database, self.producer, tell=self.news.tell),
            WebSourceService(
                self.database,
                lambda: Fetcher(contact=settings.public_url),
                keep=settings.document_versions,
                tell=self.news.tell,
            ),
        )

    def loops(self, role: WorkerRole) -> list[BatchLoop]:
        """Return the consumers of a role."""
        if role is WorkerRole.RESULTS:
            service = ResultService(self.answers, self.database, self.hours, tell=self.news.tell)
            return [self._loop(Queue.AI_RESPONSE, service.process)]
        if role is WorkerRole.PERSISTENCE:
            return [self._loop(Queue.DB_MESSAGES, PersistenceService(self.database).process)]
        return []

    def sweeps(self, role: WorkerRole) -> list[SweepLoop]:
        """Return what looks by itself for work to do: in each process that writes messages."""
        if role not in (WorkerRole.RESULTS, WorkerRole.PERSISTENCE):
            return []
        deadline = self.settings.answer_deadline
        watcher = Watcher(self.answers, self.unstored, self.database, deadline)
        assigner = Assigner(Offers(self.redis), Unmirrored(self.redis), self.answers, self.database)
        sweeps = [SweepLoop(watcher.sweep), SweepLoop(assigner.sweep, EVERY_SECONDS)]
        if role is WorkerRole.RESULTS:
            sweeps.append(SweepLoop(self.hours.refresh))
        return sweeps

    def state_loop(self) -> SweepLoop:
        """Return what reads the stores for the gauges: in the one process of its role."""
        gauges = StateGauges()
        REGISTRY.register(gauges)
        reader = StateReader(
            self.database, self.redis, self.unstored, partial(depths, self.settings), gauges.show
        )
        return SweepLoop(reader.sweep, STATE_SECONDS)

    def _loop(self, queue: Queue, process: Process) -> BatchLoop:
        name = f"{socket.gethostname()}-{os.getpid()}"

        def consumer() -> BatchConsumer:
            return build_consumer(self.settings, queue, name)

        return BatchLoop(queue, consumer, process)


def run(role: WorkerRole, settings: Settings) -> None:
    """Run a worker until it is told to stop."""
    composition = Composition(settings)
    loops = composition.loops(role)
    begin_at_zero(BURIED, (loop.queue for loop in loops))
    begin_at_zero(WEBHOOKS_SENT, ("delivered", "failed"))
    is_ready = Event()
    worker_ready.connect(lambda **_: is_ready.set(), weak=False)
    beat_init.connect(lambda **_: is_ready.set(), weak=False)
    if settings.metrics_port is not None:
        start_metrics_server(settings.host, settings.metrics_port, _health(is_ready, loops))
    get_logger().info("worker.starting", role=role)
    if role is WorkerRole.BEAT:
        composition.state_loop().start()
        composition.app.Beat(loglevel=settings.log_level, redirect_stdouts=False).run()
        return
    step = type("Consumers", (ConsumerStep,), {"loops": [*loops, *composition.sweeps(role)]})
    composition.app.steps["worker"].add(step)
    composition.app.worker_main(_argv(role, settings))


def task_queues(role: WorkerRole) -> list[TaskQueue]:
    """Return the queues whose tasks a role runs.

    ``results`` runs none: visitors wait for what that process tells them, so an export or a
    retention must not share it. Celery wants a queue to be named; this one is without tasks.
    """
    if role is WorkerRole.TASKS:
        return [TaskQueue.INGESTION, TaskQueue.MAINTENANCE]
    return [TaskQueue.TRAINING if role is WorkerRole.RESULTS else TaskQueue.MAINTENANCE]


def _argv(role: WorkerRole, settings: Settings) -> list[str]:
    return [
        "worker",
        f"--hostname={role}@%h",
        f"--queues={','.join(task_queues(role))}",
        "--pool=threads",
        f"--concurrency={_THREADS if role is WorkerRole.TASKS else 1}",
        f"--loglevel={settings.log_level}",
        "--without-gossip",
        "--without-mingle",
        "--without-heartbeat",
    ]


def _health(is_ready: Event, loops: Sequence[BatchLoop]) -> Callable[[], bool]:
    return lambda: is_ready.is_set() and all(loop.is_connected for loop in loops)


def main() -> int:
    """Run the role that the command line names."""
    try:
        role = WorkerRole(sys.argv[1] if len(sys.argv) == 2 else "")
    except ValueError:
        sys.stderr.write(f"usage: python -m workers.main {'|'.join(WorkerRole)}\n")
        return 64
    try:
        settings = load_settings(*REQUIRED)
    except SettingsError as error:
        sys.stderr.write(f"otvet: {error}\n")
        return 78
    configure_logs(role, settings.log_level)
    run(role, settings)
    return 0


if __name__ == "__main__":
    sys.exit(main())
