"""Errors of retrieval."""


class EmbeddingModelError(Exception):
    """The embedding model that the settings name cannot be loaded."""
