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
