"""Asking the agents outside a visitor's turn: what may be asked, and what becomes of it."""

from enum import StrEnum


class TrialKind(StrEnum):
    """What is asked of the agents."""

    ANSWER = "answer"
    """A question of the operator's own, answered as a visitor's would be."""
    SEARCH = "search"
    """The passages for a question, without an answer."""
    DRAFT = "draft"
    """What the visitor of a conversation still waits for; the agents' best, however unsure."""
    REPLAY = "replay"
    """A turn that was answered once, with the knowledge and the models of today."""


class TrialState(StrEnum):
    """How far a trial has come."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"


class TrialFailure(StrEnum):
    """Why there is no result."""

    LATE = "late"
    """Its time ran out before the agents were through with it."""
    BUSY = "busy"
    """The worker that got it had no room beside the visitors' turns."""
    UNAVAILABLE = "unavailable"
    """The knowledge could not be reached."""
    FAILED = "failed"
    """A fault in the agents themselves; the worker's log tells it."""


class DraftDecision(StrEnum):
    """What an operator made of a draft."""

    SENT = "sent"
    EDITED = "edited"
    REFUSED = "refused"


class DraftRefusal(StrEnum):
    """Why a draft was refused."""

    WRONG = "wrong"
    INCOMPLETE = "incomplete"
    OFF_TOPIC = "off_topic"
    STYLE = "style"
    OTHER = "other"
