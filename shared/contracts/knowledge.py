"""Bodies of the HTTP API about documents' texts, versions and questions and answers."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from shared.contracts.wire import Contract
from shared.domain.versions import DocumentKind, Made

MOST_PAIRS = 2_000
_DocumentText = Annotated[str, Field(min_length=1, max_length=1_000_000)]
_Base = Annotated[int, Field(ge=1, le=2**31 - 1)]
"""The version that was looked at: another one in its place is a conflict."""

Question = Annotated[str, Field(min_length=1, max_length=300, pattern=r"[^\s#]")]


class AnswerPair(Contract):
    """A question, how else it is asked, and its answer in Markdown without headings."""

    question: Question
    phrasings: Annotated[tuple[Question, ...], Field(max_length=30)] = ()
    answer: Annotated[str, Field(min_length=1, max_length=20_000, pattern=r"\S")]
    agent: Annotated[str, Field(max_length=200)] = ""
    url: Annotated[str, Field(max_length=2_000, pattern=r"^(https?://[^\s<>]+)?$")] = ""


class DocumentText(Contract):
    """What a document says in one version.

    ``answers`` are its pairs where it is a list of questions and answers, whatever its ``kind``.
    """

    version: int
    title: str
    text: str
    kind: DocumentKind
    answers: tuple[AnswerPair, ...] | None = None


class DocumentTextPut(Contract):
    """``PUT /knowledge/documents/{id}/text``."""

    text: _DocumentText
    base: _Base


class DocumentAnswersPut(Contract):
    """``PUT /knowledge/documents/{id}/answers``: all pairs, in their order."""

    title: Annotated[str, Field(max_length=200)] = ""
    pairs: Annotated[tuple[AnswerPair, ...], Field(min_length=1, max_length=MOST_PAIRS)]
    base: _Base


class DocumentRollBack(Contract):
    """``POST /knowledge/documents/{id}/roll-back``: the version whose text is to hold again."""

    version: _Base
    base: _Base


class DocumentShare(Contract):
    """``PUT /knowledge/documents/{id}/shared``."""

    shared: bool


class DocumentVersion(Contract):
    """A version of a document: how it came about, by whom, and when.

    ``is_read`` is false of a file that was not read yet, or could not be: then it has no text.
    """

    version: int
    title: str
    kind: DocumentKind
    how: Made
    author: str
    at: datetime
    size: int
    is_read: bool
    is_current: bool


class DocumentVersionList(Contract):
    """Versions of a document, the newest first; ``most`` earlier ones are kept."""

    items: tuple[DocumentVersion, ...]
    most: int


class DiffPart(Contract):
    """A piece of a line, and whether it differs from the other side."""

    text: str
    changed: bool = False


class DiffLine(Contract):
    """A line of a comparison; ``skipped`` stands for ``count`` equal lines."""

    kind: Literal["same", "removed", "added", "skipped"]
    parts: tuple[DiffPart, ...] = ()
    count: int = 0


class DocumentDiff(Contract):
    """Two versions side by side, line by line; ``is_cut``: there is more than is shown."""

    before: int
    after: int
    lines: tuple[DiffLine, ...]
    added: int
    removed: int
    is_cut: bool = False


class DeletedDocument(Contract):
    """A deleted document that can come back ``until`` then."""

    id: UUID
    agent: str
    name: str
    title: str
    url: str | None = None
    size: int
    deleted_at: datetime
    deleted_by: str
    until: datetime


class DeletedDocumentList(Contract):
    """Deleted documents of one site, the newest first; at most a few hundred."""

    items: tuple[DeletedDocument, ...]


class KnowledgeUpdated(Contract):
    """``knowledge.updated``: documents or web sources of a site have changed."""

    site_id: UUID
