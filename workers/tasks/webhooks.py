"""Queue ``maintenance``: deliveries to webhooks.

They need no queue of their own: a webhook takes one thread for ten seconds at most, then rests
while it fails, and nothing else in this queue is waited for by anybody.
"""

from uuid import UUID

from celery import Celery

from shared.queues.names import TaskQueue
from workers.services.webhooks import WebhookService
from workers.tasks.names import Task

_LIMITS = {
    "queue": TaskQueue.MAINTENANCE,
    "ignore_result": True,
    "acks_late": True,
}


def register(app: Celery, service: WebhookService) -> None:
    """Declare the tasks on ``app``; what one leaves undone is due again a second later."""

    @app.task(name=Task.DELIVER_DUE, expires=30, **_LIMITS)
    def deliver_due() -> None:
        for webhook_id in service.due():
            app.send_task(
                Task.DELIVER, args=[str(webhook_id)], queue=TaskQueue.MAINTENANCE, expires=30
            )

    @app.task(name=Task.DELIVER, **_LIMITS)
    def deliver(webhook_id: str) -> None:
        service.deliver(UUID(webhook_id))

    @app.task(name=Task.FORGET_DELIVERIES, expires=600, **_LIMITS)
    def forget_deliveries() -> None:
        service.forget()
