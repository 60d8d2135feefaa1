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
    LABEL_CREATED = "label.created"
    LABEL_CHANGED = "label.changed"
    LABEL_DELETED = "label.deleted"
    VIEW_SHARED = "view.shared"
    VIEW_CHANGED = "view.changed"
    VIEW_DELETED = "view.deleted"
