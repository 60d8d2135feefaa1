"""Gauges of what is in the stores, not in a process.

Every process of a role would read the same number, and their sum would be N times the truth: so
one process has them, beat, of which there is one. What could not be read is left out rather than
shown as it was: an alert on it must not sleep because a store is away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector


@dataclass(frozen=True, slots=True)
class PlatformState:
    """The stores at one moment; None, or an empty mapping, is what could not be read.

    Times are in seconds; 0: nobody waits.
    """

    active: Mapping[str, int] = field(default_factory=dict)
    oldest_unanswered: float | None = None
    longest_wait: float | None = None
    operators: Mapping[str, int] = field(default_factory=dict)
    queued: Mapping[str, int] = field(default_factory=dict)
    buried: Mapping[str, int] = field(default_factory=dict)
    readable: Mapping[str, bool] = field(default_factory=dict)


class StateGauges(Collector):
    """Shows the newest state that was read; nothing before the first."""

    def __init__(self) -> None:
        self._state = PlatformState()

    def show(self, state: PlatformState) -> None:
        """Show ``state`` from now on."""
        self._state = state

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Return the gauges, those without a value too: their names are documented."""
        state = self._state
        yield _labelled(
            "ai_active_chats",
            "Conversations that live, by who has the floor.",
            "status",
            state.active,
        )
        yield _plain(
            "otvet_oldest_unanswered_seconds",
            "How long the message waits that an agent has owed an answer to the longest.",
            state.oldest_unanswered,
        )
        yield _plain(
            "otvet_longest_wait_seconds",
            "How long the visitor waits who has waited the longest for a person.",
            state.longest_wait,
        )
        yield _labelled("otvet_operators", "Operators who are here.", "presence", state.operators)
        yield _labelled("otvet_queue_messages", "Messages in a queue.", "queue", state.queued)
        yield _labelled(
            "otvet_dead_letters", "Messages in the dead letters.", "queue", state.buried
        )
        yield _labelled(
            "otvet_state_readable",
            "1: what a part keeps could be read a moment ago.",
            "part",
            {part: int(is_read) for part, is_read in state.readable.items()},
        )


def _plain(name: str, told: str, value: float | None) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, told)
    if value is not None:
        family.add_metric([], value)
    return family


def _labelled(name: str, told: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, told, labels=[label])
    for value, number in values.items():
        family.add_metric([value], number)
    return family
