"""Documents on their way in: each change is a new version, and the one before it is kept."""

import hashlib
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection, Connection

from shared.domain.versions import KEPT_VERSIONS, DocumentKind, Made
from shared.kernel.errors import Conflict, ErrorCode
from shared.kernel.ids import uuid7
from shared.storage.documents import DocumentRow, find_document
from shared.storage.steps import Steps, run, run_blocking

GONE = ("removing", "removed", "deleted")
_NEW = """
INSERT INTO documents (id, site_id, agent, name, text, text_version, content_hash, url, kind, how,
                       author_id, author)
VALUES (%(new_id)s, %(site_id)s, %(agent)s, %(name)s, %(text)s, %(is_text)s::int, %(hash)s,
        %(url)s, %(kind)s, %(how)s, %(author_id)s, %(author)s)
ON CONFLICT (site_id, agent, name) DO NOTHING
RETURNING id
"""
_HOLD = """
SELECT id, version, state, content_hash, how, kind, url FROM documents
WHERE site_id = %(site_id)s AND agent = %(agent)s AND name = %(name)s
FOR UPDATE
"""
KEEP = """
INSERT INTO document_versions (document_id, version, title, text, kind, language, how, author_id,
                               author, changed_at)
SELECT id, version, title, text, kind, language, how, author_id, author, changed_at
FROM documents WHERE id = %(id)s AND text_version = version
ON CONFLICT DO NOTHING
"""
_TRIM = """
DELETE FROM document_versions WHERE document_id = %(id)s AND version <= (
    SELECT version FROM document_versions WHERE document_id = %(id)s
    ORDER BY version DESC OFFSET %(keep)s LIMIT 1)
"""
# The text of a file comes when it is read; until then there is the one before.
_CHANGE = """
UPDATE documents SET
    text = CASE WHEN %(is_text)s THEN %(text)s ELSE text END,
    text_version = CASE WHEN %(is_text)s THEN version + 1 ELSE text_version END,
    content_hash = %(hash)s, url = %(url)s, kind = %(kind)s, notes = '[]', language = NULL,
    version = version + 1, state = 'pending', error = NULL, updated_at = now(),
    how = %(how)s, author_id = %(author_id)s, author = %(author)s, changed_at = now(),
    deleted_at = NULL, deleted_by = ''
WHERE id = %(id)s
"""
_WITHOUT_FILE = "DELETE FROM document_originals WHERE document_id = %(id)s"
_WITH_FILE = """
INSERT INTO document_originals (document_id, content, charset)
VALUES (%(id)s, %(content)b, %(charset)s)
ON CONFLICT (document_id) DO UPDATE SET
    content = EXCLUDED.content, charset = EXCLUDED.charset
"""


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that somebody brings: as Markdown, or as a file that is parsed later.

    With ``base`` it takes the place of that version alone, which must still be the present one.
    """

    agent: str
    name: str
    content: str | bytes
    charset: str | None = None
    url: str | None = None
    kind: DocumentKind = DocumentKind.TEXT
    how: Made = Made.UPLOAD
    author_id: UUID | None = None
    author: str = ""
    base: int | None = None


def text_hash(text: str | bytes) -> str:
    """Return what tells whether a document is the same."""
    content = text if isinstance(text, bytes) else text.encode()
    return hashlib.sha256(content).hexdigest()


async def put_document(
    connection: AsyncConnection[Any],
    site_id: UUID,
    new: NewDocument,
    keep: int = KEPT_VERSIONS,
) -> DocumentRow:
    """Store a document; a changed one is due for indexing, and ``keep`` earlier ones stay.

    Raises:
        Conflict: the document is no longer at the version that ``new`` is based on.
    """
    await run(connection, _put(site_id, new, keep))
    row = await find_document(connection, site_id, new.agent, new.name)
    if row is None:
        raise LookupError("the document was removed meanwhile")
    return row


def put_document_blocking(
    connection: Connection[Any], site_id: UUID, new: NewDocument, keep: int = KEPT_VERSIONS
) -> None:
    """Do the same with a blocking connection."""
    run_blocking(connection, _put(site_id, new, keep))


def _put(site_id: UUID, new: NewDocument, keep: int) -> Steps[None]:
    values = _values(site_id, new, keep)
    made = None if new.base is not None else (yield _NEW, values)
    if made is not None:
        values["id"] = made[0]
    else:
        held = yield _HOLD, values
        if not _is_change(held, new, values["hash"]):
            return
        values["id"] = held[0] if held else None
        yield KEEP, values
        yield _CHANGE, values
        yield _TRIM, values
    yield (_WITHOUT_FILE if values["is_text"] else _WITH_FILE), values


def _is_change(held: tuple[Any, ...] | None, new: NewDocument, content_hash: str) -> bool:
    if held is None:
        if new.base is None:
            return False  # inserted and deleted between two steps: whoever did that came last
        raise Conflict(ErrorCode.DOCUMENT_CHANGED)
    _, version, state, its_hash, how, kind, url = held
    if new.base is not None and (version != new.base or state in GONE):
        raise Conflict(ErrorCode.DOCUMENT_CHANGED)
    if new.how is Made.DEMO and (how != Made.DEMO or state in GONE):
        return False  # what a person made of it stays
    # Of a file neither is compared: its kind is found in it, and an address is its name.
    is_told_else = isinstance(new.content, str) and (kind, url) != (new.kind, new.url)
    return its_hash != content_hash or is_told_else or state in ("failed", *GONE)


def _values(site_id: UUID, new: NewDocument, keep: int) -> dict[str, Any]:
    is_text = isinstance(new.content, str)
    return {
        "new_id": uuid7(),
        "site_id": site_id,
        "agent": new.agent,
        "name": new.name,
        "text": new.content if is_text else "",
        "is_text": is_text,
        "content": new.content if isinstance(new.content, bytes) else b"",
        "charset": new.charset,
        "url": new.url,
        "hash": text_hash(new.content),
        "kind": new.kind,
        "how": new.how,
        "author_id": new.author_id,
        "author": new.author,
        "keep": keep,
    }
