"""Passages and their vectors in Chroma: one collection a site.

The name of the embedding model lies in the collection's metadata, and vectors of another model are
refused. Chroma's own embedding functions are never used: vectors are always ours, for its default
one downloads a model.

Vectors are replaced beside the ones in use, while others write these. No such write is lost: the
collection beside is marked before it is compared for the last time, and whoever writes looks for
the mark afterwards. Either the write came before the mark and is found by the comparison, or its
writer is refused and sends it again.

Its errors (``VectorStoreDown``, ``EmbeddingModelMismatch``) are those of ``shared.storage.chroma``.
"""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar, cast
from urllib.parse import urlsplit
from uuid import UUID

import numpy as np
from chromadb.api import ServerAPI
from chromadb.api.models.Collection import Collection
from chromadb.api.types import Where
from chromadb.errors import NotFoundError
from numpy.typing import NDArray

from shared.storage.chroma import (
    EmbeddingModelMismatch,
    VectorStoreDown,
    clear_errors,
    collection_name,
    connect,
    disconnect,
    drop,
)
from shared.storage.passage_records import StoredPassage, all_passages, in_order, put_passages

__all__ = ["EmbeddingModelMismatch", "Near", "PassageStore", "StoredPassage", "VectorStoreDown"]

_Answer = TypeVar("_Answer")
Embed = Callable[[Sequence[StoredPassage]], Sequence[NDArray[np.float32]]]
"""Vectors of passages: for each an array of shape ``(n, dimension)``."""

_EMBEDDED = 32
_CLOSING = 120.0
"""Seconds that a mark counts: one whose process has died must not refuse writers for ever."""
_MARK = "closing_at"


@dataclass(frozen=True, slots=True)
class Near:
    """A passage near a query; ``similarity`` is the cosine of its best vector, -1 to 1."""

    passage_id: UUID
    similarity: float


