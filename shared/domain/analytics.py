"""What analytics measures, in words that code and console share."""

from datetime import timedelta
from enum import StrEnum

SETTLED = timedelta(hours=24)
"""An episode with so long a silence is over, closed or not."""
DURABLE = timedelta(days=7)
"""A matter is durably resolved when its visitor did not come back for so long."""
LONGEST = 366
"""Days that one question to analytics may span."""


class Measure(StrEnum):
    """What is counted; each number opens the conversations behind it (definitions: ADR 0018)."""

    EPISODES = "episodes"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    DURABLE = "durable"
    CAME_BACK = "came_back"
    HANDED_OFF = "handed_off"
    UNANSWERED = "unanswered"
    MISSED = "missed"
    REPORTED = "reported"
    RATED_LOW = "rated_low"
    FIRST_ANSWER = "first_answer"
    FIRST_HUMAN = "first_human"
    RESOLUTION = "resolution"
    AGENTS_SCORE = "agents_score"
    PEOPLE_SCORE = "people_score"
    NO_AGENT = "no_agent"


UNKNOWN_REASON = "unknown"
"""Asks for hand-offs whose reason was not kept."""
