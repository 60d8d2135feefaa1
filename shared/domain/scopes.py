"""What a key of the API may do: a closed set, named by the routes themselves."""

from collections.abc import Iterable
from enum import StrEnum

from shared.domain.words import Role


class Scope(StrEnum):
    """A key has some of these; a route that names none of them takes no key."""

    CONVERSATIONS_READ = "conversations.read"
    KNOWLEDGE_READ = "knowledge.read"
    KNOWLEDGE_WRITE = "knowledge.write"
    ANALYTICS_READ = "analytics.read"
    VISITORS_READ = "visitors.read"
    VISITORS_EXPORT = "visitors.export"
    VISITORS_ERASE = "visitors.erase"


_NEEDS = {
    Scope.CONVERSATIONS_READ: Role.OPERATOR,
    Scope.KNOWLEDGE_READ: Role.OPERATOR,
    Scope.KNOWLEDGE_WRITE: Role.SUPERVISOR,
    Scope.ANALYTICS_READ: Role.SUPERVISOR,
    Scope.VISITORS_READ: Role.ADMIN,
    Scope.VISITORS_EXPORT: Role.ADMIN,
    Scope.VISITORS_ERASE: Role.ADMIN,
}
_RANKS = {role: rank for rank, role in enumerate((Role.OPERATOR, Role.SUPERVISOR, Role.ADMIN))}


def lost(scopes: Iterable[Scope], role: Role) -> tuple[Scope, ...]:
    """Return those of ``scopes`` that somebody of ``role`` may not use themselves."""
    return tuple(scope for scope in scopes if _RANKS[role] < _RANKS[_NEEDS[scope]])


KEY_PREFIX = "otvk_"
"""Every key begins so: it is told from a token, and found by those who look for leaked secrets."""
