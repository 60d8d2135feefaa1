"""Operators as their administrators manage them; what is changed reaches open sockets at once."""

from uuid import UUID

from handlers.services.account import session_list
from handlers.services.administration import Administration, administering, person_info
from handlers.services.audit import entry
from handlers.services.caller import OperatorCaller
from handlers.services.revocations import Revocations
from shared.contracts.account import SessionList
from shared.contracts.people import (
    PersonInfo,
    PersonPage,
    PersonPatch,
    PersonSite,
    TwoFactorRule,
    TwoFactorRules,
)
from shared.domain.audit import AuditAction
from shared.kernel.errors import Conflict, ErrorCode, InvalidInput, NotFound
from shared.observability.logs import get_logger
from shared.storage.audit import Value, record
from shared.storage.links import revoke_invitations_of, use_password_links
from shared.storage.pool import AsyncDatabase, using
from shared.storage.sign_ins import list_sign_ins, revoke_sign_ins, sign_in_ids
from shared.storage.sites import site_names
from shared.storage.staff import (
    Person,
    change_person,
    join_sites,
    leave_sites,
    list_people,
    person_by_id,
    set_two_factor_rule,
    sites_without_admin,
    two_factor_rules,
)
from shared.storage.two_factor import disable


class PeopleService:
    """Lists and changes the operators of an administrator's sites."""

    def __init__(self, database: AsyncDatabase, revocations: Revocations) -> None:
        """Compose the service."""
        self._database = database
        self._revocations = revocations

    async def page(
        self, caller: OperatorCaller, text: str | None, after: UUID | None, limit: int
    ) -> PersonPage:
        """Return operators of the caller's sites, by name."""
        sites = list(caller.sites)
        async with using(self._database) as connection:
            names = await site_names(connection, sites)
            found = await list_people(connection, sites, text=text, after=after, limit=limit + 1)
        shown = found[:limit]
        given = sorted(names.items(), key=lambda item: item[::-1])
        return PersonPage(
            items=tuple(person_info(person, names) for person in shown),
            next=shown[-1].id if len(found) > limit else None,
            sites=tuple(PersonSite(id=site_id, name=name) for site_id, name in given),
        )

    async def change(
        self, caller: OperatorCaller, operator_id: UUID, patch: PersonPatch
    ) -> PersonInfo:
        """Change what an operator is; they are that at once, on open sockets too.

        Raises:
            NotFound: there is no such operator, or site, of the caller's.
            Forbidden: they work for other sites, too, or the caller is no administrator any more.
            InvalidInput: no site would be left to them.
            Conflict: a site would be left without an administrator who can sign in.
        """
        async with administering(self._database, caller) as work:
            before = await work.person(operator_id)
            await _write(work, before, patch)
            after = await person_by_id(work.connection, operator_id) or before
            lost = before.role is not after.role or set(before.sites) - set(after.sites)
            if lost or after.disabled_at:
                await revoke_invitations_of(work.connection, operator_id)
            if set(before.sites) != set(after.sites) or after.disabled_at:
                # Who made a link may have no say any more in what it opens.
                await use_password_links(work.connection, operator_id)
            if after.disabled_at:
                closing = await revoke_sign_ins(work.connection, operator_id)
            else:
                closing = await sign_in_ids(work.connection, operator_id)
            await _audit(work, caller, before, after)
        is_other = (before.role, set(before.sites)) != (after.role, set(after.sites))
        if is_other or after.disabled_at:
            await self._revocations.tell(closing)
        get_logger().info("operator.changed", operator_id=str(operator_id))
        return person_info(after, work.sites)

    async def sessions(self, caller: OperatorCaller, operator_id: UUID) -> SessionList:
        """Return an operator's open sign-ins.

        Raises:
            NotFound: there is no such operator of the caller's sites.
            Forbidden: they work for other sites, too.
        """
        async with administering(self._database, caller) as work:
            await work.whole(operator_id)
            found = await list_sign_ins(work.connection, operator_id)
        return session_list(found, caller.session_id)

    async def revoke(
        self, caller: OperatorCaller, operator_id: UUID, session_id: UUID | None
    ) -> None:
        """End one sign-in of an operator, or all; their sockets close.

        Raises:
            NotFound: there is no such operator, or sign-in.
            Forbidden: they work for other sites, too.
        """
        async with administering(self._database, caller) as work:
            person = await work.whole(operator_id)
            only = None if session_id is None else [session_id]
            ended = await revoke_sign_ins(work.connection, operator_id, only=only)
            if only and not ended:
                raise NotFound(ErrorCode.NOT_FOUND)
            if ended:
                await record(
                    work.connection,
                    entry(
                        caller,
                        AuditAction.SESSION_REVOKED,
                        person.sites,
                        str(operator_id),
                        name=person.name,
                        after={"count": len(ended)},
                    ),
                )
        await self._revocations.tell(ended)

    async def reset_two_factor(self, caller: OperatorCaller, operator_id: UUID) -> PersonInfo:
        """Take somebody's second factor away, who has lost it; all their sign-ins end.

        Raises:
            NotFound: there is no such operator of the caller's sites.
            Forbidden: they work for other sites, too.
            Conflict: they have none.
        """
        async with administering(self._database, caller) as work:
            person = await work.whole(operator_id)
            if not await disable(work.connection, operator_id):
                raise Conflict(ErrorCode.TWO_FACTOR_STATE)
            ended = await revoke_sign_ins(work.connection, operator_id)
            await record(
                work.connection,
                entry(
                    caller,
                    AuditAction.TWO_FACTOR_RESET,
                    person.sites,
                    str(operator_id),
                    name=person.name,
                ),
            )
            after = await work.person(operator_id)
        await self._revocations.tell(ended)
        return person_info(after, work.sites)

    async def rules(self, caller: OperatorCaller) -> TwoFactorRules:
        """Return which of the caller's sites require a second factor."""
        async with using(self._database) as connection:
            rows = await two_factor_rules(connection, list(caller.sites))
        return TwoFactorRules(items=tuple(TwoFactorRule(**row) for row in rows))

    async def set_rule(
        self, caller: OperatorCaller, site_id: UUID, *, required: bool
    ) -> TwoFactorRule:
        """Require a second factor of a site's operators, or no longer.

        Who has none does not enter this site any more, and their other sites as before.

        Raises:
            NotFound: it is no site of the caller's.
            Conflict: the caller has none, and would be out, too.
        """
        async with administering(self._database, caller) as work:
            work.require_sites({site_id})
            if required and not work.actor.has_two_factor:
                raise Conflict(ErrorCode.TWO_FACTOR_FIRST)
            was = (await two_factor_rules(work.connection, [site_id]))[0]
            lacking = await set_two_factor_rule(work.connection, site_id, required=required)
            now = (await two_factor_rules(work.connection, [site_id]))[0]
            if was["required"] != now["required"]:
                await record(
                    work.connection,
                    entry(
                        caller,
                        AuditAction.TWO_FACTOR_RULE_CHANGED,
                        [site_id],
                        str(site_id),
                        name=work.sites[site_id],
                        before={"required": was["required"]},
                        after={"required": now["required"]},
                    ),
                )
            closing = [
                session_id
                for operator_id in lacking
                for session_id in await sign_in_ids(work.connection, operator_id)
            ]
        await self._revocations.tell(closing)
        return TwoFactorRule(**now)


