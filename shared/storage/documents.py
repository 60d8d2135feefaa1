"""Documents of the knowledge base and the passages they were split into."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.contracts.queues import Passage
from shared.domain.versions import DocumentKind, Made
from shared.domain.words import Locale

_INFO = """
SELECT d.id, d.site_id, d.agent, d.name, d.title, d.version, d.state, d.error, d.url, d.language,
       d.notes, d.updated_at, d.kind, d.how, d.author, d.changed_at, d.is_shared,
       coalesce((SELECT octet_length(o.content) FROM document_originals o
                 WHERE o.document_id = d.id), octet_length(d.text)) AS size,
       (SELECT count(*) FROM passages p WHERE p.document_id = d.id AND p.version = d.version)
           AS passages
FROM documents d
WHERE d.site_id = ANY(%(sites)s) AND d.state NOT IN ('removing', 'removed', 'deleted')
"""
_NAMED = " AND d.agent = %(agent)s AND d.name = %(name)s"
_ONE = " AND d.id = %(id)s"
_ORDER = " ORDER BY d.agent, d.name"
# At most so many documents are on their way at once: Chroma writes one batch after the other, and
# a worker that waits for it answers nobody. 'indexing' for long means that a batch was lost with a
# worker, and a store that was away is back after a while: both are sent again. Two cores embed
# five passages a second: sent again each minute, long documents would fill the queue for ever.
_IS_DUE = """
(state = 'pending' OR (updated_at < now() - interval '1 minute'
    AND (state = 'failed' AND error LIKE 'store_unavailable%%'
        OR state = 'indexing' AND updated_at < now() - interval '1 minute' - interval '1 second'
            * (SELECT least(count(*), 1800) FROM passages p WHERE p.document_id = documents.id))))
"""
_DUE = f"""
SELECT id FROM documents WHERE {_IS_DUE}
ORDER BY updated_at
LIMIT greatest(0, %(in_flight)s - (SELECT count(*) FROM documents
    WHERE state = 'indexing' AND updated_at >= now() - interval '1 minute'))
"""  # noqa: S608 (made of constants)
_CLAIM = f"""
UPDATE documents SET state = 'indexing', updated_at = now() WHERE id = %(id)s AND {_IS_DUE}
RETURNING id, site_id, agent, name, text, version, url, is_shared,
    (SELECT content FROM document_originals o WHERE o.document_id = documents.id) AS original,
    (SELECT charset FROM document_originals o WHERE o.document_id = documents.id) AS charset
"""  # noqa: S608 (made of constants)
_RELEASE = """
UPDATE documents SET state = 'pending', updated_at = now()
WHERE id = %(id)s AND version = %(version)s AND state = 'indexing'
"""
_CLEAR = "DELETE FROM passages WHERE document_id = %(id)s"
_INSERT = """
INSERT INTO passages (id, document_id, version, ordinal, title, text, phrasings)
VALUES (%(id)s, %(document_id)s, %(version)s, %(ordinal)s, %(title)s, %(text)s, %(phrasings)s)
"""
_PARSED = """
WITH parsed AS (
    UPDATE documents SET text = %(text)s, text_version = version, language = %(language)s,
        kind = %(kind)s
    WHERE id = %(id)s AND version = %(version)s
    RETURNING id
), twin AS (
    -- Pages differ from day to day in what nobody reads: the same text is not kept twice.
    DELETE FROM document_versions v USING parsed p
    WHERE v.document_id = p.id AND v.text = %(text)s AND v.version = (
        SELECT max(version) FROM document_versions WHERE document_id = p.id)
)
DELETE FROM document_originals o USING parsed p WHERE o.document_id = p.id
"""
_UNREADABLE = """
DELETE FROM document_originals o USING documents d
WHERE o.document_id = d.id AND d.id = %(id)s AND d.version = %(version)s
"""
_NOTES = "UPDATE documents SET notes = %(notes)s WHERE id = %(id)s AND version = %(version)s"
# It also holds the row until the passages are there: a removal or a newer version comes after.
_TITLE = """
UPDATE documents SET title = %(title)s
WHERE id = %(id)s AND version = %(version)s AND state = 'indexing'
"""
# A failure of any batch counts, whichever of them reports last.
_SETTLE = """
UPDATE documents SET state = %(state)s, error = %(error)s, updated_at = now()
WHERE id = %(id)s AND version = %(version)s
  AND (state = 'indexing' OR (state = 'ready' AND %(state)s = 'failed'))
