"""The second factor: set up, asked for, turned off. A code is good once, guessing is slow."""

from uuid import UUID

from handlers.services.audit import own_entry
from handlers.services.limits import Limits
from shared.auth.sealing import SealBroken, Sealer
from shared.auth.totp import (
    matching_step,
    new_recovery_codes,
    new_secret,
    provisioning_uri,
    qr_path,
    recovery_hash,
)
from shared.contracts.account import TwoFactorSetup
from shared.domain.audit import AuditAction
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput
from shared.observability.logs import get_logger
from shared.storage.audit import record
from shared.storage.people import Operator
from shared.storage.pool import AsyncDatabase, AsyncLink, using
from shared.storage.two_factor import (
    SecondFactor,
    disable,
    enable,
    keep_pending,
    replace_recovery,
    second_factor,
    use_recovery,
    use_step,
)

_DIGITS = 6


class TwoFactorService:
    """Keeps operators' second factors."""

    def __init__(
        self, database: AsyncDatabase, sealer: Sealer, limits: Limits, clock: Clock = utc_now
    ) -> None:
        """Compose the service."""
        self._database = database
        self._sealer = sealer
        self._limits = limits
        self._clock = clock

    async def state(self, operator_id: UUID) -> SecondFactor | None:
        """Return how an operator's second factor stands."""
        async with using(self._database) as connection:
            return await second_factor(connection, operator_id)

    async def begin(self, operator: Operator) -> TwoFactorSetup:
        """Make a secret; it counts once a code of it was shown.

        Raises:
            Conflict: the second factor is on already.
        """
        secret = new_secret()
        sealed = self._sealer.seal(str(operator.id), secret)
        async with using(self._database) as connection:
            if not await keep_pending(connection, operator.id, sealed):
                raise Conflict(ErrorCode.TWO_FACTOR_STATE)
        uri = provisioning_uri(secret, operator.email)
        size, path = qr_path(uri)
        return TwoFactorSetup(secret=secret, uri=uri, qr_size=size, qr_path=path)

    async def confirm(self, operator: Operator, code: str) -> list[str]:
        """Turn it on with a code of the pending secret; returns the recovery codes.

        Raises:
            InvalidInput: it is not the code.
            Conflict: nothing was begun, or it is on already.
            RateLimited: too many guesses.
        """
        await self._limits.attempt("two-factor-setup", str(operator.id))
        async with using(self._database) as connection, connection.transaction():
            state = await second_factor(connection, operator.id)
            if state is None or state.pending is None or state.enabled_at is not None:
                raise Conflict(ErrorCode.TWO_FACTOR_STATE)
            step = self._step(operator.id, state.pending, code)
            if step is None:
                raise InvalidInput(ErrorCode.CODE_WRONG)
            if not await enable(connection, operator.id, state.pending, step):
                raise Conflict(ErrorCode.TWO_FACTOR_STATE)
            codes = await _new_codes(connection, operator.id)
            await record(connection, own_entry(operator, AuditAction.TWO_FACTOR_ENABLED))
        await self._limits.forgive("two-factor-setup", str(operator.id))
        get_logger().info("operator.two_factor_enabled", operator_id=str(operator.id))
        return codes

    async def check(self, operator_id: UUID, code: str) -> bool:
        """Use a code up: of the app, or a recovery code; false: it is not one, or was used.

        Raises:
            RateLimited: too many guesses.
        """
        await self._limits.attempt("two-factor", str(operator_id))
        async with using(self._database) as connection:
            is_good = await self._use(connection, operator_id, code)
        if is_good:
            await self._limits.forgive("two-factor", str(operator_id))
        return is_good

    async def renew_codes(self, operator: Operator) -> list[str]:
        """Put new recovery codes in the place of the old ones.

        Raises:
            Conflict: the second factor is off.
        """
        async with using(self._database) as connection, connection.transaction():
            state = await second_factor(connection, operator.id)
            if state is None or state.enabled_at is None:
                raise Conflict(ErrorCode.TWO_FACTOR_STATE)
            codes = await _new_codes(connection, operator.id)
            await record(connection, own_entry(operator, AuditAction.RECOVERY_CODES_RENEWED))
        return codes

    async def turn_off(self, operator: Operator, code: str) -> None:
        """Turn it off, with a code.

        Raises:
            InvalidInput: it is not a code, or was used.
            Conflict: it is off, or a site of the operator requires it.
        """
        if operator.needs_two_factor:
            raise Conflict(ErrorCode.TWO_FACTOR_REQUIRED)
        if not operator.has_two_factor:
            raise Conflict(ErrorCode.TWO_FACTOR_STATE)
        if not await self.check(operator.id, code):
            raise InvalidInput(ErrorCode.CODE_WRONG)
        async with using(self._database) as connection, connection.transaction():
            if await disable(connection, operator.id):
                await record(connection, own_entry(operator, AuditAction.TWO_FACTOR_DISABLED))

    async def _use(self, connection: AsyncLink, operator_id: UUID, code: str) -> bool:
        code = code.strip().replace(" ", "")
        if len(code) != _DIGITS or not code.isascii() or not code.isdecimal():
            return await use_recovery(connection, operator_id, recovery_hash(code))
        state = await second_factor(connection, operator_id)
        if state is None or state.secret is None:
            return False
        step = self._step(operator_id, state.secret, code)
        return step is not None and await use_step(connection, operator_id, step)

    def _step(self, operator_id: UUID, sealed: bytes, code: str) -> int | None:
        code = code.strip().replace(" ", "")
        if not code.isascii():
            return None
        try:
            secret = self._sealer.open(str(operator_id), sealed)
        except SealBroken:
            # SECRET_KEY was changed: recovery codes are still good, and administrators can reset.
            get_logger().error("two_factor.unreadable", operator_id=str(operator_id))
            return None
        return matching_step(secret, code, self._clock())


async def _new_codes(connection: AsyncLink, operator_id: UUID) -> list[str]:
    codes = new_recovery_codes()
    await replace_recovery(connection, operator_id, [recovery_hash(code) for code in codes])
    return codes
