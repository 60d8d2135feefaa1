"""Closed sets of the vocabulary; each member is written on a wire or in a table."""

from enum import StrEnum


class Sender(StrEnum):
    """Who speaks in a message."""

    VISITOR = "visitor"
    AGENT = "agent"
    OPERATOR = "operator"
    SYSTEM = "system"


class ConversationStatus(StrEnum):
    """Who has the floor: ``agent → waiting → operator → closed``."""

    AGENT = "agent"
    WAITING = "waiting"
    OPERATOR = "operator"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What a finished agent message is, or what a system message reports."""

    ANSWERED = "answered"
    QUOTED = "quoted"
    CLARIFIED = "clarified"
    GREETED = "greeted"
    DECLINED = "declined"
    STOPPED = "stopped"
    HANDED_OFF = "handed_off"
    OPERATOR_JOINED = "operator_joined"
    RETURNED = "returned"
    CLOSED = "closed"
    REOPENED = "reopened"
    RELEASED = "released"


class CloseReason(StrEnum):
    """Why an operator closed a conversation; visitors are not told."""

    SOLVED = "solved"
    NO_ANSWER = "no_answer"
    SPAM = "spam"
    DUPLICATE = "duplicate"
    OTHER = "other"


class HandoffReason(StrEnum):
    """Why an agent gave the floor to a person."""

    REQUESTED = "requested"
    LOW_CONFIDENCE = "low_confidence"
    NO_KNOWLEDGE = "no_knowledge"
    UNGROUNDED = "ungrounded"
    FAILED = "failed"
    DEADLINE = "deadline"


class ModelTrouble(StrEnum):
    """Why a turn was answered without the language model that is configured."""

    LOADING = "loading"
    LOAD_FAILED = "load_failed"
    OUT_OF_MEMORY = "out_of_memory"
    OVERLOADED = "overloaded"
    DEADLINE = "deadline"
    UNREACHABLE = "unreachable"
    FAILED = "failed"
    SILENT = "silent"


class Step(StrEnum):
    """What understanding did to a message before anything was searched for."""

    MIXED_SCRIPT = "mixed_script"
    LAYOUT = "layout"
    TRANSLITERATION = "transliteration"
    SLIP = "slip"
    FOLLOW_UP = "follow_up"
    PARTS = "parts"
    GLOSS = "gloss"


class Stage(StrEnum):
    """What the agents are doing right now, as the visitor is told."""

    QUEUED = "queued"
    UNDERSTANDING = "understanding"
    ROUTING = "routing"
    READING = "reading"
    WRITING = "writing"
    CHECKING = "checking"


class Role(StrEnum):
    """What an operator may do; each role may do all that the ones before it may."""

    OPERATOR = "operator"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


class Availability(StrEnum):
    """What an operator says of themselves: whether new conversations may come to them."""

    AVAILABLE = "available"
    AWAY = "away"


class Presence(StrEnum):
    """What colleagues see of an operator; without a socket they are ``offline``."""

    AVAILABLE = "available"
    AWAY = "away"
    OFFLINE = "offline"


class Locale(StrEnum):
    """Languages that text for people exists in."""

    RU = "ru"
    EN = "en"


class LabelColour(StrEnum):
    """Colours of labels; the console has a token for each, in light and dark."""

    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    VIOLET = "violet"
    PINK = "pink"
