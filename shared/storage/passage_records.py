"""Passages as records of a Chroma collection.

A passage has one or more vectors, each a record of its own (``<passage id>#<n>``); the record
``#0`` carries the text.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from chromadb.api.models.Collection import Collection
from chromadb.api.types import Metadata
from numpy.typing import NDArray

# For every page Chroma goes through all records again; this many arrive in a second.
_PAGE = 4_000
_UPSERT = 100


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
    is_shared: bool = False


def put_passages(
    collection: Collection,
    passages: Sequence[StoredPassage],
    vectors: Sequence[NDArray[np.float32]],
) -> None:
    """Write passages, each with its vectors (shape ``(n, dimension)``)."""
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


def in_order(passages: Sequence[StoredPassage]) -> list[StoredPassage]:
    """Return passages by document and place in it."""
    return sorted(passages, key=lambda row: (str(row.document_id), row.ordinal))


def all_passages(collection: Collection) -> list[StoredPassage]:
    """Return every passage of a collection, in no order."""
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


def _metadata(passage: StoredPassage, n: int) -> Metadata:
    pointer: dict[str, str | int] = {
        "vector": n,
        "agent": passage.agent,
        "shared": int(passage.is_shared),
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
        is_shared=bool(metadata.get("shared", 0)),  # not said of what was indexed before it could
    )
