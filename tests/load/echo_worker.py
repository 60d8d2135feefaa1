"""A GPU worker without its model: the same brokers, actors and progress, an echo inside.

``python -m tests.load.echo_worker`` with the environment of ``gpu_worker.main``.
"""

import signal
from collections.abc import Sequence
from threading import Event
from typing import cast
from uuid import UUID

from dramatiq import Worker

from gpu_worker.actors.declare import declare_actors
from gpu_worker.actors.passages import PassageService
from gpu_worker.actors.trials import TrialService
from gpu_worker.actors.turns import TurnService
from gpu_worker.agents.pipeline import HistoryMessage, Pipeline
from gpu_worker.agents.progress import Progress
from gpu_worker.main import REQUIRED, build_broker
from shared.config import load_settings, reveal
from shared.contracts.queues import AiRequest, AiResult
from shared.domain.words import Outcome, Stage
from shared.observability.logs import configure_logs
from shared.queues.producers import build_producer, redis_client
from shared.storage.answers import Answers
from shared.storage.knowledge import KnowledgeVersion


class Echo:
    """Says the question back: one stage, one delta, one result."""

    def refresh(self, site_id: UUID, version: int) -> None:
        """Know nothing, so nothing is out of date."""

    def answer(
        self,
        request: AiRequest,
        request_id: str,
        history: Sequence[HistoryMessage],  # noqa: ARG002 (the pipeline's signature)
        progress: Progress,
    ) -> AiResult:
        """Answer at once."""
        text = request.turn[-1].text
        progress.stage(Stage.WRITING)
        progress.delta(text)
        return AiResult(
            request_id=request_id,
            conversation_id=request.conversation_id,
            site_id=request.site_id,
            epoch=request.epoch,
            answer_id=request.answer_id,
            in_reply_to=request.turn[-1].id,
            answered_seq=request.turn[-1].seq,
            outcome=Outcome.QUOTED,
            text=text,
        )


def main() -> None:
    """Echo until SIGTERM."""
    settings = load_settings(*REQUIRED)
    configure_logs("echo_worker", "WARNING")
    stopping = Event()
    signal.signal(signal.SIGTERM, lambda *_: stopping.set())
    redis = redis_client(reveal(settings.redis_url), settings)
    echo = Echo()
    turns = TurnService(
        pipeline=cast("Pipeline", echo),
        knowledge=echo,
        versions=KnowledgeVersion(redis),
        answers=Answers(redis),
        producer=build_producer(settings),
        give_up_after=settings.answer_deadline,
    )
    broker = build_broker(settings)
    declare_actors(broker, turns, cast("PassageService", None), cast("TrialService", None))
    worker = Worker(broker, worker_threads=settings.gpu_worker_threads, worker_timeout=1_000)
    worker.queue_prefetch = settings.gpu_worker_threads
    worker.start()
    stopping.wait()
    worker.stop(timeout=5_000)


if __name__ == "__main__":
    main()
