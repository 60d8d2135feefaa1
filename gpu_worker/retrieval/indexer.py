"""What puts passages into Chroma."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

import numpy as np
import structlog
from numpy.typing import NDArray

from gpu_worker.retrieval.embedder import Embedder
from shared.contracts.queues import Passage, PassageBatch
from shared.storage.vectors import StoredPassage

log = structlog.get_logger(__name__)


class PassageSink(Protocol):
    """What is needed of ``PassageStore`` to index."""

    def upsert(
        self,
        site_id: UUID,
        model: str,
        passages: Sequence[StoredPassage],
        vectors: Sequence[NDArray[np.float32]],
    ) -> None:
        """Store passages with their vectors."""

    def has_newer(self, site_id: UUID, model: str, document_id: UUID, version: int) -> bool:
        """Whether a newer version of the document is in the index."""

    def delete_older_versions(self, site_id: UUID, document_id: UUID, version: int) -> None:
        """Remove what older versions left."""


class Indexer:
    """Embeds batches and stores them. A batch indexed twice is stored once."""

    def __init__(self, sink: PassageSink, embedder: Embedder) -> None:
        self._sink = sink
        self._embedder = embedder

    def index(self, batch: PassageBatch) -> None:
        """Index a batch; with the last one older versions of the document disappear.

        An empty last batch so removes the document.

        A batch of a version that a newer one has overtaken is dropped, so that a message
        delivered late cannot bring old text back.

        Raises:
            VectorStoreDown: Chroma is down; the same batch may be indexed later.
            EmbeddingModelMismatch: the site's vectors are of another model.
        """
        site, document, version = batch.site_id, batch.document_id, batch.document_version
        if self._sink.has_newer(site, self._embedder.name, document, version):
            log.info("passages.overtaken", document_id=str(document), document_version=version)
            return
        if batch.passages:
            self._sink.upsert(
                site,
                self._embedder.name,
                [_stored(batch, passage) for passage in batch.passages],
                self._vectors(batch.passages),
            )
        if batch.is_last:
            self._sink.delete_older_versions(site, document, version)
        log.info(
            "passages.indexed",
            document_id=str(document),
            document_version=version,
            passages=len(batch.passages),
        )

    def _vectors(self, passages: Sequence[Passage]) -> list[NDArray[np.float32]]:
        return embed_passages(self._embedder, passages)


def embed_passages(
    embedder: Embedder, passages: Sequence[Passage | StoredPassage]
) -> list[NDArray[np.float32]]:
    """Return two vectors a passage: what it says, and how it is asked for, where that is known."""
    said = [f"{passage.title}\n{passage.text}".strip() for passage in passages]
    asked = ["\n".join((passage.title, *passage.phrasings)).strip() for passage in passages]
    vectors = embedder.documents([*said, *filter(None, asked)])
    others = iter(vectors[len(said) :])
    return [
        np.stack([vector, next(others)] if words else [vector])
        for vector, words in zip(vectors, asked, strict=False)
    ]


def _stored(batch: PassageBatch, passage: Passage) -> StoredPassage:
    return StoredPassage(
        id=passage.id,
        document_id=batch.document_id,
        document_version=batch.document_version,
        agent=passage.agent,
        ordinal=passage.ordinal,
        title=passage.title,
        text=passage.text,
        phrasings=passage.phrasings,
        url=passage.url or batch.url,
        is_shared=batch.is_shared,
    )
