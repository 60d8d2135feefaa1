"""Numbers over episodes."""

# Queries are put together of fixed texts of ours; whatever comes from outside is a parameter.
# ruff: noqa: S608

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from psycopg import AsyncConnection
from psycopg.rows import dict_row

from shared.contracts.analytics import (
    AgentLine,
    AnalyticsSummary,
    DayLine,
    Durations,
    HourCell,
    OperatorLine,
    ReasonLine,
    Score,
    SiteLine,
    Totals,
)
from shared.domain.analytics import Measure
from shared.storage.measures import (
    CONDITIONS,
    DURATIONS,
    OLD_ENOUGH_CONDITION,
    SCORES,
    SETTLED_CONDITION,
    Slice,
    condition,
    values,
)

_COUNTED = {
    "settled": SETTLED_CONDITION,
    "durable_of": OLD_ENOUGH_CONDITION,
    **{
        measure.value: CONDITIONS[measure]
        for measure in (
            Measure.ANSWERED,
            Measure.RESOLVED,
            Measure.DURABLE,
            Measure.HANDED_OFF,
            Measure.UNANSWERED,
            Measure.MISSED,
            Measure.REPORTED,
        )
    },
}
_HOW_LONG = {measure.value: value for measure, value in DURATIONS.items()}


def _counts(*names: str) -> str:
    return ", ".join(f"count(*) FILTER (WHERE {_COUNTED[name]}) AS {name}" for name in names)


def _durations(name: str) -> str:
    value = _HOW_LONG[name]
    return f"""count({value}) AS {name}_count,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY {value}) AS {name}_median,
        percentile_cont(0.9) WITHIN GROUP (ORDER BY {value}) AS {name}_p90"""


def _score(name: str, which: str) -> str:
    return f"""count(e.score) FILTER (WHERE {which}) AS {name}_count,
        avg(e.score) FILTER (WHERE {which})::float AS {name}_mean"""


_TOTALS = f"""
SELECT count(*) AS episodes, count(DISTINCT e.visitor_id) AS visitors,
    coalesce(sum(e.visitor_messages), 0) AS visitor_messages,
    coalesce(sum(e.ups), 0) AS ups, coalesce(sum(e.downs), 0) AS downs,
    {_counts(*_COUNTED)}, {", ".join(_durations(name) for name in _HOW_LONG)},
    {", ".join(_score(measure.value, which) for measure, which in SCORES.items())}
FROM episodes e WHERE {{condition}}
"""
_DAYS = f"""
WITH counted AS (
    SELECT (e.started_at AT TIME ZONE %(zone)s)::date AS day, count(*) AS episodes,
        {_counts("resolved", "handed_off")}
    FROM episodes e WHERE {{condition}} GROUP BY 1
)
SELECT each::date AS day, coalesce(episodes, 0) AS episodes, coalesce(resolved, 0) AS resolved,
    coalesce(handed_off, 0) AS handed_off
FROM generate_series(%(since)s::date, %(until)s::date, interval '1 day') each
LEFT JOIN counted ON counted.day = each::date ORDER BY 1
"""
_HOURS = """
SELECT extract(isodow FROM e.started_at AT TIME ZONE %(zone)s)::int AS weekday,
    extract(hour FROM e.started_at AT TIME ZONE %(zone)s)::int AS hour, count(*) AS episodes
FROM episodes e WHERE {condition} GROUP BY 1, 2 ORDER BY 1, 2
"""
_AGENTS = f"""
SELECT e.site_id, s.name AS site_name, e.agent,
    coalesce(a.name->>%(locale)s, a.name->>'ru', a.name->>'en') AS name, count(*) AS episodes,
    {_counts("resolved", "settled", "handed_off")}, sum(e.ups) AS ups, sum(e.downs) AS downs
FROM episodes e JOIN sites s ON s.id = e.site_id
LEFT JOIN agents a ON a.site_id = e.site_id AND a.slug = e.agent
WHERE {{condition}} GROUP BY 1, 2, 3, 4 ORDER BY episodes DESC, e.agent
"""
_SITES = f"""
SELECT e.site_id, s.name AS site_name, count(*) AS episodes,
    {_counts("resolved", "settled", "handed_off")}
FROM episodes e JOIN sites s ON s.id = e.site_id
WHERE {{condition}} GROUP BY 1, 2 ORDER BY episodes DESC, e.site_id
"""
_REASONS = """
SELECT e.handoff_reason AS reason, count(*) AS episodes FROM episodes e
WHERE {condition} AND e.handed_off_at IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1
"""
_OPERATORS = f"""
SELECT e.operator_id, o.name, count(*) AS episodes, {_durations("first_human")},
    {_score("score", "true")}
FROM episodes e JOIN operators o ON o.id = e.operator_id
WHERE {{condition}} GROUP BY 1, 2 ORDER BY episodes DESC, o.name
"""
_PENDING = """
SELECT count(*) AS pending FROM (SELECT FROM conversations
    WHERE episodes_due AND last_seq > 0 AND site_id = ANY(%(sites)s) LIMIT 1000) due
"""


async def summarise(
    connection: AsyncConnection[Any], asked: Slice, locale: str
) -> AnalyticsSummary:
    """Return the numbers of a slice of episodes, and of the period before it."""
    days = (asked.period.until - asked.period.since).days + 1
    before = replace(
        asked.period,
        since=asked.period.since - timedelta(days=days),
        until=asked.period.since - timedelta(days=1),
    )
    cursor = connection.cursor(row_factory=dict_row)

    async def rows(query: str, of: Slice) -> list[dict[str, Any]]:
        await cursor.execute(query.format(condition=condition(of)), values(of) | {"locale": locale})
        return await cursor.fetchall()

    return AnalyticsSummary(
        totals=_totals((await rows(_TOTALS, asked))[0]),
        previous=_totals((await rows(_TOTALS, replace(asked, period=before)))[0]),
        days=tuple(DayLine(**row) for row in await rows(_DAYS, asked)),
        hours=tuple(HourCell(**row) for row in await rows(_HOURS, asked)),
        agents=tuple(AgentLine(**row) for row in await rows(_AGENTS, asked)),
        sites=tuple(SiteLine(**row) for row in await rows(_SITES, asked)),
        reasons=tuple(ReasonLine(**row) for row in await rows(_REASONS, asked)),
        operators=tuple(_operator(row) for row in await rows(_OPERATORS, asked)),
        pending=(await rows(_PENDING, asked))[0]["pending"],
    )


def _totals(row: Mapping[str, Any]) -> Totals:
    plain = {
        name: row[name] for name in Totals.model_fields if name in row and name not in _HOW_LONG
    }
    return Totals(
        **plain,
        **{name: _how_long(row, name) for name in _HOW_LONG},
        agents_score=_mean(row, "agents_score"),
        people_score=_mean(row, "people_score"),
    )


def _operator(row: Mapping[str, Any]) -> OperatorLine:
    return OperatorLine(
        operator_id=row["operator_id"],
        name=row["name"],
        episodes=row["episodes"],
        first_human=_how_long(row, "first_human"),
        score=_mean(row, "score"),
    )


def _how_long(row: Mapping[str, Any], name: str) -> Durations:
    median, p90 = row[f"{name}_median"], row[f"{name}_p90"]
    return Durations(
        count=row[f"{name}_count"],
        median_ms=None if median is None else round(median),
        p90_ms=None if p90 is None else round(p90),
    )


def _mean(row: Mapping[str, Any], name: str) -> Score:
    return Score(count=row[f"{name}_count"], mean=row[f"{name}_mean"])
