"""Documents and web sources as people see them: what went wrong in their language."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from shared.contracts.http import (
    DocumentInfo,
    KnowledgeProblem,
    PassageInfo,
    PassagePage,
    WebSourceInfo,
)
from shared.contracts.knowledge import DeletedDocument
from shared.domain.documents import trouble_of, trouble_sentence
from shared.domain.words import Locale
from shared.storage.deleted_documents import DeletedRow
from shared.storage.documents import DocumentRow
from shared.storage.passages import PassageRow
from shared.storage.web_sources import WebSourceRow


def document_info(row: DocumentRow, locale: Locale) -> DocumentInfo:
    """Return a document as it is listed."""
    return DocumentInfo(
        id=row.id,
        agent=row.agent,
        name=row.name,
        title=row.title,
        version=row.version,
        state=row.state,
        passages=row.passages,
        error=row.error,
        url=row.url,
        language=row.language,
        size=row.size,
        updated_at=row.updated_at,
        errors=_problems(row.error, row.notes, locale),
        kind=row.kind,
        how=row.how,
        author=row.author,
        changed_at=row.changed_at,
        shared=row.is_shared,
    )


def deleted_info(row: DeletedRow, kept: timedelta) -> DeletedDocument:
    """Return a deleted document as it is listed; it is ``kept`` so long."""
    return DeletedDocument(
        id=row.id,
        agent=row.agent,
        name=row.name,
        title=row.title,
        url=row.url,
        size=row.size,
        deleted_at=row.deleted_at,
        deleted_by=row.deleted_by,
        until=row.deleted_at + kept,
    )


def web_source_info(row: WebSourceRow, locale: Locale) -> WebSourceInfo:
    """Return a web source as it is listed."""
    return WebSourceInfo(
        id=row.id,
        agent=row.agent,
        url=row.url,
        limit=row.page_limit,
        state=row.state,
        pages=row.pages,
        errors=_problems(row.error, row.notes, locale),
        removed=tuple(row.removed),
        updated_at=row.updated_at,
    )


def passage_page(rows: Sequence[PassageRow], limit: int) -> PassagePage:
    """Return at most ``limit`` passages; one more in ``rows`` tells that there are others."""
    items = tuple(
        PassageInfo(
            id=row.id,
            version=row.version,
            ordinal=row.ordinal,
            title=row.title,
            text=row.text,
            phrasings=tuple(row.phrasings),
        )
        for row in rows[:limit]
    )
    return PassagePage(items=items, next=items[-1].ordinal if len(rows) > limit else None)


def _problems(
    error: str | None, notes: Iterable[tuple[str, str]], locale: Locale
) -> tuple[KnowledgeProblem, ...]:
    found = [] if error is None else [(error, error.partition(": ")[2])]
    problems = ((trouble_of(code), detail) for code, detail in (*found, *notes))
    return tuple(
        KnowledgeProblem(code=trouble, message=trouble_sentence(trouble, locale), detail=detail)
        for trouble, detail in problems
    )
