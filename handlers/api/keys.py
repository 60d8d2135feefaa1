"""``/api/v1/keys``: keys of the API."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from handlers.api.context import AdminDep, ServicesDep
from shared.contracts.api_keys import ApiKeyCreate, ApiKeyList, ApiKeySecret

router = APIRouter(prefix="/keys", tags=["keys"])


@router.get("", summary="Keys to the administrator's sites")
async def keys(operator: AdminDep, services: ServicesDep) -> ApiKeyList:
    """Return keys without the keys themselves, those in use first."""
    return await services.keys.all(operator)


@router.post("", status_code=status.HTTP_201_CREATED, summary="Make a key")
async def create(
    body: ApiKeyCreate, operator: AdminDep, services: ServicesDep, response: Response
) -> ApiKeySecret:
    """Make a key and show it, this once; what is kept of it is a hash."""
    response.headers["Cache-Control"] = "no-store"
    return await services.keys.create(operator, body)


@router.delete("/{key_id}", status_code=status.HTTP_204_NO_CONTENT, summary="Revoke a key")
async def revoke(key_id: UUID, operator: AdminDep, services: ServicesDep) -> None:
    """Let a key open nothing any more, from its next request on."""
    await services.keys.revoke(operator, key_id)
