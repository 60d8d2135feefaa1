"""Every queue, declared once."""

from enum import StrEnum


class Queue(StrEnum):
    """Queues of Otvet's own contracts."""

    AI_REQUESTS = "ai_requests"
    AI_RESPONSE = "ai_response"
    DB_MESSAGES = "db_messages"


class TaskQueue(StrEnum):
    """Queues of Celery tasks."""

    INGESTION = "ingestion"
    MAINTENANCE = "maintenance"
    TRAINING = "training"


class Actor(StrEnum):
    """Dramatiq actors, all on ``ai_requests``."""

    ANSWER_TURN = "answer_turn"
    EMBED_PASSAGES = "embed_passages"
    TRY_ANSWER = "try_answer"


class Route(StrEnum):
    """Routing keys of the exchange ``EXCHANGE``: which queues one publish reaches."""

    ANSWER = "answer"
    STORE = "store"
    EMBED = "embed"
    TRY = "try"
    RESPOND = "respond"


EXCHANGE = "otvet"

ROUTES: dict[Route, tuple[Queue, ...]] = {
    Route.ANSWER: (Queue.DB_MESSAGES, Queue.AI_REQUESTS),
    Route.STORE: (Queue.DB_MESSAGES,),
    Route.EMBED: (Queue.AI_REQUESTS,),
    Route.TRY: (Queue.AI_REQUESTS,),
    Route.RESPOND: (Queue.AI_RESPONSE,),
}


def dead_letters(queue: Queue) -> str:
    """Name of the queue where messages go that could not be processed."""
    return f"{queue}.dead"


def held_letters(queue: Queue) -> str:
    """Name of the queue that is there, empty, while somebody goes through the dead letters."""
    return f"{queue}.dead.held"
