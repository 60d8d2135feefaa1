"""``/api/v1/visitors``: visitors' data, given out or erased on request."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status
from fastapi.responses import StreamingResponse

from handlers.api.context import (
    ServicesDep,
    VisitorEraser,
    VisitorExporter,
    VisitorReader,
)
from shared.contracts.privacy import (
    RequestKind,
    VisitorPage,
    VisitorRequestInfo,
    VisitorRequestPage,
)

router = APIRouter(prefix="/visitors", tags=["visitors"])

_ZIP = {"application/zip": {"schema": {"type": "string", "format": "binary"}}}


@router.get("", summary="Find visitors")
async def find(
    operator: VisitorReader,
    services: ServicesDep,
    text: Annotated[
        str | None,
        Query(min_length=1, max_length=200, pattern=r"^[^\x00]+$", examples=["anna@example.com"]),
    ] = None,
    before: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> VisitorPage:
    """Return visitors of one's sites who said something, newest first.

    ``text`` is words of a name or their beginnings, the beginning of an e-mail, the id that their
    site knows them by (that one comes first), a visitor's id or that of one of their conversations.
    """
    return await services.privacy.find(operator, text, before, limit)


@router.get("/requests", summary="Exports and erasures that were asked for")
async def requests(
    operator: VisitorReader,
    services: ServicesDep,
    before: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> VisitorRequestPage:
    """Return what was asked for, newest first."""
    return await services.privacy.requests(operator, before, limit)


@router.get("/requests/{request_id}", summary="How far an export or an erasure has come")
async def request(
    request_id: UUID, operator: VisitorReader, services: ServicesDep
) -> VisitorRequestInfo:
    """Return one request."""
    return await services.privacy.one(operator, request_id)


@router.get(
    "/requests/{request_id}/archive",
    summary="Fetch what was exported",
    response_class=Response,
    responses={200: {"content": _ZIP, "description": "``visitor.json``, ``visitor.md``, files"}},
)
async def archive(
    request_id: UUID, operator: VisitorExporter, services: ServicesDep
) -> StreamingResponse:
    """Return the archive, within 24 hours of its making; that it was taken is audited."""
    size, pieces = await services.privacy.archive(operator, request_id)
    return StreamingResponse(
        pieces,
        media_type="application/zip",
        headers={
            "Content-Length": str(size),
            "Content-Disposition": f'attachment; filename="visitor-{request_id}.zip"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


@router.post(
    "/{visitor_id}/export",
    status_code=status.HTTP_202_ACCEPTED,
    summary="Export all there is of a visitor",
)
async def export(
    visitor_id: UUID, operator: VisitorExporter, services: ServicesDep
) -> VisitorRequestInfo:
    """Begin an export; asked for again while it is under way, it is the same one."""
    return await services.privacy.request(operator, visitor_id, RequestKind.EXPORT)


@router.delete(
    "/{visitor_id}",
    status_code=status.HTTP_202_ACCEPTED,
    summary="Erase all there is of a visitor",
)
async def erase(
    visitor_id: UUID, operator: VisitorEraser, services: ServicesDep
) -> VisitorRequestInfo:
    """Begin an erasure, which cannot be undone; asked for again, it is the same one."""
    return await services.privacy.request(operator, visitor_id, RequestKind.ERASURE)
