"""The embedder that visitors are served with, and quiet logs."""

import logging
import sys
from collections.abc import Sequence

import numpy as np
import structlog

from gpu_worker.retrieval.embedder import Embedder, Vectors, build_embedder, shipped_embedder
from shared.config import SettingsError, load_settings


def configured_embedder() -> Embedder:
    """Return the embedder that the settings name; the shipped one where they cannot be read.

    Raises:
        EmbeddingModelError: ``EMBEDDING_MODEL`` cannot be loaded.
    """
    try:
        return build_embedder(load_settings())
    except SettingsError as error:
        sys.stderr.write(f"evaluation: {error}; measured with the shipped embedding\n")
        return shipped_embedder()


class _Cached:
    """An embedder that remembers: fitting asks for the same questions again and again."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self.name, self.dimension = embedder.name, embedder.dimension
        self._known: dict[str, Vectors] = {}

    def reads(self, text: str) -> str:
        """Return what the model is given for a text."""
        return self._embedder.reads(text)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Embed what visitors ask; shape ``(len(texts), dimension)``."""
        for text in dict.fromkeys(texts):
            if text not in self._known:
                self._known[text] = self._embedder.queries([text])[0]
        return np.stack([self._known[text] for text in texts])

    def documents(self, texts: Sequence[str]) -> Vectors:
        """Embed what passages say; shape ``(len(texts), dimension)``."""
        return self._embedder.documents(texts)


def cached(embedder: Embedder) -> Embedder:
    """Return the embedder with a memory for questions."""
    return _Cached(embedder)


def keep_logs_quiet() -> None:
    """Let nothing but warnings through, to standard error: the figures are on standard output."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
