"""Where versions of documents come from, and what kinds of documents there are."""

from enum import StrEnum

KEPT_VERSIONS = 20
"""Earlier versions of a document that are kept; a setting says otherwise."""


class DocumentKind(StrEnum):
    """What a document is edited as; for the index it is Markdown either way."""

    TEXT = "text"
    ANSWERS = "answers"


class Made(StrEnum):
    """How a version of a document came about."""

    UPLOAD = "upload"
    EDIT = "edit"
    WEB = "web"
    ROLL_BACK = "roll_back"
    RESTORE = "restore"
    COPY = "copy"
    DEMO = "demo"


class KnowledgeScope(StrEnum):
    """Whose documents an agent answers from, each set holding the ones before it."""

    OWN = "own"
    SHARED = "shared"
    ALL = "all"
