"""Passages of a site, each text once: what stands in two documents is one answer, not two.

Within a document ingestion sees to it. Across documents it is done where the passages are read
for searching, and not in the index: when one of the documents goes, the text of the other stays.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from gpu_worker.retrieval.knowledge import PassageSource
from shared.domain.passages import bounded_phrasings, said_alike
from shared.storage.vectors import Near, StoredPassage

_SHORT = 40


class DistinctPassages:
    """A ``PassageSource`` that gives each text of an agent once. Thread-safe."""

    def __init__(self, source: PassageSource) -> None:
        """Read from ``source``."""
        self._source = source
        self._kept: dict[UUID, dict[UUID, UUID]] = {}

    def passages(self, site_id: UUID) -> list[StoredPassage]:
        """Return the site's passages, those that say the same to the same agent as one.

        It is the first that visitors can be sent to, and has the titles and phrasings of all.

        Raises:
            VectorStoreDown: the source is away.
        """
        alike: dict[tuple[str, ...], list[StoredPassage]] = {}
        for passage in self._source.passages(site_id):
            alike.setdefault(_key(passage), []).append(passage)
        kept: dict[UUID, UUID] = {}
        found: list[StoredPassage] = []
        for group in alike.values():
            one = next((passage for passage in group if passage.url), group[0])
            found.append(_joined(one, group))
            kept |= {other.id: one.id for other in group if other is not one}
        self._kept[site_id] = kept
        return found

    def model(self, site_id: UUID) -> str | None:
        """Return the name of the model whose vectors the site has; None without any.

        Raises:
            VectorStoreDown: the source is away.
        """
        return self._source.model(site_id)

    def query(
        self,
        site_id: UUID,
        model: str,
        vectors: NDArray[np.float32],
        limit: int,
        agents: Sequence[str] = (),
        *,
        shared: bool = False,
    ) -> list[list[Near]]:
        """Return the passages nearest to each of the vectors, best first, each text once.

        Raises:
            EmbeddingModelMismatch: the site's vectors are of another model.
            VectorStoreDown: the source is away.
        """
        kept = self._kept.get(site_id, {})
        found = self._source.query(site_id, model, vectors, limit, agents, shared=shared)
        return [_once(near, kept) for near in found]


def _once(found: Sequence[Near], kept: Mapping[UUID, UUID]) -> list[Near]:
    best: dict[UUID, Near] = {}
    for near in found:
        one = kept.get(near.passage_id, near.passage_id)
        best.setdefault(one, replace(near, passage_id=one))
    return list(best.values())


def _key(passage: StoredPassage) -> tuple[str, ...]:
    text = said_alike(passage.text)
    # «Да.» answers many questions, and each of them by itself.
    scope = f"{passage.agent}\n" if passage.is_shared else passage.agent
    return (scope, text, said_alike(passage.title) if len(text) < _SHORT else "")


def _joined(one: StoredPassage, group: Sequence[StoredPassage]) -> StoredPassage:
    if len(group) == 1:
        return one
    asked: dict[str, str] = {}
    for passage in (one, *group):
        for phrase in (passage.title, *passage.phrasings):
            asked.setdefault(said_alike(phrase), phrase)
    asked.pop(said_alike(one.title), None)
    asked.pop("", None)
    return replace(one, phrasings=bounded_phrasings(asked.values()))