class PassageStore:
    """A thin client of a Chroma server. Thread-safe; connects on first use."""

    def __init__(self, url: str, timeout: timedelta = timedelta(seconds=2)) -> None:
        self._url = urlsplit(url)
        self._timeout = timeout.total_seconds()
        self._lock = threading.Lock()
        self._server: ServerAPI | None = None
        self._collections: dict[UUID, Collection] = {}

    def close(self) -> None:
        """Close the connections; the next call opens new ones."""
        with self._lock:
            if self._server is not None:
                disconnect(self._server)
                self._server = None
                self._collections.clear()

    def ping(self) -> None:
        """Return if Chroma answers.

        Raises:
            VectorStoreDown: it does not.
        """
        with clear_errors():
            self._connected().heartbeat()

    def upsert(
        self,
        site_id: UUID,
        model: str,
        passages: Sequence[StoredPassage],
        vectors: Sequence[NDArray[np.float32]],
    ) -> None:
        """Store passages, each with its vectors (shape ``(n, dimension)``, unit length).

        Raises:
            EmbeddingModelMismatch: the site's vectors are of another model.
            VectorStoreDown: Chroma did not take them, or is replacing them; some may be stored, a
                retry is safe.
        """
        with clear_errors():
            collection = self._create(site_id, model)
            put_passages(collection, passages, vectors)
            self._confirm(site_id, collection)

    def query(
        self,
        site_id: UUID,
        model: str,
        vectors: NDArray[np.float32],
        limit: int,
        agents: Sequence[str] = (),
        *,
        shared: bool = False,
    ) -> list[list[Near]]:
        """Return the passages nearest to each of ``vectors``, best first, in one request.

        ``vectors`` has shape ``(n, dimension)``; only passages of ``agents`` if any are named, and
        with ``shared`` those of shared documents.

        Raises:
            EmbeddingModelMismatch: the site's vectors are of another model.
            VectorStoreDown: Chroma did not answer in time.
        """
        where = _of_agents(agents, shared=shared) if agents else None
        found = self._read(
            site_id,
            model,
            lambda collection: collection.query(
                query_embeddings=vectors, n_results=limit, where=where, include=["distances"]
            ),
        )
        if found is None:
            return [[] for _ in vectors]
        return [
            _nearest(ids, distances)
            for ids, distances in zip(found["ids"], found["distances"] or [], strict=True)
        ]

    def passages(self, site_id: UUID) -> list[StoredPassage]:
        """Return every passage of the site, by document and place in it, whatever its vectors.

        Raises:
            VectorStoreDown: Chroma did not answer in time.
        """
        return in_order(self._read(site_id, None, all_passages) or [])

    def model(self, site_id: UUID) -> str | None:
        """Return the name of the model whose vectors the site has; None without any.

        Raises:
            VectorStoreDown: Chroma did not answer in time.
        """
        self._collections.pop(site_id, None)
        return self._read(site_id, None, _model)

    def replace_vectors(
        self,
        site_id: UUID,
        model: str,
        embed: Embed,
    ) -> int:
        """Give the site's passages vectors of another model; return how many passages there are.

        They are made beside the ones in use, which go when all are there. Two processes may do it
        at once. What is stored or removed meanwhile is so in the new ones too, or was refused and
        must be sent again.

        Raises:
            VectorStoreDown: Chroma did not answer in time; what was made so far is used next time.
        """
        if self.model(site_id) == model:
            return len(self.passages(site_id))
        with clear_errors():
            server, beside = self._connected(), f"{collection_name(site_id)}-next"
            new = _made(server, beside, model)
            if _model(new) != model:
                server.delete_collection(beside)
                return self.replace_vectors(site_id, model, embed)
            is_late = True
            while is_late:
                self._fill(site_id, new, embed)
                began = time.monotonic()
                new.modify(metadata={"embedding_model": model, _MARK: int(time.time())})
                self._fill(site_id, new, embed)
                is_late = time.monotonic() - began > _CLOSING / 2
            count = len(all_passages(new))
            if self.model(site_id) != model:
                self._swap(site_id, new)
            self._collections.pop(site_id, None)
            return count

    def _fill(self, site_id: UUID, new: Collection, embed: Embed) -> None:
        """Bring the collection beside to what is in the one in use."""
        while missing := self._difference(site_id, new):
            for start in range(0, len(missing), _EMBEDDED):
                some = missing[start : start + _EMBEDDED]
                put_passages(new, some, embed(some))

    def _confirm(self, site_id: UUID, written: Collection) -> None:
        """Return if what was just written is where it stays.

        The mark is looked for first: once it has gone with the swap, the name says so.

        Raises:
            VectorStoreDown: it went to a collection that another one is taking the place of.
        """
        beside = self._named(f"{collection_name(site_id)}-next")
        is_closing = beside is not None and time.time() - _marked_at(beside) < _CLOSING
        current = self._named(collection_name(site_id))
        if is_closing or current is None or current.id != written.id:
            self._collections.pop(site_id, None)
            raise VectorStoreDown(detail="the vectors were being replaced")

    def _swap(self, site_id: UUID, new: Collection) -> None:
        """Let ``new`` take the place of the site's collection; what breaks off, ``_open`` ends.

        The old one is renamed by its id: of its name may by now be another process's new one.
        """
        server, name = self._connected(), collection_name(site_id)
        old = self._open(site_id, None)
        drop(server, f"{name}-gone")
        if old is not None and old.id != new.id:
            try:
                old.modify(name=f"{name}-gone")
            except NotFoundError:
                return  # another process has done it all
            new.modify(name=name)
            drop(server, f"{name}-gone")

    def _difference(self, site_id: UUID, new: Collection) -> list[StoredPassage]:
        """Return what the collection beside lacks, having removed what it has too much."""
        wanted = {passage.id: passage for passage in self.passages(site_id)}
        found = {passage.id: passage for passage in all_passages(new)}
        if gone := sorted({str(found[one].document_id) for one in found.keys() - wanted.keys()}):
            new.delete(where=cast("Where", {"document_id": {"$in": gone}}))
            found = {passage.id: passage for passage in all_passages(new)}
        return in_order([wanted[one] for one in wanted.keys() - found.keys()])

    def has_newer(self, site_id: UUID, model: str, document_id: UUID, version: int) -> bool:
        """Whether the index holds a newer version of the document than ``version``."""
        newer = _of_document(document_id, {"document_version": {"$gt": version}})
        found = self._read(
            site_id,
            model,
            lambda collection: collection.get(where=newer, limit=1, include=[]),
        )
        return found is not None and bool(found["ids"])

    def delete_older_versions(self, site_id: UUID, document_id: UUID, version: int) -> None:
        """Remove what versions of the document before ``version`` left in the index."""
        self._delete(site_id, _of_document(document_id, {"document_version": {"$lt": version}}))

    def delete_document(self, site_id: UUID, document_id: UUID) -> None:
        """Remove every passage of the document."""
        self._delete(site_id, _of_document(document_id))

    def delete_site(self, site_id: UUID) -> None:
        """Remove the site's collection; nothing happens when there is none."""
        with clear_errors():
            self._collections.pop(site_id, None)
            for kept in ("-next", "-gone", ""):
                drop(self._connected(), f"{collection_name(site_id)}{kept}")

    def _delete(self, site_id: UUID, where: Where) -> None:
        def delete(collection: Collection) -> None:
            collection.delete(where=where)
            self._confirm(site_id, collection)

        self._read(site_id, None, delete)

    def _read(
        self, site_id: UUID, model: str | None, ask: Callable[[Collection], _Answer]
    ) -> _Answer | None:
        """Ask the site's collection, or return None if it has none yet.

        A collection that another process deleted and made anew is looked up once more.
        """
        with clear_errors():
            try:
                collection = self._open(site_id, model)
                return None if collection is None else ask(collection)
            except NotFoundError:
                self._collections.pop(site_id, None)
            collection = self._open(site_id, model)
            return None if collection is None else ask(collection)

    def _open(self, site_id: UUID, model: str | None) -> Collection | None:
        collection = self._collections.get(site_id)
        if collection is None:
            collection = self._named(collection_name(site_id)) or self._left_beside(
                collection_name(site_id)
            )
        return None if collection is None else self._checked(site_id, collection, model)

    def _named(self, name: str) -> Collection | None:
        server = self._connected()
        with suppress(NotFoundError):
            found = server.get_collection(name)
            return Collection(client=server, model=found, embedding_function=None)
        return None

    def _left_beside(self, name: str) -> Collection | None:
        """Return the new vectors of a replacement that broke off when the old ones had gone."""
        beside = self._named(f"{name}-next")
        if beside is not None:
            beside.modify(name=name)
            drop(self._connected(), f"{name}-gone")
        return beside

    def _create(self, site_id: UUID, model: str) -> Collection:
        collection = self._open(site_id, model) or _made(
            self._connected(), collection_name(site_id), model
        )
        return self._checked(site_id, collection, model)

    def _checked(self, site_id: UUID, collection: Collection, model: str | None) -> Collection:
        stored = _model(collection)
        if model is not None and stored != model:
            # It may be replaced by another process at any moment.
            self._collections.pop(site_id, None)
            raise EmbeddingModelMismatch(
                detail=f"the index of site {site_id} holds vectors of {stored!r}, not {model!r}; "
                "delete it and index the documents again"
            )
        self._collections[site_id] = collection
        return collection

    def _connected(self) -> ServerAPI:
        with self._lock:
            if self._server is None:
                self._server = connect(self._url, self._timeout)
            return self._server


