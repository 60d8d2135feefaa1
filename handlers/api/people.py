"""``/api/v1/people``: the operators of an administrator's sites."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from handlers.api.context import AdminDep, ServicesDep
from shared.contracts.account import SessionList
from shared.contracts.people import (
    InvitationCreate,
    InvitationLink,
    InvitationList,
    PasswordLink,
    PersonInfo,
    PersonPage,
    PersonPatch,
    TwoFactorRule,
    TwoFactorRulePut,
    TwoFactorRules,
)

router = APIRouter(prefix="/people", tags=["people"])


@router.get("", summary="Operators of the administrator's sites")
async def people(
    operator: AdminDep,
    services: ServicesDep,
    text: Annotated[str | None, Query(min_length=1, max_length=100)] = None,
    after: UUID | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> PersonPage:
    """Return operators by name, those whose name or e-mail holds ``text``."""
    return await services.people.page(operator, text, after, limit)


@router.get("/invitations", summary="Open invitations")
async def invitations(operator: AdminDep, services: ServicesDep) -> InvitationList:
    """Return invitations that nobody has accepted yet, newest first."""
    return await services.invitations.all(operator)


@router.post("/invitations", status_code=status.HTTP_201_CREATED, summary="Invite somebody")
async def invite(
    body: InvitationCreate, operator: AdminDep, services: ServicesDep, response: Response
) -> InvitationLink:
    """Return the link to hand over: good once, for a week."""
    response.headers["Cache-Control"] = "no-store"
    return await services.invitations.create(operator, body)


@router.post("/invitations/{invitation_id}/renew", summary="Make an invitation's link anew")
async def renew(
    invitation_id: UUID, operator: AdminDep, services: ServicesDep, response: Response
) -> InvitationLink:
    """Return a new link, good for a week; the old one is worthless."""
    response.headers["Cache-Control"] = "no-store"
    return await services.invitations.renew(operator, invitation_id)


@router.delete(
    "/invitations/{invitation_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="Take an invitation back",
)
async def revoke_invitation(invitation_id: UUID, operator: AdminDep, services: ServicesDep) -> None:
    """Make its link worthless."""
    await services.invitations.revoke(operator, invitation_id)


@router.get("/two-factor", summary="Which sites require a second factor")
async def rules(operator: AdminDep, services: ServicesDep) -> TwoFactorRules:
    """Return the rule of each of the administrator's sites, and how many people have one."""
    return await services.people.rules(operator)


@router.put("/two-factor/{site_id}", summary="Require a second factor, or no longer")
async def set_rule(
    site_id: UUID, body: TwoFactorRulePut, operator: AdminDep, services: ServicesDep
) -> TwoFactorRule:
    """Change the rule; who has no second factor sets it up at the next sign-in, which is now."""
    return await services.people.set_rule(operator, site_id, required=body.required)


@router.patch("/{operator_id}", summary="Change an operator")
async def change(
    operator_id: UUID, body: PersonPatch, operator: AdminDep, services: ServicesDep
) -> PersonInfo:
    """Change name, role, sites, or disable; it holds at once, on open sockets too."""
    return await services.people.change(operator, operator_id, body)


@router.post("/{operator_id}/password-link", summary="Make a link for a new password")
async def password_link(
    operator_id: UUID, operator: AdminDep, services: ServicesDep, response: Response
) -> PasswordLink:
    """Return the link to hand over: good once, for a day."""
    response.headers["Cache-Control"] = "no-store"
    return await services.password_links.create(operator, operator_id)


@router.delete("/{operator_id}/two-factor", summary="Reset somebody's second factor")
async def reset_two_factor(
    operator_id: UUID, operator: AdminDep, services: ServicesDep
) -> PersonInfo:
    """Take it away from who has lost it; all their sign-ins end."""
    return await services.people.reset_two_factor(operator, operator_id)


@router.get("/{operator_id}/sessions", summary="An operator's sign-ins")
async def sessions(operator_id: UUID, operator: AdminDep, services: ServicesDep) -> SessionList:
    """Return the open ones, last used first."""
    return await services.people.sessions(operator, operator_id)


@router.delete(
    "/{operator_id}/sessions",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="End all of an operator's sign-ins",
)
async def revoke_all(operator_id: UUID, operator: AdminDep, services: ServicesDep) -> None:
    """End them; their sockets close."""
    await services.people.revoke(operator, operator_id, None)


@router.delete(
    "/{operator_id}/sessions/{session_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="End one of an operator's sign-ins",
)
async def revoke(
    operator_id: UUID, session_id: UUID, operator: AdminDep, services: ServicesDep
) -> None:
    """End it; its sockets close."""
    await services.people.revoke(operator, operator_id, session_id)
