"""What is wanted on questions nobody has seen: RESEARCH.md, "Targets on unseen data"."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How far a figure gets."""

    MISSED = "missed"
    FLOOR = "floor"
    GOOD = "good"
    AIM = "aim"


@dataclass(frozen=True, slots=True)
class Target:
    """Three bars, the last one the highest; ``is_most`` where a figure is not to exceed them."""

    floor: float
    good: float
    aim: float
    is_most: bool = False

    def level(self, value: float) -> Level:
        """Return the highest bar that the value reaches."""
        sign = -1 if self.is_most else 1
        bars = ((self.aim, Level.AIM), (self.good, Level.GOOD), (self.floor, Level.FLOOR))
        reached = (level for bar, level in bars if sign * value >= sign * bar)
        return next(reached, Level.MISSED)


WRONG_ALLOWED = 0.05
"""Wrong answers, of all messages, within which answering counts."""

TARGETS: Mapping[str, Target] = {
    "routed": Target(0.78, 0.85, 0.92),
    "r_at_3": Target(0.62, 0.72, 0.87),
    "right": Target(0.20, 0.33, 0.50),
    "wrong": Target(WRONG_ALLOWED, WRONG_ALLOWED, WRONG_ALLOWED, is_most=True),
    "right_within_wrong": Target(0.20, 0.33, 0.50),
    "helped": Target(0.50, 0.62, 0.80),
    "out_of_scope_answered": Target(0.05, 0.03, 0.01, is_most=True),
    "service_right": Target(0.85, 0.92, 0.97),
    "false_service": Target(0.02, 0.01, 0.005, is_most=True),
    "ms_p95": Target(150.0, 80.0, 50.0, is_most=True),
}
