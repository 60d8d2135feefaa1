"""Names of everything kept in Redis. Scripts under ``scripts/`` build on the first two."""

from uuid import UUID


def conversation_key(conversation_id: UUID) -> str:
    """Hash with a conversation's state; also the name of its channel."""
    return f"conv:{conversation_id}"


CONVERSATION_KEYS = "conv:*"
"""Matches the keys of all conversations."""


def inbox_channel(site_id: UUID) -> str:
    """Channel that tells the inbox of a site what changed."""
    return f"site:{site_id}:inbox"


def operator_channel(operator_id: UUID) -> str:
    """Channel that tells one operator, on all their sockets, what is meant for them alone."""
    return f"operator:{operator_id}"


def site_of_inbox(channel: str) -> UUID:
    """Return the site whose inbox a channel is of."""
    return UUID(channel.split(":")[1])


def knowledge_key(site_id: UUID) -> str:
    """Number that grows with every change of a site's searchable knowledge."""
    return f"site:{site_id}:knowledge"


def rate_key(what: str, who: str) -> str:
    """Counter of one window of a rate limit."""
    return f"rate:{what}:{who}"


def visits_key(who: UUID | str) -> str:
    """Sorted set of a visitor's polls, or of an address's and its connections, by their end."""
    return f"visits:{who}"


def held_key(visitor_id: UUID) -> str:
    """Sorted set of the connections that an API Gateway holds for a visitor, by their end."""
    return f"held:{visitor_id}"


def connection_key(connection_id: str) -> str:
    """Hash of a connection that an API Gateway holds."""
    return f"connection:{connection_id}"


CONNECTIONS_KEY = "connections"
"""Sorted set of those connections, by the millisecond until which a relay has each on lease."""

CONNECTIONS_CHANNEL = "connections"
"""Says that there is one that no relay has."""

REVOKED_CHANNEL = "revoked"
"""Carries ids of sessions whose sockets must close now."""

SITE_CHANGED_CHANNEL = "site-changed"
"""Carries ids of sites that handlers must read from PostgreSQL again."""

ERASED_CHANNEL = "erased"
"""Carries ids of conversations that are gone: whoever is in one is put out. ``site:<id>``: the
consoles of a site load their lists anew. ``visitors:<id>``: all visitors of a site are put out."""

RECOGNISED_CHANNEL = "recognised"
"""Carries ids of conversations whose visitor a site has just vouched for: whoever is in one with a
token from before is put out."""

CURVE_KEY = "curve"
"""The confidence curve that the gpu_workers answer by."""


UNSTORED_KEY = "unstored"
"""Hash, message id → a message that was told and is not confirmed by the broker yet."""

UNSTORABLE_KEY = "unstored.dead"
"""The same, of messages that PostgreSQL can never take; for a person to see."""


def wake_channel(process_id: UUID) -> str:
    """Channel on which one handler process wakes its own listener."""
    return f"wake:{process_id}"


TRIALS_KEY = "trials"
"""Sorted set of the trials under way, by when nobody waits for them any more."""


def trial_key(trial_id: UUID) -> str:
    """What an operator asked the agents outside a visitor's turn, and what they made of it."""
    return f"trial:{trial_id}"


def attempts_key(answer_id: UUID) -> str:
    """How often a worker began an answer; a poison turn kills its worker each time."""
    return f"attempts:{answer_id}"


def lease_key(answer_id: UUID) -> str:
    """Held by the worker that is making an answer."""
    return f"lease:{answer_id}"


UNMIRRORED_KEY = "unmirrored"
"""Hash, conversation id → number of an assignment that PostgreSQL does not know of yet."""

PRESENCE_KEY = "presence"
"""Sorted set, operator id → milliseconds until which they are here; see ``presence.lua``."""


def presence_key(operator_id: UUID) -> str:
    """Hash with what is known of an operator who is, or was, here."""
    return f"presence:{operator_id}"


INVENTORIES_KEY = "inventories"
"""Hash, worker → what it writes answers with."""

KNOWLEDGE_NEWS = b'{"knowledge":true}'
"""On the channel of an inbox: the site's documents or places have changed."""
