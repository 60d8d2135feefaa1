"""``/api/v1/retention``: how long sites keep things."""

from uuid import UUID

from fastapi import APIRouter

from handlers.api.context import AdminDep, ServicesDep
from shared.contracts.privacy import (
    RetentionInfo,
    RetentionList,
    RetentionPreview,
    RetentionPut,
)

router = APIRouter(prefix="/retention", tags=["retention"])


@router.get("", summary="How long each site keeps things")
async def policies(operator: AdminDep, services: ServicesDep) -> RetentionList:
    """Return the policies of the administrator's sites; by default all is kept."""
    return await services.privacy.policies(operator)


@router.put("/{site_id}", summary="Decide how long a site keeps things")
async def put(
    site_id: UUID, body: RetentionPut, operator: AdminDep, services: ServicesDep
) -> RetentionInfo:
    """Store the policy; within minutes what is older is deleted, for good."""
    return await services.privacy.keep(operator, site_id, body)


@router.post("/{site_id}/preview", summary="How much a policy would delete now")
async def preview(
    site_id: UUID, body: RetentionPut, operator: AdminDep, services: ServicesDep
) -> RetentionPreview:
    """Count; nothing is deleted or stored."""
    return await services.privacy.preview(operator, site_id, body)
