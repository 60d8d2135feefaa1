"""What a consumer gets from a queue, whichever broker it is on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol


class BrokerUnavailable(Exception):
    """The broker did not take or give a message; nothing was lost, try again."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that was delivered and is not acknowledged yet."""

    tag: str
    body: bytes


class BatchConsumer(Protocol):
    """Takes messages of one queue in batches; each is acknowledged when it is done with.

    Every method raises ``BrokerUnavailable`` when the connection fails; then everything that
    was not acknowledged will be delivered again, to whoever asks next.
    """

    def take(self, most: int, wait: timedelta) -> Sequence[Delivery]:
        """Return up to ``most`` messages as soon as there are any, or none after ``wait``."""

    def ack(self, deliveries: Sequence[Delivery]) -> None:
        """Forget messages that are done with."""

    def bury(self, delivery: Delivery, reason: str) -> None:
        """Move a message to the dead letters, where a person can see and replay it."""

    def keep(self, deliveries: Sequence[Delivery]) -> None:
        """Say that messages are still being worked on; call it at least every few seconds."""

    def close(self) -> None:
        """Let go of the connection; what was not acknowledged goes back."""
