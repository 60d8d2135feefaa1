"""Invitations: a link for one person, good once, for a week. Who has it comes in by it."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from handlers.services.administration import Administration, administering, named
from handlers.services.audit import entry, own_entry
from handlers.services.caller import OperatorCaller
from handlers.services.limits import Limits
from handlers.services.sign_in import SignedIn, SignInService
from shared.auth.password_rules import password_trouble
from shared.auth.passwords import PasswordChecker
from shared.auth.tokens import new_refresh_token, refresh_hash
from shared.contracts.account import InvitationAccept, InvitationView, TwoFactorChallenge
from shared.contracts.people import (
    InvitationCreate,
    InvitationInfo,
    InvitationLink,
    InvitationList,
)
from shared.domain.audit import AuditAction
from shared.domain.devices import Device
from shared.domain.words import Role
from shared.kernel.clock import Clock, utc_now
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.kernel.ids import uuid7
from shared.observability.logs import get_logger
from shared.storage.audit import record
from shared.storage.links import (
    Invitation,
    accept_invitation,
    add_invitation,
    invitation_by_id,
    invitation_by_token,
    list_invitations,
    renew_invitation,
    revoke_invitation,
    use_password_links,
)
from shared.storage.people import Operator, operator_by_id
from shared.storage.pool import AsyncDatabase, using
from shared.storage.sites import site_names
from shared.storage.staff import Person, add_operator, join_sites, one_at_a_time, person_by_email

_TTL = timedelta(days=7)
_MOST, _MOST_WINDOW = 60, timedelta(hours=1)
_LOOKS, _LOOKS_WINDOW = 60, timedelta(minutes=5)
_RANKS = list(Role)


class InvitationService:
    """Gives invitations out, takes them back, and lets the invited in."""

    def __init__(
        self,
        database: AsyncDatabase,
        passwords: PasswordChecker,
        limits: Limits,
        sign_in: SignInService,
        public_url: str,
        clock: Clock = utc_now,
    ) -> None:
        """Compose the service; links lead to ``public_url``."""
        self._database = database
        self._passwords = passwords
        self._limits = limits
        self._sign_in = sign_in
        self._public_url = public_url
        self._clock = clock

    async def all(self, caller: OperatorCaller) -> InvitationList:
        """Return the open invitations to the caller's sites."""
        sites = list(caller.sites)
        async with using(self._database) as connection:
            names = await site_names(connection, sites)
            found = await list_invitations(connection, sites)
        return InvitationList(items=tuple(_info(one, names) for one in found))

    async def create(self, caller: OperatorCaller, asked: InvitationCreate) -> InvitationLink:
        """Invite somebody to sites of the caller's.

        Raises:
            NotFound: one of the sites is none of the caller's.
            Conflict: somebody of the caller's sites has this e-mail.
            RateLimited: too many invitations.
        """
        await self._limits.hit("invite", str(caller.operator_id), _MOST, _MOST_WINDOW)
        token, invitation_id = new_refresh_token(), uuid7()
        async with administering(self._database, caller) as work:
            work.require_sites(set(asked.site_ids))
            known = await person_by_email(work.connection, asked.email)
            # Of somebody who works for others alone nothing is told: they are invited like anyone.
            if known and work.ours(known.sites):
                raise Conflict(ErrorCode.EMAIL_TAKEN)
            await add_invitation(
                work.connection,
                invitation_id=invitation_id,
                email=asked.email,
                role=asked.role,
                locale=asked.locale,
                sites=list(dict.fromkeys(asked.site_ids)),
                invited_by=caller.operator_id,
                token_hash=refresh_hash(token),
                expires_at=self._clock() + _TTL,
                ours=list(work.sites),
            )
            invitation = await _found(work, invitation_id)
            await _audit(work, caller, AuditAction.INVITATION_CREATED, invitation)
        get_logger().info("invitation.created", invitation_id=str(invitation_id))
        return self._link(invitation, work, token)

    async def renew(self, caller: OperatorCaller, invitation_id: UUID) -> InvitationLink:
        """Make a new link, good for a week; the old one is worthless.

        Raises:
            NotFound: there is no such open invitation of the caller's sites.
        """
        token = new_refresh_token()
        async with administering(self._database, caller) as work:
            await _found(work, invitation_id)
            until = self._clock() + _TTL
            await renew_invitation(work.connection, invitation_id, refresh_hash(token), until)
            invitation = await _found(work, invitation_id)
            await _audit(work, caller, AuditAction.INVITATION_RENEWED, invitation)
        return self._link(invitation, work, token)

    async def revoke(self, caller: OperatorCaller, invitation_id: UUID) -> None:
        """Make an invitation worthless.

        Raises:
            NotFound: there is no such open invitation of the caller's sites.
        """
        async with administering(self._database, caller) as work:
            invitation = await _found(work, invitation_id)
            await revoke_invitation(work.connection, invitation_id)
            await _audit(work, caller, AuditAction.INVITATION_REVOKED, invitation)

    async def look(self, token: str, device: Device) -> InvitationView:
        """Return what is behind a link.

        Raises:
            NotFound: nothing, or nothing any more.
            RateLimited: too many looks from one address.
        """
        await self._limits.hit("link-from", device.address, _LOOKS, _LOOKS_WINDOW)
        async with using(self._database) as connection, connection.transaction():
            invitation = await invitation_by_token(connection, refresh_hash(token))
            if invitation is None:
                raise NotFound(ErrorCode.LINK_INVALID)
            names = await site_names(connection, invitation.sites)
            known = await person_by_email(connection, invitation.email)
        return InvitationView(
            email=invitation.email,
            role=invitation.role,
            locale=invitation.locale,
            sites=tuple(sorted(names.values())),
            invited_by=invitation.invited_by,
            has_account=known is not None,
            expires_at=invitation.expires_at,
        )

    async def accept(
        self, asked: InvitationAccept, device: Device
    ) -> SignedIn | TwoFactorChallenge:
        """Become an operator, or add the sites to those one has; and sign in.

        Somebody with an account shows its password; their name and role stay as they are. A role
        is one for all sites: who may do more elsewhere than is offered here cannot come in so, or
        an invitation would give what nobody here has granted.

        Raises:
            NotFound: the link is worthless.
            InvalidInput: the password is wrong, or refused; its code says why.
            Conflict: they have a higher role already than they are invited to.
            RateLimited: too many tries.
        """
        await self._limits.hit("link-from", device.address, _LOOKS, _LOOKS_WINDOW)
        token_hash = refresh_hash(asked.token.get_secret_value())
        password = asked.password.get_secret_value()
        async with using(self._database) as connection, connection.transaction():
            invitation = await invitation_by_token(connection, token_hash)
            if invitation is None:
                raise NotFound(ErrorCode.LINK_INVALID)
            known = await person_by_email(connection, invitation.email)
        if known is None:
            if trouble := password_trouble(password, invitation.email, asked.name):
                raise InvalidInput(trouble)
            password_hash = await self._passwords.hash(password)
        else:
            await self._require_password(known, password)
            password_hash = known.password_hash
        operator = await self._join(token_hash, asked, known, password_hash)
        get_logger().info("operator.joined", operator_id=str(operator.id))
        return await self._sign_in.proceed(operator, device)

    async def _join(
        self,
        token_hash: bytes,
        asked: InvitationAccept,
        known: Person | None,
        password_hash: str,
    ) -> Operator:
        async with using(self._database) as connection, connection.transaction():
            await one_at_a_time(connection)
            invitation = await invitation_by_token(connection, token_hash)
            if invitation is None:
                raise NotFound(ErrorCode.LINK_INVALID)
            operator_id = known.id if known else uuid7()
            now = await person_by_email(connection, invitation.email)
            if now is not None and _RANKS.index(now.role) > _RANKS.index(invitation.role):
                raise Conflict(ErrorCode.ROLE_ABOVE_INVITATION)
            if known is not None:
                # Those who made one had no say in the sites that come now.
                await use_password_links(connection, operator_id)
            else:
                if now is not None:
                    raise Conflict(ErrorCode.EMAIL_TAKEN)
                await add_operator(
                    connection,
                    operator_id=operator_id,
                    email=invitation.email,
                    name=asked.name,
                    role=invitation.role,
                    locale=asked.locale,
                    password_hash=password_hash,
                )
            await join_sites(connection, operator_id, invitation.sites)
            await accept_invitation(connection, invitation.id)
            operator = await operator_by_id(connection, operator_id)
            if operator is None:  # disabled by those they work for
                raise NotFound(ErrorCode.LINK_INVALID)
            joined = own_entry(
                operator,
                AuditAction.OPERATOR_JOINED,
                after={"email": operator.email, "role": operator.role},
            )
            await record(connection, replace(joined, site_ids=invitation.sites))
        return operator

    async def _require_password(self, known: Person, password: str) -> None:
        await self._limits.attempt("login", known.email.lower())
        if known.disabled_at or not await self._passwords.check(password, known.password_hash):
            raise InvalidInput(ErrorCode.PASSWORD_WRONG)
        await self._limits.forgive("login", known.email.lower())

    def _link(self, invitation: Invitation, work: Administration, token: str) -> InvitationLink:
        link = f"{self._public_url.rstrip('/')}/admin/invitation#{token}"
        return InvitationLink(invitation=_info(invitation, work.sites), link=link)


async def _found(work: Administration, invitation_id: UUID) -> Invitation:
    found = await invitation_by_id(work.connection, invitation_id, list(work.sites))
    if found is None:
        raise NotFound(ErrorCode.NOT_FOUND)
    return found


async def _audit(
    work: Administration, caller: OperatorCaller, action: AuditAction, invitation: Invitation
) -> None:
    kept = entry(
        caller,
        action,
        invitation.sites,
        str(invitation.id),
        name=invitation.email,
        after={
            "role": invitation.role,
            "sites": sorted(work.sites[site_id] for site_id in invitation.sites),
        },
    )
    await record(work.connection, kept)


def _info(invitation: Invitation, sites: dict[UUID, str]) -> InvitationInfo:
    return InvitationInfo(
        id=invitation.id,
        email=invitation.email,
        role=invitation.role,
        locale=invitation.locale,
        sites=named(invitation.sites, sites),
        invited_by=invitation.invited_by,
        created_at=invitation.created_at,
        expires_at=invitation.expires_at,
    )
