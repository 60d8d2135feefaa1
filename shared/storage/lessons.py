"""What was learnt from people, for evaluations and trainings: corrections, and drafts they sent."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.rows import class_row, dict_row
from psycopg.types.json import Jsonb

from shared.domain.corrections import CorrectionKind, Lesson, PassageWords, Said
from shared.domain.trials import DraftDecision, DraftRefusal
from shared.storage.corrections import passages_as_json

_CORRECTIONS = """
SELECT id, created_at AS at, kind, coalesce(right_agent, agent, '') AS agent, asked, question,
       history, answer, right_answer, passages, shown
FROM corrections
WHERE site_id = %(site_id)s AND state = 'active'
  AND (kind = 'hand_over' OR coalesce(right_agent, agent) IS NOT NULL)
ORDER BY created_at DESC, id DESC LIMIT %(limit)s
"""
_DRAFTS = """
SELECT trial_id AS id, at, 'answer' AS kind, agent, asked, question, history,
       draft AS answer, CASE decision WHEN 'sent' THEN draft ELSE sent END AS right_answer,
       '[]'::jsonb AS passages, shown
FROM draft_verdicts
WHERE site_id = %(site_id)s AND decision IN ('sent', 'edited') AND agent IS NOT NULL
ORDER BY at DESC, trial_id DESC LIMIT %(limit)s
"""
_PASSAGES = """
SELECT p.id, d.agent, p.title, p.text, d.url
FROM passages p JOIN documents d ON d.id = p.document_id
WHERE d.site_id = %(site_id)s AND d.state NOT IN ('removing', 'removed')
ORDER BY d.agent, d.name, p.version, p.ordinal LIMIT %(limit)s
"""
_KEEP_VERDICT = """
INSERT INTO draft_verdicts (
    trial_id, site_id, conversation_id, operator_id, decision, reason, comment, asked, question,
    history, agent, confidence, draft, sent, shown)
VALUES (
    %(trial_id)s, %(site_id)s, %(conversation_id)s, %(operator_id)s, %(decision)s, %(reason)s,
    %(comment)s, %(asked)s, %(question)s, %(history)s, %(agent)s, %(confidence)s, %(draft)s,
    %(sent)s, %(shown)s)
ON CONFLICT (trial_id) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an operator made of a draft."""

    trial_id: UUID
    site_id: UUID
    conversation_id: UUID
    operator_id: UUID
    decision: DraftDecision
    reason: DraftRefusal | None
    comment: str
    asked: Sequence[str]
    question: str
    history: Sequence[Said]
    agent: str | None
    confidence: float | None
    draft: str
    sent: str
    shown: Sequence[PassageWords]


async def keep_verdict(connection: AsyncConnection[Any], verdict: Verdict) -> None:
    """Keep a verdict; the first one on a draft holds."""
    values: dict[str, Any] = {name: getattr(verdict, name) for name in Verdict.__dataclass_fields__}
    values |= {
        "asked": list(verdict.asked),
        "history": Jsonb([asdict(said) for said in verdict.history]),
        "shown": passages_as_json(verdict.shown),
    }
    await connection.execute(_KEEP_VERDICT, values)


async def corrections_of(
    connection: AsyncConnection[Any], site_id: UUID, limit: int
) -> list[Lesson]:
    """Return the corrections of a site that are in use, newest first."""
    return await _lessons(connection, _CORRECTIONS, site_id, limit)


async def sent_drafts_of(
    connection: AsyncConnection[Any], site_id: UUID, limit: int
) -> list[Lesson]:
    """Return the drafts that people sent as they were or edited, newest first."""
    return await _lessons(connection, _DRAFTS, site_id, limit)


async def passages_of(
    connection: AsyncConnection[Any], site_id: UUID, limit: int
) -> list[PassageWords]:
    """Return the passages of a site, by agent and document."""
    cursor = connection.cursor(row_factory=class_row(PassageWords))
    await cursor.execute(_PASSAGES, {"site_id": site_id, "limit": limit})
    return await cursor.fetchall()


async def _lessons(
    connection: AsyncConnection[Any], query: str, site_id: UUID, limit: int
) -> list[Lesson]:
    cursor = connection.cursor(row_factory=dict_row)
    await cursor.execute(query, {"site_id": site_id, "limit": limit})
    return [
        Lesson(
            id=row["id"],
            at=row["at"],
            kind=CorrectionKind(row["kind"]),
            agent=row["agent"],
            asked=tuple(row["asked"]),
            question=row["question"],
            history=tuple(Said(**said) for said in row["history"] if said["text"].strip()),
            answer=row["answer"],
            right_answer=row["right_answer"],
            right=tuple(passages_from_json(row["passages"])),
            shown=tuple(passages_from_json(row["shown"])),
        )
        for row in await cursor.fetchall()
    ]


def passages_from_json(kept: Sequence[dict[str, Any]]) -> list[PassageWords]:
    """Return passages as they were kept beside what was said of them."""
    return [PassageWords(**(one | {"id": UUID(one["id"]) if one["id"] else None})) for one in kept]
