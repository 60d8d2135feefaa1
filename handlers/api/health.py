"""``/healthz``, ``/readyz`` and ``/metrics``: for whoever runs the process."""

import asyncio
from collections.abc import Awaitable

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from handlers.api.context import ServicesDep
from shared.contracts.http import Health
from shared.kernel.errors import OtvetError
from shared.queues.delivery import BrokerUnavailable
from shared.storage.pool import AsyncDatabase, using
from shared.storage.schema import is_current

router = APIRouter(tags=["health"])


@router.get("/healthz", summary="Whether the process lives")
async def healthz() -> Health:
    """Answer, which is all that is asked."""
    return Health(ok=True)


@router.get(
    "/readyz", summary="Whether the process can do its work", responses={503: {"model": Health}}
)
async def readyz(services: ServicesDep, response: Response) -> Health:
    """Look at every part the process needs."""
    (database, schema), broker, redis = await asyncio.gather(
        _database(services.database), _works(services.producer.ping()), services.ears.work()
    )
    parts = {"database": database, "schema": schema, "broker": broker, "redis": redis}
    is_ready = all(parts.values())
    response.status_code = 200 if is_ready else 503
    return Health(ok=is_ready, parts=parts)


@router.get("/metrics", include_in_schema=False)
async def metrics() -> Response:
    """Return the metrics of this process in Prometheus's text form."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


async def _database(database: AsyncDatabase) -> tuple[bool, bool]:
    """Whether PostgreSQL answers, and whether it was migrated as far as this version needs."""
    try:
        async with using(database) as connection:
            return True, await is_current(connection)
    except OtvetError:
        return False, False


async def _works(check: Awaitable[None]) -> bool:
    try:
        await check
    except (OtvetError, BrokerUnavailable):
        return False
    return True
