"""Corrections in PostgreSQL: the newest word on each message."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.domain.corrections import CorrectionKind, CorrectionState, PassageWords, Said
from shared.kernel.errors import Conflict, ErrorCode
from shared.kernel.ids import uuid7

# What is corrected is an agent's message or hand-off, or what an operator answered better: then
# the agents' last word before it was the wrong one.
_SUBJECT = """
SELECT m.sender, m.text, a.id AS answer_id, a.sender AS answer_sender, a.agent, a.text AS answer
FROM messages m
LEFT JOIN LATERAL (
    SELECT o.id, o.sender, o.agent, o.text FROM messages o
    WHERE o.conversation_id = m.conversation_id AND o.provenance IS NOT NULL
      AND (o.id = m.id OR m.sender = 'operator' AND o.seq < m.seq)
    ORDER BY o.seq DESC LIMIT 1
) a ON true
WHERE m.id = %(message_id)s AND m.conversation_id = %(conversation_id)s
  AND (m.sender = 'operator' OR a.id IS NOT NULL)
"""
_PUT = """
INSERT INTO corrections (
    id, site_id, conversation_id, message_id, kind, asked, question, history, agent, right_agent,
    answer, right_answer, passages, shown, comment, created_by, created_by_name, updated_by_name)
VALUES (
    %(id)s, %(site_id)s, %(conversation_id)s, %(message_id)s, %(kind)s, %(asked)s, %(question)s,
    %(history)s, %(agent)s, %(right_agent)s, %(answer)s, %(right_answer)s, %(passages)s,
    %(shown)s, %(comment)s, %(by)s, %(by_name)s, %(by_name)s)
ON CONFLICT (message_id) DO UPDATE SET
    kind = EXCLUDED.kind, state = 'active', right_agent = EXCLUDED.right_agent,
    right_answer = EXCLUDED.right_answer, passages = EXCLUDED.passages,
    comment = EXCLUDED.comment, updated_by_name = EXCLUDED.updated_by_name, updated_at = now()
WHERE corrections.state = 'active' OR %(may_revive)s
"""
_SELECT = """
SELECT c.id, c.site_id, s.name AS site_name, c.conversation_id, c.message_id, c.kind, c.state,
       c.asked, c.question, c.history, c.agent, c.right_agent, c.answer, c.right_answer,
       c.passages, c.comment, c.created_by_name, c.created_at, c.updated_by_name, c.updated_at
