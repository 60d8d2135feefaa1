"""A site: an installed widget, and the agents that serve it."""

from dataclasses import dataclass, field
from uuid import UUID

from shared.domain.origins import Origin
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
class Site:
    """An installed widget: where it may run, how it greets, who answers."""

    id: UUID
    site_key: str
    name: str
    locale: Locale
    origins: frozenset[Origin]
    greeting: dict[Locale, str]
    messages_per_minute: int | None
    agents: tuple[Agent, ...]

    def allows(self, origin: Origin) -> bool:
        """Whether the widget may run on pages of ``origin``."""
        return origin in self.origins


def in_language(texts: dict[Locale, str], locale: Locale) -> str:
    """Return the text in ``locale``, or in whatever language there is."""
    return texts.get(locale) or next(iter(texts.values()), "")
