"""Operators' sign-in: short access tokens, rotating refresh tokens, revocation."""

from dataclasses import dataclass
from datetime import timedelta

from redis.asyncio import Redis
from redis.exceptions import RedisError

from handlers.services.caller import OperatorCaller
from handlers.services.limits import Limits
from shared.auth.passwords import PasswordChecker
from shared.auth.tokens import Tokens, new_refresh_token, refresh_hash
from shared.contracts.http import AccessGrant, LoginRequest, OperatorInfo
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, NotAuthenticated
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.keys import REVOKED_CHANNEL
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
_PER_ACCOUNT = 10
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
        redis: Redis,
        tokens: Tokens,
        passwords: PasswordChecker,
        limits: Limits,
        refresh_ttl: timedelta,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._redis = redis
        self._tokens = tokens
        self._passwords = passwords
        self._limits = limits
        self.refresh_ttl = refresh_ttl
        self._clock = clock

    async def login(self, request: LoginRequest, address: str) -> SignedIn:
        """Begin a sign-in.

        Raises:
            NotAuthenticated: e-mail or password is wrong; which of them is not said.
            RateLimited: too many attempts.
        """
        await self._limits.hit("login", request.email.lower(), _PER_ACCOUNT, _WINDOW)
        await self._limits.hit("login-from", address, _PER_ADDRESS, _WINDOW)
        async with using(self._database) as connection:
            operator = await operator_by_email(connection, request.email)
        password_hash = operator.password_hash if operator else None
        matches = await self._passwords.check(request.password.get_secret_value(), password_hash)
        if operator is None or not matches:
            get_logger().info("operator.sign_in_failed")
            raise NotAuthenticated(ErrorCode.CREDENTIALS_WRONG)
        session_id, refresh_token = uuid7(), new_refresh_token()
        now = self._clock()
        async with using(self._database) as connection:
            await start_session(
                connection,
                session_id=session_id,
                operator_id=operator.id,
                expires_at=now + self.refresh_ttl,
                token_hash=refresh_hash(refresh_token),
            )
        token = self._tokens.for_operator(operator.id, session_id, operator.role, now)
        get_logger().info("operator.signed_in", operator_id=str(operator.id))
        return SignedIn(self._grant(operator, token), refresh_token)

    async def refresh(self, old_token: str | None) -> SignedIn:
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
            )
            operator = None
            if rotation is not None:
                operator = await operator_by_id(connection, rotation.operator_id)
        if rotation and rotation.was_reused:
            get_logger().warning("operator.refresh_reused", session_id=str(rotation.session_id))
            await self._shut_out(str(rotation.session_id))
        if rotation is None or operator is None or not rotation.is_valid:
            raise NotAuthenticated(ErrorCode.SESSION_REVOKED)
        token = self._tokens.for_operator(operator.id, rotation.session_id, operator.role, now)
        return SignedIn(self._grant(operator, token), new_token)

    async def logout(self, operator: OperatorCaller) -> None:
        """End a sign-in everywhere, its sockets included."""
        async with using(self._database) as connection:
            await end_session(connection, operator.session_id)
        await self._shut_out(str(operator.session_id))

    async def authenticate(self, token: str) -> OperatorCaller:
        """Return the operator whose access token this is, as they are now.

        Raises:
            NotAuthenticated: not a token of ours, expired, revoked, or of nobody any more.
                PostgreSQL is asked, so that a revocation holds whatever else is away.
        """
        claims = self._tokens.operator(token)
        async with using(self._database) as connection:
            operator = await operator_of_session(connection, claims.operator_id, claims.session_id)
        if operator is None:
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

    async def _shut_out(self, session_id: str) -> None:
        """Close the sockets of a sign-in, wherever they live.

        Without Redis nobody hears of it now; but then every handler drops its operators' sockets
        when Redis is back, and none of this sign-in comes in again.
        """
        try:
            await self._redis.publish(REVOKED_CHANNEL, session_id)
        except (RedisError, OSError) as error:
            get_logger().warning("operator.sockets_left", error=type(error).__name__)


def _info(operator: Operator) -> OperatorInfo:
    return OperatorInfo(
        id=operator.id,
        email=operator.email,
        name=operator.name,
        role=operator.role,
        locale=operator.locale,
    )