def _made(server: ServerAPI, name: str, model: str) -> Collection:
    made = server.create_collection(
        name,
        metadata={"embedding_model": model},
        configuration={"hnsw": {"space": "cosine"}},
        get_or_create=True,
    )
    return Collection(client=server, model=made, embedding_function=None)


def _model(collection: Collection) -> str | None:
    model = (collection.metadata or {}).get("embedding_model")
    return None if model is None else str(model)


def _marked_at(collection: Collection) -> float:
    """Return when a collection was marked, in seconds; 0 if it was not."""
    mark = (collection.metadata or {}).get(_MARK, 0)
    return float(mark) if isinstance(mark, int | float) else 0.0


def _of_agents(agents: Sequence[str], *, shared: bool) -> Where:
    theirs = {"agent": {"$in": list(agents)}}
    return cast("Where", {"$or": [theirs, {"shared": 1}]} if shared else theirs)


def _of_document(document_id: UUID, version: Mapping[str, object] | None = None) -> Where:
    this = {"document_id": str(document_id)}
    return cast("Where", {"$and": [this, version]} if version else this)


def _nearest(ids: Sequence[str], distances: Sequence[float]) -> list[Near]:
    """A passage has a record a vector; its nearest one counts."""
    best: dict[UUID, float] = {}
    for record_id, distance in zip(ids, distances, strict=True):
        best.setdefault(UUID(record_id.partition("#")[0]), 1.0 - float(distance))
    return [Near(passage_id, similarity) for passage_id, similarity in best.items()]
