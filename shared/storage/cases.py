"""Cases in PostgreSQL: questions that are kept with what is expected of the agents."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.domain.cases import CaseAction

_LIST = """
SELECT c.id, c.site_id, c.conversation_id, c.question, c.history, c.agent, c.action,
       c.document_id, d.agent AS document_agent, d.name AS document_name, c.contains, c.note,
       c.created_by_name, c.created_at, c.updated_by_name, c.updated_at
FROM cases c
LEFT JOIN documents d ON d.id = c.document_id AND d.site_id = c.site_id
    AND d.state NOT IN ('removing', 'removed', 'deleted')
WHERE c.site_id = %(site_id)s {condition}
ORDER BY c.created_at, c.id
"""
_OF_IDS = "AND c.id = ANY(%(ids)s)"
# Two who add at once are counted one after the other.
_LOCK_SITE = "SELECT FROM sites WHERE id = %(site_id)s FOR NO KEY UPDATE"
_COUNT = "SELECT count(*) FROM cases WHERE site_id = %(site_id)s"
_PUT = """
INSERT INTO cases (id, site_id, conversation_id, question, history, agent, action, document_id,
                   contains, note, created_by, created_by_name, updated_by_name)
VALUES (%(id)s, %(site_id)s, %(conversation_id)s, %(question)s, %(history)s, %(agent)s, %(action)s,
        %(document_id)s, %(contains)s, %(note)s, %(by)s, %(by_name)s, %(by_name)s)
ON CONFLICT (id) DO UPDATE SET
    conversation_id = EXCLUDED.conversation_id, question = EXCLUDED.question,
    history = EXCLUDED.history, agent = EXCLUDED.agent, action = EXCLUDED.action,
    document_id = EXCLUDED.document_id, contains = EXCLUDED.contains, note = EXCLUDED.note,
    updated_by_name = EXCLUDED.updated_by_name, updated_at = now()
WHERE cases.site_id = EXCLUDED.site_id
RETURNING id
"""
_FORGET_RESULT = "DELETE FROM case_results WHERE case_id = %(id)s"
_DELETE = "DELETE FROM cases WHERE id = %(id)s AND site_id = %(site_id)s"
_HAS_DOCUMENT = """
SELECT EXISTS (SELECT FROM documents WHERE id = %(id)s AND site_id = %(site_id)s
               AND state NOT IN ('removing', 'removed', 'deleted'))
"""


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as it was kept; ``history`` is JSON, the document's name None once it was deleted."""

    id: UUID
    site_id: UUID
    conversation_id: UUID | None
    question: str
    history: list[dict[str, Any]]
    agent: str | None
    action: CaseAction | None
    document_id: UUID | None
    document_agent: str | None
    document_name: str | None
    contains: list[str]
    note: str
    created_by_name: str
    created_at: datetime
    updated_by_name: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case as it is to be kept."""

    id: UUID
    site_id: UUID
    conversation_id: UUID | None
    question: str
    history: Sequence[dict[str, Any]]
    agent: str | None
    action: CaseAction | None
    document_id: UUID | None
    contains: Sequence[str]
    note: str
    by: UUID | None
    by_name: str


async def list_cases(
    connection: AsyncConnection[Any], site_id: UUID, ids: Collection[UUID] | None = None
) -> list[CaseRow]:
    """Return the cases of a site, the oldest first; with ``ids`` those of them alone."""
    cursor = connection.cursor(row_factory=class_row(CaseRow))
    query = _LIST.format(condition="" if ids is None else _OF_IDS)
    await cursor.execute(query, {"site_id": site_id, "ids": list(ids or ())})
    return await cursor.fetchall()


async def case_for_change(
    connection: AsyncConnection[Any], site_id: UUID, case_id: UUID
) -> CaseRow | None:
    """Return a case of a site; whoever else changes the site's cases waits for the transaction."""
    await connection.execute(_LOCK_SITE, {"site_id": site_id})
    found = await list_cases(connection, site_id, [case_id])
    return found[0] if found else None


async def count_cases(connection: AsyncConnection[Any], site_id: UUID) -> int:
    """Count a site's cases."""
    row = await (await connection.execute(_COUNT, {"site_id": site_id})).fetchone()
    return int(row[0]) if row else 0


async def put_case(connection: AsyncConnection[Any], new: NewCase) -> bool:
    """Make or replace a case; false when the id is another site's."""
    values = {name: getattr(new, name) for name in NewCase.__dataclass_fields__}
    values |= {"history": Jsonb(list(new.history)), "contains": list(new.contains)}
    return await (await connection.execute(_PUT, values)).fetchone() is not None


async def forget_result(connection: AsyncConnection[Any], case_id: UUID) -> None:
    """Forget what came of a case: it was about another question."""
    await connection.execute(_FORGET_RESULT, {"id": case_id})


async def delete_case(connection: AsyncConnection[Any], site_id: UUID, case_id: UUID) -> None:
    """Take a case away, with what came of it."""
    await connection.execute(_DELETE, {"id": case_id, "site_id": site_id})


async def has_document(connection: AsyncConnection[Any], site_id: UUID, document_id: UUID) -> bool:
    """Whether a document is in a site's knowledge."""
    values = {"id": document_id, "site_id": site_id}
    row = await (await connection.execute(_HAS_DOCUMENT, values)).fetchone()
    return bool(row and row[0])
