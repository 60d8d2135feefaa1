"""What of a site goes into an archive, and comes out of one, beside what others read and write."""

from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import dict_row
from psycopg.types.json import Jsonb

from shared.contracts.site_archive import ArchivedCorrection, ArchivedDocument
from shared.kernel.ids import uuid7

_IS_THERE = "site_id = %(site_id)s AND state NOT IN ('removing', 'removed', 'deleted')"
_DOCUMENTS = f"""
SELECT agent, name, kind, url, is_shared, text FROM documents
WHERE {_IS_THERE} AND text_version = version ORDER BY agent, name
"""  # noqa: S608 (a constant)
# Their files are on their way to be read, or could not be.
_UNREAD = f"""
SELECT agent || '/' || name FROM documents
WHERE {_IS_THERE} AND text_version <> version ORDER BY agent, name
"""  # noqa: S608 (a constant)
_IDS = f"SELECT agent, name, id FROM documents WHERE {_IS_THERE}"  # noqa: S608 (a constant)
_CORRECTIONS = """
SELECT conversation_id, message_id, kind, state, asked, question, history, agent, right_agent,
       answer, right_answer, passages, shown, comment
FROM corrections WHERE site_id = %(site_id)s ORDER BY created_at, id
"""
# Without the message that it is about nothing would take the visitor's words away with them.
_PUT_CORRECTION = """
INSERT INTO corrections (
    id, site_id, conversation_id, message_id, kind, state, asked, question, history, agent,
    right_agent, answer, right_answer, passages, shown, comment, created_by_name, updated_by_name)
SELECT %(id)s, c.site_id, c.id, m.id, %(kind)s, %(state)s, %(asked)s, %(question)s, %(history)s,
    %(agent)s, %(right_agent)s, %(answer)s, %(right_answer)s, %(passages)s, %(shown)s,
    %(comment)s, %(by_name)s, %(by_name)s
FROM messages m JOIN conversations c ON c.id = m.conversation_id
WHERE m.id = %(message_id)s AND c.id = %(conversation_id)s AND c.site_id = %(site_id)s
ON CONFLICT (message_id) DO UPDATE SET
    kind = EXCLUDED.kind, state = EXCLUDED.state, asked = EXCLUDED.asked,
    question = EXCLUDED.question, history = EXCLUDED.history, agent = EXCLUDED.agent,
    right_agent = EXCLUDED.right_agent, answer = EXCLUDED.answer,
    right_answer = EXCLUDED.right_answer, passages = EXCLUDED.passages, shown = EXCLUDED.shown,
    comment = EXCLUDED.comment, updated_by_name = EXCLUDED.updated_by_name, updated_at = now()
"""
_HAS_CONVERSATION = """
SELECT EXISTS (SELECT FROM conversations WHERE id = %(id)s AND site_id = %(site_id)s)
"""


async def read_documents(connection: AsyncConnection[Any], site_id: UUID) -> list[ArchivedDocument]:
    """Return the documents of a site that have a text, by agent and name."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_DOCUMENTS, {"site_id": site_id})
    return [ArchivedDocument(**row) for row in await cursor.fetchall()]


async def unread_documents(connection: AsyncConnection[Any], site_id: UUID) -> list[str]:
    """Return ``agent/name`` of the others."""
    cursor = await connection.execute(_UNREAD, {"site_id": site_id})
    return [row[0] for row in await cursor.fetchall()]


async def document_ids(
    connection: AsyncConnection[Any], site_id: UUID
) -> dict[tuple[str, str], UUID]:
    """Return the ids of a site's documents by agent and name."""
    cursor = await connection.execute(_IDS, {"site_id": site_id})
    return {(agent, name): document_id for agent, name, document_id in await cursor.fetchall()}


async def read_corrections(
    connection: AsyncConnection[Any], site_id: UUID
) -> list[ArchivedCorrection]:
    """Return the corrections of a site, the oldest first."""
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(_CORRECTIONS, {"site_id": site_id})
    return [ArchivedCorrection(**row) for row in await cursor.fetchall()]


async def put_archived_correction(
    connection: AsyncConnection[Any], site_id: UUID, correction: ArchivedCorrection, by_name: str
) -> bool:
    """Keep a correction in place of one of the message; false when the message is not there."""
    values = correction.model_dump(mode="json")
    values |= {name: Jsonb(values[name]) for name in ("history", "passages", "shown")}
    values |= {"id": uuid7(), "site_id": site_id, "by_name": by_name}
    return (await connection.execute(_PUT_CORRECTION, values)).rowcount == 1


async def has_conversation(
    connection: AsyncConnection[Any], site_id: UUID, conversation_id: UUID
) -> bool:
    """Whether a conversation is of this site."""
    values = {"id": conversation_id, "site_id": site_id}
    row = await (await connection.execute(_HAS_CONVERSATION, values)).fetchone()
    return bool(row and row[0])
