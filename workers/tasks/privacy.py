"""Queue ``maintenance``: exports, erasures, retention, and deleted sites."""

from uuid import UUID

from celery import Celery

from shared.queues.names import TaskQueue
from workers.services.privacy import PrivacyService
from workers.services.retention import RetentionService
from workers.services.site_eraser import SiteEraser
from workers.tasks.names import Task

_LIMITS = {
    "queue": TaskQueue.MAINTENANCE,
    "ignore_result": True,
    "acks_late": True,
}


def register(
    app: Celery, privacy: PrivacyService, retention: RetentionService, eraser: SiteEraser
) -> None:
    """Declare the tasks on ``app``; what one leaves undone is found in PostgreSQL again."""

    @app.task(name=Task.FULFIL_DUE, expires=30, **_LIMITS)
    def fulfil_due() -> None:
        for request_id in privacy.due():
            app.send_task(
                Task.FULFIL, args=[str(request_id)], queue=TaskQueue.MAINTENANCE, expires=60
            )

    @app.task(name=Task.FULFIL, **_LIMITS)
    def fulfil(request_id: str) -> None:
        privacy.fulfil(UUID(request_id))

    @app.task(name=Task.APPLY_RETENTION, expires=60, **_LIMITS)
    def apply_retention() -> None:
        privacy.drop_archives()
        retention.apply()

    @app.task(name=Task.ERASE_SITES, expires=10, **_LIMITS)
    def erase_sites() -> None:
        eraser.run()
