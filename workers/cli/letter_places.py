"""Where dead letters lie: those of the queues with the broker, the others in Redis."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from uuid import UUID

import orjson

from shared.queues.dead_letters import DeadLetters, Fate, Letter
from shared.queues.envelope import EnvelopeError, unwrap
from shared.queues.names import Queue
from shared.storage.unstored import Unstored
from workers.cli.context import Context

UNSTORED = "unstored"
"""What is asked for as if it were a queue: the messages in ``unstored.dead``."""
PLACES = (*(str(queue) for queue in Queue), UNSTORED)


@dataclass(frozen=True, slots=True)
class Found:
    """A dead letter as the command line lists it, without its body, for there may be many.

    ``site_id`` is whose site it is about, if it says so; ``about`` what it is, in ids alone.
    """

    id: str
    reason: str
    at: datetime | None
    site_id: UUID | None
    about: str


class Place(Protocol):
    """Letters of one kind."""

    def look(self, most: int | None = None) -> list[Found]:
        """Return what is there, the oldest first; each letter stays."""

    def body(self, letter_id: str) -> bytes | None:
        """Return a letter whole, if it is there still."""

    def settle(self, ids: Collection[str], fate: Fate) -> int:
        """Send letters again, or drop them; returns how many."""


class BrokerPlace:
    """The dead letters of a queue."""

    def __init__(self, letters: DeadLetters, queue: Queue) -> None:
        self._letters, self._queue = letters, queue

    def look(self, most: int | None = None) -> list[Found]:
        """Return what is there; each letter stays."""
        found: list[Found] = []

        def decide(letter: Letter) -> Fate:
            if most is None or len(found) < most:
                payload = _payload(letter.body)
                found.append(_found(letter.id, letter.reason, letter.at, payload))
            return Fate.STAY

        self._letters.go_through(self._queue, decide)
        return found

    def body(self, letter_id: str) -> bytes | None:
        """Return a letter whole, if it is there still."""
        found: list[bytes] = []

        def decide(letter: Letter) -> Fate:
            if not found and letter.id == letter_id:
                found.append(letter.body)
            return Fate.STAY

        self._letters.go_through(self._queue, decide)
        return found[0] if found else None

    def settle(self, ids: Collection[str], fate: Fate) -> int:
        """Send letters again, or drop them; returns how many."""
        return self._letters.go_through(
            self._queue, lambda letter: fate if letter.id in ids else Fate.STAY
        )


class UnstoredPlace:
    """Messages that PostgreSQL has refused; sent again is: given to the watcher once more."""

    def __init__(self, unstored: Unstored) -> None:
        self._unstored = unstored

    def look(self, most: int | None = None) -> list[Found]:
        """Return what is there; each letter stays."""
        entries = sorted(self._unstored.buried().items())[:most]
        return [
            _found(key.decode(errors="replace"), "refused by PostgreSQL", None, _entry(body))
            for key, body in entries
        ]

    def body(self, letter_id: str) -> bytes | None:
        """Return a letter whole, if it is there still."""
        return self._unstored.buried().get(letter_id.encode())

    def settle(self, ids: Collection[str], fate: Fate) -> int:
        """Send letters again, or drop them; returns how many."""
        do = self._unstored.revive if fate is Fate.REPLAY else self._unstored.drop
        return sum(do(one.encode()) for one in ids)


@contextmanager
def opened(context: Context, name: str) -> Iterator[Place]:
    """Lend the letters of a name of ``PLACES``."""
    if name == UNSTORED:
        with context.redis() as redis:
            yield UnstoredPlace(Unstored(redis))
    else:
        yield BrokerPlace(DeadLetters(context.settings("BROKER_URL")), Queue(name))


def _found(letter_id: str, reason: str, at: datetime | None, payload: dict[str, object]) -> Found:
    """Return what is listed; ``payload`` empty: it cannot be read."""
    named = ("conversation_id", "document_id", "message_id", "request_id")
    about = (f"{name} {one}" for name in named for one in _ids(payload, name))
    return Found(
        letter_id,
        reason,
        at,
        next(_ids(payload, "site_id", "site"), None),
        next(about, "no id") if payload else "unreadable",
    )


def _payload(body: bytes) -> dict[str, object]:
    try:
        return dict(unwrap(body))
    except EnvelopeError:
        return {}


def _entry(body: bytes) -> dict[str, object]:
    try:
        return dict(orjson.loads(body))
    except (orjson.JSONDecodeError, TypeError, ValueError):
        return {}


def _ids(told: object, *names: str) -> Iterator[UUID]:
    """Yield the ids of these names, those further out first."""
    if not isinstance(told, dict):
        return
    for name in names:
        with suppress(ValueError):
            yield UUID(str(told.get(name)))
    for value in told.values():
        yield from _ids(value, *names)
