"""Documents into passages, and passages on their way to the index."""

import hashlib
from uuid import UUID

from shared.contracts.queues import Passage, PassageBatch
from shared.domain.passages import split_markdown
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import Producer
from shared.storage.documents import (
    StoredDocument,
    claim_document,
    due_documents,
    replace_passages,
    settle_document,
)
from workers.consumers.step import RetryLater
from workers.services.database import Database

_BATCH = 32


class IngestionService:
    """Splits documents that changed and sends their passages to be embedded.

    Passage ids follow from their document, place and words: the same document gives the same
    ids, so doing it again changes nothing.
    """

    def __init__(self, database: Database, producer: Producer) -> None:
        """Compose the service."""
        self._database = database
        self._producer = producer

    def due(self) -> list[UUID]:
        """Return the documents that wait."""
        with self._database.connection() as connection:
            return due_documents(connection)

    def ingest(self, document_id: UUID) -> None:
        """Split one document and send its passages; safe to run again at any point."""
        with self._database.connection() as connection:
            document = claim_document(connection, document_id)
            if document is None:
                return
            title, passages = split(document)
            if not passages:
                error = "the document has no text to index"
                settle_document(connection, document.id, document.version, error)
                return
            replace_passages(connection, document, title, passages)
        self._send(document, passages)
        get_logger().info(
            "document.split",
            document_id=str(document.id),
            version=document.version,
            passages=len(passages),
        )

    def _send(self, document: StoredDocument, passages: list[Passage]) -> None:
        request_id = str(uuid7())
        for start in range(0, len(passages), _BATCH):
            batch = PassageBatch(
                request_id=request_id,
                site_id=document.site_id,
                document_id=document.id,
                document_name=document.name,
                document_version=document.version,
                passages=tuple(passages[start : start + _BATCH]),
                is_last=start + _BATCH >= len(passages),
            )
            try:
                self._producer.passages(batch)
            except BrokerUnavailable as error:
                raise RetryLater(str(error)) from error


def split(document: StoredDocument) -> tuple[str, list[Passage]]:
    """Return the document's title and its passages."""
    title, sections = split_markdown(document.text)
    passages = [
        Passage(
            id=_passage_id(document.id, document.version, ordinal, section.text),
            agent=document.agent,
            ordinal=ordinal,
            title=" › ".join(part for part in (title, section.title) if part) or document.name,
            text=section.text,
            phrasings=tuple(section.phrasings),
        )
        for ordinal, section in enumerate(sections, 1)
    ]
    return title or document.name, passages


def _passage_id(document_id: UUID, version: int, ordinal: int, text: str) -> UUID:
    digest = hashlib.sha256(f"{document_id}:{version}:{ordinal}:{text}".encode()).digest()
    # UUIDv8: the layout for ids that are made from something else (RFC 9562, section 5.8).
    value = int.from_bytes(digest[:16]) & ~(0xF << 76) & ~(0b11 << 62)
    return UUID(int=value | 0x8 << 76 | 0b10 << 62)
