"""Every event on the sockets, declared once."""

from enum import StrEnum


class Namespace(StrEnum):
    """Socket.IO namespaces."""

    VISITOR = "/visitor"
    OPERATOR = "/operator"


class Command(StrEnum):
    """What clients send; imperative, acked."""

    MESSAGE_SEND = "message.send"
    GENERATION_STOP = "generation.stop"
    HANDOFF_REQUEST = "handoff.request"
    TYPING_START = "typing.start"
    CONVERSATION_READ = "conversation.read"
    MESSAGE_RATE = "message.rate"
    CONVERSATION_RATE = "conversation.rate"
    CONNECTION_CHECK = "connection.check"
    CONVERSATION_OPEN = "conversation.open"
    CONVERSATION_LEAVE = "conversation.leave"
    CONVERSATION_TAKE = "conversation.take"
    CONVERSATION_RETURN = "conversation.return"
    CONVERSATION_CLOSE = "conversation.close"
    CONVERSATION_REOPEN = "conversation.reopen"
    CONVERSATION_RELEASE = "conversation.release"
    NOTE_ADD = "note.add"
    NOTE_EDIT = "note.edit"
    NOTE_DELETE = "note.delete"
    CONVERSATION_ASSIGN = "conversation.assign"
    AVAILABILITY_SET = "availability.set"


class Fact(StrEnum):
    """What clients are told; past tense."""

    CONVERSATION_SNAPSHOT = "conversation.snapshot"
    MESSAGE_CREATED = "message.created"
    GENERATION_STAGE = "generation.stage"
    MESSAGE_DELTA = "message.delta"
    MESSAGE_COMPLETED = "message.completed"
    GENERATION_FAILED = "generation.failed"
    HANDOFF_STARTED = "handoff.started"
    OPERATOR_JOINED = "operator.joined"
    CONVERSATION_STATUS = "conversation.status"
    TYPING_STARTED = "typing.started"
    CONVERSATION_CLOSED = "conversation.closed"
    CONVERSATION_SEEN = "conversation.seen"
    CONVERSATION_RATED = "conversation.rated"
    MESSAGE_RATED = "message.rated"
    NOTE_ADDED = "note.added"
    NOTE_EDITED = "note.edited"
    NOTE_DELETED = "note.deleted"
    NOTE_MENTIONED = "note.mentioned"
    INBOX_UPDATED = "inbox.updated"
    PRESENCE_UPDATED = "presence.updated"
    VIEWERS_UPDATED = "viewers.updated"
    KNOWLEDGE_UPDATED = "knowledge.updated"
    TRIAL_COMPLETED = "trial.completed"
    CASES_RAN = "cases.ran"
    INBOX_READ = "inbox.read"
    ERROR = "error"


OPERATORS_ALONE = frozenset(
    {
        Fact.CONVERSATION_CLOSED,
        Fact.CONVERSATION_SEEN,
        Fact.NOTE_ADDED,
        Fact.NOTE_EDITED,
        Fact.NOTE_DELETED,
        Fact.NOTE_MENTIONED,
    }
)
"""Never told to a visitor, whatever audience a frame names."""
