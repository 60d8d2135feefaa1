"""The bytes of a message on a queue.

Dramatiq's JSON encoding of a message is used for everything, because one publish reaches
``db_messages`` (ours to read) and ``ai_requests`` (Dramatiq's to read) with the same body. It is
built here by hand, for the sender must not import the receiver: a handlers image has no
Dramatiq. ``gpu_worker/tests`` hold it against Dramatiq's own decoder.
"""

import time

import orjson
from pydantic import TypeAdapter, ValidationError
from typing_extensions import TypedDict

from shared.contracts.wire import Contract
from shared.kernel.ids import uuid7
from shared.queues.names import Actor, Queue


class EnvelopeError(ValueError):
    """The bytes are not an envelope of ours."""


class _Arguments(TypedDict):
    payload: dict[str, object]


class _Envelope(TypedDict):
    message_id: str
    kwargs: _Arguments


_decoder = TypeAdapter(_Envelope)


def wrap(contract: Contract, actor: Actor = Actor.ANSWER_TURN) -> bytes:
    """Encode ``contract`` as the keyword argument ``payload`` of ``actor``."""
    return orjson.dumps(
        {
            "queue_name": Queue.AI_REQUESTS,
            "actor_name": actor,
            "args": [],
            "kwargs": {"payload": contract.model_dump(mode="json")},
            "options": {},
            "message_id": str(uuid7()),
            "message_timestamp": time.time_ns() // 1_000_000,
        }
    )


def unwrap(body: bytes) -> dict[str, object]:
    """Return the payload, not validated yet.

    Raises:
        EnvelopeError: the body is something else.
    """
    try:
        return _decoder.validate_python(orjson.loads(body))["kwargs"]["payload"]
    except (orjson.JSONDecodeError, ValidationError) as error:
        raise EnvelopeError("not an envelope") from error
