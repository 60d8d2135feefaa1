"""Queue ``ingestion``: documents that changed."""

from uuid import UUID

from celery import Celery

from shared.queues.names import TaskQueue
from workers.consumers.step import RetryLater
from workers.services.ingestion import IngestionService
from workers.tasks.names import Task

_LIMITS = {
    "queue": TaskQueue.INGESTION,
    "ignore_result": True,
    "acks_late": True,
}


def register(app: Celery, service: IngestionService) -> None:
    """Declare the tasks on ``app``."""

    @app.task(name=Task.INGEST_DUE, expires=30, **_LIMITS)
    def ingest_due() -> None:
        for document_id in service.due():
            app.send_task(Task.INGEST_DOCUMENT, args=[str(document_id)], queue=TaskQueue.INGESTION)

    @app.task(
        name=Task.INGEST_DOCUMENT,
        autoretry_for=(RetryLater,),
        max_retries=5,
        retry_backoff=1,
        retry_backoff_max=30,
        retry_jitter=True,
        **_LIMITS,
    )
    def ingest_document(document_id: str) -> None:
        service.ingest(UUID(document_id))
