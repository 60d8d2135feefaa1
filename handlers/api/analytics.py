"""``/api/v1/analytics``: how the agents and the people do, over episodes (docs/adr/0018)."""

import zoneinfo
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from fastapi.responses import StreamingResponse

from handlers.api.context import AnalyticsReader, LocaleDep, ServicesDep
from shared.contracts.analytics import AnalyticsSummary, EpisodePage, QuestionGroups
from shared.domain.analytics import LONGEST, Measure
from shared.domain.words import HandoffReason
from shared.kernel.errors import ErrorCode, InvalidInput, NotFound
from shared.storage.measures import Period, Slice

router = APIRouter(prefix="/analytics", tags=["analytics"])

_CSV = {"content": {"text/csv": {"schema": {"type": "string"}}}, "description": "The episodes"}


def period(
    since: Annotated[date, Query(description="The first day", examples=["2026-11-01"])],
    until: Annotated[date, Query(description="The last day", examples=["2026-11-26"])],
    zone: Annotated[str, Query(max_length=64, examples=["Europe/Moscow"])] = "UTC",
) -> Period:
    """Read a period of at most a year.

    Raises:
        InvalidInput: it ends before it begins, is too long, or the time zone does not exist.
    """
    if not 0 <= (until - since).days < LONGEST or since.year < 2000 or until.year > 2200:
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="until")
    if zone not in zoneinfo.available_timezones():
        raise InvalidInput(ErrorCode.INVALID_PAYLOAD, detail="zone")
    return Period(since, until, zone)


def asked(  # the dimensions of a slice
    operator: AnalyticsReader,
    days: Annotated[Period, Depends(period)],
    site_id: UUID | None = None,
    agent: Annotated[str | None, Query(pattern=r"^[a-z][a-z0-9_-]{1,31}$")] = None,
    operator_id: UUID | None = None,
    reason: HandoffReason | Literal["unknown"] | None = None,
    weekday: Annotated[int | None, Query(ge=1, le=7)] = None,
    hour: Annotated[int | None, Query(ge=0, le=23)] = None,
) -> Slice:
    """Read which episodes are asked for.

    Raises:
        NotFound: the site is none of the caller's.
    """
    if site_id is not None and site_id not in operator.sites:
        raise NotFound(ErrorCode.SITE_UNKNOWN)
    sites = list(operator.sites) if site_id is None else [site_id]
    return Slice(sites, days, agent, operator_id, reason, weekday, hour)


SliceDep = Annotated[Slice, Depends(asked)]


@router.get("/summary", summary="Numbers of a period, and of the one before it")
async def summary(wanted: SliceDep, services: ServicesDep, locale: LocaleDep) -> AnalyticsSummary:
    """Return how many episodes there were, what became of them, and how long it took."""
    return await services.analytics.summary(wanted, locale)


@router.get("/episodes", summary="The episodes behind a number")
async def episodes(
    wanted: SliceDep,
    services: ServicesDep,
    measure: Measure = Measure.EPISODES,
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> EpisodePage:
    """Return a page, newest first; ``before`` is the ``next`` of the page above it.

    What took longest comes first when the measure is a time.
    """
    return await services.analytics.episodes(wanted, measure, before, limit)


@router.get(
    "/episodes.csv",
    summary="The episodes behind a number, as a table",
    response_class=StreamingResponse,
    responses={200: _CSV},
)
async def table(
    wanted: SliceDep, services: ServicesDep, measure: Measure = Measure.EPISODES
) -> StreamingResponse:
    """Return up to 100,000 episodes, in the order of the list."""
    name = f"otvet-{measure}-{wanted.period.since}-{wanted.period.until}.csv"
    return StreamingResponse(
        services.analytics.table(wanted, measure),
        media_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "no-store",
        },
    )


@router.get("/questions", summary="Questions that no agent could answer, grouped")
async def questions(wanted: SliceDep, services: ServicesDep) -> QuestionGroups:
    """Return groups of the newest 2,000 such questions, the most frequent first."""
    return await services.analytics.questions(wanted)
