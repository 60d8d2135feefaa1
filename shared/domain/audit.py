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
    WEBHOOK_CREATED = "webhook.created"
    WEBHOOK_CHANGED = "webhook.changed"
    WEBHOOK_ROTATED = "webhook.rotated"
    WEBHOOK_DELETED = "webhook.deleted"
    WEBHOOK_DISABLED = "webhook.disabled"
    WEBHOOK_TESTED = "webhook.tested"
    WEBHOOK_REDELIVERED = "webhook.redelivered"
    KEY_CREATED = "key.created"
    KEY_REVOKED = "key.revoked"
    EXPORT_REQUESTED = "visitor.export_requested"
    EXPORT_DOWNLOADED = "visitor.export_downloaded"
    ERASURE_REQUESTED = "visitor.erasure_requested"
    VISITOR_ERASED = "visitor.erased"
    RETENTION_CHANGED = "retention.changed"
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
    INVITATION_CREATED = "invitation.created"
    INVITATION_RENEWED = "invitation.renewed"
    INVITATION_REVOKED = "invitation.revoked"
    OPERATOR_JOINED = "operator.joined"
    OPERATOR_CHANGED = "operator.changed"
    OPERATOR_DISABLED = "operator.disabled"
    OPERATOR_ENABLED = "operator.enabled"
    PASSWORD_LINK_CREATED = "password_link.created"  # noqa: S105 (an action, not a secret)
    PASSWORD_CHANGED = "password.changed"  # noqa: S105
    TWO_FACTOR_ENABLED = "two_factor.enabled"
    TWO_FACTOR_DISABLED = "two_factor.disabled"
    TWO_FACTOR_RESET = "two_factor.reset"
    TWO_FACTOR_RULE_CHANGED = "two_factor.rule_changed"
    RECOVERY_CODES_RENEWED = "recovery_codes.renewed"
    SESSION_REVOKED = "session.revoked"
    CORRECTIONS_EXPORTED = "corrections.exported"
