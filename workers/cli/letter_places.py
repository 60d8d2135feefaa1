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
    """A dead letter as the command line shows it; ``payload`` empty: it cannot be read."""

    id: str
    reason: str
    at: datetime | None
    body: bytes
    payload: dict[str, object]

    @property
    def site_id(self) -> UUID | None:
        """Whose site it is about, if it says so."""
        return next(_ids(self.payload, "site_id", "site"), None)

    @property
    def about(self) -> str:
        """What it is, in ids alone: no words of a visitor."""
        if not self.payload:
            return "unreadable"
        named = ("conversation_id", "document_id", "message_id", "request_id")
        return next(
            (f"{name} {one}" for name in named for one in _ids(self.payload, name)), "no id"
        )


class Place(Protocol):
    """Letters of one kind."""

    def look(self, most: int | None = None) -> list[Found]:
        """Return what is there; each letter stays."""

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
            payload = _payload(letter.body)
            found.append(Found(letter.id, letter.reason, letter.at, letter.body, payload))
            return Fate.STAY

        self._letters.go_through(self._queue, decide, most)
        return found

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
            Found(key.decode(errors="replace"), "refused by PostgreSQL", None, body, _entry(body))
            for key, body in entries
        ]

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
