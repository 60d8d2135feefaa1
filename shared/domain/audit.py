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
    SITE_CREATED = "site.created"
    SITE_CHANGED = "site.changed"
    SITE_KEY_ROTATED = "site.key-rotated"
    SITE_SECRET_ROTATED = "site.secret-rotated"  # noqa: S105 (a word, not a secret)
    REPLY_CREATED = "reply.created"
    REPLY_CHANGED = "reply.changed"
    REPLY_DELETED = "reply.deleted"
    TEAM_CREATED = "team.created"
    TEAM_CHANGED = "team.changed"
    TEAM_DELETED = "team.deleted"
    ASSIGNMENT_RULES_CHANGED = "assignment_rules.changed"
