"""Passages of documents, as they were handed to the index."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row

_IS_THERE = """
SELECT FROM documents
WHERE id = %(id)s AND site_id = ANY(%(sites)s) AND state NOT IN ('removing', 'removed', 'deleted')
"""
# Of one document there are the passages of one version at a time: the last that could be read.
_LIST = """
SELECT id, version, ordinal, title, text, phrasings FROM passages
WHERE document_id = %(id)s AND ordinal > %(after)s
ORDER BY version, ordinal LIMIT %(limit)s
"""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage as it is listed."""

    id: UUID
    version: int
    ordinal: int
    title: str
    text: str
    phrasings: list[str]


async def list_passages(
    connection: AsyncConnection[Any],
    document_id: UUID,
    sites: Collection[UUID],
    *,
    after: int,
    limit: int,
) -> list[PassageRow] | None:
    """Return passages of a document in their order; nothing when ``sites`` have no such one."""
    values = {"id": document_id, "sites": list(sites), "after": after, "limit": limit}
    if await (await connection.execute(_IS_THERE, values)).fetchone() is None:
        return None
    cursor = connection.cursor(row_factory=class_row(PassageRow))
    await cursor.execute(_LIST, values)
    return await cursor.fetchall()
