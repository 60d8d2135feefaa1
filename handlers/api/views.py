"""``/api/v1/views``: filters of the inbox under a name."""

from uuid import UUID

from fastapi import APIRouter

from handlers.api.context import OperatorDep, ServicesDep
from shared.contracts.inbox import ViewInfo, ViewList, ViewPut

router = APIRouter(prefix="/views", tags=["views"])


@router.get("", summary="The operator's views, and those shared with them")
async def views(operator: OperatorDep, services: ServicesDep) -> ViewList:
    """Return all views that the operator sees in the list."""
    return await services.views.all(operator)


@router.post("", summary="Keep filters under a name", status_code=201)
async def add_view(body: ViewPut, operator: OperatorDep, services: ServicesDep) -> ViewInfo:
    """Keep a view; a supervisor may share it with the people of a site."""
    return await services.views.add(operator, body)


@router.put("/{view_id}", summary="Change a view")
async def change_view(
    view_id: UUID, body: ViewPut, operator: OperatorDep, services: ServicesDep
) -> ViewInfo:
    """Change one's own view, or as a supervisor a shared one."""
    return await services.views.change(operator, view_id, body)


@router.delete("/{view_id}", summary="Delete a view", status_code=204)
async def delete_view(view_id: UUID, operator: OperatorDep, services: ServicesDep) -> None:
    """Delete one's own view, or as a supervisor a shared one."""
    await services.views.delete(operator, view_id)
