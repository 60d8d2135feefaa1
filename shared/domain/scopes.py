"""What a key of the API may do: a closed set, named by the routes themselves."""

from enum import StrEnum


class Scope(StrEnum):
    """A key has some of these; a route that names none of them takes no key."""

    CONVERSATIONS_READ = "conversations.read"
    KNOWLEDGE_READ = "knowledge.read"
    KNOWLEDGE_WRITE = "knowledge.write"
    ANALYTICS_READ = "analytics.read"
    VISITORS_READ = "visitors.read"
    VISITORS_EXPORT = "visitors.export"
    VISITORS_ERASE = "visitors.erase"


KEY_PREFIX = "otvk_"
"""Every key begins so: it is told from a token, and found by those who look for leaked secrets."""
