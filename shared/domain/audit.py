"""What is kept of every change of configuration and of people."""

from enum import StrEnum


class AuditActor(StrEnum):
    """Who changed something."""

    OPERATOR = "operator"
    KEY = "key"
    SYSTEM = "system"


class AuditAction(StrEnum):
    """What was changed, as ``subject.past-tense``; the console has a sentence for each."""

    AGENT_CHANGED = "agent.changed"
    AGENT_CREATED = "agent.created"
    AGENT_COPIED = "agent.copied"
    AGENT_DELETED = "agent.deleted"
    AGENTS_ORDERED = "agents.ordered"
    DOCUMENT_CHANGED = "document.changed"
    DOCUMENT_DELETED = "document.deleted"
    DOCUMENT_RESTORED = "document.restored"
    DOCUMENT_FORGOTTEN = "document.forgotten"
    DOCUMENT_SHARED = "document.shared"
    SOURCE_READ = "source.read"
    SOURCE_REMOVED = "source.removed"
