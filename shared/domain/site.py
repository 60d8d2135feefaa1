"""A site: an installed widget, and the agents that serve it."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from shared.domain.hours import WorkingHours
from shared.domain.identity import IdentityKey, IdentitySalt
from shared.domain.look import Look
from shared.domain.origins import AllowedOrigins, Origin
from shared.domain.versions import KnowledgeScope
from shared.domain.words import Locale


@dataclass(frozen=True, slots=True)
class Agent:
    """A specialist persona, with its words in each language."""

    slug: str
    name: dict[Locale, str]
    subject: dict[Locale, str]
    examples: dict[Locale, tuple[str, ...]]
    wrong_share: float | None = None
    """Wrong answers that are accepted, of all messages; None: as many as the calibration does."""
    knowledge: KnowledgeScope = KnowledgeScope.OWN
    instructions: dict[Locale, str] = field(default_factory=dict)
    instructions_version: int = 0
    adapter: str | None = None
    """The version of its adapter; None: the one that is active; empty: none."""


@dataclass(frozen=True, slots=True)
class SiteLimits:
    """What one site allows its visitors; None: what the installation allows."""

    messages_per_minute: int | None = None
    """Of one visitor."""
    answers_per_minute: int | None = None
    """Of the agents, to all visitors of the site together: its share of the generations."""
    sockets_per_visitor: int | None = None
    text_limit: int | None = None
    """Characters of one message."""
    uploads: bool = True
    """Whether visitors may attach files."""


@dataclass(frozen=True, slots=True)
class Site:
    """An installed widget: where it may run, how it greets, who answers."""

    id: UUID
    site_key: str
    name: str
    locale: Locale
    origins: frozenset[Origin]
    greeting: dict[Locale, str]
    agents: tuple[Agent, ...]
    wildcards: frozenset[Origin] = frozenset()
    """Origins whose subdomains may use the widget."""
    look: Look = field(default_factory=Look)
    hours: WorkingHours | None = None
    """When operators are there; None: always."""
    limits: SiteLimits = field(default_factory=SiteLimits)
    identity_required: bool = False
    identity_salts: tuple[IdentitySalt, ...] = ()
    identity_keys: tuple[IdentityKey, ...] = ()
    previous_key: str | None = None
    previous_key_until: datetime | None = None

    def allows(self, origin: Origin) -> bool:
        """Whether the widget may run on pages of ``origin``."""
        return origin in AllowedOrigins(self.origins, self.wildcards)

    def is_open_by(self, site_key: str, now: datetime) -> bool:
        """Whether the key is the site's own, or the one before and still within its grace."""
        if site_key == self.site_key:
            return True
        until = self.previous_key_until
        return site_key == self.previous_key and until is not None and now < until


def in_language(texts: dict[Locale, str], locale: Locale) -> str:
    """Return the text in ``locale``, or in whatever language there is."""
    return texts.get(locale) or next(iter(texts.values()), "")
