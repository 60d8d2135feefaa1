"""Links that set a new password: made by an administrator, good once, for a day."""

from datetime import datetime, timedelta
from uuid import UUID

from handlers.services.administration import administering
from handlers.services.audit import entry, own_entry
from handlers.services.caller import OperatorCaller
from handlers.services.limits import Limits
from handlers.services.revocations import Revocations
from handlers.services.sign_in import SignedIn, SignInService
from shared.auth.password_links import PASSWORD_LINK_TTL, password_link_address
from shared.auth.password_rules import password_trouble
from shared.auth.passwords import PasswordChecker
from shared.auth.tokens import new_refresh_token, refresh_hash
from shared.contracts.account import PasswordLinkUse, PasswordLinkView, TwoFactorChallenge
from shared.contracts.people import PasswordLink
from shared.domain.audit import AuditAction
from shared.domain.devices import Device
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import ErrorCode, Forbidden, InvalidInput, NotFound
from shared.storage.audit import record
from shared.storage.links import add_password_link, password_link, use_password_links
from shared.storage.people import Operator, operator_by_id
from shared.storage.pool import AsyncDatabase, using
from shared.storage.sign_ins import revoke_sign_ins
from shared.storage.staff import set_password

_LOOKS, _LOOKS_WINDOW = 60, timedelta(minutes=5)


class PasswordLinkService:
    """Makes such links, and sets passwords by them."""

    def __init__(
        self,
        database: AsyncDatabase,
        passwords: PasswordChecker,
        limits: Limits,
        sign_in: SignInService,
        revocations: Revocations,
        public_url: str,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service; links lead to ``public_url``."""
        self._database = database
        self._passwords = passwords
        self._limits = limits
        self._sign_in = sign_in
        self._revocations = revocations
        self._public_url = public_url
        self._clock = clock

    async def create(self, caller: OperatorCaller, operator_id: UUID) -> PasswordLink:
        """Make a link for somebody; an earlier one is worthless.

        Raises:
            NotFound: there is no such operator of the caller's sites.
            Forbidden: they work for other sites, too, or are disabled.
        """
        token, until = new_refresh_token(), self._clock() + PASSWORD_LINK_TTL
        async with administering(self._database, caller) as work:
            person = await work.whole(operator_id)
            if person.disabled_at:
                raise Forbidden
            await add_password_link(work.connection, operator_id, refresh_hash(token), until)
            kept = entry(
                caller,
                AuditAction.PASSWORD_LINK_CREATED,
                person.sites,
                str(operator_id),
                name=person.name,
            )
            await record(work.connection, kept)
        link = password_link_address(self._public_url, token)
        return PasswordLink(link=link, expires_at=until)

    async def look(self, token: str, device: Device) -> PasswordLinkView:
        """Return whose password a link sets.

        Raises:
            NotFound: nobody's, or nobody's any more.
            RateLimited: too many looks from one address.
        """
        operator, until = await self._holder(token, device)
        return PasswordLinkView(email=operator.email, name=operator.name, expires_at=until)

    async def use(self, asked: PasswordLinkUse, device: Device) -> SignedIn | TwoFactorChallenge:
        """Set the password, end all sign-ins, and sign in.

        Raises:
            NotFound: the link is worthless.
            InvalidInput: the password is refused; its code says why.
        """
        token = asked.token.get_secret_value()
        operator, _ = await self._holder(token, device)
        password = asked.password.get_secret_value()
        if trouble := password_trouble(password, operator.email, operator.name):
            raise InvalidInput(trouble)
        password_hash = await self._passwords.hash(password)
        async with using(self._database) as connection, connection.transaction():
            if await password_link(connection, refresh_hash(token)) is None:
                raise NotFound(ErrorCode.LINK_INVALID)
            await set_password(connection, operator.id, password_hash)
            await use_password_links(connection, operator.id)
            ended = await revoke_sign_ins(connection, operator.id)
            changed = own_entry(operator, AuditAction.PASSWORD_CHANGED, after={"link": True})
            await record(connection, changed)
            now = await operator_by_id(connection, operator.id)
        await self._revocations.tell(ended)
        await self._limits.forgive("login", operator.email.lower())
        if now is None:
            raise NotFound(ErrorCode.LINK_INVALID)
        return await self._sign_in.proceed(now, device)

    async def _holder(self, token: str, device: Device) -> tuple[Operator, datetime]:
        await self._limits.hit("link-from", device.address, _LOOKS, _LOOKS_WINDOW)
        async with using(self._database) as connection, connection.transaction():
            found = await password_link(connection, refresh_hash(token))
            operator = await operator_by_id(connection, found[0]) if found else None
        if found is None or operator is None:
            raise NotFound(ErrorCode.LINK_INVALID)
        return operator, found[1]
