"""Runs of cases in PostgreSQL, and the last result of each case.

One run of a site is under way at a time. Its process says now and then that it is there; one that
has not been heard of is stopped by whoever looks next.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection
from psycopg.errors import UniqueViolation
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from shared.domain.cases import CaseVerdict, Fault, RunState
from shared.domain.trials import TrialFailure
from shared.domain.words import Outcome
from shared.kernel.errors import Conflict, ErrorCode

HEARD_WITHIN = timedelta(seconds=30)
"""A run whose process was not heard of for so long has none any more."""
KEPT_RUNS = 20
"""Of one site."""

_COLUMNS = """
id, site_id, state, total, passed, failed, unanswered, broken, mended, started_by_name, started_at,
ended_at
"""
_NEWEST = f"""
SELECT {_COLUMNS} FROM case_runs WHERE site_id = %(site_id)s
ORDER BY started_at DESC, id DESC LIMIT %(most)s
"""  # noqa: S608 (constants)
_STOP_LOST = """
UPDATE case_runs SET state = 'stopped', ended_at = beat_at
WHERE site_id = %(site_id)s AND state = 'running' AND beat_at < now() - %(within)s
"""
_BEGIN = f"""
INSERT INTO case_runs (id, site_id, total, started_by, started_by_name)
SELECT %(id)s, id, %(total)s, %(by)s, %(by_name)s FROM sites WHERE id = %(site_id)s
RETURNING {_COLUMNS}
"""  # noqa: S608
_FORGET_OLD = """
DELETE FROM case_runs WHERE site_id = %(site_id)s AND id NOT IN (
    SELECT id FROM case_runs WHERE site_id = %(site_id)s
    ORDER BY started_at DESC, id DESC LIMIT %(most)s)
"""
_BEAT = "UPDATE case_runs SET beat_at = now() WHERE id = %(id)s AND state = 'running' RETURNING id"
# One that has ended already stays as it ended.
_END = f"""
UPDATE case_runs SET ended_at = coalesce(ended_at, now()),
    state = CASE state WHEN 'running' THEN %(state)s ELSE state END
WHERE id = %(id)s AND site_id = %(site_id)s RETURNING {_COLUMNS}
"""  # noqa: S608
# The case cannot go while its result is written; what has gone already is counted no more.
_HOLD_CASE = "SELECT FROM cases WHERE id = %(case_id)s FOR KEY SHARE"
_ONE_LESS = f"""
UPDATE case_runs SET total = total - 1, beat_at = now() WHERE id = %(run_id)s RETURNING {_COLUMNS}
"""  # noqa: S608
# What could not be judged is no verdict to compare with: the one before it is.
_BEFORE = """
SELECT CASE verdict WHEN 'unanswered' THEN before ELSE verdict END
FROM case_results WHERE case_id = %(case_id)s
"""
_KEEP = """
INSERT INTO case_results (case_id, run_id, verdict, before, faults, failure, outcome, agent,
                          confidence, knowledge_version, model, adapter, made)
VALUES (%(case_id)s, %(run_id)s, %(verdict)s, %(before)s, %(faults)s, %(failure)s, %(outcome)s,
        %(agent)s, %(confidence)s, %(knowledge_version)s, %(model)s, %(adapter)s, %(made)s)
ON CONFLICT (case_id) DO UPDATE SET
    run_id = EXCLUDED.run_id, verdict = EXCLUDED.verdict, before = EXCLUDED.before,
    faults = EXCLUDED.faults, failure = EXCLUDED.failure, outcome = EXCLUDED.outcome,
    agent = EXCLUDED.agent, confidence = EXCLUDED.confidence,
    knowledge_version = EXCLUDED.knowledge_version, model = EXCLUDED.model,
    adapter = EXCLUDED.adapter, made = EXCLUDED.made, at = now()
"""
_COUNT = f"""
UPDATE case_runs SET beat_at = now(),
    passed = passed + (%(verdict)s = 'passed')::integer,
    failed = failed + (%(verdict)s = 'failed')::integer,
    unanswered = unanswered + (%(verdict)s = 'unanswered')::integer,
    broken = broken + (%(verdict)s = 'failed' AND coalesce(%(before)s, '') = 'passed')::integer,
    mended = mended + (%(verdict)s = 'passed' AND coalesce(%(before)s, '') = 'failed')::integer
WHERE id = %(run_id)s RETURNING {_COLUMNS}
"""  # noqa: S608
_RESULTS = """
SELECT r.case_id, r.run_id, r.verdict, r.before, r.faults, r.failure, r.outcome, r.agent,
       r.confidence, r.knowledge_version, r.model, r.adapter, r.at
