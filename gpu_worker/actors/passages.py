"""Passages on their way into the index."""

from gpu_worker.retrieval.indexer import Indexer
from shared.contracts.queues import PassageBatch, PassagesIndexed
from shared.kernel.errors import OtvetError
from shared.observability.logs import correlated, get_logger
from shared.queues.producers import Producer
from shared.storage.knowledge import KnowledgeVersion


class PassageService:
    """Embeds and indexes batches; the same batch twice changes nothing."""

    def __init__(self, indexer: Indexer, versions: KnowledgeVersion, producer: Producer) -> None:
        """Compose the service."""
        self._indexer = indexer
        self._versions = versions
        self._producer = producer

    def index(self, batch: PassageBatch) -> None:
        """Index a batch and, with the last one of a document, report that it is done."""
        with correlated(batch.request_id, document_id=str(batch.document_id)):
            error = None
            try:
                self._indexer.index(batch)
                self._versions.bump(batch.site_id)
            except OtvetError as refused:
                # A store that is away makes the document "failed" for a minute; then the
                # ingestion sends it again.
                error = str(refused)
                get_logger().warning("passages.not_indexed", error=error)
            if batch.is_last or error:
                self._producer.response(
                    PassagesIndexed(
                        request_id=batch.request_id,
                        site_id=batch.site_id,
                        document_id=batch.document_id,
                        document_version=batch.document_version,
                        error=error,
                    )
                )
