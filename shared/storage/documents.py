"""Documents of the knowledge base and the passages they were split into."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row

from shared.contracts.http import DocumentInfo
from shared.contracts.queues import Passage
from shared.kernel.ids import uuid7

# A document with the same text is left alone; another text is a new version to be indexed.
_PUT = """
INSERT INTO documents (id, site_id, agent, name, text, content_hash)
VALUES (%(id)s, %(site_id)s, %(agent)s, %(name)s, %(text)s, %(content_hash)s)
ON CONFLICT (site_id, agent, name) DO UPDATE SET
    text = EXCLUDED.text, content_hash = EXCLUDED.content_hash,
    version = documents.version + 1, state = 'pending', error = NULL, updated_at = now()
WHERE documents.content_hash <> EXCLUDED.content_hash OR documents.state = 'failed'
"""
_INFO = """
SELECT d.id, d.agent, d.name, d.title, d.version, d.state, d.error,
       (SELECT count(*) FROM passages p WHERE p.document_id = d.id AND p.version = d.version)
           AS passages
FROM documents d WHERE d.site_id = %(site_id)s
"""
_ONE = " AND d.agent = %(agent)s AND d.name = %(name)s"
_ORDER = " ORDER BY d.agent, d.name"
# At most so many documents are on their way at once: Chroma writes one batch after the other, and
# a worker that waits for it answers nobody. 'indexing' for long means that a batch was lost with a
# worker, and a store that was away is back after a while: both are sent again.
_IS_DUE = """
(state = 'pending' OR (updated_at < now() - interval '1 minute'
    AND (state = 'indexing' OR (state = 'failed' AND error LIKE 'store_unavailable%%'))))
"""
_DUE = f"""
SELECT id FROM documents WHERE {_IS_DUE}
ORDER BY updated_at
LIMIT greatest(0, %(in_flight)s - (SELECT count(*) FROM documents
    WHERE state = 'indexing' AND updated_at >= now() - interval '1 minute'))
"""  # noqa: S608 (made of constants)
_CLAIM = f"""
UPDATE documents SET state = 'indexing', updated_at = now() WHERE id = %(id)s AND {_IS_DUE}
RETURNING id, site_id, agent, name, text, version
"""  # noqa: S608 (made of constants)
_CLEAR = "DELETE FROM passages WHERE document_id = %(id)s"
_INSERT = """
INSERT INTO passages (id, document_id, version, ordinal, title, text, phrasings)
VALUES (%(id)s, %(document_id)s, %(version)s, %(ordinal)s, %(title)s, %(text)s, %(phrasings)s)
"""
_TITLE = "UPDATE documents SET title = %(title)s WHERE id = %(id)s"
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
    """A document that is about to be split and indexed."""

    id: UUID
    site_id: UUID
    agent: str
    name: str
    text: str
    version: int


def _put_values(site_id: UUID, agent: str, name: str, text: str) -> dict[str, Any]:
    return {
        "id": uuid7(),
        "site_id": site_id,
        "agent": agent,
        "name": name,
        "text": text,
        "content_hash": hashlib.sha256(text.encode()).hexdigest(),
    }


async def put_document(
    connection: AsyncConnection[Any], site_id: UUID, agent: str, name: str, text: str
) -> DocumentInfo:
    """Store a document; a changed one is due for indexing."""
    values = _put_values(site_id, agent, name, text)
    await connection.execute(_PUT, values)
    cursor = connection.cursor(row_factory=class_row(DocumentInfo))
    await cursor.execute(_INFO + _ONE, values)
    info = await cursor.fetchone()
    if info is None:
        raise LookupError("the document was removed meanwhile")
    return info


def put_document_blocking(
    connection: Connection[Any], site_id: UUID, agent: str, name: str, text: str
) -> None:
    """Do the same with a blocking connection."""
    connection.execute(_PUT, _put_values(site_id, agent, name, text))


async def list_documents(connection: AsyncConnection[Any], site_id: UUID) -> list[DocumentInfo]:
    """Return the documents of a site."""
    cursor = connection.cursor(row_factory=class_row(DocumentInfo))
    await cursor.execute(_INFO + _ORDER, {"site_id": site_id})
    return await cursor.fetchall()


def due_documents(connection: Connection[Any], in_flight: int = 4) -> list[UUID]:
    """Return documents that may go to be indexed now; at most ``in_flight`` are at a time."""
    return [row[0] for row in connection.execute(_DUE, {"in_flight": in_flight})]


def claim_document(connection: Connection[Any], document_id: UUID) -> StoredDocument | None:
    """Mark a document as being indexed and return it; nothing when another worker has it."""
    cursor = connection.cursor(row_factory=class_row(StoredDocument))
    return cursor.execute(_CLAIM, {"id": document_id}).fetchone()


def replace_passages(
    connection: Connection[Any], document: StoredDocument, title: str, passages: Sequence[Passage]
) -> None:
    """Keep the passages of the document's present version, and no others."""
    with connection.transaction(), connection.cursor() as cursor:
        cursor.execute(_CLEAR, {"id": document.id})
        cursor.execute(_TITLE, {"id": document.id, "title": title})
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