FROM case_results r JOIN cases c ON c.id = r.case_id
WHERE c.site_id = %(site_id)s AND (%(case_id)s::uuid IS NULL OR r.case_id = %(case_id)s)
"""
_MADE = """
SELECT r.made, r.at, c.question FROM case_results r JOIN cases c ON c.id = r.case_id
WHERE c.site_id = %(site_id)s AND r.case_id = %(case_id)s AND r.made IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as it stands."""

    id: UUID
    site_id: UUID
    state: RunState
    total: int
    passed: int
    failed: int
    unanswered: int
    broken: int
    mended: int
    started_by_name: str
    started_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class NewResult:
    """What came of a case, as it is to be kept; ``made`` is JSON as text."""

    verdict: CaseVerdict
    faults: Sequence[Fault] = ()
    failure: TrialFailure | None = None
    outcome: Outcome | None = None
    agent: str | None = None
    confidence: float | None = None
    knowledge_version: int | None = None
    model: str | None = None
    adapter: str | None = None
    made: str | None = None


@dataclass(frozen=True, slots=True)
class ResultRow:
    """What came of a case the last time; ``faults`` is JSON."""

    case_id: UUID
    run_id: UUID | None
    verdict: CaseVerdict
    before: CaseVerdict | None
    faults: list[dict[str, str]]
    failure: TrialFailure | None
    outcome: Outcome | None
    agent: str | None
    confidence: float | None
    knowledge_version: int | None
    model: str | None
    adapter: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class MadeRow:
    """The answer that was judged the last time; ``made`` is JSON as some version wrote it."""

    made: object
    at: datetime
    question: str


async def begin_run(
    connection: AsyncConnection[Any],
    site_id: UUID,
    run_id: UUID,
    total: int,
    by: UUID,
    by_name: str,
) -> RunRow | None:
    """Begin a run, and forget the oldest ones; nothing when the site is gone.

    Raises:
        Conflict: one of the site is under way.
    """
    values = {"id": run_id, "site_id": site_id, "total": total, "by": by, "by_name": by_name}
    async with connection.transaction():
        await _stop_lost(connection, site_id)
        try:
            row = await _run(connection, _BEGIN, values)
        except UniqueViolation as error:
            raise Conflict(ErrorCode.RUN_UNDER_WAY) from error
        await connection.execute(_FORGET_OLD, {"site_id": site_id, "most": KEPT_RUNS})
    return row


async def newest_runs(connection: AsyncConnection[Any], site_id: UUID, most: int) -> list[RunRow]:
    """Return the last runs of a site, the newest first; one that was lost is stopped."""
    await _stop_lost(connection, site_id)
    cursor = connection.cursor(row_factory=class_row(RunRow))
    await cursor.execute(_NEWEST, {"site_id": site_id, "most": most})
    return await cursor.fetchall()


async def beat(connection: AsyncConnection[Any], run_id: UUID) -> bool:
    """Say that the run's process is there; false when the run was ended."""
    return await (await connection.execute(_BEAT, {"id": run_id})).fetchone() is not None


async def end_run(
    connection: AsyncConnection[Any], site_id: UUID, run_id: UUID, state: RunState
) -> RunRow | None:
    """End a run, if it is under way, and return it; nothing when the site has no such run."""
    return await _run(connection, _END, {"id": run_id, "site_id": site_id, "state": state})


async def keep_result(
    connection: AsyncConnection[Any], run_id: UUID, case_id: UUID, new: NewResult
) -> RunRow | None:
    """Keep what came of a case and count it; a case that was deleted meanwhile is left out.

    Returns the run, or nothing when it is forgotten.
    """
    values: dict[str, Any] = {
        name: getattr(new, name) for name in NewResult.__dataclass_fields__
    } | {
        "run_id": run_id,
        "case_id": case_id,
        "faults": Jsonb([asdict(fault) for fault in new.faults]),
    }
    async with connection.transaction():
        if await (await connection.execute(_HOLD_CASE, values)).fetchone() is None:
            return await _run(connection, _ONE_LESS, values)
        before = await (await connection.execute(_BEFORE, values)).fetchone()
        values["before"] = before[0] if before else None
        await connection.execute(_KEEP, values)
        return await _run(connection, _COUNT, values)


async def case_results(
    connection: AsyncConnection[Any], site_id: UUID, case_id: UUID | None = None
) -> dict[UUID, ResultRow]:
    """Return the last result of each case of a site, or of one, by the case's id."""
    cursor = connection.cursor(row_factory=class_row(ResultRow))
    await cursor.execute(_RESULTS, {"site_id": site_id, "case_id": case_id})
    return {row.case_id: row for row in await cursor.fetchall()}


async def made_of_case(
    connection: AsyncConnection[Any], site_id: UUID, case_id: UUID
) -> MadeRow | None:
    """Return the answer that a case was judged by the last time, if there is one."""
    cursor = connection.cursor(row_factory=class_row(MadeRow))
    await cursor.execute(_MADE, {"site_id": site_id, "case_id": case_id})
    return await cursor.fetchone()


async def _stop_lost(connection: AsyncConnection[Any], site_id: UUID) -> None:
    await connection.execute(_STOP_LOST, {"site_id": site_id, "within": HEARD_WITHIN})


async def _run(
    connection: AsyncConnection[Any], query: str, values: dict[str, Any]
) -> RunRow | None:
    cursor = connection.cursor(row_factory=class_row(RunRow))
    await cursor.execute(query, values)
    return await cursor.fetchone()
