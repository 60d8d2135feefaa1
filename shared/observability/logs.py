"""Structured logs: one JSON object a line, on standard output.

An event is a change of state (``message.accepted``), with ids and numbers beside it and never
the words of a visitor. ``request_id`` is bound to the context of the work and travels in every
contract, so that one search shows a message's whole way.
"""

import logging
import sys
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any

import orjson
import structlog

_QUIET = ("httpx", "httpcore", "chromadb", "dramatiq", "uvicorn.access", "asyncio")
_TALKATIVE = (
    "uvicorn.error",
    "websockets",
    "redis",
    "kombu",
    "celery",
    "socketio",
    "engineio",
    "mangum",
    "botocore",
    "urllib3",
)


def configure_logs(process: str, level: str) -> None:
    """Set up structlog and route the standard library's records through it."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _add_process(process),
        structlog.processors.StackInfoRenderer(),
        structlog.processors.format_exc_info,
    ]
    renderer = structlog.processors.JSONRenderer(serializer=_dump)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # At DEBUG they log frames, with what visitors write and the tokens they show.
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.INFO, root.level))
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    # pika tells a lost connection five times, with traces; our queues tell it once, as an event.
    logging.getLogger("pika").setLevel(logging.CRITICAL)


def get_logger() -> structlog.stdlib.BoundLogger:
    """Return a logger of events."""
    logger: structlog.stdlib.BoundLogger = structlog.get_logger()
    return logger


@contextmanager
def correlated(request_id: str, **fields: str) -> Iterator[None]:
    """Bind the correlation id, and more ids, to everything that is logged inside."""
    with structlog.contextvars.bound_contextvars(request_id=request_id, **fields):
        yield


def _dump(event: Any, **_: Any) -> str:  # noqa: ANN401 (structlog's own signature)
    return orjson.dumps(event, default=str).decode()


def _add_process(process: str) -> Any:  # noqa: ANN401 (structlog's own signature)
    def add(_: Any, __: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:  # noqa: ANN401
        event["process"] = process
        return event

    return add