FROM corrections c JOIN sites s ON s.id = c.site_id
WHERE c.site_id = ANY(%(sites)s) {conditions}
ORDER BY c.created_at DESC, c.id DESC LIMIT %(limit)s
"""
_CONDITIONS = {
    "message_id": "AND c.message_id = %(message_id)s",
    "id": "AND c.id = %(id)s",
    "site_id": "AND c.site_id = %(site_id)s",
    "state": "AND c.state = %(state)s",
    "kind": "AND c.kind = %(kind)s",
    "agent": "AND coalesce(c.right_agent, c.agent) = %(agent)s",
    "before_at": "AND (c.created_at, c.id) < (%(before_at)s, %(before_id)s)",
}
_SET_STATE = """
UPDATE corrections SET state = %(state)s, updated_by_name = %(by_name)s, updated_at = now()
WHERE id = %(id)s AND site_id = ANY(%(sites)s)
"""


@dataclass(frozen=True, slots=True)
class CorrectedMessage:
    """A message that may be corrected, and the agents' word that it is about."""

    sender: str
    text: str
    answer_id: UUID | None
    answer_sender: str | None
    agent: str | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """A correction as it is to be kept."""

    site_id: UUID
    conversation_id: UUID
    message_id: UUID
    kind: CorrectionKind
    asked: Sequence[str]
    question: str
    history: Sequence[Said]
    agent: str | None
    right_agent: str | None
    answer: str
    right_answer: str
    passages: Sequence[PassageWords]
    shown: Sequence[PassageWords]
    comment: str
    by: UUID
    by_name: str


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction as it was kept; ``history`` and ``passages`` are JSON."""

    id: UUID
    site_id: UUID
    site_name: str
    conversation_id: UUID
    message_id: UUID
    kind: CorrectionKind
    state: CorrectionState
    asked: list[str]
    question: str
    history: list[dict[str, Any]]
    agent: str | None
    right_agent: str | None
    answer: str
    right_answer: str
    passages: list[dict[str, Any]]
    comment: str
    created_by_name: str
    created_at: datetime
    updated_by_name: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class CorrectionFilter:
    """Which corrections; what is None is not asked for."""

    site_id: UUID | None = None
    state: CorrectionState | None = None
    kind: CorrectionKind | None = None
    agent: str | None = None
    before_at: datetime | None = None
    before_id: UUID | None = None
    message_id: UUID | None = None
    id: UUID | None = None


async def corrected_message(
    connection: AsyncConnection[Any], conversation_id: UUID, message_id: UUID
) -> CorrectedMessage | None:
    """Return a message that may be corrected; nothing for another's, or a visitor's own."""
    cursor = connection.cursor(row_factory=class_row(CorrectedMessage))
    await cursor.execute(_SUBJECT, {"conversation_id": conversation_id, "message_id": message_id})
    return await cursor.fetchone()


async def put_correction(
    connection: AsyncConnection[Any], new: NewCorrection, *, may_revive: bool
) -> CorrectionRow:
    """Keep a correction in place of an earlier one of the message, and return it.

    Raises:
        Conflict: the earlier one was discarded, and whoever writes may not revive it.
    """
    values: dict[str, Any] = {
        name: getattr(new, name) for name in NewCorrection.__dataclass_fields__
    }
    values |= {
        "id": uuid7(),
        "asked": list(new.asked),
        "history": Jsonb([asdict(said) for said in new.history]),
        "passages": passages_as_json(new.passages),
        "shown": passages_as_json(new.shown),
        "may_revive": may_revive,
    }
    async with connection.transaction():
        if (await connection.execute(_PUT, values)).rowcount == 0:
            raise Conflict(ErrorCode.CORRECTION_DISCARDED)
        which = CorrectionFilter(message_id=new.message_id)
        (row,) = await list_corrections(connection, [new.site_id], which, limit=1)
    return row


async def list_corrections(
    connection: AsyncConnection[Any],
    sites: Collection[UUID],
    which: CorrectionFilter,
    *,
    limit: int,
) -> list[CorrectionRow]:
    """Return corrections of some sites, newest first."""
    values: Mapping[str, Any] = {
        name: value for name, value in asdict(which).items() if value is not None
    }
    conditions = " ".join(text for name, text in _CONDITIONS.items() if name in values)
    cursor = connection.cursor(row_factory=class_row(CorrectionRow))
    query = _SELECT.format(conditions=conditions)
    await cursor.execute(query, {**values, "sites": list(sites), "limit": limit})
    return await cursor.fetchall()


async def set_state(
    connection: AsyncConnection[Any],
    sites: Collection[UUID],
    correction_id: UUID,
    state: CorrectionState,
    by_name: str,
) -> CorrectionRow | None:
    """Take a correction out of use or back into it; nothing when the sites have no such one."""
    values = {"id": correction_id, "sites": list(sites), "state": state, "by_name": by_name}
    async with connection.transaction():
        await connection.execute(_SET_STATE, values)
        which = CorrectionFilter(id=correction_id)
        rows = await list_corrections(connection, sites, which, limit=1)
    return rows[0] if rows else None


def passages_as_json(passages: Sequence[PassageWords]) -> Jsonb:
    """Return passages as they are kept beside what was said of them."""
    return Jsonb([asdict(one) | {"id": str(one.id) if one.id else None} for one in passages])
