"""One's own account: name, language, password, second factor, sign-ins."""

from collections.abc import Iterable
from uuid import UUID

from handlers.services.audit import own_entry
from handlers.services.caller import OperatorCaller
from handlers.services.limits import Limits
from handlers.services.revocations import Revocations
from handlers.services.two_factor import TwoFactorService
from shared.auth.password_rules import password_trouble
from shared.auth.passwords import PasswordChecker
from shared.contracts.account import (
    AccountInfo,
    AccountPatch,
    PasswordChange,
    SessionInfo,
    SessionList,
    TwoFactorSetup,
    TwoFactorState,
)
from shared.domain.audit import AuditAction
from shared.domain.devices import browser_of, system_of
from shared.kernel.errors import ErrorCode, InvalidInput, NotAuthenticated, NotFound
from shared.observability.logs import get_logger
from shared.storage.audit import record
from shared.storage.links import use_password_links
from shared.storage.people import Operator, operator_by_id
from shared.storage.pool import AsyncDatabase, using
from shared.storage.sign_ins import SignIn, list_sign_ins, revoke_sign_ins
from shared.storage.sites import site_names
from shared.storage.staff import change_own, password_set_at, set_password


class AccountService:
    """Shows operators themselves, and lets them change what is theirs to change."""

    def __init__(
        self,
        database: AsyncDatabase,
        passwords: PasswordChecker,
        limits: Limits,
        two_factor: TwoFactorService,
        revocations: Revocations,
    ) -> None:
        """Compose the service."""
        self._database = database
        self._passwords = passwords
        self._limits = limits
        self._two_factor = two_factor
        self._revocations = revocations

    async def info(self, caller: OperatorCaller) -> AccountInfo:
        """Return what the operator sees of themselves."""
        operator = await self._operator(caller)
        factor = await self._two_factor.state(operator.id)
        async with using(self._database) as connection:
            names = await site_names(connection, operator.memberships)
            password_at = await password_set_at(connection, operator.id)
        return AccountInfo(
            id=operator.id,
            email=operator.email,
            name=operator.name,
            role=operator.role,
            locale=operator.locale,
            sites=_named(operator.sites, names),
            password_at=password_at,
            two_factor=TwoFactorState(
                enabled_at=factor.enabled_at if factor else None,
                required=operator.needs_two_factor,
                held_sites=_named(operator.held_sites, names),
                recovery_codes_left=factor.recovery_codes if factor else 0,
            ),
        )

    async def change(self, caller: OperatorCaller, patch: AccountPatch) -> AccountInfo:
        """Change one's name or language."""
        operator = await self._operator(caller)
        name = patch.name or operator.name
        locale = patch.locale or operator.locale
        async with using(self._database) as connection, connection.transaction():
            await change_own(connection, operator.id, name, locale)
            before = {"name": operator.name, "locale": str(operator.locale)}
            after = {"name": name, "locale": str(locale)}
            if before != after:
                change = own_entry(
                    operator, AuditAction.OPERATOR_CHANGED, before={**before}, after={**after}
                )
                await record(connection, change)
        return await self.info(caller)

    async def change_password(self, caller: OperatorCaller, change: PasswordChange) -> None:
        """Choose another password; all other sign-ins end.

        Raises:
            InvalidInput: the old one is wrong, or the new one is refused; its code says why.
            RateLimited: too many guesses at the old one.
        """
        operator = await self._operator(caller)
        await self._require_password(operator, change.old.get_secret_value())
        new = change.new.get_secret_value()
        if trouble := password_trouble(new, operator.email, operator.name):
            raise InvalidInput(trouble)
        password_hash = await self._passwords.hash(new)
        async with using(self._database) as connection, connection.transaction():
            await set_password(connection, operator.id, password_hash)
            # A link that somebody else may hold would undo the change.
            await use_password_links(connection, operator.id)
            ended = await revoke_sign_ins(connection, operator.id, keep=caller.session_id)
            await record(connection, own_entry(operator, AuditAction.PASSWORD_CHANGED))
        await self._revocations.tell(ended)
        get_logger().info("operator.password_changed", operator_id=str(operator.id))

    async def begin_two_factor(self, caller: OperatorCaller, password: str) -> TwoFactorSetup:
        """Begin to set up the second factor.

        Raises:
            InvalidInput: the password is wrong.
            Conflict: it is on already.
            RateLimited: too many guesses at the password.
        """
        operator = await self._operator(caller)
        await self._require_password(operator, password)
        return await self._two_factor.begin(operator)

    async def confirm_two_factor(self, caller: OperatorCaller, code: str) -> list[str]:
        """Turn it on; sign-ins that were made without it end, but for this one.

        Its sockets close and come back: sites that were held from it are open now.

        Raises:
            InvalidInput: the code is wrong.
            Conflict: nothing was begun, or it is on already.
        """
        operator = await self._operator(caller)
        codes = await self._two_factor.confirm(operator, code)
        await self.revoke_others(caller)
        if operator.held_sites:
            await self._revocations.tell([caller.session_id])
        return codes

    async def renew_codes(self, caller: OperatorCaller, password: str) -> list[str]:
        """Put new recovery codes in the place of the old ones.

        Raises:
            InvalidInput: the password is wrong.
            Conflict: the second factor is off.
        """
        operator = await self._operator(caller)
        await self._require_password(operator, password)
        return await self._two_factor.renew_codes(operator)

    async def turn_off_two_factor(self, caller: OperatorCaller, password: str, code: str) -> None:
        """Turn it off.

        Raises:
            InvalidInput: the password or the code is wrong.
            Conflict: it is off, or a site requires it.
        """
        operator = await self._operator(caller)
        await self._require_password(operator, password)
        await self._two_factor.turn_off(operator, code)

    async def sessions(self, caller: OperatorCaller) -> SessionList:
        """Return one's own open sign-ins."""
        async with using(self._database) as connection:
            found = await list_sign_ins(connection, caller.operator_id)
        return session_list(found, caller.session_id)

    async def revoke(self, caller: OperatorCaller, session_id: UUID) -> None:
        """End one of one's own sign-ins.

        Raises:
            NotFound: it is none of theirs, or has ended.
        """
        if not await self._end(caller, only=[session_id]):
            raise NotFound(ErrorCode.NOT_FOUND)

    async def revoke_others(self, caller: OperatorCaller) -> None:
        """End all of one's sign-ins but this one."""
        await self._end(caller, keep=caller.session_id)

    async def _end(
        self, caller: OperatorCaller, *, only: list[UUID] | None = None, keep: UUID | None = None
    ) -> bool:
        operator = await self._operator(caller)
        async with using(self._database) as connection, connection.transaction():
            ended = await revoke_sign_ins(connection, operator.id, only=only, keep=keep)
            if ended:
                count = {"count": len(ended)}
                told = own_entry(operator, AuditAction.SESSION_REVOKED, after={**count})
                await record(connection, told)
        await self._revocations.tell(ended)
        return bool(ended)

    async def _operator(self, caller: OperatorCaller) -> Operator:
        async with using(self._database) as connection:
            operator = await operator_by_id(connection, caller.operator_id)
        if operator is None:
            raise NotAuthenticated(ErrorCode.SESSION_REVOKED)
        return operator

    async def _require_password(self, operator: Operator, password: str) -> None:
        """Ask for the password once more: an open console may be in other hands.

        Raises:
            InvalidInput: it is wrong. No 401: the sign-in is as good as before.
            RateLimited: too many guesses.
        """
        await self._limits.attempt("password", str(operator.id))
        if not await self._passwords.check(password, operator.password_hash):
            raise InvalidInput(ErrorCode.PASSWORD_WRONG)
        await self._limits.forgive("password", str(operator.id))


def _named(site_ids: Iterable[UUID], names: dict[UUID, str]) -> tuple[str, ...]:
    # A site that was deleted for good since has no name any more.
    return tuple(sorted(names[site_id] for site_id in site_ids if site_id in names))


def session_list(found: Iterable[SignIn], current: UUID) -> SessionList:
    """Return sign-ins as they are shown to whoever uses ``current``."""
    return SessionList(
        items=tuple(
            SessionInfo(
                id=one.id,
                browser=browser_of(one.user_agent),
                system=system_of(one.user_agent),
                address=one.address,
                created_at=one.created_at,
                used_at=one.used_at,
                expires_at=one.expires_at,
                current=one.id == current,
            )
            for one in found
        )
    )
