"""Texts of documents, as they are and as they were."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

from shared.domain.versions import DocumentKind, Made

# The present version is in the one table, those before it in the other.
_ALL = """
SELECT version, title, kind, how, author, changed_at, octet_length(text) AS size,
       text_version = version AS is_read, true AS is_current
FROM documents WHERE id = %(id)s
UNION ALL
SELECT version, title, kind, how, author, changed_at, octet_length(text), true, false
FROM document_versions WHERE document_id = %(id)s
ORDER BY version DESC
"""
_TEXT = """
SELECT version, title, text, kind FROM documents
WHERE id = %(id)s AND text_version = version
  AND version = coalesce(%(version)s, version)
UNION ALL
SELECT version, title, text, kind FROM document_versions
WHERE document_id = %(id)s AND version = %(version)s
LIMIT 1
"""
_SHARE = """
UPDATE documents SET is_shared = %(is_shared)s, version = version + 1, state = 'pending',
    updated_at = now(),
    text_version = CASE WHEN text_version = version THEN version + 1 ELSE text_version END
WHERE id = %(id)s AND site_id = ANY(%(sites)s) AND is_shared <> %(is_shared)s
  AND state NOT IN ('removing', 'removed', 'deleted')
"""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a document as it is listed; ``is_read`` is false of a file not read yet."""

    version: int
    title: str
    kind: DocumentKind
    how: Made
    author: str
    changed_at: datetime
    size: int
    is_read: bool
    is_current: bool


@dataclass(frozen=True, slots=True)
class VersionText:
    """What a document says in one version, in Markdown."""

    version: int
    title: str
    text: str
    kind: DocumentKind


async def list_versions(connection: AsyncConnection[Any], document_id: UUID) -> list[VersionRow]:
    """Return the versions of a document that are kept, the newest first."""
    cursor = connection.cursor(row_factory=class_row(VersionRow))
    await cursor.execute(_ALL, {"id": document_id})
    return await cursor.fetchall()


async def version_text(
    connection: AsyncConnection[Any], document_id: UUID, version: int | None = None
) -> VersionText | None:
    """Return a version's text, by default the present one's; nothing when it is not kept."""
    cursor = connection.cursor(row_factory=class_row(VersionText))
    await cursor.execute(_TEXT, {"id": document_id, "version": version})
    return await cursor.fetchone()


async def share_document(
    connection: AsyncConnection[Any],
    document_id: UUID,
    sites: Collection[UUID],
    *,
    is_shared: bool,
) -> bool:
    """Have a document indexed as shared or not; false when it is so already, or is not there."""
    values = {"id": document_id, "sites": list(sites), "is_shared": is_shared}
    return (await connection.execute(_SHARE, values)).rowcount == 1
