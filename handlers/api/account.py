"""``/api/v1/account``: what operators see and change of themselves."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from handlers.api.context import OperatorDep, ServicesDep
from shared.contracts.account import (
    AccountInfo,
    AccountPatch,
    CodeOnly,
    PasswordChange,
    PasswordOnly,
    RecoveryCodes,
    SessionList,
    TwoFactorOff,
    TwoFactorSetup,
)

router = APIRouter(prefix="/account", tags=["account"])


@router.get("", summary="One's own account")
async def info(operator: OperatorDep, services: ServicesDep) -> AccountInfo:
    """Return who is signed in, and how their sign-in is protected."""
    return await services.account.info(operator)


@router.patch("", summary="Change one's name or language")
async def change(body: AccountPatch, operator: OperatorDep, services: ServicesDep) -> AccountInfo:
    """Change what is given; returns the account as it is now."""
    return await services.account.change(operator, body)


@router.post("/password", status_code=status.HTTP_204_NO_CONTENT, summary="Change one's password")
async def password(body: PasswordChange, operator: OperatorDep, services: ServicesDep) -> None:
    """Choose another password; all other sign-ins end."""
    await services.account.change_password(operator, body)


@router.post("/two-factor/setup", summary="Begin to set up one's second factor")
async def begin_two_factor(
    body: PasswordOnly, operator: OperatorDep, services: ServicesDep, response: Response
) -> TwoFactorSetup:
    """Return what the authenticator app needs; a code of it then confirms."""
    response.headers["Cache-Control"] = "no-store"
    return await services.account.begin_two_factor(operator, body.password.get_secret_value())


@router.post("/two-factor/confirm", summary="Turn one's second factor on")
async def confirm_two_factor(
    body: CodeOnly, operator: OperatorDep, services: ServicesDep, response: Response
) -> RecoveryCodes:
    """Return the recovery codes; all other sign-ins end."""
    response.headers["Cache-Control"] = "no-store"
    codes = await services.account.confirm_two_factor(operator, body.code.get_secret_value())
    return RecoveryCodes(codes=tuple(codes))


@router.post("/two-factor/recovery-codes", summary="Make new recovery codes")
async def recovery_codes(
    body: PasswordOnly, operator: OperatorDep, services: ServicesDep, response: Response
) -> RecoveryCodes:
    """Return ten new codes; the old ones are worthless."""
    response.headers["Cache-Control"] = "no-store"
    codes = await services.account.renew_codes(operator, body.password.get_secret_value())
    return RecoveryCodes(codes=tuple(codes))


@router.post(
    "/two-factor/off",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="Turn one's second factor off",
)
async def turn_off(body: TwoFactorOff, operator: OperatorDep, services: ServicesDep) -> None:
    """Turn it off, unless a site requires it."""
    await services.account.turn_off_two_factor(
        operator, body.password.get_secret_value(), body.code.get_secret_value()
    )


@router.get("/sessions", summary="One's own sign-ins")
async def sessions(operator: OperatorDep, services: ServicesDep) -> SessionList:
    """Return the open ones, last used first."""
    return await services.account.sessions(operator)


@router.delete(
    "/sessions/{session_id}",
    status_code=status.HTTP_204_NO_CONTENT,
    summary="End one of one's sign-ins",
)
async def revoke(session_id: UUID, operator: OperatorDep, services: ServicesDep) -> None:
    """End it; its sockets close."""
    await services.account.revoke(operator, session_id)


@router.delete(
    "/sessions", status_code=status.HTTP_204_NO_CONTENT, summary="End all other sign-ins"
)
async def revoke_others(operator: OperatorDep, services: ServicesDep) -> None:
    """End all but the one that asks; their sockets close."""
    await services.account.revoke_others(operator)
