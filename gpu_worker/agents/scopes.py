"""Whose documents an agent answers from.

All agents are searched for at once, and a passage speaks for the agent that it is of. Where that
one does not answer (it is switched off, say), it speaks for the first agent whose scope has it.
What an agent is given to write from is of its own scope alone.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from gpu_worker.retrieval.knowledge import Hit
from shared.domain.versions import KnowledgeScope
from shared.storage.vectors import StoredPassage


@dataclass(frozen=True, slots=True)
class Scopes:
    """The scope of each agent that may answer, in the order of the widget."""

    of: Mapping[str, KnowledgeScope]

    @classmethod
    def own(cls, agents: Iterable[str]) -> Self:
        """Return the scopes of agents that have their own documents alone."""
        return cls(dict.fromkeys(agents, KnowledgeScope.OWN))

    @property
    def searched(self) -> tuple[str, ...]:
        """The agents whose passages are searched; none are named where all passages are."""
        return () if KnowledgeScope.ALL in self.of.values() else tuple(self.of)

    @property
    def has_shared(self) -> bool:
        """Whether shared documents are searched whosever they are."""
        return KnowledgeScope.SHARED in self.of.values()

    def see(self, agents: Collection[str], passage: StoredPassage) -> bool:
        """Whether any of ``agents`` may answer from a passage."""
        return any(self._sees(slug, passage) for slug in agents)

    def spoken(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return the passages found, each with the agent that it speaks for."""
        return tuple(
            hit if hit.passage.agent in self.of else replace(hit, speaker=self._speaker(hit))
            for hit in hits
        )

    def _speaker(self, hit: Hit) -> str:
        return next((slug for slug in self.of if self._sees(slug, hit.passage)), "")

    def _sees(self, slug: str, passage: StoredPassage) -> bool:
        scope = self.of.get(slug)
        if scope is KnowledgeScope.ALL or passage.agent == slug:
            return True
        return scope is KnowledgeScope.SHARED and passage.is_shared
