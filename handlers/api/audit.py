"""``/api/v1/audit``: who changed what."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from handlers.api.context import AdminDep, ServicesDep
from handlers.services.audit import place
from shared.contracts.audit import AuditPage
from shared.domain.audit import AuditAction
from shared.storage.audit import AuditFilter

router = APIRouter(prefix="/audit", tags=["audit"])


@router.get("", summary="Changes of configuration and people, newest first")
async def entries(
    operator: AdminDep,
    services: ServicesDep,
    action: AuditAction | None = None,
    actor_id: UUID | None = None,
    subject: Annotated[str | None, Query(min_length=1, max_length=200)] = None,
    before: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> AuditPage:
    """Return entries about the administrator's sites; ``before`` is the ``next`` of a page."""
    asked = AuditFilter(action, actor_id, subject, place(before))
    return await services.audit.page(operator, asked, limit)
