"""``otvet administrator``: whoever comes first, and whoever has locked themselves out.

The rules are the console's: strong passwords alone, no site and no installation is left without an
administrator who can sign in, a new password ends all sign-ins, and the audit log tells of each
change.
"""

from argparse import ArgumentParser, Namespace
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from shared.auth.password_links import PASSWORD_LINK_TTL, password_link_address
from shared.auth.passwords import hash_password
from shared.auth.tokens import new_refresh_token, refresh_hash
from shared.contracts.account import PersonName
from shared.contracts.people import Email
from shared.domain.audit import AuditAction
from shared.domain.words import Locale, Role
from shared.kernel.clock import utc_now
from shared.kernel.errors import Conflict, ErrorCode
from shared.kernel.ids import uuid7
from shared.storage.audit import record
from shared.storage.links import add_password_link, revoke_invitations_of, use_password_links
from shared.storage.sign_ins import revoke_sign_ins
from shared.storage.site_settings import SiteRow, all_sites
from shared.storage.staff import (
    Person,
    add_operator,
    change_person,
    count_administrators,
    join_sites,
    one_at_a_time,
    person_by_email,
    set_password,
    sites_without_admin,
)
from shared.storage.two_factor import disable as disable_two_factor
from workers.cli.administrator_list import list_them
from workers.cli.context import Context, Link
from workers.cli.errors import Refused, Status, WrongUse
from workers.cli.passwords import ask_password

_EMAIL: TypeAdapter[str] = TypeAdapter(Email)
_NAME: TypeAdapter[str] = TypeAdapter(PersonName)


def add(commands: Any) -> None:  # noqa: ANN401 (argparse keeps the class to itself)
    """Declare the commands."""
    parser: ArgumentParser = commands.add_parser(
        "administrator", help="make, list, disable administrators; set passwords"
    )
    ways = parser.add_subparsers(metavar="WHAT", required=True)
    making = ways.add_parser("create", help="make an administrator")
    _email(making)
    making.add_argument("--name", help="as visitors and colleagues see it; the e-mail's beginning")
    making.add_argument("--locale", choices=list(Locale), default=Locale.RU, type=Locale)
    making.add_argument(
        "--site", action="append", metavar="KEY", help="a site of theirs; may be repeated"
    )
    making.add_argument("--all-sites", action="store_true", help="every site that there is")
    _password(making)
    making.set_defaults(run=create)
    ways.add_parser("list", help="who they are").set_defaults(run=list_them)
    setting = ways.add_parser("reset-password", help="give an operator another password")
    _email(setting)
    _password(setting)
    setting.set_defaults(run=reset_password)
    factor = ways.add_parser("reset-two-factor", help="take away a second factor that was lost")
    _email(factor)
    factor.set_defaults(run=reset_two_factor)
    for name, is_disabled in (("disable", True), ("enable", False)):
        switch = ways.add_parser(name, help=f"{name} an operator's sign-in")
        _email(switch)
        switch.set_defaults(run=switch_person, is_disabled=is_disabled)


def _email(parser: ArgumentParser) -> None:
    parser.add_argument("--email", required=True)


def _password(parser: ArgumentParser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--password-file", metavar="FILE", help="its first line; - is standard input; else asked"
    )
    way.add_argument(
        "--link",
        "--invite",
        action="store_true",
        help="print a link that sets a password, once, for a day",
    )


async def create(context: Context, options: Namespace) -> Status:
    """Make an administrator.

    Raises:
        Refused: the e-mail is taken, the password is weak, or it is not clear of which sites.
    """
    email = _checked(_EMAIL, options.email, "--email")
    name = _checked(_NAME, options.name or email.partition("@")[0], "--name")
    async with context.database() as connection:
        # Before somebody types a password for nothing.
        await _refuse_taken(connection, email)
        _chosen(await all_sites(connection), options)
    password_hash = None if options.link else hash_password(_asked(options, email, name))
    operator_id = uuid7()
    async with context.database() as connection, connection.transaction():
        await one_at_a_time(connection)
        await _refuse_taken(connection, email)
        sites = _chosen(await all_sites(connection), options)
        await add_operator(
            connection,
            operator_id=operator_id,
            email=email,
            name=name,
            role=Role.ADMIN,
            locale=options.locale,
            password_hash=password_hash,
        )
        await join_sites(connection, operator_id, [site.id for site in sites])
        link = await _link(context, connection, operator_id) if options.link else None
        entry = context.entry(
            AuditAction.OPERATOR_JOINED,
            [site.id for site in sites],
            str(operator_id),
            name=name,
            after={"email": email, "role": Role.ADMIN, "sites": [site.name for site in sites]},
        )
        await record(connection, entry)
    context.say(f"{email} is an administrator of {', '.join(s.name for s in sites) or 'no site'}")
    if not sites:
        context.say("Make a site with 'otvet site create', or in the console.")
    if link:
        context.say(link)
    return Status.DONE


