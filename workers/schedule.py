"""What Celery beat sends, and how often (seconds)."""

from typing import Any

from shared.queues.names import TaskQueue
from workers.tasks.names import Task

SCHEDULE: dict[str, dict[str, Any]] = {
    "ingest-due": {
        "task": Task.INGEST_DUE,
        "schedule": 1.0,
        "options": {"queue": TaskQueue.INGESTION, "expires": 5},
    },
    "count-episodes": {
        "task": Task.COUNT_EPISODES,
        "schedule": 5.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 5},
    },
    "delete-expired": {
        "task": Task.DELETE_EXPIRED,
        "schedule": 3600.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 600},
    },
    "deliver-due": {
        "task": Task.DELIVER_DUE,
        "schedule": 1.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 5},
    },
    "fulfil-due": {
        "task": Task.FULFIL_DUE,
        "schedule": 2.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 5},
    },
    "forget-deliveries": {
        "task": Task.FORGET_DELIVERIES,
        "schedule": 3600.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 600},
    },
    "erase-sites": {
        "task": Task.ERASE_SITES,
        "schedule": 10.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 10},
    },
    "apply-retention": {
        "task": Task.APPLY_RETENTION,
        "schedule": 300.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 60},
    },
}
