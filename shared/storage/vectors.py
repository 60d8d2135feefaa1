"""Passages and their vectors in Chroma: one collection a site.

A passage has one or more vectors, each a record of its own (``<passage id>#<n>``); the record
``#0`` carries the text. The name of the embedding model lies in the collection's metadata, and
vectors of another model are refused. Chroma's own embedding functions are never used: vectors
are always ours, for its default one downloads a model.

Its errors (``VectorStoreDown``, ``EmbeddingModelMismatch``) are those of ``shared.storage.chroma``.
"""

import json
import threading
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
from chromadb.api.types import Metadata, Where
from chromadb.errors import NotFoundError
from numpy.typing import NDArray

from shared.storage.chroma import (
    EmbeddingModelMismatch,
    VectorStoreDown,
    clear_errors,
    connect,
    disconnect,
)

__all__ = ["EmbeddingModelMismatch", "Near", "PassageStore", "StoredPassage", "VectorStoreDown"]

_Answer = TypeVar("_Answer")

# For every page Chroma goes through all records again; this many arrive in a second.
_PAGE = 4_000
_UPSERT = 100
_EMBEDDED = 32


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage as it lies in the index. ``title`` is the document title and its headings."""

    id: UUID
    document_id: UUID
    document_version: int
    agent: str
    ordinal: int
    title: str
    text: str
    phrasings: tuple[str, ...] = ()
    url: str | None = None


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
            VectorStoreDown: Chroma did not take them; some may be stored, a retry is safe.
        """
        with clear_errors():
            _put(self._create(site_id, model), passages, vectors)

    def query(
        self,
        site_id: UUID,
        model: str,
        vector: NDArray[np.float32],
        limit: int,
        agents: Sequence[str] = (),
    ) -> list[Near]:
        """Return the passages nearest to ``vector``, best first; of ``agents`` only if named.

        Raises:
            EmbeddingModelMismatch: the site's vectors are of another model.
            VectorStoreDown: Chroma did not answer in time.
        """
        where = cast("Where", {"agent": {"$in": list(agents)}}) if agents else None
        found = self._read(
            site_id,
            model,
            lambda collection: collection.query(
                query_embeddings=vector, n_results=limit, where=where, include=["distances"]
            ),
        )
        if found is None:
            return []
        best: dict[UUID, float] = {}
        distances = (found["distances"] or [[]])[0]
        for record_id, distance in zip(found["ids"][0], distances, strict=True):
            best.setdefault(UUID(record_id.partition("#")[0]), 1.0 - float(distance))
        return [Near(passage_id, similarity) for passage_id, similarity in best.items()]

    def passages(self, site_id: UUID) -> list[StoredPassage]:
        """Return every passage of the site, by document and place in it, whatever its vectors.

        Raises:
            VectorStoreDown: Chroma did not answer in time.
        """
        return _sorted(self._read(site_id, None, _all_passages) or [])

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
        embed: Callable[[Sequence[StoredPassage]], Sequence[NDArray[np.float32]]],
    ) -> int:
        """Give the site's passages vectors of another model; return how many passages there are.

        They are made beside the ones in use, which go when all are there. Two processes may do it
        at once. What was removed meanwhile is removed; what should be stored meanwhile is refused
        by ``upsert`` and must be sent again.

        Raises:
            VectorStoreDown: Chroma did not answer in time; what was made so far is used next time.
        """
        if self.model(site_id) == model:
            return len(self.passages(site_id))
        with clear_errors():
            server, beside = self._connected(), f"{_name(site_id)}-next"
            new = _made(server, beside, model)
            if _model(new) != model:
                server.delete_collection(beside)
                return self.replace_vectors(site_id, model, embed)
            while missing := self._difference(site_id, new):
                for start in range(0, len(missing), _EMBEDDED):
                    some = missing[start : start + _EMBEDDED]
                    _put(new, some, embed(some))
            count = len(_all_passages(new))
            if self.model(site_id) != model:
                self._swap(site_id, new)
            self._collections.pop(site_id, None)
            return count

    def _swap(self, site_id: UUID, new: Collection) -> None:
        """Let ``new`` take the place of the site's collection; what breaks off, ``_open`` ends.

        The old one is renamed by its id: of its name may by now be another process's new one.
        """
        server, name = self._connected(), _name(site_id)
        old = self._open(site_id, None)
        _drop(server, f"{name}-gone")
        if old is not None and old.id != new.id:
            try:
                old.modify(name=f"{name}-gone")
            except NotFoundError:
                return  # another process has done it all
            new.modify(name=name)
            _drop(server, f"{name}-gone")

    def _difference(self, site_id: UUID, new: Collection) -> list[StoredPassage]:
        """Return what the collection beside lacks, having removed what it has too much."""
        wanted = {passage.id: passage for passage in self.passages(site_id)}
        found = {passage.id: passage for passage in _all_passages(new)}
        if gone := sorted({str(found[one].document_id) for one in found.keys() - wanted.keys()}):
            new.delete(where=cast("Where", {"document_id": {"$in": gone}}))
            found = {passage.id: passage for passage in _all_passages(new)}
        return _sorted([wanted[one] for one in wanted.keys() - found.keys()])

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
                _drop(self._connected(), f"{_name(site_id)}{kept}")

    def _delete(self, site_id: UUID, where: Where) -> None:
        self._read(site_id, None, lambda collection: collection.delete(where=where))

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
            collection = self._named(_name(site_id)) or self._left_beside(_name(site_id))
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
            _drop(self._connected(), f"{name}-gone")
        return beside

    def _create(self, site_id: UUID, model: str) -> Collection:
        collection = self._open(site_id, model) or _made(self._connected(), _name(site_id), model)
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