"""
_ON_THEIR_WAY = """
SELECT count(*) FROM documents d JOIN sites s ON s.id = d.site_id
WHERE s.site_key = %(site_key)s AND d.state IN ('pending', 'indexing')
"""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document that is about to be split and indexed; with ``original``, to be parsed first."""

    id: UUID
    site_id: UUID
    agent: str
    name: str
    text: str
    version: int
    url: str | None = None
    original: bytes | None = None
    charset: str | None = None
    is_shared: bool = False


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as it is listed; ``error`` and ``notes`` are codes with details."""

    id: UUID
    site_id: UUID
    agent: str
    name: str
    title: str
    version: int
    state: Literal["pending", "indexing", "ready", "failed"]
    error: str | None
    url: str | None
    language: Locale | None
    notes: list[tuple[str, str]]
    updated_at: datetime
    kind: DocumentKind
    how: Made
    author: str
    changed_at: datetime
    is_shared: bool
    size: int
    """Bytes of its text; of its file, until that is read."""
    passages: int


async def list_documents(connection: AsyncConnection[Any], site_id: UUID) -> list[DocumentRow]:
    """Return the documents of a site."""
    cursor = connection.cursor(row_factory=class_row(DocumentRow))
    await cursor.execute(_INFO + _ORDER, {"sites": [site_id]})
    return await cursor.fetchall()


async def find_document(
    connection: AsyncConnection[Any], site_id: UUID, agent: str, name: str
) -> DocumentRow | None:
    """Return the document of a name."""
    cursor = connection.cursor(row_factory=class_row(DocumentRow))
    values = {"sites": [site_id], "agent": agent, "name": name}
    await cursor.execute(_INFO + _NAMED, values)
    return await cursor.fetchone()


async def document_by_id(
    connection: AsyncConnection[Any], document_id: UUID, sites: Collection[UUID]
) -> DocumentRow | None:
    """Return a document of one of ``sites``."""
    cursor = connection.cursor(row_factory=class_row(DocumentRow))
    await cursor.execute(_INFO + _ONE, {"sites": list(sites), "id": document_id})
    return await cursor.fetchone()


def due_documents(connection: Connection[Any], in_flight: int = 4) -> list[UUID]:
    """Return documents that may go to be indexed now; at most ``in_flight`` are at a time."""
    return [row[0] for row in connection.execute(_DUE, {"in_flight": in_flight})]


def claim_document(connection: Connection[Any], document_id: UUID) -> StoredDocument | None:
    """Mark a document as being indexed and return it; nothing when another worker has it."""
    cursor = connection.cursor(row_factory=class_row(StoredDocument))
    return cursor.execute(_CLAIM, {"id": document_id}).fetchone()


def release_document(connection: Connection[Any], document: StoredDocument) -> None:
    """Let a document that could not be sent be claimed again at once."""
    connection.execute(_RELEASE, {"id": document.id, "version": document.version})


def store_parsed(
    connection: Connection[Any],
    document: StoredDocument,
    text: str,
    language: Locale | None,
    kind: DocumentKind = DocumentKind.TEXT,
) -> None:
    """Keep what a file was parsed to, and the file no longer; a newer version stays as it is."""
    values = {
        "id": document.id,
        "version": document.version,
        "text": text,
        "language": language,
        "kind": kind,
    }
    connection.execute(_PARSED, values)


def drop_original(connection: Connection[Any], document: StoredDocument) -> None:
    """Forget a file that cannot be parsed; the same one may be brought again."""
    connection.execute(_UNREADABLE, {"id": document.id, "version": document.version})


def store_notes(
    connection: Connection[Any], document: StoredDocument, notes: Sequence[tuple[str, str]]
) -> None:
    """Keep what went wrong with parts of a document."""
    values = {"id": document.id, "version": document.version, "notes": Jsonb(list(notes))}
    connection.execute(_NOTES, values)


def replace_passages(
    connection: Connection[Any], document: StoredDocument, title: str, passages: Sequence[Passage]
) -> bool:
    """Keep the passages of the document's present version, and no others.

    Returns false, and changes nothing, when ``document`` is no longer what is to be indexed.
    """
    with connection.transaction(), connection.cursor() as cursor:
        values = {"id": document.id, "version": document.version, "title": title}
        if not cursor.execute(_TITLE, values).rowcount:
            return False
        cursor.execute(_CLEAR, values)
        cursor.executemany(
            _INSERT,
            [
                {
                    "id": passage.id,
                    "document_id": document.id,
                    "version": document.version,
                    "ordinal": passage.ordinal,
                    "title": passage.title,
                    "text": passage.text,
                    "phrasings": list(passage.phrasings),
                }
                for passage in passages
            ],
        )
    return True


def settle_document(
    connection: Connection[Any], document_id: UUID, version: int, error: str | None
) -> bool:
    """Mark a version as ready or failed; false when a newer one has come meanwhile."""
    state = "failed" if error else "ready"
    values = {"id": document_id, "version": version, "state": state, "error": error}
    return connection.execute(_SETTLE, values).rowcount == 1


def documents_on_their_way(connection: Connection[Any], site_key: str) -> int:
    """Return how many documents of a site cannot be found yet and are about to be."""
    row = connection.execute(_ON_THEIR_WAY, {"site_key": site_key}).fetchone()
    return int(row[0]) if row else 0
