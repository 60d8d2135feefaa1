"""Documents of the knowledge base and the passages they were split into."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from psycopg import AsyncConnection, Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.contracts.queues import Passage
from shared.domain.words import Locale
from shared.kernel.ids import uuid7

# A document with the same text is left alone; another text is a new version to be indexed. One
# that was being removed is wanted again.
_PUT = """
WITH stored AS (
    INSERT INTO documents (id, site_id, agent, name, text, content_hash, url)
    VALUES (%(id)s, %(site_id)s, %(agent)s, %(name)s, %(text)s, %(content_hash)s, %(url)s)
    ON CONFLICT (site_id, agent, name) DO UPDATE SET
        text = CASE WHEN %(is_file)s THEN documents.text ELSE EXCLUDED.text END,
        content_hash = EXCLUDED.content_hash, url = EXCLUDED.url, notes = '[]', language = NULL,
        version = documents.version + 1, state = 'pending', error = NULL, updated_at = now()
    WHERE documents.content_hash <> EXCLUDED.content_hash
       OR documents.state IN ('failed', 'removing', 'removed')
    RETURNING id
)
"""
_WITHOUT_FILE = "DELETE FROM document_originals o USING stored s WHERE o.document_id = s.id"
_WITH_FILE = """
INSERT INTO document_originals (document_id, content, charset)
SELECT id, %(content)b, %(charset)s FROM stored
ON CONFLICT (document_id) DO UPDATE SET
    content = EXCLUDED.content, charset = EXCLUDED.charset
"""
_INFO = """
SELECT d.id, d.agent, d.name, d.title, d.version, d.state, d.error, d.url, d.language, d.notes,
       d.updated_at,
       coalesce((SELECT octet_length(o.content) FROM document_originals o
                 WHERE o.document_id = d.id), octet_length(d.text)) AS size,
       (SELECT count(*) FROM passages p WHERE p.document_id = d.id AND p.version = d.version)
           AS passages
FROM documents d WHERE d.site_id = %(site_id)s AND d.state NOT IN ('removing', 'removed')
"""
_ONE = " AND d.agent = %(agent)s AND d.name = %(name)s"
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
RETURNING id, site_id, agent, name, text, version, url,
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
    UPDATE documents SET text = %(text)s, language = %(language)s
    WHERE id = %(id)s AND version = %(version)s
    RETURNING id
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


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as it is listed; ``error`` and ``notes`` are codes with details."""

    id: UUID
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
    size: int
    """Bytes of its text; of its file, until that is read."""
    passages: int


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that somebody brings: as Markdown, or as a file that is parsed later."""

    agent: str
    name: str
    content: str | bytes
    charset: str | None = None
    url: str | None = None


def _put_values(site_id: UUID, new: NewDocument) -> dict[str, Any]:
    is_file = isinstance(new.content, bytes)
    content = new.content if isinstance(new.content, bytes) else new.content.encode()
    return {
        "id": uuid7(),
        "site_id": site_id,
        "agent": new.agent,
        "name": new.name,
        "text": "" if is_file else new.content,
        "content": content,
        "charset": new.charset,
        "url": new.url,
        "content_hash": hashlib.sha256(content).hexdigest(),
        "is_file": is_file,
    }


def _put_query(new: NewDocument) -> str:
    return _PUT + (_WITH_FILE if isinstance(new.content, bytes) else _WITHOUT_FILE)


async def put_document(
    connection: AsyncConnection[Any], site_id: UUID, new: NewDocument
) -> DocumentRow:
    """Store a document; a changed one is due for indexing."""
    values = _put_values(site_id, new)
    await connection.execute(_put_query(new), values)
    cursor = connection.cursor(row_factory=class_row(DocumentRow))
    await cursor.execute(_INFO + _ONE, values)
    row = await cursor.fetchone()
    if row is None:
        raise LookupError("the document was removed meanwhile")
    return row


def put_document_blocking(connection: Connection[Any], site_id: UUID, new: NewDocument) -> None:
    """Do the same with a blocking connection."""
    connection.execute(_put_query(new), _put_values(site_id, new))


async def list_documents(connection: AsyncConnection[Any], site_id: UUID) -> list[DocumentRow]:
    """Return the documents of a site."""
    cursor = connection.cursor(row_factory=class_row(DocumentRow))
    await cursor.execute(_INFO + _ORDER, {"site_id": site_id})
    return await cursor.fetchall()


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
    connection: Connection[Any], document: StoredDocument, text: str, language: Locale | None
) -> None:
    """Keep what a file was parsed to, and the file no longer; a newer version stays as it is."""
    values = {"id": document.id, "version": document.version, "text": text, "language": language}
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
