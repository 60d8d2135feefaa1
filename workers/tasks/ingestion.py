"""Queue ``ingestion``: documents that changed or go, and places on the web."""

from uuid import UUID

from celery import Celery

from shared.queues.names import TaskQueue
from workers.consumers.step import RetryLater
from workers.services.ingestion import IngestionService
from workers.services.web_sources import WebSourceService
from workers.tasks.names import Task

_LIMITS = {
    "queue": TaskQueue.INGESTION,
    "ignore_result": True,
    "acks_late": True,
}


def register(app: Celery, service: IngestionService, web: WebSourceService) -> None:
    """Declare the tasks on ``app``."""

    @app.task(name=Task.INGEST_DUE, expires=30, **_LIMITS)
    def ingest_due() -> None:
        for document_id in service.due():
            app.send_task(Task.INGEST_DOCUMENT, args=[str(document_id)], queue=TaskQueue.INGESTION)
        for source_id in web.due():
            app.send_task(Task.READ_WEB_SOURCE, args=[str(source_id)], queue=TaskQueue.INGESTION)
        service.remove_due()

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

    # Not tried again by itself: a step that failed is due again from where it was.
    @app.task(name=Task.READ_WEB_SOURCE, expires=60, **_LIMITS)
    def read_web_source(source_id: str) -> None:
        web.read(UUID(source_id))
