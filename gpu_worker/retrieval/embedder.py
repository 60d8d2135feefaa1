"""The seam to embedding models, and the choice of one."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import structlog
from numpy.typing import NDArray

from gpu_worker.retrieval.hashed import HashedEmbedder
from shared.config import Settings

Vectors = NDArray[np.float32]

LEXICAL = "lexical"
log = structlog.get_logger(__name__)


class Embedder(Protocol):
    """Turns texts into vectors of unit length. Thread-safe.

    ``name`` tells apart models whose vectors must not be mixed; it is kept in the index.
    """

    @property
    def name(self) -> str:
        """The model and whatever else changes its vectors."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    def reads(self, text: str) -> str:
        """Return what the model itself is given for a text: the text, or its gloss."""

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Embed what visitors ask; shape ``(len(texts), dimension)``."""

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Embed what passages say; shape ``(len(texts), dimension)``."""


def build_embedder(settings: Settings) -> Embedder:
    """Return the embedder that the settings name, else the shipped one.

    Raises:
        EmbeddingModelError: ``EMBEDDING_MODEL`` cannot be loaded.
    """
    if settings.embedding_model == LEXICAL:
        return HashedEmbedder()
    # Imported here because it brings torch: seconds and hundreds of megabytes that a lexical
    # installation does not pay.
    if settings.embedding_model is not None:
        from gpu_worker.retrieval.sentences import SentenceEmbedder  # noqa: PLC0415

        return SentenceEmbedder(
            settings.embedding_model,
            settings.embedding_query_prompt,
            settings.embedding_document_prompt,
        )
    return shipped_embedder()


def shipped_embedder() -> Embedder:
    """Return the embedder that needs no settings and no download.

    Where its package is not installed, words and their parts are hashed: that needs no torch and
    knows no meanings.
    """
    try:
        from gpu_worker.retrieval.glossed import GlossedEmbedder  # noqa: PLC0415
    except ImportError as error:
        log.warning("embedding.lexical_only", missing=error.name)
        return HashedEmbedder()
    return GlossedEmbedder()
