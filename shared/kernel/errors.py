"""The errors that people and programs outside see.

OtvetError
├── InvalidInput        400  the caller sent something that cannot be used
├── NotAuthenticated    401  no valid token
├── Forbidden           403  a valid caller who may not
├── NotFound            404  nothing there for this caller
├── TooSlow             408  the request did not come in time
├── Conflict            409  the thing moved on meanwhile
├── TooLarge            413  over a size limit
├── RateLimited         429  over a rate; carries ``retry_after`` seconds
└── Unavailable         503  a part is down; try again

Every error has a stable ``code`` (``ErrorCode``). Its sentence for people, in their language,
is looked up by that code in ``shared.domain.sentences``. Expected outcomes never page anyone.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """Every ``code`` that leaves the system. Documented in docs/embedding.md."""

    INVALID_PAYLOAD = "invalid_payload"
    MALFORMED_FRAME = "malformed_frame"
    UNKNOWN_EVENT = "unknown_event"
    TEXT_EMPTY = "text_empty"
    TEXT_TOO_LONG = "text_too_long"
    FILE_UNSUPPORTED = "file_unsupported"
    UPLOADS_OFF = "uploads_off"
    ATTACHMENT_UNKNOWN = "attachment_unknown"
    PAYLOAD_TOO_LARGE = "payload_too_large"
    BODY_TIMEOUT = "body_timeout"
    TOKEN_MISSING = "token_missing"  # noqa: S105 (a code, not a secret)
    TOKEN_INVALID = "token_invalid"  # noqa: S105
    TOKEN_EXPIRED = "token_expired"  # noqa: S105
    CREDENTIALS_WRONG = "credentials_wrong"
    CODE_WRONG = "code_wrong"
    LINK_INVALID = "link_invalid"
    PASSWORD_WRONG = "password_wrong"  # noqa: S105
    PASSWORD_LENGTH = "password_length"  # noqa: S105
    PASSWORD_COMMON = "password_common"  # noqa: S105
    PASSWORD_PERSONAL = "password_personal"  # noqa: S105
    EMAIL_TAKEN = "email_taken"
    SITE_REQUIRED = "site_required"
    SITE_NAME_WRONG = "site_name_wrong"
    LAST_SITE = "last_site"
    LAST_ADMINISTRATOR = "last_administrator"
    SHARED_OPERATOR = "shared_operator"
    ROLE_ABOVE_INVITATION = "role_above_invitation"
    TWO_FACTOR_FIRST = "two_factor_first"
    TWO_FACTOR_REQUIRED = "two_factor_required"
    TWO_FACTOR_STATE = "two_factor_state"
    SESSION_REVOKED = "session_revoked"
    ORIGIN_MISSING = "origin_missing"
    ORIGIN_FORBIDDEN = "origin_forbidden"
    FORBIDDEN = "forbidden"
    GATEWAY_REQUIRED = "gateway_required"
    IDENTITY_REQUIRED = "identity_required"
    IDENTITY_INVALID = "identity_invalid"
    IDENTITY_EXPIRED = "identity_expired"
    IDENTITY_KEY_UNREADABLE = "identity_key_unreadable"
    IDENTITY_KEY_PRIVATE = "identity_key_private"
    IDENTITY_KEY_UNUSABLE = "identity_key_unusable"
    ORIGIN_UNUSABLE = "origin_unusable"
    WILDCARD_UNUSABLE = "wildcard_unusable"
    SCOPE_MISSING = "scope_missing"
    KEY_DISOWNED = "key_disowned"
    SITE_UNKNOWN = "site_unknown"
    NOT_FOUND = "not_found"
    WEBHOOK_URL_REFUSED = "webhook_url_refused"
    WEBHOOK_DISABLED = "webhook_disabled"
    TOO_MANY_THINGS = "too_many_things"
    ARCHIVE_NOT_READY = "archive_not_ready"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    CONVERSATION_NOT_FOUND = "conversation_not_found"
    PROVENANCE_UNREADABLE = "provenance_unreadable"
    CONVERSATION_TAKEN = "conversation_taken"
    CONVERSATION_NOT_YOURS = "conversation_not_yours"
    NOTE_NOT_YOURS = "note_not_yours"
    MENTION_UNKNOWN = "mention_unknown"
    VARIABLE_UNKNOWN = "variable_unknown"
    SHORTCUT_TAKEN = "shortcut_taken"
    TOO_MANY_REPLIES = "too_many_replies"
    ASSIGNEE_NOT_FOUND = "assignee_not_found"
    TEAM_NAME_TAKEN = "team_name_taken"
    AGENT_EXISTS = "agent_exists"
    AGENT_CHANGED = "agent_changed"
    AGENT_IN_USE = "agent_in_use"
    ADAPTER_UNKNOWN = "adapter_unknown"
    DOCUMENT_CHANGED = "document_changed"
    DOCUMENT_NOT_READ = "document_not_read"
    CORRECTION_DISCARDED = "correction_discarded"
    NAME_TAKEN = "name_taken"
    TOO_MANY = "too_many"
    RATE_LIMITED = "rate_limited"
    TRIALS_BUSY = "trials_busy"
    RUN_UNDER_WAY = "run_under_way"
    VISITOR_WORDS = "visitor_words"
    NO_OPEN_QUESTION = "no_open_question"
    TOO_MANY_CONNECTIONS = "too_many_connections"
    BROKER_UNAVAILABLE = "broker_unavailable"
    STORE_UNAVAILABLE = "store_unavailable"
    INTERNAL = "internal"


class OtvetError(Exception):
    """Base of every error that is shown outside; never raised itself."""

    status = 500
    retryable = False
    default_code = ErrorCode.INTERNAL

    def __init__(
        self,
        code: ErrorCode | None = None,
        *,
        detail: str | None = None,
        retry_after: int | None = None,
        who: str | None = None,
    ) -> None:
        """Keep the stable code, a detail for developers, a wait in seconds, a colleague's name."""
        self.code = code or self.default_code
        self.detail = detail
        self.retry_after = retry_after
        self.who = who
        super().__init__(f"{self.code}: {detail}" if detail else str(self.code))


class InvalidInput(OtvetError):
    """The caller sent something that cannot be used."""

    status = 400
    default_code = ErrorCode.INVALID_PAYLOAD


class NotAuthenticated(OtvetError):
    """No valid token came with the request."""

    status = 401
    default_code = ErrorCode.TOKEN_INVALID


class Forbidden(OtvetError):
    """The caller is known and may not do this."""

    status = 403
    default_code = ErrorCode.FORBIDDEN


class NotFound(OtvetError):
    """There is nothing there for this caller."""

    status = 404
    default_code = ErrorCode.NOT_FOUND


class TooSlow(OtvetError):
    """The request did not come in time; nothing was done with the part that came."""

    status = 408
    retryable = True
    default_code = ErrorCode.BODY_TIMEOUT


class Conflict(OtvetError):
    """The thing moved on before the command came."""

    status = 409
    default_code = ErrorCode.CONVERSATION_TAKEN


class TooLarge(OtvetError):
    """Over a size limit."""

    status = 413
    default_code = ErrorCode.PAYLOAD_TOO_LARGE


class RateLimited(OtvetError):
    """Over a rate; ``retry_after`` says how long to wait."""

    status = 429
    retryable = True
    default_code = ErrorCode.RATE_LIMITED


class Unavailable(OtvetError):
    """A part the request needs is down; the same request may succeed later."""

    status = 503
    retryable = True
    default_code = ErrorCode.BROKER_UNAVAILABLE
