"""Names of everything kept in Redis. Scripts under ``scripts/`` build on the first two."""

from uuid import UUID


def conversation_key(conversation_id: UUID) -> str:
    """Hash with a conversation's state; also the name of its channel."""
    return f"conv:{conversation_id}"


def inbox_channel(site_id: UUID) -> str:
    """Channel that tells the inbox of a site what changed."""
    return f"site:{site_id}:inbox"


def operator_room(operator_id: UUID) -> str:
    """Room of all sockets of one operator; nothing in Redis has this name."""
    return f"operator:{operator_id}"


def knowledge_key(site_id: UUID) -> str:
    """Number that grows with every change of a site's searchable knowledge."""
    return f"site:{site_id}:knowledge"


def rate_key(what: str, who: str) -> str:
    """Counter of one window of a rate limit."""
    return f"rate:{what}:{who}"


REVOKED_CHANNEL = "revoked"
"""Carries ids of sessions whose sockets must close now."""

SITE_CHANGED_CHANNEL = "site-changed"
"""Carries ids of sites that handlers must read from PostgreSQL again."""

CURVE_KEY = "curve"
"""The confidence curve that the gpu_workers answer by."""


UNSTORED_KEY = "unstored"
"""Hash, message id → a message that was told and is not confirmed by the broker yet."""

UNSTORABLE_KEY = "unstored.dead"
"""The same, of messages that PostgreSQL can never take; for a person to see."""


def wake_channel(process_id: UUID) -> str:
    """Channel on which one handler process wakes its own listener."""
    return f"wake:{process_id}"


def attempts_key(answer_id: UUID) -> str:
    """How often a worker began an answer; a poison turn kills its worker each time."""
    return f"attempts:{answer_id}"


def lease_key(answer_id: UUID) -> str:
    """Held by the worker that is making an answer."""
    return f"lease:{answer_id}"
