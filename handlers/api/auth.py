"""``/api/v1/auth``: operators' sign-in, in one step or two, and the links that lead to one."""

from fastapi import APIRouter, Request, Response, status

from handlers.api.context import ConsoleDep, DeviceDep, OperatorDep, ServicesDep
from handlers.api.cookies import COOKIE, forget, grant, grant_or_challenge
from shared.contracts.account import (
    FirstGrant,
    InvitationAccept,
    InvitationView,
    LinkLook,
    PasswordLinkUse,
    PasswordLinkView,
    TicketOnly,
    TwoFactorAnswer,
    TwoFactorChallenge,
    TwoFactorSetup,
)
from shared.contracts.http import AccessGrant, LoginRequest, OperatorInfo

router = APIRouter(prefix="/auth", tags=["auth"])


@router.post("/login", summary="Sign in")
async def login(
    body: LoginRequest,
    services: ServicesDep,
    _: ConsoleDep,
    response: Response,
    device: DeviceDep,
) -> AccessGrant | TwoFactorChallenge:
    """Return an access token, or a ticket for the second step.

    The refresh token comes in an HttpOnly cookie.
    """
    found = await services.sign_in.login(body, device)
    return grant_or_challenge(response, found, services.sign_in)


@router.post("/two-factor", summary="Sign in: the second step")
async def second_step(
    body: TwoFactorAnswer,
    services: ServicesDep,
    _: ConsoleDep,
    response: Response,
    device: DeviceDep,
) -> AccessGrant:
    """Trade the ticket and a code, of the app or a recovery code, for access."""
    signed_in = await services.sign_in.second_step(
        body.ticket.get_secret_value(), body.code.get_secret_value(), device
    )
    return grant(response, signed_in, services.sign_in)


@router.post("/two-factor/setup", summary="Set up the second factor that a site requires")
async def begin_setup(
    body: TicketOnly, services: ServicesDep, _: ConsoleDep, response: Response
) -> TwoFactorSetup:
    """Return what the authenticator app needs; a code of it then confirms."""
    response.headers["Cache-Control"] = "no-store"
    return await services.sign_in.begin_setup(body.ticket.get_secret_value())


@router.post("/two-factor/confirm", summary="Confirm the second factor and sign in")
async def confirm_setup(
    body: TwoFactorAnswer,
    services: ServicesDep,
    _: ConsoleDep,
    response: Response,
    device: DeviceDep,
) -> FirstGrant:
    """Turn the second factor on; returns access and the recovery codes."""
    signed_in, codes = await services.sign_in.confirm_setup(
        body.ticket.get_secret_value(), body.code.get_secret_value(), device
    )
    access = grant(response, signed_in, services.sign_in)
    return FirstGrant(grant=access, codes=tuple(codes))


@router.post("/refresh", summary="Trade the refresh cookie for a new access token")
async def refresh(
    request: Request,
    services: ServicesDep,
    _: ConsoleDep,
    response: Response,
    device: DeviceDep,
) -> AccessGrant:
    """Rotate the refresh token; one that was used before ends the whole sign-in."""
    signed_in = await services.sign_in.refresh(request.cookies.get(COOKIE), device)
    return grant(response, signed_in, services.sign_in)


@router.post("/logout", status_code=status.HTTP_204_NO_CONTENT, summary="Sign out")
async def logout(services: ServicesDep, operator: OperatorDep, response: Response) -> None:
    """End this sign-in everywhere, its sockets included."""
    await services.sign_in.logout(operator)
    forget(response)


@router.get("/me", summary="Who is signed in")
async def me(services: ServicesDep, operator: OperatorDep) -> OperatorInfo:
    """Return the operator whose access token this is."""
    return await services.sign_in.info(operator)


@router.post("/invitation", summary="What is behind an invitation's link")
async def invitation(
    body: LinkLook, services: ServicesDep, _: ConsoleDep, device: DeviceDep
) -> InvitationView:
    """Return who is invited, by whom and to what."""
    return await services.invitations.look(body.token.get_secret_value(), device)


@router.post("/invitation/accept", summary="Accept an invitation")
async def accept(
    body: InvitationAccept,
    services: ServicesDep,
    _: ConsoleDep,
    response: Response,
    device: DeviceDep,
) -> AccessGrant | TwoFactorChallenge:
    """Become an operator, or add the sites to those one has, and sign in."""
    found = await services.invitations.accept(body, device)
    return grant_or_challenge(response, found, services.sign_in)


@router.post("/password-link", summary="Whose password a link sets")
async def password_link(
    body: LinkLook, services: ServicesDep, _: ConsoleDep, device: DeviceDep
) -> PasswordLinkView:
    """Return whose password the link sets, and until when."""
    return await services.password_links.look(body.token.get_secret_value(), device)


@router.post("/password-link/use", summary="Set a new password by a link")
async def use_password_link(
    body: PasswordLinkUse,
    services: ServicesDep,
    _: ConsoleDep,
    response: Response,
    device: DeviceDep,
) -> AccessGrant | TwoFactorChallenge:
    """Set the password, end all other sign-ins, and sign in."""
    found = await services.password_links.use(body, device)
    return grant_or_challenge(response, found, services.sign_in)