async def _write(work: Administration, person: Person, patch: PersonPatch) -> None:
    """Carry a patch out.

    Raises:
        OtvetError: as ``PeopleService.change`` says.
    """
    name = patch.name or person.name
    role = patch.role or person.role
    was_disabled = person.disabled_at is not None
    is_disabled = was_disabled if patch.disabled is None else patch.disabled
    if (name, role, is_disabled) != (person.name, person.role, was_disabled):
        work.require_whole(person)
    had = set(person.sites)
    has = had
    if patch.site_ids is not None:
        work.require_sites(set(patch.site_ids))
        has = (had - work.sites.keys()) | set(patch.site_ids)
    if not has:
        raise InvalidInput(ErrorCode.SITE_REQUIRED)
    without = set(await sites_without_admin(work.connection, list(had | has)))
    await change_person(
        work.connection,
        person.id,
        name=name,
        role=role,
        is_disabled=is_disabled,
    )
    await leave_sites(work.connection, person.id, list(had - has))
    await join_sites(work.connection, person.id, list(has - had))
    # A site that had none before is no worse off.
    if set(await sites_without_admin(work.connection, list(had | has))) - without:
        raise Conflict(ErrorCode.LAST_ADMINISTRATOR)


async def _audit(
    work: Administration, caller: OperatorCaller, before: Person, after: Person
) -> None:
    was, now = _told(work, before), _told(work, after)
    if was == now:
        return
    action = AuditAction.OPERATOR_CHANGED
    if was["disabled"] != now["disabled"]:
        is_disabled = after.disabled_at is not None
        action = AuditAction.OPERATOR_DISABLED if is_disabled else AuditAction.OPERATOR_ENABLED
    sites = work.ours(list({*before.sites, *after.sites}))
    await record(
        work.connection,
        entry(caller, action, sites, str(after.id), name=after.name, before=was, after=now),
    )


def _told(work: Administration, person: Person) -> dict[str, Value]:
    return {
        "name": person.name,
        "role": person.role,
        "sites": sorted(work.sites[site_id] for site_id in work.ours(person.sites)),
        "disabled": person.disabled_at is not None,
    }
