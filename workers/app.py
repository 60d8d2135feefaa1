"""The Celery application: settings of the transport, and the tasks."""

from typing import Any

from celery import Celery

from shared.config import Settings, reveal
from shared.queues.names import TaskQueue
from workers.schedule import SCHEDULE


def build_celery(settings: Settings) -> Celery:
    """Return an application without tasks; nothing is opened."""
    app = Celery("otvet", broker=_celery_url(reveal(settings.broker_url)), set_as_current=False)
    app.conf.update(
        task_default_queue=TaskQueue.MAINTENANCE,
        task_serializer="json",
        accept_content=["json"],
        task_ignore_result=True,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        timezone="UTC",
        beat_schedule=SCHEDULE,
        # In memory: all schedules are intervals, and a file would be state to lose.
        beat_scheduler="celery.beat:Scheduler",
        beat_max_loop_interval=1,
        broker_connection_retry_on_startup=True,
        broker_connection_timeout=settings.connect_timeout.total_seconds(),
        broker_transport_options=_transport_options(settings),
        worker_prefetch_multiplier=1,
        worker_hijack_root_logger=False,
        worker_enable_remote_control=False,
        worker_send_task_events=False,
        worker_cancel_long_running_tasks_on_connection_loss=False,
        worker_soft_shutdown_timeout=settings.drain_timeout.total_seconds(),
    )
    if settings.broker_is_rabbitmq:
        app.conf.task_default_queue_type = "quorum"
        app.conf.broker_native_delayed_delivery_queue_type = "quorum"
    return app


def _transport_options(settings: Settings) -> dict[str, Any]:
    if settings.broker_is_rabbitmq:
        return {"confirm_publish": True}
    return {
        # Kombu parks what a dead worker held for an hour by default; no task here takes minutes.
        "visibility_timeout": 120,
        "socket_timeout": settings.confirm_timeout.total_seconds() + 5,
        "socket_connect_timeout": settings.connect_timeout.total_seconds(),
        "health_check_interval": 15,
        "global_keyprefix": "celery:",
    }


def _celery_url(url: str) -> str:
    # Kombu names Redis over a Unix socket differently from redis-py.
    return f"redis+socket://{url.removeprefix('unix://')}" if url.startswith("unix://") else url
