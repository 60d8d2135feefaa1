"""Passages and vectors of this process alone, searched exactly: for calibration and tests."""

from collections.abc import Sequence
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from shared.storage.vectors import Near, StoredPassage


class MemoryPassages:
    """Does what ``PassageStore`` does, without a server."""

    def __init__(self) -> None:
        self._rows: dict[UUID, dict[UUID, tuple[StoredPassage, NDArray[np.float32]]]] = {}

    def upsert(
        self,
        site_id: UUID,
        model: str,  # noqa: ARG002 (one process has one model)
        passages: Sequence[StoredPassage],
        vectors: Sequence[NDArray[np.float32]],
    ) -> None:
        """Store passages, each with its vectors."""
        rows = self._rows.setdefault(site_id, {})
        rows.update({p.id: (p, rows_of) for p, rows_of in zip(passages, vectors, strict=True)})

    def query(
        self,
        site_id: UUID,
        model: str,  # noqa: ARG002
        vectors: NDArray[np.float32],
        limit: int,
        agents: Sequence[str] = (),
        *,
        shared: bool = False,
    ) -> list[list[Near]]:
        """Return the passages nearest to each of ``vectors``, best first."""
        rows = [
            row
            for row in self._rows.get(site_id, {}).values()
            if _is_of(row[0], agents, shared=shared)
        ]
        return [
            sorted(
                (Near(passage.id, float((its @ vector).max())) for passage, its in rows),
                key=lambda item: -item.similarity,
            )[:limit]
            for vector in vectors
        ]

    def model(self, site_id: UUID) -> str | None:  # noqa: ARG002 (as the store has it)
        """Say nothing: one process has one model."""
        return None

    def passages(self, site_id: UUID) -> list[StoredPassage]:
        """Return every passage, by document and place in it."""
        rows = (passage for passage, _ in self._rows.get(site_id, {}).values())
        return sorted(rows, key=lambda row: (str(row.document_id), row.ordinal))

    def has_newer(
        self,
        site_id: UUID,
        model: str,  # noqa: ARG002
        document_id: UUID,
        version: int,
    ) -> bool:
        """Whether a newer version of the document is here."""
        return any(
            passage.document_id == document_id and passage.document_version > version
            for passage in self.passages(site_id)
        )

    def delete_older_versions(self, site_id: UUID, document_id: UUID, version: int) -> None:
        """Remove what versions of the document before ``version`` left."""
        self._rows[site_id] = {
            key: row
            for key, row in self._rows.get(site_id, {}).items()
            if row[0].document_id != document_id or row[0].document_version >= version
        }


def _is_of(passage: StoredPassage, agents: Sequence[str], *, shared: bool) -> bool:
    return not agents or passage.agent in agents or (shared and passage.is_shared)
