"""``/api/v1/webhooks``: what other systems are told, and whether it reached them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from handlers.api.context import AdminDep, ServicesDep
from shared.contracts.webhooks import (
    DeliveryInfo,
    DeliveryPage,
    WebhookCreate,
    WebhookInfo,
    WebhookList,
    WebhookPatch,
    WebhookSecret,
)
from shared.domain.webhooks import DeliveryState

router = APIRouter(prefix="/webhooks", tags=["webhooks"])


@router.get("", summary="Webhooks of the administrator's sites")
async def webhooks(operator: AdminDep, services: ServicesDep) -> WebhookList:
    """Return them without their secrets."""
    return await services.webhooks.all(operator)


@router.post("", status_code=status.HTTP_201_CREATED, summary="Make a webhook")
async def create(
    body: WebhookCreate, operator: AdminDep, services: ServicesDep, response: Response
) -> WebhookSecret:
    """Make a webhook and show its secret, this once."""
    response.headers["Cache-Control"] = "no-store"
    return await services.webhooks.create(operator, body)


@router.patch("/{webhook_id}", summary="Change a webhook, or enable it again")
async def change(
    webhook_id: UUID, body: WebhookPatch, operator: AdminDep, services: ServicesDep
) -> WebhookInfo:
    """Change where it is told, of what, or whether at all."""
    return await services.webhooks.change(operator, webhook_id, body)


@router.delete("/{webhook_id}", status_code=status.HTTP_204_NO_CONTENT, summary="Delete a webhook")
async def delete(webhook_id: UUID, operator: AdminDep, services: ServicesDep) -> None:
    """Delete it with its log; what waited is not sent any more."""
    await services.webhooks.delete(operator, webhook_id)


@router.post("/{webhook_id}/secret", summary="Give a webhook another secret")
async def rotate(
    webhook_id: UUID, operator: AdminDep, services: ServicesDep, response: Response
) -> WebhookSecret:
    """Show the new secret, this once; for 24 hours the one before it signs as well."""
    response.headers["Cache-Control"] = "no-store"
    return await services.webhooks.rotate(operator, webhook_id)


@router.post(
    "/{webhook_id}/test", status_code=status.HTTP_202_ACCEPTED, summary="Send a test event"
)
async def test(webhook_id: UUID, operator: AdminDep, services: ServicesDep) -> DeliveryInfo:
    """Have a ``webhook.tested`` delivered as any other event is; the log tells what came of it."""
    return await services.webhooks.test(operator, webhook_id)


@router.get("/{webhook_id}/deliveries", summary="What was sent to a webhook")
async def deliveries(
    webhook_id: UUID,
    operator: AdminDep,
    services: ServicesDep,
    state: DeliveryState | None = None,
    before: Annotated[int | None, Query(ge=1, le=2**63 - 1)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> DeliveryPage:
    """Return deliveries with their attempts, newest first, as long as the site keeps them."""
    return await services.webhooks.log(
        operator, webhook_id, state=state, before=before, limit=limit
    )


@router.post(
    "/{webhook_id}/deliveries/{event_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="Deliver an event again",
)
async def redeliver(
    webhook_id: UUID, event_id: UUID, operator: AdminDep, services: ServicesDep
) -> None:
    """Send it once more under its old id, whatever came of it before."""
    await services.webhooks.redeliver(operator, webhook_id, event_id)
