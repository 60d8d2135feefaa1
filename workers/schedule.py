"""What Celery beat sends, and how often (seconds)."""

from typing import Any

from shared.queues.names import TaskQueue
from workers.tasks.names import Task

# A message is due after ANSWER_DEADLINE (45 s) and must be handed over within 60 s.
SCHEDULE: dict[str, dict[str, Any]] = {
    "sweep-unanswered": {
        "task": Task.SWEEP_UNANSWERED,
        "schedule": 5.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 10},
    },
    "ingest-due": {
        "task": Task.INGEST_DUE,
        "schedule": 1.0,
        "options": {"queue": TaskQueue.INGESTION, "expires": 5},
    },
    "delete-expired": {
        "task": Task.DELETE_EXPIRED,
        "schedule": 3600.0,
        "options": {"queue": TaskQueue.MAINTENANCE, "expires": 600},
    },
}
