"""``/api/v1/sites``: the sites, and all that is decided of them."""

from uuid import UUID

from fastapi import APIRouter, status

from handlers.api.context import AdminDep, ServicesDep
from shared.contracts.sites import (
    IdentityKeyAdd,
    IdentitySecret,
    RotateRequest,
    SiteCreate,
    SiteDelete,
    SiteDetail,
    SiteList,
    SitePatch,
)

router = APIRouter(prefix="/sites", tags=["sites"])


@router.get("", summary="The administrator's sites")
async def sites(operator: AdminDep, services: ServicesDep) -> SiteList:
    """Return the sites, disabled ones too, with where each was last seen."""
    return await services.sites.all(operator)


@router.post("", summary="Make a site", status_code=status.HTTP_201_CREATED)
async def create(body: SiteCreate, operator: AdminDep, services: ServicesDep) -> SiteDetail:
    """Make a site with a key of its own; the administrator works for it from now on."""
    return await services.sites.create(operator, body)


@router.get("/{site_id}", summary="All of a site")
async def site(site_id: UUID, operator: AdminDep, services: ServicesDep) -> SiteDetail:
    """Return what is decided of a site, and what is seen of it."""
    return await services.sites.one(operator, site_id)


@router.patch("/{site_id}", summary="Change a site")
async def change(
    site_id: UUID, body: SitePatch, operator: AdminDep, services: ServicesDep
) -> SiteDetail:
    """Keep what the body names; widgets that open from now on obey it."""
    return await services.sites.change(operator, site_id, body)


@router.post("/{site_id}/key", summary="Give a site a new public key")
async def rotate_key(
    site_id: UUID, body: RotateRequest, operator: AdminDep, services: ServicesDep
) -> SiteDetail:
    """Make a new key; the old one is good for the grace, then unknown."""
    return await services.sites.rotate_key(operator, site_id, body)


@router.post("/{site_id}/identity-secret", summary="Make a new identity secret")
async def rotate_secret(
    site_id: UUID, body: RotateRequest, operator: AdminDep, services: ServicesDep
) -> IdentitySecret:
    """Make a secret and tell it, this once; the one before is good for the grace."""
    return await services.sites.rotate_secret(operator, site_id, body)


@router.post(
    "/{site_id}/identity-keys",
    status_code=status.HTTP_201_CREATED,
    summary="Set a public key for identities",
)
async def add_key(
    site_id: UUID, body: IdentityKeyAdd, operator: AdminDep, services: ServicesDep
) -> SiteDetail:
    """Believe what is signed with the private half, from now on, beside the secret."""
    return await services.sites.add_key(operator, site_id, body)


@router.delete("/{site_id}/identity-keys/{key_id}", summary="Remove a public key for identities")
async def remove_key(
    site_id: UUID, key_id: str, operator: AdminDep, services: ServicesDep
) -> SiteDetail:
    """Believe nothing any more that is signed with it."""
    return await services.sites.remove_key(operator, site_id, key_id)


@router.post(
    "/{site_id}/deletion",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="Delete a site with all there is of it",
)
async def delete(
    site_id: UUID, body: SiteDelete, operator: AdminDep, services: ServicesDep
) -> None:
    """Shut everybody out at once and erase everything in the background; it does not come back."""
    await services.site_deletion.delete(operator, site_id, body)
