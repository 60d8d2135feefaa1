"""What the agents' confidence promises: measured at the calibration, shown in the console.

A gpu_worker keeps a ``ConfidenceCurve`` in Redis, the one that it answers by; handlers read it.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from shared.contracts.wire import Contract
from shared.domain.policy import LEAST_WRONG, MOST_WRONG

Share = Annotated[float, Field(ge=0, le=1)]

WrongShare = Annotated[
    float, Field(ge=LEAST_WRONG, le=MOST_WRONG, allow_inf_nan=False, examples=[0.03])
]
"""Wrong answers that are accepted, as a share of all messages."""


class CurvePoint(Contract):
    """What accepting so many wrong answers brings; all are shares of all messages.

    ``wrong`` is what is accepted: at most so many are answered wrongly, both as counted and as the
    confidence itself expects. ``right`` and ``answered`` were counted.
    """

    wrong: Share
    right: Share
    answered: Share
    threshold: Share
    """The confidence from which an agent answers."""


class ReliabilityBin(Contract):
    """Questions of about the same confidence, and the share of them it was right about."""

    low: Share
    high: Share
    predicted: Share
    """Their mean confidence."""
    observed: Share
    count: Annotated[int, Field(ge=1)]


class ConfidenceCurve(Contract):
    """Wrong answers against right ones, on the questions that the calibration was fitted on."""

    calibration: str
    made: date
    questions: int
    wrong_share: Share | None = None
    """What an agent without a policy of its own accepts."""
    points: tuple[CurvePoint, ...] = ()
    """In the order of ``wrong``; none of a calibration from before curves were kept."""
    reliability: tuple[ReliabilityBin, ...] = ()
