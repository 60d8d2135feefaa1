"""``/api/v1/auth``: operators' sign-in."""

from fastapi import APIRouter, Request, Response, status

from handlers.api.context import AddressDep, ConsoleDep, OperatorDep, ServicesDep
from handlers.services.sign_in import SignedIn
from shared.contracts.http import AccessGrant, LoginRequest, OperatorInfo

router = APIRouter(prefix="/auth", tags=["auth"])

# The prefix makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis).
COOKIE = "__Host-otvet-refresh"


@router.post("/login", summary="Sign in")
async def login(
    body: LoginRequest,
    services: ServicesDep,
    _: ConsoleDep,
    response: Response,
    address: AddressDep,
) -> AccessGrant:
    """Return an access token; the refresh token comes in an HttpOnly cookie."""
    signed_in = await services.sign_in.login(body, address)
    return _grant(response, signed_in, services)


@router.post("/refresh", summary="Trade the refresh cookie for a new access token")
async def refresh(
    request: Request, services: ServicesDep, _: ConsoleDep, response: Response
) -> AccessGrant:
    """Rotate the refresh token; one that was used before ends the whole sign-in."""
    signed_in = await services.sign_in.refresh(request.cookies.get(COOKIE))
    return _grant(response, signed_in, services)


@router.post("/logout", status_code=status.HTTP_204_NO_CONTENT, summary="Sign out")
async def logout(services: ServicesDep, operator: OperatorDep, response: Response) -> None:
    """End this sign-in everywhere, its sockets included."""
    await services.sign_in.logout(operator)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")


@router.get("/me", summary="Who is signed in")
async def me(services: ServicesDep, operator: OperatorDep) -> OperatorInfo:
    """Return the operator whose access token this is."""
    return await services.sign_in.info(operator)


def _grant(response: Response, signed_in: SignedIn, services: ServicesDep) -> AccessGrant:
    response.set_cookie(
        COOKIE,
        signed_in.refresh_token,
        max_age=int(services.sign_in.refresh_ttl.total_seconds()),
        path="/",
        secure=True,
        httponly=True,
        samesite="strict",
    )
    response.headers["Cache-Control"] = "no-store"
    return signed_in.grant
