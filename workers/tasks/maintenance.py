"""Queue ``maintenance``: what is done again and again."""

from celery import Celery

from shared.queues.names import TaskQueue
from workers.services.episodes import EpisodeCounter
from workers.services.sessions import SessionCleaner
from workers.tasks.names import Task

_LIMITS = {
    "queue": TaskQueue.MAINTENANCE,
    "ignore_result": True,
    "acks_late": True,
}


def register(app: Celery, cleaner: SessionCleaner, episodes: EpisodeCounter) -> None:
    """Declare the tasks on ``app``; beat runs them, so a failed one is simply run again."""

    @app.task(name=Task.DELETE_EXPIRED, expires=600, **_LIMITS)
    def delete_expired() -> None:
        cleaner.clean()

    @app.task(name=Task.COUNT_EPISODES, expires=30, **_LIMITS)
    def count_episodes() -> None:
        episodes.count()
