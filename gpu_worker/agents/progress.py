"""How the pipeline tells what it is doing, and hears that nobody wants it any more."""

from typing import Protocol

from shared.domain.words import Stage


class Superseded(Exception):
    """The conversation's epoch moved on: stop working on this turn and send nothing."""


class Progress(Protocol):
    """Every method raises ``Superseded`` when the epoch moved on."""

    def stage(self, stage: Stage, agent: str | None = None) -> None:
        """Tell which stage begins, and which agent is at work."""

    def delta(self, text: str) -> None:
        """Send the next piece of the answer; the pieces joined are the answer."""

    def beat(self) -> None:
        """Tell that the work goes on while there is nothing to show; cheap enough to repeat."""

    def start_over(self) -> None:
        """Take back the pieces sent: another answer follows, and comes whole at its end."""
