"""Documents into passages, and passages on their way to the index."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from shared.contracts.queues import Passage, PassageBatch
from shared.domain.answers import read_answers
from shared.domain.documents import DocumentTrouble
from shared.domain.passages import Section, opening, passage_title
from shared.domain.versions import DocumentKind
from shared.kernel.ids import derived_id, uuid7
from shared.observability.logs import get_logger
from shared.queues.delivery import BrokerUnavailable
from shared.queues.producers import Producer
from shared.storage.documents import (
    StoredDocument,
    claim_document,
    drop_original,
    due_documents,
    release_document,
    replace_passages,
    settle_document,
    store_notes,
    store_parsed,
)
from shared.storage.removals import Removal, take_removals
from shared.storage.sites import agent_slugs
from workers.consumers.step import RetryLater
from workers.documents.document import Document, Kind, Note
from workers.documents.errors import DocumentError
from workers.documents.passages import sections_of
from workers.documents.process import DocumentReader
from workers.services.database import Database
from workers.services.knowledge_news import Tell, tell_nobody

_BATCH = 32


class IngestionService:
    """Parses and splits documents that changed and sends their passages to be embedded.

    Passage ids follow from their document, place and words: the same document gives the same
    ids, so doing it again changes nothing.
    """

    def __init__(
        self,
        database: Database,
        producer: Producer,
        reader: DocumentReader | None = None,
        tell: Tell = tell_nobody,
    ) -> None:
        """Compose the service; ``tell`` hears of sites whose documents changed their state."""
        self._tell = tell
        self._database = database
        self._producer = producer
        self._reader = reader or DocumentReader()

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
        self._tell(document.site_id)
        try:
            document, notes = self._parsed(document)
            self._split(document, notes)
        except RetryLater:
            with self._database.connection() as connection:
                release_document(connection, document)
            raise
        except DocumentError as error:
            self._refuse(document, error)
        except Exception as error:  # noqa: BLE001 (left as it is, it would be met every minute)
            get_logger().exception("document.broke", document_id=str(document.id))
            self._refuse(
                document, DocumentError(DocumentTrouble.READING_FAILED, type(error).__name__)
            )

    def _refuse(self, document: StoredDocument, error: DocumentError) -> None:
        # In one step: without its file it would be indexed again with the text it had before.
        with self._database.connection() as connection, connection.transaction():
            drop_original(connection, document)
            settle_document(connection, document.id, document.version, str(error))
        self._tell(document.site_id)
        get_logger().info(
            "document.refused", document_id=str(document.id), trouble=str(error.trouble)
        )

    def remove_due(self) -> None:
        """Tell the index which documents to forget; safe to run again at any point."""
        with self._database.connection() as connection:
            removals = take_removals(connection)
        for removal in removals:
            self._publish(_forget(removal))
            get_logger().info("document.removing", document_id=str(removal.id))

    def _parsed(self, document: StoredDocument) -> tuple[StoredDocument, Sequence[Note]]:
        """Return the document with its text; a file is read first, in a process of its own."""
        if document.original is None:
            return document, ()
        read = self._reader.read(document.original, document.name, document.charset)
        with self._database.connection() as connection:
            store_parsed(connection, document, read.text, read.language, _kind(read))
        return replace(document, text=read.text, original=None), read.notes

    def _split(self, document: StoredDocument, notes: Sequence[Note]) -> None:
        with self._database.connection() as connection:
            agents = agent_slugs(connection, document.site_id)
            title, passages, unknown = split(document, agents)
            if not passages:
                raise DocumentError(DocumentTrouble.EMPTY)
            if unknown:
                notes = [*notes, Note(DocumentTrouble.AGENT_UNKNOWN, ", ".join(unknown)[:200])]
            if notes:
                store_notes(connection, document, [(note.trouble, note.detail) for note in notes])
            is_wanted = replace_passages(connection, document, title, passages)
        if not is_wanted:
            get_logger().info("document.overtaken", document_id=str(document.id))
            return
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
                url=document.url,
                is_shared=document.is_shared,
                passages=tuple(passages[start : start + _BATCH]),
                is_last=start + _BATCH >= len(passages),
            )
            self._publish(batch)

    def _publish(self, batch: PassageBatch) -> None:
        try:
            self._producer.passages(batch)
        except BrokerUnavailable as error:
            raise RetryLater(str(error)) from error


def split(
    document: StoredDocument, agents: Mapping[str, str]
) -> tuple[str, list[Passage], list[str]]:
    """Return the document's title, its passages and the agents it names that there are none of.

    ``agents`` are slugs by everything that an agent is called.
    """
    title, sections = sections_of(document.text)
    named = {section.agent: agents.get(section.agent.casefold()) for section in sections}
    unknown = [name for name, slug in named.items() if name and slug is None]
    passages = [
        _passage(document, title, ordinal, section, named[section.agent] or document.agent)
        for ordinal, section in enumerate(sections, 1)
    ]
    return title or document.name, passages, unknown


def _passage(
    document: StoredDocument, title: str, ordinal: int, section: Section, agent: str
) -> Passage:
    return Passage(
        id=derived_id(document.id, document.version, ordinal, section.text),
        agent=agent,
        ordinal=ordinal,
        title=passage_title(title, section.title) or opening(section.text),
        text=section.text,
        phrasings=tuple(section.phrasings),
        url=section.url or None,
    )


def _kind(read: Document) -> DocumentKind:
    is_list = read.kind in (Kind.CSV, Kind.XLSX) and read_answers(read.text) is not None
    return DocumentKind.ANSWERS if is_list else DocumentKind.TEXT


def _forget(removal: Removal) -> PassageBatch:
    return PassageBatch(
        request_id=str(uuid7()),
        site_id=removal.site_id,
        document_id=removal.id,
        document_name=removal.name,
        document_version=removal.version,
        passages=(),
        is_last=True,
    )