def _drop(server: ServerAPI, name: str) -> None:
    with suppress(NotFoundError):
        server.delete_collection(name)


def _put(
    collection: Collection,
    passages: Sequence[StoredPassage],
    vectors: Sequence[NDArray[np.float32]],
) -> None:
    records = [
        (f"{passage.id}#{n}", vector, _metadata(passage, n), passage.text if n == 0 else "")
        for passage, rows in zip(passages, vectors, strict=True)
        for n, vector in enumerate(rows)
    ]
    for start in range(0, len(records), _UPSERT):
        ids, rows, metadatas, texts = zip(*records[start : start + _UPSERT], strict=True)
        collection.upsert(
            ids=list(ids),
            embeddings=np.stack(rows),
            metadatas=list(metadatas),
            documents=list(texts),
        )


def _model(collection: Collection) -> str | None:
    model = (collection.metadata or {}).get("embedding_model")
    return None if model is None else str(model)


def _sorted(passages: Sequence[StoredPassage]) -> list[StoredPassage]:
    return sorted(passages, key=lambda row: (str(row.document_id), row.ordinal))


def _all_passages(collection: Collection) -> list[StoredPassage]:
    rows: list[StoredPassage] = []
    while True:
        page = collection.get(
            where={"vector": 0},
            limit=_PAGE,
            offset=len(rows),
            include=["metadatas", "documents"],
        )
        rows += map(_passage, page["ids"], page["metadatas"] or [], page["documents"] or [])
        if len(page["ids"]) < _PAGE:
            return rows


def _name(site_id: UUID) -> str:
    return f"site-{site_id.hex}"


def _of_document(document_id: UUID, version: Mapping[str, object] | None = None) -> Where:
    this = {"document_id": str(document_id)}
    return cast("Where", {"$and": [this, version]} if version else this)


def _metadata(passage: StoredPassage, n: int) -> Metadata:
    pointer: dict[str, str | int] = {
        "vector": n,
        "agent": passage.agent,
        "document_id": str(passage.document_id),
        "document_version": passage.document_version,
    }
    if n:
        return pointer
    return pointer | {
        "ordinal": passage.ordinal,
        "title": passage.title,
        "phrasings": json.dumps(passage.phrasings, ensure_ascii=False),
        "url": passage.url or "",
    }


def _passage(record_id: str, metadata: Metadata, text: str) -> StoredPassage:
    return StoredPassage(
        id=UUID(record_id.partition("#")[0]),
        document_id=UUID(str(metadata["document_id"])),
        document_version=int(str(metadata["document_version"])),
        agent=str(metadata["agent"]),
        ordinal=int(str(metadata["ordinal"])),
        title=str(metadata["title"]),
        text=text,
        phrasings=tuple(json.loads(str(metadata["phrasings"]))),
        url=str(metadata["url"]) or None,
    )
