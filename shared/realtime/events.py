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
    CONVERSATION_OPEN = "conversation.open"
    CONVERSATION_LEAVE = "conversation.leave"
    CONVERSATION_TAKE = "conversation.take"
    CONVERSATION_RETURN = "conversation.return"
    CONVERSATION_CLOSE = "conversation.close"


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
    INBOX_UPDATED = "inbox.updated"
    INBOX_READ = "inbox.read"
    ERROR = "error"
