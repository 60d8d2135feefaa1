"""``/api/v1/labels``: the labels of sites; and which of them a conversation carries."""

from uuid import UUID

from fastapi import APIRouter

from handlers.api.context import OperatorDep, ServicesDep, SupervisorDep
from shared.contracts.inbox import LabelInfo, LabelList, LabelPatch, LabelPost

router = APIRouter(tags=["labels"])


@router.get("/labels", summary="Labels of the operator's sites")
async def labels(operator: OperatorDep, services: ServicesDep) -> LabelList:
    """Return all labels that may be put on conversations."""
    return await services.labels.all(operator)


@router.post("/labels", summary="Make a label", status_code=201)
async def add_label(body: LabelPost, operator: SupervisorDep, services: ServicesDep) -> LabelInfo:
    """Make a label of a site; a name is given once."""
    return await services.labels.add(operator, body)


@router.patch("/labels/{label_id}", summary="Change a label's name and colour")
async def change_label(
    label_id: UUID, body: LabelPatch, operator: SupervisorDep, services: ServicesDep
) -> LabelInfo:
    """Change a label wherever it is."""
    return await services.labels.change(operator, label_id, body)


@router.delete("/labels/{label_id}", summary="Delete a label", status_code=204)
async def delete_label(label_id: UUID, operator: SupervisorDep, services: ServicesDep) -> None:
    """Delete a label; every conversation loses it."""
    await services.labels.delete(operator, label_id)


@router.put(
    "/conversations/{conversation_id}/labels/{label_id}",
    summary="Put a label on a conversation",
    status_code=204,
)
async def put_on(
    conversation_id: UUID, label_id: UUID, operator: OperatorDep, services: ServicesDep
) -> None:
    """Put a label on; one that is on it stays."""
    await services.labels.put(operator, conversation_id, label_id, on=True)


@router.delete(
    "/conversations/{conversation_id}/labels/{label_id}",
    summary="Take a label off a conversation",
    status_code=204,
)
async def take_off(
    conversation_id: UUID, label_id: UUID, operator: OperatorDep, services: ServicesDep
) -> None:
    """Take a label off; one that is not on it is no error."""
    await services.labels.put(operator, conversation_id, label_id, on=False)
