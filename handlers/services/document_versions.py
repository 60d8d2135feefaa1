"""What documents say and said: read, compared, edited in place, taken back."""

import asyncio
from dataclasses import replace
from uuid import UUID

from handlers.services.caller import OperatorCaller
from handlers.services.comparison import compare
from handlers.services.documents import DocumentService
from shared.contracts.knowledge import (
    AnswerPair,
    DocumentAnswersPut,
    DocumentDiff,
    DocumentRollBack,
    DocumentText,
    DocumentTextPut,
    DocumentVersion,
    DocumentVersionList,
)
from shared.domain.answers import Pair, read_answers, write_answers
from shared.domain.versions import DocumentKind, Made
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound, TooLarge
from shared.storage.document_versions import VersionText, list_versions, version_text
from shared.storage.documents import DocumentRow
from shared.storage.pool import AsyncDatabase, using
from shared.storage.put_documents import NewDocument

_TEXT_LIMIT = 1_000_000


class DocumentVersionService:
    """Works on one document at a time, for operators of its site."""

    def __init__(self, database: AsyncDatabase, documents: DocumentService, keep: int) -> None:
        """Compose the service; ``keep`` earlier versions of a document stay."""
        self._database = database
        self._documents = documents
        self._keep = keep

    async def versions(self, operator: OperatorCaller, document_id: UUID) -> DocumentVersionList:
        """Return the versions of a document, the newest first.

        Raises:
            NotFound: there is no such document, or it is none of this operator's business.
        """
        await self._documents.document(operator, document_id)
        async with using(self._database) as connection:
            rows = await list_versions(connection, document_id)
        items = tuple(
            DocumentVersion(
                version=row.version,
                title=row.title,
                kind=row.kind,
                how=row.how,
                author=row.author,
                at=row.changed_at,
                size=row.size,
                is_read=row.is_read,
                is_current=row.is_current,
            )
            for row in rows
        )
        return DocumentVersionList(items=items, most=self._keep)

    async def text(
        self, operator: OperatorCaller, document_id: UUID, version: int | None
    ) -> DocumentText:
        """Return what a document says, or said in an earlier version.

        Raises:
            NotFound: there is no such document or version.
            Conflict: it is a file that was not read yet.
        """
        _, found = await self._read(operator, document_id, version)
        return _shown(found)

    async def diff(
        self, operator: OperatorCaller, document_id: UUID, before: int, after: int
    ) -> DocumentDiff:
        """Compare two versions.

        Raises:
            NotFound: there is no such document or version.
            Conflict: one of them is a file that was not read yet.
        """
        _, old = await self._read(operator, document_id, before)
        _, new = await self._read(operator, document_id, after)
        # Seconds, at the worst: other callers do not wait for it.
        return await asyncio.to_thread(compare, (before, old.text), (after, new.text))

    async def edit(
        self, operator: OperatorCaller, document_id: UUID, body: DocumentTextPut
    ) -> DocumentRow:
        """Put another text in a document's place.

        Raises:
            NotFound: there is no such document, or it is none of this operator's business.
            Conflict: somebody has changed it since ``body.base``.
        """
        row = await self._documents.document(operator, document_id)
        return await self._put(operator, row, body.text, row.kind, Made.EDIT, body.base)

    async def edit_answers(
        self, operator: OperatorCaller, document_id: UUID, body: DocumentAnswersPut
    ) -> DocumentRow:
        """Put a list of questions and answers in a document's place.

        Raises:
            NotFound: there is no such document, or it is none of this operator's business.
            Conflict: somebody has changed it since ``body.base``.
            TooLarge: it is longer than a text may be.
        """
        row = await self._documents.document(operator, document_id)
        pairs = (
            Pair(pair.question, pair.answer, pair.phrasings, pair.agent, pair.url)
            for pair in body.pairs
        )
        text = write_answers(body.title, pairs)
        if len(text) > _TEXT_LIMIT:
            raise TooLarge(ErrorCode.PAYLOAD_TOO_LARGE)
        return await self._put(operator, row, text, DocumentKind.ANSWERS, Made.EDIT, body.base)

    async def roll_back(
        self, operator: OperatorCaller, document_id: UUID, body: DocumentRollBack
    ) -> DocumentRow:
        """Make a new version with the text of an earlier one.

        Raises:
            NotFound: there is no such document or version.
            Conflict: somebody has changed it since ``body.base``.
        """
        row, found = await self._read(operator, document_id, body.version)
        return await self._put(operator, row, found.text, found.kind, Made.ROLL_BACK, body.base)

    async def _put(
        self,
        operator: OperatorCaller,
        row: DocumentRow,
        text: str,
        kind: DocumentKind,
        how: Made,
        base: int,
    ) -> DocumentRow:
        if "\x00" in text:
            raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="text: NUL")
        new = authored(
            operator,
            NewDocument(row.agent, row.name, text, url=row.url, kind=kind, how=how, base=base),
        )
        return await self._documents.put(operator, row.site_id, new)

    async def _read(
        self, operator: OperatorCaller, document_id: UUID, version: int | None
    ) -> tuple[DocumentRow, VersionText]:
        row = await self._documents.document(operator, document_id)
        async with using(self._database) as connection:
            found = await version_text(connection, document_id, version)
        if found is not None:
            return row, found
        if version is None or version == row.version:
            raise Conflict(ErrorCode.DOCUMENT_NOT_READ)
        raise NotFound(ErrorCode.NOT_FOUND)


def authored(operator: OperatorCaller, new: NewDocument) -> NewDocument:
    """Return a document as one that the operator brings."""
    return replace(new, author_id=operator.operator_id, author=operator.name)


def _shown(found: VersionText) -> DocumentText:
    answers = read_answers(found.text)
    return DocumentText(
        version=found.version,
        title=found.title,
        text=found.text,
        kind=found.kind,
        answers=_pairs(answers[1]) if answers else None,
    )


def _pairs(pairs: list[Pair]) -> tuple[AnswerPair, ...]:
    """Return pairs as a form has them; they were kept, so they are not judged again."""
    return tuple(
        AnswerPair.model_construct(
            question=pair.question,
            phrasings=pair.phrasings,
            answer=pair.answer,
            agent=pair.agent,
            url=pair.url,
        )
        for pair in pairs
    )