async def reset_password(context: Context, options: Namespace) -> Status:
    """Give an operator another password, or a link to set one.

    Raises:
        Refused: there is no such operator, or the password is weak.
    """
    async with context.database() as connection:
        person = await _person(connection, options.email)
    if options.link and person.disabled_at:
        raise Refused(f"{person.email} is disabled: 'otvet administrator enable' comes first")
    password = None if options.link else _asked(options, person.email, person.name)
    password_hash = None if password is None else hash_password(password)
    ended: list[UUID] = []
    async with context.database() as connection, connection.transaction():
        person = await _person(connection, options.email)
        if password_hash is None:
            link = await _link(context, connection, person.id)
            action = AuditAction.PASSWORD_LINK_CREATED
        else:
            await set_password(connection, person.id, password_hash)
            await use_password_links(connection, person.id)
            ended = await revoke_sign_ins(connection, person.id)
            action = AuditAction.PASSWORD_CHANGED
        entry = context.entry(action, person.sites, str(person.id), name=person.name)
        await record(connection, entry)
    if password_hash is None:
        context.say(link)
        return Status.DONE
    context.tell_revoked(ended)
    context.say(f"{person.email} has a new password; {len(ended)} sign-ins were ended")
    return Status.DONE


async def reset_two_factor(context: Context, options: Namespace) -> Status:
    """Take a second factor away; all sign-ins end.

    Raises:
        Refused: there is no such operator, or they have none.
    """
    async with context.database() as connection, connection.transaction():
        await one_at_a_time(connection)
        person = await _person(connection, options.email)
        if not await disable_two_factor(connection, person.id):
            raise Refused(f"{person.email} has no second factor")
        ended = await revoke_sign_ins(connection, person.id)
        entry = context.entry(
            AuditAction.TWO_FACTOR_RESET, person.sites, str(person.id), name=person.name
        )
        await record(connection, entry)
    context.tell_revoked(ended)
    context.say(f"{person.email} signs in by the password alone")
    return Status.DONE


async def switch_person(context: Context, options: Namespace) -> Status:
    """Disable an operator, or enable one again.

    Raises:
        Refused: there is no such operator, or it is so already.
        Conflict: a site, or the installation, would be left without an administrator who can
            sign in.
    """
    is_disabled: bool = options.is_disabled
    ended: list[UUID] = []
    async with context.database() as connection, connection.transaction():
        await one_at_a_time(connection)
        person = await _person(connection, options.email)
        if (person.disabled_at is not None) == is_disabled:
            raise Refused(f"{person.email} is {'disabled' if is_disabled else 'enabled'} already")
        without = set(await sites_without_admin(connection, person.sites))
        had_one = await count_administrators(connection) > 0
        await change_person(
            connection, person.id, name=person.name, role=person.role, is_disabled=is_disabled
        )
        if is_disabled:
            left = set(await sites_without_admin(connection, person.sites)) - without
            # What had none before, who can sign in, is no worse off.
            if left or (had_one and not await count_administrators(connection)):
                raise Conflict(ErrorCode.LAST_ADMINISTRATOR)
            await revoke_invitations_of(connection, person.id)
            await use_password_links(connection, person.id)
            ended = await revoke_sign_ins(connection, person.id)
        entry = context.entry(
            AuditAction.OPERATOR_DISABLED if is_disabled else AuditAction.OPERATOR_ENABLED,
            person.sites,
            str(person.id),
            name=person.name,
            before={"disabled": not is_disabled},
            after={"disabled": is_disabled},
        )
        await record(connection, entry)
    context.tell_revoked(ended)
    context.say(f"{person.email} is {'disabled' if is_disabled else 'enabled'}")
    return Status.DONE


async def _person(connection: Link, email: str) -> Person:
    person = await person_by_email(connection, email)
    if person is None:
        raise Refused(f"there is no operator {email}")
    return person


async def _refuse_taken(connection: Link, email: str) -> None:
    if await person_by_email(connection, email) is not None:
        raise Conflict(ErrorCode.EMAIL_TAKEN)


def _chosen(sites: list[SiteRow], options: Namespace) -> list[SiteRow]:
    """Return whose administrator is made: who knows one site alone need not name it."""
    if options.site:
        named = {site.site_key: site for site in sites}
        if unknown := [key for key in options.site if key not in named]:
            raise Refused(f"there is no site {', '.join(unknown)}; see 'otvet site list'")
        return [named[key] for key in dict.fromkeys(options.site)]
    if len(sites) > 1 and not options.all_sites:
        raise WrongUse("there is more than one site: name some with --site, or --all-sites")
    return sites


async def _link(context: Context, connection: Link, operator_id: UUID) -> str:
    token, until = new_refresh_token(), utc_now() + PASSWORD_LINK_TTL
    await add_password_link(connection, operator_id, refresh_hash(token), until)
    return password_link_address(context.settings().public_url, token)


def _asked(options: Namespace, email: str, name: str) -> str:
    return ask_password(options.password_file, email, name)


def _checked(rule: TypeAdapter[str], text: str, option: str) -> str:
    try:
        return rule.validate_python(text)
    except ValidationError as error:
        raise WrongUse(f"{option}: {error.errors()[0]['msg']}") from None
