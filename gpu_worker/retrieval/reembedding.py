"""Vectors of the embedding model in use for sites that have another's.

Until they are there, such a site is searched by its words alone, and what its owner changes waits:
ingestion sends again what the index refused.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Protocol
from uuid import UUID

import numpy as np
import structlog
from numpy.typing import NDArray

from gpu_worker.retrieval.embedder import Embedder
from gpu_worker.retrieval.indexer import embed_passages
from shared.kernel.errors import OtvetError
from shared.storage.vectors import StoredPassage

log = structlog.get_logger(__name__)


class VectorSink(Protocol):
    """What is needed of ``PassageStore`` to replace vectors."""

    def replace_vectors(
        self,
        site_id: UUID,
        model: str,
        embed: Callable[[Sequence[StoredPassage]], Sequence[NDArray[np.float32]]],
    ) -> int:
        """Give the site's passages vectors of another model; return how many there are."""


class Reembedding:
    """Replaces the vectors of one site after another in a thread of its own. Thread-safe."""

    def __init__(self, sink: VectorSink, embedder: Embedder) -> None:
        self._sink, self._embedder = sink, embedder
        self._turn = threading.Lock()
        self._lock = threading.Lock()
        self._under_way: set[UUID] = set()

    def start(self, site_id: UUID) -> None:
        """Begin with a site, unless that is under way."""
        with self._lock:
            if site_id in self._under_way:
                return
            self._under_way.add(site_id)
        # A daemon: what is not finished when the process ends is gone on with by the next.
        threading.Thread(
            target=self._replace, args=(site_id,), name="reembedding", daemon=True
        ).start()

    def _replace(self, site_id: UUID) -> None:
        model = self._embedder.name
        try:
            with self._turn:
                count = self._sink.replace_vectors(
                    site_id, model, lambda some: embed_passages(self._embedder, some)
                )
        except OtvetError as error:
            log.warning("vectors.not_replaced", site_id=str(site_id), model=model, error=str(error))
        else:
            log.info("vectors.replaced", site_id=str(site_id), model=model, passages=count)
        finally:
            with self._lock:
                self._under_way.discard(site_id)
