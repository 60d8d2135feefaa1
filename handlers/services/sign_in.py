"""Operators' sign-in: in one step or two, short access tokens, rotating refresh tokens."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeGuard

from handlers.services.caller import OperatorCaller
from handlers.services.limits import Limits
from handlers.services.revocations import Revocations
from handlers.services.two_factor import TwoFactorService
from shared.auth.passwords import PasswordChecker
from shared.auth.tokens import (
    TICKET_TTL,
    Ticket,
    Tokens,
    is_of,
    new_refresh_token,
    refresh_hash,
)
from shared.contracts.account import TwoFactorChallenge, TwoFactorSetup
from shared.contracts.http import AccessGrant, LoginRequest, OperatorInfo
from shared.domain.devices import Device
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, NotAuthenticated
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.people import (
    Operator,
    end_session,
    operator_by_email,
    operator_by_id,
    operator_of_session,
    rotate,
    start_session,
)
from shared.storage.pool import AsyncDatabase, using

# Guessing is slow for one account from anywhere, and for one address over all accounts.
_PER_ADDRESS = 50
_WINDOW = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An access grant for the body, a refresh token for the cookie alone."""

    grant: AccessGrant
    refresh_token: str


class SignInService:
    """Signs operators in, keeps them in, and puts them out."""

    def __init__(
        self,
        database: AsyncDatabase,
        tokens: Tokens,
        passwords: PasswordChecker,
        limits: Limits,
        two_factor: TwoFactorService,
        revocations: Revocations,
        refresh_ttl: timedelta,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._tokens = tokens
        self._passwords = passwords
        self._limits = limits
        self._two_factor = two_factor
        self._revocations = revocations
        self.refresh_ttl = refresh_ttl
        self._clock = clock

    async def login(self, request: LoginRequest, device: Device) -> SignedIn | TwoFactorChallenge:
        """Begin a sign-in.

        Raises:
            NotAuthenticated: e-mail or password is wrong; which of them is not said, nor is it
                to be told from the time it takes.
            RateLimited: too many attempts.
        """
        account = request.email.lower()
        await self._limits.hit("login-from", device.address, _PER_ADDRESS, _WINDOW)
        await self._limits.attempt("login", account)
        async with using(self._database) as connection:
            operator = await operator_by_email(connection, request.email)
        password_hash = operator.password_hash if operator else None
        matches = await self._passwords.check(request.password.get_secret_value(), password_hash)
        if operator is None or not matches:
            get_logger().info("operator.sign_in_failed")
            raise NotAuthenticated(ErrorCode.CREDENTIALS_WRONG)
        await self._limits.forgive("login", account)
        return await self.proceed(operator, device)

    async def proceed(self, operator: Operator, device: Device) -> SignedIn | TwoFactorChallenge:
        """Go on with somebody whose password, or link, was right."""
        if not operator.has_two_factor and not operator.is_held_out:
            return await self._start(operator, device)
        kind = Ticket.CODE if operator.has_two_factor else Ticket.SETUP
        ticket = self._tokens.for_ticket(kind, operator.id, operator.password_hash, self._clock())
        return TwoFactorChallenge(
            ticket=ticket,
            setup_required=kind is Ticket.SETUP,
            expires_in=int(TICKET_TTL.total_seconds()),
        )

    async def second_step(self, ticket: str, code: str, device: Device) -> SignedIn:
        """Finish a sign-in with a code of the app, or a recovery code.

        Raises:
            NotAuthenticated: the ticket is none of ours or old, or the code is wrong or was used.
            RateLimited: too many guesses.
        """
        operator = await self._holder(Ticket.CODE, ticket)
        if not await self._two_factor.check(operator.id, code):
            get_logger().info("operator.code_wrong", operator_id=str(operator.id))
            raise NotAuthenticated(ErrorCode.CODE_WRONG)
        return await self._start(operator, device)

    async def begin_setup(self, ticket: str) -> TwoFactorSetup:
        """Begin to set up the second factor that a site of the operator requires.

        Raises:
            NotAuthenticated: the ticket is none of ours or old.
            Conflict: it was set up meanwhile.
        """
        return await self._two_factor.begin(await self._holder(Ticket.SETUP, ticket))

    async def confirm_setup(
        self, ticket: str, code: str, device: Device
    ) -> tuple[SignedIn, list[str]]:
        """Turn it on and sign in; returns the recovery codes, too.

        Raises:
            NotAuthenticated: the ticket is none of ours or old.
            InvalidInput: the code is wrong.
            Conflict: it was set up meanwhile, or not begun.
            RateLimited: too many guesses.
        """
        operator = await self._holder(Ticket.SETUP, ticket)
        codes = await self._two_factor.confirm(operator, code)
        return await self._start(operator, device), codes

    async def refresh(self, old_token: str | None, device: Device) -> SignedIn:
        """Trade a refresh token for a new one and a new access token.

        Raises:
            NotAuthenticated: it is unknown, expired or revoked; used twice, it also ends the
                session it belongs to.
        """
        if not old_token or len(old_token) > 128:
            raise NotAuthenticated(ErrorCode.TOKEN_MISSING)
        now, new_token = self._clock(), new_refresh_token()
        async with using(self._database) as connection:
            rotation = await rotate(
                connection,
                old_hash=refresh_hash(old_token),
                new_hash=refresh_hash(new_token),
                now=now,
                device=device,
            )
            operator = None
            if rotation is not None:
                operator = await operator_by_id(connection, rotation.operator_id)
        if rotation and rotation.was_reused:
            get_logger().warning("operator.refresh_reused", session_id=str(rotation.session_id))
            await self._revocations.tell([rotation.session_id])
        if rotation is None or not rotation.is_valid or not _may_enter(operator):
            raise NotAuthenticated(ErrorCode.SESSION_REVOKED)
        token = self._tokens.for_operator(operator.id, rotation.session_id, operator.role, now)
        return SignedIn(self._grant(operator, token), new_token)

    async def logout(self, operator: OperatorCaller) -> None:
        """End a sign-in everywhere, its sockets included."""
        async with using(self._database) as connection:
            await end_session(connection, operator.session_id)
        await self._revocations.tell([operator.session_id])

    async def authenticate(self, token: str) -> OperatorCaller:
        """Return the operator whose access token this is, as they are now.

        Raises:
            NotAuthenticated: not a token of ours, expired, revoked, or of nobody any more.
                PostgreSQL is asked, so that a revocation holds whatever else is away.
        """
        claims = self._tokens.operator(token)
        async with using(self._database) as connection:
            operator = await operator_of_session(connection, claims.operator_id, claims.session_id)
        if not _may_enter(operator):
            raise NotAuthenticated(ErrorCode.SESSION_REVOKED)
        return OperatorCaller(
            operator_id=operator.id,
            session_id=claims.session_id,
            name=operator.name,
            role=operator.role,
            locale=operator.locale,
            sites=frozenset(operator.sites),
            expires_at=claims.expires_at,
        )

    async def info(self, caller: OperatorCaller) -> OperatorInfo:
        """Return what the console shows of the operator."""
        async with using(self._database) as connection:
            operator = await operator_by_id(connection, caller.operator_id)
        if operator is None:
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        return _info(operator)

    def _grant(self, operator: Operator, token: str) -> AccessGrant:
        return AccessGrant(
            access_token=token,
            expires_in=int(self._tokens.access_ttl.total_seconds()),
            operator=_info(operator),
        )

    async def _holder(self, kind: Ticket, ticket: str) -> Operator:
        operator_id, mark = self._tokens.ticket(kind, ticket)
        async with using(self._database) as connection:
            operator = await operator_by_id(connection, operator_id)
        if operator is None or not is_of(mark, operator.password_hash):
            raise NotAuthenticated(ErrorCode.TOKEN_INVALID)
        return operator

    async def _start(self, operator: Operator, device: Device) -> SignedIn:
        session_id, refresh_token = uuid7(), new_refresh_token()
        now = self._clock()
        async with using(self._database) as connection:
            await start_session(
                connection,
                session_id=session_id,
                operator_id=operator.id,
                expires_at=now + self.refresh_ttl,
                token_hash=refresh_hash(refresh_token),
                device=device,
            )
        token = self._tokens.for_operator(operator.id, session_id, operator.role, now)
        get_logger().info("operator.signed_in", operator_id=str(operator.id))
        return SignedIn(self._grant(operator, token), refresh_token)


def _may_enter(operator: Operator | None) -> TypeGuard[Operator]:
    """Whether there is such an operator, and a site of theirs that they may enter."""
    return operator is not None and not operator.is_held_out


def _info(operator: Operator) -> OperatorInfo:
    return OperatorInfo(
        id=operator.id,
        email=operator.email,
        name=operator.name,
        role=operator.role,
        locale=operator.locale,
    )
