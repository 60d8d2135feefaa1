"""The refresh cookie: how it is set and how it goes."""

from fastapi import Response

from handlers.services.sign_in import SignedIn, SignInService
from shared.contracts.account import TwoFactorChallenge
from shared.contracts.http import AccessGrant

# The prefix makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis).
COOKIE = "__Host-otvet-refresh"


def grant(response: Response, signed_in: SignedIn, service: SignInService) -> AccessGrant:
    """Put the refresh token into the cookie; returns what the body says."""
    response.set_cookie(
        COOKIE,
        signed_in.refresh_token,
        max_age=int(service.refresh_ttl.total_seconds()),
        path="/",
        secure=True,
        httponly=True,
        samesite="strict",
    )
    response.headers["Cache-Control"] = "no-store"
    return signed_in.grant


def grant_or_challenge(
    response: Response, found: SignedIn | TwoFactorChallenge, service: SignInService
) -> AccessGrant | TwoFactorChallenge:
    """Grant access, or ask for the second step."""
    if isinstance(found, SignedIn):
        return grant(response, found, service)
    response.headers["Cache-Control"] = "no-store"
    return found


def forget(response: Response) -> None:
    """Take the cookie away."""
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")
