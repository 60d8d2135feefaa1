"""``/api/v1/replies`` and ``/api/v1/sites/{site_id}/replies``: canned replies."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from handlers.api.context import OperatorDep, ServicesDep, SupervisorDep
from shared.contracts.replies import Reply, ReplyPage, ReplyPut

router = APIRouter(tags=["replies"])


@router.get("/replies", summary="Canned replies: the sites' and the operator's own")
async def replies(
    operator: OperatorDep,
    services: ServicesDep,
    site_id: UUID | None = None,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=500)] = 200,
) -> ReplyPage:
    """Return a page by shortcut; ``after`` is the ``next`` of the page before it."""
    return await services.replies.page(operator, site_id, after, limit)


@router.put("/replies/{reply_id}", summary="Keep a canned reply of one's own")
async def put_own(
    reply_id: UUID, body: ReplyPut, operator: OperatorDep, services: ServicesDep
) -> Reply:
    """Make or replace a reply that only its operator sees."""
    return await services.replies.put(operator, None, reply_id, body)


@router.delete("/replies/{reply_id}", status_code=204, summary="Delete a reply of one's own")
async def delete_own(reply_id: UUID, operator: OperatorDep, services: ServicesDep) -> None:
    """Take a reply of the operator's own away; the same id may be put again."""
    await services.replies.delete(operator, None, reply_id)


@router.put("/sites/{site_id}/replies/{reply_id}", summary="Keep a canned reply of a site")
async def put_of_site(
    site_id: UUID,
    reply_id: UUID,
    body: ReplyPut,
    operator: SupervisorDep,
    services: ServicesDep,
) -> Reply:
    """Make or replace a reply that all operators of the site use."""
    return await services.replies.put(operator, site_id, reply_id, body)


@router.delete(
    "/sites/{site_id}/replies/{reply_id}", status_code=204, summary="Delete a reply of a site"
)
async def delete_of_site(
    site_id: UUID, reply_id: UUID, operator: SupervisorDep, services: ServicesDep
) -> None:
    """Take a site's reply away; the same id may be put again."""
    await services.replies.delete(operator, site_id, reply_id)
