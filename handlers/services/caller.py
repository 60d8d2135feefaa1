"""Who is asking, once that was verified."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from shared.domain.words import Locale, Role


@dataclass(frozen=True, slots=True)
class Visitor:
    """A visitor with the one conversation that their token opens."""

    visitor_id: UUID
    site_id: UUID
    conversation_id: UUID
    locale: Locale = Locale.RU
    most_sockets: int | None = None
    """What the site allows of them; None: what the installation does."""
    is_known: bool = False
    """Their token was given to somebody whom the site has vouched for."""
    expires_at: datetime | None = None
    """When their token ends."""
    origin: str | None = None
    """Where their page lives."""


@dataclass(frozen=True, slots=True)
class OperatorCaller:
    """An operator, the sign-in they use and the sites they work for.

    A key of the API calls as whoever made it: then ``key_id`` is set and ``name`` is the key's.
    """

    operator_id: UUID
    session_id: UUID
    name: str
    role: Role
    locale: Locale
    sites: frozenset[UUID]
    expires_at: datetime
    key_id: UUID | None = None
