"""Errors of retrieval."""


class EmbeddingModelError(Exception):
    """The embedding model that the settings name cannot be loaded."""


class RerankerModelError(Exception):
    """The reranker that the settings name cannot be loaded."""
