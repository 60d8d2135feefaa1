"""The embedder that visitors are served with, and quiet logs."""

import logging
import sys

import structlog

from gpu_worker.retrieval.embedder import Embedder, build_embedder
from gpu_worker.retrieval.hashed import HashedEmbedder
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
        return HashedEmbedder()


def keep_logs_quiet() -> None:
    """Let nothing but warnings through, to standard error: the figures are on standard output."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
